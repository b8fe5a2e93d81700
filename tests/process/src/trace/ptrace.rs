//! The system calls of a tracer. Everything here that is `unsafe` asks the kernel about a process that this one traces,
//! hands over memory of this function alone, and takes an error for an answer.

use std::io;
use std::mem::{size_of, zeroed};

use libc::{c_int, c_long, c_void, pid_t};

/// What a process that stopped at a system call asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) number: i64,
    pub(crate) arguments: [u64; 6],
}

const OPTIONS: c_int = libc::PTRACE_O_TRACESYSGOOD
    | libc::PTRACE_O_TRACEFORK
    | libc::PTRACE_O_TRACEVFORK
    | libc::PTRACE_O_TRACECLONE
    | libc::PTRACE_O_TRACEEXEC
    | libc::PTRACE_O_TRACESECCOMP
    // Whoever is traced is gone with its tracer.
    | libc::PTRACE_O_EXITKILL;

/// The kernel's `struct ptrace_syscall_info`, which not every C library has.
#[repr(C)]
struct Info {
    op: u8,
    pad: [u8; 3],
    arch: u32,
    instruction: u64,
    stack: u64,
    /// At the entry: the number and six arguments; at the exit: the result first.
    words: [u64; 8],
}

const GET_SYSCALL_INFO: c_int = 0x420e;
const EXIT: u8 = 2;

fn request(request: c_int, pid: pid_t, address: usize, data: usize) -> io::Result<c_long> {
    // SAFETY: each caller passes numbers, or the address and the length of a value that it owns.
    let answer = unsafe { libc::ptrace(request as _, pid, address as *mut c_void, data as *mut c_void) };
    if answer < 0 { Err(io::Error::last_os_error()) } else { Ok(answer) }
}

/// Traces `pid` from now on, and whatever it starts.
pub(crate) fn seize(pid: pid_t) -> io::Result<()> {
    request(libc::PTRACE_SEIZE as c_int, pid, 0, OPTIONS as usize).map(drop)
}

/// Lets a stopped process go on, with this signal, or none.
pub(crate) fn go_on(pid: pid_t, signal: c_int) {
    // One that was killed in the meantime is past asking.
    let _ = request(libc::PTRACE_CONT as c_int, pid, 0, signal as usize);
}

/// The same, but it stops where the system call that it is about to make ends.
pub(crate) fn go_on_to_the_end_of_the_call(pid: pid_t) {
    let _ = request(libc::PTRACE_SYSCALL as c_int, pid, 0, 0);
}

/// Leaves a process stopped that a signal has stopped; SIGCONT wakes it.
pub(crate) fn leave_stopped(pid: pid_t) {
    let _ = request(libc::PTRACE_LISTEN as c_int, pid, 0, 0);
}

/// What an event is about: the number of a new process, or the one that a process had before.
pub(crate) fn message(pid: pid_t) -> Option<pid_t> {
    let mut message: libc::c_ulong = 0;
    request(libc::PTRACE_GETEVENTMSG as c_int, pid, 0, (&raw mut message) as usize).ok()?;
    Some(message as pid_t)
}

fn info(pid: pid_t) -> Option<Info> {
    // SAFETY: every field is a number, for which zero is a value.
    let mut info: Info = unsafe { zeroed() };
    request(GET_SYSCALL_INFO, pid, size_of::<Info>(), (&raw mut info) as usize).ok()?;
    Some(info)
}

/// Of one that stopped before a system call.
pub(crate) fn asked(pid: pid_t) -> Option<Asked> {
    let info = info(pid)?;
    let [number, a, b, c, d, e, f, _] = info.words;
    (info.op != EXIT).then_some(Asked { number: number as i64, arguments: [a, b, c, d, e, f] })
}

/// Of one that stopped after a system call: what it gave, or the negative number of an error.
pub(crate) fn result(pid: pid_t) -> Option<i64> {
    let info = info(pid)?;
    (info.op == EXIT).then_some(info.words[0] as i64)
}

/// The system call that a process stopped before is not made, and gives this.
pub(crate) fn refuse(pid: pid_t, result: i64) -> io::Result<()> {
    registers::skip(pid)?;
    registers::give(pid, result)
}

/// The same, but the process makes it anew, after what a signal makes it do first.
pub(crate) fn put_off(pid: pid_t, asked: &Asked) -> io::Result<()> {
    registers::skip(pid)?;
    registers::step_back(pid, asked)
}

/// The next that anything is to be told of, with the status of `wait`. `None`: nothing has happened yet. An error: there
/// is nobody left to wait for.
pub(crate) fn next(patient: bool) -> io::Result<Option<(pid_t, c_int)>> {
    loop {
        let mut status = 0;
        let options = libc::__WALL | if patient { 0 } else { libc::WNOHANG };
        // SAFETY: the status is written to a variable of this function.
        match unsafe { libc::waitpid(-1, &raw mut status, options) } {
            0 => return Ok(None),
            pid @ 1.. => return Ok(Some((pid, status))),
            _ => {
                let error = io::Error::last_os_error();
                if error.kind() != io::ErrorKind::Interrupted {
                    return Err(error);
                }
            }
        }
    }
}

/// Numbers in the memory of a traced process.
pub(crate) fn words<const N: usize>(pid: pid_t, address: u64) -> Option<[u64; N]> {
    use std::os::unix::fs::FileExt;

    let memory = std::fs::File::open(format!("/proc/{pid}/mem")).ok()?;
    let mut words = [0; N];
    for (index, word) in words.iter_mut().enumerate() {
        let mut bytes = [0; 8];
        memory.read_exact_at(&mut bytes, address + 8 * index as u64).ok()?;
        *word = u64::from_ne_bytes(bytes);
    }
    Some(words)
}

/// Bytes of a traced process.
pub(crate) fn bytes(pid: pid_t, address: u64, length: usize) -> Option<Vec<u8>> {
    use std::os::unix::fs::FileExt;

    let memory = std::fs::File::open(format!("/proc/{pid}/mem")).ok()?;
    let mut bytes = vec![0; length];
    memory.read_exact_at(&mut bytes, address).ok()?;
    Some(bytes)
}

/// Text of a traced process, up to its end or `most` bytes.
pub(crate) fn text(pid: pid_t, address: u64, most: usize) -> Option<String> {
    use std::os::unix::fs::FileExt;

    let memory = std::fs::File::open(format!("/proc/{pid}/mem")).ok()?;
    let mut text = Vec::new();
    while text.len() < most {
        // No further than to the end of a page at a time: the next may not be there.
        let at = address + text.len() as u64;
        let mut piece = vec![0; (256 - (at % 256) as usize).min(most - text.len())];
        let count = memory.read_at(&mut piece, at).ok().filter(|&count| count > 0)?;
        if let Some(end) = piece[..count].iter().position(|&byte| byte == 0) {
            text.extend(&piece[..end]);
            break;
        }
        text.extend(&piece[..count]);
    }
    Some(String::from_utf8_lossy(&text).into_owned())
}

#[cfg(target_arch = "x86_64")]
mod registers {
    use super::*;

    /// Where the kernel's `struct user` keeps them.
    const RAX: usize = 10 * 8;
    const ORIG_RAX: usize = 15 * 8;
    const RIP: usize = 16 * 8;
    /// The length of the instruction `syscall`.
    const CALL: u64 = 2;

    fn poke(pid: pid_t, at: usize, value: u64) -> io::Result<()> {
        request(libc::PTRACE_POKEUSER as c_int, pid, at, value as usize).map(drop)
    }

    pub(super) fn skip(pid: pid_t) -> io::Result<()> {
        poke(pid, ORIG_RAX, u64::MAX)
    }

    pub(super) fn give(pid: pid_t, result: i64) -> io::Result<()> {
        poke(pid, RAX, result as u64)
    }

    pub(super) fn step_back(pid: pid_t, asked: &Asked) -> io::Result<()> {
        let info = info(pid).ok_or(io::ErrorKind::NotFound)?;
        poke(pid, RAX, asked.number as u64)?;
        poke(pid, RIP, info.instruction - CALL)
    }
}

#[cfg(target_arch = "aarch64")]
mod registers {
    use super::*;

    const NT_PRSTATUS: usize = 1;
    const NT_ARM_SYSTEM_CALL: usize = 0x404;
    const CALL: u64 = 4;

    fn access<T>(kind: c_int, pid: pid_t, set: usize, value: &mut T) -> io::Result<()> {
        let mut vector = libc::iovec { iov_base: (value as *mut T).cast(), iov_len: size_of::<T>() };
        request(kind, pid, set, (&raw mut vector) as usize).map(drop)
    }

    fn change(pid: pid_t, with: impl Fn(&mut libc::user_regs_struct)) -> io::Result<()> {
        // SAFETY: every field is a number, for which zero is a value.
        let mut registers: libc::user_regs_struct = unsafe { zeroed() };
        access(libc::PTRACE_GETREGSET as c_int, pid, NT_PRSTATUS, &mut registers)?;
        with(&mut registers);
        access(libc::PTRACE_SETREGSET as c_int, pid, NT_PRSTATUS, &mut registers)
    }

    pub(super) fn skip(pid: pid_t) -> io::Result<()> {
        let mut number: c_int = -1;
        access(libc::PTRACE_SETREGSET as c_int, pid, NT_ARM_SYSTEM_CALL, &mut number)
    }

    pub(super) fn give(pid: pid_t, result: i64) -> io::Result<()> {
        change(pid, |registers| registers.regs[0] = result as u64)
    }

    /// The number of the call and its first argument are still where the process put them.
    pub(super) fn step_back(pid: pid_t, _asked: &Asked) -> io::Result<()> {
        change(pid, |registers| registers.pc -= CALL)
    }
}
