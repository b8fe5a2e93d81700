pub fn lengths(words: &[&str]) -> Vec<usize> {
    words.iter().map(|word| word.len())
}
