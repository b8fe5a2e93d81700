//! What specs look with: counts and lists that live beside the code under test.
//!
//! Each is cheap to clone, and all clones are one; all live in one order. The engine sees each look and each change as an
//! access of the step in which it happens. None of them is a point where other threads may run first, so none adds orders
//! to a search that runs all; what commutes, as said at each, is also no reason for a reduced search to try both ways.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::event::ObjectKind;
use crate::model;
use crate::world::{self, Handle, World};

/// A number that threads add to and that is read once they are done.
///
/// Adding commutes with adding: who only counts adds no orders. Reading does not commute with adding.
///
/// ```
/// interleave::explore(|| {
///     let sum = interleave::observe::Tally::new();
///     model_std::thread::scope(|scope| {
///         scope.spawn(|| sum.add(1));
///         scope.spawn(|| sum.add(2));
///     });
///     assert_eq!(sum.total(), 3);
/// });
/// ```
#[derive(Clone, Debug, Default)]
pub struct Tally(Shared<u64>);

impl Tally {
    /// A count of 0.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds to the count.
    pub fn add(&self, amount: u64) {
        *self.0.add() += amount;
    }

    /// The sum of all that was added.
    #[must_use]
    pub fn total(&self) -> u64 {
        *self.0.read()
    }
}

/// A number whose value a thread uses while others still change it.
///
/// Only reading commutes with reading.
///
/// ```
/// interleave::explore(|| {
///     let next = interleave::observe::Counter::new();
///     assert_eq!((next.add(1), next.get()), (0, 1));
/// });
/// ```
#[derive(Clone, Debug, Default)]
pub struct Counter(Shared<u64>);

impl Counter {
    /// A count of 0.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds, and says what it was before.
    pub fn add(&self, amount: u64) -> u64 {
        let mut value = self.0.write();
        let before = *value;
        *value += amount;
        before
    }

    /// Takes away, down to 0, and says what it was before.
    pub fn subtract(&self, amount: u64) -> u64 {
        let mut value = self.0.write();
        let before = *value;
        *value = before.saturating_sub(amount);
        before
    }

    /// Puts a value in place of what was there.
    pub fn set(&self, value: u64) {
        *self.0.write() = value;
    }

    /// The value now.
    #[must_use]
    pub fn get(&self) -> u64 {
        *self.0.read()
    }
}

/// What happened, in the order in which it did.
///
/// Entries do not commute: which came first is what a list is for.
///
/// ```
/// interleave::explore(|| {
///     let log = interleave::observe::Log::new();
///     log.push("왔음");
///     assert_eq!(log.entries(), ["왔음"]);
/// });
/// ```
#[derive(Debug)]
pub struct Log<T>(Shared<Vec<T>>);

impl<T: Clone> Log<T> {
    /// An empty list.
    #[must_use]
    pub fn new() -> Self {
        Log(Shared::default())
    }

    /// Puts an entry at the end.
    pub fn push(&self, entry: T) {
        self.0.write().push(entry);
    }

    /// All entries so far, the first one first.
    #[must_use]
    pub fn entries(&self) -> Vec<T> {
        self.0.read().clone()
    }
}

impl<T> Clone for Log<T> {
    fn clone(&self) -> Self {
        Log(self.0.clone())
    }
}

/// How many are inside now, and how many were at once.
///
/// Coming and going do not commute, for the most at once depends on their order.
///
/// ```
/// interleave::exists(|| {
///     let inside = interleave::observe::Gauge::new();
///     let stay = || {
///         let _inside = inside.enter();
///         model_std::thread::yield_now();
///     };
///     model_std::thread::scope(|scope| {
///         scope.spawn(stay);
///         scope.spawn(stay);
///     });
///     inside.most() == 2
/// });
/// ```
#[derive(Clone, Debug, Default)]
pub struct Gauge(Shared<Level>);

#[derive(Clone, Copy, Debug, Default)]
struct Level {
    now: usize,
    most: usize,
}

impl Gauge {
    /// Nobody is inside.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// One more is inside until the answer is dropped.
    #[must_use = "it is inside for as long as this lives"]
    pub fn enter(&self) -> Inside {
        let mut level = self.0.write();
        level.now += 1;
        level.most = level.most.max(level.now);
        Inside(self.clone())
    }

    /// How many are inside now.
    #[must_use]
    pub fn now(&self) -> usize {
        self.0.read().now
    }

    /// How many were inside at once, at most.
    #[must_use]
    pub fn most(&self) -> usize {
        self.0.read().most
    }
}

/// See [`Gauge::enter`].
#[derive(Debug)]
pub struct Inside(Gauge);

impl Drop for Inside {
    fn drop(&mut self) {
        self.0.0.write().now -= 1;
    }
}

/// Runs `f` and says, beside its answer, how many threads were alive at once of those that it spawned, or that these spawned:
/// threads of the spec itself do not count. A thread is alive from where it is spawned to its end.
///
/// Adds no orders, but asks how threads were ordered: where it is used, no search can leave orders out that commute.
///
/// # Panics
/// Outside of an order.
pub fn alive_at_once<R>(f: impl FnOnce() -> R) -> (R, usize) {
    let entered = world::with(World::enter_crowd);
    let answer = f();
    (answer, world::with(|world| world.leave_crowd(entered)))
}

#[derive(Debug)]
struct Shared<T>(Arc<(Handle, Mutex<T>)>);

impl<T> Shared<T> {
    fn read(&self) -> MutexGuard<'_, T> {
        model::reads(&self.0.0);
        self.open()
    }

    fn add(&self) -> MutexGuard<'_, T> {
        model::adds(&self.0.0);
        self.open()
    }

    fn write(&self) -> MutexGuard<'_, T> {
        model::writes(&self.0.0);
        self.open()
    }

    fn open(&self) -> MutexGuard<'_, T> {
        self.0.1.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Shared(Arc::clone(&self.0))
    }
}

impl<T: Default> Default for Shared<T> {
    fn default() -> Self {
        Shared(Arc::new((Handle::new(ObjectKind::Observer), Mutex::default())))
    }
}
