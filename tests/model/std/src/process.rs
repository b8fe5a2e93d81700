//! [`std::process`], where ending the process ends the order and is told.

pub use std::process::*;

/// [`std::process::exit`]
#[track_caller]
pub fn exit(_code: i32) -> ! {
    interleave::model::exit(interleave::model::here())
}

/// [`std::process::abort`]
#[track_caller]
pub fn abort() -> ! {
    interleave::model::exit(interleave::model::here())
}
