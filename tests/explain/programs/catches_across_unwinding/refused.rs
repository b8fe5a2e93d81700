use std::panic;

pub fn run(job: Box<dyn FnOnce() -> u64 + Send>) -> Option<u64> {
    panic::catch_unwind(job).ok()
}
