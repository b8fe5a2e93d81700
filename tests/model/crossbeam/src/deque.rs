//! [`crossbeam::deque`] run by the engine: rows whose batches are one step each. The real ones may answer `Retry` when two
//! steal at once; here one always comes first.

use std::cell::Cell;
use std::fmt;
use std::marker::PhantomData;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::Arc;

use interleave::model;

pub use crossbeam::deque::Steal;

use crate::At;
use crate::queue::Row;

/// The most that a batch moves without a limit of one's own, as in crossbeam.
const BATCH: usize = 32;

/// [`crossbeam::deque::Worker`]
pub struct Worker<T> {
    row: Arc<Row<T>>,
    is_lifo: bool,
    /// The real one cannot be shared between threads.
    unshared: PhantomData<Cell<()>>,
}

impl<T> Worker<T> {
    #[track_caller]
    fn new(is_lifo: bool) -> Self {
        Worker { row: Arc::new(Row::new()), is_lifo, unshared: PhantomData }
    }

    #[track_caller]
    pub fn new_fifo() -> Self {
        Worker::new(false)
    }

    #[track_caller]
    pub fn new_lifo() -> Self {
        Worker::new(true)
    }

    pub fn stealer(&self) -> Stealer<T> {
        Stealer { row: Arc::clone(&self.row), is_lifo: self.is_lifo }
    }

    #[track_caller]
    pub fn push(&self, task: T) {
        self.row.push_at(task, model::here());
    }

    #[track_caller]
    pub fn pop(&self) -> Option<T> {
        let at = model::here();
        if self.is_lifo { self.row.pop_newest_at(at) } else { self.row.pop_at(at) }
    }

    #[track_caller]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    #[track_caller]
    pub fn len(&self) -> usize {
        self.row.len(model::here())
    }

    /// Those moved come out in the order in which they would have come out where they were.
    fn take_in(&self, mut tasks: Vec<T>, from_lifo: bool, at: At) {
        if self.is_lifo != from_lifo {
            tasks.reverse();
        }
        for task in tasks {
            self.row.push(task, at);
        }
    }
}

/// [`crossbeam::deque::Stealer`]
pub struct Stealer<T> {
    row: Arc<Row<T>>,
    is_lifo: bool,
}

impl<T> Stealer<T> {
    fn is_lifo(&self) -> bool {
        self.is_lifo
    }
}

impl<T> Clone for Stealer<T> {
    fn clone(&self) -> Self {
        Stealer { row: Arc::clone(&self.row), is_lifo: self.is_lifo }
    }
}

/// [`crossbeam::deque::Injector`]
pub struct Injector<T> {
    row: Arc<Row<T>>,
}

impl<T> Injector<T> {
    #[track_caller]
    pub fn new() -> Self {
        Injector { row: Arc::new(Row::new()) }
    }

    fn is_lifo(&self) -> bool {
        false
    }

    #[track_caller]
    pub fn push(&self, task: T) {
        self.row.push_at(task, model::here());
    }
}

impl<T> Default for Injector<T> {
    #[track_caller]
    fn default() -> Self {
        Injector::new()
    }
}

fn found<T>(task: Option<T>) -> Steal<T> {
    task.map_or(Steal::Empty, Steal::Success)
}

/// Takes half of the row, rounded up, but no more than the limit.
fn batch<T>(row: &Arc<Row<T>>, into: &Worker<T>, limit: usize, at: At) -> Vec<T> {
    assert!(limit > 0, "limit must be greater than 0");
    model::before_write(at, row.handle());
    if Arc::ptr_eq(row, &into.row) {
        return Vec::new();
    }
    (0..row.count().div_ceil(2).min(limit)).map_while(|_| row.pop(at)).collect()
}

macro_rules! stolen_from {
    ($($from:ident)*) => {$(
        impl<T> $from<T> {
            #[track_caller]
            pub fn steal(&self) -> Steal<T> {
                found(self.row.pop_at(model::here()))
            }

            #[track_caller]
            pub fn steal_batch(&self, dest: &Worker<T>) -> Steal<()> {
                self.steal_batch_with_limit(dest, BATCH)
            }

            #[track_caller]
            pub fn steal_batch_with_limit(&self, dest: &Worker<T>, limit: usize) -> Steal<()> {
                let at = model::here();
                let tasks = batch(&self.row, dest, limit, at);
                let moved = !tasks.is_empty() || Arc::ptr_eq(&self.row, &dest.row) && dest.row.count() > 0;
                dest.take_in(tasks, self.is_lifo(), at);
                if moved { Steal::Success(()) } else { Steal::Empty }
            }

            #[track_caller]
            pub fn steal_batch_and_pop(&self, dest: &Worker<T>) -> Steal<T> {
                self.steal_batch_with_limit_and_pop(dest, BATCH)
            }

            #[track_caller]
            pub fn steal_batch_with_limit_and_pop(&self, dest: &Worker<T>, limit: usize) -> Steal<T> {
                if Arc::ptr_eq(&self.row, &dest.row) {
                    return found(dest.pop());
                }
                let at = model::here();
                let mut tasks = batch(&self.row, dest, limit, at);
                let task = match tasks.len() {
                    0 => None,
                    len => Some(tasks.remove(if self.is_lifo() { len - 1 } else { 0 })),
                };
                dest.take_in(tasks, self.is_lifo(), at);
                found(task)
            }

            #[track_caller]
            pub fn is_empty(&self) -> bool {
                self.len() == 0
            }

            #[track_caller]
            pub fn len(&self) -> usize {
                self.row.len(model::here())
            }
        }
    )*};
}

stolen_from!(Stealer Injector);

macro_rules! opaque {
    ($($name:ident)*) => {$(
        impl<T> UnwindSafe for $name<T> {}
        impl<T> RefUnwindSafe for $name<T> {}

        impl<T> fmt::Debug for $name<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(concat!(stringify!($name), " { .. }"))
            }
        }
    )*};
}

opaque!(Worker Stealer Injector);
