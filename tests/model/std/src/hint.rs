//! [`std::hint`], where a spin loop hint lets the engine see the spinning.

pub use std::hint::*;

/// [`std::hint::spin_loop`]
#[track_caller]
pub fn spin_loop() {
    interleave::model::yield_now(interleave::model::here());
}
