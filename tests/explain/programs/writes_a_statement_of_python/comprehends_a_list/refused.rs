pub fn lengths(words: &[&str]) -> Vec<usize> {
    [word.len() for word in words]
}
