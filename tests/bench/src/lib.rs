//! Ordinary threads where the specs expect the engine: under the names `std`, `parking_lot` and `interleave`, so that the
//! specs and the answers are compiled unchanged.
//!
//! Everything is the real thing but for the pace: a second of the code lasts [`SECOND`]. The clock that a spec compares
//! exactly tells whole seconds, so that an answer may be late by up to one.

mod pace;
mod parking;
mod run;
pub mod sync;
pub mod thread;
pub mod time;

pub use std::*;

pub use ::parking_lot::*;
pub use pace::SECOND;
pub use parking::{Condvar, Mutex};
pub use run::{
    Explorer, Peak, advise, begin, broken, clock, context_switches, demand, exists, expect_all_finished,
    expect_clock, expect_lines, explore, foresee, orders, output, peak, seconds, takes_hours, unasked,
    waiting, was_broken, write_out,
};

/// What specs count with lives outside of the order that there is not, a panic unwinds any stack, and waits are numbers.
pub use ::interleave::{WAITS, observe, while_unwinding};

/// [`std::print!`], kept for [`output`].
#[macro_export]
macro_rules! print {
    ($($arg:tt)*) => { $crate::write_out(::core::format_args!($($arg)*)) };
}

/// [`std::println!`], kept for [`output`].
#[macro_export]
macro_rules! println {
    () => { $crate::write_out(::core::format_args!("\n")) };
    ($($arg:tt)*) => { $crate::write_out(::core::format_args!("{}\n", ::core::format_args!($($arg)*))) };
}
