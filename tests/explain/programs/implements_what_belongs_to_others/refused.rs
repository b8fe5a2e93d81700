use std::ops::Not;
use std::sync::MutexGuard;

impl Not for MutexGuard<'_, bool> {
    type Output = bool;

    fn not(self) -> bool {
        !*self
    }
}
