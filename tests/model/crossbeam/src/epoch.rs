//! [`crossbeam::epoch`] is not modelled: whatever gives a guard ends the order and says what to use instead.

use interleave::model;

pub use crossbeam::epoch::{
    Atomic, Collector, CompareExchangeError, Guard, LocalHandle, Owned, Pointable, Pointer, Shared,
};

const INSTEAD: &str = "대신 `Arc<Mutex<_>>`나 `crossbeam::queue::SegQueue`를 씁니다.";

/// [`crossbeam::epoch::pin`]
#[track_caller]
pub fn pin() -> Guard {
    model::unsupported("crossbeam::epoch::pin", INSTEAD, model::here())
}

/// [`crossbeam::epoch::unprotected`]
///
/// # Safety
/// Never returns.
#[track_caller]
pub unsafe fn unprotected() -> &'static Guard {
    model::unsupported("crossbeam::epoch::unprotected", INSTEAD, model::here())
}

/// [`crossbeam::epoch::default_collector`]
#[track_caller]
pub fn default_collector() -> &'static Collector {
    model::unsupported("crossbeam::epoch::default_collector", INSTEAD, model::here())
}

/// [`crossbeam::epoch::is_pinned`]
pub fn is_pinned() -> bool {
    false
}
