pub fn square(n: u64) -> u64 {
    n ** 2
}
