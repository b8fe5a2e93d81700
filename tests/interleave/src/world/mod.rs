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

use std::any::Any;
use std::backtrace::Backtrace;
use std::cell::RefCell;
use std::panic::Location;
use std::rc::Rc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use crate::coroutine::Body;
use crate::event::{Action, ObjectIndex, ObjectKind, ThreadIndex};
use crate::failure::Kind;
use crate::scheduler::Scheduler;
pub(crate) use access::{Access, Effect, Steps, Target};
pub(crate) use act::{
    compute, fail, idle, join, join_return, lock, lock_again, point, point_if_somebody_woke, quiet_point,
    sleep, wait, wakes_by_itself, yield_now,
};
pub(crate) use bounds::MOST_THREADS;
use bounds::{
    LONGEST_RUN, MOST_IDLE_STEPS, MOST_IDLE_STEPS_ALONE, MOST_OUTPUT, MOST_STEPS, MOST_TIME, MOST_VAIN_NAPS,
    MOST_VAIN_TRIES, WORKING_WITHIN,
};
pub(crate) use branch::Pending;
pub use handle::Handle;
pub use locks::Mode;
pub(crate) use record::PanicNote;
use record::Row;

pub(crate) type At = &'static Location<'static>;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum State {
    Runnable,
    Blocked,
    Finished,
    /// The process ended before the thread did.
    Cut,
}

#[derive(Clone, Debug)]
enum Waiting {
    Nothing,
    Lock(ObjectIndex, Mode),
    Wake(ObjectIndex),
    Join(ThreadIndex),
    /// For the thread's closure to return, whatever its locals do afterwards.
    Return(ThreadIndex),
    Processor,
    Time,
}

/// Whether a panic ended a thread, and whether somebody joined it to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Death {
    None,
    Unseen,
    Seen,
}

struct Task {
    /// The part of the code it was spawned in, if somebody counts there: its index among the crowds.
    crowd: Option<usize>,
    name: Option<String>,
    spawned_at: Option<At>,
    state: State,
    waiting: Waiting,
    /// What its next step begins with, for the reduced search.
    pending: Pending,
    /// When the wait ends by itself, in virtual time.
    until: Option<Duration>,
    timed_out: bool,
    at: Option<At>,
    /// Panics that are unwinding this thread now.
    panics: u32,
    /// How a panic ended it, if one did.
    death: Death,
    holding: u32,
    idle_steps: u32,
    seen_version: u64,
    /// Steps since another thread was chosen last.
    ran_for: u32,
    /// It has yielded since it made room for others, if it ever did.
    yielded: bool,
    /// The order's steps when it took its last.
    ran_last: u64,
    /// The order's steps when it napped last, and its naps since it changed something or was woken.
    napped_at: u64,
    vain_naps: u32,
    /// Its closure has returned; only the destructors of its locals are left.
    returned: bool,
    /// How it came to where it waits, if that is noted.
    calls: Option<Box<Backtrace>>,
    locals: Vec<Local>,
    /// Keys of the locals whose destructors have begun.
    gone: Vec<usize>,
}

impl Task {
    /// Whether it has kept all others from going on for as long as a fair schedule lets it, and did not only look.
    fn works_too_long(&self) -> bool {
        self.ran_for > LONGEST_RUN && self.idle_steps < WORKING_WITHIN
    }
}

/// A thread's value of one `thread_local!`.
pub(crate) struct Local {
    pub(crate) key: usize,
    pub(crate) value: Rc<dyn Any>,
    /// Its type has a destructor, after which it cannot be asked for again.
    pub(crate) destroyed: bool,
}

struct Shared {
    /// The seat that its handle was given first, in whichever order that was.
    identity: u64,
    kind: ObjectKind,
    born: At,
    holders: Vec<(ThreadIndex, Mode)>,
    lock_waiters: Vec<ThreadIndex>,
    wake_waiters: Vec<ThreadIndex>,
}

/// The threads spawned in one part of the code.
#[derive(Clone, Copy, Default)]
struct Crowd {
    alive: usize,
    most: usize,
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

/// Steps taken so far in this process, readable from any thread: a watchdog sees by it whether code that never
/// reaches a lock has got hold of the engine.
pub fn heartbeat() -> u64 {
    HEARTBEAT.load(Ordering::Relaxed)
}

/// Counts a step. Only the thread whose turn it is to explore writes, so no read-modify-write is needed.
fn beat() {
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
            prints: Vec::new(),
            output: Vec::new(),
            output_bytes: 0,
            asides: Vec::new(),
            current: 0,
            next: None,
            starting: Vec::new(),
            clock: Duration::ZERO,
            version: 0,
            scheduler,
            order: Vec::new(),
            failure: None,
            panics: Vec::new(),
            preemptions: 0,
            preempts: false,
            woke: false,
            no_more_preemptions: false,
            woke_by_itself: false,
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
        self.prints.clear();
        self.output.clear();
        self.output_bytes = 0;
        self.asides.clear();
        self.current = 0;
        self.next = None;
        self.starting.clear();
        self.clock = Duration::ZERO;
        self.version = 0;
        self.order.clear();
        self.failure = None;
        self.panics.clear();
        self.preemptions = 0;
        self.preempts = false;
        self.woke = false;
        self.no_more_preemptions = false;
        self.woke_by_itself = false;
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

    pub(crate) fn add_task(&mut self, name: Option<String>, spawned_at: Option<At>) -> ThreadIndex {
        let index = self.tasks.len();
        let crowd = self.tasks.get(self.current).and_then(|spawner| spawner.crowd);
        self.tasks.push(Task {
            crowd,
            name,
            spawned_at,
            state: State::Runnable,
            waiting: Waiting::Nothing,
            pending: Pending::Anything,
            until: None,
            timed_out: false,
            at: spawned_at,
            panics: 0,
            death: Death::None,
            holding: 0,
            idle_steps: 0,
            seen_version: 0,
            ran_for: 0,
            yielded: false,
            ran_last: 0,
            napped_at: 0,
            vain_naps: 0,
            returned: false,
            calls: None,
            locals: self.spare_locals.pop().unwrap_or_default(),
            gone: Vec::new(),
        });
        if let Some(at) = spawned_at {
            self.record(Some(at), Action::Spawn(index), None, None);
            self.access(Target::Thread(index), Effect::Write);
            // The number of a thread depends on how many were spawned before.
            self.access(Target::Numbers, Effect::Write);
            self.changed();
            self.alive += 1;
            self.peak.alive = self.peak.alive.max(self.alive);
            if let Some(crowd) = crowd.map(|crowd| &mut self.crowds[crowd]) {
                crowd.alive += 1;
                crowd.most = crowd.most.max(crowd.alive);
            }
        }
        index
    }

    /// The current thread enters a part of the code whose threads are counted; the answer is where it was before.
    pub(crate) fn enter_crowd(&mut self) -> (Option<usize>, usize) {
        self.accesses.order_was_asked_for = true;
        self.crowds.push(Crowd::default());
        let crowd = self.crowds.len() - 1;
        (self.tasks[self.current].crowd.replace(crowd), crowd)
    }

    /// The current thread is back where it was; the answer is how many threads of the part were alive at once.
    pub(crate) fn leave_crowd(&mut self, (outer, crowd): (Option<usize>, usize)) -> usize {
        self.tasks[self.current].crowd = outer;
        self.crowds[crowd].most
    }

    pub(crate) fn name(&self, thread: ThreadIndex) -> Option<String> {
        self.tasks[thread].name.clone()
    }

    pub(crate) fn is_finished(&self, thread: ThreadIndex) -> bool {
        self.tasks[thread].state == State::Finished
    }

    /// Whether its closure has returned, as `JoinHandle::is_finished` says.
    pub(crate) fn has_returned(&mut self, thread: ThreadIndex) -> bool {
        self.access(Target::Thread(thread), Effect::Read);
        self.tasks[thread].returned
    }

    /// [`World::unfinished`], asked for by a thread of the order.
    pub(crate) fn look_for_unfinished(&mut self) -> Vec<ThreadIndex> {
        for thread in 1..self.tasks.len() {
            self.access(Target::Thread(thread), Effect::Read);
        }
        self.unfinished()
    }

    pub(crate) fn unfinished(&self) -> Vec<ThreadIndex> {
        let over = |thread: usize| matches!(self.tasks[thread].state, State::Finished | State::Cut);
        (1..self.tasks.len()).filter(|&thread| !over(thread)).collect()
    }

    pub(crate) fn panics_of(&mut self, thread: ThreadIndex) -> &mut u32 {
        &mut self.tasks[thread].panics
    }

    pub(crate) fn death_of(&mut self, thread: ThreadIndex) -> &mut Death {
        &mut self.tasks[thread].death
    }

    /// The threads that a panic ended, in the order of their last panics; only those that nobody joined if `unseen`.
    pub(crate) fn dead(&self, unseen: bool) -> impl Iterator<Item = ThreadIndex> + '_ {
        self.panics.iter().map(|note| note.thread).filter(move |&thread| match self.tasks[thread].death {
            Death::None => false,
            Death::Unseen => true,
            Death::Seen => !unseen,
        })
    }

    /// The current thread's local; `Err` if its destructor has begun.
    pub(crate) fn local(&self, key: usize) -> Result<Option<Rc<dyn Any>>, ()> {
        let task = &self.tasks[self.current];
        let local = task.locals.iter().find(|local| local.key == key);
        if local.is_none() && task.gone.contains(&key) {
            return Err(());
        }
        Ok(local.map(|local| Rc::clone(&local.value)))
    }

    pub(crate) fn set_local(&mut self, thread: ThreadIndex, local: Local) {
        self.tasks[thread].locals.push(local);
    }

    /// The current thread's youngest local: they are dropped in reverse, as std does.
    pub(crate) fn take_local(&mut self) -> Option<Rc<dyn Any>> {
        let task = &mut self.tasks[self.current];
        let local = task.locals.pop()?;
        task.gone.extend(local.destroyed.then_some(local.key));
        Some(local.value)
    }

    /// Something changed that another thread could see.
    pub(crate) fn changed(&mut self) {
        if let Some(task) = self.tasks.get_mut(self.current) {
            task.vain_naps = 0;
        }
        self.version += 1;
    }
}
