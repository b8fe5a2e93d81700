//! Who goes on: preemptions, blocking, the clock, and the end of an order.

use std::backtrace::Backtrace;
use std::time::Duration;

use super::act::Step;
use super::bounds::LONGEST_RUN;
use super::branch::Pending;
use super::{
    At, Effect, LATEST_WAKE, MOST_IDLE_STEPS, MOST_IDLE_STEPS_ALONE, MOST_QUIET_STEPS, MOST_STEPS, MOST_TIME,
    MOST_VAIN_NAPS, MOST_VAIN_TRIES, State, Target, Waiting, Wakes, World,
};
use crate::event::{Action, ObjectIndex, Place, ThreadIndex};
use crate::failure::{Kind, Limit, Wait};

impl World {
    pub(super) fn point(&mut self, at: Option<At>) -> Step {
        self.preemptible(at, false)
    }

    fn preemptible(&mut self, at: Option<At>, quiet: bool) -> Step {
        if let Some(kind) = self.step(at) {
            return Step::Fail(kind);
        }
        let me = self.current;
        self.woke = false;
        if self.is_reduced() {
            self.tasks[me].pending = Pending::Anything;
            return self.branch();
        }
        if self.tasks[me].works_too_long() && self.lets_others_go(me) {
            return Step::Switch;
        }
        self.options.clear();
        self.options.push(me);
        if self.no_more_preemptions {
            self.accesses.begin(me);
            return Step::Go;
        }
        for thread in 0..self.tasks.len() {
            if thread != me && self.may_go(thread) {
                self.options.push(thread);
            }
        }
        if self.rules.late {
            self.add_the_next_timers();
        }
        if self.options.len() == 1 && !self.scheduler.is_guided() {
            self.accesses.begin(me);
            return Step::Go;
        }
        let taken = match quiet {
            true => self.scheduler.quiet_thread(&self.options),
            false => self.scheduler.thread(&self.options, true),
        };
        if self.options.len() > 1 {
            self.order.push(taken as u8);
        }
        if taken == 0 {
            self.accesses.begin(me);
            return Step::Go;
        }
        self.preemptions += 1;
        self.preempts = true;
        self.let_go(self.options[taken]);
        Step::Switch
    }

    /// A point between two steps, at which nothing has happened that another thread could see since the last point and the
    /// next: only code that takes no steps, such as letting go of an `Arc`, is told by a switch here. So one switch an order is
    /// enough, and alone: it is offered where nothing was preempted before, and nothing is after it.
    pub(super) fn quiet_point(&mut self, at: Option<At>) -> Step {
        if self.preemptions > 0 || self.woke_by_itself || self.is_reduced() {
            return Step::Go;
        }
        let step = self.preemptible(at, true);
        self.no_more_preemptions = self.preemptions > 0;
        step
    }

    /// A quiet point where the step just taken let another thread go on.
    pub(super) fn point_if_somebody_woke(&mut self) -> Step {
        if std::mem::take(&mut self.woke) { self.quiet_point(None) } else { Step::Go }
    }

    /// Whether the thread could be chosen now: it can go on, or its time is up. Whose time is up may as well be woken by
    /// another thread first, for what happens at the same moment has no order.
    pub(super) fn may_go(&self, thread: ThreadIndex) -> bool {
        let task = &self.tasks[thread];
        match task.state {
            State::Runnable => true,
            State::Blocked => task.until.is_some_and(|until| until <= self.clock),
            State::Finished | State::Cut => false,
        }
    }

    /// The thread was chosen to go on, by the clock if nothing else.
    pub(super) fn let_go(&mut self, thread: ThreadIndex) {
        let until = self.tasks[thread].until;
        if self.tasks[thread].state == State::Blocked
            && let Some(until) = until
        {
            self.pass_time(until);
            self.rouse(thread);
            self.tasks[thread].timed_out = true;
            // Who is woken by nobody's doing did not ask for it.
            self.peak.timers += usize::from(self.halfway != Some(thread));
        }
        self.next = Some(thread);
    }

    /// When the next wait ends by itself.
    fn next_timer(&self) -> Option<Duration> {
        self.tasks.iter().filter_map(|task| task.until).min()
    }

    /// Moves the clock, unless it is there already.
    fn pass_time(&mut self, until: Duration) {
        if until > self.clock {
            self.clock = until;
            self.version += 1;
            self.changes += 1;
        }
    }

    /// A thread may be so slow that the next limit passes although it could go on.
    fn add_the_next_timers(&mut self) {
        let next = self.next_timer();
        for thread in 0..self.tasks.len() {
            let task = &self.tasks[thread];
            if task.state == State::Blocked
                && task.until.is_some()
                && task.until == next
                && !self.may_go(thread)
            {
                self.options.push(thread);
            }
        }
    }

    /// The fair schedule: who works on and on makes room for whoever has waited longest, be it for the clock. Who yields
    /// meanwhile waits for others rather than works: for it time passes only where no other thread can go on.
    fn lets_others_go(&mut self, me: ThreadIndex) -> bool {
        let next = self.next_timer();
        let looks_on = self.looks_on(me);
        let works = !std::mem::take(&mut self.tasks[me].yielded);
        self.tasks[me].ran_for = 0;
        let others = || (0..self.tasks.len()).filter(|&thread| thread != me);
        let can_go = others().filter(|&thread| self.may_go(thread));
        let is_next = others().filter(|&thread| next.is_some() && self.tasks[thread].until == next);
        let waited_longest = |thread: &ThreadIndex| self.tasks[*thread].ran_last;
        let other = if looks_on {
            can_go.min_by_key(waited_longest)
        } else if works {
            can_go.chain(is_next).min_by_key(waited_longest)
        } else {
            can_go.min_by_key(waited_longest).or_else(|| is_next.min_by_key(waited_longest))
        };
        let Some(other) = other else { return false };
        self.let_go(other);
        true
    }

    /// Counts a step of the current thread, and says so if it spins or goes on past every bound.
    pub(super) fn step(&mut self, at: Option<At>) -> Option<Kind> {
        let me = self.current;
        self.steps += 1;
        super::beat();
        let task = &mut self.tasks[me];
        task.at = at.or(task.at);
        task.ran_for += 1;
        task.ran_last = self.steps;
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
        let task = &mut self.tasks[me];
        task.quiet_steps = if task.seen_changes == self.changes { task.quiet_steps + 1 } else { 0 };
        task.seen_changes = self.changes;
        if task.quiet_steps > MOST_QUIET_STEPS && self.looks_on(me) {
            return Some(Kind::Spin { thread: me, at: self.tasks[me].at.map(Place::from) });
        }
        if self.steps > MOST_STEPS {
            return Some(self.too_long(me, Limit::Steps(MOST_STEPS)));
        }
        None
    }

    /// Whether the thread only looks again and again, for all that is seen, until another one does something: time does not pass
    /// for its sake.
    fn looks_on(&self, me: ThreadIndex) -> bool {
        self.tasks[me].quiet_steps > LONGEST_RUN && !self.rules.allow_spin && !self.is_alone(me)
    }

    /// Whether there is no other thread that could do what this one waits for.
    fn is_alone(&self, me: ThreadIndex) -> bool {
        let waits_for_me = |waiting: &Waiting| matches!(waiting, Waiting::Join(thread) | Waiting::Return(thread) if *thread == me);
        let mut others = self.tasks.iter().enumerate().filter(|(thread, _)| *thread != me);
        others.all(|(_, task)| task.state == State::Finished || waits_for_me(&task.waiting))
    }

    /// Counts a nap of the current thread. Who looks after each nap whether something has changed, and changes nothing
    /// itself, polls.
    pub(super) fn nap(&mut self, at: At) -> Option<Kind> {
        let task = &mut self.tasks[self.current];
        let looked = self.steps - task.napped_at > 1;
        task.napped_at = self.steps;
        task.vain_naps = if looked { task.vain_naps + 1 } else { 0 };
        let polls = task.vain_naps > MOST_VAIN_NAPS && !self.rules.allow_spin;
        polls.then(|| Kind::Spin { thread: self.current, at: Some(at.into()) })
    }

    /// Goes over to the thread that was chosen; `None` if the order is over.
    pub(crate) fn switch(&mut self) -> Option<ThreadIndex> {
        let next = self.next.take()?;
        if self.current != next {
            self.vain_tries = 0;
            self.tasks[next].ran_for = 0;
            self.context_switches += 1;
        }
        self.current = next;
        self.woke = false;
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

    /// The order goes on past a bound. Whether it would end is not known, but if only threads are left that nobody waits
    /// for, that is.
    fn too_long(&self, thread: ThreadIndex, limit: Limit) -> Kind {
        if self.is_finished(0) {
            return Kind::Unjoined { threads: self.unfinished() };
        }
        Kind::TooLong { thread, limit, at: self.tasks[thread].at.map(Place::from) }
    }

    pub(super) fn yield_now(&mut self, at: At) -> Step {
        if let Some(kind) = self.step(Some(at)) {
            return Step::Fail(kind);
        }
        self.record(Some(at), Action::Yield, None, None);
        self.yielded = true;
        self.accesses.order_was_asked_for = true;
        let me = self.current;
        self.tasks[me].yielded = true;
        self.scheduler.yields(me);
        if self.stubborn || !self.options_except(me) {
            self.accesses.begin(me);
            return Step::Go;
        }
        let next = self.pick();
        self.let_go(next);
        Step::Switch
    }

    /// Fills `options` with the runnable threads other than `thread`; false if there are none.
    pub(super) fn options_except(&mut self, thread: ThreadIndex) -> bool {
        self.options.clear();
        let others = (0..self.tasks.len()).filter(|&other| other != thread);
        for other in others {
            if self.may_go(other) {
                self.options.push(other);
            }
        }
        !self.options.is_empty()
    }

    /// Picks one of `options`, where no choice is a preemption.
    pub(super) fn pick(&mut self) -> ThreadIndex {
        if self.options.len() == 1 && !self.scheduler.is_guided() {
            return self.options[0];
        }
        let taken = self.scheduler.thread(&self.options, false);
        if self.options.len() > 1 {
            self.order.push(taken as u8);
        }
        self.options[taken]
    }

    /// Whether this wait, of a kind that may, ends without anybody's doing. It costs what a preemption costs.
    pub(super) fn wakes_by_itself(&mut self, until: Option<Duration>) -> Wakes {
        // Once an order is enough to find who does not ask again, and a loop that asks again has an end.
        if self.woke_by_itself || self.no_more_preemptions {
            self.access(Target::WakesByThemselves, Effect::Read);
            return Wakes::NotByItself;
        }
        // Halfway is late enough to find who measures the whole limit anew.
        let half = until.map_or(Duration::ZERO, |until| until.saturating_sub(self.clock) / 2);
        let ways = [Wakes::NotByItself, Wakes::AtOnce, Wakes::Later(self.clock + half.min(LATEST_WAKE))];
        let count = if half.is_zero() { 2 } else { 3 };
        let way = self.scheduler.wakes_by_itself(count);
        self.access(Target::WakesByThemselves, if way > 0 { Effect::Write } else { Effect::Read });
        self.order.push(way as u8);
        self.woke_by_itself = way > 0;
        self.halfway = (way == 2).then_some(self.current);
        ways[way]
    }

    /// Blocks the current thread and chooses who goes on.
    pub(super) fn block(&mut self, waiting: Waiting, at: At, until: Option<Duration>) -> Step {
        if let Some(kind) = self.step(Some(at)) {
            return Step::Fail(kind);
        }
        let me = self.current;
        self.waiting_changes();
        let task = &mut self.tasks[me];
        task.ran_for = 0;
        if !matches!(waiting, Waiting::Time) {
            task.vain_naps = 0;
        }
        task.pending = Pending::of(&waiting);
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
        if !self.options_except(usize::MAX) {
            let Some(until) = self.next_timer() else {
                return Step::Fail(self.stuck());
            };
            if until > MOST_TIME {
                let thread = self.tasks.iter().position(|task| task.until == Some(until)).unwrap_or(0);
                return Step::Fail(self.too_long(thread, Limit::Time(MOST_TIME)));
            }
            self.pass_time(until);
            self.options_except(usize::MAX);
        }
        if self.is_reduced() {
            return self.branch();
        }
        let next = self.pick();
        self.let_go(next);
        if Some(next) == me {
            self.next = None;
            self.accesses.begin(next);
            return Step::Go;
        }
        Step::Switch
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
        if self.tasks.iter().all(|task| matches!(task.state, State::Finished | State::Cut)) {
            return;
        }
        match self.next_runnable(None) {
            Step::Fail(kind) => {
                self.failure.get_or_insert(kind);
                self.next = None;
            }
            Step::Abandon => self.next = None,
            Step::Go | Step::Switch => {}
        }
    }

    /// The process ends: every thread but the current one is cut where it is.
    pub(crate) fn cut_the_others(&mut self) {
        for thread in 0..self.tasks.len() {
            let task = &mut self.tasks[thread];
            if thread == self.current || matches!(task.state, State::Finished | State::Cut) {
                continue;
            }
            (task.state, task.waiting, task.until) = (State::Cut, Waiting::Nothing, None);
            // What a thread would have done is cut off by whatever ends the process.
            self.accesses.order_was_asked_for = true;
            self.alive -= usize::from(thread != 0);
            self.access(Target::Thread(thread), Effect::Write);
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
