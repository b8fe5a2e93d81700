pub fn half(number: u64) -> Option<u64> {
    number.checked_div(2);
}
