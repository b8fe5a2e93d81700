//! Channels that deliver the time: once, or again and again.

use std::sync::Mutex;
use std::time::Duration;

use interleave::model::{self, Action, Handle, ObjectKind};
use model_std::time::Instant;

use super::RecvTimeoutError;
use super::ticket::Ticket;
use crate::{At, open};

pub(super) struct Timer<T> {
    pub(super) handle: Handle,
    state: Mutex<State>,
    every: Option<Duration>,
    /// `T` is an `Instant`, but only the maker of the channel knows.
    convert: fn(Instant) -> T,
}

struct State {
    /// Virtual time of the next delivery; `None` when there will be none.
    next: Option<Duration>,
    /// What selected receives are about to fetch.
    kept: Vec<(Ticket, Duration)>,
}

/// The instant at this virtual time.
fn instant(time: Duration) -> Instant {
    Instant::now() - model::now() + time
}

impl Timer<Instant> {
    #[track_caller]
    pub(super) fn new(next: Option<Duration>, every: Option<Duration>) -> Self {
        Timer {
            handle: Handle::new(ObjectKind::Channel),
            state: Mutex::new(State { next, kept: Vec::new() }),
            every,
            convert: |instant| instant,
        }
    }
}

impl<T> Timer<T> {
    pub(super) fn next(&self) -> Option<Duration> {
        open(&self.state).next
    }

    pub(super) fn may_receive(&self) -> bool {
        self.next().is_some_and(|next| next <= model::now())
    }

    /// Receives without waiting; the caller has seen that it may.
    fn pop(&self, at: At) -> Option<Duration> {
        let mut state = open(&self.state);
        let due = state.next.take()?;
        state.next = self.every.and_then(|every| model::now().checked_add(every));
        drop(state);
        model::changed();
        model::record(at, Action::Receive, &self.handle, None);
        Some(due)
    }

    pub(super) fn receive(&self, at: At, until: Option<Duration>) -> Result<T, RecvTimeoutError> {
        model::before_write(at, &self.handle);
        let mut given_up = Action::FoundEmpty;
        while !self.may_receive() {
            if until.is_some_and(|until| until <= model::now()) {
                model::record(at, given_up, &self.handle, None);
                return Err(RecvTimeoutError::Timeout);
            }
            let first = [self.next(), until].into_iter().flatten().min();
            model::wait(&[&self.handle], Action::WaitReceive, at, first);
            given_up = Action::TimedOut;
        }
        let due = self.pop(at).expect("a delivery is due");
        Ok((self.convert)(instant(due)))
    }

    /// Begins a receive that a select has chosen.
    pub(super) fn keep(&self, ticket: &Ticket, at: At) {
        if let Some(due) = self.pop(at) {
            open(&self.state).kept.push((ticket.clone(), due));
        }
    }

    /// Ends a receive that a select has chosen.
    pub(super) fn fetch(&self, ticket: &Ticket) -> Option<T> {
        let mut state = open(&self.state);
        let index = state.kept.iter().position(|(kept_for, _)| kept_for.is(ticket))?;
        let (_, due) = state.kept.swap_remove(index);
        Some((self.convert)(instant(due)))
    }
}
