pub fn lengths(words: &[&str]) -> Vec<usize> {
    let mut lengths = Vec::new();
    for word in words {
        lengths.push(word.len());
    }
    lengths
}
