use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::{LockResult, PoisonError, TryLockError, TryLockResult};

use interleave::model::{self, Action, Handle, Mode, ObjectKind, Touched};

use super::Poison;

/// [`std::sync::RwLock`]; see [`super::Mutex`]. A reader stays behind a writer that came before, as on Linux.
pub struct RwLock<T: ?Sized> {
    handle: Handle,
    poison: Poison,
    inner: std::sync::RwLock<T>,
}

/// [`std::sync::RwLockReadGuard`]
#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockReadGuard<'a, T: ?Sized> {
    lock: &'a RwLock<T>,
    inner: Option<std::sync::RwLockReadGuard<'a, T>>,
    touched: Touched,
}

/// [`std::sync::RwLockWriteGuard`]
#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockWriteGuard<'a, T: ?Sized> {
    lock: &'a RwLock<T>,
    inner: Option<std::sync::RwLockWriteGuard<'a, T>>,
    touched: Touched,
    was_panicking: bool,
}

type At = &'static std::panic::Location<'static>;

impl<T> RwLock<T> {
    #[track_caller]
    pub const fn new(value: T) -> Self {
        RwLock {
            handle: Handle::new(ObjectKind::RwLock),
            poison: Poison::new(),
            inner: std::sync::RwLock::new(value),
        }
    }

    /// # Errors
    /// If a thread panicked while writing; the value is inside.
    pub fn into_inner(self) -> LockResult<T> {
        self.poison.wrap(self.inner.into_inner().unwrap_or_else(PoisonError::into_inner))
    }
}

impl<T: ?Sized> RwLock<T> {
    /// # Errors
    /// If a thread panicked while writing; the guard is inside.
    #[track_caller]
    pub fn read(&self) -> LockResult<RwLockReadGuard<'_, T>> {
        let at = model::here();
        model::lock(&self.handle, Mode::Shared, at, None);
        self.poison.wrap(self.taken_to_read(at))
    }

    /// # Errors
    /// If a thread panicked while writing; the guard is inside.
    #[track_caller]
    pub fn write(&self) -> LockResult<RwLockWriteGuard<'_, T>> {
        let at = model::here();
        model::lock(&self.handle, Mode::Exclusive, at, None);
        self.poison.wrap(self.taken_to_write(at))
    }

    /// # Errors
    /// If another thread writes, or if a thread panicked while writing.
    #[track_caller]
    pub fn try_read(&self) -> TryLockResult<RwLockReadGuard<'_, T>> {
        let at = model::here();
        if !model::try_lock(&self.handle, Mode::Shared, at) {
            return Err(TryLockError::WouldBlock);
        }
        Ok(self.poison.wrap(self.taken_to_read(at))?)
    }

    /// # Errors
    /// If another thread reads or writes, or if a thread panicked while writing.
    #[track_caller]
    pub fn try_write(&self) -> TryLockResult<RwLockWriteGuard<'_, T>> {
        let at = model::here();
        if !model::try_lock(&self.handle, Mode::Exclusive, at) {
            return Err(TryLockError::WouldBlock);
        }
        Ok(self.poison.wrap(self.taken_to_write(at))?)
    }

    fn taken_to_read(&self, at: At) -> RwLockReadGuard<'_, T> {
        let inner = match self.inner.try_read() {
            Ok(inner) => inner,
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            Err(TryLockError::WouldBlock) => model::left_locked(),
        };
        model::locked(&self.handle, Mode::Shared, at, model::value(&*inner));
        self.look_for_poison(at);
        RwLockReadGuard { lock: self, inner: Some(inner), touched: Touched::new() }
    }

    fn taken_to_write(&self, at: At) -> RwLockWriteGuard<'_, T> {
        let inner = match self.inner.try_write() {
            Ok(inner) => inner,
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            Err(TryLockError::WouldBlock) => model::left_locked(),
        };
        model::locked(&self.handle, Mode::Exclusive, at, model::value(&*inner));
        self.look_for_poison(at);
        RwLockWriteGuard {
            lock: self,
            inner: Some(inner),
            touched: Touched::new(),
            was_panicking: model::panicking(),
        }
    }

    fn look_for_poison(&self, at: At) {
        if self.poison.is_set() {
            model::record(at, Action::FoundPoison, &self.handle, None);
        }
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
    /// If a thread panicked while writing; the reference is inside.
    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        self.poison.wrap(self.inner.get_mut().unwrap_or_else(PoisonError::into_inner))
    }
}

impl<'a, T: ?Sized> RwLockWriteGuard<'a, T> {
    #[track_caller]
    pub fn downgrade(mut s: Self) -> RwLockReadGuard<'a, T> {
        let at = model::here();
        let lock = s.lock;
        model::before_write(at, &lock.handle);
        let inner = s.inner.take().map(std::sync::RwLockWriteGuard::downgrade);
        // The engine's lock is held on, in another mode.
        std::mem::forget(s);
        model::convert(&lock.handle, Mode::Exclusive, Mode::Shared);
        model::locked(
            &lock.handle,
            Mode::Shared,
            at,
            inner.as_ref().and_then(|inner| model::value(&**inner)),
        );
        RwLockReadGuard { lock, inner, touched: Touched::new() }
    }
}

impl<T: ?Sized> Drop for RwLockReadGuard<'_, T> {
    fn drop(&mut self) {
        if model::active() {
            model::before_unlock();
            self.inner = None;
            model::release(&self.lock.handle, Mode::Shared, None, self.touched.touch());
        }
    }
}

impl<T: ?Sized> Drop for RwLockWriteGuard<'_, T> {
    fn drop(&mut self) {
        if !model::active() {
            return;
        }
        model::before_unlock();
        let value = self.inner.take().and_then(|inner| self.touched.written(&*inner));
        model::release(&self.lock.handle, Mode::Exclusive, value, self.touched.touch());
        if model::panicking() && !self.was_panicking {
            self.lock.poison.set(true);
            model::record_unplaced(Action::Poison, &self.lock.handle);
        }
    }
}

impl<T: ?Sized> Deref for RwLockReadGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.touched.look();
        self.inner.as_ref().expect("the lock is held")
    }
}

impl<T: ?Sized> Deref for RwLockWriteGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.touched.look();
        self.inner.as_ref().expect("the lock is held")
    }
}

impl<T: ?Sized> DerefMut for RwLockWriteGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        let inner = self.inner.as_mut().expect("the lock is held");
        self.touched.write(&**inner);
        inner
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLockReadGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLockWriteGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for RwLockReadGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for RwLockWriteGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.fmt(f)
    }
}

impl<T: Default> Default for RwLock<T> {
    #[track_caller]
    fn default() -> Self {
        RwLock::new(T::default())
    }
}

impl<T> From<T> for RwLock<T> {
    #[track_caller]
    fn from(value: T) -> Self {
        RwLock::new(value)
    }
}
