//! Follows the processes of a case over fork and exec, on Linux: sees their system calls, and refuses those that would reach
//! beyond the case.

mod calls;
pub(crate) mod filter;
mod outside;
mod ptrace;
mod tracer;

pub(crate) use tracer::Tracer;
