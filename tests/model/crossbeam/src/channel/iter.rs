use std::fmt;
use std::iter::FusedIterator;
use std::time::Duration;

use interleave::model;

use super::Receiver;
use crate::At;

/// [`crossbeam::channel::Iter`]
///
/// It is told at the place where it was made: the adapters of `Iterator` that call it are in std.
pub struct Iter<'a, T> {
    pub(super) receiver: &'a Receiver<T>,
    pub(super) at: At,
}

/// [`crossbeam::channel::TryIter`]; see [`Iter`].
pub struct TryIter<'a, T> {
    pub(super) receiver: &'a Receiver<T>,
    pub(super) at: At,
}

/// [`crossbeam::channel::IntoIter`]; see [`Iter`].
pub struct IntoIter<T> {
    receiver: Receiver<T>,
    at: At,
}

impl<T> Iterator for Iter<'_, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.receiver.recv_until(self.at, None).ok()
    }
}

impl<T> Iterator for TryIter<'_, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.receiver.recv_until(self.at, Some(Duration::ZERO)).ok()
    }
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.receiver.recv_until(self.at, None).ok()
    }
}

impl<T> FusedIterator for Iter<'_, T> {}
impl<T> FusedIterator for IntoIter<T> {}

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

impl<T> fmt::Debug for Iter<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Iter { .. }")
    }
}

impl<T> fmt::Debug for TryIter<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("TryIter { .. }")
    }
}

impl<T> fmt::Debug for IntoIter<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("IntoIter { .. }")
    }
}
