//! What safe code may do, however odd, without a crash, a hang or a word about the engine.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::mpsc;
use std::sync::{Arc, LazyLock, Mutex};
use std::thread;

use interleave::{Explorer, Kind};

use crate::{every_order, failure_of, real};

/// Does something while it is dropped.
struct AtItsEnd<F: FnMut()>(F);

impl<F: FnMut()> Drop for AtItsEnd<F> {
    fn drop(&mut self) {
        (self.0)();
    }
}

fn message(kind: &Kind) -> &str {
    let Kind::Panic { message, .. } = kind else { panic!("{kind:?}") };
    message
}

/// What a thread owns that never started is leaked with the order, and does not look for it.
#[test]
fn a_thread_that_never_started_drops_nothing() {
    fn owning(end: impl FnMut() + Send + 'static) -> interleave::Failure {
        let end = Mutex::new(Some(AtItsEnd(end)));
        failure_of(move || {
            let end = end.lock().unwrap().take();
            thread::spawn(move || drop(end));
            panic!("너무 일찍 봅니다");
        })
    }

    let lock = Arc::new(Mutex::new(0));
    let fails = [
        owning(move || *lock.lock().unwrap() += 1),
        owning(|| todo!("할 일")),
        owning(|| std::process::exit(1)),
        owning(|| panic!("사라질 때")),
        owning(|| while COUNT.load(SeqCst) == 0 {}),
        owning(|| thread::spawn(|| {}).join().unwrap()),
        owning(|| mpsc::channel().0.send(1).unwrap()),
    ];
    static COUNT: AtomicU32 = AtomicU32::new(0);
    for failure in fails {
        assert_eq!(message(&failure.kind), "너무 일찍 봅니다");
    }
}

#[test]
fn a_permit_moved_into_a_thread_does_not_hide_why_main_failed() {
    struct Permit(Arc<Mutex<u32>>);

    impl Drop for Permit {
        fn drop(&mut self) {
            *self.0.lock().unwrap() += 1;
        }
    }

    let failure = failure_of(|| {
        let permits = Arc::new(Mutex::new(0));
        let permit = Permit(Arc::clone(&permits));
        thread::spawn(move || drop(permit));
        assert_eq!(*permits.lock().unwrap(), 1, "허가가 돌아와 있어야 합니다");
    });
    assert!(message(&failure.kind).contains("허가가 돌아와 있어야 합니다"));
}

/// std ends the process where such a destructor panics; here it fails the order.
#[test]
fn the_result_of_a_thread_that_nobody_joins_is_dropped_in_it() {
    every_order(|| {
        let (sender, receiver) = mpsc::channel();
        drop(thread::spawn(move || AtItsEnd(move || sender.send("사라짐").unwrap())));
        assert_eq!(receiver.recv(), Ok("사라짐"));
    });

    let failure = failure_of(|| {
        let lock = Arc::new(Mutex::new(0));
        let locked = Arc::clone(&lock);
        drop(thread::spawn(move || AtItsEnd(move || *locked.lock().unwrap() += 1)));
        let _held = lock.lock().unwrap();
        panic!("잠근 채 실패합니다");
    });
    assert!(message(&failure.kind).contains("잠근 채 실패합니다"));

    let failure = failure_of(|| drop(thread::spawn(|| AtItsEnd(|| panic!("결과가 사라질 때")))));
    assert_eq!(message(&failure.kind), "결과가 사라질 때");
}

#[test]
fn a_payload_that_panics_when_it_is_dropped_leaves_the_engine_whole() {
    let failure = failure_of(|| panic::panic_any(AtItsEnd(|| panic!("짐이 사라질 때"))));
    assert!(matches!(failure.kind, Kind::Panic { thread: 0, .. }), "{:?}", failure.kind);
    let failure =
        failure_of(|| drop(thread::spawn(|| panic::panic_any(AtItsEnd(|| panic!("짐이 사라질 때"))))));
    assert_eq!(message(&failure.kind), "짐이 사라질 때");
    every_order(|| assert_eq!(thread::spawn(|| 1).join().unwrap(), 1));
}

/// An exploration inside of a running order is one of its own: it leaves the outer one as it was.
#[test]
fn an_exploration_may_stand_inside_of_another() {
    every_order(|| {
        let outer = Mutex::new(0);
        let held = outer.lock().unwrap();
        let inner = Explorer::new().check(|| {
            let total = Mutex::new(0);
            thread::scope(|scope| {
                scope.spawn(|| *total.lock().unwrap() += 1);
                scope.spawn(|| *total.lock().unwrap() += 1);
            });
            assert_eq!(total.into_inner().unwrap(), 2);
        });
        assert!(inner.is_ok_and(|coverage| coverage.complete));
        drop(held);
        thread::scope(|scope| {
            scope.spawn(|| *outer.lock().unwrap() += 1);
            *outer.lock().unwrap() += 1;
        });
        assert_eq!(*outer.lock().unwrap(), 2);
    });
}

/// A lock of the outer order keeps its holder and its waiters, though an inner order looked at it.
#[test]
fn an_inner_exploration_does_not_take_the_outer_locks_away() {
    every_order(|| {
        let (shared, inside) = (Mutex::new(0), AtomicU32::new(0));
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    let _held = shared.lock().unwrap();
                    assert_eq!(inside.fetch_add(1, SeqCst), 0, "one at a time");
                    let _ = Explorer::new().orders(2).random(0).check(|| drop(shared.try_lock()));
                    inside.fetch_sub(1, SeqCst);
                });
            }
        });
    });
}

#[test]
fn a_failure_inside_of_a_running_order_leaves_the_outer_one_whole() {
    every_order(|| {
        let lock = Mutex::new(0);
        let failure = Explorer::new().check(|| {
            let (one, two) = (Mutex::new(()), Mutex::new(()));
            thread::scope(|scope| {
                scope.spawn(|| drop((one.lock().unwrap(), two.lock().unwrap())));
                scope.spawn(|| drop((two.lock().unwrap(), one.lock().unwrap())));
            });
        });
        assert!(failure.is_err_and(|failure| matches!(failure.kind, Kind::Deadlock { .. })));
        thread::scope(|scope| {
            scope.spawn(|| *lock.lock().unwrap() += 1);
        });
        assert_eq!(*lock.lock().unwrap(), 1);
    });
}

#[test]
fn threads_of_the_system_may_explore_at_once_what_lies_in_a_static() {
    static LOCK: Mutex<u32> = Mutex::new(0);
    static LAZY: LazyLock<AtomicU32> = LazyLock::new(|| AtomicU32::new(1));

    let explorations = [(); 4].map(|()| {
        real::thread::spawn(|| {
            let coverage = Explorer::new().orders(500).random(20).check(|| {
                let before = *LOCK.lock().unwrap();
                thread::scope(|scope| {
                    scope.spawn(|| *LOCK.lock().unwrap() += LAZY.load(SeqCst));
                    scope.spawn(|| *LOCK.lock().unwrap() += 1);
                });
                assert_eq!(*LOCK.lock().unwrap(), before + 2);
            });
            coverage.map(|coverage| coverage.complete).map_err(|failure| failure.kind)
        })
    });
    for exploration in explorations {
        assert!(exploration.join().expect("no exploration panics").is_ok());
    }
}

/// The stack of a thread of std is 2 MiB; the values would lie beyond its end.
#[test]
fn a_thread_gets_the_stack_it_asks_for() {
    every_order(|| {
        let large = thread::Builder::new().stack_size(16 << 20).spawn(|| {
            let large = std::hint::black_box([1_u8; 12 << 20]);
            large.iter().map(|&byte| u64::from(byte)).sum::<u64>()
        });
        assert_eq!(large.unwrap().join().unwrap(), 12 << 20);
    });
    every_order(|| {
        for endless in [usize::MAX, isize::MAX as usize, 1 << 60] {
            assert!(thread::Builder::new().stack_size(endless).spawn(|| {}).is_err());
        }
    });
}

/// The first thread has what Linux gives the thread of `main`.
#[test]
fn the_first_thread_has_the_stack_of_main() {
    every_order(|| {
        let large = std::hint::black_box([1_u8; 5 << 20]);
        assert_eq!(large[large.len() - 1], 1);
    });
}

#[test]
fn a_local_cannot_be_made_anew_by_its_own_destructor() {
    thread_local! {
        static KEPT: RefCell<AtItsEnd<fn()>> = RefCell::new(AtItsEnd(asks_again));
        static PLAIN: RefCell<u32> = const { RefCell::new(1) };
    }

    static ASKED: AtomicU32 = AtomicU32::new(0);

    fn asks_again() {
        assert!(KEPT.try_with(|_| {}).is_err());
        assert!(thread::current().name().is_none());
        // What has no destructor is never gone.
        ASKED.fetch_add(PLAIN.with_borrow(|plain| *plain), SeqCst);
    }

    every_order(|| {
        ASKED.store(0, SeqCst);
        let ends = thread::spawn(|| {
            PLAIN.set(5);
            KEPT.with_borrow(|_| {});
        });
        ends.join().unwrap();
        assert_eq!(ASKED.load(SeqCst), 5);
    });

    let failure = failure_of(|| {
        thread_local! {
            static INSISTS: RefCell<AtItsEnd<fn()>> = RefCell::new(AtItsEnd(insists));
        }
        fn insists() {
            INSISTS.with_borrow(|_| {});
        }
        thread::spawn(|| INSISTS.with_borrow(|_| {})).join().unwrap();
    });
    assert!(message(&failure.kind).contains("during or after destruction"), "{:?}", failure.kind);
}

/// A handle that a `static` keeps belongs to an order that is over.
#[test]
fn a_handle_of_an_earlier_order_is_told() {
    static KEPT: Mutex<Option<thread::JoinHandle<()>>> = Mutex::new(None);
    let failure = failure_of(|| {
        let before = KEPT.lock().unwrap().take();
        if let Some(before) = before {
            let _ = before.join();
        }
        *KEPT.lock().unwrap() = Some(thread::spawn(|| {}));
    });
    assert_eq!(failure.kind, Kind::Nondeterministic);
}

/// Stand-ins outlive their order, and are dropped where there is none.
#[test]
fn what_an_order_made_may_be_dropped_after_it() {
    let kept = real::cell::RefCell::new(Vec::new());
    every_order(|| {
        let (sender, receiver) = mpsc::channel::<u32>();
        kept.borrow_mut().push((sender, receiver, Mutex::new(0), thread::spawn(|| 1)));
    });
    let caught = panic::catch_unwind(AssertUnwindSafe(|| drop(kept)));
    assert!(caught.is_ok());
}
