pub fn first(line: &str) -> &str {
    let parts: Vec<_> = line.split(' ').collect();
    parts[0]
}
