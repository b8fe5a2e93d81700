//! [`mod@std::panic`], where the engine knows which thread unwinds.

use std::any::Any;

use interleave::model;

pub use std::panic::*;

/// [`std::panic::catch_unwind`]
pub fn catch_unwind<F: FnOnce() -> R + UnwindSafe, R>(f: F) -> std::thread::Result<R> {
    let result = std::panic::catch_unwind(f);
    if result.is_err() {
        model::caught();
    }
    result
}

/// [`std::panic::resume_unwind`]
pub fn resume_unwind(payload: Box<dyn Any + Send>) -> ! {
    model::resumes_panic();
    std::panic::resume_unwind(payload)
}

/// [`std::panic::set_hook`]: has no effect, the engine listens to panics itself.
pub fn set_hook(_hook: Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send + 'static>) {}

/// [`std::panic::take_hook`]: see [`set_hook`].
pub fn take_hook() -> Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send + 'static> {
    Box::new(|_| {})
}
