pub fn owned(words: &[&str]) -> Vec<String> {
    words.to_vec()
}
