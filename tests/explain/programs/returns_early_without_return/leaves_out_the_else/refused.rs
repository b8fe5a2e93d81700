pub fn larger(a: u64, b: u64) -> u64 {
    if a > b { a }
}
