use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use interleave::model::{self, Action, Handle, Mode, ObjectKind};
use model_std::time::Instant;

use crate::guard::{gives_back, maps, reads};
use crate::held::{self, At, Held};

/// [`parking_lot::ReentrantMutex`]
pub struct ReentrantMutex<T: ?Sized> {
    handle: Handle,
    /// How often its holder holds it.
    depth: AtomicUsize,
    inner: parking_lot::ReentrantMutex<T>,
}

/// [`parking_lot::ReentrantMutexGuard`]
#[must_use = "if unused the ReentrantMutex will immediately unlock"]
pub struct ReentrantMutexGuard<'a, T: ?Sized> {
    lock: &'a ReentrantMutex<T>,
    held: Held<'a, parking_lot::ReentrantMutexGuard<'a, T>>,
}

/// [`parking_lot::MappedReentrantMutexGuard`]
#[must_use = "if unused the ReentrantMutex will immediately unlock"]
pub struct MappedReentrantMutexGuard<'a, T: ?Sized> {
    held: Held<'a, parking_lot::MappedReentrantMutexGuard<'a, T>>,
}

impl<T> ReentrantMutex<T> {
    #[track_caller]
    pub const fn new(value: T) -> Self {
        ReentrantMutex {
            handle: Handle::new(ObjectKind::Mutex),
            depth: AtomicUsize::new(0),
            inner: parking_lot::ReentrantMutex::new(value),
        }
    }

    pub fn into_inner(self) -> T {
        self.inner.into_inner()
    }
}

impl<T: ?Sized> ReentrantMutex<T> {
    #[track_caller]
    pub fn lock(&self) -> ReentrantMutexGuard<'_, T> {
        self.lock_at(model::here())
    }

    #[track_caller]
    pub fn try_lock(&self) -> Option<ReentrantMutexGuard<'_, T>> {
        let at = model::here();
        self.ask(at, || model::try_lock(&self.handle, Mode::Exclusive, at))
    }

    #[track_caller]
    pub fn try_lock_for(&self, limit: Duration) -> Option<ReentrantMutexGuard<'_, T>> {
        let at = model::here();
        self.ask(at, || model::lock(&self.handle, Mode::Exclusive, at, held::after(limit)))
    }

    #[track_caller]
    pub fn try_lock_until(&self, limit: Instant) -> Option<ReentrantMutexGuard<'_, T>> {
        let at = model::here();
        self.ask(at, || model::lock(&self.handle, Mode::Exclusive, at, held::at_instant(limit)))
    }

    fn lock_at(&self, at: At) -> ReentrantMutexGuard<'_, T> {
        let taken = self.ask(at, || model::lock(&self.handle, Mode::Exclusive, at, None));
        taken.unwrap_or_else(|| unreachable!("a lock without a limit is taken in the end"))
    }

    /// Holds it once more if this thread holds it already, else takes it by `lock`.
    fn ask(&self, at: At, lock: impl FnOnce() -> bool) -> Option<ReentrantMutexGuard<'_, T>> {
        if model::is_held_by_me(&self.handle) {
            model::point(at);
            self.depth.fetch_add(1, Ordering::Relaxed);
        } else if lock() {
            self.depth.store(1, Ordering::Relaxed);
        } else {
            return None;
        }
        let inner = self.inner.try_lock().unwrap_or_else(|| model::left_locked());
        model::locked(&self.handle, Mode::Exclusive, at, model::value(&*inner));
        Some(ReentrantMutexGuard { lock: self, held: Held::nested(&self.handle, &self.depth, inner) })
    }

    #[track_caller]
    pub fn is_locked(&self) -> bool {
        let at = model::here();
        model::before_read(at, &self.handle);
        let held = model::is_held(&self.handle);
        model::record(at, Action::Load, &self.handle, Some(held.into()));
        held
    }

    pub fn is_owned_by_current_thread(&self) -> bool {
        model::is_held_by_me(&self.handle)
    }

    pub fn get_mut(&mut self) -> &mut T {
        self.inner.get_mut()
    }

    pub fn data_ptr(&self) -> *mut T {
        self.inner.data_ptr()
    }
}

impl<'a, T: ?Sized> ReentrantMutexGuard<'a, T> {
    pub fn remutex(s: &Self) -> &'a ReentrantMutex<T> {
        s.lock
    }
}

impl<T: ?Sized> MappedReentrantMutexGuard<'_, T> {
    pub fn unlock_fair(s: Self) {
        drop(s);
    }
}

reads!(ReentrantMutexGuard [], MappedReentrantMutexGuard []);
maps!(ReentrantMutexGuard [] lock, ReentrantMutexGuard, MappedReentrantMutexGuard, &);
maps!(MappedReentrantMutexGuard [], MappedReentrantMutexGuard, MappedReentrantMutexGuard, &);
gives_back!(ReentrantMutexGuard [], lock_at);

impl<T: ?Sized + fmt::Debug> fmt::Debug for ReentrantMutex<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.fmt(f)
    }
}

impl<T: Default> Default for ReentrantMutex<T> {
    #[track_caller]
    fn default() -> Self {
        ReentrantMutex::new(T::default())
    }
}

impl<T> From<T> for ReentrantMutex<T> {
    #[track_caller]
    fn from(value: T) -> Self {
        ReentrantMutex::new(value)
    }
}
