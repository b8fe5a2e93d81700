pub fn sign(number: i64) -> i64 {
    if number < 0 {
        return -1;
    }
    1
}
