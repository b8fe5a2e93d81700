pub fn half(numbers: &[u64]) -> f64 {
    0.5 * numbers.len()
}
