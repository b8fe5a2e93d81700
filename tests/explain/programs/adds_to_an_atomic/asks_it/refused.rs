use std::sync::atomic::AtomicBool;

pub fn goes_on(stopped: &AtomicBool) -> bool {
    !stopped
}
