//! A channel without a buffer: an item goes from hand to hand, when a sender and a receiver meet.

use std::sync::Mutex;
use std::time::Duration;

use interleave::model::{self, Action, Handle, ObjectKind};

use super::ticket::{Entry, Packet, Ticket, has_partner, partner};
use super::{RecvTimeoutError, SendTimeoutError};
use crate::{At, open};

pub(super) struct Meet<T> {
    /// Receivers wait on the first, senders on the second, and who only looks for a partner on the third.
    pub(super) receivable: Handle,
    pub(super) sendable: Handle,
    pub(super) watched: Handle,
    state: Mutex<State<T>>,
}

struct State<T> {
    senders: usize,
    receivers: usize,
    /// Senders that wait, each with its item, if it has one already.
    offers: Vec<Entry<T>>,
    /// Receivers that wait.
    wants: Vec<Entry<T>>,
    /// Arms of selects that wait, with what they will hand over or get.
    listed: Vec<(Ticket, usize, Packet<T>)>,
    /// What selected operations are about to finish; `None` is the end of the channel.
    kept: Vec<(Ticket, Option<Entry<T>>)>,
}

impl<T> Meet<T> {
    #[track_caller]
    pub(super) fn new() -> Self {
        Meet {
            receivable: Handle::new(ObjectKind::Channel),
            sendable: Handle::new(ObjectKind::Channel),
            watched: Handle::new(ObjectKind::Channel),
            state: Mutex::new(State {
                senders: 1,
                receivers: 1,
                offers: Vec::new(),
                wants: Vec::new(),
                listed: Vec::new(),
                kept: Vec::new(),
            }),
        }
    }

    pub(super) fn may_send(&self) -> bool {
        let state = open(&self.state);
        state.receivers == 0 || has_partner(&state.wants)
    }

    pub(super) fn may_receive(&self) -> bool {
        let state = open(&self.state);
        state.senders == 0 || has_partner(&state.offers)
    }

    fn is_closed(&self, at: At, gone: impl FnOnce(&State<T>) -> bool) -> bool {
        let closed = gone(&open(&self.state));
        if closed {
            model::record(at, Action::Disconnected, &self.receivable, None);
        }
        closed
    }

    fn partner(&self, queue: impl FnOnce(&mut State<T>) -> &mut Vec<Entry<T>>) -> Option<Entry<T>> {
        let found = partner(queue(&mut open(&self.state)));
        if found.is_some() {
            model::changed();
        }
        found
    }

    /// Lays the item down for a receiver.
    fn hand(&self, want: &Entry<T>, item: T, at: At) {
        model::record(at, Action::Send, &self.receivable, model::value(&item));
        want.packet.put(item);
        model::wake(&self.receivable, want.ticket.thread());
    }

    /// Picks the item up. A sender that was selected brings it a little later.
    fn collect(&self, packet: &Packet<T>, at: At) -> T {
        loop {
            if let Some(item) = packet.take() {
                model::record(at, Action::Receive, &self.receivable, model::value(&item));
                return item;
            }
            model::wait(&[&self.receivable], Action::WaitReceive, at, None);
        }
    }

    /// Joins one of the queues, so that partners find this call.
    fn offer(&self, ticket: &Ticket, arm: usize, packet: Packet<T>) {
        let entry = Entry { ticket: ticket.clone(), arm, packet };
        open(&self.state).offers.push(entry);
        self.seen();
    }

    fn want(&self, ticket: &Ticket, arm: usize, packet: Packet<T>) {
        let entry = Entry { ticket: ticket.clone(), arm, packet };
        open(&self.state).wants.push(entry);
        self.seen();
    }

    fn seen(&self) {
        model::changed();
        model::notify(&self.watched, usize::MAX);
    }

    pub(super) fn enlist_send(&self, ticket: &Ticket, arm: usize) {
        let packet = Packet::new(None);
        open(&self.state).listed.push((ticket.clone(), arm, packet.clone()));
        self.offer(ticket, arm, packet);
    }

    pub(super) fn enlist_receive(&self, ticket: &Ticket, arm: usize) {
        let packet = Packet::new(None);
        open(&self.state).listed.push((ticket.clone(), arm, packet.clone()));
        self.want(ticket, arm, packet);
    }

    /// Leaves the queues. The arm that a partner has picked stays listed until it is finished.
    pub(super) fn withdraw(&self, ticket: &Ticket) {
        let mut state = open(&self.state);
        state.listed.retain(|(listed, arm, _)| !listed.is(ticket) || ticket.picked() == Some(*arm));
        state.offers.retain(|entry| !entry.ticket.is(ticket));
        state.wants.retain(|entry| !entry.ticket.is(ticket));
    }

    pub(super) fn send(&self, item: T, at: At, until: Option<Duration>) -> Result<(), SendTimeoutError<T>> {
        model::before_write(at, &self.receivable);
        if self.is_closed(at, |state| state.receivers == 0) {
            return Err(SendTimeoutError::Disconnected(item));
        }
        if let Some(want) = self.partner(|state| &mut state.wants) {
            self.hand(&want, item, at);
            return Ok(());
        }
        if until.is_some_and(|until| until <= model::now()) {
            model::record(at, Action::FoundFull, &self.receivable, None);
            return Err(SendTimeoutError::Timeout(item));
        }
        let value = model::value(&item);
        let (ticket, packet) = (Ticket::new(), Packet::new(Some(item)));
        self.offer(&ticket, 0, packet.clone());
        model::wait_beside(&self.receivable, &[&self.sendable], Action::WaitSend, at, until);
        self.withdraw(&ticket);
        if ticket.picked().is_some() {
            model::record(at, Action::Send, &self.receivable, value);
            return Ok(());
        }
        let item = packet.take().expect("an offer that nobody picked still has its item");
        if self.is_closed(at, |state| state.receivers == 0) {
            return Err(SendTimeoutError::Disconnected(item));
        }
        model::record(at, Action::TimedOut, &self.receivable, None);
        Err(SendTimeoutError::Timeout(item))
    }

    pub(super) fn receive(&self, at: At, until: Option<Duration>) -> Result<T, RecvTimeoutError> {
        model::before_write(at, &self.receivable);
        if let Some(offer) = self.partner(|state| &mut state.offers) {
            model::wake(&self.sendable, offer.ticket.thread());
            return Ok(self.collect(&offer.packet, at));
        }
        if self.is_closed(at, |state| state.senders == 0) {
            return Err(RecvTimeoutError::Disconnected);
        }
        if until.is_some_and(|until| until <= model::now()) {
            model::record(at, Action::FoundEmpty, &self.receivable, None);
            return Err(RecvTimeoutError::Timeout);
        }
        let (ticket, packet) = (Ticket::new(), Packet::new(None));
        self.want(&ticket, 0, packet.clone());
        model::wait(&[&self.receivable], Action::WaitReceive, at, until);
        self.withdraw(&ticket);
        if ticket.picked().is_some() {
            return Ok(self.collect(&packet, at));
        }
        if self.is_closed(at, |state| state.senders == 0) {
            return Err(RecvTimeoutError::Disconnected);
        }
        model::record(at, Action::TimedOut, &self.receivable, None);
        Err(RecvTimeoutError::Timeout)
    }

    pub(super) fn join_senders(&self) {
        open(&self.state).senders += 1;
    }

    pub(super) fn join_receivers(&self) {
        open(&self.state).receivers += 1;
    }

    pub(super) fn leave_senders(&self) {
        self.leave(&self.receivable, |state| &mut state.senders);
    }

    pub(super) fn leave_receivers(&self) {
        self.leave(&self.sendable, |state| &mut state.receivers);
    }

    fn leave(&self, others: &Handle, side: impl Fn(&mut State<T>) -> &mut usize) {
        if *side(&mut open(&self.state)) == 1 {
            model::before_unlock();
        }
        let mut state = open(&self.state);
        *side(&mut state) -= 1;
        if *side(&mut state) == 0 {
            drop(state);
            model::record_unplaced(Action::Close, &self.receivable);
            self.seen();
            model::notify(others, usize::MAX);
        }
    }

    /// Begins a send that a select has chosen.
    pub(super) fn keep_want(&self, ticket: &Ticket) {
        let want = self.partner(|state| &mut state.wants);
        open(&self.state).kept.push((ticket.clone(), want));
    }

    /// Begins a receive that a select has chosen.
    pub(super) fn keep_offer(&self, ticket: &Ticket) {
        let offer = self.partner(|state| &mut state.offers);
        if let Some(offer) = &offer {
            model::wake(&self.sendable, offer.ticket.thread());
        }
        open(&self.state).kept.push((ticket.clone(), offer));
    }

    /// Ends a send: with a partner that picked this call, or with one that was kept.
    pub(super) fn finish_send(&self, ticket: &Ticket, item: T, at: At) -> Result<(), T> {
        if let Some(packet) = self.listed_for(ticket) {
            model::record(at, Action::Send, &self.receivable, model::value(&item));
            if let Some(receiver) = packet.put(item) {
                model::wake(&self.receivable, receiver);
            }
            return Ok(());
        }
        match self.kept_for(ticket) {
            Some(want) => {
                self.hand(&want, item, at);
                Ok(())
            }
            None => Err(item),
        }
    }

    /// Ends a receive: with a partner that picked this call, or with one that was kept.
    pub(super) fn finish_receive(&self, ticket: &Ticket, at: At) -> Option<T> {
        let packet = self.listed_for(ticket).or_else(|| self.kept_for(ticket).map(|offer| offer.packet))?;
        Some(self.collect(&packet, at))
    }

    fn listed_for(&self, ticket: &Ticket) -> Option<Packet<T>> {
        let mut state = open(&self.state);
        let index = state.listed.iter().position(|(listed, ..)| listed.is(ticket))?;
        Some(state.listed.swap_remove(index).2)
    }

    fn kept_for(&self, ticket: &Ticket) -> Option<Entry<T>> {
        let mut state = open(&self.state);
        let index = state.kept.iter().position(|(kept_for, _)| kept_for.is(ticket))?;
        state.kept.swap_remove(index).1
    }
}
