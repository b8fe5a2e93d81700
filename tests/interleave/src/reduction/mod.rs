//! One order of each kind: dynamic partial-order reduction.
//!
//! Two orders are of one kind if swapping neighbouring steps that commute turns one into the other (Mazurkiewicz, "Trace
//! theory", 1986). All orders of a kind end alike, so one of them is enough. The search is Source-DPOR of Abdulla, Aronis,
//! Jonsson and Sagonas, "Source Sets: A Foundation for Optimal Dynamic Partial Order Reduction" (J. ACM 64, 2017): an order is
//! run to its end; where two of its steps race ([`races`]), the order in which they come the other way round is begun at a
//! node before ([`source_sets`]); and what was begun elsewhere already is not begun again ([`sleep_sets`]).
//!
//! As said there, a thread whose lock is taken is not enabled. Beyond the paper a step may leave something open, as whom a
//! notification wakes: each is run, and the thread is done when all were. The clock moves only where no thread can go on, so
//! all steps before happen before all after.

mod happens_before;
mod races;
mod sleep_sets;
mod source_sets;
#[cfg(test)]
mod tests;

use std::rc::Rc;
use std::time::Duration;

use crate::event::ThreadIndex;
use crate::world::{Access, Pending, Steps};
use happens_before::{Clock, Past};
use sleep_sets::Sleep;

/// Threads, one a bit.
type Threads = u128;

fn bit(thread: ThreadIndex) -> Threads {
    1 << thread
}

/// Something that a step leaves open.
#[derive(Clone, Copy)]
struct Choice {
    taken: u8,
    count: u8,
}

/// A moment at which a thread was chosen, and the step that it took.
struct Node {
    enabled: Threads,
    chosen: ThreadIndex,
    pending: Pending,
    clock: Duration,
    /// How many objects there were.
    objects: usize,
    choices: Vec<Choice>,
    accesses: Vec<Access>,
    /// What the step accessed with other choices.
    before: Vec<Access>,
    /// Who has to be chosen here.
    backtrack: Threads,
    sleep: Sleep,
    /// The steps that happen before this one, itself included.
    past: Clock,
}

impl Node {
    /// The beginning of an order.
    fn first() -> Self {
        Node {
            enabled: bit(0),
            chosen: 0,
            pending: Pending::Anything,
            clock: Duration::ZERO,
            objects: 0,
            choices: Vec::new(),
            accesses: Vec::new(),
            before: Vec::new(),
            backtrack: bit(0),
            sleep: Sleep::default(),
            past: Clock::default(),
        }
    }

    /// Becomes one that is not needed any more, but for its memory and who is asleep.
    fn forget(&mut self) {
        self.choices.clear();
        self.accesses.clear();
        self.before.clear();
    }

    /// Goes on to the next way in which the step may go; false if there is none.
    fn next_choice(&mut self) -> bool {
        self.before.append(&mut self.accesses);
        while let Some(last) = self.choices.last_mut() {
            if last.taken + 1 < last.count {
                last.taken += 1;
                return true;
            }
            self.choices.pop();
        }
        false
    }

    /// Goes on to the next thread that has to be chosen; false if there is none.
    fn next_thread(&mut self) -> bool {
        let accesses: Rc<[Access]> = std::mem::take(&mut self.before).into();
        self.sleep.add(self.chosen, accesses, self.objects);
        let left = self.backtrack & !self.sleep.threads();
        self.chosen = left.trailing_zeros() as ThreadIndex;
        left != 0
    }
}

/// Who waits for a lock when nobody can go on.
pub(crate) type Stuck = Vec<(ThreadIndex, Pending)>;

/// The search, and the scheduler of its orders.
pub(crate) struct Reduction {
    nodes: Vec<Node>,
    /// Nodes that were left, for their memory.
    spare: Vec<Node>,
    /// The order before this one.
    past: Past,
    /// How many nodes of the order that runs were met.
    depth: usize,
    /// How many choices of the last one were met.
    choice: usize,
    /// The first node whose step was not run before.
    fresh: usize,
    /// An order did not go as the one before it with the same choices, or a step began elsewhere than at a node.
    pub(crate) strayed: bool,
    /// The order that runs was given up: others of its kind were run.
    abandoned: bool,
    #[cfg(test)]
    fault: tests::Fault,
    #[cfg(test)]
    last_kind: u64,
}

impl Reduction {
    pub(crate) fn new() -> Self {
        Reduction {
            nodes: vec![Node::first()],
            spare: Vec::new(),
            past: Past::default(),
            depth: 1,
            choice: 0,
            fresh: 0,
            strayed: false,
            abandoned: false,
            #[cfg(test)]
            fault: tests::Fault::None,
            #[cfg(test)]
            last_kind: 0,
        }
    }

    /// Chooses one of `options` to take the next step; none if all its orders were run, in another of the same kind.
    pub(crate) fn choose(
        &mut self,
        options: &[ThreadIndex],
        pending: impl Fn(ThreadIndex) -> Pending,
        steps: &Steps,
        (clock, objects): (Duration, usize),
    ) -> Option<ThreadIndex> {
        if self.strayed || steps.len() != self.depth {
            self.strayed = true;
            return Some(options[0]);
        }
        self.step_is_over(steps);
        let enabled = options.iter().fold(0, |all, &thread| all | bit(thread));
        self.choice = 0;
        self.depth += 1;
        if let Some(node) = self.nodes.get_mut(self.depth - 1) {
            if node.enabled != enabled {
                self.strayed = true;
                return Some(options[0]);
            }
            node.pending = pending(node.chosen);
            return Some(node.chosen);
        }
        let last = &self.nodes[self.depth - 2];
        let mut node = self.spare.pop().unwrap_or_else(Node::first);
        node.sleep.go_on(&last.sleep, last.chosen, &last.accesses);
        #[cfg(test)]
        match self.fault {
            tests::Fault::Everything => node.sleep = Sleep::default(),
            tests::Fault::NeverWakes => node.sleep = last.sleep.without(last.chosen),
            _ => {}
        }
        let asleep = node.sleep.threads();
        let Some(chosen) = options.iter().copied().find(|&thread| asleep & bit(thread) == 0) else {
            self.spare.push(node);
            self.depth -= 1;
            self.abandoned = true;
            return None;
        };
        (node.enabled, node.chosen, node.pending) = (enabled, chosen, pending(chosen));
        (node.clock, node.objects, node.backtrack) = (clock, objects, bit(chosen));
        self.nodes.push(node);
        Some(chosen)
    }

    /// Picks one of `count` ways in which the step that runs may go.
    pub(crate) fn pick(&mut self, count: usize) -> usize {
        let count = u8::try_from(count).unwrap_or(u8::MAX);
        let choices = &mut self.nodes[self.depth - 1].choices;
        if self.choice == choices.len() {
            choices.push(Choice { taken: 0, count });
        }
        let choice = choices[self.choice];
        self.choice += 1;
        self.strayed |= choice.count != count;
        usize::from(choice.taken).min(usize::from(count) - 1)
    }

    fn step_is_over(&mut self, steps: &Steps) {
        if self.depth <= self.fresh {
            return;
        }
        let accesses = &mut self.nodes[self.depth - 1].accesses;
        accesses.clear();
        accesses.extend_from_slice(steps.last());
    }

    /// The order is over: finds its races, and begins the next order; false if there is none.
    pub(crate) fn advance(&mut self, steps: &Steps, stuck: &Stuck) -> bool {
        if steps.len() != self.depth {
            self.strayed = true;
        }
        if self.strayed {
            return false;
        }
        self.step_is_over(steps);
        while self.nodes.len() > self.depth {
            self.leave();
        }
        self.find_races(stuck);
        #[cfg(test)]
        {
            self.last_kind = self.kind();
        }
        (self.depth, self.choice, self.abandoned) = (1, 0, false);
        while let Some(node) = self.nodes.last_mut() {
            #[cfg(test)]
            if matches!(self.fault, tests::Fault::Everything | tests::Fault::AllBacktrack) {
                node.backtrack = node.enabled;
            }
            if node.next_choice() || node.next_thread() {
                self.fresh = self.nodes.len() - 1;
                return true;
            }
            self.leave();
        }
        false
    }

    /// The last node is done with.
    fn leave(&mut self) {
        if let Some(mut node) = self.nodes.pop() {
            node.forget();
            self.spare.push(node);
        }
    }

    /// Whether the order just run was given up, for all that goes on as it began was run, in another order of its kind.
    pub(crate) fn was_abandoned(&self) -> bool {
        self.abandoned
    }

    /// Who took each step of the order just run, and how its choices were made.
    pub(crate) fn order(&self) -> (Vec<ThreadIndex>, Vec<u8>) {
        let nodes = &self.nodes[..self.depth.min(self.nodes.len())];
        let threads = nodes.iter().skip(1).map(|node| node.chosen).collect();
        (threads, nodes.iter().flat_map(|node| node.choices.iter().map(|choice| choice.taken)).collect())
    }
}
