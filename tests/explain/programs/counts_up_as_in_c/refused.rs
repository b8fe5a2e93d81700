pub fn next(mut number: u64) -> u64 {
    number++;
    number
}
