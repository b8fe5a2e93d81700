//! Threads of an order, and what they come back with.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::{ThreadIndex, caught, is_finished};
use crate::failure::Kind;
use crate::world::{self, At, Death};

/// What a thread returns, or what it panicked with.
pub type Outcome<T> = Result<T, Box<dyn Any + Send + 'static>>;

/// A spawned thread, to be joined.
#[derive(Debug)]
pub struct Spawned<T> {
    pub thread: ThreadIndex,
    outcome: Arc<Mutex<Option<Outcome<T>>>>,
    panicked_unseen: Arc<AtomicBool>,
}

impl<T> Spawned<T> {
    /// Blocks until the thread ends.
    pub fn join(self, at: At) -> Outcome<T> {
        world::join(self.thread, at);
        self.panicked_unseen.store(false, Ordering::Relaxed);
        world::with(|world| {
            let death = world.death_of(self.thread);
            if *death == Death::Unseen {
                *death = Death::Seen;
            }
        });
        let outcome = self.outcome.lock().unwrap_or_else(PoisonError::into_inner).take();
        outcome.expect("a thread that is joined has ended")
    }

    pub fn is_finished(&self) -> bool {
        is_finished(self.thread)
    }

    /// True once the thread has ended in a panic that nobody has joined to see.
    pub fn panicked_unseen(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.panicked_unseen)
    }
}

/// Starts a thread that borrows nothing.
pub fn spawn<T: 'static>(name: Option<String>, at: At, f: impl FnOnce() -> T + 'static) -> Spawned<T> {
    // SAFETY: nothing is borrowed.
    unsafe { spawn_scoped(name, at, f) }
}

/// Starts a thread that may borrow.
///
/// # Safety
/// The thread must be joined, or its order over, before what `f` borrows goes away.
pub unsafe fn spawn_scoped<'a, T: 'a>(
    name: Option<String>,
    at: At,
    f: impl FnOnce() -> T + 'a,
) -> Spawned<T> {
    if world::with(|world| world.alive) >= world::MOST_THREADS {
        world::fail(Kind::TooManyThreads { at: Some(at.into()) });
    }
    let outcome = Arc::new(Mutex::new(None));
    let thread = world::with(|world| world.add_task(name, Some(at)));
    let packet = Arc::clone(&outcome);
    let panicked_unseen = Arc::new(AtomicBool::new(false));
    let panicked = Arc::clone(&panicked_unseen);
    let body = move || {
        let result = catch_unwind(AssertUnwindSafe(f));
        if result.is_err() {
            caught();
            panicked.store(true, Ordering::Relaxed);
            world::with(|world| *world.death_of(thread) = Death::Unseen);
        }
        *packet.lock().unwrap_or_else(PoisonError::into_inner) = Some(result);
        if catch_unwind(AssertUnwindSafe(crate::runner::drop_locals)).is_err() {
            world::fail(world::with(|world| crate::panics::last(world)));
        }
    };
    // SAFETY: passed on to our caller.
    unsafe { crate::runner::start(thread, Box::new(body)) };
    Spawned { thread, outcome, panicked_unseen }
}

/// Blocks until the thread ends, leaving its outcome to whoever holds the handle.
pub fn join(thread: ThreadIndex, at: At) {
    world::join(thread, at);
}
