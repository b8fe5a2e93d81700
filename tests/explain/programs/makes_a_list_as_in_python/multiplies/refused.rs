pub fn empty(count: usize) -> Vec<Option<u64>> {
    [None] * count
}
