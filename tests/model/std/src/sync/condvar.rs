use std::sync::{LockResult, PoisonError};
use std::time::Duration;

use interleave::model::{self, Action, Handle, ObjectKind, Woke};

use super::MutexGuard;

/// [`std::sync::Condvar`]: a wait may end by itself, and whom `notify_one` wakes is explored.
pub struct Condvar(Handle);

opaque!(Condvar);

/// [`std::sync::WaitTimeoutResult`]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitTimeoutResult(bool);

impl WaitTimeoutResult {
    pub fn timed_out(&self) -> bool {
        self.0
    }
}

impl Default for Condvar {
    #[track_caller]
    fn default() -> Self {
        Condvar::new()
    }
}

impl Condvar {
    #[track_caller]
    pub const fn new() -> Self {
        Condvar(Handle::new(ObjectKind::Condvar))
    }

    /// Gives the lock back, waits, takes the lock again; false when the time was up.
    #[track_caller]
    fn sleep<'a, T: ?Sized>(
        &self,
        guard: MutexGuard<'a, T>,
        until: Option<Duration>,
    ) -> (LockResult<MutexGuard<'a, T>>, bool) {
        let at = model::here();
        model::before_write(at, &self.0);
        let lock = guard.give_back();
        let woke = model::wait_or_wake(&self.0, Action::WaitNotify, at, until);
        model::record(at, woke.action(), &self.0, None);
        (lock.lock_again(at), woke != Woke::TimedOut)
    }

    /// # Errors
    /// If the mutex is poisoned.
    #[track_caller]
    pub fn wait<'a, T: ?Sized>(&self, guard: MutexGuard<'a, T>) -> LockResult<MutexGuard<'a, T>> {
        self.sleep(guard, None).0
    }

    /// # Errors
    /// If the mutex is poisoned.
    #[track_caller]
    pub fn wait_while<'a, T: ?Sized, F>(
        &self,
        guard: MutexGuard<'a, T>,
        mut condition: F,
    ) -> LockResult<MutexGuard<'a, T>>
    where
        F: FnMut(&mut T) -> bool,
    {
        let mut guard = guard;
        while condition(guard.look()) {
            guard = self.wait(guard)?;
        }
        Ok(guard)
    }

    /// # Errors
    /// If the mutex is poisoned.
    #[track_caller]
    pub fn wait_timeout<'a, T: ?Sized>(
        &self,
        guard: MutexGuard<'a, T>,
        limit: Duration,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        let until = model::now().saturating_add(limit);
        let (guard, woken) = self.sleep(guard, Some(until));
        let result = WaitTimeoutResult(!woken);
        match guard {
            Ok(guard) => Ok((guard, result)),
            Err(poisoned) => Err(PoisonError::new((poisoned.into_inner(), result))),
        }
    }

    /// # Errors
    /// If the mutex is poisoned.
    #[deprecated(note = "replaced by `std::sync::Condvar::wait_timeout`")]
    #[track_caller]
    pub fn wait_timeout_ms<'a, T: ?Sized>(
        &self,
        guard: MutexGuard<'a, T>,
        limit: u32,
    ) -> LockResult<(MutexGuard<'a, T>, bool)> {
        let (guard, woken) = self.sleep(guard, Some(model::now() + Duration::from_millis(limit.into())));
        match guard {
            Ok(guard) => Ok((guard, woken)),
            Err(poisoned) => Err(PoisonError::new((poisoned.into_inner(), woken))),
        }
    }

    /// # Errors
    /// If the mutex is poisoned.
    #[track_caller]
    pub fn wait_timeout_while<'a, T: ?Sized, F>(
        &self,
        guard: MutexGuard<'a, T>,
        limit: Duration,
        mut condition: F,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)>
    where
        F: FnMut(&mut T) -> bool,
    {
        let until = model::now().saturating_add(limit);
        let mut guard = guard;
        loop {
            if !condition(guard.look()) {
                return Ok((guard, WaitTimeoutResult(false)));
            }
            let left = until.saturating_sub(model::now());
            if left.is_zero() {
                return Ok((guard, WaitTimeoutResult(true)));
            }
            guard = self.wait_timeout(guard, left)?.0;
        }
    }

    #[track_caller]
    pub fn notify_one(&self) {
        self.notify(1);
    }

    #[track_caller]
    pub fn notify_all(&self) {
        self.notify(usize::MAX);
    }

    #[track_caller]
    fn notify(&self, count: usize) {
        let at = model::here();
        if model::active() {
            model::point(at);
            let woken = model::notify(&self.0, count);
            model::record(at, Action::Notify { woken }, &self.0, None);
            model::point_if_somebody_woke();
        }
    }
}
