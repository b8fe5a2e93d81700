//! The system calls that the filter catches.

use libc::c_long;

use super::filter::When::{self, Always, Below, Bits, Is};
use super::ptrace::Asked;
use crate::seen::Seen;

const CREATE: u32 = libc::O_CREAT as u32;

/// Calls that signal somebody without a tracer to decide, and which argument says whom.
pub(crate) fn signals() -> &'static [(c_long, u32)] {
    &[
        (libc::SYS_kill, 0),
        (libc::SYS_tkill, 0),
        (libc::SYS_tgkill, 0),
        (libc::SYS_rt_sigqueueinfo, 0),
        (libc::SYS_rt_tgsigqueueinfo, 0),
        (libc::SYS_pidfd_open, 0),
        (libc::SYS_ptrace, 1),
        (libc::SYS_process_vm_writev, 0),
    ]
}

/// What is caught in every case: what could reach beyond it, and what findings rest on.
pub(crate) fn watched() -> &'static [(c_long, When)] {
    &[
        (libc::SYS_kill, Always),
        (libc::SYS_tkill, Always),
        (libc::SYS_tgkill, Always),
        (libc::SYS_rt_sigqueueinfo, Always),
        (libc::SYS_rt_tgsigqueueinfo, Always),
        (libc::SYS_pidfd_send_signal, Always),
        (libc::SYS_ptrace, Always),
        (libc::SYS_process_vm_writev, Always),
        (libc::SYS_prlimit64, Bits(0, u32::MAX)),
        (libc::SYS_fcntl, Is(1, libc::F_SETOWN as u32)),
        (libc::SYS_fcntl, Is(1, F_SETOWN_EX)),
        (libc::SYS_setpgid, Always),
        (libc::SYS_setsid, Always),
        (libc::SYS_chdir, Always),
        (libc::SYS_fchdir, Always),
        (libc::SYS_nanosleep, Always),
        (libc::SYS_clock_nanosleep, Always),
        (libc::SYS_read, Below(2, SMALL as u32 + 1)),
        (libc::SYS_ppoll, Always),
        (libc::SYS_pselect6, Always),
        (libc::SYS_epoll_pwait, Always),
        (libc::SYS_wait4, Always),
        (libc::SYS_waitid, Always),
        (libc::SYS_execve, Always),
        (libc::SYS_execveat, Always),
        (libc::SYS_openat, Bits(2, CREATE)),
        (libc::SYS_openat2, Always),
        (libc::SYS_mkdirat, Always),
        (libc::SYS_mknodat, Always),
        (libc::SYS_symlinkat, Always),
        (libc::SYS_linkat, Always),
        (libc::SYS_renameat2, Always),
        (libc::SYS_mq_open, Bits(1, CREATE)),
        (libc::SYS_shmget, Always),
        (libc::SYS_semget, Always),
        (libc::SYS_msgget, Always),
        #[cfg(target_arch = "x86_64")]
        (libc::SYS_poll, Always),
        #[cfg(target_arch = "x86_64")]
        (libc::SYS_select, Always),
        #[cfg(target_arch = "x86_64")]
        (libc::SYS_epoll_wait, Always),
        #[cfg(target_arch = "x86_64")]
        (libc::SYS_open, Bits(1, CREATE)),
        #[cfg(target_arch = "x86_64")]
        (libc::SYS_creat, Always),
        #[cfg(target_arch = "x86_64")]
        (libc::SYS_mkdir, Always),
        #[cfg(target_arch = "x86_64")]
        (libc::SYS_mknod, Always),
        #[cfg(target_arch = "x86_64")]
        (libc::SYS_symlink, Always),
        #[cfg(target_arch = "x86_64")]
        (libc::SYS_link, Always),
        #[cfg(target_arch = "x86_64")]
        (libc::SYS_rename, Always),
        (libc::SYS_renameat, Always),
    ]
}

/// So few bytes at a time are a small read.
const SMALL: u64 = 8;

/// What is caught besides where nobody chooses the order: waits for another thread, which may have a limit of time.
pub(crate) fn limited() -> &'static [(c_long, When)] {
    &[(libc::SYS_futex, Bits(3, u32::MAX))]
}

/// Takes note of a call of the answer that is no wait with a limit of time.
pub(crate) fn count(seen: &mut Seen, asked: &Asked) {
    let [_, second, third, fourth, ..] = asked.arguments;
    let waits_not = |options: u64| options & libc::WNOHANG as u64 != 0;
    match asked.number {
        libc::SYS_wait4 if waits_not(third) => seen.looks += 1,
        libc::SYS_waitid if waits_not(fourth) => seen.looks += 1,
        libc::SYS_chdir | libc::SYS_fchdir => seen.moves += 1,
        libc::SYS_read if third <= SMALL => seen.small_reads += 1,
        libc::SYS_kill | libc::SYS_pidfd_send_signal => {
            seen.signals += 1;
            seen.requests += usize::from(second as i32 == libc::SIGTERM);
        }
        _ => {}
    }
}

/// Not every C library names it.
pub(crate) const F_SETOWN_EX: u32 = 15;

/// What is caught besides where the order is chosen: whatever one process can notice of another.
pub(crate) fn ordered() -> &'static [(c_long, When)] {
    &[
        (libc::SYS_read, Always),
        (libc::SYS_readv, Always),
        (libc::SYS_pread64, Always),
        (libc::SYS_recvfrom, Always),
        (libc::SYS_recvmsg, Always),
        (libc::SYS_write, Always),
        (libc::SYS_writev, Always),
        (libc::SYS_pwrite64, Always),
        (libc::SYS_sendto, Always),
        (libc::SYS_sendmsg, Always),
        (libc::SYS_sendfile, Always),
        (libc::SYS_splice, Always),
        (libc::SYS_copy_file_range, Always),
        (libc::SYS_fallocate, Always),
        (libc::SYS_truncate, Always),
        (libc::SYS_ftruncate, Always),
        (libc::SYS_getdents64, Always),
        (libc::SYS_openat, Always),
        (libc::SYS_close, Always),
        (libc::SYS_newfstatat, Always),
        (libc::SYS_fstat, Always),
        (libc::SYS_statx, Always),
        (libc::SYS_faccessat, Always),
        (libc::SYS_faccessat2, Always),
        (libc::SYS_readlinkat, Always),
        (libc::SYS_unlinkat, Always),
        (libc::SYS_flock, Always),
        (libc::SYS_fcntl, Is(1, libc::F_SETLK as u32)),
        (libc::SYS_fcntl, Is(1, libc::F_SETLKW as u32)),
        (libc::SYS_fcntl, Is(1, libc::F_OFD_SETLK as u32)),
        (libc::SYS_fcntl, Is(1, libc::F_OFD_SETLKW as u32)),
        (libc::SYS_rt_sigaction, Always),
        (libc::SYS_rt_sigprocmask, Always),
        (libc::SYS_rt_sigsuspend, Always),
        (libc::SYS_rt_sigtimedwait, Always),
        (libc::SYS_exit_group, Always),
        #[cfg(target_arch = "x86_64")]
        (libc::SYS_open, Always),
        #[cfg(target_arch = "x86_64")]
        (libc::SYS_stat, Always),
        #[cfg(target_arch = "x86_64")]
        (libc::SYS_lstat, Always),
        #[cfg(target_arch = "x86_64")]
        (libc::SYS_access, Always),
        #[cfg(target_arch = "x86_64")]
        (libc::SYS_readlink, Always),
        #[cfg(target_arch = "x86_64")]
        (libc::SYS_unlink, Always),
        #[cfg(target_arch = "x86_64")]
        (libc::SYS_rmdir, Always),
        #[cfg(target_arch = "x86_64")]
        (libc::SYS_pause, Always),
    ]
}
