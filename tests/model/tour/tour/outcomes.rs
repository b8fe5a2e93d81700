//! Small programs that may come out in several ways.

use std::sync::mpsc;
use std::thread;

use crossbeam::atomic::AtomicCell;
use crossbeam::channel::{bounded, select, unbounded};
use crossbeam::queue::{ArrayQueue, SegQueue};
use crossbeam::sync::WaitGroup;
use parking_lot::{Condvar, Mutex, RwLock};

use super::Program;

pub const PROGRAMS: &[Program] = &[
    ("an item may come before or after a look", || {
        let (sender, receiver) = unbounded();
        let helper = thread::spawn(move || sender.send(1).is_ok());
        let seen = (receiver.try_recv(), receiver.len(), receiver.try_recv());
        format!("{seen:?} {}", helper.join().unwrap())
    }),
    ("an end may come before or after a look", || {
        let (sender, receiver) = mpsc::channel::<u8>();
        let helper = thread::spawn(move || drop(sender));
        let seen = (receiver.try_recv(), receiver.try_recv());
        helper.join().unwrap();
        format!("{seen:?}")
    }),
    ("one of two senders finds room", || {
        let (sender, receiver) = bounded(1);
        let seen = thread::scope(|scope| {
            let one = scope.spawn(|| sender.try_send(1).is_ok());
            let two = scope.spawn(|| sender.try_send(2).is_ok());
            (receiver.try_recv().is_ok(), one.join().unwrap(), two.join().unwrap())
        });
        format!("{seen:?} {:?}", receiver.try_recv())
    }),
    ("a hand is held out or not", || {
        let (sender, receiver) = bounded(0);
        thread::scope(|scope| {
            let helper = scope.spawn(move || receiver.recv());
            let sent = sender.try_send(1).is_ok();
            drop(sender);
            format!("{sent} {:?}", helper.join().unwrap())
        })
    }),
    ("two receivers share two items", || {
        let (sender, receiver) = bounded(1);
        thread::scope(|scope| {
            let one = scope.spawn(|| (receiver.recv(), receiver.try_recv()));
            let two = scope.spawn(|| receiver.try_recv());
            sender.send(1).unwrap();
            let sent = sender.try_send(2).is_ok();
            drop(sender);
            format!("{sent} {:?} {:?}", one.join().unwrap(), two.join().unwrap())
        })
    }),
    ("a select takes either", || {
        let ((numbers, one), (words, two)) = (unbounded(), bounded(0));
        thread::scope(|scope| {
            scope.spawn(move || numbers.send(1).is_ok());
            let helper = scope.spawn(move || words.try_send("a").is_ok());
            let first = select! {
                recv(one) -> item => format!("{item:?}"),
                recv(two) -> word => format!("{word:?}"),
                default => "nothing".to_string(),
            };
            format!("{first} {}", helper.join().unwrap())
        })
    }),
    ("a lock is taken or busy", || {
        let lock = Mutex::new(0);
        let seen = thread::scope(|scope| {
            let one = scope.spawn(|| lock.try_lock().map(|mut guard| *guard += 1).is_some());
            let two = lock.try_lock().map(|mut guard| *guard += 1).is_some();
            (one.join().unwrap(), two)
        });
        format!("{seen:?} {}", lock.into_inner())
    }),
    ("readers may meet and a writer may not", || {
        let lock = RwLock::new(0);
        let seen = thread::scope(|scope| {
            let write = scope.spawn(|| lock.try_write().map(|mut guard| *guard += 1).is_some());
            let read = scope.spawn(|| lock.try_read().map(|guard| (*guard, lock.try_read().is_some())));
            (write.join().unwrap(), read.join().unwrap())
        });
        format!("{seen:?}")
    }),
    ("a notification finds somebody or nobody", || {
        let (lock, changed) = (Mutex::new(false), Condvar::new());
        thread::scope(|scope| {
            let helper = scope.spawn(|| {
                let mut guard = lock.lock();
                let before = *guard;
                changed.wait_while(&mut guard, |ready| !*ready);
                before
            });
            *lock.lock() = true;
            let woken = changed.notify_one();
            format!("{woken} {}", helper.join().unwrap())
        })
    }),
    ("two steps may lose an update", || {
        let cell = AtomicCell::new(0);
        let seen = thread::scope(|scope| {
            let add = || {
                let before = cell.load();
                cell.store(before + 1);
                before
            };
            [scope.spawn(add), scope.spawn(add)].map(|thread| thread.join().unwrap())
        });
        format!("{seen:?} {}", cell.load())
    }),
    ("queues keep the order of each thread", || {
        let (small, large) = (ArrayQueue::new(2), SegQueue::new());
        let seen = thread::scope(|scope| {
            let helper = scope.spawn(|| {
                large.push(1);
                (small.push(1).is_ok(), small.push(2).is_ok(), small.pop())
            });
            let popped = (large.pop(), small.force_push(3));
            (popped, helper.join().unwrap())
        });
        format!("{seen:?} {:?} {:?}", small.pop(), small.pop())
    }),
    ("a group ends when its last member leaves", || {
        let (group, count) = (WaitGroup::new(), AtomicCell::new(0_u8));
        thread::scope(|scope| {
            let (member, count) = (group.clone(), &count);
            scope.spawn(move || {
                count.fetch_add(1);
                drop(member);
                count.fetch_add(1);
            });
            group.wait();
            format!("{}", count.load())
        })
    }),
];
