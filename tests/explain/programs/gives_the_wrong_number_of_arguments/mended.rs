use std::sync::{Condvar, MutexGuard};

pub fn wait(changed: &Condvar, guard: MutexGuard<'_, bool>) {
    drop(changed.wait(guard));
}
