//! 값이 돌아오는 것과 한도가 지나는 것을 `select!`로 함께 기다립니다.

use std::sync::Mutex;
use std::time::Duration;

use crossbeam::channel::{self, Receiver, Sender, select};

#[derive(Debug, PartialEq, Eq)]
pub struct GaveUp;

pub struct Patient<T> {
    enter: Sender<()>,
    leave: Receiver<()>,
    value: Mutex<T>,
}

impl<T> Patient<T> {
    pub fn new(value: T) -> Self {
        let (enter, leave) = channel::bounded(1);
        Self { enter, leave, value: Mutex::new(value) }
    }

    pub fn with<R>(&self, limit: Duration, job: impl FnOnce(&mut T) -> R) -> Result<R, GaveUp> {
        select! {
            send(self.enter, ()) -> entered => entered.unwrap(),
            default(limit) => return Err(GaveUp),
        }
        let result = job(&mut self.value.lock().unwrap());
        self.leave.recv().unwrap();
        Ok(result)
    }
}
