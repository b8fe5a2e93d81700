pub fn first(count: u64) -> u64 {
    if count == 0 {
        return 1;
    }
    count
}
