//! Small random programs, and stand-ins of a few lines each for what they share.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use std::time::Duration;

use crate::model::{self, Action, Handle, Mode, ObjectKind, Woke, here};
use crate::observe::{Counter, Tally};

/// xorshift64 (Marsaglia, "Xorshift RNGs", 2003).
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(number: u64, topic: Topic) -> Self {
        let mut random = Random(0x9E37_79B9_7F4A_7C15 ^ (number << 8) ^ topic as u64);
        (0..4).for_each(|_| _ = random.below(2));
        random
    }

    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % limit
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }
}

/// What a thread does. Numbers name one of two things of the kind.
#[derive(Clone, Debug)]
pub(super) enum Act {
    Lock(usize, Vec<Act>),
    TryLock(usize, Vec<Act>),
    LockWithin(usize, u64, Vec<Act>),
    Read(usize, Vec<Act>),
    Write(usize, Vec<Act>),
    TryRead(usize, Vec<Act>),
    TryWrite(usize, Vec<Act>),
    Add(usize),
    Load(usize),
    Store(usize, u32),
    CompareAndSwap(usize),
    /// Waits until the flag of the condition is up, asking again or once, and maybe with a limit.
    Await {
        flag: usize,
        again: bool,
        limit: Option<u64>,
    },
    Raise {
        flag: usize,
        all: bool,
    },
    Lower {
        flag: usize,
    },
    Send(usize),
    Receive(usize),
    TryReceive(usize),
    ReceiveWithin(usize, u64),
    Sleep(u64),
    Spawn(Vec<Act>),
    Panic,
    Count,
    CountAndLook,
    Tally,
    LookAtTally,
}

#[derive(Debug)]
pub(super) struct Program {
    threads: Vec<Vec<Act>>,
    /// Whether the first thread touches all that is shared.
    touches_first: bool,
}

/// What the programs of a test may do.
#[derive(Clone, Copy, Debug)]
pub(super) enum Topic {
    Locks,
    Sharing,
    Atomics,
    Waiting,
    Channels,
    Time,
    All,
}

impl Program {
    pub(super) fn random(random: &mut Random, topic: Topic, size: usize) -> Self {
        let threads = 2 + random.below(3);
        let most = size * if threads == 2 { 4 } else { 2 };
        let touches_first = random.one_in(2);
        Program { threads: (0..threads).map(|_| acts(random, topic, most, 0)).collect(), touches_first }
    }
}

/// All lists with one act less, or with what an act has inside instead of it.
fn smaller(acts: &[Act]) -> Vec<Vec<Act>> {
    let mut found = Vec::new();
    for index in 0..acts.len() {
        let replaced = |by: Vec<Act>| [&acts[..index], &by[..], &acts[index + 1..]].concat();
        found.push(replaced(Vec::new()));
        let inner = match &acts[index] {
            Act::Lock(_, inner) | Act::TryLock(_, inner) | Act::LockWithin(_, _, inner) => inner,
            Act::Read(_, inner) | Act::Write(_, inner) | Act::Spawn(inner) => inner,
            Act::TryRead(_, inner) | Act::TryWrite(_, inner) => inner,
            _ => continue,
        };
        found.push(replaced(inner.clone()));
        for less in smaller(inner) {
            let mut act = acts[index].clone();
            match &mut act {
                Act::Lock(_, inner) | Act::TryLock(_, inner) | Act::LockWithin(_, _, inner) => *inner = less,
                Act::Read(_, inner) | Act::Write(_, inner) | Act::Spawn(inner) => *inner = less,
                Act::TryRead(_, inner) | Act::TryWrite(_, inner) => *inner = less,
                _ => {}
            }
            found.push(replaced(vec![act]));
        }
    }
    found
}

impl Program {
    /// The smallest program found that still fails.
    pub(super) fn shrink(mut self, fails: impl Fn(&Program) -> bool) -> Program {
        'again: loop {
            for thread in 0..self.threads.len() {
                let mut less = self.threads.clone();
                less.remove(thread);
                let fewer = smaller(&self.threads[thread]).into_iter().map(|acts| {
                    let mut threads = self.threads.clone();
                    threads[thread] = acts;
                    threads
                });
                for threads in std::iter::once(less).chain(fewer) {
                    let program = Program { threads, ..self };
                    if fails(&program) {
                        self = program;
                        continue 'again;
                    }
                }
            }
            return self;
        }
    }
}

fn acts(random: &mut Random, topic: Topic, most: usize, depth: usize) -> Vec<Act> {
    (0..=random.below(most)).map(|_| act(random, topic, depth)).collect()
}

fn act(random: &mut Random, topic: Topic, depth: usize) -> Act {
    let which = random.below(2);
    let inner = |random: &mut Random| {
        if depth > 1 { vec![Act::Add(0)] } else { acts(random, topic, 2, depth + 1) }
    };
    let limit = 1 + random.below(2) as u64;
    let topic = match topic {
        Topic::All => {
            [Topic::Locks, Topic::Sharing, Topic::Atomics, Topic::Waiting, Topic::Channels, Topic::Time]
                [random.below(6)]
        }
        one => one,
    };
    match topic {
        Topic::Locks => match random.below(8) {
            0..4 => Act::Lock(which, inner(random)),
            4 => Act::TryLock(which, inner(random)),
            5 => Act::Add(which),
            6 => Act::Panic,
            _ => Act::Spawn(inner(random)),
        },
        Topic::Sharing => match random.below(8) {
            0 | 1 => Act::Read(which, inner(random)),
            2 | 3 => Act::Write(which, inner(random)),
            4 => Act::TryRead(which, inner(random)),
            5 => Act::TryWrite(which, inner(random)),
            _ => Act::Add(which),
        },
        Topic::Atomics => match random.below(9) {
            0 | 1 => Act::Add(which),
            2 | 3 => Act::Load(which),
            4 => Act::Store(which, random.below(2) as u32),
            5 => Act::CompareAndSwap(which),
            6 => Act::CountAndLook,
            7 => Act::Tally,
            _ => Act::LookAtTally,
        },
        Topic::Waiting => match random.below(6) {
            0 | 1 => Act::Await { flag: which, again: random.one_in(2), limit: None },
            2 | 3 => Act::Raise { flag: which, all: random.one_in(2) },
            4 => Act::Lower { flag: which },
            _ => Act::Count,
        },
        Topic::Channels => match random.below(6) {
            0..3 => Act::Send(which),
            3 => Act::Receive(which),
            4 => Act::TryReceive(which),
            _ => Act::Load(which),
        },
        Topic::Time | Topic::All => match random.below(7) {
            0 | 1 => Act::Sleep(limit),
            2 => Act::LockWithin(which, limit, inner(random)),
            3 => Act::Await { flag: which, again: random.one_in(2), limit: Some(limit) },
            4 => Act::Raise { flag: which, all: random.one_in(2) },
            5 => Act::ReceiveWithin(which, limit),
            _ => Act::Send(which),
        },
    }
}

/// What the threads of a program share.
struct Shared {
    locks: [Handle; 2],
    shared: [Handle; 2],
    atomics: [(Handle, Cell<u32>); 2],
    flags: [(Handle, Handle, Cell<bool>); 2],
    channels: [(Handle, RefCell<VecDeque<usize>>); 2],
    counter: Counter,
    tally: Tally,
    log: Log,
}

/// What the threads of the order that runs have found so far.
pub(super) type Log = Rc<RefCell<Vec<String>>>;

impl Shared {
    /// Names all of them to the engine, which otherwise numbers what it shares as it meets it.
    fn touch(&self) {
        let pairs = self.atomics.iter().map(|one| &one.0).chain(self.channels.iter().map(|one| &one.0));
        let flags = self.flags.iter().flat_map(|(lock, condvar, _)| [lock, condvar]);
        let all = self.locks.iter().chain(&self.shared).chain(pairs).chain(flags);
        all.for_each(model::reads);
        let _ = (self.counter.get(), self.tally.total());
    }

    fn new(log: &Log) -> Self {
        let handle = Handle::new;
        Shared {
            locks: [(); 2].map(|()| handle(ObjectKind::Mutex)),
            shared: [(); 2].map(|()| handle(ObjectKind::RwLock)),
            atomics: [(); 2].map(|()| (handle(ObjectKind::Atomic), Cell::new(0))),
            flags: [(); 2]
                .map(|()| (handle(ObjectKind::Mutex), handle(ObjectKind::Condvar), Cell::new(false))),
            channels: [(); 2].map(|()| (handle(ObjectKind::Channel), RefCell::default())),
            counter: Counter::new(),
            tally: Tally::new(),
            log: Rc::clone(log),
        }
    }

    /// What the thread finds is part of the result, in the order in which the thread itself finds it.
    fn log(&self, name: &str, found: impl std::fmt::Display) {
        self.log.borrow_mut().push(format!("{name}:{found}"));
    }
}

/// Runs the program as the first thread of an order, and writes into `log` what its threads find.
pub(super) fn run(program: &Program, log: &Log) {
    let shared = Rc::new(Shared::new(log));
    if program.touches_first {
        shared.touch();
    }
    let spawned: Vec<_> = (program.threads.iter().enumerate())
        .map(|(index, acts)| spawn(&shared, format!("{index}"), acts.clone()))
        .collect();
    for (index, spawned) in spawned.into_iter().enumerate() {
        shared.log(&format!("end{index}"), spawned.join(here()).is_ok());
    }
    for (_, value) in &shared.atomics {
        shared.log("value", value.get());
    }
}

fn spawn(shared: &Rc<Shared>, name: String, acts: Vec<Act>) -> model::Spawned<()> {
    let shared = Rc::clone(shared);
    let body = move || {
        let mut step = 0;
        acts.iter().for_each(|act| perform(&shared, &name, &mut step, act));
    };
    model::spawn(None, 0, here(), body).expect("there is memory")
}

fn perform(shared: &Rc<Shared>, name: &str, step: &mut u32, act: &Act) {
    *step += 1;
    let name = &format!("{name}.{step}");
    let all = |step: &mut u32, acts: &[Act]| acts.iter().for_each(|act| perform(shared, name, step, act));
    let locked = |handle: &Handle, mode: Mode, step: &mut u32, acts: &[Act]| {
        let _held = Held(handle, mode);
        all(step, acts);
    };
    let tried = |handle: &Handle, mode: Mode, step: &mut u32, acts: &[Act]| {
        let taken = model::try_lock(handle, mode, here());
        shared.log(name, taken);
        if taken {
            locked(handle, mode, step, acts);
        }
    };
    match act {
        Act::Lock(lock, acts) => {
            model::lock(&shared.locks[*lock], Mode::Exclusive, here(), None);
            locked(&shared.locks[*lock], Mode::Exclusive, step, acts);
        }
        Act::TryLock(lock, acts) => tried(&shared.locks[*lock], Mode::Exclusive, step, acts),
        Act::LockWithin(lock, limit, acts) => {
            let until = Some(model::now() + Duration::from_secs(*limit));
            let taken = model::lock(&shared.locks[*lock], Mode::Exclusive, here(), until);
            shared.log(name, taken);
            if taken {
                locked(&shared.locks[*lock], Mode::Exclusive, step, acts);
            }
        }
        Act::Read(lock, acts) => {
            model::lock(&shared.shared[*lock], Mode::Shared, here(), None);
            locked(&shared.shared[*lock], Mode::Shared, step, acts);
        }
        Act::Write(lock, acts) => {
            model::lock(&shared.shared[*lock], Mode::Exclusive, here(), None);
            locked(&shared.shared[*lock], Mode::Exclusive, step, acts);
        }
        Act::TryRead(lock, acts) => tried(&shared.shared[*lock], Mode::Shared, step, acts),
        Act::TryWrite(lock, acts) => tried(&shared.shared[*lock], Mode::Exclusive, step, acts),
        Act::Add(atomic) => {
            shared.log(name, at_atomic(shared, *atomic, Action::Update, |value| value + 1));
        }
        Act::Load(atomic) => shared.log(name, at_atomic(shared, *atomic, Action::Load, |value| value)),
        Act::Store(atomic, value) => {
            at_atomic(shared, *atomic, Action::Store, |_| *value);
        }
        Act::CompareAndSwap(atomic) => {
            model::point(here());
            let (handle, value) = &shared.atomics[*atomic];
            let swaps = value.get() == 0;
            model::record(here(), if swaps { Action::Update } else { Action::CompareFailed }, handle, None);
            if swaps {
                value.set(1);
                model::changed();
            }
            shared.log(name, swaps);
        }
        Act::Await { flag, again, limit } => shared.log(name, await_flag(shared, *flag, *again, *limit)),
        Act::Raise { flag, all } => {
            let (lock, condvar, up) = &shared.flags[*flag];
            model::lock(lock, Mode::Exclusive, here(), None);
            up.set(true);
            model::changed();
            model::unlock(lock, Mode::Exclusive);
            model::point(here());
            model::writes(condvar);
            shared.log(name, model::notify(condvar, if *all { usize::MAX } else { 1 }));
        }
        Act::Lower { flag } => {
            let (lock, _, up) = &shared.flags[*flag];
            model::lock(lock, Mode::Exclusive, here(), None);
            shared.log(name, up.replace(false));
            model::changed();
            model::unlock(lock, Mode::Exclusive);
        }
        Act::Send(channel) => {
            let (handle, queue) = &shared.channels[*channel];
            model::before_write(here(), handle);
            queue.borrow_mut().push_back(model::current());
            model::changed();
            model::notify(handle, 1);
        }
        Act::Receive(channel) => shared.log(name, receive(shared, *channel, None)),
        Act::TryReceive(channel) => shared.log(name, receive(shared, *channel, Some(Duration::ZERO))),
        Act::ReceiveWithin(channel, limit) => {
            let until = model::now() + Duration::from_secs(*limit);
            shared.log(name, receive(shared, *channel, Some(until)));
        }
        Act::Sleep(seconds) => {
            model::sleep(Duration::from_secs(*seconds), here());
            shared.log(name, model::now().as_secs());
        }
        Act::Spawn(acts) => {
            let spawned = spawn(shared, format!("{name}/"), acts.clone());
            model::point(here());
            shared.log(name, spawned.join(here()).is_ok());
        }
        Act::Panic => std::panic::resume_unwind({
            model::resumes_panic();
            Box::new("a thread ends")
        }),
        Act::Count => drop(shared.counter.add(1)),
        Act::CountAndLook => {
            model::point(here());
            shared.log(name, shared.counter.add(1));
        }
        Act::Tally => {
            model::point(here());
            shared.tally.add(1);
        }
        Act::LookAtTally => {
            model::point(here());
            shared.log(name, shared.tally.total());
        }
    }
}

/// Gives a lock back when it goes, unwinding included.
struct Held<'a>(&'a Handle, Mode);

impl Drop for Held<'_> {
    fn drop(&mut self) {
        if model::active() {
            model::unlock(self.0, self.1);
        }
    }
}

fn at_atomic(shared: &Shared, atomic: usize, action: Action, change: impl FnOnce(u32) -> u32) -> u32 {
    model::point(here());
    let (handle, value) = &shared.atomics[atomic];
    let before = value.get();
    value.set(change(before));
    if action != Action::Load {
        model::changed();
    }
    model::record(here(), action, handle, None);
    before
}

fn await_flag(shared: &Shared, flag: usize, again: bool, limit: Option<u64>) -> &'static str {
    let (lock, condvar, up) = &shared.flags[flag];
    let until = limit.map(|limit| model::now() + Duration::from_secs(limit));
    model::lock(lock, Mode::Exclusive, here(), None);
    let mut timed_out = false;
    while !up.get() && !timed_out {
        model::before_write(here(), condvar);
        model::release(lock, Mode::Exclusive, None, model::Touch::default());
        let woke = model::wait_or_wake(condvar, Action::WaitNotify, here(), until);
        model::record(here(), woke.action(), condvar, None);
        model::lock_again(lock, Mode::Exclusive, here());
        timed_out = woke == Woke::TimedOut;
        if !again {
            break;
        }
    }
    let found = match (up.get(), timed_out) {
        (true, false) => "up",
        (true, true) => "up in time",
        (false, true) => "late",
        (false, false) => "down",
    };
    model::unlock(lock, Mode::Exclusive);
    found
}

/// The thread that sent, or 99 where nothing came.
fn receive(shared: &Shared, channel: usize, until: Option<Duration>) -> usize {
    let (handle, queue) = &shared.channels[channel];
    model::before_write(here(), handle);
    loop {
        if let Some(sender) = queue.borrow_mut().pop_front() {
            return sender;
        }
        if until == Some(Duration::ZERO) {
            return 99;
        }
        if !model::wait(&[handle], Action::WaitReceive, here(), until) {
            return queue.borrow_mut().pop_front().unwrap_or(99);
        }
    }
}
