//! The ways in which an order ends, other than well.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

use interleave::{Explorer, Kind, Sources};

use crate::failure_of;

fn line(at: Option<&interleave::Place>) -> u32 {
    let at = at.expect("the place is known");
    assert!(at.file.ends_with("engine/endings.rs"), "{}", at.file);
    at.line
}

#[test]
fn a_thread_that_nobody_joins_is_named() {
    let failure = failure_of(|| {
        thread::Builder::new().name("청소".to_string()).spawn(|| {}).unwrap();
        interleave::expect_all_finished();
    });
    let Kind::Unjoined { threads } = &failure.kind else { panic!("{:?}", failure.kind) };
    assert_eq!(failure.trace.threads[threads[0]].name.as_deref(), Some("청소"));
    assert_eq!(failure.headline(&Sources::new()), "청소 스레드가 끝나기를 아무도 기다리지 않았습니다.");
}

#[test]
fn a_thread_that_waits_for_ever_is_unjoined() {
    let failure = failure_of(|| {
        let (ready, never) = (Box::leak(Box::new(Mutex::new(()))), Box::leak(Box::new(Condvar::new())));
        thread::spawn(|| drop(never.wait(ready.lock().unwrap())));
    });
    assert_eq!(failure.kind, Kind::Unjoined { threads: vec![1] });
}

/// Detached, but done by itself: nothing to complain about.
#[test]
fn a_detached_thread_may_end_by_itself() {
    Explorer::new().check(|| drop(thread::spawn(|| {}))).expect("it ends");
}

#[test]
fn an_order_without_end_is_ended() {
    let by_steps = failure_of(|| {
        let count = AtomicU32::new(0);
        loop {
            count.fetch_add(1, SeqCst);
        }
    });
    assert_eq!(line(by_steps.at()), line!() - 3);
    assert!(matches!(by_steps.kind, Kind::TooLong { thread: 0, .. }));

    let by_time = failure_of(|| {
        loop {
            thread::sleep(Duration::from_secs(60 * 60));
        }
    });
    assert_eq!(line(by_time.at()), line!() - 3);
    assert!(matches!(by_time.kind, Kind::TooLong { thread: 0, .. }));
}

/// Whoever is left running when everything else is over is not joined, rather than endless.
#[test]
fn a_background_thread_without_end_is_unjoined() {
    let failure = failure_of(|| {
        thread::spawn(|| {
            loop {
                thread::sleep(Duration::from_secs(1));
            }
        });
    });
    assert_eq!(failure.kind, Kind::Unjoined { threads: vec![1] });
}

#[test]
fn busy_waiting_is_told_from_working() {
    let failure = failure_of(|| {
        let done = AtomicBool::new(false);
        thread::scope(|scope| {
            scope.spawn(|| {
                thread::sleep(Duration::from_secs(1));
                done.store(true, SeqCst);
            });
            while !done.load(SeqCst) {
                std::hint::spin_loop();
            }
        });
    });
    assert!(matches!(failure.kind, Kind::Spin { thread: 0, .. }), "{:?}", failure.kind);
    assert!((line!() - 6..line!() - 3).contains(&line(failure.at())));

    Explorer::new()
        .check(|| {
            let count = AtomicU32::new(0);
            for _ in 0..1000 {
                count.fetch_add(1, SeqCst);
            }
        })
        .expect("work is no waiting");
}

#[test]
fn output_without_end_is_ended() {
    let failure = failure_of(|| {
        loop {
            println!("끝이 없는 줄이 이어집니다. 끝이 없는 줄이 이어집니다. 끝이 없는 줄이 이어집니다.");
        }
    });
    assert!(matches!(failure.kind, Kind::TooMuchOutput { .. }));
    assert_eq!(line(failure.at()), line!() - 4);
}

#[test]
fn ending_the_process_is_told_and_not_done() {
    for code in [0, 1] {
        let failure = failure_of(|| std::process::exit(code));
        assert!(matches!(failure.kind, Kind::Exit { .. }));
        assert_eq!(line(failure.at()), line!() - 2);
    }
    let failure = failure_of(|| {
        let worker = thread::spawn(|| std::process::abort());
        let _ = worker.join();
    });
    assert!(matches!(failure.kind, Kind::Exit { .. }));
}

#[test]
fn work_not_begun_says_what_the_work_is() {
    let failure = failure_of(|| {
        let permits = 3;
        let worker = thread::spawn(move || todo!("허가 {permits}장으로 시작하는 세마포어를 만드세요"));
        let _: () = worker.join().unwrap();
    });
    let Kind::Todo { job, .. } = &failure.kind else { panic!("{:?}", failure.kind) };
    assert_eq!(job, "허가 3장으로 시작하는 세마포어를 만드세요");
    assert_eq!(failure.headline(&Sources::new()), *job);
    assert_eq!(failure.table(&Sources::new(), true), "");
}

#[test]
fn what_never_happens_is_said_to_never_happen() {
    let loses = || {
        let total = Mutex::new(0);
        thread::scope(|scope| {
            scope.spawn(|| *total.lock().unwrap() += 1);
            scope.spawn(|| *total.lock().unwrap() += 1);
        });
        total.into_inner().unwrap() == 1
    };
    let failure = Explorer::new().check_exists(loses).expect_err("no update is lost");
    assert!(matches!(failure.kind, Kind::NeverHappens { .. }));
    assert!(failure.coverage.complete);
    assert!(failure.headline(&Sources::new()).starts_with("가능한 순서 34가지 가운데"));

    let failure = Explorer::new().otherwise("값을 잃지 않습니다.").check_exists(loses).expect_err("as above");
    let said = failure.headline(&Sources::new());
    assert_eq!(said, "값을 잃지 않습니다. 가능한 순서 34가지에서 모두 그렇습니다.");
}

#[test]
fn what_may_happen_is_found() {
    let coverage = Explorer::new().check_exists(|| {
        let total = AtomicU32::new(0);
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    let seen = total.load(SeqCst);
                    total.store(seen + 1, SeqCst);
                });
            }
        });
        total.into_inner() == 1
    });
    assert!(coverage.is_ok());
}

/// Where every order fails, the failure is the answer.
#[test]
fn looking_for_an_order_meets_the_failure_of_all() {
    let failure =
        Explorer::new().check_exists(|| panic!("언제나 실패합니다")).expect_err("there is no order");
    assert!(matches!(failure.kind, Kind::Panic { message, .. } if message == "언제나 실패합니다"));
}

#[test]
fn a_deadlock_names_its_ring() {
    let failure = failure_of(|| {
        let forks = [(); 3].map(|()| Mutex::new(()));
        thread::scope(|scope| {
            for left in 0..3 {
                let forks = &forks;
                scope.spawn(move || {
                    let _left = forks[left].lock().unwrap();
                    let _right = forks[(left + 1) % 3].lock().unwrap();
                });
            }
        });
    });
    let Kind::Deadlock { waits, cycle } = &failure.kind else { panic!("{:?}", failure.kind) };
    let mut ring = cycle.clone();
    ring.sort_unstable();
    assert_eq!(ring, [1, 2, 3]);
    assert_eq!(waits.len(), 4, "main waits, too, for one of the three");
    for pair in cycle.windows(2) {
        let wait = waits.iter().find(|wait| wait.thread == pair[0]).unwrap();
        assert_eq!(wait.holders, [pair[1]], "each in the ring waits for the next");
    }
}

#[test]
fn threads_without_end_are_told() {
    let failure = failure_of(|| {
        let mut workers = Vec::new();
        loop {
            workers.push(thread::spawn(thread::park));
        }
    });
    assert!(matches!(failure.kind, Kind::TooManyThreads { .. }), "{:?}", failure.kind);
    assert_eq!(line(failure.at()), line!() - 4);
}

/// An order would wait for it in real time.
#[test]
fn another_process_is_refused_and_not_started() {
    let failure = failure_of(|| {
        let _ = std::process::Command::new("sleep").arg("60").status();
    });
    assert!(matches!(failure.kind, Kind::Unsupported { .. }), "{:?}", failure.kind);
    assert_eq!(line(failure.at()), line!() - 3);
}

/// A lock in a `static` outlives the order that poisoned it.
#[test]
fn poison_ends_with_its_order() {
    static LOCK: Mutex<()> = Mutex::new(());
    interleave::explore(|| {
        assert!(LOCK.lock().is_ok());
        thread::scope(|scope| {
            let panics = scope.spawn(|| {
                let _held = LOCK.lock().unwrap();
                panic!("일부러 실패합니다");
            });
            let looks = scope.spawn(|| drop(LOCK.lock()));
            assert!(panics.join().is_err() && looks.join().is_ok());
        });
        assert!(LOCK.lock().is_err());
    });
}
