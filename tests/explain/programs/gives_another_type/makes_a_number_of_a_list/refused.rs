pub fn number(bytes: Vec<u8>) -> u64 {
    u64::from_le_bytes(bytes)
}
