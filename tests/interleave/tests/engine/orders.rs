//! Which orders are run, and how many.

use std::collections::{BTreeSet, VecDeque};
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread;

use interleave::{Coverage, Explorer, Kind};

/// The different sequences in which `threads` threads take `steps` steps each, as far as `explorer` goes.
fn sequences(explorer: &Explorer, threads: usize, steps: usize) -> usize {
    let seen = real::sync::Mutex::new(BTreeSet::new());
    let coverage = explorer.check(|| {
        let (shared, sequence) = (AtomicU32::new(0), real::sync::Mutex::new(Vec::new()));
        thread::scope(|scope| {
            for thread in 0..threads {
                let (shared, sequence) = (&shared, &sequence);
                scope.spawn(move || {
                    for _ in 0..steps {
                        shared.fetch_add(1, SeqCst);
                        sequence.lock().unwrap().push(thread);
                    }
                });
            }
        });
        seen.lock().unwrap().insert(sequence.into_inner().unwrap());
    });
    coverage.expect("nothing can fail");
    seen.into_inner().unwrap().len()
}

#[test]
fn every_sequence_of_steps_is_met() {
    let explorer = Explorer::new().orders(1_000_000).random(0);
    assert_eq!(sequences(&explorer, 2, 2), 6, "4! / (2! 2!)");
    assert_eq!(sequences(&explorer, 2, 3), 20, "6! / (3! 3!)");
    assert_eq!(sequences(&explorer, 3, 2), 90, "6! / (2! 2! 2!)");
}

/// Of two that go step by step one always comes too late, and nobody needs to be lucky to see it. What is told has few
/// preemptions left.
#[test]
fn who_gives_up_after_some_tries_is_met_where_threads_take_turns() {
    let adds = || {
        let total = AtomicU32::new(0);
        let add = || {
            (0..5).any(|_| {
                let before = total.load(SeqCst);
                total.compare_exchange(before, before + 1, SeqCst, SeqCst).is_ok()
            })
        };
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| (0..10).filter(|_| add()).count());
            }
        });
        assert_eq!(total.into_inner(), 40);
    };
    let explorer = Explorer::new().preemptions(0).orders(10).random(0);
    explorer.check(adds).expect("without preemptions every first try succeeds");
    let failure = explorer.turns(2).check(adds).expect_err("somebody comes too late five times");
    assert!(matches!(failure.kind, Kind::Panic { .. }), "{:?}", failure.kind);
    assert!(failure.preemptions < 30, "{} preemptions are told", failure.preemptions);
}

/// Without a preemption: aabb, bbaa. With one also abba, baab; with two also abab, baba.
#[test]
fn a_bound_on_preemptions_bounds_the_sequences() {
    let explorer = Explorer::new().random(0);
    let counts = [0, 1, 2].map(|bound| sequences(&explorer.clone().preemptions(bound).unreduced(), 2, 2));
    assert_eq!(counts, [2, 4, 6]);
}

/// Two threads with one step each, `a` and `b`, and `main`, which waits for them in turn. Before its step a thread may
/// be preempted once, by the other one or by `main`, which at once waits again. Written as who moves, M for `main`:
///
/// * A first, and on: a. Then M: b. Or B: b, or B, M: b.                3
/// * A first, then B: b, a. Or back to A: a. Then M: b, or B: b.        3
/// * B first, and on: b, a.                                             1
/// * B first, then A: a. Then M: b, or B: b. Or back to B: b, a.        3
///
/// Where `main` has just spawned a thread another may go on as well, and is then preempted no more:
///
/// * A is spawned, and goes on: a. Then M: b.                           1
/// * B is spawned, and A or B goes on: a or b. Then M, or the other.    4
#[test]
fn the_number_of_orders_is_the_one_worked_out_by_hand() {
    let coverage = Explorer::new().check(|| {
        let shared = AtomicU32::new(0);
        thread::scope(|scope| {
            scope.spawn(|| shared.fetch_add(1, SeqCst));
            scope.spawn(|| shared.fetch_add(1, SeqCst));
        });
    });
    let Coverage { orders, complete, random, .. } = coverage.expect("nothing can fail");
    assert_eq!((orders, complete, random), (15, true, 0));
}

#[test]
fn one_thread_has_one_order() {
    let coverage = Explorer::new().check(|| {
        let total = Mutex::new(0);
        for _ in 0..3 {
            *total.lock().unwrap() += 1;
        }
    });
    let whole = Coverage { orders: 1, preemptions: Some(0), complete: true, random: 0, kinds: Some(1) };
    assert_eq!(coverage, Ok(whole));
}

/// Two consumers and a producer; `if` instead of `while` around the wait needs no preemption to fail.
#[test]
fn asking_once_after_waking_is_found_without_a_preemption() {
    let found = Explorer::new().preemptions(0).random(0).check(|| {
        let (items, filled) = (Mutex::new(VecDeque::new()), Condvar::new());
        let put = |item: u32| {
            items.lock().unwrap().push_back(item);
            filled.notify_one();
        };
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    let mut items = items.lock().unwrap();
                    if items.is_empty() {
                        items = filled.wait(items).unwrap();
                    }
                    items.pop_front().expect("깨어났는데 꺼낼 것이 없습니다");
                });
            }
            scope.spawn(|| put(1));
            scope.spawn(|| put(2));
        });
    });
    let failure = found.expect_err("the bug is there");
    assert!(
        matches!(&failure.kind, Kind::Panic { message, .. } if message == "깨어났는데 꺼낼 것이 없습니다")
    );
    assert_eq!(failure.preemptions, 0);
}

#[test]
fn every_waiter_may_be_the_one_that_is_woken() {
    let first = real::sync::Mutex::new(BTreeSet::new());
    let coverage = Explorer::new().preemptions(0).random(0).check(|| {
        let (turn, moved) = (Mutex::new(0), Condvar::new());
        thread::scope(|scope| {
            for me in 0..3 {
                let (turn, moved, first) = (&turn, &moved, &first);
                scope.spawn(move || {
                    let mut turn = turn.lock().unwrap();
                    turn = moved.wait(turn).unwrap();
                    if *turn == 0 {
                        first.lock().unwrap().insert(me);
                    }
                    *turn += 1;
                });
            }
            thread::sleep(std::time::Duration::from_secs(1));
            for _ in 0..3 {
                moved.notify_one();
                thread::sleep(std::time::Duration::from_secs(1));
            }
        });
    });
    coverage.expect("nothing can fail");
    assert_eq!(first.into_inner().unwrap(), BTreeSet::from([0, 1, 2]));
}

/// Five preemptions are too many for the bound, and few enough for random priorities.
#[test]
fn random_orders_go_on_where_the_search_gives_up() {
    let lose = || {
        let total = AtomicU32::new(0);
        thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| {
                    let seen = total.load(SeqCst);
                    total.store(seen + 1, SeqCst);
                });
            }
        });
        assert!(total.into_inner() == 3, "더한 값이 사라졌습니다");
    };
    let failure = Explorer::new().orders(1).random(500).check(lose).expect_err("a random order fails");
    assert!(failure.coverage.random > 0);
    assert_eq!(failure.preemptions, 1, "what random search found is made as simple as can be");
    assert!(Explorer::new().orders(1).random(0).check(lose).is_ok());
}
