use std::fmt;
use std::marker::PhantomData;
use std::time::Duration;

use interleave::model::{self, Action, Handle, Mode, ObjectKind};
use model_std::time::Instant;
use parking_lot::lock_api::GuardNoSend;

use crate::guard::{gives_back, maps, reads, writes};
use crate::held::{self, At, Held};

/// [`parking_lot::Mutex`] and [`parking_lot::FairMutex`]
pub struct Mutex<R, T: ?Sized> {
    pub(crate) handle: Handle,
    raw: PhantomData<fn() -> R>,
    pub(crate) inner: parking_lot::Mutex<T>,
}

/// [`parking_lot::MutexGuard`]
#[must_use = "if unused the Mutex will immediately unlock"]
pub struct MutexGuard<'a, R, T: ?Sized> {
    lock: &'a Mutex<R, T>,
    held: Held<'a, parking_lot::MutexGuard<'a, T>>,
}

/// [`parking_lot::MappedMutexGuard`]
#[must_use = "if unused the Mutex will immediately unlock"]
pub struct MappedMutexGuard<'a, R, T: ?Sized> {
    held: Held<'a, parking_lot::MappedMutexGuard<'a, T>>,
    raw: PhantomData<fn() -> R>,
}

impl<R, T> Mutex<R, T> {
    #[track_caller]
    pub const fn new(value: T) -> Self {
        Mutex {
            handle: Handle::new(ObjectKind::Mutex),
            raw: PhantomData,
            inner: parking_lot::Mutex::new(value),
        }
    }

    pub fn into_inner(self) -> T {
        self.inner.into_inner()
    }
}

impl<R, T: ?Sized> Mutex<R, T> {
    #[track_caller]
    pub fn lock(&self) -> MutexGuard<'_, R, T> {
        self.lock_at(model::here())
    }

    #[track_caller]
    pub fn try_lock(&self) -> Option<MutexGuard<'_, R, T>> {
        let at = model::here();
        model::try_lock(&self.handle, Mode::Exclusive, at).then(|| self.taken(at))
    }

    #[track_caller]
    pub fn try_lock_for(&self, limit: Duration) -> Option<MutexGuard<'_, R, T>> {
        let at = model::here();
        model::lock(&self.handle, Mode::Exclusive, at, held::after(limit)).then(|| self.taken(at))
    }

    #[track_caller]
    pub fn try_lock_until(&self, limit: Instant) -> Option<MutexGuard<'_, R, T>> {
        let at = model::here();
        model::lock(&self.handle, Mode::Exclusive, at, held::at_instant(limit)).then(|| self.taken(at))
    }

    fn lock_at(&self, at: At) -> MutexGuard<'_, R, T> {
        model::lock(&self.handle, Mode::Exclusive, at, None);
        self.taken(at)
    }

    /// The guard of a lock the engine has just given to this thread.
    fn taken(&self, at: At) -> MutexGuard<'_, R, T> {
        let inner = self.inner.try_lock().unwrap_or_else(|| model::left_locked());
        model::locked(&self.handle, Mode::Exclusive, at, model::value(&*inner));
        MutexGuard { lock: self, held: Held::new(&self.handle, Mode::Exclusive, inner) }
    }

    #[track_caller]
    pub fn is_locked(&self) -> bool {
        let at = model::here();
        model::before_read(at, &self.handle);
        let held = model::is_held(&self.handle);
        model::record(at, Action::Load, &self.handle, Some(held.into()));
        held
    }

    pub fn get_mut(&mut self) -> &mut T {
        self.inner.get_mut()
    }

    pub fn data_ptr(&self) -> *mut T {
        self.inner.data_ptr()
    }

    /// # Safety
    /// As for parking_lot's: a guard of this lock was forgotten.
    #[track_caller]
    pub unsafe fn force_unlock(&self, guard: GuardNoSend) {
        model::before_unlock();
        // SAFETY: passed on to our caller.
        unsafe { self.inner.force_unlock(guard) };
        model::release(&self.handle, Mode::Exclusive, None, model::Touch::default());
    }

    /// # Safety
    /// As for parking_lot's: a guard of this lock was forgotten.
    #[track_caller]
    pub unsafe fn force_unlock_fair(&self, guard: GuardNoSend) {
        // SAFETY: passed on to our caller.
        unsafe { self.force_unlock(guard) };
    }
}

impl<'a, R, T: ?Sized> MutexGuard<'a, R, T> {
    pub fn mutex(s: &Self) -> &'a Mutex<R, T> {
        s.lock
    }

    pub fn leak(s: Self) -> &'a mut T {
        parking_lot::MutexGuard::leak(s.held.leak())
    }

    /// Gives the lock back without letting another thread in before.
    pub(crate) fn put_down(&mut self) {
        self.held.put_down();
    }

    /// Takes the lock for a thread that comes back from a condition variable.
    pub(crate) fn pick_up(&mut self, at: At) {
        model::lock_again(&self.lock.handle, Mode::Exclusive, at);
        self.held.pick_up(self.lock.taken(at).held);
    }

    pub(crate) fn look(&mut self) -> &mut T {
        self.held.look()
    }
}

impl<R, T: ?Sized> MappedMutexGuard<'_, R, T> {
    pub fn unlock_fair(s: Self) {
        drop(s);
    }
}

reads!(MutexGuard[R], MappedMutexGuard[R]);
writes!(MutexGuard[R], MappedMutexGuard[R]);
maps!(MutexGuard [R] lock, MutexGuard, MappedMutexGuard, &mut);
maps!(MappedMutexGuard [R] raw, MappedMutexGuard, MappedMutexGuard, &mut);
gives_back!(MutexGuard[R], lock_at);

impl<R, T: ?Sized + fmt::Debug> fmt::Debug for Mutex<R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.fmt(f)
    }
}

impl<R, T: Default> Default for Mutex<R, T> {
    #[track_caller]
    fn default() -> Self {
        Mutex::new(T::default())
    }
}

impl<R, T> From<T> for Mutex<R, T> {
    #[track_caller]
    fn from(value: T) -> Self {
        Mutex::new(value)
    }
}
