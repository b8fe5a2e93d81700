pub fn first(line: &str) -> &str {
    let parts = line.split(' ');
    parts[0]
}
