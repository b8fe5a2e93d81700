use std::fmt;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::Arc;
use std::time::Duration;

use interleave::model::{self, Action, Handle, ObjectKind};
use model_std::time::Instant;

use super::selection::Arm;
use super::ticket::Ticket;
use super::timer::Timer;
use super::{Iter, Pipe, TryIter};
use super::{RecvError, RecvTimeoutError, TryRecvError};
use crate::At;

/// [`crossbeam::channel::Receiver`]
pub struct Receiver<T>(pub(super) Source<T>);

/// Where items come from.
pub(super) enum Source<T> {
    Pipe(Pipe<T>),
    Timer(Arc<Timer<T>>),
    Never(Handle),
}

impl<T> UnwindSafe for Receiver<T> {}
impl<T> RefUnwindSafe for Receiver<T> {}

impl<T> Receiver<T> {
    pub(super) fn recv_until(&self, at: At, until: Option<Duration>) -> Result<T, RecvTimeoutError> {
        match &self.0 {
            Source::Pipe(Pipe::Buffer(buffer)) => buffer.receive(at, until),
            Source::Pipe(Pipe::Meet(meet)) => meet.receive(at, until),
            Source::Timer(timer) => timer.receive(at, until),
            Source::Never(handle) => {
                model::before_read(at, handle);
                let waits = until.is_none_or(|until| until > model::now());
                if waits {
                    model::wait(&[handle], Action::WaitReceive, at, until);
                }
                let given_up = if waits { Action::TimedOut } else { Action::FoundEmpty };
                model::record(at, given_up, handle, None);
                Err(RecvTimeoutError::Timeout)
            }
        }
    }

    /// # Errors
    /// If the channel is empty and every sender is gone.
    #[track_caller]
    pub fn recv(&self) -> Result<T, RecvError> {
        self.recv_until(model::here(), None).map_err(|_| RecvError)
    }

    /// # Errors
    /// If the channel is empty.
    #[track_caller]
    pub fn try_recv(&self) -> Result<T, TryRecvError> {
        self.recv_until(model::here(), Some(Duration::ZERO)).map_err(|error| match error {
            RecvTimeoutError::Timeout => TryRecvError::Empty,
            RecvTimeoutError::Disconnected => TryRecvError::Disconnected,
        })
    }

    /// # Errors
    /// If nothing came within `limit`, or the channel is empty and every sender is gone.
    #[track_caller]
    pub fn recv_timeout(&self, limit: Duration) -> Result<T, RecvTimeoutError> {
        self.recv_until(model::here(), model::now().checked_add(limit))
    }

    /// # Errors
    /// If nothing came until `limit`, or the channel is empty and every sender is gone.
    #[track_caller]
    pub fn recv_deadline(&self, limit: Instant) -> Result<T, RecvTimeoutError> {
        self.recv_until(model::here(), Some(limit.since_start()))
    }

    #[track_caller]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    #[track_caller]
    pub fn is_full(&self) -> bool {
        let len = self.len();
        match &self.0 {
            Source::Pipe(pipe) => pipe.is_full(),
            Source::Timer(_) => len == 1,
            Source::Never(_) => true,
        }
    }

    #[track_caller]
    pub fn len(&self) -> usize {
        let at = model::here();
        model::before_read(at, self.receivable());
        let len = match &self.0 {
            Source::Pipe(pipe) => pipe.len(),
            Source::Timer(timer) => usize::from(timer.may_receive()),
            Source::Never(_) => 0,
        };
        model::record(
            at,
            Action::Load,
            self.receivable(),
            i128::try_from(len).ok().map(model::Value::Number),
        );
        len
    }

    pub fn capacity(&self) -> Option<usize> {
        match &self.0 {
            Source::Pipe(pipe) => pipe.capacity(),
            Source::Timer(_) => Some(1),
            Source::Never(_) => Some(0),
        }
    }

    pub fn same_channel(&self, other: &Receiver<T>) -> bool {
        match (&self.0, &other.0) {
            (Source::Pipe(one), Source::Pipe(other)) => one.is_same(other),
            (Source::Timer(one), Source::Timer(other)) => Arc::ptr_eq(one, other),
            (Source::Never(_), Source::Never(_)) => true,
            _ => false,
        }
    }

    #[track_caller]
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { receiver: self, at: model::here() }
    }

    #[track_caller]
    pub fn try_iter(&self) -> TryIter<'_, T> {
        TryIter { receiver: self, at: model::here() }
    }

    pub(super) fn receivable(&self) -> &Handle {
        match &self.0 {
            Source::Pipe(Pipe::Buffer(buffer)) => &buffer.receivable,
            Source::Pipe(Pipe::Meet(meet)) => &meet.receivable,
            Source::Timer(timer) => &timer.handle,
            Source::Never(handle) => handle,
        }
    }

    /// Ends a receive that a select has chosen.
    pub(super) fn finish(&self, ticket: &Ticket, at: At) -> Option<T> {
        match &self.0 {
            Source::Pipe(Pipe::Buffer(buffer)) => buffer.fetch(ticket),
            Source::Pipe(Pipe::Meet(meet)) => meet.finish_receive(ticket, at),
            Source::Timer(timer) => timer.fetch(ticket),
            Source::Never(_) => None,
        }
    }
}

impl<T> Arm for Receiver<T> {
    fn named(&self) -> (&Handle, Action) {
        (self.receivable(), Action::WaitReceive)
    }

    fn is_ready(&self) -> bool {
        match &self.0 {
            Source::Pipe(Pipe::Buffer(buffer)) => buffer.may_receive(),
            Source::Pipe(Pipe::Meet(meet)) => meet.may_receive(),
            Source::Timer(timer) => timer.may_receive(),
            Source::Never(_) => false,
        }
    }

    fn begin(&self, ticket: &Ticket, at: At) {
        match &self.0 {
            Source::Pipe(Pipe::Buffer(buffer)) => buffer.keep(ticket, at),
            Source::Pipe(Pipe::Meet(meet)) => meet.keep_offer(ticket),
            Source::Timer(timer) => timer.keep(ticket, at),
            Source::Never(_) => {}
        }
    }

    fn enlist(&self, ticket: &Ticket, arm: usize) {
        if let Source::Pipe(Pipe::Meet(meet)) = &self.0 {
            meet.enlist_receive(ticket, arm);
        }
    }

    fn withdraw(&self, ticket: &Ticket) {
        if let Source::Pipe(Pipe::Meet(meet)) = &self.0 {
            meet.withdraw(ticket);
        }
    }

    fn handles<'a>(&'a self, handles: &mut Vec<&'a Handle>) {
        handles.push(self.receivable());
        if let Source::Pipe(Pipe::Meet(meet)) = &self.0 {
            handles.push(&meet.watched);
        }
    }

    fn pass_on(&self) {
        if let Source::Pipe(Pipe::Buffer(buffer)) = &self.0
            && buffer.may_receive()
        {
            model::notify(&buffer.receivable, 1);
        }
    }

    fn due(&self) -> Option<Duration> {
        match &self.0 {
            Source::Timer(timer) => timer.next(),
            _ => None,
        }
    }
}

impl<T> Clone for Receiver<T> {
    #[track_caller]
    fn clone(&self) -> Self {
        Receiver(match &self.0 {
            Source::Pipe(pipe) => {
                match pipe {
                    Pipe::Buffer(buffer) => buffer.join_receivers(),
                    Pipe::Meet(meet) => meet.join_receivers(),
                }
                Source::Pipe(pipe.clone())
            }
            Source::Timer(timer) => Source::Timer(Arc::clone(timer)),
            Source::Never(_) => Source::Never(Handle::new(ObjectKind::Channel)),
        })
    }
}

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        if !model::active() {
            return;
        }
        match &self.0 {
            Source::Pipe(Pipe::Buffer(buffer)) => buffer.leave_receivers(),
            Source::Pipe(Pipe::Meet(meet)) => meet.leave_receivers(),
            Source::Timer(_) | Source::Never(_) => {}
        }
    }
}

impl<T> fmt::Debug for Receiver<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Receiver { .. }")
    }
}
