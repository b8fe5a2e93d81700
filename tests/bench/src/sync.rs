//! [`std::sync`], whose timeouts go at our pace.

use std::ops::Deref;
use std::time::Duration;

pub use std::sync::*;

#[derive(Debug, Default)]
pub struct Condvar(std::sync::Condvar);

impl Condvar {
    pub const fn new() -> Condvar {
        Condvar(std::sync::Condvar::new())
    }

    /// # Errors
    /// If the lock is poisoned.
    pub fn wait_timeout<'a, T>(
        &self,
        guard: MutexGuard<'a, T>,
        limit: Duration,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        crate::pace::wait(limit, |limit| self.0.wait_timeout(guard, limit))
    }
}

impl Deref for Condvar {
    type Target = std::sync::Condvar;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

/// [`std::sync::mpsc`], whose timeouts go at our pace.
pub mod mpsc {
    use std::ops::Deref;
    use std::time::Duration;

    pub use std::sync::mpsc::*;

    #[derive(Debug)]
    pub struct Receiver<T>(std::sync::mpsc::Receiver<T>);

    pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
        let (sender, receiver) = std::sync::mpsc::channel();
        (sender, Receiver(receiver))
    }

    impl<T> Receiver<T> {
        /// # Errors
        /// If nothing came in time, or nothing can come any more.
        pub fn recv_timeout(&self, limit: Duration) -> Result<T, RecvTimeoutError> {
            crate::pace::wait(limit, |limit| self.0.recv_timeout(limit))
        }
    }

    impl<T> Deref for Receiver<T> {
        type Target = std::sync::mpsc::Receiver<T>;

        fn deref(&self) -> &Self::Target {
            &self.0
        }
    }
}
