use std::sync::Arc;
use std::sync::atomic::AtomicBool;

pub fn work(stop: Arc<AtomicBool>, beat: impl Fn()) {
    while !stop {
        beat();
    }
}
