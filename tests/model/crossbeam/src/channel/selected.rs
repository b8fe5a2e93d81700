use std::fmt;
use std::marker::PhantomData;

use interleave::model;

use super::ticket::Ticket;
use super::{Receiver, RecvError, SendError, Sender};

/// [`crossbeam::channel::SelectedOperation`]
#[must_use]
pub struct SelectedOperation<'a> {
    ticket: Ticket,
    index: usize,
    /// Address of the sender or receiver.
    end: usize,
    arms: PhantomData<&'a ()>,
}

impl SelectedOperation<'_> {
    pub(super) fn new(ticket: Ticket, index: usize, end: usize) -> Self {
        SelectedOperation { ticket, index, end, arms: PhantomData }
    }

    pub fn index(&self) -> usize {
        self.index
    }

    /// # Errors
    /// The item, if every receiver is gone.
    ///
    /// # Panics
    /// If this is not the sender that was selected.
    #[track_caller]
    pub fn send<T>(self, sender: &Sender<T>, item: T) -> Result<(), SendError<T>> {
        let at = model::here();
        assert!((&raw const *sender).addr() == self.end, "passed a sender that wasn't selected");
        let ticket = self.finish();
        sender.finish(&ticket, item, at).map_err(SendError)
    }

    /// # Errors
    /// If the channel is empty and every sender is gone.
    ///
    /// # Panics
    /// If this is not the receiver that was selected.
    #[track_caller]
    pub fn recv<T>(self, receiver: &Receiver<T>) -> Result<T, RecvError> {
        let at = model::here();
        assert!((&raw const *receiver).addr() == self.end, "passed a receiver that wasn't selected");
        let ticket = self.finish();
        receiver.finish(&ticket, at).ok_or(RecvError)
    }

    /// For `select!`, whose arms may change the channels: nothing is borrowed any more.
    #[doc(hidden)]
    pub fn unbound(self) -> SelectedOperation<'static> {
        let (index, end) = (self.index, self.end);
        SelectedOperation::new(self.finish(), index, end)
    }

    fn finish(self) -> Ticket {
        let ticket = self.ticket.clone();
        std::mem::forget(self);
        ticket
    }
}

impl Drop for SelectedOperation<'_> {
    fn drop(&mut self) {
        panic!("dropped `SelectedOperation` without completing the operation");
    }
}

impl fmt::Debug for SelectedOperation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("SelectedOperation { .. }")
    }
}
