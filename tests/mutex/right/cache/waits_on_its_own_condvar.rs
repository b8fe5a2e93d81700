//! 칸마다 조건 변수가 있어, 그 키를 기다리는 스레드만 깨웁니다.

use std::collections::HashMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

#[derive(Default)]
enum State {
    #[default]
    Empty,
    Computing,
    Ready(String),
}

#[derive(Default)]
struct Cell {
    state: Mutex<State>,
    changed: Condvar,
}

impl Cell {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

struct Undo<'a>(Option<&'a Cell>);

impl Drop for Undo<'_> {
    fn drop(&mut self) {
        if let Some(cell) = self.0 {
            *cell.state() = State::Empty;
            cell.changed.notify_one();
        }
    }
}

pub struct Cache {
    cells: Mutex<HashMap<String, Arc<Cell>>>,
}

impl Cache {
    pub fn new() -> Self {
        Self { cells: Mutex::default() }
    }

    pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
        let cell = self.cells.lock().unwrap().entry(key.to_owned()).or_default().clone();
        let mut state = cell.state();
        loop {
            match &*state {
                State::Ready(value) => return value.clone(),
                State::Computing => state = cell.changed.wait(state).unwrap(),
                State::Empty => break,
            }
        }
        *state = State::Computing;
        drop(state);
        let mut undo = Undo(Some(&cell));
        let value = compute();
        undo.0 = None;
        *cell.state() = State::Ready(value.clone());
        cell.changed.notify_all();
        value
    }
}
