//! A stand-in for std: `#[macro_use] extern crate model_std as std;` at the root of a test crate, and unchanged code runs
//! under [`interleave`]. A second line, `extern crate model_std as core;`, takes the way round through `core` away.
//!
//! What threads can see of each other is modelled: [`thread`], [`sync`], [`time`], the output macros, [`process::exit`],
//! [`panic::catch_unwind`], `thread_local!`. Everything else is std itself.

pub use std::*;

pub mod collections;
pub mod hash;
pub mod hint;
pub mod io;
mod macros;
pub mod panic;
pub mod process;
pub mod sync;
pub mod thread;
pub mod time;

#[doc(hidden)]
pub use interleave::model as engine;
