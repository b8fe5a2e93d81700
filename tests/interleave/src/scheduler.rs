//! Who decides where an order branches: exhaustive search, turns, random priorities, or a recorded order.

use crate::failure::Order;
use crate::reduction::Reduction;
use crate::search::Search;

/// Random priorities with a few change points: the PCT scheduler of Burckhardt, Kothari, Musuvathi and Nagarakatte,
/// "A Randomized Scheduler with Probabilistic Guarantees of Finding Bugs" (ASPLOS 2010).
pub(crate) struct Priorities {
    random: SplitMix,
    /// Priority of each thread, by index; higher runs first.
    priorities: Vec<u64>,
    changes: Vec<u64>,
    step: u64,
    lowest: u64,
}

impl Priorities {
    /// `length` is how many steps an order has about; `depth` how many changes of priority to make.
    pub(crate) fn new(seed: u64, length: u64, depth: usize) -> Self {
        let mut random = SplitMix(seed);
        let changes = (0..depth).map(|_| random.below(length.max(1))).collect();
        Priorities { random, priorities: Vec::new(), changes, step: 0, lowest: 1 << 32 }
    }

    fn choose(&mut self, options: &[usize]) -> usize {
        self.step += 1;
        let highest = options.iter().max().map_or(0, |&thread| thread + 1);
        while self.priorities.len() < highest {
            let priority = (1 << 32) + self.random.below(1 << 32);
            self.priorities.push(priority);
        }
        let best = (0..options.len()).max_by_key(|&index| self.priorities[options[index]]).unwrap_or(0);
        if self.changes.contains(&self.step) {
            self.lower(options[best]);
            return (0..options.len()).max_by_key(|&index| self.priorities[options[index]]).unwrap_or(0);
        }
        best
    }

    fn lower(&mut self, thread: usize) {
        self.lowest -= 1;
        if let Some(priority) = self.priorities.get_mut(thread) {
            *priority = self.lowest;
        }
    }
}

/// Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators" (OOPSLA 2014).
struct SplitMix(u64);

impl SplitMix {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % limit
    }
}

/// Each thread goes a few steps, then the next.
pub(crate) struct Turns {
    length: u64,
    left: u64,
    last: usize,
}

impl Turns {
    pub(crate) fn new(length: u64) -> Self {
        Turns { length, left: length, last: 0 }
    }

    fn choose(&mut self, options: &[usize]) -> usize {
        if options[0] == self.last && self.left > 1 {
            self.left -= 1;
            return 0;
        }
        let after = |&index: &usize| (options[index] <= self.last, options[index]);
        let next = (0..options.len()).min_by_key(after).unwrap_or(0);
        self.last = options[next];
        self.left = self.length;
        next
    }
}

/// A recorded order; after its end, every choice is the first.
pub(crate) struct Replay {
    order: Order,
    cursor: usize,
}

impl Replay {
    pub(crate) fn new(order: Order) -> Self {
        Replay { order, cursor: 0 }
    }

    fn choose(&mut self, count: usize) -> usize {
        let taken = self.order.0.get(self.cursor).copied().unwrap_or(0);
        self.cursor += 1;
        usize::from(taken).min(count - 1)
    }
}

/// Threads in the order in which they took their steps in the reduced search, where nobody tries for a lock in vain.
pub(crate) struct Guided {
    threads: std::vec::IntoIter<usize>,
    next: Option<usize>,
    choices: std::vec::IntoIter<u8>,
}

impl Guided {
    pub(crate) fn new(threads: Vec<usize>, choices: Vec<u8>) -> Self {
        let mut threads = threads.into_iter();
        Guided { next: threads.next(), threads, choices: choices.into_iter() }
    }

    /// The thread whose turn it is; where it cannot go on, another tries for its lock before.
    fn choose(&mut self, options: &[usize]) -> usize {
        let Some(index) = options.iter().position(|&thread| Some(thread) == self.next) else { return 0 };
        self.next = self.threads.next();
        index
    }

    fn pick(&mut self, count: usize) -> usize {
        usize::from(self.choices.next().unwrap_or(0)).min(count - 1)
    }
}

pub(crate) enum Scheduler {
    Search(Search),
    Turns(Turns),
    Reduced(Box<Reduction>),
    Guided(Guided),
    Priorities(Priorities),
    Replay(Replay),
}

impl Scheduler {
    /// Picks one of `options` threads; `costs` where any but the first would be a preemption.
    pub(crate) fn thread(&mut self, options: &[usize], costs: bool) -> usize {
        match self {
            Scheduler::Search(search) => search.choose(options.len(), costs),
            Scheduler::Turns(turns) => turns.choose(options),
            Scheduler::Priorities(priorities) => priorities.choose(options),
            Scheduler::Replay(replay) => replay.choose(options.len()),
            Scheduler::Guided(guided) => guided.choose(options),
            Scheduler::Reduced(_) => 0,
        }
    }

    /// Whether it is to be asked even where there is no choice.
    pub(crate) fn is_guided(&self) -> bool {
        matches!(self, Scheduler::Guided(_))
    }

    /// Picks one of `options` threads where all but the first are of no use but for one switch: random priorities do without.
    pub(crate) fn quiet_thread(&mut self, options: &[usize]) -> usize {
        match self {
            Scheduler::Priorities(_) | Scheduler::Turns(_) | Scheduler::Guided(_) => 0,
            _ => self.thread(options, true),
        }
    }

    /// Which of `ways` a wait that may end by itself goes; the first is that it does not.
    pub(crate) fn wakes_by_itself(&mut self, ways: usize) -> usize {
        match self {
            Scheduler::Search(search) => search.choose(ways, true),
            Scheduler::Turns(_) => 0,
            Scheduler::Priorities(Priorities { random, .. }) => match random.below(32) {
                0 => 1 + usize::try_from(random.below(ways as u64 - 1)).unwrap_or(0),
                _ => 0,
            },
            Scheduler::Replay(replay) => replay.choose(ways),
            Scheduler::Guided(guided) => guided.pick(ways),
            Scheduler::Reduced(search) => search.pick(ways),
        }
    }

    /// Picks one of `count` waiters to wake.
    pub(crate) fn waiter(&mut self, count: usize) -> usize {
        match self {
            Scheduler::Search(search) => search.choose(count, false),
            Scheduler::Turns(_) => 0,
            Scheduler::Priorities(priorities) => {
                usize::try_from(priorities.random.below(count as u64)).unwrap_or(0)
            }
            Scheduler::Replay(replay) => replay.choose(count),
            Scheduler::Guided(guided) => guided.pick(count),
            Scheduler::Reduced(search) => search.pick(count),
        }
    }

    /// `thread` steps back behind all others.
    pub(crate) fn yields(&mut self, thread: usize) {
        if let Scheduler::Priorities(priorities) = self {
            priorities.lower(thread);
        }
    }
}
