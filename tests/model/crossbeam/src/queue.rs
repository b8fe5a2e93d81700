//! [`crossbeam::queue`] run by the engine.

use std::collections::VecDeque;
use std::fmt;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::{Mutex, PoisonError};

use interleave::model::{self, Action, Handle, ObjectKind};

use crate::{At, open};

/// What these queues and those of [`crate::deque`] are: items in a row, each operation a step.
pub(crate) struct Row<T> {
    handle: Handle,
    items: Mutex<VecDeque<T>>,
}

impl<T> Row<T> {
    #[track_caller]
    pub(crate) const fn new() -> Self {
        Row { handle: Handle::new(ObjectKind::Queue), items: Mutex::new(VecDeque::new()) }
    }

    pub(crate) fn handle(&self) -> &Handle {
        &self.handle
    }

    pub(crate) fn push_at(&self, item: T, at: At) {
        model::before_write(at, &self.handle);
        self.push(item, at);
    }

    pub(crate) fn pop_at(&self, at: At) -> Option<T> {
        model::before_write(at, &self.handle);
        self.pop(at)
    }

    pub(crate) fn pop_newest_at(&self, at: At) -> Option<T> {
        model::before_write(at, &self.handle);
        self.popped(open(&self.items).pop_back(), at)
    }

    pub(crate) fn push(&self, item: T, at: At) {
        let value = model::value(&item);
        open(&self.items).push_back(item);
        model::changed();
        model::record(at, Action::Send, &self.handle, value);
    }

    pub(crate) fn pop(&self, at: At) -> Option<T> {
        self.popped(open(&self.items).pop_front(), at)
    }

    fn popped(&self, item: Option<T>, at: At) -> Option<T> {
        match &item {
            Some(item) => {
                model::changed();
                model::record(at, Action::Receive, &self.handle, model::value(item));
            }
            None => model::record(at, Action::FoundEmpty, &self.handle, None),
        }
        item
    }

    fn push_back(&mut self, item: T) {
        self.items.get_mut().unwrap_or_else(PoisonError::into_inner).push_back(item);
    }

    fn pop_front(&mut self) -> Option<T> {
        self.items.get_mut().unwrap_or_else(PoisonError::into_inner).pop_front()
    }

    pub(crate) fn len(&self, at: At) -> usize {
        model::before_read(at, &self.handle);
        let len = self.count();
        model::record(at, Action::Load, &self.handle, i128::try_from(len).ok().map(model::Value::Number));
        len
    }

    pub(crate) fn count(&self) -> usize {
        open(&self.items).len()
    }
}

/// [`crossbeam::queue::ArrayQueue`]
pub struct ArrayQueue<T> {
    row: Row<T>,
    capacity: usize,
}

impl<T> ArrayQueue<T> {
    /// # Panics
    /// If the capacity is zero.
    #[track_caller]
    pub fn new(capacity: usize) -> Self {
        assert!(capacity > 0, "capacity must be non-zero");
        model::room_for::<T>(capacity);
        ArrayQueue { row: Row::new(), capacity }
    }

    /// # Errors
    /// The item, if the queue is full.
    #[track_caller]
    pub fn push(&self, item: T) -> Result<(), T> {
        let at = model::here();
        model::before_write(at, &self.row.handle);
        if self.row.count() == self.capacity {
            model::record(at, Action::FoundFull, &self.row.handle, None);
            return Err(item);
        }
        self.row.push(item, at);
        Ok(())
    }

    /// Takes the oldest item out and gives it back, if the queue is full.
    #[track_caller]
    pub fn force_push(&self, item: T) -> Option<T> {
        let at = model::here();
        model::before_write(at, &self.row.handle);
        let oldest = if self.row.count() == self.capacity { self.row.pop(at) } else { None };
        self.row.push(item, at);
        oldest
    }

    #[track_caller]
    pub fn pop(&self) -> Option<T> {
        self.row.pop_at(model::here())
    }

    /// # Errors
    /// The item, if the queue is full.
    pub fn push_mut(&mut self, item: T) -> Result<(), T> {
        if self.row.count() == self.capacity {
            return Err(item);
        }
        self.row.push_back(item);
        Ok(())
    }

    pub fn pop_mut(&mut self) -> Option<T> {
        self.row.pop_front()
    }

    pub fn capacity(&self) -> usize {
        self.capacity
    }

    #[track_caller]
    pub fn is_full(&self) -> bool {
        self.row.len(model::here()) == self.capacity
    }
}

/// [`crossbeam::queue::SegQueue`]
pub struct SegQueue<T> {
    row: Row<T>,
}

impl<T> SegQueue<T> {
    #[track_caller]
    pub const fn new() -> Self {
        SegQueue { row: Row::new() }
    }

    #[track_caller]
    pub fn push(&self, item: T) {
        self.row.push_at(item, model::here());
    }

    #[track_caller]
    pub fn pop(&self) -> Option<T> {
        self.row.pop_at(model::here())
    }

    pub fn push_mut(&mut self, item: T) {
        self.row.push_back(item);
    }

    pub fn pop_mut(&mut self) -> Option<T> {
        self.row.pop_front()
    }
}

impl<T> Default for SegQueue<T> {
    #[track_caller]
    fn default() -> Self {
        SegQueue::new()
    }
}

macro_rules! queues {
    ($($queue:ident)*) => {$(
        impl<T> $queue<T> {
            #[track_caller]
            pub fn len(&self) -> usize {
                self.row.len(model::here())
            }

            #[track_caller]
            pub fn is_empty(&self) -> bool {
                self.row.len(model::here()) == 0
            }
        }

        impl<T> UnwindSafe for $queue<T> {}
        impl<T> RefUnwindSafe for $queue<T> {}

        impl<T> fmt::Debug for $queue<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(concat!(stringify!($queue), " { .. }"))
            }
        }

        impl<T> IntoIterator for $queue<T> {
            type Item = T;
            type IntoIter = std::collections::vec_deque::IntoIter<T>;

            fn into_iter(self) -> Self::IntoIter {
                self.row.items.into_inner().unwrap_or_else(PoisonError::into_inner).into_iter()
            }
        }
    )*};
}

queues!(ArrayQueue SegQueue);
