//! [`std::sync::mpsc`] run by the engine.

use std::collections::VecDeque;
use std::panic::Location;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use interleave::model::{self, Action, Handle, ObjectKind};

pub use std::sync::mpsc::{RecvError, RecvTimeoutError, SendError, TryRecvError, TrySendError};

type At = &'static Location<'static>;

/// What the two ends share.
#[derive(Debug)]
struct Shared<T> {
    receivable: Handle,
    sendable: Handle,
    state: Mutex<State<T>>,
}

#[derive(Debug)]
struct State<T> {
    items: VecDeque<T>,
    /// `None` for a channel without a limit.
    capacity: Option<usize>,
    senders: usize,
    receiver: bool,
    /// Items handed over so far; a sender without a buffer waits until its own is among them.
    received: usize,
    sent: usize,
}

impl<T> Shared<T> {
    fn state(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[track_caller]
fn shared<T>(capacity: Option<usize>) -> Arc<Shared<T>> {
    Arc::new(Shared {
        receivable: Handle::new(ObjectKind::Channel),
        sendable: Handle::new(ObjectKind::Channel),
        state: Mutex::new(State {
            items: VecDeque::new(),
            capacity,
            senders: 1,
            receiver: true,
            received: 0,
            sent: 0,
        }),
    })
}

/// [`std::sync::mpsc::channel`]
#[track_caller]
pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let shared = shared(None);
    (Sender(Arc::clone(&shared)), Receiver(shared))
}

/// [`std::sync::mpsc::sync_channel`]
#[track_caller]
pub fn sync_channel<T>(bound: usize) -> (SyncSender<T>, Receiver<T>) {
    model::room_for::<T>(bound);
    let shared = shared(Some(bound));
    (SyncSender(Arc::clone(&shared)), Receiver(shared))
}

/// [`std::sync::mpsc::Sender`]
pub struct Sender<T>(Arc<Shared<T>>);

/// [`std::sync::mpsc::SyncSender`]
pub struct SyncSender<T>(Arc<Shared<T>>);

/// [`std::sync::mpsc::Receiver`]
pub struct Receiver<T>(Arc<Shared<T>>);

opaque!(Sender<T>, SyncSender<T>, Receiver<T>);

impl<T> Shared<T> {
    #[track_caller]
    fn push(&self, item: T) -> Result<usize, SendError<T>> {
        let at = model::here();
        let mut state = self.state();
        if !state.receiver {
            drop(state);
            model::record(at, Action::Disconnected, &self.receivable, None);
            return Err(SendError(item));
        }
        let value = model::value(&item);
        state.items.push_back(item);
        state.sent += 1;
        let ticket = state.sent;
        drop(state);
        model::changed();
        model::record(at, Action::Send, &self.receivable, value);
        model::notify(&self.receivable, 1);
        model::point_if_somebody_woke();
        Ok(ticket)
    }

    fn is_full(&self) -> bool {
        let state = self.state();
        // A channel without a buffer takes one item, and its sender waits until it was received.
        state.receiver && state.capacity.is_some_and(|capacity| state.items.len() >= capacity.max(1))
    }

    /// True for a channel without a buffer while its receiver does not wait for an item.
    fn wants_a_receiver(&self) -> bool {
        let state = self.state();
        state.receiver && state.capacity == Some(0) && model::waiting(&self.receivable) == 0
    }

    /// Blocks while the channel is full, and without a buffer until the item was received.
    #[track_caller]
    fn send(&self, item: T) -> Result<(), SendError<T>> {
        let at = model::here();
        model::before_write(at, &self.receivable);
        while self.is_full() {
            model::wait_beside(&self.receivable, &[&self.sendable], Action::WaitSend, at, None);
        }
        let ticket = self.push(item)?;
        let waits = |state: &State<T>| state.capacity == Some(0) && state.received < ticket;
        loop {
            let mut state = self.state();
            if !waits(&state) {
                return Ok(());
            }
            if !state.receiver {
                if let Some(item) = state.items.pop_front() {
                    return Err(SendError(item));
                }
                return Ok(());
            }
            drop(state);
            model::wait_beside(&self.receivable, &[&self.sendable], Action::WaitSend, at, None);
        }
    }

    fn pop(&self, at: At) -> Result<T, TryRecvError> {
        let mut state = self.state();
        let Some(item) = state.items.pop_front() else {
            if state.senders > 0 {
                return Err(TryRecvError::Empty);
            }
            drop(state);
            model::record(at, Action::Disconnected, &self.receivable, None);
            return Err(TryRecvError::Disconnected);
        };
        state.received += 1;
        let rendezvous = state.capacity == Some(0);
        drop(state);
        model::changed();
        model::record(at, Action::Receive, &self.receivable, model::value(&item));
        model::notify(&self.sendable, if rendezvous { usize::MAX } else { 1 });
        Ok(item)
    }

    fn receive(&self, at: At, until: Option<Duration>) -> Result<T, RecvTimeoutError> {
        model::before_write(at, &self.receivable);
        loop {
            match self.pop(at) {
                Ok(item) => return Ok(item),
                Err(TryRecvError::Disconnected) => return Err(RecvTimeoutError::Disconnected),
                Err(TryRecvError::Empty) => {}
            }
            let is_past = until.is_some_and(|until| until <= model::now());
            if is_past || !model::wait(&[&self.receivable], Action::WaitReceive, at, until) {
                return self.pop(at).map_err(|_| RecvTimeoutError::Timeout);
            }
        }
    }

    fn try_receive(&self, at: At) -> Result<T, TryRecvError> {
        model::before_write(at, &self.receivable);
        let result = self.pop(at);
        if matches!(result, Err(TryRecvError::Empty)) {
            model::record(at, Action::FoundEmpty, &self.receivable, None);
        }
        result
    }

    fn leave_senders(&self) {
        if self.state().senders == 1 && model::active() {
            model::before_unlock();
        }
        let mut state = self.state();
        state.senders -= 1;
        if state.senders == 0 {
            drop(state);
            self.close(&self.receivable);
        }
    }

    fn leave_receiver(&self) {
        if model::active() {
            model::before_unlock();
        }
        let mut state = self.state();
        state.receiver = false;
        // What nobody will receive is dropped with the receiver, except an item whose sender still holds it out.
        let keep = usize::from(state.capacity == Some(0));
        let at = state.items.len().min(keep);
        let dropped = state.items.split_off(at);
        drop(state);
        self.close(&self.sendable);
        drop(dropped);
    }

    fn close(&self, others: &Handle) {
        model::changed();
        model::record_unplaced(Action::Close, &self.receivable);
        model::notify(others, usize::MAX);
    }
}

macro_rules! sender {
    ($name:ident) => {
        impl<T> $name<T> {
            /// # Errors
            /// The item, if the receiver is gone.
            #[track_caller]
            pub fn send(&self, item: T) -> Result<(), SendError<T>> {
                self.0.send(item)
            }
        }

        impl<T> Clone for $name<T> {
            fn clone(&self) -> Self {
                self.0.state().senders += 1;
                $name(Arc::clone(&self.0))
            }
        }

        impl<T> Drop for $name<T> {
            fn drop(&mut self) {
                self.0.leave_senders();
            }
        }
    };
}

sender!(Sender);
sender!(SyncSender);

impl<T> SyncSender<T> {
    /// # Errors
    /// The item, if the channel is full or the receiver is gone.
    #[track_caller]
    pub fn try_send(&self, item: T) -> Result<(), TrySendError<T>> {
        let at = model::here();
        model::before_write(at, &self.0.receivable);
        if self.0.is_full() || self.0.wants_a_receiver() {
            model::record(at, Action::FoundFull, &self.0.receivable, None);
            return Err(TrySendError::Full(item));
        }
        self.0.push(item).map(drop).map_err(|SendError(item)| TrySendError::Disconnected(item))
    }
}

impl<T> Receiver<T> {
    /// # Errors
    /// If the channel is empty and every sender is gone.
    #[track_caller]
    pub fn recv(&self) -> Result<T, RecvError> {
        self.0.receive(model::here(), None).map_err(|_| RecvError)
    }

    /// # Errors
    /// If the channel is empty.
    #[track_caller]
    pub fn try_recv(&self) -> Result<T, TryRecvError> {
        self.0.try_receive(model::here())
    }

    /// # Errors
    /// If nothing came in time, or the channel is empty and every sender is gone.
    #[track_caller]
    pub fn recv_timeout(&self, limit: Duration) -> Result<T, RecvTimeoutError> {
        self.0.receive(model::here(), Some(model::now().saturating_add(limit)))
    }

    #[track_caller]
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { receiver: self, at: model::here() }
    }

    #[track_caller]
    pub fn try_iter(&self) -> TryIter<'_, T> {
        TryIter { receiver: self, at: model::here() }
    }
}

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        self.0.leave_receiver();
    }
}

/// [`std::sync::mpsc::Iter`]
///
/// It is told at the place where it was made: the adapters of `Iterator` that call it are in std.
#[derive(Debug)]
pub struct Iter<'a, T> {
    receiver: &'a Receiver<T>,
    at: At,
}

impl<T> Iterator for Iter<'_, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.receiver.0.receive(self.at, None).ok()
    }
}

/// [`std::sync::mpsc::TryIter`]; see [`Iter`].
#[derive(Debug)]
pub struct TryIter<'a, T> {
    receiver: &'a Receiver<T>,
    at: At,
}

impl<T> Iterator for TryIter<'_, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.receiver.0.try_receive(self.at).ok()
    }
}

/// [`std::sync::mpsc::IntoIter`]; see [`Iter`].
#[derive(Debug)]
pub struct IntoIter<T> {
    receiver: Receiver<T>,
    at: At,
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.receiver.0.receive(self.at, None).ok()
    }
}

impl<T> IntoIterator for Receiver<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    #[track_caller]
    fn into_iter(self) -> IntoIter<T> {
        IntoIter { receiver: self, at: model::here() }
    }
}

impl<'a, T> IntoIterator for &'a Receiver<T> {
    type Item = T;
    type IntoIter = Iter<'a, T>;

    #[track_caller]
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}
