pub fn larger(a: u64, b: u64) -> u64 {
    u64::max(a, b)
}
