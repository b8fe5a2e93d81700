pub fn bytes(number: u64) -> [u8; 8] {
    number
}
