pub fn half(number: u64) -> Option<u64> {
    if number % 2 == 0 { number / 2 } else { None }
}
