//! Which steps of an order happen before which: those of one thread as they come, those that do not commute, whoever lets a
//! thread go on and that thread's next step, and all steps before the clock moved and all after.

use smallvec::SmallVec;

use super::{Node, Reduction, bit};
use crate::event::ThreadIndex;
use crate::world::{Effect, Pending, Target};

/// How many steps of each thread happen before a step, itself included. Few programs have more threads than fit in place.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Clock(SmallVec<[u32; 8]>);

impl Clock {
    pub(super) fn of(&self, thread: ThreadIndex) -> u32 {
        self.0.get(thread).copied().unwrap_or(0)
    }

    pub(super) fn join(&mut self, other: &Clock) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            *mine = (*mine).max(*theirs);
        }
    }

    fn set(&mut self, thread: ThreadIndex, steps: u32) {
        if self.0.len() <= thread {
            self.0.resize(thread + 1, 0);
        }
        self.0[thread] = steps;
    }
}

/// A step that accesses some target, in which way, and whether that is a lock that somebody held before.
type Accessed = (usize, Effect, bool);

/// The accesses to each target, the latest last. Targets are numbered without gaps, so that none has to be looked for.
#[derive(Default)]
struct Accesses(Vec<Vec<Accessed>>);

impl Accesses {
    fn place(target: Target) -> usize {
        match target {
            Target::Output => 0,
            Target::Waiters => 1,
            Target::Numbers => 2,
            Target::Processors => 3,
            Target::WakesByThemselves => 4,
            Target::Thread(thread) => 5 + 2 * thread,
            Target::Object(object) => 6 + 2 * object,
        }
    }

    fn of(&self, target: Target) -> &[Accessed] {
        self.0.get(Self::place(target)).map_or(&[], Vec::as_slice)
    }

    fn push(&mut self, target: Target, accessed: Accessed) {
        let place = Self::place(target);
        if self.0.len() <= place {
            self.0.resize_with(place + 1, Vec::new);
        }
        self.0[place].push(accessed);
    }

    /// Forgets the steps from `fresh` on.
    fn rewind(&mut self, fresh: usize) {
        for accessed in &mut self.0 {
            let kept = accessed.partition_point(|&(step, ..)| step < fresh);
            accessed.truncate(kept);
        }
    }
}

/// The steps of an order as far as they were looked at, the latest last.
#[derive(Default)]
pub(super) struct Past {
    /// The last step of each thread.
    last: Vec<Option<usize>>,
    /// How many steps each thread took.
    steps: Clock,
    accesses: Accesses,
    /// The steps before the clock moved last, and when that was.
    before: Clock,
    now: std::time::Duration,
    /// The place of each step among those of its thread, from 1.
    numbers: Vec<u32>,
}

impl Past {
    /// Forgets the steps from `fresh` on: those of `nodes` before are as they were.
    pub(super) fn rewind(&mut self, nodes: &[Node], fresh: usize) {
        self.accesses.rewind(fresh);
        self.numbers.truncate(fresh);
        self.last.clear();
        (self.steps, self.before, self.now) = Default::default();
        for (at, node) in nodes[..self.numbers.len()].iter().enumerate() {
            self.notice_the_clock(node);
            self.went(node, at);
        }
    }

    /// The earlier accesses to the target, the latest last.
    pub(super) fn accesses(&self, target: Target) -> &[Accessed] {
        self.accesses.of(target)
    }

    /// The last step of the thread.
    pub(super) fn last(&self, thread: ThreadIndex) -> Option<usize> {
        self.last.get(thread).copied().flatten()
    }

    /// Whether step `one` is among those that happen before what `clock` is the clock of.
    pub(super) fn contains(&self, nodes: &[Node], clock: &Clock, one: usize) -> bool {
        self.numbers[one] <= clock.of(nodes[one].chosen)
    }

    /// What happens before the next step of the thread whatever it races with: its own last step, what let it go on, and all
    /// that came before the clock moved. Who waits for a lock might have taken it long before.
    pub(super) fn must(&self, nodes: &[Node], step: &Pseudo) -> Clock {
        let mut must = Clock::default();
        let last = self.last(step.thread);
        if let Some(last) = last {
            must.join(&nodes[last].past);
        }
        match step.pending {
            Pending::Lock(_) | Pending::Again(_) => {}
            Pending::Join(thread) => {
                must.join(&self.before);
                let ends = self.accesses(Target::Thread(thread)).iter();
                let ends = ends.filter(|end| end.1 == Effect::Write);
                ends.for_each(|&(end, ..)| must.join(&nodes[end].past));
            }
            Pending::Anything => {
                must.join(&self.before);
                let first = last.map_or(0, |last| last + 1);
                let free = |&index: &usize| nodes[index].enabled & bit(step.thread) != 0;
                let since = (first..=step.at.min(nodes.len() - 1)).rev().take_while(free).last();
                if let Some(enabler) = since.and_then(|since| since.checked_sub(1)) {
                    must.join(&nodes[enabler].past);
                }
            }
        }
        must
    }

    /// Adds the step at `at`, whose clock is `past`.
    pub(super) fn push(&mut self, nodes: &[Node], at: usize) {
        let node = &nodes[at];
        self.went(node, at);
        for access in &node.accesses {
            self.accesses.push(access.target, (at, access.effect, access.held));
        }
    }

    fn went(&mut self, node: &Node, at: usize) {
        if self.last.len() <= node.chosen {
            self.last.resize(node.chosen + 1, None);
        }
        self.last[node.chosen] = Some(at);
        self.steps.set(node.chosen, self.numbers[at]);
    }

    fn notice_the_clock(&mut self, node: &Node) {
        if node.clock != self.now {
            self.now = node.clock;
            self.before = self.steps.clone();
        }
    }

    /// The clock may have moved before the step at `at`, which is the next of its thread.
    pub(super) fn begin(&mut self, nodes: &[Node], at: usize) {
        self.notice_the_clock(&nodes[at]);
        self.numbers.push(self.steps.of(nodes[at].chosen) + 1);
    }
}

/// A step, or one that a thread would have taken.
pub(super) struct Pseudo {
    pub(super) at: usize,
    pub(super) thread: ThreadIndex,
    pub(super) pending: Pending,
}

impl Reduction {
    /// The clock of the step at `at`.
    pub(super) fn clock_of(nodes: &[Node], past: &Past, at: usize, must: &Clock) -> Clock {
        let mut clock = must.clone();
        clock.join(&past.before);
        for access in &nodes[at].accesses {
            for &(index, effect, _) in past.accesses(access.target).iter().rev() {
                if !effect.commutes_with(access.effect) {
                    clock.join(&nodes[index].past);
                    if effect == Effect::Write {
                        break;
                    }
                }
            }
        }
        clock.set(nodes[at].chosen, past.numbers[at]);
        clock
    }
}
