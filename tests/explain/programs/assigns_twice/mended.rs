pub fn last(numbers: &[u64]) -> u64 {
    let mut last = 0;
    for number in numbers {
        last = *number;
    }
    last
}
