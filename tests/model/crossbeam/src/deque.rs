//! [`crossbeam::deque`] is not modelled: making a queue ends the order and says what to use instead.

use std::ops::Deref;

use interleave::model;

pub use crossbeam::deque::{Steal, Stealer};

const INSTEAD: &str = "대신 `crossbeam::queue::SegQueue`나 `crossbeam::channel`을 씁니다.";

/// [`crossbeam::deque::Worker`]
#[derive(Debug)]
pub struct Worker<T>(crossbeam::deque::Worker<T>);

impl<T> Worker<T> {
    #[track_caller]
    pub fn new_fifo() -> Self {
        model::unsupported("crossbeam::deque::Worker", INSTEAD, model::here())
    }

    #[track_caller]
    pub fn new_lifo() -> Self {
        model::unsupported("crossbeam::deque::Worker", INSTEAD, model::here())
    }
}

impl<T> Deref for Worker<T> {
    type Target = crossbeam::deque::Worker<T>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

/// [`crossbeam::deque::Injector`]
#[derive(Debug)]
pub struct Injector<T>(crossbeam::deque::Injector<T>);

impl<T> Injector<T> {
    #[track_caller]
    pub fn new() -> Self {
        model::unsupported("crossbeam::deque::Injector", INSTEAD, model::here())
    }
}

impl<T> Default for Injector<T> {
    #[track_caller]
    fn default() -> Self {
        Injector::new()
    }
}

impl<T> Deref for Injector<T> {
    type Target = crossbeam::deque::Injector<T>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
