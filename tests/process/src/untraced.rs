//! In place of the tracer where there is none: only the ends of processes are seen.

use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::ExitStatus;

use crate::offence::Offence;

/// A system call, if one were seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) number: i64,
    pub(crate) arguments: [u64; 6],
}

pub(crate) struct Tracer {
    answer: i32,
    status: Option<ExitStatus>,
}

impl Tracer {
    pub(crate) fn start(answer: i32) -> Tracer {
        Tracer { answer, status: None }
    }

    pub(crate) fn is_on(&self) -> bool {
        false
    }

    pub(crate) fn status(&self) -> Option<ExitStatus> {
        self.status
    }

    pub(crate) fn offence(&self) -> Option<&Offence> {
        None
    }

    /// Takes note of who has ended; false if there is nobody left to end.
    pub(crate) fn attend(&mut self) -> bool {
        loop {
            let mut status = 0;
            // SAFETY: the status is written to a variable of this function.
            match unsafe { libc::waitpid(-1, &raw mut status, libc::WNOHANG) } {
                0 => return true,
                pid @ 1.. if pid == self.answer => self.status = Some(ExitStatus::from_raw(status)),
                1.. => {}
                _ => return false,
            }
        }
    }

    pub(crate) fn end(&mut self) {}

    pub(crate) fn seen(&self) -> Option<crate::seen::Seen> {
        None
    }

    pub(crate) fn begin_anew(&mut self) {}

    pub(crate) fn litter(&self, _room: &Path) -> Vec<PathBuf> {
        Vec::new()
    }

    pub(crate) fn clean(&self, _room: &Path) {}

    pub(crate) fn moves(&self) -> u64 {
        0
    }

    pub(crate) fn asked(&self, _task: i32) -> Option<Asked> {
        None
    }

    pub(crate) fn is_stopped(&self, _task: i32) -> bool {
        false
    }
}
