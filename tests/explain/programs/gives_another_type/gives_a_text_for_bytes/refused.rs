pub fn bytes(text: String) -> Vec<u8> {
    text
}
