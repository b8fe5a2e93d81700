//! Calls made while a panic unwinds the stack.

use std::panic::{self, AssertUnwindSafe};

use crate::model;

/// Calls `f` while a panic unwinds the stack of this thread, as a destructor would, and returns its answer.
///
/// # Panics
/// If `f` panics: the second panic ends the process, as it does anywhere.
///
/// ```
/// assert!(interleave::while_unwinding(std::thread::panicking));
/// ```
pub fn while_unwinding<R>(f: impl FnOnce() -> R) -> R {
    struct AtTheEnd<F: FnMut()>(F);
    impl<F: FnMut()> Drop for AtTheEnd<F> {
        fn drop(&mut self) {
            (self.0)();
        }
    }
    let (mut f, mut answer) = (Some(f), None);
    let unwound = panic::catch_unwind(AssertUnwindSafe(|| {
        let _at_the_end = AtTheEnd(|| answer = f.take().map(|f| f()));
        panic!("되감기를 시작합니다.");
    }));
    debug_assert!(unwound.is_err(), "nothing but a panic ends it");
    model::caught();
    answer.expect("the destructor ran")
}
