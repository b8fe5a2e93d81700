pub fn size(text: str) -> usize {
    text.len()
}
