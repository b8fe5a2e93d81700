use std::sync::atomic::AtomicBool;

pub fn stop(mut stopped: AtomicBool) -> AtomicBool {
    stopped = true;
    stopped
}
