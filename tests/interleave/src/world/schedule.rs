//! Who goes on: preemptions, blocking, the clock, and the end of an order.

use std::backtrace::Backtrace;
use std::time::Duration;

use super::act::Step;
use super::{
    At, Effect, MOST_IDLE_STEPS, MOST_IDLE_STEPS_ALONE, MOST_STEPS, MOST_TIME, MOST_VAIN_TRIES, State,
    Target, Waiting, World,
};
use crate::event::{Action, ObjectIndex, Place, ThreadIndex};
use crate::failure::{Kind, Wait};

impl World {
    pub(super) fn point(&mut self, at: Option<At>) -> Step {
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
            self.accesses.begin(me);
            return Step::Go;
        }
        let taken = self.scheduler.thread(&self.options, true);
        self.order.push(taken as u8);
        if taken == 0 {
            self.accesses.begin(me);
            return Step::Go;
        }
        self.preemptions += 1;
        self.preempts = true;
        self.next = Some(self.options[taken]);
        Step::Switch
    }

    /// Counts a step of the current thread, and says so if it spins or never ends.
    pub(super) fn step(&mut self, at: Option<At>) -> Option<Kind> {
        let me = self.current;
        self.steps += 1;
        super::beat();
        let task = &mut self.tasks[me];
        task.at = at.or(task.at);
        if task.seen_version != self.version {
            task.seen_version = self.version;
            task.idle_steps = 0;
        } else {
            task.idle_steps += 1;
            let (idle, at) = (task.idle_steps, task.at);
            let spins = idle > MOST_IDLE_STEPS && (idle > MOST_IDLE_STEPS_ALONE || !self.is_alone(me));
            if spins && !self.rules.allow_spin {
                return Some(Kind::Spin { thread: me, at: at.map(Place::from) });
            }
        }
        if self.steps > MOST_STEPS {
            return Some(self.endless(me));
        }
        None
    }

    /// Goes over to the thread that was chosen; `None` if the order is over.
    pub(crate) fn switch(&mut self) -> Option<ThreadIndex> {
        let next = self.next.take()?;
        if self.current != next {
            self.vain_tries = 0;
            self.context_switches += 1;
        }
        self.current = next;
        self.accesses.begin(next);
        Some(next)
    }

    /// Counts the tries of the current thread for a lock that nobody else had a chance to give back, and says so if it
    /// polls: what it does in between, as taking and giving back another lock, gets it nowhere.
    pub(crate) fn tried_in_vain(&mut self, object: ObjectIndex, at: At) -> Option<Kind> {
        self.vain_tries = if self.tried == Some(object) { self.vain_tries + 1 } else { 1 };
        self.tried = Some(object);
        let spins = self.vain_tries > MOST_VAIN_TRIES && !self.rules.allow_spin;
        spins.then(|| Kind::Spin { thread: self.current, at: Some(at.into()) })
    }

    /// Whether there is no other thread that could do what this one waits for: it may only be reading much.
    fn is_alone(&self, me: ThreadIndex) -> bool {
        let waits_for_me = |waiting: &Waiting| matches!(waiting, Waiting::Join(thread) | Waiting::Return(thread) if *thread == me);
        let mut others = self.tasks.iter().enumerate().filter(|(thread, _)| *thread != me);
        others.all(|(_, task)| task.state == State::Finished || waits_for_me(&task.waiting))
    }

    pub(super) fn endless(&self, thread: ThreadIndex) -> Kind {
        if self.is_finished(0) {
            return Kind::Unjoined { threads: self.unfinished() };
        }
        Kind::Endless { thread, at: self.tasks[thread].at.map(Place::from) }
    }

    pub(super) fn yield_now(&mut self, at: At) -> Step {
        if let Some(kind) = self.step(Some(at)) {
            return Step::Fail(kind);
        }
        self.record(Some(at), Action::Yield, None, None);
        self.yielded = true;
        let me = self.current;
        self.scheduler.yields(me);
        if self.stubborn || !self.options_except(me) {
            self.accesses.begin(me);
            return Step::Go;
        }
        self.next = Some(self.pick());
        Step::Switch
    }

    /// Fills `options` with the runnable threads other than `thread`; false if there are none.
    pub(super) fn options_except(&mut self, thread: ThreadIndex) -> bool {
        self.options.clear();
        let others = (0..self.tasks.len()).filter(|&other| other != thread);
        self.options.extend(others.filter(|&other| self.tasks[other].state == State::Runnable));
        !self.options.is_empty()
    }

    /// Picks one of `options`, where no choice is a preemption.
    pub(super) fn pick(&mut self) -> ThreadIndex {
        if self.options.len() == 1 {
            return self.options[0];
        }
        let taken = self.scheduler.thread(&self.options, false);
        self.order.push(taken as u8);
        self.options[taken]
    }

    /// Blocks the current thread and chooses who goes on.
    pub(super) fn block(&mut self, waiting: Waiting, at: At, until: Option<Duration>) -> Step {
        if let Some(kind) = self.step(Some(at)) {
            return Step::Fail(kind);
        }
        let me = self.current;
        self.waiting_changes();
        let task = &mut self.tasks[me];
        task.state = State::Blocked;
        task.waiting = waiting;
        task.until = until;
        task.timed_out = false;
        if self.rules.notes_calls {
            task.calls = Some(Box::new(Backtrace::force_capture()));
        }
        self.next_runnable(Some(me))
    }

    /// Chooses the next thread when the current one cannot go on, moving the clock if nobody else can.
    pub(super) fn next_runnable(&mut self, me: Option<ThreadIndex>) -> Step {
        loop {
            if self.options_except(usize::MAX) {
                let next = self.pick();
                if Some(next) == me {
                    self.accesses.begin(next);
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

    /// The closure of the current thread has returned: the scope that waits for it need not wait for its locals.
    pub(crate) fn returns(&mut self) {
        let me = self.current;
        self.tasks[me].returned = true;
        self.access(Target::Thread(me), Effect::Write);
        self.changed();
        self.rouse_all(|waiting| matches!(waiting, Waiting::Return(thread) if *thread == me));
    }

    /// Lets everybody go on who waits for this.
    pub(super) fn rouse_all(&mut self, which: impl Fn(&Waiting) -> bool) {
        for thread in 0..self.tasks.len() {
            if which(&self.tasks[thread].waiting) {
                self.rouse(thread);
            }
        }
    }

    /// The current thread is done; chooses who goes on. `None` when all are.
    pub(crate) fn finish(&mut self) {
        let me = self.current;
        self.record(None, Action::Finish, None, None);
        self.access(Target::Thread(me), Effect::Write);
        self.changed();
        self.tasks[me].state = State::Finished;
        if me != 0 {
            self.alive -= 1;
            if let Some(crowd) = self.tasks[me].crowd {
                self.crowds[crowd].alive -= 1;
            }
        }
        self.rouse_all(|waiting| matches!(waiting, Waiting::Join(thread) if *thread == me));
        if self.tasks.iter().all(|task| task.state == State::Finished) {
            return;
        }
        if let Step::Fail(kind) = self.next_runnable(None) {
            self.failure.get_or_insert(kind);
            self.next = None;
        }
    }

    /// Nobody can go on: says who waits for what.
    pub(super) fn stuck(&self) -> Kind {
        let blocked = (0..self.tasks.len()).filter(|&thread| self.tasks[thread].state == State::Blocked);
        if self.tasks[0].state == State::Finished {
            return Kind::Unjoined { threads: blocked.collect() };
        }
        let waits: Vec<_> = blocked.map(|thread| self.wait_of(thread)).collect();
        let cycle = cycle_among(&waits);
        Kind::Deadlock { waits, cycle }
    }

    pub(super) fn wait_of(&self, thread: ThreadIndex) -> Wait {
        let task = &self.tasks[thread];
        let (object, holders) = match task.waiting {
            Waiting::Lock(object, mode) => (Some(object), self.obstacles(object, thread, mode)),
            Waiting::Wake(object) => (Some(object), Vec::new()),
            Waiting::Join(thread) | Waiting::Return(thread) => (None, vec![thread]),
            Waiting::Nothing | Waiting::Processor | Waiting::Time => (None, Vec::new()),
        };
        let at = task.at.map(Place::from);
        let callers =
            task.calls.as_ref().zip(at.as_ref()).map(|(calls, at)| crate::calls::callers(calls, at));
        Wait { thread, object, holders, at, callers: callers.unwrap_or_default() }
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
