//! Panics in several threads of one order, which all run on one thread of the process.

use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use interleave::{Kind, Sources, exists, explore};

use crate::{every_order, failure_of, real};

/// Takes the lock while it is dropped, and adds one.
struct AddsAtItsEnd<'a>(&'a Mutex<u32>);

impl Drop for AddsAtItsEnd<'_> {
    fn drop(&mut self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) += 1;
    }
}

fn message(kind: &Kind) -> (&str, usize) {
    let Kind::Panic { message, thread, .. } = kind else { panic!("{kind:?}") };
    (message, *thread)
}

#[test]
fn the_panic_of_a_joined_thread_is_told_in_its_own_words() {
    let joined = failure_of(|| thread::spawn(|| panic!("자료가 없습니다")).join().unwrap());
    assert_eq!(message(&joined.kind), ("자료가 없습니다", 1));

    let scoped = failure_of(|| {
        thread::scope(|scope| {
            scope.spawn(|| {});
            scope.spawn(|| panic!("자료가 없습니다"));
        });
    });
    assert_eq!(message(&scoped.kind), ("자료가 없습니다", 2));

    let through_two = failure_of(|| {
        let outer = thread::spawn(|| thread::spawn(|| panic!("자료가 없습니다")).join().unwrap());
        outer.join().unwrap();
    });
    assert_eq!(message(&through_two.kind), ("자료가 없습니다", 2));

    let resumed = failure_of(|| {
        let worker: thread::JoinHandle<()> = thread::spawn(|| panic!("자료가 없습니다"));
        if let Err(payload) = worker.join() {
            panic::resume_unwind(payload);
        }
    });
    assert_eq!(message(&resumed.kind), ("자료가 없습니다", 1));
}

/// One thread panics on purpose and is joined; the panic that counts is the one that was passed on.
#[test]
fn an_earlier_panic_that_was_dealt_with_is_not_blamed() {
    let joined = failure_of(|| {
        let expected = thread::spawn(|| panic!("일부러 실패합니다"));
        assert!(expected.join().is_err());
        thread::spawn(|| panic!("자료가 없습니다")).join().unwrap();
    });
    assert_eq!(message(&joined.kind), ("자료가 없습니다", 2));

    let scoped = failure_of(|| {
        thread::scope(|scope| {
            let expected = scope.spawn(|| panic!("일부러 실패합니다"));
            let _ = expected.join();
            scope.spawn(|| panic!("자료가 없습니다"));
        });
    });
    assert_eq!(message(&scoped.kind), ("자료가 없습니다", 2));

    let caught = failure_of(|| {
        thread::scope(|scope| {
            scope.spawn(|| {
                let _ = panic::catch_unwind(|| panic!("일부러 실패합니다"));
            });
            scope.spawn(|| panic!("자료가 없습니다"));
        });
    });
    assert_eq!(message(&caught.kind), ("자료가 없습니다", 2));
}

#[test]
fn a_caught_panic_is_no_failure() {
    every_order(|| {
        let caught = panic::catch_unwind(|| panic!("일부러 실패합니다"));
        let payload = caught.expect_err("it panicked");
        assert_eq!(payload.downcast_ref::<&str>(), Some(&"일부러 실패합니다"));
        assert!(!thread::panicking());

        let times = 2;
        let joined = thread::spawn(move || panic!("{times}번 실패합니다")).join();
        let payload = joined.expect_err("it panicked");
        assert_eq!(payload.downcast_ref::<String>().map(String::as_str), Some("2번 실패합니다"));
    });
}

#[test]
fn the_lock_of_a_panic_is_poisoned_and_free() {
    every_order(|| {
        let total = Mutex::new(0);
        let caught = panic::catch_unwind(AssertUnwindSafe(|| {
            let _guard = total.lock().unwrap();
            panic!("일부러 실패합니다");
        }));
        assert!(caught.is_err() && total.is_poisoned());
        *total.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        total.clear_poison();
        assert_eq!(*total.lock().unwrap(), 1);
    });
}

/// A guard that was taken while a panic was under way does not poison, as in std.
#[test]
fn a_destructor_may_lock_while_its_thread_unwinds() {
    every_order(|| {
        let total = Mutex::new(0);
        thread::scope(|scope| {
            let bad = scope.spawn(|| {
                let _adds = AddsAtItsEnd(&total);
                assert!(!thread::panicking());
                panic!("일부러 실패합니다");
            });
            scope.spawn(|| *total.lock().unwrap() += 1);
            assert!(bad.join().is_err());
        });
        assert!(!total.is_poisoned());
        assert_eq!(total.into_inner().unwrap(), 2);
    });
}

/// Between the panic and the destructor's lock another thread runs, and knows nothing of the panic.
#[test]
fn others_run_while_a_thread_unwinds() {
    exists(|| {
        let (total, began, between) = (Mutex::new(0), AtomicU32::new(0), AtomicU32::new(0));
        thread::scope(|scope| {
            let bad = scope.spawn(|| {
                let _adds = AddsAtItsEnd(&total);
                began.store(1, SeqCst);
                panic!("일부러 실패합니다");
            });
            scope.spawn(|| {
                let first = began.load(SeqCst) == 1 && *total.lock().unwrap() == 0;
                assert!(!thread::panicking());
                between.store(u32::from(first), SeqCst);
            });
            let _ = bad.join();
        });
        between.into_inner() == 1
    });
}

#[test]
fn two_threads_may_unwind_at_once() {
    every_order(|| {
        let total = Mutex::new(0);
        thread::scope(|scope| {
            let both = [(); 2].map(|()| {
                scope.spawn(|| {
                    let _adds = AddsAtItsEnd(&total);
                    panic!("일부러 실패합니다");
                })
            });
            for bad in both {
                assert!(bad.join().is_err());
            }
        });
        assert_eq!(total.into_inner().unwrap(), 2);
    });
}

/// The failure of an exploration inside an exploration is told as one.
#[test]
fn a_failure_unwinds_without_a_message() {
    let failed = real::panic::catch_unwind(|| explore(|| panic!("자료가 없습니다")));
    let payload = failed.expect_err("it fails");
    let failure = payload.downcast::<interleave::Failure>().expect("the failure is the payload");
    assert_eq!(message(&failure.kind), ("자료가 없습니다", 0));
}

/// `Duration` does not tell who subtracts.
#[test]
fn a_panic_inside_of_the_standard_library_is_told_where_it_was_called() {
    let failure = failure_of(|| {
        let left = Duration::ZERO;
        thread::spawn(move || left - Duration::from_secs(1)).join().unwrap();
    });
    let at = failure.at().expect("the panic has a place");
    let line = line!() - 3;
    assert!(at.file.ends_with("panics.rs") && at.line == line, "{at:?}, not line {line}");
}

/// A learner's text neither moves the cursor nor fills the screen.
#[test]
fn what_the_learner_prints_stays_in_its_row() {
    let failure = failure_of(|| {
        let named = thread::Builder::new().name("이름\n\u{1b}[2J".repeat(100));
        let worker = named.spawn(|| println!("\u{1b}[31m빨강\n{}\u{202e}", "긴 줄 ".repeat(10_000)));
        worker.unwrap().join().unwrap();
        panic!("첫째 줄\n\u{1b}[2J{}", "길다 ".repeat(10_000));
    });
    let sources = Sources::new();
    let told = failure.headline(&sources) + &failure.table(&sources, true);
    assert!(told.lines().count() < 40 && told.len() < 8_000, "{told}");
    assert!(told.chars().all(|letter| letter == '\n' || !letter.is_control()), "{told:?}");
    assert!(!told.contains('\u{202e}'), "{told:?}");
}
