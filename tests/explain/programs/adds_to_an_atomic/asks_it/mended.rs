use std::sync::atomic::{AtomicBool, Ordering};

pub fn goes_on(stopped: &AtomicBool) -> bool {
    !stopped.load(Ordering::SeqCst)
}
