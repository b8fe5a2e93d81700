//! [`std::sync`] run by the engine.

pub mod atomic;
mod barrier;
mod condvar;
pub mod mpsc;
mod mutex;
mod once;
mod rwlock;

pub use std::sync::*;

pub use barrier::{Barrier, BarrierWaitResult};
pub use condvar::{Condvar, WaitTimeoutResult};
pub use mutex::{Mutex, MutexGuard};
pub use once::{LazyLock, Once, OnceLock, OnceState};
pub use rwlock::{RwLock, RwLockReadGuard, RwLockWriteGuard};

/// Whether a panic passed while a lock was held.
#[derive(Debug, Default)]
struct Poison(std::sync::atomic::AtomicBool);

impl Poison {
    const fn new() -> Self {
        Poison(std::sync::atomic::AtomicBool::new(false))
    }

    fn is_set(&self) -> bool {
        self.0.load(std::sync::atomic::Ordering::Relaxed)
    }

    fn set(&self, to: bool) {
        self.0.store(to, std::sync::atomic::Ordering::Relaxed);
    }

    fn wrap<G>(&self, guard: G) -> LockResult<G> {
        if self.is_set() { Err(PoisonError::new(guard)) } else { Ok(guard) }
    }
}
