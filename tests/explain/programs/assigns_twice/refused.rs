pub fn last(numbers: &[u64]) -> u64 {
    let last = 0;
    for number in numbers {
        last = *number;
    }
    last
}
