pub fn total(threads: usize, times: usize) -> u64 {
    threads * times
}
