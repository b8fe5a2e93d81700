//! The state of the order that runs now: its threads, what they hold and wait for, and its clock.

mod access;
mod act;
mod bounds;
mod branch;
mod handle;
mod locks;
mod notify;
mod record;
mod schedule;
mod tasks;

use std::backtrace::Backtrace;
use std::cell::RefCell;
use std::panic::Location;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use crate::coroutine::Body;
use crate::event::{ObjectIndex, ObjectKind, ThreadIndex};
use crate::failure::Kind;
use crate::scheduler::Scheduler;
pub(crate) use access::{Access, Effect, Steps, Target};
pub(crate) use act::{
    compute, fail, idle, join, join_return, lock, lock_again, point, point_if_somebody_woke, quiet_point,
    sleep, wait, wakes_by_itself, yield_now,
};
pub(crate) use bounds::MOST_THREADS;
use bounds::{
    LATEST_WAKE, MOST_IDLE_STEPS, MOST_IDLE_STEPS_ALONE, MOST_OUTPUT, MOST_QUIET_STEPS, MOST_STEPS,
    MOST_TIME, MOST_VAIN_NAPS, MOST_VAIN_TRIES,
};
pub(crate) use branch::Pending;
pub use handle::Handle;
pub use locks::Mode;
pub(crate) use record::PanicNote;
use record::{Forgotten, Row};
use tasks::{Crowd, State, Task, Waiting};
pub(crate) use tasks::{Death, Local, Wakes};

pub(crate) type At = &'static Location<'static>;

struct Shared {
    /// The seat that its handle was given first, in whichever order that was.
    identity: u64,
    kind: ObjectKind,
    born: At,
    holders: Vec<(ThreadIndex, Mode)>,
    lock_waiters: Vec<ThreadIndex>,
    wake_waiters: Vec<ThreadIndex>,
}

/// Most of something so far in this order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Peak {
    /// Spawned threads alive at once.
    pub alive: usize,
    /// Threads that hold a lock at once.
    pub holding: usize,
    /// Times a thread was woken by the clock: the end of a sleep, or of a wait with a limit.
    pub timers: usize,
}

/// What an exploration allows, in each of its orders.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Rules {
    /// Busy waiting is not a failure.
    pub(crate) allow_spin: bool,
    /// How many threads may compute at once; any number if `None`.
    pub(crate) processors: Option<usize>,
    /// Notes how threads came to where they wait; it takes long.
    pub(crate) notes_calls: bool,
    /// A limit may pass although a thread could go on.
    pub(crate) late: bool,
}

pub(crate) struct World {
    run: u64,
    tasks: Vec<Task>,
    objects: Vec<Shared>,
    /// Objects and locals of orders before, for their memory.
    spare_objects: Vec<Shared>,
    spare_locals: Vec<Vec<Local>>,
    rows: Vec<Row>,
    forgotten: Forgotten,
    prints: Vec<String>,
    output: Vec<(ThreadIndex, String)>,
    output_bytes: usize,
    /// What was written to standard error, each with the number of pieces of output before it. No thread sees it.
    asides: Vec<(usize, String)>,
    pub(crate) current: ThreadIndex,
    pub(crate) next: Option<ThreadIndex>,
    pub(crate) starting: Vec<(ThreadIndex, Body)>,
    clock: Duration,
    /// Changes whenever something changes that another thread could see.
    version: u64,
    /// The same without what may not have been changed.
    changes: u64,
    pub(crate) scheduler: Scheduler,
    pub(crate) order: Vec<u8>,
    pub(crate) failure: Option<Kind>,
    pub(crate) panics: Vec<PanicNote>,
    pub(crate) preemptions: u32,
    preempts: bool,
    /// The step that runs now let another thread go on.
    woke: bool,
    /// The order was preempted where no further preemption is of use.
    no_more_preemptions: bool,
    /// A wait ended without anybody's doing.
    woke_by_itself: bool,
    /// The thread whose wait ends by itself before its limit, while it waits.
    halfway: Option<ThreadIndex>,
    pub(crate) steps: u64,
    pub(crate) peak: Peak,
    pub(crate) alive: usize,
    crowds: Vec<Crowd>,
    holding: usize,
    /// `yield_now` does nothing: shows a thread that only yields while it waits for what it is.
    pub(crate) stubborn: bool,
    pub(crate) rules: Rules,
    computing: usize,
    pub(crate) yielded: bool,
    /// The lock the current thread tried for last, and how often in vain since it began to run.
    tried: Option<ObjectIndex>,
    vain_tries: u32,
    /// How often another thread has gone on.
    context_switches: u32,
    pub(crate) accesses: Steps,
    /// How many fresh numbers were asked for.
    numbers: u64,
    options: Vec<ThreadIndex>,
}

thread_local! {
    static WORLD: RefCell<Option<Box<World>>> = const { RefCell::new(None) };
}

static RUNS: AtomicU64 = AtomicU64::new(1);
static HEARTBEAT: AtomicU64 = AtomicU64::new(0);
static READING_NOTES: AtomicBool = AtomicBool::new(false);
static LOOKS_AT_READING: AtomicU64 = AtomicU64::new(0);

/// Steps taken so far in this process, readable from any thread: a watchdog sees by it whether code that never
/// reaches a lock has got hold of the engine.
///
/// While the compiler's notes on the program's lines are read, each look counts as a step: how much memory and time that
/// takes is the program's size, not the code's doing.
pub fn heartbeat() -> u64 {
    if READING_NOTES.load(Ordering::Relaxed) {
        LOOKS_AT_READING.fetch_add(1, Ordering::Relaxed);
    }
    HEARTBEAT.load(Ordering::Relaxed) + LOOKS_AT_READING.load(Ordering::Relaxed)
}

/// The calls of the trace, line by line.
pub(crate) fn read_notes(trace: &Backtrace) -> String {
    READING_NOTES.store(true, Ordering::Relaxed);
    let text = trace.to_string();
    READING_NOTES.store(false, Ordering::Relaxed);
    beat();
    text
}

/// Counts a step, or a row of what is told of them. Only the thread whose turn it is to explore writes, so no
/// read-modify-write is needed.
pub(crate) fn beat() {
    HEARTBEAT.store(HEARTBEAT.load(Ordering::Relaxed) + 1, Ordering::Relaxed);
}

/// Runs `f` on the order that runs now.
///
/// # Panics
/// If no order runs: a stand-in was used outside [`crate::explore`].
pub(crate) fn with<R>(f: impl FnOnce(&mut World) -> R) -> R {
    try_with(f).unwrap_or_else(|| panic!("a stand-in was used outside of interleave::explore"))
}

/// Like [`with`], but `None` outside of an order.
pub(crate) fn try_with<R>(f: impl FnOnce(&mut World) -> R) -> Option<R> {
    // A thread of the system that is ending has no order.
    WORLD.try_with(|world| world.try_borrow_mut().ok()?.as_deref_mut().map(f)).ok().flatten()
}

/// A world in place for this thread of the system. What was there before comes back, and the world goes back to where it
/// came from, when this is dropped: also by a panic.
pub(crate) struct Installed<'a> {
    home: &'a mut Option<Box<World>>,
    outer: Option<Box<World>>,
}

impl<'a> Installed<'a> {
    pub(crate) fn new(home: &'a mut Option<Box<World>>) -> Self {
        let outer = WORLD.replace(home.take());
        Installed { home, outer }
    }
}

impl Drop for Installed<'_> {
    fn drop(&mut self) {
        *self.home = WORLD.replace(self.outer.take());
    }
}

impl World {
    pub(crate) fn new(scheduler: Scheduler, rules: Rules) -> Self {
        World {
            run: RUNS.fetch_add(1, Ordering::Relaxed),
            tasks: Vec::new(),
            objects: Vec::new(),
            spare_objects: Vec::new(),
            spare_locals: Vec::new(),
            rows: Vec::new(),
            forgotten: Forgotten::default(),
            prints: Vec::new(),
            output: Vec::new(),
            output_bytes: 0,
            asides: Vec::new(),
            current: 0,
            next: None,
            starting: Vec::new(),
            clock: Duration::ZERO,
            version: 0,
            changes: 0,
            scheduler,
            order: Vec::new(),
            failure: None,
            panics: Vec::new(),
            preemptions: 0,
            preempts: false,
            woke: false,
            no_more_preemptions: false,
            woke_by_itself: false,
            halfway: None,
            steps: 0,
            peak: Peak::default(),
            alive: 0,
            crowds: Vec::new(),
            holding: 0,
            stubborn: false,
            rules,
            computing: 0,
            yielded: false,
            tried: None,
            vain_tries: 0,
            context_switches: 0,
            accesses: Steps::default(),
            numbers: 0,
            options: Vec::new(),
        }
    }

    /// Makes ready for the next order, keeping the memory of the last.
    pub(crate) fn reset(&mut self) {
        self.run = RUNS.fetch_add(1, Ordering::Relaxed);
        for mut task in self.tasks.drain(..) {
            // What an abandoned thread owned is leaked, with all it had on its stack.
            task.locals.drain(..).for_each(|local| std::mem::forget(local.value));
            self.spare_locals.push(task.locals);
        }
        self.spare_objects.append(&mut self.objects);
        self.rows.clear();
        self.forgotten = Forgotten::default();
        self.prints.clear();
        self.output.clear();
        self.output_bytes = 0;
        self.asides.clear();
        self.current = 0;
        self.next = None;
        self.starting.clear();
        self.clock = Duration::ZERO;
        self.version = 0;
        self.changes = 0;
        self.order.clear();
        self.failure = None;
        self.panics.clear();
        self.preemptions = 0;
        self.preempts = false;
        self.woke = false;
        self.no_more_preemptions = false;
        self.woke_by_itself = false;
        self.halfway = None;
        self.steps = 0;
        self.peak = Peak::default();
        self.alive = 0;
        self.crowds.clear();
        self.holding = 0;
        self.computing = 0;
        self.yielded = false;
        self.tried = None;
        self.vain_tries = 0;
        self.context_switches = 0;
        self.accesses.clear();
        self.numbers = 0;
    }

    pub(crate) fn run(&self) -> u64 {
        self.run
    }

    pub(crate) fn context_switches(&self) -> u32 {
        self.context_switches
    }

    pub(crate) fn fresh_number(&mut self) -> u64 {
        self.access(Target::Numbers, Effect::Write);
        self.numbers += 1;
        self.numbers
    }

    pub(crate) fn now(&self) -> Duration {
        self.clock
    }

    /// Something changed that another thread could see.
    pub(crate) fn changed(&mut self) {
        self.may_have_changed();
        self.changes += 1;
    }

    /// The same, if it is not sure.
    pub(crate) fn may_have_changed(&mut self) {
        if let Some(task) = self.tasks.get_mut(self.current) {
            task.vain_naps = 0;
        }
        self.version += 1;
    }
}
