//! Runs a closure under every thread order that matters and tells, in Korean, the order that breaks it.
//!
//! The closure uses stand-ins for std, parking_lot and crossbeam (the `model-*` crates) that hand every visible step to
//! this engine. One OS thread runs all threads of an order as coroutines, so an order costs microseconds, and runs the
//! same way each time.
//!
//! * **Which orders.** All orders without a preemption (a switch away from a thread that could go on), then all with one and more,
//!   until some hundred were run. Then one order of each kind, where orders that differ only in steps that commute are of one
//!   kind: that is enough to know whether any order fails. If one does, the simplest is looked for among all. Where there are too
//!   many kinds, or the code asks how threads were ordered, all orders are run as far as a fixed number goes, and then orders with
//!   random priorities from a fixed seed. What was covered is said in [`Coverage`].
//! * **Time is virtual.** Sleeps, clocks and timeouts are exact and cost nothing: the clock moves to the next sleeper
//!   only when no thread can run.
//! * **A failure** is the simplest order found, as data ([`Trace`]) and as a story ([`Failure::story`]).
//!
//! ```
//! use model_std::sync::Mutex;
//! use model_std::thread;
//!
//! let failure = interleave::Explorer::new()
//!     .check(|| {
//!         let total = Mutex::new(0);
//!         thread::scope(|scope| {
//!             for _ in 0..2 {
//!                 scope.spawn(|| {
//!                     let before = *total.lock().unwrap();
//!                     *total.lock().unwrap() = before + 1;
//!                 });
//!             }
//!         });
//!         assert_eq!(total.into_inner().unwrap(), 2);
//!     })
//!     .unwrap_err();
//! assert_eq!(failure.preemptions, 1);
//! assert!(matches!(failure.pattern(), Some(interleave::Pattern::LostUpdate { .. })));
//! println!("{failure}");
//! ```
//!
//! # Limits
//! * Atomics are sequentially consistent, whatever ordering is asked for. With a store buffer for each thread every weaker store
//!   would add a choice to each later step until it is seen, and so kinds of orders that no lesson asks about: what is right
//!   or wrong in them is so under `SeqCst` already. [loom](https://docs.rs/loom) models the weaker orderings.
//! * Of the waits that may end by themselves, those of std's condition variables and `park`, one an order does: at once, or
//!   halfway to its limit.
//! * Where not all kinds of orders are run, orders with more preemptions than the bound are only sampled. One of each kind is
//!   not run where busy waiting is allowed, threads may be late, processors are counted, threads yield, or [`program`] ends.
//! * What only the counts of an `Arc` can tell is looked at where a thread was just spawned or woken, with that one preemption.
//! * A value in a `static` lives on from order to order, so explorations on several threads of the system take turns.
//! * An order has a bound of 300,000 steps; where it is hit, the failure says so ([`Kind::TooLong`]). A thread that works on
//!   without letting others go is interrupted, and time passes meanwhile; one that only looks, yields or naps is said to wait
//!   busily after some thousand times.
//! * When an order has failed, its threads are abandoned and their stacks used again. Code of an order must not lend what lies
//!   on them to threads of the system (a real `thread::scope`) or pin it for a `static`; the stand-ins offer neither.

#![warn(missing_docs)]
#![expect(clippy::result_large_err, reason = "a failure is made once, at the end of an exploration")]

mod bounding;
mod calls;
mod coroutine;
mod event;
mod explore;
mod explorer;
mod failure;
mod finding;
mod lines;
pub mod model;
pub mod observe;
mod panics;
mod pattern;
mod reducing;
mod reduction;
mod runner;
mod scheduler;
mod search;
mod simplest;
mod story;
mod unwinding;
mod world;

use std::panic::Location;
use std::time::Duration;

pub use event::{
    Action, Event, LeftOut, Object, ObjectIndex, ObjectKind, Place, Thread, ThreadIndex, Touch, Trace, Value,
};
pub use explore::{WAITS, catch, exists, explore};
pub use explorer::Explorer;
pub use failure::{Coverage, Failure, Kind, Limit, Order, Wait};
pub use finding::{advise, foresee, orders};
pub use lines::expect_lines;
pub use pattern::{EventIndex, Pattern};
pub use report::{Line, Sources};
pub use unwinding::while_unwinding;
pub use world::{Peak, heartbeat};

/// The lines printed so far in this order.
///
/// # Panics
/// Outside of an order.
/// ```
/// use model_std::println;
///
/// interleave::explore(|| {
///     println!("하나");
///     assert_eq!(interleave::output(), ["하나"]);
/// });
/// ```
pub fn output() -> Vec<String> {
    world::with(|world| world.output()).into_iter().map(|(_, line)| line).collect()
}

/// Virtual time since the order began.
///
/// # Panics
/// Outside of an order.
/// ```
/// use std::time::Duration;
///
/// interleave::explore(|| {
///     model_std::thread::sleep(Duration::from_secs(3600));
///     assert_eq!(interleave::clock(), Duration::from_secs(3600));
/// });
/// ```
pub fn clock() -> Duration {
    world::with(|world| world.now())
}

/// Runs `f` as the `main` of a program: when it returns, the process ends, and threads that `f` left behind are cut where they
/// are. Each may have come any way by then: what [`output`] has afterwards is what the program prints.
///
/// To be called by the first thread. What threads that were cut hold stays held.
///
/// # Panics
/// Outside of an order.
#[track_caller]
pub fn program<R>(f: impl FnOnce() -> R) -> R {
    // Which threads are cut where depends on the order alone.
    world::with(|world| world.accesses.order_was_asked_for = true);
    let answer = f();
    // The last step of a program is its end, and others may still run before it.
    world::point(Some(Location::caller()));
    world::with(world::World::cut_the_others);
    answer
}

/// Computes for this much virtual time on one of [`Explorer::processors`], waiting until one is free.
///
/// # Panics
/// Outside of an order.
/// ```
/// use std::time::Duration;
/// use model_std::thread;
///
/// let minute = Duration::from_secs(60);
/// let together = || {
///     thread::scope(|scope| {
///         for _ in 0..2 {
///             scope.spawn(|| interleave::compute(minute));
///         }
///     });
///     interleave::clock()
/// };
/// interleave::Explorer::new().processors(2).explore(|| assert_eq!(together(), minute));
/// interleave::Explorer::new().processors(1).explore(|| assert_eq!(together(), 2 * minute));
/// ```
#[track_caller]
pub fn compute(duration: Duration) {
    world::compute(duration, Location::caller());
}

/// Ends the order with a sentence that begins with `when`, unless exactly this much virtual time has gone by since it began.
///
/// # Panics
/// Outside of an order.
/// ```
/// use std::time::Duration;
///
/// let failure = interleave::Explorer::new()
///     .check(|| interleave::expect_clock("곧바로 끝나면", Duration::from_secs(1)))
///     .unwrap_err();
/// assert!(failure.to_string().starts_with("곧바로 끝나면 1초가 지나 있어야 하는데 0초가 지났습니다."));
/// ```
#[track_caller]
pub fn expect_clock(when: &str, wanted: Duration) {
    let now = clock();
    if now != wanted {
        let (now, wanted) = (seconds(now), seconds(wanted));
        broken(format!("{when} {wanted}초가 지나 있어야 하는데 {now}{GONE_BY}"));
    }
}

const GONE_BY: &str = "초가 지났습니다.";

/// Whether [`expect_clock`] said so.
pub(crate) fn is_about_the_clock(message: &str) -> bool {
    message.ends_with(GONE_BY)
}

/// Ends the order with a sentence that begins with `what`, unless exactly as much virtual time has gone by since it began
/// as the longest of `times`: what takes these times was done together, and nothing came after.
///
/// # Panics
/// Outside of an order.
#[track_caller]
pub fn expect_overlap(what: &str, times: &[Duration]) {
    let (now, longest) = (clock(), times.iter().max().copied().unwrap_or_default());
    let (took, wanted) = (seconds(now), seconds(longest));
    if now < longest {
        broken(format!("{what} 다 마치기 전에 돌아옵니다. {wanted}초가 걸리는데 {took}초에 돌아옵니다."));
    } else if now > longest && now == times.iter().sum() {
        broken(format!("{what} 하나씩 차례로 합니다. 함께 하면 {wanted}초인데 {took}초가 걸립니다."));
    } else if now > longest {
        broken(format!("{what} 함께 하면 {wanted}초에 끝나는데 {took}초가 걸립니다."));
    }
}

/// A length of time in seconds, to the last nanosecond and without zeros that say nothing: `1.25`.
/// ```
/// assert_eq!(interleave::seconds(std::time::Duration::from_millis(1250)), "1.25");
/// ```
pub fn seconds(time: Duration) -> String {
    let text = format!("{}.{:09}", time.as_secs(), time.subsec_nanos());
    text.trim_end_matches('0').trim_end_matches('.').to_string()
}

/// The most of each kind so far in this order.
///
/// # Panics
/// Outside of an order.
pub fn peak() -> Peak {
    world::with(|world| {
        world.accesses.order_was_asked_for = true;
        world.peak
    })
}

/// How many threads wait now for a lock, or to be woken.
///
/// # Panics
/// Outside of an order.
/// ```
/// use model_std::sync::Mutex;
/// use model_std::thread;
///
/// interleave::exists(|| {
///     let door = Mutex::new(());
///     let guard = door.lock().unwrap();
///     thread::scope(|scope| {
///         scope.spawn(|| drop(door.lock()));
///         thread::yield_now();
///         let one_waits = interleave::waiting() == 1;
///         drop(guard);
///         one_waits
///     })
/// });
/// ```
pub fn waiting() -> usize {
    world::with(|world| {
        world.accesses.order_was_asked_for = true;
        world.waiters()
    })
}

/// How often a lock was taken so far in this order, to write or to read.
///
/// # Panics
/// Outside of an order.
pub fn locks() -> usize {
    world::with(|world| {
        world.accesses.order_was_asked_for = true;
        world.locks()
    })
}

/// How often another thread has gone on so far in this order: who sees the same number twice ran without a break.
///
/// # Panics
/// Outside of an order.
pub fn context_switches() -> u32 {
    world::with(|world| {
        world.accesses.order_was_asked_for = true;
        world.context_switches()
    })
}

/// Fails the order if a spawned thread has not ended.
///
/// # Panics
/// Outside of an order.
/// ```
/// let failure = interleave::Explorer::new()
///     .check(|| {
///         drop(model_std::thread::spawn(|| {}));
///         interleave::expect_all_finished();
///     })
///     .unwrap_err();
/// assert_eq!(failure.kind, interleave::Kind::Unjoined { threads: vec![1] });
/// ```
#[track_caller]
pub fn expect_all_finished() {
    let threads = world::with(|world| world.look_for_unfinished());
    if !threads.is_empty() {
        world::fail(Kind::Unjoined { threads });
    }
}

/// Ends the order with a sentence of the spec's own, without going through a panic.
/// # Panics
/// Outside of an order.
///
/// ```
/// let failure = interleave::Explorer::new().check(|| interleave::broken("둘이 함께 들어갔습니다.")).unwrap_err();
/// assert_eq!(failure.headline(&interleave::Sources::new()), "둘이 함께 들어갔습니다.");
/// ```
#[track_caller]
pub fn broken(message: impl Into<String>) -> ! {
    broken_for(message.into(), "")
}

/// Ends the order unless something was kept, with a sentence of the spec's own and what to do next: where the cause is
/// known better than what [`advise`] says of the whole promise.
///
/// # Panics
/// Outside of an order, if it was not kept.
///
/// ```
/// let check = || interleave::demand(false, "문을 닫습니다.", || "둘이 함께 들어갔습니다.".into());
/// let failure = interleave::Explorer::new().check(check).unwrap_err();
/// assert_eq!(failure.finding(&interleave::Sources::new(), false).advice, "문을 닫습니다.");
/// ```
#[track_caller]
pub fn demand(kept: bool, advice: &str, says: impl FnOnce() -> String) {
    if !kept {
        broken_for(says(), advice);
    }
}

#[track_caller]
fn broken_for(message: String, advice: &str) -> ! {
    let (at, thread) = (Some(Location::caller().into()), world::with(|world| world.current));
    world::fail(Kind::Panic { message, thread, at, advice: advice.into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_exact() {
        let times = [0, 1, 1_500_000_000, 1_999_999_998, 36_000_000_000_000].map(Duration::from_nanos);
        assert_eq!(times.map(seconds), ["0", "0.000000001", "1.5", "1.999999998", "36000"]);
    }
}
