pub fn first(name: &str) -> Option<char> {
    name.chars().next()
}
