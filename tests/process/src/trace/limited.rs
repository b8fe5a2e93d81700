//! Waits that end by themselves: for how long a process sleeps, or how long it is ready to wait for something.

use std::time::Duration;

use libc::pid_t;

use super::ptrace::{self, Asked};
use crate::seen::Seen;

/// A limit that is shorter is the nap of one who looks again and again.
const MOMENT: Duration = Duration::from_secs(1);

/// A wait as it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Limited {
    what: What,
    limit: Duration,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Nothing,
    Files,
    Thread,
}

/// When the limits of the longer waits end.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Ends {
    /// On the clock that never goes back.
    first: Option<Duration>,
    /// SIGKILL was sent: what is waited for now comes soon, and a limit is for what never should be.
    killed: bool,
}

/// Takes note of a call of `task`, if it is such a wait.
pub(super) fn count(seen: &mut Seen, ends: &mut Ends, task: pid_t, asked: &Asked) {
    let kills = [libc::SYS_kill, libc::SYS_pidfd_send_signal].contains(&asked.number);
    ends.killed |= kills && asked.arguments[1] as i32 == libc::SIGKILL;
    let Some(Limited { what, limit }) = limited(task, asked) else { return };
    let length = limit.as_millis().min(1 << 53) as usize;
    match what {
        What::Nothing => {
            seen.naps += 1;
            seen.longest_nap = seen.longest_nap.max(length);
            return;
        }
        What::Files => seen.polls += 1,
        What::Thread => {}
    }
    if !ends.killed {
        seen.longest_wait = seen.longest_wait.max(length);
    }
    if limit < MOMENT {
        seen.moments += 1;
        return;
    }
    let end = now(libc::CLOCK_MONOTONIC).saturating_add(limit);
    let first = *ends.first.get_or_insert(end);
    seen.drift = seen.drift.max(end.saturating_sub(first).as_millis().min(1 << 53) as usize);
}

fn limited(task: pid_t, asked: &Asked) -> Option<Limited> {
    let [first, second, third, fourth, fifth, _] = asked.arguments;
    let milliseconds = |number: u64| u64::try_from(number as i32).ok().map(Duration::from_millis);
    let at = |address: u64, unit: fn(u64) -> Duration| -> Option<Duration> {
        let [seconds, parts] = ptrace::words(task, address)?;
        Some(Duration::from_secs(seconds).saturating_add(unit(parts)))
    };
    let time = |address: u64| (address != 0).then(|| at(address, Duration::from_nanos))?;
    let until = |clock, address: u64| Some(time(address)?.saturating_sub(now(clock)));
    let files = |count: u64| if count == 0 { What::Nothing } else { What::Files };
    let (what, limit) = match asked.number {
        libc::SYS_nanosleep => (What::Nothing, time(first)?),
        libc::SYS_clock_nanosleep if second as i32 & libc::TIMER_ABSTIME != 0 => {
            (What::Nothing, until(first as i32, third)?)
        }
        libc::SYS_clock_nanosleep => (What::Nothing, time(third)?),
        libc::SYS_ppoll => (files(second), time(third)?),
        libc::SYS_pselect6 => (files(first), time(fifth)?),
        libc::SYS_epoll_pwait => (What::Files, milliseconds(fourth)?),
        libc::SYS_futex => {
            let clock = if second as i32 & libc::FUTEX_CLOCK_REALTIME != 0 {
                libc::CLOCK_REALTIME
            } else {
                libc::CLOCK_MONOTONIC
            };
            match second as i32 & !(libc::FUTEX_PRIVATE_FLAG | libc::FUTEX_CLOCK_REALTIME) {
                libc::FUTEX_WAIT => (What::Thread, time(fourth)?),
                libc::FUTEX_WAIT_BITSET => (What::Thread, until(clock, fourth)?),
                _ => return None,
            }
        }
        #[cfg(target_arch = "x86_64")]
        libc::SYS_poll => (files(second), milliseconds(third)?),
        #[cfg(target_arch = "x86_64")]
        libc::SYS_select if fifth != 0 => (files(first), at(fifth, Duration::from_micros)?),
        #[cfg(target_arch = "x86_64")]
        libc::SYS_epoll_wait => (What::Files, milliseconds(fourth)?),
        _ => return None,
    };
    Some(Limited { what, limit })
}

fn now(clock: libc::clockid_t) -> Duration {
    let mut now = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the kernel writes to a variable of this function.
    let told = unsafe { libc::clock_gettime(clock, &raw mut now) };
    if told == 0 { Duration::new(now.tv_sec as u64, now.tv_nsec as u32) } else { Duration::ZERO }
}
