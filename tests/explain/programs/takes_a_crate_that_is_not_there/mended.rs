pub fn add(numbers: &[u64]) -> u64 {
    std::thread::scope(|_| ());
    numbers.iter().sum()
}
