pub fn read(text: &str) -> u64 {
    match text.parse() {
        Ok(number) => number,
        Err(_) => 0,
    }
}
