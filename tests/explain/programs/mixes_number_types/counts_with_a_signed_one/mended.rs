pub fn total(items: &[u64]) -> u64 {
    let mut index: usize = 0;
    let mut total = 0;
    while index < items.len() {
        total += items[index];
        index += 1;
    }
    total
}
