pub fn rest(words: &[u64]) -> &[u64] {
    words[1:]
}
