use std::panic::{AssertUnwindSafe, catch_unwind};

pub fn caught<R>(work: impl FnOnce() -> R) -> Option<R> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(value) => Some(value),
        Err(_) => None,
    }
}
