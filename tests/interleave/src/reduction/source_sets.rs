//! Source sets: at each node, enough threads to begin an order of every kind that goes on from there.

use super::happens_before::{Clock, Past, Pseudo};
use super::sleep_sets::commute;
use super::{Reduction, Threads, bit};
use crate::event::ThreadIndex;
use crate::world::Access;

impl Reduction {
    /// Sees to it that `step` comes before the step at `race`, in some order that begins as this one does until there.
    ///
    /// That order goes on with what did not happen after `race` and then with `step` (`notdep(e, E).p` in the paper). It
    /// need not begin with the first of these; any thread will do whose own first step has no other of them before it
    /// (the initials), and if one of them has to be chosen anyway, nothing is left to do.
    pub(super) fn reverse(
        &mut self,
        past: &Past,
        race: usize,
        step: &Pseudo,
        must: &Clock,
        accesses: &[Access],
    ) {
        let nodes = &self.nodes;
        let node = &nodes[race];
        let asleep = node.sleep.threads();
        // Who was asleep and woke up for no good reason is left out, with all that comes of it: what began with that thread was
        // run already.
        let (mut kept, mut left_out): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
        let mut initials: Threads = 0;
        let mut first: Option<ThreadIndex> = None;
        let mut seen: Threads = 0;
        for index in (race + 1)..step.at.min(nodes.len()) {
            let (thread, clock) = (nodes[index].chosen, &nodes[index].past);
            let after = |other: &usize| past.contains(nodes, clock, *other);
            if after(&race) {
                continue;
            }
            let comes_first = !kept.iter().any(after);
            if left_out.iter().any(after) || comes_first && asleep & bit(thread) != 0 {
                left_out.push(index);
                continue;
            }
            kept.push(index);
            seen |= bit(thread);
            if comes_first {
                initials |= bit(thread);
                first = first.or(Some(thread));
            }
        }
        if left_out.iter().any(|&index| past.contains(nodes, must, index)) {
            return;
        }
        if seen & bit(step.thread) == 0 {
            // What the step does if it comes first is known only if it came first before.
            let before = node.sleep.step(step.thread);
            let (accesses, objects) = before.unwrap_or((accesses, usize::MAX));
            let comes_first = kept.iter().all(|&index| {
                !past.contains(nodes, must, index) && commute(accesses, &nodes[index].accesses, objects)
            });
            if comes_first && before.is_some() {
                return;
            }
            if comes_first {
                initials |= bit(step.thread);
                first = Some(step.thread);
            }
        }
        let initials = initials & node.enabled;
        if initials & node.backtrack != 0 {
            return;
        }
        let add = match first {
            Some(thread) if initials & bit(thread) != 0 => bit(thread),
            _ if initials != 0 => 1 << initials.trailing_zeros(),
            _ => node.enabled,
        };
        self.nodes[race].backtrack |= add;
    }
}
