//! [`std::thread`], whose sleeps go at our pace.

use std::time::Duration;

pub use std::thread::*;

pub fn sleep(duration: Duration) {
    crate::pace::wait(duration, std::thread::sleep);
}
