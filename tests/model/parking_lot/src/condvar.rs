use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use interleave::model::{self, Action, Handle, ObjectKind};
use model_std::time::Instant;

use crate::MutexGuard;
use crate::held::{self, At};

/// [`parking_lot::Condvar`]: wakes nobody by itself, and whom `notify_one` wakes is explored.
pub struct Condvar {
    handle: Handle,
    /// Address of the mutex that its waiters gave back; only meant while there are any.
    mutex: AtomicUsize,
}

/// [`parking_lot::WaitTimeoutResult`]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitTimeoutResult(bool);

impl WaitTimeoutResult {
    pub const fn timed_out(self) -> bool {
        self.0
    }
}

impl Condvar {
    #[track_caller]
    pub const fn new() -> Self {
        Condvar { handle: Handle::new(ObjectKind::Condvar), mutex: AtomicUsize::new(0) }
    }

    /// Gives the lock back, waits, takes the lock again; false when the time was up.
    fn sleep<T: ?Sized>(&self, guard: &mut MutexGuard<'_, T>, at: At, until: Option<Duration>) -> bool {
        model::before_write(at, &self.handle);
        let mutex = (&raw const MutexGuard::mutex(guard).handle).addr();
        let other = self.mutex.swap(mutex, Ordering::Relaxed);
        if other != mutex && model::waiting(&self.handle) > 0 {
            self.mutex.store(other, Ordering::Relaxed);
            panic!("attempted to use a condition variable with more than one mutex");
        }
        guard.put_down();
        let woken = model::wait(&[&self.handle], Action::WaitNotify, at, until);
        model::record(at, if woken { Action::Woken } else { Action::TimedOut }, &self.handle, None);
        guard.pick_up(at);
        woken
    }

    #[track_caller]
    pub fn wait<T: ?Sized>(&self, guard: &mut MutexGuard<'_, T>) {
        self.sleep(guard, model::here(), None);
    }

    #[track_caller]
    pub fn wait_until<T: ?Sized>(&self, guard: &mut MutexGuard<'_, T>, limit: Instant) -> WaitTimeoutResult {
        WaitTimeoutResult(!self.sleep(guard, model::here(), held::at_instant(limit)))
    }

    #[track_caller]
    pub fn wait_for<T: ?Sized>(&self, guard: &mut MutexGuard<'_, T>, limit: Duration) -> WaitTimeoutResult {
        WaitTimeoutResult(!self.sleep(guard, model::here(), held::after(limit)))
    }

    #[track_caller]
    pub fn wait_while<T, F>(&self, guard: &mut MutexGuard<'_, T>, condition: F)
    where
        T: ?Sized,
        F: FnMut(&mut T) -> bool,
    {
        self.sleep_while(guard, condition, model::here(), None);
    }

    #[track_caller]
    pub fn wait_while_until<T, F>(
        &self,
        guard: &mut MutexGuard<'_, T>,
        condition: F,
        limit: Instant,
    ) -> WaitTimeoutResult
    where
        T: ?Sized,
        F: FnMut(&mut T) -> bool,
    {
        self.sleep_while(guard, condition, model::here(), held::at_instant(limit))
    }

    #[track_caller]
    pub fn wait_while_for<T, F>(
        &self,
        guard: &mut MutexGuard<'_, T>,
        condition: F,
        limit: Duration,
    ) -> WaitTimeoutResult
    where
        T: ?Sized,
        F: FnMut(&mut T) -> bool,
    {
        self.sleep_while(guard, condition, model::here(), held::after(limit))
    }

    fn sleep_while<T, F>(
        &self,
        guard: &mut MutexGuard<'_, T>,
        mut condition: F,
        at: At,
        until: Option<Duration>,
    ) -> WaitTimeoutResult
    where
        T: ?Sized,
        F: FnMut(&mut T) -> bool,
    {
        let mut timed_out = false;
        while condition(guard.look()) {
            if timed_out {
                return WaitTimeoutResult(true);
            }
            timed_out = !self.sleep(guard, at, until);
        }
        WaitTimeoutResult(false)
    }

    /// Whether a thread was woken.
    #[track_caller]
    pub fn notify_one(&self) -> bool {
        self.notify(model::here(), 1) > 0
    }

    /// How many threads were woken.
    #[track_caller]
    pub fn notify_all(&self) -> usize {
        self.notify(model::here(), usize::MAX)
    }

    fn notify(&self, at: At, count: usize) -> usize {
        if !model::active() {
            return 0;
        }
        model::point(at);
        let woken = model::notify(&self.handle, count);
        model::record(at, Action::Notify { woken }, &self.handle, None);
        woken
    }
}

impl Default for Condvar {
    #[track_caller]
    fn default() -> Self {
        Condvar::new()
    }
}

impl fmt::Debug for Condvar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Condvar { .. }")
    }
}
