pub fn take(permits: &mut u64) -> bool {
    *permits > 0 && (*permits -= 1)
}
