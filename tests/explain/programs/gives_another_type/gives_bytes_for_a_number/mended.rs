pub fn number(bytes: [u8; 8]) -> u64 {
    u64::from_le_bytes(bytes)
}
