use std::sync::atomic::{AtomicBool, Ordering};

pub fn stop(stopped: AtomicBool) -> AtomicBool {
    stopped.store(true, Ordering::SeqCst);
    stopped
}
