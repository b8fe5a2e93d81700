//! Which system calls stop for the tracer, as a filter that the kernel runs before each one.
//!
//! A process installs it in itself, needs no rights for that, cannot take it off again, and hands it on over `fork` and
//! `exec`. Programs that run with the rights of another user do not get them under it.
//!
//! # Limits
//! Calls of another architecture (32-bit programs) fail with `ENOSYS`, as does `io_uring`, which would go around the filter.

use std::io;

use libc::{c_int, c_long, sock_filter, sock_fprog};

use super::calls;

/// What the filter is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// A tracer decides, and takes note.
    Watch,
    /// The same, and it chooses the order too: it must see whatever one process can notice of another.
    Order,
    /// There is no tracer: a process that would signal one of these numbers, or everybody, is ended by SIGSYS.
    Contain { strangers: Vec<i32> },
}

/// When a call is caught.
#[derive(Clone, Copy, Debug)]
pub(crate) enum When {
    Always,
    /// One of these bits is set in the argument of that index.
    Bits(u32, u32),
    /// The argument of that index is this.
    Is(u32, u32),
    /// The argument of that index is less.
    Below(u32, u32),
}

const ARCHITECTURE: u32 = if cfg!(target_arch = "x86_64") { 0xc000_003e } else { 0xc000_00b7 };

/// Numbers of x32, the other architecture within x86-64.
const X32: u32 = 0x4000_0000;

/// Where the kernel's `struct seccomp_data` keeps things; of an argument, the low half.
const NUMBER: u32 = 0;
const ARCH: u32 = 4;
const fn argument(index: u32) -> u32 {
    16 + 8 * index
}

fn step(code: u32, k: u32) -> sock_filter {
    sock_filter { code: code as u16, jt: 0, jf: 0, k }
}

/// Goes on with the next if it is so, else skips `past`.
fn test(how: u32, k: u32, past: u8) -> sock_filter {
    sock_filter { code: (libc::BPF_JMP | how | libc::BPF_K) as u16, jt: 0, jf: past, k }
}

fn load(at: u32) -> sock_filter {
    step(libc::BPF_LD | libc::BPF_W | libc::BPF_ABS, at)
}

fn give(action: u32) -> sock_filter {
    step(libc::BPF_RET | libc::BPF_K, action)
}

fn catch(into: &mut Vec<sock_filter>, number: c_long, when: When, action: u32) {
    let number = number as u32;
    match when {
        When::Always => into.extend([test(libc::BPF_JEQ, number, 1), give(action)]),
        When::Bits(index, bits) => into.extend([
            test(libc::BPF_JEQ, number, 4),
            load(argument(index)),
            test(libc::BPF_JSET, bits, 1),
            give(action),
            load(NUMBER),
        ]),
        When::Below(index, limit) => into.extend([
            test(libc::BPF_JEQ, number, 4),
            load(argument(index)),
            sock_filter { jt: 1, jf: 0, ..test(libc::BPF_JGE, limit, 0) },
            give(action),
            load(NUMBER),
        ]),
        When::Is(index, value) => into.extend([
            test(libc::BPF_JEQ, number, 4),
            load(argument(index)),
            test(libc::BPF_JEQ, value, 1),
            give(action),
            load(NUMBER),
        ]),
    }
}

fn program(purpose: &Purpose) -> Vec<sock_filter> {
    let absent = libc::SECCOMP_RET_ERRNO | libc::ENOSYS as u32;
    let ours = sock_filter { jt: 1, jf: 0, ..test(libc::BPF_JEQ, ARCHITECTURE, 0) };
    let mut program = vec![load(ARCH), ours, give(absent), load(NUMBER)];
    if cfg!(target_arch = "x86_64") {
        program.extend([test(libc::BPF_JGE, X32, 1), give(absent)]);
    }
    catch(&mut program, libc::SYS_io_uring_setup, When::Always, absent);
    match purpose {
        Purpose::Watch | Purpose::Order => {
            // A child that its tracer does not get would make every one of these fail.
            for &(number, when) in calls::watched() {
                catch(&mut program, number, when, libc::SECCOMP_RET_TRACE);
            }
            let more = if *purpose == Purpose::Order { calls::ordered() } else { calls::limited() };
            for &(number, when) in more {
                catch(&mut program, number, when, libc::SECCOMP_RET_TRACE);
            }
        }
        Purpose::Contain { strangers } => {
            let end = libc::SECCOMP_RET_KILL_PROCESS;
            let groups = strangers.iter().map(|&number| -number);
            for number in strangers.iter().copied().chain(groups).chain([-1]) {
                for &(call, target) in calls::signals() {
                    catch(&mut program, call, When::Is(target, number as u32), end);
                }
            }
            // One that joins the group of a stranger could signal it as its own.
            for &number in strangers {
                catch(&mut program, libc::SYS_setpgid, When::Is(1, number as u32), end);
            }
        }
    }
    program.push(give(libc::SECCOMP_RET_ALLOW));
    program
}

/// Puts the filter before every system call of this process, and of what it starts.
pub(crate) fn install(purpose: &Purpose) -> io::Result<()> {
    let program = program(purpose);
    let filter = sock_fprog { len: program.len() as u16, filter: program.as_ptr().cast_mut() };
    // SAFETY: two requests about this process alone; the kernel copies the program, which lives until then.
    let installed = unsafe {
        libc::prctl(libc::PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
        libc::syscall(libc::SYS_seccomp, libc::SECCOMP_SET_MODE_FILTER, 0 as c_int, &raw const filter)
    };
    if installed == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

/// Whether this kernel has filters at all.
pub(crate) fn is_known() -> bool {
    let action = libc::SECCOMP_RET_TRACE;
    // SAFETY: the kernel reads one number, which lives until then.
    unsafe {
        libc::syscall(libc::SYS_seccomp, libc::SECCOMP_GET_ACTION_AVAIL, 0 as c_int, &raw const action) == 0
    }
}
