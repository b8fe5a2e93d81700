pub fn take(permits: &mut u64) -> bool {
    if *permits > 0 {
        *permits -= 1;
        true
    } else {
        false
    }
}
