pub fn first(pair: (u64, u64)) -> u64 {
    pair.0
}
