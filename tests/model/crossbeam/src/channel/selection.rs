use std::fmt;
use std::time::Duration;

use interleave::model::{self, Action, Handle};
use model_std::time::Instant;

use super::selected::SelectedOperation;
use super::ticket::Ticket;
use super::{ReadyTimeoutError, Receiver, SelectTimeoutError, Sender, TryReadyError, TrySelectError};
use crate::At;

/// An end of a channel, as a select sees it.
pub(super) trait Arm {
    /// The channel as a story names it, and what is waited for there.
    fn named(&self) -> (&Handle, Action);

    /// True where the operation need not wait.
    fn is_ready(&self) -> bool;

    /// Makes sure that the operation, which is ready, can be finished later.
    fn begin(&self, ticket: &Ticket, at: At);

    /// Lets partners find a thread that is about to wait, and no longer.
    fn enlist(&self, ticket: &Ticket, arm: usize);
    fn withdraw(&self, ticket: &Ticket);

    /// Adds what to wait on.
    fn handles<'a>(&'a self, handles: &mut Vec<&'a Handle>);

    /// Wakes another thread in place of this one, which was woken and goes elsewhere.
    fn pass_on(&self);

    /// When the operation becomes ready by itself.
    fn due(&self) -> Option<Duration>;
}

/// [`crossbeam::channel::Select`]: which one is chosen, of several that are ready, is explored.
#[derive(Clone)]
pub struct Select<'a> {
    arms: Vec<Listed<'a>>,
    next: usize,
    biased: bool,
}

#[derive(Clone, Copy)]
struct Listed<'a> {
    arm: &'a dyn Arm,
    index: usize,
    /// Address of the sender or receiver.
    end: usize,
}

impl<'a> Select<'a> {
    pub fn new() -> Self {
        Select { arms: Vec::new(), next: 0, biased: false }
    }

    pub fn new_biased() -> Self {
        Select { biased: true, ..Select::new() }
    }

    pub fn send<T>(&mut self, sender: &'a Sender<T>) -> usize {
        self.add(sender, (&raw const *sender).addr())
    }

    pub fn recv<T>(&mut self, receiver: &'a Receiver<T>) -> usize {
        self.add(receiver, (&raw const *receiver).addr())
    }

    fn add(&mut self, arm: &'a dyn Arm, end: usize) -> usize {
        let index = self.next;
        self.arms.push(Listed { arm, index, end });
        self.next += 1;
        index
    }

    /// # Panics
    /// If there is no operation with this index.
    pub fn remove(&mut self, index: usize) {
        assert!(index < self.next, "index out of bounds; {index} >= {}", self.next);
        let place = self.arms.iter().position(|listed| listed.index == index);
        self.arms.swap_remove(place.expect("no operation with this index"));
    }

    fn ready_arms(&self) -> Vec<usize> {
        (0..self.arms.len()).filter(|&arm| self.arms[arm].arm.is_ready()).collect()
    }

    /// Whatever it does next, it looks at every channel and may change one.
    fn step(&self, at: At) {
        model::point(at);
        self.arms.iter().for_each(|listed| model::writes(listed.arm.named().0));
    }

    fn choose(&self, ready: &[usize]) -> usize {
        ready[if self.biased { 0 } else { model::choose(ready.len()) }]
    }

    /// Whether the time is up, which is told.
    fn gives_up(&self, at: At, until: Option<Duration>, waited: bool) -> bool {
        let is_past = until.is_some_and(|until| until <= model::now());
        if let Some(first) = self.arms.first().filter(|_| is_past) {
            let (named, action) = first.arm.named();
            let given_up = match action {
                _ if waited => Action::TimedOut,
                Action::WaitSend => Action::FoundFull,
                _ => Action::FoundEmpty,
            };
            model::record(at, given_up, named, None);
        }
        is_past
    }

    /// Waits until an arm may be ready or the time is up.
    fn wait(&self, at: At, until: Option<Duration>) {
        let due = self.arms.iter().filter_map(|listed| listed.arm.due()).chain(until).min();
        let mut handles = Vec::new();
        self.arms.iter().for_each(|listed| listed.arm.handles(&mut handles));
        if let Some(first) = self.arms.first() {
            let (named, action) = first.arm.named();
            model::wait_beside(named, &handles, action, at, due);
            self.arms.iter().for_each(|listed| model::writes(listed.arm.named().0));
        } else {
            model::wait(&[], Action::WaitReceive, at, due);
        }
    }

    /// Chooses an arm and begins its operation. With `until` in the past it does not wait.
    fn run(&self, at: At, until: Option<Duration>) -> Option<SelectedOperation<'a>> {
        self.step(at);
        let ticket = Ticket::new();
        let mut waited = false;
        loop {
            let ready = self.ready_arms();
            if !ready.is_empty() {
                let arm = self.choose(&ready);
                self.arms[arm].arm.begin(&ticket, at);
                return Some(self.selected(ticket, arm, waited));
            }
            if self.gives_up(at, until, waited) {
                return None;
            }
            for (arm, listed) in self.arms.iter().enumerate() {
                listed.arm.enlist(&ticket, arm);
            }
            self.wait(at, until);
            self.arms.iter().for_each(|listed| listed.arm.withdraw(&ticket));
            waited = true;
            if let Some(arm) = ticket.picked() {
                return Some(self.selected(ticket, arm, waited));
            }
        }
    }

    fn selected(&self, ticket: Ticket, arm: usize, waited: bool) -> SelectedOperation<'a> {
        if waited {
            let others = (0..self.arms.len()).filter(|&other| other != arm);
            others.for_each(|other| self.arms[other].arm.pass_on());
        }
        let Listed { index, end, .. } = self.arms[arm];
        SelectedOperation::new(ticket, index, end)
    }

    /// # Errors
    /// If no operation is ready.
    #[track_caller]
    pub fn try_select(&mut self) -> Result<SelectedOperation<'a>, TrySelectError> {
        self.run(model::here(), Some(Duration::ZERO)).ok_or(TrySelectError)
    }

    /// # Panics
    /// If there are no operations.
    #[track_caller]
    pub fn select(&mut self) -> SelectedOperation<'a> {
        assert!(!self.arms.is_empty(), "no operations have been added to `Select`");
        self.run(model::here(), None)
            .unwrap_or_else(|| unreachable!("without a limit some operation is chosen"))
    }

    /// # Errors
    /// If no operation becomes ready within `limit`.
    #[track_caller]
    pub fn select_timeout(&mut self, limit: Duration) -> Result<SelectedOperation<'a>, SelectTimeoutError> {
        self.run(model::here(), model::now().checked_add(limit)).ok_or(SelectTimeoutError)
    }

    /// # Errors
    /// If no operation becomes ready until `limit`.
    #[track_caller]
    pub fn select_deadline(&mut self, limit: Instant) -> Result<SelectedOperation<'a>, SelectTimeoutError> {
        self.run(model::here(), Some(limit.since_start())).ok_or(SelectTimeoutError)
    }

    /// Chooses an arm that is ready, without beginning anything.
    fn look(&self, at: At, until: Option<Duration>) -> Option<usize> {
        self.step(at);
        let mut waited = false;
        loop {
            let ready = self.ready_arms();
            if !ready.is_empty() {
                // Who was woken only looks, so another thread may have to be woken for the item.
                if waited {
                    self.arms.iter().for_each(|listed| listed.arm.pass_on());
                }
                return Some(self.arms[self.choose(&ready)].index);
            }
            if self.gives_up(at, until, waited) {
                return None;
            }
            self.wait(at, until);
            waited = true;
        }
    }

    /// # Errors
    /// If no operation is ready.
    #[track_caller]
    pub fn try_ready(&mut self) -> Result<usize, TryReadyError> {
        self.look(model::here(), Some(Duration::ZERO)).ok_or(TryReadyError)
    }

    /// # Panics
    /// If there are no operations.
    #[track_caller]
    pub fn ready(&mut self) -> usize {
        assert!(!self.arms.is_empty(), "no operations have been added to `Select`");
        self.look(model::here(), None)
            .unwrap_or_else(|| unreachable!("without a limit some operation is ready"))
    }

    /// # Errors
    /// If no operation becomes ready within `limit`.
    #[track_caller]
    pub fn ready_timeout(&mut self, limit: Duration) -> Result<usize, ReadyTimeoutError> {
        self.look(model::here(), model::now().checked_add(limit)).ok_or(ReadyTimeoutError)
    }

    /// # Errors
    /// If no operation becomes ready until `limit`.
    #[track_caller]
    pub fn ready_deadline(&mut self, limit: Instant) -> Result<usize, ReadyTimeoutError> {
        self.look(model::here(), Some(limit.since_start())).ok_or(ReadyTimeoutError)
    }
}

impl Default for Select<'_> {
    fn default() -> Self {
        Select::new()
    }
}

impl fmt::Debug for Select<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Select { .. }")
    }
}
