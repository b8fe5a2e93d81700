//! One tour through the interfaces that the stand-ins cover. Plain code: what it says is the same on every run.

mod crossbeam_channels;
mod crossbeam_rest;
mod crossbeam_select;
mod outcomes;
mod parking_lot_locks;
mod parking_lot_readers;
mod parking_lot_waits;
mod std_channels;
mod std_locks;
mod std_once;
mod std_threads;
mod std_values;

use std::time::Duration;

/// Long enough for another thread to be late by, short enough to wait out.
const SHORT: Duration = Duration::from_millis(5);
/// Never waited out.
const LONG: Duration = Duration::from_secs(60);

/// A name and what to do; it tells what it saw.
pub type Section = (&'static str, fn() -> Vec<String>);

/// A name and a program that may come out in several ways.
pub type Program = (&'static str, fn() -> String);

pub use outcomes::PROGRAMS;

pub const SECTIONS: &[Section] = &[
    ("std: Mutex", std_locks::mutex),
    ("std: RwLock", std_locks::rwlock),
    ("std: Condvar", std_locks::condvar),
    ("std: Condvar with a limit", std_locks::condvar_limits),
    ("std: poison", std_locks::poison),
    ("std: Once", std_once::once),
    ("std: OnceLock", std_once::once_lock),
    ("std: LazyLock", std_once::lazy_lock),
    ("std: Barrier", std_once::barrier),
    ("std: spawn", std_threads::spawn),
    ("std: scope", std_threads::scope),
    ("std: panics", std_threads::panics),
    ("std: park", std_threads::park),
    ("std: thread_local", std_threads::locals),
    ("std: channel", std_channels::channel),
    ("std: channel ends", std_channels::ends),
    ("std: sync_channel", std_channels::bounded),
    ("std: rendezvous", std_channels::rendezvous),
    ("std: atomics", std_values::atomics),
    ("std: shared atomics", std_values::shared),
    ("std: time", std_values::time),
    ("std: hashed collections", std_values::sets),
    ("parking_lot: Mutex", parking_lot_locks::mutex),
    ("parking_lot: guards", parking_lot_locks::guards),
    ("parking_lot: Mutex with a limit", parking_lot_locks::limits),
    ("parking_lot: FairMutex", parking_lot_locks::fair),
    ("parking_lot: ReentrantMutex", parking_lot_locks::reentrant),
    ("parking_lot: ReentrantMutex guards", parking_lot_locks::reentrant_guards),
    ("parking_lot: Arc guards", parking_lot_locks::arcs),
    ("parking_lot: RwLock", parking_lot_readers::rwlock),
    ("parking_lot: RwLock guards", parking_lot_readers::guards),
    ("parking_lot: upgradable", parking_lot_readers::upgradable),
    ("parking_lot: RwLock with a limit", parking_lot_readers::limits),
    ("parking_lot: RecursiveRwLock", parking_lot_readers::recursive),
    ("parking_lot: Condvar", parking_lot_waits::condvar),
    ("parking_lot: Condvar with a limit", parking_lot_waits::condvar_limits),
    ("parking_lot: Once", parking_lot_waits::once),
    ("crossbeam: channel", crossbeam_channels::channel),
    ("crossbeam: channel ends", crossbeam_channels::ends),
    ("crossbeam: bounded", crossbeam_channels::limited),
    ("crossbeam: rendezvous", crossbeam_channels::rendezvous),
    ("crossbeam: timers", crossbeam_channels::timers),
    ("crossbeam: select!", crossbeam_select::macros),
    ("crossbeam: select! that waits", crossbeam_select::waiting),
    ("crossbeam: Select", crossbeam_select::by_hand),
    ("crossbeam: ready", crossbeam_select::ready),
    ("crossbeam: select and rendezvous", crossbeam_select::rendezvous),
    ("crossbeam: AtomicCell", crossbeam_rest::cell),
    ("crossbeam: queues", crossbeam_rest::queues),
    ("crossbeam: deque", crossbeam_rest::deques),
    ("crossbeam: scope", crossbeam_rest::scope),
    ("crossbeam: sync", crossbeam_rest::sync),
    ("crossbeam: utils", crossbeam_rest::utils),
];

/// Tells an expression and what came of it.
macro_rules! say {
    ($said:ident, $($value:expr),+ $(,)?) => {
        { $($said.push(format!("{} = {:?}", stringify!($value), $value));)+ }
    };
}
use say;
