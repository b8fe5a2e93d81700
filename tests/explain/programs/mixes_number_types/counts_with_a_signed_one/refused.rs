pub fn total(items: &[u64]) -> u64 {
    let mut index: i32 = 0;
    let mut total = 0;
    while index < items.len() {
        total += items[index as usize];
        index += 1;
    }
    total
}
