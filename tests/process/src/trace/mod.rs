//! Follows the processes of a case over fork and exec, on Linux: sees their system calls, and refuses those that would reach
//! beyond the case.

mod calls;
pub(crate) mod filter;
mod limited;
mod made;
mod outside;
mod past;
mod ptrace;
pub(crate) mod search;
pub(crate) mod stage;
pub(crate) mod telling;
mod touch;
mod tracer;

pub(crate) use ptrace::Asked;
pub(crate) use tracer::Tracer;
