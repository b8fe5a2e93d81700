//! Orders that pass leave nothing behind.

#[macro_use]
extern crate model_std as std;
extern crate std as real;

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::mpsc;
use std::sync::{Condvar, Mutex};
use std::thread;

use interleave::Explorer;
use real::sync::atomic::{AtomicIsize, Ordering::Relaxed};

static LIVE: AtomicIsize = AtomicIsize::new(0);

struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

// SAFETY: `System` does the work; the counting allocates nothing.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        LIVE.fetch_add(layout.size() as isize, Relaxed);
        // SAFETY: passed on as it came.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        LIVE.fetch_sub(layout.size() as isize, Relaxed);
        // SAFETY: passed on as it came.
        unsafe { System.dealloc(pointer, layout) }
    }
}

/// Threads, locks, waits, channels, output, names, time-outs and a panic.
fn a_bit_of_everything() {
    thread_local! {
        static NAME: std::cell::RefCell<String> = std::cell::RefCell::new("이름".repeat(100));
    }
    let (ready, changed) = (Mutex::new(false), Condvar::new());
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        scope.spawn(|| {
            for _ in 0..6 {
                *ready.lock().unwrap() = true;
            }
            changed.notify_all();
            let _ = sender.send("보낸 말".to_string());
        });
        scope.spawn(|| {
            drop(changed.wait_while(ready.lock().unwrap(), |ready| !*ready).unwrap());
            for _ in 0..6 {
                println!("{}", NAME.with_borrow(String::len));
            }
        });
        thread::sleep(std::time::Duration::from_secs(1));
        let _ = receiver.recv();
        let bad = thread::Builder::new().name("나쁜 일".to_string()).spawn(|| panic!("일부러 실패합니다"));
        let _ = bad.unwrap().join();
    });
}

/// The bytes in use after that many orders.
fn live_after(orders: u64) -> isize {
    let explorer = Explorer::new().preemptions(99).orders(orders).random(0).unreduced();
    let coverage = explorer.check(a_bit_of_everything).expect("nothing can fail");
    assert!(!coverage.complete, "there are more orders than that, so all were run");
    LIVE.load(Relaxed)
}

/// The bytes in use after one order of each kind, `times` over.
fn live_after_all_kinds(times: usize) -> isize {
    for _ in 0..times {
        assert!(Explorer::new().explore(a_bit_of_everything).kinds.is_some(), "there are few kinds");
    }
    LIVE.load(Relaxed)
}

/// A hundred thousand orders, then some thousand of the reduced search: one byte kept by each would show. One test, for all of
/// a process share what is counted.
#[test]
fn memory_does_not_grow_with_the_orders() {
    live_after(1_000);
    let before = live_after(1_000);
    let after = live_after(100_000);
    assert!(after - before < 10_000, "{} bytes were kept", after - before);
    live_after_all_kinds(1);
    let before = live_after_all_kinds(1);
    let after = live_after_all_kinds(20);
    assert!(after - before < 10_000, "{} bytes were kept by the reduced search", after - before);
}
