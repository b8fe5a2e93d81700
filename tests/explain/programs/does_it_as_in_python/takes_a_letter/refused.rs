pub fn first(name: &str) -> Option<char> {
    Some(name[0])
}
