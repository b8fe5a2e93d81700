//! One order of the processes: one of them goes on at a time, from one system call to the next, and it is chosen which.
//!
//! A process *calls* when it stopped before a system call; it is let make it only when it is chosen, and runs until it
//! stops before the next, ends, or sleeps in the kernel. Whether it sleeps is asked of the kernel: nobody else runs then who
//! could wake it, so whoever sleeps goes on sleeping until another was chosen and woke it.

use std::path::Path;

use libc::pid_t;

use super::outside::stat;
use super::past::Past;
use super::ptrace::{self, Asked};
use super::search::{Choices, Decision};
use super::telling::{self, Deed};
use super::touch::{Cast, Object, Touch};
use super::tracer::{Tracer, kill};

/// So many calls an order may have.
const STEPS: usize = 20_000;

/// So many of one process, one after the other, while others could go on: then they do.
const TURN: usize = 300;

/// So many equal ones: it waits for somebody, and asks again and again.
const EQUAL: usize = 20;

/// So many looks in a row must find everybody asleep: a time limit may still wake somebody.
const QUIET: usize = 60;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum State {
    #[default]
    Runs,
    /// Stopped before its first instruction.
    Fresh,
    /// Stopped before a system call.
    Calls,
    /// In a system call that does not end before somebody does something.
    Sleeps,
    /// By a signal.
    Stopped,
}

/// What a thread is in an order.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Part {
    pub(super) state: State,
    /// In the order of birth.
    pub(super) number: usize,
    /// Was never seen stopped.
    unborn: bool,
    /// Lends its memory to a child that has not called `exec` yet.
    lends: bool,
    /// May have got a signal since it stopped.
    signalled: bool,
    /// When it wakes, in virtual nanoseconds.
    wakes: Option<u64>,
}

#[derive(Default)]
pub(crate) struct Stage {
    pub(super) cast: Cast,
    entered: usize,
    /// Whoever was chosen last.
    current: Option<pid_t>,
    root: Option<pid_t>,
    /// How the root ended.
    pub(crate) ended: Option<i32>,
    now: u64,
    /// How often the same one was chosen, and how often for the same call.
    turn: usize,
    equal: usize,
    pub(crate) decisions: Vec<Decision>,
    touches: Vec<(usize, Touch)>,
    past: Past,
    /// What was done, where the order is to be told.
    pub(crate) deeds: Vec<Deed>,
    tells: bool,
}

/// How an order ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// The process that ran the scenario has ended.
    Over,
    /// Nobody can go on.
    Stuck,
    /// Somebody computes, or calls, without an end.
    Endless,
    /// Somebody did what none may.
    Offence,
    /// Whoever asked is gone.
    Abandoned,
}

impl Stage {
    pub(super) fn enter(&mut self) -> Part {
        self.entered += 1;
        Part { number: self.entered - 1, unborn: true, ..Part::default() }
    }

    pub(crate) fn touches(&mut self) -> Vec<(usize, Touch)> {
        std::mem::take(&mut self.touches)
    }
}

impl Tracer {
    /// Before the process that runs the scenario is forked.
    pub(crate) fn raise_the_curtain(&mut self, room: &Path, tells: bool) {
        let files = std::fs::read_dir(format!("/proc/{}/fd", self.answer())).into_iter().flatten().flatten();
        let mut targets = files.filter_map(|file| std::fs::read_link(file.path()).ok());
        let line = targets.find(|target| target.to_string_lossy().starts_with("socket:"));
        let cast = Cast { room: room.to_path_buf(), line, ..Cast::default() };
        self.stage = Some(Stage { cast, tells, ..Stage::default() });
    }

    pub(super) fn is_born(&mut self, child: pid_t, parent: pid_t, lends: bool) {
        let Some(stage) = &mut self.stage else { return };
        let of = |task: &pid_t| self.tasks.get(task).map(|task| task.process);
        let (Some(process), Some(parents)) = (of(&child), of(&parent)) else { return };
        if process != parents && stage.cast.index(process).is_none_or(|_| process == child) {
            let parents = stage.cast.index(parents);
            stage.cast.processes.push((process, parents));
            if stage.root.is_none() {
                stage.root = Some(process);
            }
            if let Some(parents) = parents.filter(|_| stage.tells) {
                let child = stage.cast.processes.len() - 1;
                stage.deeds.push(Deed::birth(parents, child));
            }
        }
        if let Some(task) = self.tasks.get_mut(&parent) {
            task.part.lends = lends;
        }
    }

    /// A new one stops before it has done anything.
    pub(super) fn waits_in_the_wings(&mut self, pid: pid_t) -> bool {
        let on_stage = self.is_on_stage(pid);
        self.tasks.get_mut(&pid).is_some_and(|task| {
            let waits = on_stage && task.part.unborn;
            if waits {
                task.part.state = State::Fresh;
            }
            task.part.unborn = false;
            waits
        })
    }

    pub(super) fn leaves(&mut self, pid: pid_t, status: i32) {
        let Some(process) = self.tasks.get(&pid).map(|task| task.process) else { return };
        let Some(stage) = &mut self.stage else { return };
        if pid != process {
            return;
        }
        let Some(index) = stage.cast.index(process) else { return };
        if stage.root == Some(process) {
            stage.ended = Some(status);
        }
        if stage.tells {
            stage.deeds.push(Deed::end(index, status));
        }
        // The parent is told by a signal.
        if let Some(parent) = stage.cast.processes[index].1 {
            self.signalled(parent);
        }
    }

    fn signalled(&mut self, index: usize) {
        let Some(process) = self.stage.as_ref().and_then(|stage| Some(stage.cast.processes.get(index)?.0))
        else {
            return;
        };
        for task in self.tasks.values_mut().filter(|task| task.process == process) {
            task.part.signalled = true;
        }
    }

    /// The end of a call that is to be told.
    pub(super) fn has_called(&mut self, pid: pid_t) {
        let Some(task) = self.tasks.get(&pid) else { return };
        let (Some(result), Some(asked)) = (ptrace::result(pid), task.asked) else { return };
        let process = task.process;
        if let Some(stage) = &mut self.stage
            && let Some(index) = stage.cast.index(process)
        {
            telling::ends(&mut stage.deeds, index, process, &asked, result, &stage.cast);
        }
    }

    /// Until nobody runs: everybody has stopped, sleeps, or is gone.
    fn settle(&mut self, patience: &mut impl FnMut() -> bool) -> Result<(), End> {
        let mut looks: u32 = 0;
        loop {
            match ptrace::next(false) {
                Ok(Some((pid, status))) => {
                    self.take(pid, status);
                    if self.offence().is_some() {
                        return Err(End::Offence);
                    }
                    continue;
                }
                Ok(None) => {}
                Err(_) => return Ok(()),
            }
            looks += 1;
            if looks.is_multiple_of(4096) && !patience() {
                return Err(End::Endless);
            }
            let of = |tracer: &Tracer, state: State| -> Vec<pid_t> {
                let tasks = tracer
                    .tasks
                    .iter()
                    .filter(|(task, of)| of.part.state == state && tracer.is_on_stage(**task));
                tasks.map(|(&task, _)| task).collect()
            };
            let running = of(self, State::Runs);
            if running.is_empty() {
                let woken: Vec<pid_t> =
                    of(self, State::Sleeps).into_iter().filter(|&task| !self.is_asleep(task)).collect();
                if woken.is_empty() {
                    return Ok(());
                }
                woken.into_iter().for_each(|task| self.set(task, State::Runs));
            } else if looks % 4 == 3 && running.iter().all(|&task| self.is_asleep(task)) {
                // One that stopped since is about to be told of.
                if let Ok(Some((pid, status))) = ptrace::next(false) {
                    self.take(pid, status);
                } else {
                    running.into_iter().for_each(|task| self.set(task, State::Sleeps));
                }
            } else {
                std::thread::yield_now();
            }
        }
    }

    fn is_asleep(&self, task: pid_t) -> bool {
        let lends = self.tasks.get(&task).is_some_and(|task| task.part.lends);
        stat(task).is_some_and(|stat| stat.state == 'S' || stat.state == 'D' && lends)
    }

    /// Who could go on now. Whoever only lets time pass does so when nobody else can go on.
    fn able(&mut self) -> Vec<pid_t> {
        let ready = |task: &&pid_t| {
            self.is_on_stage(**task) && matches!(self.tasks[*task].part.state, State::Fresh | State::Calls)
        };
        let ready: Vec<pid_t> = self.tasks.keys().filter(ready).copied().collect();
        let now = self.stage.as_ref().map_or(0, |stage| stage.now);
        let mut able = Vec::new();
        let mut next: Option<(u64, pid_t)> = None;
        for pid in ready {
            let task = self.tasks.get_mut(&pid).expect("it was just seen");
            let nap =
                task.asked.filter(|_| task.part.state == State::Calls).and_then(|asked| nap(pid, &asked));
            let Some(nap) = nap else {
                able.push(pid);
                continue;
            };
            let wakes = *task.part.wakes.get_or_insert(now + nap);
            if next.is_none_or(|(first, _)| wakes < first) {
                next = Some((wakes, pid));
            }
        }
        if able.is_empty()
            && let Some((wakes, pid)) = next
        {
            if let Some(stage) = &mut self.stage {
                stage.now = stage.now.max(wakes);
            }
            able.push(pid);
        }
        able.sort_by_key(|pid| self.tasks[pid].part.number);
        able
    }

    /// Runs one order. `patience` is asked now and then, with what it is asked for.
    pub(crate) fn perform(&mut self, choices: &Choices, mut patience: impl FnMut(Wait) -> bool) -> End {
        let mut chosen = choices.iter();
        // The process that runs the scenario is about to be forked.
        while self.root().is_none() && self.status().is_none() {
            match ptrace::next(true) {
                Ok(Some((pid, status))) => self.take(pid, status),
                _ => return End::Over,
            }
        }
        let mut quiet = 0;
        for _ in 0..STEPS {
            let settled = self.settle(&mut || patience(Wait::Running));
            if let Err(end) = settled {
                return end;
            }
            let gone = self
                .stage
                .as_ref()
                .and_then(|stage| stage.root)
                .is_some_and(|root| !self.tasks.contains_key(&root));
            if gone || self.status().is_some() {
                return End::Over;
            }
            let able = self.able();
            if able.is_empty() {
                quiet += 1;
                if !patience(Wait::Sleeping) {
                    return End::Abandoned;
                }
                if quiet > QUIET {
                    return End::Stuck;
                }
                continue;
            }
            quiet = 0;
            let next = self.choose(&able, &mut chosen);
            self.let_go_on(next, &mut patience);
        }
        End::Endless
    }

    fn choose<'a>(&mut self, able: &[pid_t], chosen: &mut impl Iterator<Item = &'a Option<usize>>) -> pid_t {
        let stage = self.stage.as_mut().expect("an order is being run");
        let number = |pid: &pid_t| self.tasks[pid].part.number;
        let current = stage.current.filter(|current| able.contains(current));
        let weary = stage.turn > TURN || stage.equal > EQUAL;
        let could_go_on = current.is_some() && !weary;
        let usual = match current {
            Some(current) if !weary => current,
            // Others in turn, so that all of them get on.
            Some(current) => {
                let later = able.iter().find(|pid| number(pid) > number(&current));
                *later.unwrap_or(&able[0])
            }
            None => able[0],
        };
        let next = match able {
            [only] => *only,
            _ => chosen
                .next()
                .copied()
                .flatten()
                .and_then(|wanted| able.iter().copied().find(|pid| number(pid) == wanted))
                .unwrap_or(usual),
        };
        let task = &self.tasks[&next];
        let calls = task.asked.filter(|_| task.part.state == State::Calls);
        let touches = calls.map_or(Vec::new(), |asked| stage.cast.touches(task.process, &asked));
        let who = stage.cast.index(task.process).unwrap_or(0);
        stage.touches.extend(touches.iter().map(|touch| (who, touch.clone())));
        if able.len() > 1 {
            stage.decisions.push(Decision {
                able: able.iter().map(number).collect(),
                chosen: number(&next),
                usual: number(&usual),
                could_go_on,
                touches: touches.clone(),
                past: stage.past.name(),
            });
        }
        stage.past.add(who, number(&next), &touches);
        if stage.tells {
            stage.deeds.push(Deed::turn(who, could_go_on && current != Some(next)));
        }
        let same = stage.current == Some(next);
        stage.turn = if same { stage.turn + 1 } else { 0 };
        stage.current = Some(next);
        next
    }

    fn let_go_on(&mut self, pid: pid_t, patience: &mut impl FnMut(Wait) -> bool) {
        let task = self.tasks.get_mut(&pid).expect("it could go on");
        let (asked, part) = (task.asked, task.part);
        task.part.signalled = false;
        if part.state == State::Fresh {
            self.set(pid, State::Runs);
            return ptrace::go_on(pid, 0);
        }
        let Some(asked) = asked else { return };
        if part.signalled && ptrace::put_off(pid, &asked).is_ok() {
            // The signal comes first; then the same call is made again, if it still is.
            self.set(pid, State::Runs);
            ptrace::go_on(pid, 0);
            if self.settle(&mut || patience(Wait::Running)).is_err() {
                return;
            }
            let same = self
                .tasks
                .get(&pid)
                .is_some_and(|task| task.part.state == State::Calls && task.asked == Some(asked));
            if !same {
                return;
            }
        }
        self.make(pid, &asked);
    }

    fn make(&mut self, pid: pid_t, asked: &Asked) {
        let process = self.tasks[&pid].process;
        for index in self.whom(process, asked) {
            self.signalled(index);
        }
        let stage = self.stage.as_mut().expect("an order is being run");
        let tells = stage.tells;
        self.tell(process, asked);
        let again = self.tasks.get_mut(&pid).is_some_and(|task| task.part.wakes.take().is_some());
        if again {
            // Its time has passed.
            let _ = ptrace::refuse(pid, 0);
            self.set(pid, State::Runs);
            return ptrace::go_on(pid, 0);
        }
        self.set(pid, State::Runs);
        if tells { ptrace::go_on_to_the_end_of_the_call(pid) } else { ptrace::go_on(pid, 0) }
    }

    /// The beginning of a call, where the order is to be told.
    pub(super) fn tell(&mut self, process: pid_t, asked: &Asked) {
        if let Some(stage) = self.stage.as_mut().filter(|stage| stage.tells)
            && let Some(index) = stage.cast.index(process)
        {
            let deed = telling::begins(index, process, asked, &mut stage.cast);
            stage.deeds.extend(deed);
        }
    }

    /// Whom a call signals.
    fn whom(&mut self, process: pid_t, asked: &Asked) -> Vec<usize> {
        if super::calls::signals().iter().all(|(number, _)| *number != asked.number)
            && asked.number != libc::SYS_pidfd_send_signal
        {
            return Vec::new();
        }
        let stage = self.stage.as_mut().expect("an order is being run");
        let touches = stage.cast.touches(process, asked).into_iter();
        touches
            .filter_map(|(object, _)| if let Object::Process(index) = object { Some(index) } else { None })
            .collect()
    }

    /// Ends whoever is left of an order, and waits until they are gone.
    pub(crate) fn drop_the_curtain(&mut self) -> Option<Stage> {
        let stage = self.stage.take();
        let left = |tracer: &Tracer| -> Vec<pid_t> {
            let answer = tracer.answer();
            tracer.tasks.iter().filter(|(_, of)| of.process != answer).map(|(&task, _)| task).collect()
        };
        loop {
            let left = left(self);
            if left.is_empty() || self.offence().is_some() {
                return stage;
            }
            left.into_iter().for_each(kill);
            match ptrace::next(true) {
                Ok(Some((pid, status))) => self.take(pid, status),
                Ok(None) => {}
                Err(_) => return stage,
            }
        }
    }

    pub(crate) fn root_status(&self) -> Option<i32> {
        self.stage.as_ref()?.ended
    }

    /// The process that runs the scenario, once it is born.
    pub(crate) fn root(&self) -> Option<pid_t> {
        self.stage.as_ref()?.root
    }
}

/// What patience is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wait {
    /// Somebody runs and meets no system call.
    Running,
    /// Everybody sleeps.
    Sleeping,
}

/// How long a call only lets time pass, in nanoseconds.
fn nap(pid: pid_t, asked: &Asked) -> Option<u64> {
    let at = match asked.number {
        libc::SYS_nanosleep => asked.arguments[0],
        libc::SYS_clock_nanosleep => asked.arguments[2],
        _ => return None,
    };
    let [seconds, nanoseconds] = ptrace::words(pid, at)?;
    Some(seconds.saturating_mul(1_000_000_000).saturating_add(nanoseconds))
}
