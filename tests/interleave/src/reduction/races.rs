//! Races: two steps of different threads that do not commute, with none in between that happens after the one and before the
//! other, and that could come the other way round.

use super::happens_before::{Clock, Past, Pseudo};
use super::{Node, Reduction, Stuck, bit};
use crate::world::{Access, Effect, Pending, Target};

/// Whether a step could come before another.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reversible {
    Yes,
    No,
    /// It may be that it has to wait.
    Perhaps,
}

impl Reduction {
    /// Finds the races of the order just run, and says where they are to be reversed.
    pub(super) fn find_races(&mut self, stuck: &Stuck) {
        let mut past = std::mem::take(&mut self.past);
        past.rewind(&self.nodes, self.fresh);
        for at in self.fresh..self.nodes.len() {
            past.begin(&self.nodes, at);
            let node = &self.nodes[at];
            let step = Pseudo { at, thread: node.chosen, pending: node.pending };
            let must = past.must(&self.nodes, &step);
            let clock = Self::clock_of(&self.nodes, &past, at, &must);
            let accesses = std::mem::take(&mut self.nodes[at].accesses);
            self.reverse_races(&past, &step, &must, &accesses);
            self.nodes[at].accesses = accesses;
            self.nodes[at].past = clock;
            past.push(&self.nodes, at);
        }
        // Who waits for a lock that is never given back might have taken it first.
        for &(thread, pending) in stuck {
            let (Pending::Lock(object) | Pending::Again(object)) = pending else { continue };
            let step = Pseudo { at: self.nodes.len(), thread, pending };
            let must = past.must(&self.nodes, &step);
            let taken =
                Access { target: Target::Object(object), effect: Effect::Write, held: true, born: None };
            self.reverse_races(&past, &step, &must, &[taken]);
        }
        self.past = past;
    }

    fn reverse_races(&mut self, past: &Past, step: &Pseudo, must: &Clock, accesses: &[Access]) {
        let races = self.races(past, step, must, accesses);
        for race in races {
            #[cfg(test)]
            if self.drops_a_race(race, step.at) {
                continue;
            }
            self.reverse(past, race, step, must, accesses);
        }
    }

    /// The earlier steps with which a step races.
    fn races(&self, past: &Past, step: &Pseudo, must: &Clock, accesses: &[Access]) -> Vec<usize> {
        let nodes = &self.nodes;
        let mut found: Vec<(usize, Reversible)> = Vec::new();
        for access in accesses {
            #[cfg(test)]
            if self.forgets(access.target) {
                continue;
            }
            for &(index, effect, held) in past.accesses(access.target).iter().rev() {
                if effect.commutes_with(access.effect) {
                    continue;
                }
                if past.contains(nodes, must, index) {
                    if effect == Effect::Write {
                        break;
                    }
                    continue;
                }
                let reversible = reversible(nodes, past, step, index, access.target, held);
                found.push((index, reversible));
                if reversible == Reversible::Yes && effect == Effect::Write {
                    break;
                }
            }
        }
        // A step that was met on several targets could come first only if none keeps it from it.
        if found.iter().any(|race| race.1 == Reversible::No) {
            let all = found.clone();
            found.retain(|&(race, _)| !all.contains(&(race, Reversible::No)));
        }
        let sure = |race: &&(usize, Reversible)| race.1 == Reversible::Yes;
        let shadowed = |race: usize| {
            let after = found.iter().filter(sure).map(|other| other.0).filter(|&other| other > race);
            after.into_iter().any(|other| past.contains(nodes, &nodes[other].past, race))
        };
        let races = found.iter().map(|race| race.0).filter(|&race| !shadowed(race));
        let mut races: Vec<usize> = races.collect();
        races.sort_unstable();
        races.dedup();
        races
    }
}

/// Whether `step`, which comes after the step at `index` and does not commute with it, could come before it. Who has let its
/// thread go on is among what must come before, so only a lock can keep it.
fn reversible(
    nodes: &[Node],
    past: &Past,
    step: &Pseudo,
    index: usize,
    target: Target,
    held: bool,
) -> Reversible {
    let possible = match step.pending {
        Pending::Anything | Pending::Join(_) => true,
        Pending::Lock(object) if target == Target::Object(object) => !held,
        // It stood at this very step already, and nothing but what does not commute with it can have let it go on.
        Pending::Again(object)
            if target == Target::Object(object)
                && past.last(step.thread).is_some_and(|last| last < index) =>
        {
            nodes[index].enabled & bit(step.thread) != 0
        }
        Pending::Lock(_) | Pending::Again(_) => return Reversible::Perhaps,
    };
    if possible { Reversible::Yes } else { Reversible::No }
}
