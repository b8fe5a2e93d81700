pub fn beats(seconds: f64) -> u64 {
    seconds
}
