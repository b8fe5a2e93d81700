//! Whether a case still moves.
//!
//! Time is counted in looks, and only in those that found everybody asleep: where a machine is slow, or busy with
//! something else, there is always somebody who runs or waits to be let run. So it takes a case longer, and a case that
//! is stuck longer to be told of, but the verdict is the same.

use std::time::Duration;

use crate::scene::Process;

/// How far two looks are apart, at least.
pub(crate) const TICK: Duration = Duration::from_millis(20);

/// So many looks must find nothing moved.
const QUIET: u32 = 60;

/// The same where all that the answer started has ended: there is nothing to wait for, not even for a moment.
const ALONE: u32 = 20;

/// So many looks must find everybody asleep, for what wakes up now and then, moves, and gets nowhere. Where nothing can
/// be seen every look counts.
const LONGEST: u32 = 200;

/// Processor time: six times what the longest case needs where an answer of 17 MB is read byte after byte, for on a busy machine
/// the same work takes up to twice as much.
const COMPUTED: Duration = Duration::from_secs(6);

/// A hang is told within ten seconds where the machine has nothing else to do; looking takes time too.
const _: () = assert!(LONGEST as u128 * TICK.as_millis() <= 8000 && COMPUTED.as_millis() <= 8000);

/// What the looks so far have found.
#[derive(Default)]
pub(crate) struct Still {
    traces: Vec<(i32, char, u64)>,
    quiet: u32,
    asleep: u32,
}

impl Still {
    /// The answer itself may look around in the meantime, as one that polls does: only the bytes it moves count.
    pub(crate) fn look(&mut self, leader: i32, processes: &[Process]) {
        let awake = processes.iter().any(Process::is_awake);
        self.asleep += u32::from(!awake);
        let (answer, others): (Vec<&Process>, Vec<&Process>) =
            processes.iter().partition(|process| process.pid == leader);
        let progress = answer.iter().flat_map(|process| process.progress());
        let traces: Vec<_> = progress.chain(others.iter().flat_map(|process| process.trace())).collect();
        if traces != self.traces || others.iter().any(|process| process.is_awake()) {
            (self.traces, self.quiet) = (traces, 0);
        } else if !awake && !processes.is_empty() {
            self.quiet += 1;
        }
    }

    /// How many looks found everybody asleep since anything moved.
    pub(crate) fn quiet(&self) -> u32 {
        self.quiet
    }

    /// Nobody moves, and nobody will.
    pub(crate) fn is_stuck(&self, leader: i32, processes: &[Process]) -> bool {
        self.quiet > if is_alone(leader, processes) { ALONE } else { QUIET }
    }

    /// It moves, and gets nowhere.
    pub(crate) fn is_endless(&self) -> bool {
        self.asleep > LONGEST
    }
}

/// Everybody else has ended, and is still to be waited for.
pub(crate) fn is_alone(leader: i32, processes: &[Process]) -> bool {
    let mut others = processes.iter().filter(|process| process.pid != leader).peekable();
    others.peek().is_some() && others.all(Process::is_zombie)
}

/// Who computes without an end, if somebody does.
pub(crate) fn computes(processes: &[Process]) -> Option<&Process> {
    let computed: Duration = processes.iter().map(|process| process.computed).sum();
    processes.iter().max_by_key(|process| process.computed).filter(|_| computed > COMPUTED)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEADER: i32 = -1;

    /// Two processes that no system has, in these states.
    fn look(still: &mut Still, answer: char, child: char, switches: u64) {
        still.look(LEADER, &[Process::seen(LEADER, answer, 0), Process::seen(-2, child, switches)]);
    }

    #[test]
    fn 모두_잠들어_있으면_멈춘_것이다() {
        let mut still = Still::default();
        (0..=QUIET + 1).for_each(|_| look(&mut still, 'S', 'S', 0));
        assert!(still.quiet() > QUIET, "{}번 보는 동안 아무도 움직이지 않았습니다.", still.quiet());
    }

    #[test]
    fn 차례를_기다리는_프로세스는_멈춘_것이_아니다() {
        for (answer, child) in [('R', 'S'), ('S', 'R'), ('D', 'S'), ('S', 'D')] {
            let mut still = Still::default();
            (0..QUIET).for_each(|_| look(&mut still, 'S', 'S', 0));
            (0..10 * LONGEST).for_each(|_| look(&mut still, answer, child, 0));
            assert!(still.quiet() <= QUIET, "{answer}와 {child}는 기계가 바빠서 기다립니다.");
            assert!(!still.is_endless(), "{answer}와 {child}는 기계가 바빠서 기다립니다.");
        }
    }

    #[test]
    fn 조금이라도_움직이면_처음부터_센다() {
        let mut still = Still::default();
        (0..u64::from(10 * QUIET)).for_each(|turn| look(&mut still, 'S', 'S', turn / 30));
        assert!(still.quiet() < 30, "서른 번 볼 때마다 움직였습니다.");
        assert!(still.is_endless(), "움직이기만 하고 끝나지 않았습니다.");
    }
}
