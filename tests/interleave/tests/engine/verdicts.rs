//! The same code gives the same verdict, word for word.

use std::path::Path;
use std::sync::Mutex;
use std::thread;

use interleave::{Explorer, Failure, Kind, Order, Sources};

use crate::failure_of;

fn transfers() {
    let (mine, yours) = (Mutex::new(5), Mutex::new(5));
    thread::scope(|scope| {
        scope.spawn(|| {
            let mut mine = mine.lock().unwrap();
            *yours.lock().unwrap() += 1;
            *mine -= 1;
        });
        scope.spawn(|| {
            let mut yours = yours.lock().unwrap();
            *mine.lock().unwrap() += 1;
            *yours -= 1;
        });
    });
}

fn told(failure: &Failure) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/engine/verdicts.rs");
    let sources = Sources::new().file("engine/verdicts.rs", "verdicts.rs", &path);
    let story = failure.table(&sources, true);
    format!("{}\n{story}{}", failure.headline(&sources), failure.order)
}

#[test]
fn a_verdict_is_the_same_a_hundred_times() {
    let first = failure_of(transfers);
    let story = told(&first);
    for _ in 0..100 {
        let again = failure_of(transfers);
        assert_eq!(again, first);
        assert_eq!(told(&again), story);
    }
}

#[test]
fn a_verdict_is_the_same_on_every_thread_at_once() {
    let first = failure_of(transfers);
    let coverage = Explorer::new().check(|| drop(thread::spawn(|| {}).join())).unwrap();
    let explorers = [(); 8].map(|()| {
        let first = first.clone();
        real::thread::spawn(move || {
            for _ in 0..10 {
                assert_eq!(failure_of(transfers), first);
                let again = Explorer::new().check(|| drop(thread::spawn(|| {}).join()));
                assert_eq!(again, Ok(coverage));
            }
        })
    });
    for explorer in explorers {
        explorer.join().unwrap();
    }
}

#[test]
fn replaying_the_order_of_a_failure_gives_that_failure() {
    let found = failure_of(transfers);
    let again = Explorer::new().replay(&found.order, transfers).expect_err("it failed before");
    assert_eq!((&again.kind, &again.trace, &again.order), (&found.kind, &found.trace, &found.order));
    assert_eq!(again.preemptions, found.preemptions);
}

#[test]
fn an_order_reads_what_it_writes() {
    let order = failure_of(transfers).order;
    assert_eq!(order.to_string().parse(), Ok(order));
    assert_eq!("".parse(), Ok(Order::default()));
    assert_eq!("2.0.1".parse::<Order>().unwrap().to_string(), "2.0.1");
    assert!("2.x".parse::<Order>().is_err());
}

/// The simplest order is told: no preemption where none is needed, and no detour.
#[test]
fn the_simplest_failure_is_the_one_that_is_told() {
    let failure = failure_of(|| {
        let (total, other) = (Mutex::new(0), Mutex::new(0));
        thread::scope(|scope| {
            scope.spawn(|| {
                let seen = *total.lock().unwrap();
                *other.lock().unwrap() += 1;
                *total.lock().unwrap() = seen + 1;
            });
            scope.spawn(|| *total.lock().unwrap() += 1);
        });
        assert!(total.into_inner().unwrap() == 2, "더한 값이 사라졌습니다");
    });
    assert_eq!(failure.preemptions, 1);
}

/// A failed order leaves its global locks locked, and that is not what is told.
/// Neither the rounds that are folded nor the steps that were too many to keep get lost on the way to the story.
#[test]
fn the_rounds_of_a_long_order_are_counted() {
    let counts = |rounds: u32| {
        let failure = failure_of(move || {
            let count = Mutex::new(0_u32);
            for _ in 0..rounds {
                *count.lock().unwrap() += 1;
            }
            panic!("{}", interleave::locks());
        });
        let story = failure.story(&Sources::new(), true).expect("it has rows");
        let missing: usize = story.gaps.iter().map(|gap| gap.rows).sum();
        (failure.kind, failure.trace.events.len() + failure.trace.left_out.events, story.rows.len() + missing)
    };
    let panicked = |(kind, events, _): &(Kind, usize, usize), locks: u32| {
        matches!(kind, Kind::Panic { message, .. } if *message == locks.to_string())
            && *events > 2 * locks as usize
    };
    let few = counts(70_000);
    assert!(panicked(&few, 70_000), "{few:?}");
    assert_eq!(few.2, 70_001, "a row a round, and the panic");
    assert!(panicked(&counts(140_000), 140_000));
}

#[test]
fn a_deadlock_of_global_locks_is_a_deadlock() {
    static FIRST: Mutex<u32> = Mutex::new(0);
    static SECOND: Mutex<u32> = Mutex::new(0);
    let both = |one: &'static Mutex<u32>, other: &'static Mutex<u32>| {
        let one = one.lock().unwrap();
        let other = other.lock().unwrap();
        drop((one, other));
    };
    let failure = failure_of(|| {
        let worker = thread::spawn(move || both(&FIRST, &SECOND));
        both(&SECOND, &FIRST);
        worker.join().unwrap();
    });
    assert!(matches!(failure.kind, interleave::Kind::Deadlock { .. }), "{:?}", failure.kind);
}
