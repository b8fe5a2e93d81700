pub fn lengths(words: &[&str]) -> Vec<usize> {
    let mut lengths = [];
    for word in words {
        lengths.push(word.len());
    }
    lengths.to_vec()
}
