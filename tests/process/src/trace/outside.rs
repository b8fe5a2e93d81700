//! Whether a signal, or what is as bad, would reach somebody who is not of the case.

use std::fs;

use libc::pid_t;

use super::calls::F_SETOWN_EX;
use super::ptrace::Asked;
use crate::offence::{Signal, Target};

/// Who a target is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whose {
    Ours,
    /// There is no such process or group. `once`: there was one in this case.
    Nobody {
        once: bool,
    },
    Strangers,
}

/// As `kill` reads a number.
fn target(number: i32, caller: pid_t) -> Target {
    match number {
        0 => Target::Group(group_of(caller)),
        -1 => Target::Everybody,
        // The one number that has no positive form is nobody's.
        i32::MIN => Target::Process(0),
        1.. => Target::Process(number),
        _ => Target::Group(-number),
    }
}

fn group_of(pid: pid_t) -> pid_t {
    stat(pid).map_or(0, |stat| stat.group)
}

/// What `asked` would signal, take over or write into; `None` if it does none of this.
pub(crate) fn signal(caller: pid_t, asked: &Asked) -> Option<Signal> {
    let number = |index: usize| asked.arguments[index] as i32;
    let process = |index: usize| Target::Process(number(index));
    let (call, whom, signal) = match asked.number {
        libc::SYS_kill => ("kill", target(number(0), caller), number(1)),
        libc::SYS_tkill => ("tkill", process(0), number(1)),
        libc::SYS_tgkill => ("tgkill", process(0), number(2)),
        libc::SYS_rt_sigqueueinfo => ("sigqueue", process(0), number(1)),
        libc::SYS_rt_tgsigqueueinfo => ("sigqueue", process(0), number(2)),
        libc::SYS_pidfd_send_signal => {
            ("pidfd_send_signal", Target::Process(held(caller, number(0))?), number(1))
        }
        // The first is `PTRACE_TRACEME`.
        libc::SYS_ptrace if number(0) != 0 => ("ptrace", process(1), libc::SIGSTOP),
        libc::SYS_process_vm_writev => ("process_vm_writev", process(0), libc::SIGSTOP),
        libc::SYS_prlimit64 if asked.arguments[2] != 0 => ("prlimit", process(0), libc::SIGSTOP),
        libc::SYS_fcntl if asked.arguments[1] == u64::from(F_SETOWN_EX) => {
            ("fcntl", Target::Everybody, libc::SIGIO)
        }
        libc::SYS_fcntl => ("fcntl", target(number(2), caller), libc::SIGIO),
        _ => return None,
    };
    // Nothing is sent: it only asks whether there is somebody.
    (signal != 0).then(|| Signal { by: caller, name: name(caller), call, target: whom, signal })
}

fn name(pid: pid_t) -> String {
    fs::read_to_string(format!("/proc/{pid}/comm")).unwrap_or_default().trim().to_string()
}

/// Whose descriptor of a process that is.
fn held(caller: pid_t, file: i32) -> Option<pid_t> {
    let info = fs::read_to_string(format!("/proc/{caller}/fdinfo/{file}")).ok()?;
    info.lines().find_map(|line| line.strip_prefix("Pid:")?.trim().parse().ok()).filter(|&pid| pid > 0)
}

pub(crate) struct Stat {
    pub(crate) state: char,
    pub(crate) parent: pid_t,
    pub(crate) group: pid_t,
}

pub(crate) fn stat(pid: pid_t) -> Option<Stat> {
    let text = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let mut words = text.rsplit(')').next()?.split_whitespace();
    let state = words.next()?.chars().next()?;
    let mut number = || words.next()?.parse().ok();
    Some(Stat { state, parent: number()?, group: number()? })
}

/// `is_ours` knows the processes that are traced, `was_ours` also those that were.
pub(crate) fn whose(
    target: Target,
    ours: &[pid_t],
    is_ours: impl Fn(pid_t) -> bool,
    was_ours: impl Fn(pid_t) -> bool,
) -> Whose {
    match target {
        Target::Everybody => Whose::Strangers,
        Target::Process(pid) if is_ours(pid) => Whose::Ours,
        Target::Process(pid) => match stat(pid) {
            // A zombie is not traced any more: its parent has still to wait for it.
            Some(stat) if stat.state == 'Z' && was_ours(pid) && is_ours(stat.parent) => Whose::Ours,
            None if !exists(pid) => Whose::Nobody { once: was_ours(pid) },
            _ => Whose::Strangers,
        },
        // A group has the number of the process that made it, and only processes of its session can join it.
        Target::Group(group) if was_ours(group) => {
            let of_group = |&pid: &pid_t| stat(pid).is_some_and(|stat| stat.group == group);
            if ours.iter().any(of_group) || stat(group).is_some_and(|stat| is_ours(stat.parent)) {
                Whose::Ours
            } else if exists(-group) {
                // Zombies in a group whose leader is gone already, or the number is somebody else's by now.
                if zombies_of(group, &is_ours) { Whose::Ours } else { Whose::Strangers }
            } else {
                Whose::Nobody { once: true }
            }
        }
        Target::Group(group) if !exists(-group) => Whose::Nobody { once: false },
        Target::Group(_) => Whose::Strangers,
    }
}

fn zombies_of(group: pid_t, is_ours: impl Fn(pid_t) -> bool) -> bool {
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    let mut numbers = processes.filter_map(|entry| entry.file_name().to_str()?.parse::<pid_t>().ok());
    numbers.any(|pid| stat(pid).is_some_and(|stat| stat.group == group && is_ours(stat.parent)))
}

/// Whether anybody has this number as `kill` reads it.
fn exists(number: i32) -> bool {
    // SAFETY: signal 0 is sent to nobody.
    let asked = unsafe { libc::kill(number, 0) };
    asked == 0 || std::io::Error::last_os_error().raw_os_error() == Some(libc::EPERM)
}
