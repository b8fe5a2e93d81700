//! Ends a child that runs away, by what it does rather than by how long the machine takes.

use std::time::{Duration, Instant};

use crate::elsewhere::signs;
use crate::runaway::Runaway;

/// An answer to an exercise needs a hundredth of this.
const MEMORY: u64 = 512 << 20;

/// Checking a promise meets tens of thousands of locks, waits and prints a second; this much computing without one is a
/// loop that never ends.
const PROCESSOR: Duration = Duration::from_secs(2);

/// Looking at every order of a step takes a second at most; with this much, each order computes for far too long.
const ALTOGETHER: Duration = Duration::from_secs(8);

/// For a child that computes nothing, or on a machine too busy to let it.
const WALL: Duration = Duration::from_secs(5);

/// Less than this in `WALL` and the child waits rather than computes.
const IDLE: Duration = Duration::from_millis(60);

/// A loop that grew by so much is better told by its memory.
const GROWTH: u64 = 4 << 20;

/// One look at the process.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    pub(crate) events: u64,
    pub(crate) processor: Duration,
    pub(crate) memory: u64,
    pub(crate) at: Instant,
}

impl Look {
    pub(crate) fn now() -> Look {
        let events = interleave::heartbeat() + signs();
        Look { events, processor: processor(), memory: memory(), at: Instant::now() }
    }
}

pub(crate) struct Watch {
    started: Look,
    /// The last look at which something had happened since the one before.
    moved: Look,
}

impl Watch {
    pub(crate) fn new(look: Look) -> Watch {
        Watch { started: look, moved: look }
    }

    /// What the last look shows. `starved` says whether the code would go on if the machine let it.
    pub(crate) fn judge(&mut self, look: Look, starved: impl Fn() -> bool) -> Option<Runaway> {
        if look.events != self.moved.events {
            self.moved = look;
            let computed = look.processor.saturating_sub(self.started.processor);
            return (computed > ALTOGETHER).then_some(Runaway::Slow);
        }
        let computed = look.processor.saturating_sub(self.moved.processor);
        let waited = look.at.saturating_duration_since(self.moved.at);
        if computed < PROCESSOR && waited < WALL {
            return None;
        }
        if look.memory.saturating_sub(self.moved.memory) > GROWTH {
            Some(Runaway::Memory)
        } else if computed < IDLE && cfg!(unix) {
            (!starved()).then_some(Runaway::Blocked)
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
    Duration::ZERO
}

/// Resident bytes, where the system tells them without ceremony.
fn memory() -> u64 {
    if !cfg!(target_os = "linux") {
        return 0;
    }
    let pages = std::fs::read_to_string("/proc/self/statm").ok();
    let resident = pages.and_then(|text| text.split(' ').nth(1)?.parse::<u64>().ok());
    resident.unwrap_or(0) * 4096
}

/// Whether some thread of the process, besides the one that asks, waits for nothing but a processor or a disk. False where
/// the system does not tell.
#[cfg(target_os = "linux")]
pub(crate) fn is_starved(process: u32) -> bool {
    let me = std::fs::read_link("/proc/thread-self").unwrap_or_default();
    let threads = std::fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    let mut others = threads.filter(|thread| Some(&*thread.file_name()) != me.file_name());
    others.any(|thread| {
        let state = std::fs::read_to_string(thread.path().join("stat")).unwrap_or_default();
        state.rsplit(')').next().is_some_and(|rest| rest.trim_start().starts_with(['R', 'D']))
    })
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn is_starved(_process: u32) -> bool {
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

    fn look(events: u64, processor: u64, memory: u64, at: Instant) -> Look {
        Look { events, processor: Duration::from_millis(processor), memory: memory << 20, at }
    }

    #[test]
    fn 사건이_이어지면_오래_걸려도_기다린다() {
        let start = Instant::now();
        let mut watch = Watch::new(look(0, 0, 0, start));
        for second in 1..1000 {
            let seen =
                watch.judge(look(second, second * 7, 0, start + Duration::from_secs(second * 10)), || false);
            assert_eq!(seen, None, "{second}번째까지 사건이 이어졌습니다.");
        }
        let seen = watch.judge(look(1000, 9000, 0, start), || false);
        assert_eq!(seen, Some(Runaway::Slow), "순서마다 너무 오래 계산합니다.");
    }

    #[test]
    fn 바쁜_기계에서도_같은_까닭을_댄다() {
        let start = Instant::now();
        for (processor, wall, memory, expected) in [
            (2600, 3, 0, Runaway::Loop),
            (400, 9, 0, Runaway::Loop),
            (2600, 3, 200, Runaway::Memory),
            (400, 9, 200, Runaway::Memory),
            (10, 9, 0, Runaway::Blocked),
        ] {
            let mut watch = Watch::new(look(7, 0, 0, start));
            let seen = watch.judge(look(7, processor, memory, start + Duration::from_secs(wall)), || false);
            if cfg!(unix) {
                assert_eq!(
                    seen,
                    Some(expected),
                    "계산 {processor}밀리초, 실제 {wall}초, 메모리 {memory} MiB입니다."
                );
            }
        }
    }

    #[test]
    fn 잠깐의_계산은_의심하지_않는다() {
        let start = Instant::now();
        let mut watch = Watch::new(look(7, 0, 0, start));
        let seen = watch.judge(look(7, 1900, 300, start + Duration::from_secs(2)), || false);
        assert_eq!(seen, None, "한도 안의 계산입니다.");
    }

    #[test]
    fn 기계가_돌려_주지_않은_것은_멈춘_것이_아니다() {
        let start = Instant::now();
        let mut watch = Watch::new(look(7, 0, 0, start));
        let later = look(7, 10, 0, start + Duration::from_secs(9));
        assert_eq!(watch.judge(later, || true), None, "차례를 기다리는 동안은 판정하지 않습니다.");
        if cfg!(unix) {
            assert_eq!(watch.judge(later, || false), Some(Runaway::Blocked), "차례가 와도 쉬기만 합니다.");
        }
    }
}
