pub fn double(number: u64) -> u64 {
    let doubled = number * 2;
    doubled
}
