pub fn add(numbers: &[u64]) -> u64 {
    rayon::scope(|_| ());
    numbers.iter().sum()
}
