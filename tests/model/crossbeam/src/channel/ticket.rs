//! How threads that block on channels are found by those who come for them.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use interleave::model::{self, ThreadIndex};

use crate::open;

const NONE: usize = usize::MAX;

/// One blocking call: a send, a receive, or a select over several of them.
#[derive(Clone)]
pub(super) struct Ticket(Arc<Call>);

struct Call {
    thread: ThreadIndex,
    /// The arm that another thread has picked.
    picked: AtomicUsize,
}

impl Ticket {
    /// For a call of the current thread.
    pub(super) fn new() -> Self {
        Ticket(Arc::new(Call { thread: model::current(), picked: AtomicUsize::new(NONE) }))
    }

    pub(super) fn thread(&self) -> ThreadIndex {
        self.0.thread
    }

    pub(super) fn picked(&self) -> Option<usize> {
        Some(self.0.picked.load(Ordering::Relaxed)).filter(|&arm| arm != NONE)
    }

    /// Whether another thread may still pick one of its arms.
    fn is_open(&self) -> bool {
        self.picked().is_none() && self.0.thread != model::current()
    }

    fn pick(&self, arm: usize) {
        self.0.picked.store(arm, Ordering::Relaxed);
    }

    pub(super) fn is(&self, other: &Ticket) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// Where an item is handed over.
pub(super) struct Packet<T>(Arc<Mutex<Inside<T>>>);

struct Inside<T> {
    item: Option<T>,
    /// The thread that waits for the item to be laid down.
    waiting: Option<ThreadIndex>,
}

impl<T> Clone for Packet<T> {
    fn clone(&self) -> Self {
        Packet(Arc::clone(&self.0))
    }
}

impl<T> Packet<T> {
    pub(super) fn new(item: Option<T>) -> Self {
        Packet(Arc::new(Mutex::new(Inside { item, waiting: None })))
    }

    /// Lays the item down, and says who waits for it.
    pub(super) fn put(&self, item: T) -> Option<ThreadIndex> {
        let mut inside = open(&self.0);
        inside.item = Some(item);
        inside.waiting
    }

    /// The item; if there is none yet, the current thread is going to wait for it.
    pub(super) fn take(&self) -> Option<T> {
        let mut inside = open(&self.0);
        inside.waiting = Some(model::current());
        inside.item.take()
    }
}

/// A blocked call in the queue of one channel.
pub(super) struct Entry<T> {
    pub(super) ticket: Ticket,
    pub(super) arm: usize,
    pub(super) packet: Packet<T>,
}

/// Whether some other thread waits there.
pub(super) fn has_partner<T>(queue: &[Entry<T>]) -> bool {
    queue.iter().any(|entry| entry.ticket.is_open())
}

/// Takes one of those who wait out of the queue; which one is explored.
pub(super) fn partner<T>(queue: &mut Vec<Entry<T>>) -> Option<Entry<T>> {
    let open: Vec<usize> = (0..queue.len()).filter(|&index| queue[index].ticket.is_open()).collect();
    let index = *open.get(model::choose(open.len()))?;
    let entry = queue.remove(index);
    entry.ticket.pick(entry.arm);
    Some(entry)
}
