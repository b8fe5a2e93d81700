//! The state of the order that runs now: its threads, what they hold and wait for, and its clock.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::panic::Location;
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::time::Duration;

use crate::choice::Chooser;
use crate::event::{Action, Event, Object, ObjectIndex, ObjectKind, Place, Thread, ThreadIndex, Trace};
use crate::failure::{Kind, Wait};

pub(crate) type At = &'static Location<'static>;

/// Steps one order may take before it is called endless.
const MOST_STEPS: u64 = 20_000;
/// Virtual time one order may take before it is called endless.
const MOST_TIME: Duration = Duration::from_secs(24 * 60 * 60);
/// Steps that change nothing, one after the other, before a thread is said to spin.
const MOST_IDLE_STEPS: u32 = 100;
/// Bytes one order may print.
const MOST_OUTPUT: usize = 256 * 1024;

/// How a lock is held or asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Exclusive,
    /// Waits behind a writer that came before, so a thread that reads twice can block itself.
    Shared,
    /// Waits for no writer that waits itself (`parking_lot`'s `RecursiveRwLock`).
    SharedRecursive,
    /// Shares with readers, but not with another of its kind (`parking_lot`'s upgradable read).
    Upgradable,
    /// Turns the thread's own `Upgradable` into `Exclusive`; only asked for, never held.
    Upgrade,
}

impl Mode {
    pub(crate) fn writes(self) -> bool {
        matches!(self, Mode::Exclusive | Mode::Upgrade)
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum State {
    Runnable,
    Blocked,
    Finished,
}

#[derive(Clone, Debug)]
enum Waiting {
    Nothing,
    Lock(ObjectIndex, Mode),
    Wake(ObjectIndex),
    Join(ThreadIndex),
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
    name: Option<String>,
    spawned_at: Option<At>,
    state: State,
    waiting: Waiting,
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
    locals: Vec<(usize, Rc<dyn Any>)>,
}

struct Shared {
    kind: ObjectKind,
    born: At,
    holders: Vec<(ThreadIndex, Mode)>,
    lock_waiters: Vec<ThreadIndex>,
    wake_waiters: Vec<ThreadIndex>,
}

/// An [`Event`] as it is kept while orders run: small, and copied without allocating.
#[derive(Clone, Copy)]
struct Row {
    thread: ThreadIndex,
    action: Action,
    object: Option<ObjectIndex>,
    value: Option<i128>,
    at: Option<At>,
    time: Duration,
    preempts: bool,
}

pub(crate) struct PanicNote {
    pub(crate) message: String,
    pub(crate) thread: ThreadIndex,
    pub(crate) at: Option<Place>,
    /// Its place among the order's events.
    pub(crate) row: usize,
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

pub(crate) struct World {
    run: u32,
    tasks: Vec<Task>,
    objects: Vec<Shared>,
    rows: Vec<Row>,
    prints: Vec<String>,
    output: Vec<(ThreadIndex, String)>,
    output_bytes: usize,
    pub(crate) current: ThreadIndex,
    pub(crate) next: Option<ThreadIndex>,
    pub(crate) starting: Vec<(ThreadIndex, Box<dyn FnOnce()>)>,
    clock: Duration,
    /// Changes whenever something changes that another thread could see.
    version: u64,
    pub(crate) chooser: Chooser,
    pub(crate) order: Vec<u8>,
    pub(crate) failure: Option<Kind>,
    pub(crate) panics: Vec<PanicNote>,
    pub(crate) preemptions: u32,
    preempts: bool,
    pub(crate) steps: u64,
    pub(crate) peak: Peak,
    alive: usize,
    holding: usize,
    /// `yield_now` does nothing: shows a thread that only yields while it waits for what it is.
    pub(crate) stubborn: bool,
    pub(crate) allow_spin: bool,
    pub(crate) yielded: bool,
    options: Vec<ThreadIndex>,
}

thread_local! {
    static WORLD: RefCell<Option<World>> = const { RefCell::new(None) };
    /// The suspension point of the coroutine that runs now.
    static SUSPEND: Cell<Option<*const Yielder>> = const { Cell::new(None) };
}

pub(crate) type Yielder = corosensei::Yielder<(), ()>;

static RUNS: AtomicU32 = AtomicU32::new(1);
static HEARTBEAT: AtomicU64 = AtomicU64::new(0);

/// Steps taken so far in this process, readable from any thread: a watchdog sees by it whether code that never
/// reaches a lock has got hold of the engine.
pub fn heartbeat() -> u64 {
    HEARTBEAT.load(Ordering::Relaxed)
}

/// Names a shared object to the engine. The stand-ins keep one in each lock, channel and so on.
///
/// It may live in a `static`: in each order it is registered anew when first used.
#[derive(Debug)]
pub struct Handle {
    kind: ObjectKind,
    born: At,
    /// The run it was registered in and its index there.
    seat: AtomicU64,
}

impl Handle {
    #[track_caller]
    pub const fn new(kind: ObjectKind) -> Self {
        Handle { kind, born: Location::caller(), seat: AtomicU64::new(0) }
    }

    pub(crate) fn index(&self, world: &mut World) -> ObjectIndex {
        let seat = self.seat.load(Ordering::Relaxed);
        if (seat >> 32) as u32 == world.run {
            return (seat & 0xFFFF_FFFF) as usize;
        }
        let index = world.objects.len();
        world.objects.push(Shared {
            kind: self.kind,
            born: self.born,
            holders: Vec::new(),
            lock_waiters: Vec::new(),
            wake_waiters: Vec::new(),
        });
        self.seat.store(u64::from(world.run) << 32 | index as u64, Ordering::Relaxed);
        index
    }
}

/// Runs `f` on the order that runs now.
///
/// # Panics
/// If no order runs: a stand-in was used outside [`crate::explore`].
pub(crate) fn with<R>(f: impl FnOnce(&mut World) -> R) -> R {
    let result = WORLD.with(|world| {
        let mut world = world.try_borrow_mut().ok()?;
        world.as_mut().map(f)
    });
    result.unwrap_or_else(|| panic!("a stand-in was used outside of interleave::explore"))
}

/// Like [`with`], but `None` outside of an order.
pub(crate) fn try_with<R>(f: impl FnOnce(&mut World) -> R) -> Option<R> {
    WORLD.with(|world| world.try_borrow_mut().ok()?.as_mut().map(f))
}

/// Puts `world` in place for this OS thread and gives back what was there.
pub(crate) fn install(world: Option<World>) -> Option<World> {
    WORLD.with(|slot| slot.replace(world))
}

pub(crate) fn set_suspend(yielder: Option<*const Yielder>) {
    SUSPEND.set(yielder);
}

/// Gives control back to the engine until this thread is chosen again.
fn suspend() {
    let yielder = SUSPEND.get().expect("suspended outside of a coroutine");
    // SAFETY: the pointer was set by the coroutine that runs now, to its own yielder, which lives as long as its body.
    unsafe { (*yielder).suspend(()) };
    SUSPEND.set(Some(yielder));
}

/// Ends the order with this failure. The thread never comes back.
pub(crate) fn fail(kind: Kind) -> ! {
    with(|world| {
        world.failure.get_or_insert(kind);
        world.next = None;
    });
    loop {
        suspend();
    }
}

/// Does what `step` decided: nothing, a switch, or the end of the order.
fn act(step: Step) {
    match step {
        Step::Go => {}
        Step::Switch => suspend(),
        Step::Fail(kind) => fail(kind),
    }
}

enum Step {
    Go,
    Switch,
    Fail(Kind),
}

/// A step that other threads can see is about to happen: any thread may run first.
pub(crate) fn point(at: Option<At>) {
    act(with(|world| world.point(at)));
}

pub(crate) fn idle(at: At) {
    act(with(|world| world.step(Some(at)).map_or(Step::Go, Step::Fail)));
}

pub(crate) fn yield_now(at: At) {
    act(with(|world| world.yield_now(at)));
}

/// Takes the lock, waiting until `until` at most. False when the time was up.
pub(crate) fn lock(handle: &Handle, mode: Mode, at: At, until: Option<Duration>) -> bool {
    point(Some(at));
    take(handle, mode, at, until)
}

/// Takes the lock without letting others run first: its thread was just woken.
pub(crate) fn lock_again(handle: &Handle, mode: Mode, at: At) {
    take(handle, mode, at, None);
}

fn take(handle: &Handle, mode: Mode, at: At, until: Option<Duration>) -> bool {
    let mut waited = false;
    loop {
        let step = with(|world| {
            let object = handle.index(world);
            world.start_lock(object, mode, at, until, waited)
        });
        match step {
            Ok(taken) => return taken,
            Err(step) => {
                waited = true;
                act(step);
            }
        }
    }
}

/// Blocks until one of the objects is notified (true) or the time is up (false).
///
/// `named` is what the story says the thread waits for.
pub(crate) fn wait(
    named: Option<&Handle>,
    handles: &[&Handle],
    action: Action,
    at: At,
    until: Option<Duration>,
) -> bool {
    let step = with(|world| {
        let named = named.map(|handle| handle.index(world));
        world.place_unlock_before_wait(named, at);
        world.record(Some(at), action, named, None);
        let me = world.current;
        for handle in handles {
            let object = handle.index(world);
            world.objects[object].wake_waiters.push(me);
        }
        world.block(named.map_or(Waiting::Time, Waiting::Wake), at, until)
    });
    act(step);
    with(|world| {
        let me = world.current;
        for handle in handles {
            let object = handle.index(world);
            world.objects[object].wake_waiters.retain(|&waiter| waiter != me);
        }
        !std::mem::take(&mut world.tasks[me].timed_out)
    })
}

pub(crate) fn join(thread: ThreadIndex, at: At) {
    let step = with(|world| {
        if world.tasks[thread].state == State::Finished {
            return Step::Go;
        }
        world.record(Some(at), Action::WaitJoin(thread), None, None);
        world.block(Waiting::Join(thread), at, None)
    });
    act(step);
    with(|world| world.record(Some(at), Action::Join(thread), None, None));
}

pub(crate) fn sleep(duration: Duration, at: At) {
    let step = with(|world| {
        world.record(Some(at), Action::Sleep(duration), None, None);
        let until = world.clock.saturating_add(duration);
        world.block(Waiting::Time, at, Some(until))
    });
    act(step);
    with(|world| {
        let me = world.current;
        world.tasks[me].timed_out = false;
        world.record(Some(at), Action::Awake, None, None);
    });
}

impl World {
    pub(crate) fn new(chooser: Chooser) -> Self {
        World {
            run: RUNS.fetch_add(1, Ordering::Relaxed),
            tasks: Vec::new(),
            objects: Vec::new(),
            rows: Vec::new(),
            prints: Vec::new(),
            output: Vec::new(),
            output_bytes: 0,
            current: 0,
            next: None,
            starting: Vec::new(),
            clock: Duration::ZERO,
            version: 0,
            chooser,
            order: Vec::new(),
            failure: None,
            panics: Vec::new(),
            preemptions: 0,
            preempts: false,
            steps: 0,
            peak: Peak::default(),
            alive: 0,
            holding: 0,
            stubborn: false,
            allow_spin: false,
            yielded: false,
            options: Vec::new(),
        }
    }

    /// Makes ready for the next order, keeping the memory of the last.
    pub(crate) fn reset(&mut self) {
        self.run = RUNS.fetch_add(1, Ordering::Relaxed);
        for task in self.tasks.drain(..) {
            // What an abandoned thread owned is leaked, with all it had on its stack.
            task.locals.into_iter().for_each(std::mem::forget);
        }
        self.objects.clear();
        self.rows.clear();
        self.prints.clear();
        self.output.clear();
        self.output_bytes = 0;
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
        self.steps = 0;
        self.peak = Peak::default();
        self.alive = 0;
        self.holding = 0;
        self.yielded = false;
    }

    pub(crate) fn now(&self) -> Duration {
        self.clock
    }

    pub(crate) fn add_task(&mut self, name: Option<String>, spawned_at: Option<At>) -> ThreadIndex {
        let index = self.tasks.len();
        self.tasks.push(Task {
            name,
            spawned_at,
            state: State::Runnable,
            waiting: Waiting::Nothing,
            until: None,
            timed_out: false,
            at: spawned_at,
            panics: 0,
            death: Death::None,
            holding: 0,
            idle_steps: 0,
            seen_version: 0,
            locals: Vec::new(),
        });
        if let Some(at) = spawned_at {
            self.record(Some(at), Action::Spawn(index), None, None);
            self.changed();
            self.alive += 1;
            self.peak.alive = self.peak.alive.max(self.alive);
        }
        index
    }

    pub(crate) fn name(&self, thread: ThreadIndex) -> Option<String> {
        self.tasks[thread].name.clone()
    }

    pub(crate) fn is_finished(&self, thread: ThreadIndex) -> bool {
        self.tasks[thread].state == State::Finished
    }

    pub(crate) fn unfinished(&self) -> Vec<ThreadIndex> {
        (1..self.tasks.len()).filter(|&thread| !self.is_finished(thread)).collect()
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

    pub(crate) fn local(&self, key: usize) -> Option<Rc<dyn Any>> {
        let locals = &self.tasks[self.current].locals;
        locals.iter().find(|(other, _)| *other == key).map(|(_, value)| Rc::clone(value))
    }

    pub(crate) fn set_local(&mut self, thread: ThreadIndex, key: usize, value: Rc<dyn Any>) {
        self.tasks[thread].locals.push((key, value));
    }

    /// The current thread's youngest local: they are dropped in reverse, as std does.
    pub(crate) fn take_local(&mut self) -> Option<(usize, Rc<dyn Any>)> {
        self.tasks[self.current].locals.pop()
    }

    /// Something changed that another thread could see.
    pub(crate) fn changed(&mut self) {
        self.version += 1;
    }

    pub(crate) fn record(
        &mut self,
        at: Option<At>,
        action: Action,
        object: Option<ObjectIndex>,
        value: Option<i128>,
    ) {
        let preempts = std::mem::take(&mut self.preempts);
        let (thread, time) = (self.current, self.clock);
        self.rows.push(Row { thread, action, object, value, at, time, preempts });
    }

    /// A lock that is given back to wait on a condition variable is given back where the wait is.
    fn place_unlock_before_wait(&mut self, waits_on: Option<ObjectIndex>, at: At) {
        let on_condvar = waits_on.is_some_and(|object| self.objects[object].kind == ObjectKind::Condvar);
        if let Some(last) = self.rows.last_mut().filter(|_| on_condvar)
            && (last.thread, last.action) == (self.current, Action::Unlock)
        {
            last.at = last.at.or(Some(at));
        }
    }

    fn point(&mut self, at: Option<At>) -> Step {
        if let Some(kind) = self.step(at) {
            return Step::Fail(kind);
        }
        let me = self.current;
        self.options.clear();
        self.options.push(me);
        for thread in 0..self.tasks.len() {
            if thread != me && self.tasks[thread].state == State::Runnable {
                self.options.push(thread);
            }
        }
        if self.options.len() == 1 {
            return Step::Go;
        }
        let taken = self.chooser.thread(&self.options, true);
        self.order.push(taken as u8);
        if taken == 0 {
            return Step::Go;
        }
        self.preemptions += 1;
        self.preempts = true;
        self.next = Some(self.options[taken]);
        Step::Switch
    }

    /// Counts a step of the current thread, and says so if it spins or never ends.
    fn step(&mut self, at: Option<At>) -> Option<Kind> {
        let me = self.current;
        self.steps += 1;
        HEARTBEAT.store(HEARTBEAT.load(Ordering::Relaxed) + 1, Ordering::Relaxed);
        let task = &mut self.tasks[me];
        task.at = at.or(task.at);
        if task.seen_version != self.version {
            task.seen_version = self.version;
            task.idle_steps = 0;
        } else {
            task.idle_steps += 1;
            if task.idle_steps > MOST_IDLE_STEPS && !self.allow_spin {
                return Some(Kind::Spin { thread: me, at: task.at.map(Place::from) });
            }
        }
        if self.steps > MOST_STEPS {
            return Some(self.endless(me));
        }
        None
    }

    fn endless(&self, thread: ThreadIndex) -> Kind {
        if self.is_finished(0) {
            return Kind::Unjoined { threads: self.unfinished() };
        }
        Kind::Endless { thread, at: self.tasks[thread].at.map(Place::from) }
    }

    fn yield_now(&mut self, at: At) -> Step {
        if let Some(kind) = self.step(Some(at)) {
            return Step::Fail(kind);
        }
        self.record(Some(at), Action::Yield, None, None);
        self.yielded = true;
        let me = self.current;
        self.chooser.yields(me);
        if self.stubborn || !self.options_except(me) {
            return Step::Go;
        }
        self.next = Some(self.pick());
        Step::Switch
    }

    /// Fills `options` with the runnable threads other than `thread`; false if there are none.
    fn options_except(&mut self, thread: ThreadIndex) -> bool {
        self.options.clear();
        let others = (0..self.tasks.len()).filter(|&other| other != thread);
        self.options.extend(others.filter(|&other| self.tasks[other].state == State::Runnable));
        !self.options.is_empty()
    }

    /// Picks one of `options`, where no choice is a preemption.
    fn pick(&mut self) -> ThreadIndex {
        if self.options.len() == 1 {
            return self.options[0];
        }
        let taken = self.chooser.thread(&self.options, false);
        self.order.push(taken as u8);
        self.options[taken]
    }

    /// Blocks the current thread and chooses who goes on.
    fn block(&mut self, waiting: Waiting, at: At, until: Option<Duration>) -> Step {
        if let Some(kind) = self.step(Some(at)) {
            return Step::Fail(kind);
        }
        let me = self.current;
        let task = &mut self.tasks[me];
        task.state = State::Blocked;
        task.waiting = waiting;
        task.until = until;
        task.timed_out = false;
        self.next_runnable(Some(me))
    }

    /// Chooses the next thread when the current one cannot go on, moving the clock if nobody else can.
    fn next_runnable(&mut self, me: Option<ThreadIndex>) -> Step {
        loop {
            if self.options_except(usize::MAX) {
                let next = self.pick();
                if Some(next) == me {
                    return Step::Go;
                }
                self.next = Some(next);
                return Step::Switch;
            }
            let Some(until) = self.tasks.iter().filter_map(|task| task.until).min() else {
                return Step::Fail(self.stuck());
            };
            self.clock = self.clock.max(until);
            self.changed();
            if self.clock > MOST_TIME {
                let thread = self.tasks.iter().position(|task| task.until.is_some()).unwrap_or(0);
                return Step::Fail(self.endless(thread));
            }
            for task in &mut self.tasks {
                if task.until.is_some_and(|until| until <= self.clock) {
                    task.until = None;
                    task.timed_out = true;
                    task.state = State::Runnable;
                    task.waiting = Waiting::Nothing;
                    self.peak.timers += 1;
                }
            }
        }
    }

    /// The current thread is done; chooses who goes on. `None` when all are.
    pub(crate) fn finish(&mut self) {
        let me = self.current;
        self.record(None, Action::Finish, None, None);
        self.changed();
        self.tasks[me].state = State::Finished;
        if me != 0 {
            self.alive -= 1;
        }
        for task in &mut self.tasks {
            if matches!(task.waiting, Waiting::Join(thread) if thread == me) {
                task.waiting = Waiting::Nothing;
                task.state = State::Runnable;
            }
        }
        if self.tasks.iter().all(|task| task.state == State::Finished) {
            return;
        }
        if let Step::Fail(kind) = self.next_runnable(None) {
            self.failure.get_or_insert(kind);
            self.next = None;
        }
    }

    /// Nobody can go on: says who waits for what.
    fn stuck(&self) -> Kind {
        let blocked = (0..self.tasks.len()).filter(|&thread| self.tasks[thread].state == State::Blocked);
        if self.tasks[0].state == State::Finished {
            return Kind::Unjoined { threads: blocked.collect() };
        }
        let waits: Vec<_> = blocked.map(|thread| self.wait_of(thread)).collect();
        let cycle = cycle_among(&waits);
        Kind::Deadlock { waits, cycle }
    }

    fn wait_of(&self, thread: ThreadIndex) -> Wait {
        let task = &self.tasks[thread];
        let (object, holders) = match task.waiting {
            Waiting::Lock(object, mode) => (Some(object), self.obstacles(object, thread, mode)),
            Waiting::Wake(object) => (Some(object), Vec::new()),
            Waiting::Join(thread) => (None, vec![thread]),
            Waiting::Nothing | Waiting::Time => (None, Vec::new()),
        };
        Wait { thread, object, holders, at: task.at.map(Place::from) }
    }

    fn may_take(&self, object: ObjectIndex, thread: ThreadIndex, mode: Mode) -> bool {
        let mut holders = self.objects[object].holders.iter();
        holders.all(|&held| !excludes(held, thread, mode))
            && self.writer_before(object, thread, mode).is_none()
    }

    /// The first writer that waits for a lock which others hold, if a reader has to stay behind it.
    fn writer_before(&self, object: ObjectIndex, thread: ThreadIndex, mode: Mode) -> Option<ThreadIndex> {
        let object = &self.objects[object];
        if object.lock_waiters.is_empty() || object.holders.is_empty() {
            return None;
        }
        if !matches!(mode, Mode::Shared | Mode::Upgradable) {
            return None;
        }
        let mut before = object.lock_waiters.iter().copied().take_while(|&waiter| waiter != thread);
        before.find(|&waiter| matches!(self.tasks[waiter].waiting, Waiting::Lock(_, mode) if mode.writes()))
    }

    /// The threads that keep `thread` from taking the lock.
    fn obstacles(&self, object: ObjectIndex, thread: ThreadIndex, mode: Mode) -> Vec<ThreadIndex> {
        let holders = self.objects[object].holders.iter();
        let holders = holders.filter(|&&held| excludes(held, thread, mode)).map(|&(holder, _)| holder);
        let obstacles: Vec<_> = holders.collect();
        if obstacles.is_empty() {
            self.writer_before(object, thread, mode).into_iter().collect()
        } else {
            obstacles
        }
    }

    /// Takes the lock if it is free. `Err` says what to do before asking again.
    fn start_lock(
        &mut self,
        object: ObjectIndex,
        mode: Mode,
        at: At,
        until: Option<Duration>,
        waited: bool,
    ) -> Result<bool, Step> {
        let me = self.current;
        if waited {
            self.objects[object].lock_waiters.retain(|&waiter| waiter != me);
            self.tasks[me].until = None;
            self.tasks[me].waiting = Waiting::Nothing;
            // A writer that gives up lets the readers behind it go on.
            self.refresh(object);
        }
        let timed_out = std::mem::take(&mut self.tasks[me].timed_out);
        if self.may_take(object, me, mode) {
            self.take(object, mode);
            return Ok(true);
        }
        if timed_out || until.is_some_and(|until| until <= self.clock) {
            self.record(Some(at), Action::TimedOut, Some(object), None);
            return Ok(false);
        }
        let action = if mode.writes() { Action::WaitLock } else { Action::WaitRead };
        self.record(Some(at), action, Some(object), None);
        self.objects[object].lock_waiters.push(me);
        Err(self.block(Waiting::Lock(object, mode), at, until))
    }

    fn take(&mut self, object: ObjectIndex, mode: Mode) {
        let me = self.current;
        if mode == Mode::Upgrade {
            self.convert(object, Mode::Upgradable, Mode::Exclusive);
            return;
        }
        let mode = if mode == Mode::SharedRecursive { Mode::Shared } else { mode };
        self.objects[object].holders.push((me, mode));
        self.tasks[me].holding += 1;
        if self.tasks[me].holding == 1 {
            self.holding += 1;
            self.peak.holding = self.peak.holding.max(self.holding);
        }
        self.refresh(object);
    }

    pub(crate) fn try_take(&mut self, object: ObjectIndex, mode: Mode) -> bool {
        let free = self.may_take(object, self.current, mode);
        if free {
            self.take(object, mode);
        }
        free
    }

    pub(crate) fn is_held(&self, object: ObjectIndex) -> bool {
        !self.objects[object].holders.is_empty()
    }

    pub(crate) fn holds(&self, object: ObjectIndex) -> bool {
        self.objects[object].holders.iter().any(|&(holder, _)| holder == self.current)
    }

    pub(crate) fn release(&mut self, object: ObjectIndex, mode: Mode) {
        let me = self.current;
        let holders = &mut self.objects[object].holders;
        let mine = holders.iter().position(|&held| held == (me, mode));
        // A guard that was moved to another thread is given back there.
        let Some(mine) = mine.or_else(|| holders.iter().position(|&(_, held)| held == mode)) else { return };
        let (holder, _) = holders.swap_remove(mine);
        self.tasks[holder].holding -= 1;
        if self.tasks[holder].holding == 0 {
            self.holding -= 1;
        }
        self.refresh(object);
    }

    /// Changes how the current thread holds a lock, without giving it back in between.
    pub(crate) fn convert(&mut self, object: ObjectIndex, from: Mode, to: Mode) {
        let held = (self.current, from);
        if let Some(holder) = self.objects[object].holders.iter_mut().find(|holder| **holder == held) {
            holder.1 = to;
        }
        self.refresh(object);
    }

    /// Lets exactly those waiters run that could take the lock now.
    fn refresh(&mut self, object: ObjectIndex) {
        for index in 0..self.objects[object].lock_waiters.len() {
            let waiter = self.objects[object].lock_waiters[index];
            let Waiting::Lock(_, mode) = self.tasks[waiter].waiting else { continue };
            let may = self.may_take(object, waiter, mode);
            self.tasks[waiter].state = if may { State::Runnable } else { State::Blocked };
        }
    }

    /// One of `count` things that the code leaves open; each is explored.
    pub(crate) fn choose(&mut self, count: usize) -> usize {
        if count < 2 {
            return 0;
        }
        let taken = self.chooser.waiter(count);
        self.order.push(taken as u8);
        taken
    }

    /// How many threads wait on the object.
    pub(crate) fn waiting(&self, object: ObjectIndex) -> usize {
        let waiters = self.objects[object].wake_waiters.iter();
        waiters.filter(|&&waiter| self.tasks[waiter].state == State::Blocked).count()
    }

    /// Wakes this very thread, if it waits on the object.
    pub(crate) fn wake(&mut self, object: ObjectIndex, thread: ThreadIndex) -> bool {
        let waiters = &mut self.objects[object].wake_waiters;
        let seat = waiters.iter().position(|&waiter| waiter == thread);
        let Some(seat) = seat.filter(|_| self.tasks[thread].state == State::Blocked) else { return false };
        waiters.remove(seat);
        self.rouse(thread);
        self.changed();
        true
    }

    fn rouse(&mut self, thread: ThreadIndex) {
        let task = &mut self.tasks[thread];
        task.state = State::Runnable;
        task.waiting = Waiting::Nothing;
        task.until = None;
    }

    /// Wakes up to `count` threads waiting on the object; which ones is a choice.
    pub(crate) fn notify(&mut self, object: ObjectIndex, count: usize) -> usize {
        let mut woken = 0;
        while woken < count {
            let mut asleep: Vec<usize> = Vec::new();
            for (index, &waiter) in self.objects[object].wake_waiters.iter().enumerate() {
                if self.tasks[waiter].state == State::Blocked {
                    asleep.push(index);
                }
            }
            if asleep.is_empty() {
                break;
            }
            let all = count - woken >= asleep.len();
            let taken = if all { 0 } else { self.choose(asleep.len()) };
            let waiter = self.objects[object].wake_waiters.remove(asleep[taken]);
            self.rouse(waiter);
            woken += 1;
        }
        if woken > 0 {
            self.changed();
        }
        woken
    }

    pub(crate) fn note_panic(&mut self, message: String, at: Option<Place>) {
        let (thread, row) = (self.current, self.rows.len());
        self.tasks[thread].panics += 1;
        self.record(None, Action::Panic, None, None);
        self.panics.push(PanicNote { message, thread, at, row });
    }

    /// The thread ended by a panic that `thread` joined last before this event.
    pub(crate) fn dead_joined_before(&self, row: usize, thread: ThreadIndex) -> Option<ThreadIndex> {
        self.rows[..row].iter().rev().find_map(|row| match row.action {
            Action::Join(joined) if row.thread == thread => {
                Some(joined).filter(|&joined| self.tasks[joined].death != Death::None)
            }
            _ => None,
        })
    }

    /// How many events there were so far.
    pub(crate) fn events(&self) -> usize {
        self.rows.len()
    }

    pub(crate) fn print(&mut self, text: &str, at: At) -> Option<Kind> {
        let me = self.current;
        self.changed();
        self.record(Some(at), Action::Print(self.prints.len()), None, None);
        self.prints.push(text.to_string());
        self.output_bytes += text.len();
        if self.output_bytes > MOST_OUTPUT {
            return Some(Kind::TooMuchOutput { at: Some(at.into()) });
        }
        // `print!` without an end of line goes on where the same thread left off.
        let open = self.output.last_mut().filter(|(thread, line)| *thread == me && !line.ends_with('\n'));
        match open {
            Some((_, line)) => line.push_str(text),
            None => self.output.push((me, text.to_string())),
        }
        None
    }

    /// What was printed so far, line by line.
    pub(crate) fn printed(&self) -> Vec<(ThreadIndex, String)> {
        let pieces = self.output.iter();
        pieces.flat_map(|(thread, text)| text.lines().map(|line| (*thread, line.to_string()))).collect()
    }

    pub(crate) fn trace(&self) -> Trace {
        let place = |at: Option<At>| at.map(Place::from);
        let mut panics = self.panics.iter();
        let mut panicked_at = || panics.next().and_then(|note| note.at.clone());
        Trace {
            threads: (self.tasks.iter())
                .map(|task| Thread {
                    name: task.name.clone(),
                    spawned_at: place(task.spawned_at),
                    finished: task.state == State::Finished,
                })
                .collect(),
            objects: (self.objects.iter())
                .map(|object| Object { kind: object.kind, born: object.born.into() })
                .collect(),
            events: (self.rows.iter())
                .map(|row| Event {
                    thread: row.thread,
                    action: row.action,
                    object: row.object,
                    value: row.value,
                    at: if row.action == Action::Panic { panicked_at() } else { place(row.at) },
                    time: row.time,
                    preempts: row.preempts,
                })
                .collect(),
            prints: self.prints.clone(),
            output: self.printed(),
        }
    }
}

/// Whether a thread cannot take a lock in this mode because of somebody who holds it.
fn excludes((holder, held): (ThreadIndex, Mode), thread: ThreadIndex, mode: Mode) -> bool {
    match mode {
        Mode::Exclusive => true,
        Mode::Shared | Mode::SharedRecursive => held == Mode::Exclusive,
        Mode::Upgradable => held != Mode::Shared,
        Mode::Upgrade => holder != thread || held != Mode::Upgradable,
    }
}

/// A ring of threads that wait for each other, starting with the lowest index; empty if there is none.
fn cycle_among(waits: &[Wait]) -> Vec<ThreadIndex> {
    let next = |thread: ThreadIndex| {
        let wait = waits.iter().find(|wait| wait.thread == thread)?;
        wait.holders.iter().copied().find(|holder| waits.iter().any(|wait| wait.thread == *holder))
    };
    for start in waits.iter().map(|wait| wait.thread) {
        let mut ring = vec![start];
        let mut at = start;
        while let Some(thread) = next(at) {
            if thread == start {
                return ring;
            }
            if ring.contains(&thread) {
                break;
            }
            ring.push(thread);
            at = thread;
        }
    }
    Vec::new()
}
