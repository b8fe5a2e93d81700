use std::marker::PhantomData;

use interleave::model::{self, Mode};

use crate::guard::{gives_back, maps, reads, writes};
use crate::held::Held;
use crate::raw::Reads;
use crate::rwlock::RwLock;
use crate::upgradable::RwLockUpgradableReadGuard;

/// [`parking_lot::RwLockReadGuard`]
#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockReadGuard<'a, R, T: ?Sized> {
    pub(crate) lock: &'a RwLock<R, T>,
    pub(crate) held: Held<'a, parking_lot::RwLockReadGuard<'a, T>>,
}

/// [`parking_lot::RwLockWriteGuard`]
#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockWriteGuard<'a, R, T: ?Sized> {
    pub(crate) lock: &'a RwLock<R, T>,
    pub(crate) held: Held<'a, parking_lot::RwLockWriteGuard<'a, T>>,
}

/// [`parking_lot::MappedRwLockReadGuard`]
#[must_use = "if unused the RwLock will immediately unlock"]
pub struct MappedRwLockReadGuard<'a, R, T: ?Sized> {
    held: Held<'a, parking_lot::MappedRwLockReadGuard<'a, T>>,
    raw: PhantomData<fn() -> R>,
}

/// [`parking_lot::MappedRwLockWriteGuard`]
#[must_use = "if unused the RwLock will immediately unlock"]
pub struct MappedRwLockWriteGuard<'a, R, T: ?Sized> {
    held: Held<'a, parking_lot::MappedRwLockWriteGuard<'a, T>>,
    raw: PhantomData<fn() -> R>,
}

reads!(RwLockReadGuard[R], RwLockWriteGuard[R], MappedRwLockReadGuard[R], MappedRwLockWriteGuard[R]);
writes!(RwLockWriteGuard[R], MappedRwLockWriteGuard[R]);
maps!(RwLockReadGuard [R] lock, RwLockReadGuard, MappedRwLockReadGuard, &);
maps!(RwLockWriteGuard [R] lock, RwLockWriteGuard, MappedRwLockWriteGuard, &mut);
maps!(MappedRwLockReadGuard [R] raw, MappedRwLockReadGuard, MappedRwLockReadGuard, &);
maps!(MappedRwLockWriteGuard [R] raw, MappedRwLockWriteGuard, MappedRwLockWriteGuard, &mut);
gives_back!(RwLockReadGuard [R: Reads], read_at);
gives_back!(RwLockWriteGuard [R: Reads], write_at);

impl<'a, R, T: ?Sized> RwLockReadGuard<'a, R, T> {
    pub fn rwlock(s: &Self) -> &'a RwLock<R, T> {
        s.lock
    }
}

impl<'a, R, T: ?Sized> RwLockWriteGuard<'a, R, T> {
    pub fn rwlock(s: &Self) -> &'a RwLock<R, T> {
        s.lock
    }

    #[track_caller]
    pub fn downgrade(s: Self) -> RwLockReadGuard<'a, R, T> {
        let at = model::here();
        model::before_write(at, &s.lock.handle);
        let held = s.held.convert(Mode::Shared, parking_lot::RwLockWriteGuard::downgrade);
        model::locked(&s.lock.handle, Mode::Shared, at, model::value(held.get()));
        RwLockReadGuard { lock: s.lock, held }
    }

    #[track_caller]
    pub fn downgrade_to_upgradable(s: Self) -> RwLockUpgradableReadGuard<'a, R, T> {
        let at = model::here();
        model::before_write(at, &s.lock.handle);
        let held = s.held.convert(Mode::Upgradable, parking_lot::RwLockWriteGuard::downgrade_to_upgradable);
        model::locked(&s.lock.handle, Mode::Upgradable, at, model::value(held.get()));
        RwLockUpgradableReadGuard { lock: s.lock, held }
    }
}

impl<R, T: ?Sized> MappedRwLockReadGuard<'_, R, T> {
    pub fn unlock_fair(s: Self) {
        drop(s);
    }
}

impl<R, T: ?Sized> MappedRwLockWriteGuard<'_, R, T> {
    pub fn unlock_fair(s: Self) {
        drop(s);
    }
}
