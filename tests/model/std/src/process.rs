//! [`std::process`], where ending the process ends the order and is told. Other processes are not modelled: an order would
//! wait for them in real time.

use std::ffi::OsStr;
use std::ops::{Deref, DerefMut};

pub use std::process::*;

/// [`std::process::Command`], which no order can run.
#[derive(Debug)]
pub struct Command(std::process::Command);

impl Command {
    /// Ends the order and says so.
    #[track_caller]
    pub fn new<S: AsRef<OsStr>>(_program: S) -> Command {
        let instead = "스레드만으로 풉니다. 다른 프로그램은 subprocess에서 다룹니다.";
        interleave::model::unsupported("process::Command", instead, interleave::model::here())
    }
}

impl Deref for Command {
    type Target = std::process::Command;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl DerefMut for Command {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

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
