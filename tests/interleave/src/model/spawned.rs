//! Threads of an order, and what they come back with.

use std::any::Any;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::{ThreadIndex, caught, has_returned};
use crate::coroutine::{Body, Stack};
use crate::failure::Kind;
use crate::runner::{drop_locals, unseen};
use crate::world::{self, At, Death};

/// What a thread returns, or what it panicked with.
pub type Outcome<T> = Result<T, Box<dyn Any + Send + 'static>>;

/// A spawned thread, to be joined.
#[derive(Debug)]
pub struct Spawned<T> {
    /// Which thread it is.
    pub thread: ThreadIndex,
    /// The order it belongs to: in a `static`, this may come to light in a later one.
    order: u64,
    outcome: Arc<Mutex<Option<Outcome<T>>>>,
    panicked_unseen: Arc<AtomicBool>,
}

impl<T> Spawned<T> {
    /// Blocks until the thread ends, the destructors of its locals included.
    pub fn join(self, at: At) -> Outcome<T> {
        self.expect_this_order();
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

    /// Whether the thread's closure has returned.
    pub fn is_finished(&self) -> bool {
        self.expect_this_order();
        has_returned(self.thread)
    }

    /// True once the thread has ended in a panic that nobody has joined to see.
    pub fn panicked_unseen(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.panicked_unseen)
    }

    fn expect_this_order(&self) {
        if self.order != super::order() {
            world::fail(Kind::Nondeterministic);
        }
    }
}

/// Starts a thread that borrows nothing, with at least `stack` bytes of stack.
///
/// # Errors
/// If there is no memory for its stack.
pub fn spawn<T: 'static>(
    name: Option<String>,
    stack: usize,
    at: At,
    f: impl FnOnce() -> T + 'static,
) -> io::Result<Spawned<T>> {
    // SAFETY: nothing is borrowed.
    unsafe { spawn_scoped(name, stack, at, f) }
}

/// Starts a thread that may borrow.
///
/// # Errors
/// If there is no memory for its stack.
///
/// # Safety
/// The thread's closure must have returned, or its order be over, before what `f` borrows goes away: see [`join_return`].
pub unsafe fn spawn_scoped<'a, T: 'a>(
    name: Option<String>,
    stack: usize,
    at: At,
    f: impl FnOnce() -> T + 'a,
) -> io::Result<Spawned<T>> {
    if world::with(|world| world.alive) >= world::MOST_THREADS {
        world::fail(Kind::TooManyThreads { at: Some(at.into()) });
    }
    let stack = Stack::new(stack)?;
    let outcome = Arc::new(Mutex::new(None));
    let thread = world::with(|world| world.add_task(name, Some(at)));
    let packet = Arc::clone(&outcome);
    let panicked_unseen = Arc::new(AtomicBool::new(false));
    let panicked = Arc::clone(&panicked_unseen);
    let run = move || {
        let result = catch_unwind(AssertUnwindSafe(f));
        if result.is_err() {
            caught();
            panicked.store(true, Ordering::Relaxed);
            world::with(|world| *world.death_of(thread) = Death::Unseen);
        }
        // From here on nothing that `f` borrowed is left, and nothing that its result borrows if nobody asks for it.
        unseen(move || {
            *packet.lock().unwrap_or_else(PoisonError::into_inner) = Some(result);
            drop(packet);
        });
        world::with(world::World::returns);
        unseen(drop_locals);
    };
    // SAFETY: passed on to our caller. After `returns` the body only drops locals, which are `'static`.
    let body = unsafe { Body::new(stack, Box::new(run)) };
    world::with(|world| world.starting.push((thread, body)));
    Ok(Spawned { thread, order: super::order(), outcome, panicked_unseen })
}

/// Blocks until the thread ends, leaving its outcome to whoever holds the handle.
pub fn join(thread: ThreadIndex, at: At) {
    if world::with(|world| !world.is_finished(thread) || world.is_reduced()) {
        world::join(thread, at);
    }
}

/// Blocks until the thread's closure has returned, as the end of a scope does: the destructors of its locals may still run.
pub fn join_return(thread: ThreadIndex, at: At) {
    if world::with(|world| world.is_reduced()) || !has_returned(thread) {
        world::join_return(thread, at);
    }
}
