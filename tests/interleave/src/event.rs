//! What happened in one order, as data.
//!
//! The story ([`crate::Failure::story`]) and the book's figures are both drawn from these types; with the `serde` feature
//! they serialise.

use std::fmt;
use std::time::Duration;

pub use report::Place;

/// Index of a thread in [`Trace::threads`]; 0 is the one that runs the explored closure.
pub type ThreadIndex = usize;

/// Index of a lock, channel, atomic and so on in [`Trace::objects`].
pub type ObjectIndex = usize;

/// A thread of one order.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Thread {
    /// The name given through `thread::Builder`, if any.
    pub name: Option<String>,
    /// Where it was spawned; `None` for the closure itself.
    pub spawned_at: Option<Place>,
    /// It came to its end in this order.
    pub finished: bool,
}

/// What kind of thing an object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum ObjectKind {
    /// A lock for one thread, of std or parking_lot.
    Mutex,
    /// A lock for many readers or one writer.
    RwLock,
    /// A condition variable.
    Condvar,
    /// An atomic number, flag or cell.
    Atomic,
    /// A channel, all its ends together.
    Channel,
    /// A barrier.
    Barrier,
    /// A `Once`, `OnceLock` or `LazyLock`.
    Once,
    /// What a thread is parked on, or a parker of crossbeam.
    Parker,
    /// crossbeam's wait group.
    WaitGroup,
    /// crossbeam's queue without waiting.
    Queue,
    /// What is printed.
    Output,
    /// What a spec counts with: see [`crate::observe`].
    Observer,
}

impl ObjectKind {
    /// Whether things are put into it and taken out.
    pub(crate) fn is_queue(self) -> bool {
        matches!(self, ObjectKind::Channel | ObjectKind::Queue)
    }
}

/// Something the threads of one order share.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Object {
    /// What it is.
    pub kind: ObjectKind,
    /// Where it was made, or first used if it is a `static`.
    pub born: Place,
}

/// A plain value, as a story can show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Value {
    /// A number of any integer type.
    Number(i128),
    /// A truth value.
    Truth(bool),
}

impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Value::Truth(truth)
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Number(number) => number.fmt(f),
            Value::Truth(truth) => truth.fmt(f),
        }
    }
}

/// What the holder of a lock did with the value under it, told when the lock is given back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Touch {
    /// Looked at the value as the holder found it, before writing.
    pub looked: bool,
    /// Asked for the value to write to it.
    pub wrote: bool,
}

/// What a thread did. Values are shown where they are plain numbers or booleans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Action {
    /// Starts the thread.
    Spawn(ThreadIndex),
    /// Came to its end.
    Finish,
    /// Index into [`Trace::panics`].
    Panic(usize),
    /// Blocks until the thread ends.
    WaitJoin(ThreadIndex),
    /// Knows that the thread has ended.
    Join(ThreadIndex),
    /// Blocks because the lock is taken.
    WaitLock,
    /// Took the lock to read and write.
    Lock,
    /// Blocks because a writer holds the lock, or waits for it.
    WaitRead,
    /// Took the lock to read.
    Read,
    /// Did not get the lock, and did not wait.
    TryFailed,
    /// Waited until the time was up.
    TimedOut,
    /// Gave the lock back.
    Unlock,
    /// Panicked while it held the lock: the lock is poisoned from now on.
    Poison,
    /// Took a lock that is poisoned.
    FoundPoison,
    /// Gives the lock back and blocks until notified.
    WaitNotify,
    /// Goes on because it was notified.
    Woken,
    /// Stopped waiting without being notified, as std's condition variables and `park` may.
    WokeByItself,
    /// Notified a condition variable.
    Notify {
        /// How many threads it woke.
        woken: usize,
    },
    /// Looked at the value.
    Load,
    /// Put a value in place of what was there.
    Store,
    /// Reads and writes in one step.
    Update,
    /// Found another value than expected, and wrote nothing.
    CompareFailed,
    /// Put something into the channel or queue.
    Send,
    /// Blocks because there is no room, or nobody to receive.
    WaitSend,
    /// Took something out of the channel or queue.
    Receive,
    /// Blocks because there is nothing to receive.
    WaitReceive,
    /// Nothing to receive now, and did not wait.
    FoundEmpty,
    /// No room to send now, and did not wait.
    FoundFull,
    /// Found that the other side is gone.
    Disconnected,
    /// Let go of the last end of its side.
    Close,
    /// Sleeps for so long.
    Sleep(Duration),
    /// Goes on after its sleep.
    Awake,
    /// Blocks because every processor is taken.
    WaitProcessor,
    /// Uses a processor for so long.
    Compute(Duration),
    /// Has used its processor for as long as it wanted.
    Computed,
    /// Let others go first.
    Yield,
    /// Index into [`Trace::prints`].
    Print(usize),
    /// Blocks until it is unparked.
    Park,
    /// Unparks a thread, or leaves a token for it.
    Unpark,
    /// Came to the barrier, or let go of its part of the wait group.
    Arrive,
    /// Blocks until the others have come.
    WaitArrive,
}

impl Action {
    /// True where the thread blocks.
    pub fn waits(self) -> bool {
        use Action::{
            Compute, Park, Sleep, WaitArrive, WaitJoin, WaitLock, WaitNotify, WaitProcessor, WaitRead,
            WaitReceive, WaitSend,
        };
        matches!(
            self,
            WaitJoin(_)
                | WaitLock
                | WaitRead
                | WaitNotify
                | WaitSend
                | WaitReceive
                | WaitArrive
                | Sleep(_)
                | WaitProcessor
                | Compute(_)
                | Park
        )
    }
}

/// One row of a story: who did what, where, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Event {
    /// Who did it.
    pub thread: ThreadIndex,
    /// What was done.
    pub action: Action,
    /// What it was done to.
    pub object: Option<ObjectIndex>,
    /// The number concerned: an atomic's new value, a lock's content when it is taken or given back.
    pub value: Option<Value>,
    /// What was done under a lock, where this gives one back.
    pub touch: Touch,
    /// `None` where the language does not tell, as when a guard goes out of scope.
    pub at: Option<Place>,
    /// Virtual time since the order began.
    pub time: Duration,
    /// True where the thread before could have gone on: the switch to this event was a preemption.
    pub preempts: bool,
}

/// Events that were too many to keep; none of an order of usual length.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct LeftOut {
    /// How many of the events that were kept come before them.
    pub after: usize,
    /// How many they are.
    pub events: usize,
}

/// One whole order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Trace {
    /// All threads, in the order in which they were spawned.
    pub threads: Vec<Thread>,
    /// All that the threads shared, in the order of their first use.
    pub objects: Vec<Object>,
    /// What happened, in this order.
    pub events: Vec<Event>,
    /// What is missing among them, of an order that took very many steps.
    pub left_out: LeftOut,
    /// The message of each panic; empty where it carried none.
    pub panics: Vec<String>,
    /// What each print was given.
    pub prints: Vec<String>,
    /// Lines printed, each with the thread that printed it.
    pub output: Vec<(ThreadIndex, String)>,
    /// The same lines without their threads, and between them, marked, what was written to standard error.
    pub shown: Vec<String>,
}
