//! 모든 박자가 조건 변수 하나에서 기다리고 `notify_one`으로 알리므로, 다른 박자의 스레드가 알림을 가져갑니다.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

#[derive(Debug, PartialEq, Eq)]
pub struct BeatPanicked;
static BELL: Condvar = Condvar::new();
static STOPPED: Mutex<BTreeSet<usize>> = Mutex::new(BTreeSet::new());
static NEXT: AtomicUsize = AtomicUsize::new(0);

pub struct Heartbeat {
    id: usize,
    thread: Option<JoinHandle<()>>,
}

impl Heartbeat {
    pub fn start(interval: Duration, mut beat: impl FnMut() + Send + 'static) -> Self {
        let id = NEXT.fetch_add(1, Ordering::SeqCst);
        let begun = Instant::now();
        let thread = thread::spawn(move || {
            let mut next = begun + interval;
            loop {
                let g = STOPPED.lock().unwrap();
                let (g, _) = BELL
                    .wait_timeout_while(g, next.saturating_duration_since(Instant::now()), |g| {
                        !g.contains(&id)
                    })
                    .unwrap();
                if g.contains(&id) {
                    return;
                }
                drop(g);
                next += interval;
                beat();
            }
        });
        Self { id, thread: Some(thread) }
    }

    pub fn stop(&mut self) -> Result<(), BeatPanicked> {
        STOPPED.lock().unwrap().insert(self.id);
        BELL.notify_one();
        match self.thread.take() {
            Some(t) => t.join().map_err(|_| BeatPanicked),
            None => Ok(()),
        }
    }
}

impl Drop for Heartbeat {
    fn drop(&mut self) {
        let _ = self.stop();
    }
}
