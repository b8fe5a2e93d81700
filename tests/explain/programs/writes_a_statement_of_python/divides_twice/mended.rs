pub fn half(n: u64) -> u64 {
    let half = n / 2;
    half
}
