pub fn length(numbers: &[u64], threads: u64) -> usize {
    numbers.len() / threads as usize
}
