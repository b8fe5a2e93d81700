pub fn doubled(numbers: &[u64], double: impl Fn(u64) -> u64) -> Vec<u64> {
    let mut all = Vec::new();
    for number in numbers {
        all.push(double(number));
    }
    all
}
