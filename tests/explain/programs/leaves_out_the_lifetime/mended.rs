use std::sync::MutexGuard;

pub struct Open<'a> {
    guard: MutexGuard<'a, u64>,
}
