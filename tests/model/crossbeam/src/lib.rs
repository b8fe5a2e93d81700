//! A stand-in for [`crossbeam`]: `extern crate model_crossbeam as crossbeam;` at the root of a test crate, and unchanged
//! code runs under [`interleave`].
//!
//! [`epoch`] compiles, and ends the order with a sentence that names what to use instead.

pub mod atomic;
pub mod channel;
pub mod deque;
pub mod epoch;
pub mod queue;
mod select_macro;
pub mod sync;
pub mod thread;
pub mod utils;

pub use thread::scope;

type At = &'static std::panic::Location<'static>;

/// The value behind a lock that only the engine's one OS thread takes.
fn open<T>(state: &std::sync::Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    state.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
