//! Guards that own the `Arc` their lock lies in.

use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use std::time::Duration;

use interleave::model::{self, Mode};
use model_std::time::Instant;
use parking_lot::lock_api::GuardNoSend;

use crate::held::{self, At, Finally};
use crate::mutex::Mutex;
use crate::raw::Reads;
use crate::rwlock::RwLock;

/// A guard that owns its lock's `Arc`, and the four ways to ask for it.
macro_rules! arc_guard {
    (
        $guard:ident, $lock_type:ident [R $(: $bound:path)?], $owner:ident,
        $ask:expr, $held:expr, $take:ident, $force_unlock:ident,
        $lock:ident $try_lock:ident $for:ident $until:ident
    ) => {
        #[doc = concat!("[`parking_lot::", stringify!($guard), "`]")]
        #[must_use = "if unused the lock will immediately unlock"]
        pub struct $guard<R, T: ?Sized> {
            lock: Arc<$lock_type<R, T>>,
            touched: model::Touched,
            not_send: PhantomData<*const ()>,
        }

        impl<R $(: $bound)?, T: ?Sized> $lock_type<R, T> {
            #[track_caller]
            pub fn $lock(self: &Arc<Self>) -> $guard<R, T> {
                let at = model::here();
                model::lock(&self.handle, $ask, at, None);
                $guard::taken(Arc::clone(self), at)
            }

            #[track_caller]
            pub fn $try_lock(self: &Arc<Self>) -> Option<$guard<R, T>> {
                let at = model::here();
                model::try_lock(&self.handle, $ask, at).then(|| $guard::taken(Arc::clone(self), at))
            }

            #[track_caller]
            pub fn $for(self: &Arc<Self>, limit: Duration) -> Option<$guard<R, T>> {
                let at = model::here();
                let taken = model::lock(&self.handle, $ask, at, held::after(limit));
                taken.then(|| $guard::taken(Arc::clone(self), at))
            }

            #[track_caller]
            pub fn $until(self: &Arc<Self>, limit: Instant) -> Option<$guard<R, T>> {
                let at = model::here();
                let taken = model::lock(&self.handle, $ask, at, held::at_instant(limit));
                taken.then(|| $guard::taken(Arc::clone(self), at))
            }
        }

        impl<R, T: ?Sized> $guard<R, T> {
            /// The guard of a lock the engine has just given to this thread.
            fn taken(lock: Arc<$lock_type<R, T>>, at: At) -> Self {
                let guard = $guard { lock, touched: model::Touched::new(), not_send: PhantomData };
                guard.pick_up(at);
                guard
            }

            fn pick_up(&self, at: At) {
                let inner = self.lock.inner.$take().unwrap_or_else(|| model::left_locked());
                model::locked(&self.lock.handle, $held, at, model::value(&*inner));
                // Unlocked by `put_down`, without a guard.
                std::mem::forget(inner);
            }

            fn put_down(&mut self) {
                model::before_unlock();
                let touched = std::mem::take(&mut self.touched);
                let value = touched.written(&**self);
                // SAFETY: `pick_up` forgot the guard of this lock.
                unsafe { self.lock.inner.$force_unlock(GuardNoSend::new()) };
                model::release(&self.lock.handle, $held, value, touched.touch());
            }

            pub fn $owner(s: &Self) -> &Arc<$lock_type<R, T>> {
                &s.lock
            }

            pub fn into_arc(s: Self) -> Arc<$lock_type<R, T>> {
                Arc::clone(&s.lock)
            }

            pub fn into_arc_fair(s: Self) -> Arc<$lock_type<R, T>> {
                Self::into_arc(s)
            }

            pub fn unlock_fair(s: Self) {
                drop(s);
            }
        }

        impl<R $(: $bound)?, T: ?Sized> $guard<R, T> {
            /// Gives the lock back while `f` runs.
            #[track_caller]
            pub fn unlocked<F, U>(s: &mut Self, f: F) -> U
            where
                F: FnOnce() -> U,
            {
                let at = model::here();
                s.put_down();
                model::unlocked_at(at);
                let _again = Finally(|| {
                    model::lock(&s.lock.handle, $ask, at, None);
                    s.pick_up(at);
                });
                f()
            }

            /// See [`Self::unlocked`].
            #[track_caller]
            pub fn unlocked_fair<F, U>(s: &mut Self, f: F) -> U
            where
                F: FnOnce() -> U,
            {
                Self::unlocked(s, f)
            }

            /// Gives the lock back and takes it again, so that another thread may come first.
            #[track_caller]
            pub fn bump(s: &mut Self) {
                Self::unlocked(s, || ());
            }
        }

        impl<R, T: ?Sized> Deref for $guard<R, T> {
            type Target = T;

            fn deref(&self) -> &T {
                self.touched.look();
                // SAFETY: the lock is held in the mode of this guard.
                unsafe { &*self.lock.inner.data_ptr() }
            }
        }

        impl<R, T: ?Sized> Drop for $guard<R, T> {
            fn drop(&mut self) {
                if model::active() {
                    self.put_down();
                }
            }
        }
    };
}

arc_guard!(
    ArcMutexGuard, Mutex [R], mutex, Mode::Exclusive, Mode::Exclusive, try_lock, force_unlock,
    lock_arc try_lock_arc try_lock_arc_for try_lock_arc_until
);
arc_guard!(
    ArcRwLockReadGuard, RwLock [R: Reads], rwlock, R::MODE, Mode::Shared, try_read, force_unlock_read,
    read_arc try_read_arc try_read_arc_for try_read_arc_until
);
arc_guard!(
    ArcRwLockWriteGuard, RwLock [R: Reads], rwlock, Mode::Exclusive, Mode::Exclusive, try_write,
    force_unlock_write, write_arc try_write_arc try_write_arc_for try_write_arc_until
);

macro_rules! arc_writes {
    ($($guard:ident)*) => {$(
        impl<R, T: ?Sized> DerefMut for $guard<R, T> {
            fn deref_mut(&mut self) -> &mut T {
                // SAFETY: the lock is held exclusively.
                let value = unsafe { &mut *self.lock.inner.data_ptr() };
                self.touched.write(value);
                value
            }
        }
    )*};
}

arc_writes!(ArcMutexGuard ArcRwLockWriteGuard);
