use std::fmt;
use std::marker::PhantomData;
use std::time::Duration;

use interleave::model::{self, Action, Handle, Mode, ObjectKind};
use model_std::time::Instant;

use crate::held::{self, At, Held};
use crate::raw::Reads;
use crate::rwlock_guard::{RwLockReadGuard, RwLockWriteGuard};
use crate::upgradable::RwLockUpgradableReadGuard;

/// [`parking_lot::RwLock`] and [`parking_lot::RecursiveRwLock`]
///
/// As there, only the readers of a recursive one go past a writer that waits.
pub struct RwLock<R, T: ?Sized> {
    pub(crate) handle: Handle,
    raw: PhantomData<fn() -> R>,
    pub(crate) inner: parking_lot::RwLock<T>,
}

impl<R, T> RwLock<R, T> {
    #[track_caller]
    pub const fn new(value: T) -> Self {
        RwLock {
            handle: Handle::new(ObjectKind::RwLock),
            raw: PhantomData,
            inner: parking_lot::RwLock::new(value),
        }
    }

    pub fn into_inner(self) -> T {
        self.inner.into_inner()
    }
}

/// The five ways to ask for a lock in one mode.
macro_rules! asks {
    (
        $guard:ident, $mode:expr, $taken:ident, $lock_at:ident,
        $lock:ident $try_lock:ident $for:ident $until:ident
    ) => {
        #[track_caller]
        pub fn $lock(&self) -> $guard<'_, R, T> {
            self.$lock_at(model::here())
        }

        #[track_caller]
        pub fn $try_lock(&self) -> Option<$guard<'_, R, T>> {
            let at = model::here();
            model::try_lock(&self.handle, $mode, at).then(|| self.$taken(at))
        }

        #[track_caller]
        pub fn $for(&self, limit: Duration) -> Option<$guard<'_, R, T>> {
            let at = model::here();
            model::lock(&self.handle, $mode, at, held::after(limit)).then(|| self.$taken(at))
        }

        #[track_caller]
        pub fn $until(&self, limit: Instant) -> Option<$guard<'_, R, T>> {
            let at = model::here();
            model::lock(&self.handle, $mode, at, held::at_instant(limit)).then(|| self.$taken(at))
        }

        pub(crate) fn $lock_at(&self, at: At) -> $guard<'_, R, T> {
            model::lock(&self.handle, $mode, at, None);
            self.$taken(at)
        }
    };
}

impl<R: Reads, T: ?Sized> RwLock<R, T> {
    asks!(RwLockReadGuard, R::MODE, taken_to_read, read_at, read try_read try_read_for try_read_until);
    asks!(
        RwLockWriteGuard, Mode::Exclusive, taken_to_write, write_at,
        write try_write try_write_for try_write_until
    );
    asks!(
        RwLockUpgradableReadGuard, Mode::Upgradable, taken_upgradable, upgradable_at,
        upgradable_read try_upgradable_read try_upgradable_read_for try_upgradable_read_until
    );
}

impl<R, T: ?Sized> RwLock<R, T> {
    pub(crate) fn taken_to_read(&self, at: At) -> RwLockReadGuard<'_, R, T> {
        let inner = self.inner.try_read().unwrap_or_else(|| model::left_locked());
        model::locked(&self.handle, Mode::Shared, at, model::value(&*inner));
        RwLockReadGuard { lock: self, held: Held::new(&self.handle, Mode::Shared, inner) }
    }

    pub(crate) fn taken_to_write(&self, at: At) -> RwLockWriteGuard<'_, R, T> {
        let inner = self.inner.try_write().unwrap_or_else(|| model::left_locked());
        model::locked(&self.handle, Mode::Exclusive, at, model::value(&*inner));
        RwLockWriteGuard { lock: self, held: Held::new(&self.handle, Mode::Exclusive, inner) }
    }

    fn taken_upgradable(&self, at: At) -> RwLockUpgradableReadGuard<'_, R, T> {
        let inner = self.inner.try_upgradable_read().unwrap_or_else(|| model::left_locked());
        model::locked(&self.handle, Mode::Upgradable, at, model::value(&*inner));
        RwLockUpgradableReadGuard { lock: self, held: Held::new(&self.handle, Mode::Upgradable, inner) }
    }

    #[track_caller]
    pub fn is_locked(&self) -> bool {
        self.looked_at(model::here(), model::is_held)
    }

    #[track_caller]
    pub fn is_locked_exclusive(&self) -> bool {
        self.looked_at(model::here(), |_| self.inner.is_locked_exclusive())
    }

    fn looked_at(&self, at: At, look: impl FnOnce(&Handle) -> bool) -> bool {
        model::before_read(at, &self.handle);
        let held = look(&self.handle);
        model::record(at, Action::Load, &self.handle, Some(held.into()));
        held
    }

    pub fn get_mut(&mut self) -> &mut T {
        self.inner.get_mut()
    }

    pub fn data_ptr(&self) -> *mut T {
        self.inner.data_ptr()
    }
}

impl<R, T: ?Sized + fmt::Debug> fmt::Debug for RwLock<R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.fmt(f)
    }
}

impl<R, T: Default> Default for RwLock<R, T> {
    #[track_caller]
    fn default() -> Self {
        RwLock::new(T::default())
    }
}

impl<R, T> From<T> for RwLock<R, T> {
    #[track_caller]
    fn from(value: T) -> Self {
        RwLock::new(value)
    }
}
