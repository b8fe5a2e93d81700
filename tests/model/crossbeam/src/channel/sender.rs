use std::fmt;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::time::Duration;

use interleave::model::{self, Action, Handle};
use model_std::time::Instant;

use super::Pipe;
use super::selection::Arm;
use super::ticket::Ticket;
use super::{SendError, SendTimeoutError, TrySendError};
use crate::At;

/// [`crossbeam::channel::Sender`]
pub struct Sender<T>(pub(super) Pipe<T>);

impl<T> UnwindSafe for Sender<T> {}
impl<T> RefUnwindSafe for Sender<T> {}

impl<T> Sender<T> {
    fn send_until(&self, item: T, at: At, until: Option<Duration>) -> Result<(), SendTimeoutError<T>> {
        match &self.0 {
            Pipe::Buffer(buffer) => buffer.send(item, at, until),
            Pipe::Meet(meet) => meet.send(item, at, until),
        }
    }

    /// # Errors
    /// The item, if every receiver is gone.
    #[track_caller]
    pub fn send(&self, item: T) -> Result<(), SendError<T>> {
        self.send_until(item, model::here(), None).map_err(|error| SendError(error.into_inner()))
    }

    /// # Errors
    /// The item, if the channel is full or every receiver is gone.
    #[track_caller]
    pub fn try_send(&self, item: T) -> Result<(), TrySendError<T>> {
        self.send_until(item, model::here(), Some(Duration::ZERO)).map_err(|error| match error {
            SendTimeoutError::Timeout(item) => TrySendError::Full(item),
            SendTimeoutError::Disconnected(item) => TrySendError::Disconnected(item),
        })
    }

    /// # Errors
    /// The item, if the channel stays full for `limit` or every receiver is gone.
    #[track_caller]
    pub fn send_timeout(&self, item: T, limit: Duration) -> Result<(), SendTimeoutError<T>> {
        self.send_until(item, model::here(), model::now().checked_add(limit))
    }

    /// # Errors
    /// The item, if the channel is full until `limit` or every receiver is gone.
    #[track_caller]
    pub fn send_deadline(&self, item: T, limit: Instant) -> Result<(), SendTimeoutError<T>> {
        self.send_until(item, model::here(), Some(limit.since_start()))
    }

    #[track_caller]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    #[track_caller]
    pub fn is_full(&self) -> bool {
        self.look(model::here());
        self.0.is_full()
    }

    #[track_caller]
    pub fn len(&self) -> usize {
        self.look(model::here());
        self.0.len()
    }

    fn look(&self, at: At) {
        model::before_read(at, self.receivable());
        let len = i128::try_from(self.0.len()).ok().map(model::Value::Number);
        model::record(at, Action::Load, self.receivable(), len);
    }

    pub fn capacity(&self) -> Option<usize> {
        self.0.capacity()
    }

    pub fn same_channel(&self, other: &Sender<T>) -> bool {
        self.0.is_same(&other.0)
    }

    pub(super) fn receivable(&self) -> &Handle {
        match &self.0 {
            Pipe::Buffer(buffer) => &buffer.receivable,
            Pipe::Meet(meet) => &meet.receivable,
        }
    }

    /// Ends a send that a select has chosen.
    pub(super) fn finish(&self, ticket: &Ticket, item: T, at: At) -> Result<(), T> {
        match &self.0 {
            Pipe::Buffer(buffer) => buffer.fill_seat(item, at),
            Pipe::Meet(meet) => meet.finish_send(ticket, item, at),
        }
    }
}

impl<T> Arm for Sender<T> {
    fn named(&self) -> (&Handle, Action) {
        (self.receivable(), Action::WaitSend)
    }

    fn is_ready(&self) -> bool {
        match &self.0 {
            Pipe::Buffer(buffer) => buffer.may_send(),
            Pipe::Meet(meet) => meet.may_send(),
        }
    }

    fn begin(&self, ticket: &Ticket, _at: At) {
        match &self.0 {
            Pipe::Buffer(buffer) => buffer.reserve_seat(),
            Pipe::Meet(meet) => meet.keep_want(ticket),
        }
    }

    fn enlist(&self, ticket: &Ticket, arm: usize) {
        if let Pipe::Meet(meet) = &self.0 {
            meet.enlist_send(ticket, arm);
        }
    }

    fn withdraw(&self, ticket: &Ticket) {
        if let Pipe::Meet(meet) = &self.0 {
            meet.withdraw(ticket);
        }
    }

    fn handles<'a>(&'a self, handles: &mut Vec<&'a Handle>) {
        match &self.0 {
            Pipe::Buffer(buffer) => handles.push(&buffer.sendable),
            Pipe::Meet(meet) => handles.extend([&meet.sendable, &meet.watched]),
        }
    }

    fn pass_on(&self) {
        if let Pipe::Buffer(buffer) = &self.0
            && buffer.may_send()
        {
            model::notify(&buffer.sendable, 1);
        }
    }

    fn due(&self) -> Option<Duration> {
        None
    }
}

impl<T> Clone for Sender<T> {
    fn clone(&self) -> Self {
        match &self.0 {
            Pipe::Buffer(buffer) => buffer.join_senders(),
            Pipe::Meet(meet) => meet.join_senders(),
        }
        Sender(self.0.clone())
    }
}

impl<T> Drop for Sender<T> {
    fn drop(&mut self) {
        if !model::active() {
            return;
        }
        match &self.0 {
            Pipe::Buffer(buffer) => buffer.leave_senders(),
            Pipe::Meet(meet) => meet.leave_senders(),
        }
    }
}

impl<T> fmt::Debug for Sender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Sender { .. }")
    }
}
