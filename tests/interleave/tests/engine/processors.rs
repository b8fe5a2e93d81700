//! Computing takes virtual time on one of so many processors.

use std::thread;
use std::time::Duration;

use interleave::{Explorer, clock, compute};

const SECOND: Duration = Duration::from_secs(1);

/// Three threads compute for two seconds each, and sleep for a second first.
fn three_threads() -> Duration {
    thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                thread::sleep(SECOND);
                compute(2 * SECOND);
            });
        }
    });
    clock()
}

#[test]
fn computing_shares_processors_and_waiting_needs_none() {
    for (processors, wanted) in [(1, 7), (2, 5), (3, 3), (4, 3)] {
        Explorer::new().processors(processors).explore(|| {
            assert_eq!(three_threads(), wanted * SECOND, "on {processors}");
        });
    }
}

#[test]
fn without_a_number_there_is_a_processor_for_each() {
    Explorer::new().explore(|| assert_eq!(three_threads(), 3 * SECOND));
}
