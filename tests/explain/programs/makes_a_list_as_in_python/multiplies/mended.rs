pub fn empty(count: usize) -> Vec<Option<u64>> {
    vec![None; count]
}
