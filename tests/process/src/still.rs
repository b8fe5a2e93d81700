//! Whether a case still moves.

use std::time::Instant;

use crate::QUIET;
use crate::scene::Process;

/// So many looks must find the answer asleep: one that computes is never found so, however little it is let run.
const ASLEEP: u32 = 5;

/// Since when nothing has moved. The answer itself may look around in the meantime, as one that polls does; only the
/// bytes it moves count. Whoever runs or waits for the processor moves.
#[derive(Default)]
pub(crate) struct Still {
    traces: Vec<(i32, char, u64)>,
    since: Option<Instant>,
    asleep: u32,
}

impl Still {
    /// Takes another look; true once the case is stuck.
    pub(crate) fn look(&mut self, leader: i32, processes: &[Process]) -> bool {
        let (answer, others): (Vec<&Process>, Vec<&Process>) =
            processes.iter().partition(|process| process.pid == leader);
        let progress = answer.iter().flat_map(|process| process.progress());
        let traces: Vec<_> = progress.chain(others.iter().flat_map(|process| process.trace())).collect();
        if self.traces != traces || others.iter().any(|process| process.is_busy()) {
            *self = Still { traces, since: Some(Instant::now()), asleep: 0 };
            return false;
        }
        self.asleep += u32::from(!answer.iter().any(|process| process.is_busy()));
        self.asleep >= ASLEEP && self.since.is_some_and(|since| since.elapsed() > QUIET)
    }
}
