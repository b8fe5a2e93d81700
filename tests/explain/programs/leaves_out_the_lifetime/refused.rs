use std::sync::MutexGuard;

pub struct Open {
    guard: MutexGuard<u64>,
}
