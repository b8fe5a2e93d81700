use parking_lot::MutexGuard;

pub fn tell(got: Option<MutexGuard<'_, u64>>) -> &'static str {
    if got.is_none() {
        return "얻지 못함";
    }
    "얻음"
}
