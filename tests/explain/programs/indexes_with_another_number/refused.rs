pub fn at(numbers: &[u64], index: u32) -> u64 {
    numbers[index]
}
