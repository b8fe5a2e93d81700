use std::panic::{self, AssertUnwindSafe};

pub fn run(job: Box<dyn FnOnce() -> u64 + Send>) -> Option<u64> {
    panic::catch_unwind(AssertUnwindSafe(job)).ok()
}
