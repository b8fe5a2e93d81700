use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

pub fn work(stop: Arc<AtomicBool>, beat: impl Fn()) {
    while !stop.load(Ordering::SeqCst) {
        beat();
    }
}
