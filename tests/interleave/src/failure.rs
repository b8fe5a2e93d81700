//! Why an order fails, with the order itself.

use std::fmt;

use crate::event::{Action, ObjectIndex, Place, ThreadIndex, Trace};
use report::{Line, Sources};

/// What a blocked thread waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Wait {
    /// Who waits.
    pub thread: ThreadIndex,
    /// The lock, condition variable or channel; `None` when it waits for a thread to end.
    pub object: Option<ObjectIndex>,
    /// Who would have to act: the holders of the lock, or the thread that is joined. Empty where anybody might.
    pub holders: Vec<ThreadIndex>,
    /// Where it waits.
    pub at: Option<Place>,
    /// Who called the code there, the nearest first; known of a deadlock, where the program has notes on its lines.
    pub callers: Vec<Place>,
}

/// The ways in which an order can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Kind {
    /// The closure, or a thread whose panic it passed on, panicked.
    Panic {
        /// What it says.
        message: String,
        /// Who panicked.
        thread: ThreadIndex,
        /// Where.
        at: Option<Place>,
        /// What to do next, where the spec knows it of just this; else empty.
        #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "String::is_empty"))]
        advice: String,
    },
    /// `todo!()` was reached: the work has not begun.
    Todo {
        /// What is to be done, as the `todo!` says.
        job: String,
        /// Where the `todo!` stands.
        at: Option<Place>,
    },
    /// Nobody can go on. `cycle` names the threads that wait for each other in a ring; it is empty when
    /// they wait for a wake-up that nobody is left to give.
    Deadlock {
        /// Who waits for what.
        waits: Vec<Wait>,
        /// The threads of the ring.
        cycle: Vec<ThreadIndex>,
    },
    /// A thread repeats steps that change nothing until another thread acts: busy waiting.
    Spin {
        /// Who does not wait but asks.
        thread: ThreadIndex,
        /// Where it stood in the end.
        at: Option<Place>,
    },
    /// Threads that were never joined: unfinished when they had to be, or unable ever to finish.
    Unjoined {
        /// The threads.
        threads: Vec<ThreadIndex>,
    },
    /// The order went on past a bound. Whether it would have ended is not known.
    TooLong {
        /// Who went on.
        thread: ThreadIndex,
        /// Which bound it was.
        limit: Limit,
        /// Where it stood in the end.
        at: Option<Place>,
    },
    /// The code ended the whole process.
    Exit {
        /// Where.
        at: Option<Place>,
    },
    /// More threads are alive at once than any answer needs.
    TooManyThreads {
        /// Where the last one was spawned.
        at: Option<Place>,
    },
    /// More was printed than any answer needs.
    TooMuchOutput {
        /// Where the last was printed.
        at: Option<Place>,
    },
    /// `exists` found no order that does the thing.
    NeverHappens {
        /// What does not happen, as [`Explorer::otherwise`](crate::Explorer::otherwise) has it.
        says: String,
    },
    /// The models do not have this; `instead` says what to use.
    Unsupported {
        /// What is missing.
        what: String,
        /// A Korean sentence that says what to use.
        instead: String,
        /// Where it was asked for.
        at: Option<Place>,
    },
    /// The same choices led to different steps: the code depends on something outside the explored order.
    Nondeterministic,
}

/// How long an order may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Limit {
    /// Steps of all threads together.
    Steps(u64),
    /// Virtual time.
    Time(std::time::Duration),
}

/// The choices that make up one order; see [`crate::Explorer::replay`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Order(pub(crate) Vec<u8>);

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, choice) in self.0.iter().enumerate() {
            write!(f, "{}{choice}", if index == 0 { "" } else { "." })?;
        }
        Ok(())
    }
}

impl std::str::FromStr for Order {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let choices = text.split('.').filter(|part| !part.is_empty());
        Ok(Order(choices.map(str::parse).collect::<Result<_, _>>()?))
    }
}

/// How much was looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Coverage {
    /// Different orders run by the exhaustive search.
    pub orders: u64,
    /// Every order with at most this many preemptions was run.
    pub preemptions: Option<u32>,
    /// Every order there is was run, or one of each kind, whatever its preemptions.
    pub complete: bool,
    /// Orders run with random priorities after that.
    pub random: u64,
    /// One order of each kind was run, so many: orders of a kind differ only in which of two steps that commute comes first, and
    /// all end alike. Without a number, there were too many, or the code asks how threads were ordered.
    pub kinds: Option<u64>,
}

/// An order that breaks the promise, the simplest one found.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Failure {
    /// What went wrong.
    pub kind: Kind,
    /// What happened up to then.
    pub trace: Trace,
    /// How to run the order again; see [`crate::Explorer::replay`].
    pub order: Order,
    /// Preemptions in this order.
    pub preemptions: u32,
    /// What had been run when it was found.
    pub coverage: Coverage,
    /// What the code was given, as [`Explorer::given`](crate::Explorer::given) has it.
    pub given: String,
}

impl Failure {
    /// The waits that ended by themselves: each costs as much as a preemption.
    pub(crate) fn woken_by_nobody(&self) -> usize {
        self.trace.events.iter().filter(|event| event.action == Action::WokeByItself).count()
    }

    /// The place to look at first, where one is known.
    pub fn at(&self) -> Option<&Place> {
        match &self.kind {
            Kind::Panic { at, .. }
            | Kind::Todo { at, .. }
            | Kind::Spin { at, .. }
            | Kind::TooLong { at, .. }
            | Kind::Exit { at }
            | Kind::TooManyThreads { at }
            | Kind::TooMuchOutput { at }
            | Kind::Unsupported { at, .. } => at.as_ref(),
            Kind::Deadlock { waits, cycle } => {
                let first = waits.iter().find(|wait| cycle.is_empty() || cycle.contains(&wait.thread));
                first.and_then(|wait| wait.at.as_ref())
            }
            Kind::Unjoined { threads } => {
                threads.first().and_then(|&thread| self.trace.threads[thread].spawned_at.as_ref())
            }
            Kind::NeverHappens { .. } | Kind::Nondeterministic => None,
        }
    }

    /// The learner's line to look at first: where it failed, or else where the last preemption stopped a thread.
    pub fn suspect(&self, sources: &Sources) -> Option<Line> {
        self.at().and_then(|place| sources.line(place)).or_else(|| self.interrupted(sources))
    }

    fn interrupted(&self, sources: &Sources) -> Option<Line> {
        let events = &self.trace.events;
        let switch = events.iter().rposition(|event| event.preempts)?;
        let stopped = events[..switch].last()?.thread;
        let mut before = events[..switch].iter().rev().filter(|event| event.thread == stopped);
        before.find_map(|event| sources.line(event.at.as_ref()?))
    }
}
