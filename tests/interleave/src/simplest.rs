//! The simplest order that fails, from any that does.

use crate::explorer::Explorer;
use crate::failure::{Failure, Kind};

/// Orders with more preemptions than these are shortened by many at once.
const FEW: u32 = 8;

impl Explorer {
    /// Runs the order of a deadlock once more to see through which calls its threads came to where they wait.
    pub(crate) fn with_calls(&self, mut failure: Failure, f: &dyn Fn()) -> Failure {
        if let Kind::Deadlock { waits, .. } = &mut failure.kind
            && let Err(Failure { kind: Kind::Deadlock { waits: noted, .. }, .. }) =
                self.replay(&failure.order, f)
            && waits.len() == noted.len()
        {
            for (wait, noted) in waits.iter_mut().zip(noted) {
                if (wait.thread, &wait.at) == (noted.thread, &noted.at) {
                    wait.callers = noted.callers;
                }
            }
        }
        failure
    }

    /// Takes preemptions out of an order that random search found, as long as it still fails: one by one, but of an order that
    /// is full of them first many at once, then fewer, as in delta debugging (Zeller and Hildebrandt, 2002).
    pub(crate) fn shorten(&self, mut best: Failure, f: &dyn Fn()) -> Failure {
        let mut many = if best.preemptions > FEW { best.order.0.len() } else { 1 };
        while many > 0 {
            let mut begin = 0;
            while begin < best.order.0.len() {
                let end = best.order.0.len().min(begin + many);
                let mut order = best.order.clone();
                order.0[begin..end].fill(0);
                if order == best.order {
                    begin = end;
                    continue;
                }
                match self.again(&order, self.rules, f) {
                    Err(failure) if simpler(&failure, &best) => {
                        best = Failure { coverage: best.coverage, ..failure };
                    }
                    _ => begin = end,
                }
            }
            many /= 2;
        }
        best
    }
}

/// Fewest preemptions first, then fewest events.
pub(crate) fn simpler(one: &Failure, other: &Failure) -> bool {
    let size = |failure: &Failure| {
        let alone = failure.woken_by_nobody();
        (failure.preemptions as usize + alone, alone, failure.trace.events.len())
    };
    size(one) < size(other)
}
