pub fn beats(seconds: f64) -> u64 {
    seconds as u64
}
