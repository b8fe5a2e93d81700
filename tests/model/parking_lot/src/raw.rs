use interleave::model::{self, Handle, Mode, ObjectKind};
use parking_lot::lock_api::GuardNoSend;

/// [`parking_lot::RawMutex`]: a lock without a value.
#[derive(Debug)]
pub struct RawMutex(Handle);

/// [`parking_lot::RawFairMutex`], only as the name of a kind of lock.
#[derive(Debug)]
pub enum RawFairMutex {}

/// [`parking_lot::RawRwLock`], only as the name of a kind of lock.
#[derive(Debug)]
pub enum RawRwLock {}

/// [`parking_lot::RawRwLockRecursive`], only as the name of a kind of lock.
#[derive(Debug)]
pub enum RawRwLockRecursive {}

// SAFETY: the engine gives the lock to one thread at a time.
unsafe impl parking_lot::lock_api::RawMutex for RawMutex {
    const INIT: Self = RawMutex(Handle::new(ObjectKind::Mutex));

    type Guard = GuardNoSend;

    #[track_caller]
    fn lock(&self) -> GuardNoSend {
        let at = model::here();
        model::lock(&self.0, Mode::Exclusive, at, None);
        model::locked(&self.0, Mode::Exclusive, at, None);
        GuardNoSend::new()
    }

    #[track_caller]
    fn try_lock(&self) -> Option<GuardNoSend> {
        let at = model::here();
        model::try_lock(&self.0, Mode::Exclusive, at).then(|| {
            model::locked(&self.0, Mode::Exclusive, at, None);
            GuardNoSend::new()
        })
    }

    unsafe fn unlock(&self, _guard: GuardNoSend) {
        model::unlock(&self.0, Mode::Exclusive);
    }

    #[track_caller]
    fn is_locked(&self) -> bool {
        model::point(model::here());
        model::is_held(&self.0)
    }
}

/// How the readers of a lock wait.
pub trait Reads {
    #[doc(hidden)]
    const MODE: Mode;
}

impl Reads for RawRwLock {
    const MODE: Mode = Mode::Shared;
}

impl Reads for RawRwLockRecursive {
    const MODE: Mode = Mode::SharedRecursive;
}
