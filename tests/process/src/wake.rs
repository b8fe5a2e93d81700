//! What wakes the guard.

use std::io;
use std::os::fd::{AsFd, BorrowedFd};
use std::time::Duration;

use nix::poll::{PollFd, PollFlags, PollTimeout, poll};

/// A descriptor that can be read when a process of the case stopped or ended.
#[cfg(target_os = "linux")]
pub(crate) struct Wake(nix::sys::signalfd::SignalFd);

#[cfg(target_os = "linux")]
impl Wake {
    pub(crate) fn new() -> io::Result<Wake> {
        use nix::sys::signal::{SigSet, Signal};
        use nix::sys::signalfd::{SfdFlags, SignalFd};

        let child = SigSet::from(Signal::SIGCHLD);
        child.thread_block()?;
        Ok(Wake(SignalFd::with_flags(&child, SfdFlags::SFD_NONBLOCK | SfdFlags::SFD_CLOEXEC)?))
    }

    fn file(&self) -> Option<BorrowedFd<'_>> {
        Some(self.0.as_fd())
    }

    fn rest(&self) {
        while let Ok(Some(_)) = self.0.read_signal() {}
    }
}

/// Nothing wakes it: it looks now and then.
#[cfg(not(target_os = "linux"))]
pub(crate) struct Wake(());

#[cfg(not(target_os = "linux"))]
impl Wake {
    pub(crate) fn new() -> io::Result<Wake> {
        Ok(Wake(()))
    }

    fn file(&self) -> Option<BorrowedFd<'_>> {
        None
    }

    fn rest(&self) {}
}

impl Wake {
    /// Which of these can be read, or are closed; waits until one is, a process moved, or `most` has passed.
    pub(crate) fn within<const N: usize>(&self, files: [BorrowedFd<'_>; N], most: Duration) -> [bool; N] {
        let watched = files.into_iter().chain(self.file());
        let mut watched: Vec<PollFd> = watched.map(|file| PollFd::new(file, PollFlags::POLLIN)).collect();
        let _ = poll(&mut watched, PollTimeout::try_from(most).unwrap_or(PollTimeout::MAX));
        let ready: Vec<bool> = watched.iter().map(|file| file.any().unwrap_or(false)).collect();
        if ready.get(N) == Some(&true) {
            self.rest();
        }
        std::array::from_fn(|index| ready[index])
    }
}

/// Whoever asked holds the other end of the standard input for as long as the answer is wanted.
pub(crate) fn abandoned_within(wake: &Wake, most: Duration) -> bool {
    wake.within([io::stdin().as_fd()], most) == [true]
}
