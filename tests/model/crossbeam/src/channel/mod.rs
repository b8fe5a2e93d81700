//! [`crossbeam::channel`] run by the engine.

mod buffer;
mod iter;
mod meet;
mod receiver;
mod selected;
mod selection;
mod sender;
mod ticket;
mod timer;

use std::sync::Arc;
use std::time::Duration;

use interleave::model;
use model_std::time::Instant;

pub use crossbeam::channel::{
    ReadyTimeoutError, RecvError, RecvTimeoutError, SelectTimeoutError, SendError, SendTimeoutError,
    TryReadyError, TryRecvError, TrySelectError, TrySendError,
};

pub use crate::{select, select_biased};
pub use iter::{IntoIter, Iter, TryIter};
pub use receiver::Receiver;
pub use selected::SelectedOperation;
pub use selection::Select;
pub use sender::Sender;

use buffer::Buffer;
use meet::Meet;
use receiver::Source;
use timer::Timer;

/// What a sender and a receiver share.
enum Pipe<T> {
    Buffer(Arc<Buffer<T>>),
    Meet(Arc<Meet<T>>),
}

impl<T> Clone for Pipe<T> {
    fn clone(&self) -> Self {
        match self {
            Pipe::Buffer(buffer) => Pipe::Buffer(Arc::clone(buffer)),
            Pipe::Meet(meet) => Pipe::Meet(Arc::clone(meet)),
        }
    }
}

impl<T> Pipe<T> {
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Pipe::Buffer(one), Pipe::Buffer(other)) => Arc::ptr_eq(one, other),
            (Pipe::Meet(one), Pipe::Meet(other)) => Arc::ptr_eq(one, other),
            _ => false,
        }
    }

    fn len(&self) -> usize {
        match self {
            Pipe::Buffer(buffer) => buffer.len(),
            Pipe::Meet(_) => 0,
        }
    }

    fn is_full(&self) -> bool {
        match self {
            Pipe::Buffer(buffer) => buffer.is_full(),
            Pipe::Meet(_) => true,
        }
    }

    fn capacity(&self) -> Option<usize> {
        match self {
            Pipe::Buffer(buffer) => buffer.capacity(),
            Pipe::Meet(_) => Some(0),
        }
    }
}

fn ends<T>(pipe: Pipe<T>) -> (Sender<T>, Receiver<T>) {
    (Sender(pipe.clone()), Receiver(Source::Pipe(pipe)))
}

/// [`crossbeam::channel::unbounded`]
#[track_caller]
pub fn unbounded<T>() -> (Sender<T>, Receiver<T>) {
    ends(Pipe::Buffer(Arc::new(Buffer::new(None))))
}

/// [`crossbeam::channel::bounded`]
#[track_caller]
pub fn bounded<T>(capacity: usize) -> (Sender<T>, Receiver<T>) {
    model::room_for::<T>(capacity);
    match capacity {
        0 => ends(Pipe::Meet(Arc::new(Meet::new()))),
        _ => ends(Pipe::Buffer(Arc::new(Buffer::new(Some(capacity))))),
    }
}

/// [`crossbeam::channel::after`]
#[track_caller]
pub fn after(duration: Duration) -> Receiver<Instant> {
    Receiver(Source::Timer(Arc::new(Timer::new(model::now().checked_add(duration), None))))
}

/// [`crossbeam::channel::at`]
#[track_caller]
pub fn at(when: Instant) -> Receiver<Instant> {
    Receiver(Source::Timer(Arc::new(Timer::new(Some(when.since_start()), None))))
}

/// [`crossbeam::channel::tick`]
#[track_caller]
pub fn tick(duration: Duration) -> Receiver<Instant> {
    let first = model::now().checked_add(duration);
    Receiver(Source::Timer(Arc::new(Timer::new(first, Some(duration)))))
}

/// [`crossbeam::channel::never`]
#[track_caller]
pub const fn never<T>() -> Receiver<T> {
    Receiver(Source::Never(model::Handle::new(model::ObjectKind::Channel)))
}
