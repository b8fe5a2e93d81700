//! [`std::sync`] run by the engine.

/// `Debug` that shows the name only, as std's does.
macro_rules! opaque {
    ($($name:ident $(<$item:ident>)?),*) => {$(
        impl$(<$item>)? std::fmt::Debug for $name$(<$item>)? {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    )*};
}

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

/// Whether a panic passed while a lock was held: the number of the order in which it did, for a lock in a `static` outlives
/// its order.
#[derive(Debug, Default)]
struct Poison(std::sync::atomic::AtomicU64);

impl Poison {
    const fn new() -> Self {
        Poison(std::sync::atomic::AtomicU64::new(0))
    }

    fn is_set(&self) -> bool {
        let order = self.0.load(std::sync::atomic::Ordering::Relaxed);
        order != 0 && order == interleave::model::order()
    }

    fn set(&self, to: bool) {
        let order = if to { interleave::model::order() } else { 0 };
        self.0.store(order, std::sync::atomic::Ordering::Relaxed);
    }

    fn wrap<G>(&self, guard: G) -> LockResult<G> {
        if self.is_set() { Err(PoisonError::new(guard)) } else { Ok(guard) }
    }
}
