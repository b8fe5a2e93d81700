use std::time::Duration;

use interleave::model::{self, Mode};
use model_std::time::Instant;

use crate::guard::{gives_back, reads};
use crate::held::{self, At, Finally, Held};
use crate::raw::Reads;
use crate::rwlock::RwLock;
use crate::rwlock_guard::{RwLockReadGuard, RwLockWriteGuard};

/// [`parking_lot::RwLockUpgradableReadGuard`]
#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockUpgradableReadGuard<'a, R, T: ?Sized> {
    pub(crate) lock: &'a RwLock<R, T>,
    pub(crate) held: Held<'a, parking_lot::RwLockUpgradableReadGuard<'a, T>>,
}

reads!(RwLockUpgradableReadGuard[R]);
gives_back!(RwLockUpgradableReadGuard [R: Reads], upgradable_at);

impl<'a, R, T: ?Sized> RwLockUpgradableReadGuard<'a, R, T> {
    pub fn rwlock(s: &Self) -> &'a RwLock<R, T> {
        s.lock
    }

    #[track_caller]
    pub fn upgrade(s: Self) -> RwLockWriteGuard<'a, R, T> {
        let at = model::here();
        model::lock(&s.lock.handle, Mode::Upgrade, at, None);
        s.upgraded(at)
    }

    /// # Errors
    /// The guard itself, if anybody else reads.
    #[track_caller]
    pub fn try_upgrade(s: Self) -> Result<RwLockWriteGuard<'a, R, T>, Self> {
        let at = model::here();
        if model::try_lock(&s.lock.handle, Mode::Upgrade, at) { Ok(s.upgraded(at)) } else { Err(s) }
    }

    /// # Errors
    /// The guard itself, if anybody else still reads after `limit`.
    #[track_caller]
    pub fn try_upgrade_for(s: Self, limit: Duration) -> Result<RwLockWriteGuard<'a, R, T>, Self> {
        s.upgrade_until(model::here(), held::after(limit))
    }

    /// # Errors
    /// The guard itself, if anybody else still reads at `limit`.
    #[track_caller]
    pub fn try_upgrade_until(s: Self, limit: Instant) -> Result<RwLockWriteGuard<'a, R, T>, Self> {
        s.upgrade_until(model::here(), held::at_instant(limit))
    }

    fn upgrade_until(self, at: At, until: Option<Duration>) -> Result<RwLockWriteGuard<'a, R, T>, Self> {
        if model::lock(&self.lock.handle, Mode::Upgrade, at, until) {
            Ok(self.upgraded(at))
        } else {
            Err(self)
        }
    }

    /// The guard of a lock that the engine has just turned into an exclusive one.
    fn upgraded(self, at: At) -> RwLockWriteGuard<'a, R, T> {
        model::locked(&self.lock.handle, Mode::Exclusive, at, model::value(self.held.get()));
        let held = self.held.convert(Mode::Exclusive, |inner| {
            parking_lot::RwLockUpgradableReadGuard::try_upgrade(inner)
                .unwrap_or_else(|_| model::left_locked())
        });
        RwLockWriteGuard { lock: self.lock, held }
    }

    #[track_caller]
    pub fn downgrade(s: Self) -> RwLockReadGuard<'a, R, T> {
        let at = model::here();
        model::before_write(at, &s.lock.handle);
        let held = s.held.convert(Mode::Shared, parking_lot::RwLockUpgradableReadGuard::downgrade);
        model::locked(&s.lock.handle, Mode::Shared, at, model::value(held.get()));
        RwLockReadGuard { lock: s.lock, held }
    }

    /// Runs `f` with the lock held exclusively.
    #[track_caller]
    pub fn with_upgraded<Ret, F: FnOnce(&mut T) -> Ret>(&mut self, f: F) -> Ret {
        let at = model::here();
        model::lock(&self.lock.handle, Mode::Upgrade, at, None);
        self.while_upgraded(at, f)
    }

    /// Runs `f` with the lock held exclusively, if nobody else reads.
    #[track_caller]
    pub fn try_with_upgraded<Ret, F: FnOnce(&mut T) -> Ret>(&mut self, f: F) -> Option<Ret> {
        let at = model::here();
        model::try_lock(&self.lock.handle, Mode::Upgrade, at).then(|| self.while_upgraded(at, f))
    }

    /// Runs `f` with the lock held exclusively, if nobody else reads within `limit`.
    #[track_caller]
    pub fn try_with_upgraded_for<Ret, F: FnOnce(&mut T) -> Ret>(
        &mut self,
        limit: Duration,
        f: F,
    ) -> Option<Ret> {
        let at = model::here();
        let upgraded = model::lock(&self.lock.handle, Mode::Upgrade, at, held::after(limit));
        upgraded.then(|| self.while_upgraded(at, f))
    }

    /// Runs `f` with the lock held exclusively, if nobody else reads by `limit`.
    #[track_caller]
    pub fn try_with_upgraded_until<Ret, F: FnOnce(&mut T) -> Ret>(
        &mut self,
        limit: Instant,
        f: F,
    ) -> Option<Ret> {
        let at = model::here();
        let upgraded = model::lock(&self.lock.handle, Mode::Upgrade, at, held::at_instant(limit));
        upgraded.then(|| self.while_upgraded(at, f))
    }

    fn while_upgraded<Ret, F: FnOnce(&mut T) -> Ret>(&mut self, at: At, f: F) -> Ret {
        let handle = &self.lock.handle;
        model::locked(handle, Mode::Exclusive, at, model::value(self.held.get()));
        let _downgrade = Finally(|| {
            model::before_unlock();
            model::convert(handle, Mode::Exclusive, Mode::Upgradable);
        });
        self.held.mark_written();
        let ran = self.held.inner().try_with_upgraded(f);
        ran.unwrap_or_else(|| model::left_locked())
    }
}
