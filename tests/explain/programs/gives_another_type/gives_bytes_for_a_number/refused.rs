pub fn number(bytes: [u8; 8]) -> u64 {
    bytes
}
