//! The stand-ins block, wake and give up at the right virtual time, and what goes wrong is found.

#[macro_use]
extern crate model_std as std;
extern crate model_crossbeam as crossbeam;
extern crate model_parking_lot as parking_lot;

#[path = "blocking/channels.rs"]
mod channels;
#[path = "blocking/locks.rs"]
mod locks;
#[path = "blocking/others.rs"]
mod others;
#[path = "blocking/readers.rs"]
mod readers;

use interleave::{Explorer, Kind, Sources};
use std::time::Duration;

const SECOND: Duration = Duration::from_secs(1);

/// Every order comes to its end.
fn always(f: impl Fn()) {
    if let Err(failure) = Explorer::new().check(f) {
        panic!("{}\n{:?}", failure.table(&Sources::new(), true), failure.kind);
    }
}

/// Some order comes out true.
fn sometimes(f: impl Fn() -> bool) {
    let happens = Explorer::new().check_exists(f);
    assert!(happens.is_ok(), "no order does it: {:?}", happens.map_err(|failure| failure.kind));
}

/// Some order goes wrong, and in this way.
fn fails(f: impl Fn()) -> Kind {
    Explorer::new().check(f).expect_err("some order must go wrong").kind
}

/// Virtual time since the order began, in milliseconds.
fn elapsed() -> u128 {
    interleave::clock().as_millis()
}
