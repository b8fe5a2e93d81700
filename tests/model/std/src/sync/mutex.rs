use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::{LockResult, PoisonError, TryLockError, TryLockResult};

use interleave::model::{self, Action, Handle, Mode, ObjectKind, Touched};

use super::Poison;

/// [`std::sync::Mutex`]
///
/// The engine decides who holds it; the value lies in a real mutex that is never contended.
pub struct Mutex<T: ?Sized> {
    handle: Handle,
    poison: Poison,
    inner: std::sync::Mutex<T>,
}

/// [`std::sync::MutexGuard`]
#[must_use = "if unused the Mutex will immediately unlock"]
pub struct MutexGuard<'a, T: ?Sized> {
    pub(super) lock: &'a Mutex<T>,
    /// `None` once the lock was given back.
    inner: Option<std::sync::MutexGuard<'a, T>>,
    touched: Touched,
    was_panicking: bool,
}

impl<T> Mutex<T> {
    #[track_caller]
    pub const fn new(value: T) -> Self {
        Mutex {
            handle: Handle::new(ObjectKind::Mutex),
            poison: Poison::new(),
            inner: std::sync::Mutex::new(value),
        }
    }

    /// # Errors
    /// If a thread panicked while holding it; the value is inside.
    pub fn into_inner(self) -> LockResult<T> {
        self.poison.wrap(self.inner.into_inner().unwrap_or_else(PoisonError::into_inner))
    }
}

impl<T: ?Sized> Mutex<T> {
    /// # Errors
    /// If a thread panicked while holding it; the guard is inside.
    #[track_caller]
    pub fn lock(&self) -> LockResult<MutexGuard<'_, T>> {
        let at = model::here();
        model::lock(&self.handle, Mode::Exclusive, at, None);
        self.poison.wrap(self.taken(at))
    }

    /// # Errors
    /// If another thread holds it, or if a thread panicked while holding it.
    #[track_caller]
    pub fn try_lock(&self) -> TryLockResult<MutexGuard<'_, T>> {
        let at = model::here();
        if !model::try_lock(&self.handle, Mode::Exclusive, at) {
            return Err(TryLockError::WouldBlock);
        }
        Ok(self.poison.wrap(self.taken(at))?)
    }

    /// The guard of a lock the engine has just given to this thread.
    pub(super) fn taken(&self, at: &'static std::panic::Location<'static>) -> MutexGuard<'_, T> {
        let inner = match self.inner.try_lock() {
            Ok(inner) => inner,
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            Err(TryLockError::WouldBlock) => model::left_locked(),
        };
        model::locked(&self.handle, Mode::Exclusive, at, model::value(&*inner));
        if self.poison.is_set() {
            model::record(at, Action::FoundPoison, &self.handle, None);
        }
        MutexGuard {
            lock: self,
            inner: Some(inner),
            touched: Touched::new(),
            was_panicking: model::panicking(),
        }
    }

    /// Takes the lock for a thread that comes back from a condition variable.
    pub(super) fn lock_again(
        &self,
        at: &'static std::panic::Location<'static>,
    ) -> LockResult<MutexGuard<'_, T>> {
        model::lock_again(&self.handle, Mode::Exclusive, at);
        self.poison.wrap(self.taken(at))
    }

    pub fn is_poisoned(&self) -> bool {
        model::reads(&self.handle);
        self.poison.is_set()
    }

    pub fn clear_poison(&self) {
        model::writes(&self.handle);
        self.poison.set(false);
    }

    /// # Errors
    /// If a thread panicked while holding it; the reference is inside.
    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        self.poison.wrap(self.inner.get_mut().unwrap_or_else(PoisonError::into_inner))
    }
}

impl<'a, T: ?Sized> MutexGuard<'a, T> {
    /// Gives the lock back without letting another thread in before, and says which lock it was.
    pub(super) fn give_back(mut self) -> &'a Mutex<T> {
        self.put_down();
        self.lock
    }

    /// The value for a condition to look at. A condition gets `&mut`, but looking is no change.
    pub(super) fn look(&mut self) -> &mut T {
        self.touched.look();
        self.inner.as_mut().expect("the lock is held")
    }

    fn put_down(&mut self) {
        let Some(inner) = self.inner.take() else { return };
        let value = self.touched.written(&*inner);
        drop(inner);
        model::release(&self.lock.handle, Mode::Exclusive, value, self.touched.touch());
        if model::panicking() && !self.was_panicking {
            self.lock.poison.set(true);
            model::record_unplaced(Action::Poison, &self.lock.handle);
        }
    }
}

impl<T: ?Sized> Drop for MutexGuard<'_, T> {
    fn drop(&mut self) {
        if self.inner.is_some() && model::active() {
            model::before_unlock();
            self.put_down();
            model::point_if_somebody_woke();
        }
    }
}

impl<T: ?Sized> Deref for MutexGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.touched.look();
        self.inner.as_ref().expect("the lock is held")
    }
}

impl<T: ?Sized> DerefMut for MutexGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        let inner = self.inner.as_mut().expect("the lock is held");
        self.touched.write(&**inner);
        inner
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for MutexGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for MutexGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for Mutex<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.fmt(f)
    }
}

impl<T: Default> Default for Mutex<T> {
    #[track_caller]
    fn default() -> Self {
        Mutex::new(T::default())
    }
}

impl<T> From<T> for Mutex<T> {
    #[track_caller]
    fn from(value: T) -> Self {
        Mutex::new(value)
    }
}
