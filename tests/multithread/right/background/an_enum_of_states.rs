//! 상태를 열거형으로 두고, 스레드는 조건 변수에서 마감까지 기다립니다.

use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use parking_lot::{Condvar, Mutex};

#[derive(Debug, PartialEq, Eq)]
pub struct BeatPanicked;

#[derive(PartialEq)]
enum State {
    Running,
    Stopping,
}

#[derive(Clone)]
struct Shared(Arc<(Mutex<State>, Condvar)>);

impl Shared {
    fn wait_until(&self, due: Instant) -> bool {
        let (state, changed) = &*self.0;
        let mut state = state.lock();
        while *state == State::Running {
            if changed.wait_until(&mut state, due).timed_out() {
                return *state == State::Running;
            }
        }
        false
    }

    fn stop(&self) {
        *self.0.0.lock() = State::Stopping;
        self.0.1.notify_one();
    }
}

enum Worker {
    Alive(JoinHandle<()>),
    Gone,
}

pub struct Heartbeat {
    shared: Shared,
    worker: Worker,
}

impl Heartbeat {
    pub fn start(interval: Duration, mut beat: impl FnMut() + Send + 'static) -> Self {
        let shared = Shared(Arc::new((Mutex::new(State::Running), Condvar::new())));
        let own = shared.clone();
        let mut due = Instant::now() + interval;
        let worker = thread::spawn(move || {
            while own.wait_until(due) {
                beat();
                due += interval;
            }
        });
        Self { shared, worker: Worker::Alive(worker) }
    }

    pub fn stop(&mut self) -> Result<(), BeatPanicked> {
        self.shared.stop();
        match std::mem::replace(&mut self.worker, Worker::Gone) {
            Worker::Gone => Ok(()),
            Worker::Alive(thread) => thread.join().or(Err(BeatPanicked)),
        }
    }
}

impl Drop for Heartbeat {
    fn drop(&mut self) {
        self.stop().ok();
    }
}
