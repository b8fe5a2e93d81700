//! A channel with a buffer, limited or not.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::time::Duration;

use interleave::model::{self, Action, Handle, ObjectKind};

use super::ticket::Ticket;
use super::{RecvTimeoutError, SendTimeoutError};
use crate::{At, open};

pub(super) struct Buffer<T> {
    pub(super) receivable: Handle,
    pub(super) sendable: Handle,
    capacity: Option<usize>,
    state: Mutex<State<T>>,
}

struct State<T> {
    items: VecDeque<T>,
    senders: usize,
    receivers: usize,
    /// Seats in the buffer for items that selected sends are about to bring.
    reserved: usize,
    /// What selected receives are about to fetch; `None` is the end of the channel.
    kept: Vec<(Ticket, Option<T>)>,
}

impl<T> Buffer<T> {
    #[track_caller]
    pub(super) fn new(capacity: Option<usize>) -> Self {
        Buffer {
            receivable: Handle::new(ObjectKind::Channel),
            sendable: Handle::new(ObjectKind::Channel),
            capacity,
            state: Mutex::new(State {
                items: VecDeque::new(),
                senders: 1,
                receivers: 1,
                reserved: 0,
                kept: Vec::new(),
            }),
        }
    }

    pub(super) fn capacity(&self) -> Option<usize> {
        self.capacity
    }

    pub(super) fn len(&self) -> usize {
        open(&self.state).items.len()
    }

    pub(super) fn is_full(&self) -> bool {
        let state = open(&self.state);
        self.capacity.is_some_and(|capacity| state.items.len() + state.reserved >= capacity)
    }

    /// True where a send need not wait: there is a seat, or nobody will ever receive.
    pub(super) fn may_send(&self) -> bool {
        open(&self.state).receivers == 0 || !self.is_full()
    }

    /// True where a receive need not wait: there is an item, or nobody will ever send.
    pub(super) fn may_receive(&self) -> bool {
        let state = open(&self.state);
        state.senders == 0 || !state.items.is_empty()
    }

    /// Sends without waiting; the caller has seen that it may.
    fn push(&self, item: T, at: At) -> Result<(), T> {
        let mut state = open(&self.state);
        if state.receivers == 0 {
            drop(state);
            model::record(at, Action::Disconnected, &self.receivable, None);
            return Err(item);
        }
        let value = model::value(&item);
        state.items.push_back(item);
        drop(state);
        model::changed();
        model::record(at, Action::Send, &self.receivable, value);
        model::notify(&self.receivable, 1);
        model::point_if_somebody_woke();
        Ok(())
    }

    /// Receives without waiting; the caller has seen that it may.
    fn pop(&self, at: At) -> Option<T> {
        let item = open(&self.state).items.pop_front();
        if let Some(item) = &item {
            model::changed();
            model::record(at, Action::Receive, &self.receivable, model::value(item));
            model::notify(&self.sendable, 1);
        } else {
            model::record(at, Action::Disconnected, &self.receivable, None);
        }
        item
    }

    pub(super) fn send(&self, item: T, at: At, until: Option<Duration>) -> Result<(), SendTimeoutError<T>> {
        model::before_write(at, &self.receivable);
        let mut given_up = Action::FoundFull;
        while !self.may_send() {
            if until.is_some_and(|until| until <= model::now()) {
                model::record(at, given_up, &self.receivable, None);
                return Err(SendTimeoutError::Timeout(item));
            }
            model::wait_beside(&self.receivable, &[&self.sendable], Action::WaitSend, at, until);
            given_up = Action::TimedOut;
        }
        self.push(item, at).map_err(SendTimeoutError::Disconnected)
    }

    pub(super) fn receive(&self, at: At, until: Option<Duration>) -> Result<T, RecvTimeoutError> {
        model::before_write(at, &self.receivable);
        let mut given_up = Action::FoundEmpty;
        while !self.may_receive() {
            if until.is_some_and(|until| until <= model::now()) {
                model::record(at, given_up, &self.receivable, None);
                return Err(RecvTimeoutError::Timeout);
            }
            model::wait(&[&self.receivable], Action::WaitReceive, at, until);
            given_up = Action::TimedOut;
        }
        self.pop(at).ok_or(RecvTimeoutError::Disconnected)
    }

    pub(super) fn join_senders(&self) {
        open(&self.state).senders += 1;
    }

    pub(super) fn join_receivers(&self) {
        open(&self.state).receivers += 1;
    }

    pub(super) fn leave_senders(&self) {
        if open(&self.state).senders == 1 {
            model::before_unlock();
        }
        let mut state = open(&self.state);
        state.senders -= 1;
        if state.senders == 0 {
            drop(state);
            model::changed();
            model::record_unplaced(Action::Close, &self.receivable);
            model::notify(&self.receivable, usize::MAX);
        }
    }

    pub(super) fn leave_receivers(&self) {
        if open(&self.state).receivers == 1 {
            model::before_unlock();
        }
        let mut state = open(&self.state);
        state.receivers -= 1;
        if state.receivers == 0 {
            // Items that nobody will receive are dropped with the last receiver.
            let items = std::mem::take(&mut state.items);
            drop(state);
            model::changed();
            model::record_unplaced(Action::Close, &self.receivable);
            model::notify(&self.sendable, usize::MAX);
            drop(items);
        }
    }

    /// Begins a send that a select has chosen.
    pub(super) fn reserve_seat(&self) {
        open(&self.state).reserved += 1;
    }

    /// Ends a send that a select has chosen.
    pub(super) fn fill_seat(&self, item: T, at: At) -> Result<(), T> {
        open(&self.state).reserved -= 1;
        self.push(item, at)
    }

    /// Begins a receive that a select has chosen.
    pub(super) fn keep(&self, ticket: &Ticket, at: At) {
        let item = self.pop(at);
        open(&self.state).kept.push((ticket.clone(), item));
    }

    /// Ends a receive that a select has chosen.
    pub(super) fn fetch(&self, ticket: &Ticket) -> Option<T> {
        let mut state = open(&self.state);
        let index = state.kept.iter().position(|(kept_for, _)| kept_for.is(ticket))?;
        state.kept.swap_remove(index).1
    }
}
