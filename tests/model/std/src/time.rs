//! [`std::time`] on the engine's virtual clock.

use std::fmt;
use std::ops::{Add, AddAssign, Sub, SubAssign};
pub use std::time::*;

use interleave::model;

/// What the clock shows when an order begins: some days after the machine was started, so that earlier moments exist.
const START: Duration = Duration::from_secs(1_000_000);

/// The last moment there is, as where the system counts seconds in 64 bits with a sign.
const END: Duration = Duration::from_secs(i64::MAX as u64);

/// [`std::time::Instant`]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(Duration);

impl Instant {
    /// Counts as a step: who only looks at the clock waits busily.
    #[track_caller]
    pub fn now() -> Self {
        model::idle(model::here());
        Instant(START + model::now())
    }

    /// This moment as virtual time since the order began; none for the time before.
    #[doc(hidden)]
    pub fn since_start(self) -> Duration {
        self.0.saturating_sub(START)
    }

    #[track_caller]
    pub fn elapsed(&self) -> Duration {
        Instant::now().duration_since(*self)
    }

    pub fn duration_since(&self, earlier: Instant) -> Duration {
        self.0.saturating_sub(earlier.0)
    }

    pub fn saturating_duration_since(&self, earlier: Instant) -> Duration {
        self.0.saturating_sub(earlier.0)
    }

    pub fn checked_duration_since(&self, earlier: Instant) -> Option<Duration> {
        self.0.checked_sub(earlier.0)
    }

    pub fn checked_add(&self, duration: Duration) -> Option<Instant> {
        self.0.checked_add(duration).filter(|moment| *moment <= END).map(Instant)
    }

    pub fn checked_sub(&self, duration: Duration) -> Option<Instant> {
        self.0.checked_sub(duration).map(Instant)
    }
}

impl Add<Duration> for Instant {
    type Output = Instant;

    #[track_caller]
    fn add(self, duration: Duration) -> Instant {
        self.checked_add(duration).expect("overflow when adding duration to instant")
    }
}

impl AddAssign<Duration> for Instant {
    fn add_assign(&mut self, duration: Duration) {
        *self = *self + duration;
    }
}

impl Sub<Duration> for Instant {
    type Output = Instant;

    fn sub(self, duration: Duration) -> Instant {
        self.checked_sub(duration).expect("overflow when subtracting duration from instant")
    }
}

impl SubAssign<Duration> for Instant {
    fn sub_assign(&mut self, duration: Duration) {
        *self = *self - duration;
    }
}

impl Sub<Instant> for Instant {
    type Output = Duration;

    fn sub(self, earlier: Instant) -> Duration {
        self.duration_since(earlier)
    }
}

/// [`std::time::SystemTime`]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SystemTime(Duration);

macro_rules! shown {
    ($($name:ident),*) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let mut shown = f.debug_struct(stringify!($name));
                shown.field("tv_sec", &self.0.as_secs()).field("tv_nsec", &self.0.subsec_nanos()).finish()
            }
        }
    )*};
}

shown!(Instant, SystemTime);

/// [`std::time::UNIX_EPOCH`]
pub const UNIX_EPOCH: SystemTime = SystemTime(Duration::ZERO);

/// What an order's wall clock shows when it begins, in seconds since 1970: the start of 2026.
const ORDER_BEGINS: Duration = Duration::from_secs(1_767_225_600);

impl SystemTime {
    pub const UNIX_EPOCH: SystemTime = UNIX_EPOCH;

    #[track_caller]
    pub fn now() -> Self {
        model::idle(model::here());
        SystemTime(ORDER_BEGINS + model::now())
    }

    /// # Errors
    /// If `earlier` is the later of the two.
    pub fn duration_since(&self, earlier: SystemTime) -> Result<Duration, SystemTimeError> {
        let base = std::time::UNIX_EPOCH;
        (base + self.0).duration_since(base + earlier.0)
    }

    /// # Errors
    /// If this moment lies in the future.
    #[track_caller]
    pub fn elapsed(&self) -> Result<Duration, SystemTimeError> {
        SystemTime::now().duration_since(*self)
    }

    pub fn checked_add(&self, duration: Duration) -> Option<SystemTime> {
        self.0.checked_add(duration).filter(|moment| *moment <= END).map(SystemTime)
    }

    /// None before 1970, where the real one may go on.
    pub fn checked_sub(&self, duration: Duration) -> Option<SystemTime> {
        self.0.checked_sub(duration).map(SystemTime)
    }
}

impl Add<Duration> for SystemTime {
    type Output = SystemTime;

    #[track_caller]
    fn add(self, duration: Duration) -> SystemTime {
        self.checked_add(duration).expect("overflow when adding duration to instant")
    }
}

impl AddAssign<Duration> for SystemTime {
    #[track_caller]
    fn add_assign(&mut self, duration: Duration) {
        *self = *self + duration;
    }
}

impl Sub<Duration> for SystemTime {
    type Output = SystemTime;

    #[track_caller]
    fn sub(self, duration: Duration) -> SystemTime {
        self.checked_sub(duration).expect("overflow when subtracting duration from instant")
    }
}

impl SubAssign<Duration> for SystemTime {
    #[track_caller]
    fn sub_assign(&mut self, duration: Duration) {
        *self = *self - duration;
    }
}
