//! A counting semaphore as it should be, for the puzzles that are about how semaphores are put together.

use std::sync::{Condvar, Mutex};

/// Its steps are told at the lines that call it, as if it came with the language.
pub struct Semaphore {
    permits: Mutex<i32>,
    freed: Condvar,
}

impl Semaphore {
    #[track_caller]
    pub fn new(permits: i32) -> Self {
        Semaphore { permits: Mutex::new(permits), freed: Condvar::new() }
    }

    #[track_caller]
    pub fn wait(&self) {
        let mut permits = self.permits.lock().unwrap();
        while *permits == 0 {
            permits = self.freed.wait(permits).unwrap();
        }
        *permits -= 1;
    }

    #[track_caller]
    pub fn signal(&self) {
        *self.permits.lock().unwrap() += 1;
        self.freed.notify_one();
    }
}
