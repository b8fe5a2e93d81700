//! 잠그지 않고 멈추라고 적고 알리므로, 방금 확인하고 잠들려던 스레드는 알림을 놓칩니다.

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

#[derive(Debug, PartialEq, Eq)]
pub struct BeatPanicked;

fn ended(t: &mut Option<JoinHandle<()>>) -> Result<(), BeatPanicked> {
    match t.take() {
        Some(t) => t.join().map_err(|_| BeatPanicked),
        None => Ok(()),
    }
}

pub struct Heartbeat {
    stop: Arc<(AtomicBool, Mutex<()>, Condvar)>,
    thread: Option<JoinHandle<()>>,
}

impl Heartbeat {
    pub fn start(interval: Duration, mut beat: impl FnMut() + Send + 'static) -> Self {
        let stop = Arc::new((AtomicBool::new(false), Mutex::new(()), Condvar::new()));
        let asked = stop.clone();
        let thread = thread::spawn(move || {
            let mut next = Instant::now() + interval;
            loop {
                let mut g = asked.1.lock().unwrap();
                loop {
                    if asked.0.load(SeqCst) {
                        return;
                    }
                    let now = Instant::now();
                    if now >= next {
                        break;
                    }
                    g = asked.2.wait_timeout(g, next - now).unwrap().0;
                }
                drop(g);
                beat();
                next += interval;
            }
        });
        Self { stop, thread: Some(thread) }
    }

    pub fn stop(&mut self) -> Result<(), BeatPanicked> {
        self.stop.0.store(true, SeqCst);
        self.stop.2.notify_one();
        ended(&mut self.thread)
    }
}

impl Drop for Heartbeat {
    fn drop(&mut self) {
        let _ = self.stop();
    }
}
