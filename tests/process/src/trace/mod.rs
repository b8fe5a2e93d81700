//! Follows the processes of a case over fork and exec, on Linux: sees their system calls, and refuses those that would reach
//! beyond the case.

mod calls;
pub(crate) mod filter;
mod outside;
#[allow(dead_code, reason = "choosing an order needs the rest")]
mod ptrace;
mod tracer;

pub(crate) use ptrace::Asked;
pub(crate) use tracer::Tracer;
