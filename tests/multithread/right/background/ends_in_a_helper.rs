//! 알리고 기다리는 일을 작은 타입의 `Drop`에 맡깁니다.

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Arc, mpsc};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

#[derive(Debug, PartialEq, Eq)]
pub struct BeatPanicked;

struct Ender {
    tx: Option<mpsc::SyncSender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Drop for Ender {
    fn drop(&mut self) {
        self.tx = None;
        if let Some(t) = self.thread.take() {
            let _ = t.join();
        }
    }
}

pub struct Heartbeat {
    ender: Ender,
    broken: Arc<AtomicBool>,
    told: bool,
}

impl Heartbeat {
    pub fn start(interval: Duration, mut beat: impl FnMut() + Send + 'static) -> Self {
        let (tx, rx) = mpsc::sync_channel::<()>(1);
        let broken = Arc::new(AtomicBool::new(false));
        let mark = broken.clone();
        let mut next = Instant::now() + interval;
        let thread = thread::spawn(move || {
            loop {
                match rx.recv_timeout(next - Instant::now()) {
                    Err(mpsc::RecvTimeoutError::Timeout) => {}
                    Ok(()) | Err(_) => return,
                }
                if std::panic::catch_unwind(std::panic::AssertUnwindSafe(&mut beat)).is_err() {
                    mark.store(true, SeqCst);
                    return;
                }
                next += interval;
            }
        });
        Self { ender: Ender { tx: Some(tx), thread: Some(thread) }, broken, told: false }
    }

    pub fn stop(&mut self) -> Result<(), BeatPanicked> {
        drop(std::mem::replace(&mut self.ender, Ender { tx: None, thread: None }));
        let told = std::mem::replace(&mut self.told, true);
        if self.broken.load(SeqCst) && !told { Err(BeatPanicked) } else { Ok(()) }
    }
}
