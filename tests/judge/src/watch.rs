//! Ends a child that runs away, by what it does rather than by how long the machine takes.

use std::time::Duration;

use crate::case::Case;
use crate::check::engines;
use crate::runaway::Runaway;

/// How far two looks are apart, at least. Waiting is counted in looks: a clock also runs while the machine lets nobody run.
pub(crate) const TICK: Duration = Duration::from_millis(25);

/// An answer to an exercise needs a hundredth of this; the stacks of as many threads as an order may have need two thirds.
const MEMORY: u64 = 1 << 30;

/// Checking a promise meets tens of thousands of locks, waits and prints a second; this much computing without one is a
/// loop that never ends. Where the system does not tell, it is the time that has passed, and so more of it.
const PROCESSOR: Duration = Duration::from_secs(if cfg!(unix) { 2 } else { 5 });

/// Looking at every order of a step takes a second at most; with this much, each order computes for far too long.
const ALTOGETHER: Duration = Duration::from_secs(8);

/// So many looks must find the child asleep; more where the system does not tell whether it is.
const ASLEEP: u32 = if cfg!(target_os = "linux") { 80 } else { 200 };

/// With less than this in all those looks the child waits for one thing, rather than looks for it again and again.
const IDLE: Duration = Duration::from_millis(60);

/// A loop that grew by so much is better told by its memory.
const GROWTH: u64 = 4 << 20;

/// Nobody needs to see more of one that grew by so much.
const HOARD: u64 = 128 << 20;

/// One look at the process.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    pub(crate) events: u64,
    pub(crate) processor: Duration,
    pub(crate) memory: u64,
}

impl Look {
    pub(crate) fn now(case: &Case) -> Look {
        // One engine may count for several promises: it matters only whether the sum grows.
        let events = engines(case).map(|engine| (engine.signs)()).fold(0, u64::wrapping_add);
        Look { events, processor: processor(), memory: memory() }
    }
}

pub(crate) struct Watch {
    started: Look,
    /// The last look at which something had happened since the one before.
    moved: Look,
    /// How many looks have found the child asleep since then.
    asleep: u32,
}

impl Watch {
    pub(crate) fn new(look: Look) -> Watch {
        Watch { started: look, moved: look, asleep: 0 }
    }

    /// What the last look shows. `awake` says whether the code runs, or would if the machine let it.
    pub(crate) fn judge(&mut self, look: Look, awake: impl Fn() -> bool) -> Option<Runaway> {
        if look.events != self.moved.events {
            (self.moved, self.asleep) = (look, 0);
            let computed = look.processor.saturating_sub(self.started.processor);
            return (computed > ALTOGETHER).then_some(Runaway::Slow);
        }
        self.asleep += u32::from(!awake());
        let computed = look.processor.saturating_sub(self.moved.processor);
        let grown = look.memory.saturating_sub(self.moved.memory);
        if computed < PROCESSOR && self.asleep < ASLEEP && grown < HOARD {
            return None;
        }
        if grown > GROWTH {
            Some(Runaway::Memory)
        } else if computed < IDLE {
            Some(Runaway::Blocked)
        } else {
            Some(Runaway::Loop)
        }
    }
}

#[cfg(unix)]
fn processor() -> Duration {
    let time = nix::time::clock_gettime(nix::time::ClockId::CLOCK_PROCESS_CPUTIME_ID);
    time.map_or(Duration::ZERO, Duration::from)
}

#[cfg(not(unix))]
fn processor() -> Duration {
    static FIRST: std::sync::LazyLock<std::time::Instant> = std::sync::LazyLock::new(std::time::Instant::now);
    FIRST.elapsed()
}

/// Resident bytes of its own, without the files it looks into, where the system tells them without ceremony.
fn memory() -> u64 {
    if !cfg!(target_os = "linux") {
        return 0;
    }
    let text = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let mut pages = text.split_whitespace().skip(1).map_while(|field| field.parse::<u64>().ok());
    let (resident, shared) = (pages.next().unwrap_or(0), pages.next().unwrap_or(0));
    resident.saturating_sub(shared) * 4096
}

/// Whether some thread of the process, besides the one that asks, runs or waits for nothing but a processor or a disk.
#[cfg(target_os = "linux")]
pub(crate) fn is_awake(process: u32) -> bool {
    let me = std::fs::read_link("/proc/thread-self").unwrap_or_default();
    let threads = std::fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    let mut others = threads.filter(|thread| Some(&*thread.file_name()) != me.file_name());
    others.any(|thread| {
        let state = std::fs::read_to_string(thread.path().join("stat")).unwrap_or_default();
        state.rsplit(')').next().is_some_and(|rest| rest.trim_start().starts_with(['R', 'D']))
    })
}

/// The system does not tell.
#[cfg(not(target_os = "linux"))]
pub(crate) fn is_awake(_process: u32) -> bool {
    false
}

/// The system ends what the watch would notice too late. Systems that do not know a limit go on without it.
#[cfg(unix)]
pub(crate) fn limit() {
    use nix::sys::resource::{Resource, setrlimit};

    let limits = [
        (Resource::RLIMIT_CORE, 0, 0),
        (Resource::RLIMIT_CPU, 60, 70),
        (Resource::RLIMIT_DATA, MEMORY, MEMORY),
    ];
    for (resource, soft, hard) in limits {
        let _ = setrlimit(resource, soft, hard);
    }
}

#[cfg(not(unix))]
pub(crate) fn limit() {}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(events: u64, processor: u64, memory: u64) -> Look {
        Look { events, processor: Duration::from_millis(processor), memory: memory << 20 }
    }

    /// What a watch says after so many looks at a child that has met nothing since it started.
    fn after(looks: u32, last: Look, awake: bool) -> Option<Runaway> {
        let mut watch = Watch::new(look(7, 0, 0));
        (0..looks).fold(None, |seen, _| seen.or_else(|| watch.judge(last, || awake)))
    }

    #[test]
    fn 사건이_이어지면_오래_걸려도_기다린다() {
        let mut watch = Watch::new(look(0, 0, 0));
        for event in 1..1000 {
            for _ in 1..ASLEEP {
                let seen = watch.judge(look(event, event * 7, 0), || false);
                assert_eq!(seen, None, "{event}번째까지 사건이 이어졌습니다.");
            }
        }
        let seen = watch.judge(look(1000, 9000, 0), || false);
        assert_eq!(seen, Some(Runaway::Slow), "순서마다 너무 오래 계산합니다.");
    }

    #[test]
    fn 멈춘_까닭은_계산과_메모리가_말한다() {
        for (processor, memory, awake, expected) in [
            (2600, 0, true, Runaway::Loop),
            (2600, 200, true, Runaway::Memory),
            (400, 0, false, Runaway::Loop),
            (10, 200, false, Runaway::Memory),
            (10, 0, false, Runaway::Blocked),
        ] {
            let seen = after(ASLEEP, look(7, processor, memory), awake);
            assert_eq!(seen, Some(expected), "계산 {processor}밀리초, 메모리 {memory} MiB입니다.");
        }
    }

    #[test]
    fn 잠깐의_계산은_의심하지_않는다() {
        let seen = after(ASLEEP - 1, look(7, 1900, 100), false);
        assert_eq!(seen, None, "한도 안의 계산입니다.");
    }

    #[test]
    fn 메모리를_쌓기만_하면_더_보지_않는다() {
        let seen = after(1, look(7, 100, 200), true);
        assert_eq!(seen, Some(Runaway::Memory), "아무 사건도 없이 200 MiB를 더 씁니다.");
    }

    #[test]
    fn 기계가_돌려_주지_않은_것은_멈춘_것이_아니다() {
        let seen = after(100 * ASLEEP, look(7, 1900, 0), true);
        assert_eq!(seen, None, "차례를 기다리는 동안은 판정하지 않습니다.");
    }
}
