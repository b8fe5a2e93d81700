use std::sync::MutexGuard;

pub fn not(guard: &MutexGuard<'_, bool>) -> bool {
    !**guard
}
