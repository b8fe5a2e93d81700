//! What specs count with.

use std::thread;
use std::time::Duration;

use interleave::Explorer;
use interleave::observe::{Counter, Gauge, Log, Tally, alive_at_once};

use crate::every_order;

fn orders_of_two_threads(act: fn()) -> u64 {
    let coverage = Explorer::new().check(|| {
        thread::scope(|scope| {
            scope.spawn(act);
            scope.spawn(act);
        });
    });
    coverage.expect("nothing can fail").orders
}

#[test]
fn observing_adds_no_orders() {
    let observes = || {
        let (tally, counter, log, gauge) = (Tally::new(), Counter::new(), Log::new(), Gauge::new());
        let _inside = gauge.enter();
        tally.add(counter.add(1));
        log.push(gauge.now());
    };
    assert_eq!(orders_of_two_threads(observes), orders_of_two_threads(|| {}));
}

#[test]
fn all_clones_of_an_observer_are_one() {
    every_order(|| {
        let (tally, counter, log, gauge) = (Tally::new(), Counter::new(), Log::new(), Gauge::new());
        thread::scope(|scope| {
            for number in 0..2 {
                let (tally, counter, log, gauge) =
                    (tally.clone(), counter.clone(), log.clone(), gauge.clone());
                scope.spawn(move || {
                    let _inside = gauge.enter();
                    tally.add(10);
                    log.push((number, counter.add(1)));
                    thread::sleep(Duration::from_secs(1));
                });
            }
        });
        assert_eq!((tally.total(), counter.get(), gauge.now(), gauge.most()), (20, 2, 0, 2));
        let mut entries = log.entries();
        assert!(entries.is_sorted_by_key(|&(_, before)| before));
        entries.sort_unstable();
        assert!(matches!(entries[..], [(0, _), (1, _)]));
        assert_eq!((counter.subtract(5), counter.get()), (2, 0));
    });
}

/// The spec's own threads do not count, and a thread that has ended makes room.
#[test]
fn threads_are_counted_where_they_were_spawned() {
    every_order(|| {
        let nap = || thread::sleep(Duration::from_secs(1));
        thread::scope(|scope| {
            let spec = scope.spawn(nap);
            let ((), two) = alive_at_once(|| {
                thread::scope(|scope| {
                    scope.spawn(move || thread::scope(|scope| drop(scope.spawn(nap))));
                });
            });
            let ((), one) = alive_at_once(|| (0..3).for_each(|_| thread::spawn(nap).join().unwrap()));
            let ((), none) = alive_at_once(nap);
            assert_eq!([two, one, none], [2, 1, 0]);
            spec.join().unwrap();
        });
    });
}
