//! How far one order may go before it is stopped.

use std::time::Duration;

/// Steps one order may take: more than counting to 70,000 under a lock needs.
pub(super) const MOST_STEPS: u64 = 300_000;
/// Steps an order of the reduced search may take: it looks at each pair.
pub(super) const MOST_REDUCED_STEPS: usize = 3_000;
/// Threads an order of the reduced search may have.
pub(super) const MOST_REDUCED_THREADS: usize = 128;
/// Virtual time one order may take, ten thousand years: who sleeps for longer sleeps for ever. The longest of
/// [`WAITS`](crate::WAITS) must fit in, again and again.
pub(super) const MOST_TIME: Duration = Duration::from_secs(10_000 * 365 * 24 * 60 * 60);
/// How long after its beginning a wait ends by itself at the latest.
pub(super) const LATEST_WAKE: Duration = Duration::from_secs(60 * 60);
/// Steps that change nothing, one after the other, before a thread is said to spin: many more than who spins for a bounded
/// while before it sleeps takes.
pub(super) const MOST_IDLE_STEPS: u32 = 4_000;
/// The same for a thread that nobody else could wake: not every change is seen, as that of a `Cell` in a lock, so it may only
/// work for long.
pub(super) const MOST_IDLE_STEPS_ALONE: u32 = 200_000;
/// Steps that take locks to write and leave the values as they were, but for what these point to: many more than who puts
/// results into the elements of a list takes.
pub(super) const MOST_QUIET_STEPS: u32 = 20_000;
/// Tries for one lock, with no other thread in between, before a thread is said to spin.
pub(super) const MOST_VAIN_TRIES: u32 = 1_000;
/// Naps, each followed by a look at what others may have changed, before a thread is said to poll.
pub(super) const MOST_VAIN_NAPS: u32 = 1_000;
/// Steps that change something, with no other thread in between, before others must go on: no thread of a real system runs
/// for ever while others cannot.
pub(super) const LONGEST_RUN: u32 = 1_000;
/// A thread that changed nothing for so many steps does not work but wait.
pub(super) const WORKING_WITHIN: u32 = 100;
/// Threads alive at once in one order: each has its stack. More than a byte can number.
pub(crate) const MOST_THREADS: usize = 320;
/// Bytes one order may print.
pub(super) const MOST_OUTPUT: usize = 256 * 1024;
