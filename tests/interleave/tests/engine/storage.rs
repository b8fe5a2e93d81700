//! What lives in a thread, in a static, in a scope.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{LazyLock, Mutex, OnceLock};
use std::thread;

use interleave::Explorer;

use crate::every_order;

#[test]
fn every_thread_has_its_own_locals() {
    thread_local! {
        static COUNT: Cell<u32> = const { Cell::new(1) };
        static NAMES: RefCell<Vec<String>> = RefCell::new(vec!["처음".to_string()]);
    }
    every_order(|| {
        COUNT.set(COUNT.get() + 1);
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    assert_eq!(COUNT.get(), 1);
                    COUNT.set(COUNT.get() + 10);
                    NAMES.with_borrow_mut(|names| names.push("다음".to_string()));
                    assert_eq!(NAMES.with_borrow(Vec::len), 2);
                });
            }
        });
        assert_eq!(COUNT.get(), 2, "each order starts anew");
        assert_eq!(NAMES.with_borrow(Vec::len), 1);
    });
}

#[test]
fn a_local_is_dropped_with_its_thread() {
    struct Counts(&'static AtomicU32);

    impl Drop for Counts {
        fn drop(&mut self) {
            self.0.fetch_add(1, SeqCst);
        }
    }

    static DROPPED: AtomicU32 = AtomicU32::new(0);
    thread_local! {
        static KEPT: Counts = const { Counts(&DROPPED) };
    }
    every_order(|| {
        DROPPED.store(0, SeqCst);
        thread::spawn(|| KEPT.with(|_| {})).join().unwrap();
        assert_eq!(DROPPED.load(SeqCst), 1);
    });
}

/// The value in a static goes on from order to order; who holds its lock does not.
#[test]
fn a_static_lives_on_but_its_lock_is_free() {
    static TOTAL: Mutex<u32> = Mutex::new(0);
    let coverage = Explorer::new().check(|| {
        thread::scope(|scope| {
            scope.spawn(|| *TOTAL.lock().unwrap() += 1);
            scope.spawn(|| *TOTAL.lock().unwrap() += 1);
        });
    });
    let orders = u32::try_from(coverage.expect("nothing can fail").orders).unwrap();
    every_order(|| {
        let total = *TOTAL.lock().unwrap();
        assert!(total >= 2 * orders, "every order added two");
    });
}

/// A destructor of a thread's local may do what its thread may do.
#[test]
fn a_local_may_lock_when_it_goes() {
    static GONE: Mutex<u32> = Mutex::new(0);

    struct Counts;

    impl Drop for Counts {
        fn drop(&mut self) {
            *GONE.lock().unwrap() += 1;
        }
    }

    thread_local! {
        static KEPT: Counts = const { Counts };
    }
    every_order(|| {
        *GONE.lock().unwrap() = 0;
        let workers = [(); 2].map(|()| thread::spawn(|| KEPT.with(|_| {})));
        for worker in workers {
            worker.join().unwrap();
        }
        let gone = *GONE.lock().unwrap();
        assert_eq!(gone, 2);
    });
}

#[test]
fn scoped_threads_borrow() {
    every_order(|| {
        let words = ["하나".to_string(), "둘".to_string()];
        let mut lengths = [0, 0];
        let sum = thread::scope(|scope| {
            for (word, length) in words.iter().zip(&mut lengths) {
                scope.spawn(move || *length = word.chars().count());
            }
            let joined = scope.spawn(|| words.len()).join().unwrap();
            joined + words[0].chars().count()
        });
        assert_eq!((sum, lengths), (4, [2, 1]));
    });
}

#[test]
fn a_scope_may_grow_while_it_ends() {
    every_order(|| {
        let count = AtomicU32::new(0);
        thread::scope(|scope| {
            scope.spawn(|| {
                scope.spawn(|| count.fetch_add(1, SeqCst));
                count.fetch_add(1, SeqCst);
            });
        });
        assert_eq!(count.into_inner(), 2);
    });
}

#[test]
fn what_is_made_once_is_made_once_in_every_order() {
    every_order(|| {
        let (times, value) = (AtomicU32::new(0), OnceLock::new());
        let lazy = LazyLock::new(|| times.fetch_add(10, SeqCst));
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| value.get_or_init(|| times.fetch_add(1, SeqCst)));
            }
            let _ = *lazy;
        });
        assert_eq!(times.load(SeqCst), 11);
    });
}

/// All threads of an order run on one thread of the process, but what may not be sent is still not sent: this is only
/// about what a thread keeps to itself.
#[test]
fn a_thread_keeps_what_cannot_be_sent() {
    every_order(|| {
        let workers = [1, 2].map(|number| {
            thread::spawn(move || {
                let mine = Rc::new(Cell::new(number));
                let also_mine = Rc::clone(&mine);
                thread::yield_now();
                also_mine.set(mine.get() * 2);
                mine.get()
            })
        });
        assert_eq!(workers.map(|worker| worker.join().unwrap()), [2, 4]);
    });
}

#[test]
fn a_thread_knows_its_name_and_its_place() {
    every_order(|| {
        assert_eq!(thread::current().name(), Some("main"));
        let worker = thread::Builder::new().name("일꾼".to_string()).spawn(|| {
            assert_eq!(thread::current().name(), Some("일꾼"));
            thread::current().id()
        });
        let worker = worker.unwrap();
        let id = worker.thread().id();
        assert_eq!(worker.join().unwrap(), id);
        assert_ne!(thread::current().id(), id);
    });
}
