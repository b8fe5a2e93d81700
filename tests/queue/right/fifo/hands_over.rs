//! 기다리는 스레드가 있으면 그 스레드의 채널에 바로 건넵니다.

use std::{
    collections::VecDeque,
    sync::{Mutex, mpsc},
};
enum State<T> {
    Stock(VecDeque<T>),
    Waiting(VecDeque<mpsc::Sender<T>>),
}
pub struct Queue<T>(Mutex<State<T>>);
impl<T> Queue<T> {
    pub fn new() -> Self {
        Queue(Mutex::new(State::Stock(VecDeque::new())))
    }
    pub fn put(&self, item: T) {
        match &mut *self.0.lock().unwrap() {
            State::Stock(items) => items.push_back(item),
            state @ State::Waiting(_) => {
                let State::Waiting(line) = state else { unreachable!() };
                line.pop_front().unwrap().send(item).ok().unwrap();
                if line.is_empty() {
                    *state = State::Stock(VecDeque::new());
                }
            }
        }
    }
    pub fn get(&self) -> T {
        let mine = {
            let state = &mut *self.0.lock().unwrap();
            if let State::Stock(items) = state {
                if let Some(item) = items.pop_front() {
                    return item;
                }
                *state = State::Waiting(VecDeque::new());
            }
            let State::Waiting(line) = state else { unreachable!() };
            let (tx, rx) = mpsc::channel();
            line.push_back(tx);
            rx
        };
        mine.recv().unwrap()
    }
}
