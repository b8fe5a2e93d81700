use std::thread;
use std::time::Instant;

use crossbeam::atomic::{AtomicCell, AtomicConsume};
use crossbeam::deque::{Injector, Steal, Worker};
use crossbeam::queue::{ArrayQueue, SegQueue};
use crossbeam::sync::{Parker, ShardedLock, WaitGroup};
use crossbeam::utils::{Backoff, CachePadded};

use super::{LONG, SHORT, say};

pub fn cell() -> Vec<String> {
    let mut said = Vec::new();
    let number = AtomicCell::new(250_u8);
    say!(
        said,
        number.load(),
        number.swap(251),
        number.fetch_add(10),
        number.fetch_sub(6),
        number.fetch_and(0xF0)
    );
    say!(said, number.fetch_nand(1), number.fetch_or(3), number.fetch_xor(9), number.fetch_max(8));
    say!(said, number.fetch_min(7), number.compare_exchange(7, 1), number.compare_exchange(7, 2));
    say!(
        said,
        number.fetch_update(|value| Some(value + 1)),
        number.fetch_update(|_| None),
        number.take(),
        number
    );
    number.store(9);
    say!(said, number.into_inner(), AtomicCell::<u8>::is_lock_free(), AtomicCell::<i32>::default().load());
    #[expect(deprecated, reason = "old code still calls it")]
    let before = AtomicCell::new(1).compare_and_swap(1, 2);
    say!(said, before);
    let flag = AtomicCell::from(true);
    say!(
        said,
        flag.fetch_and(false),
        flag.fetch_or(true),
        flag.fetch_xor(true),
        flag.fetch_nand(true),
        flag.load()
    );
    let text = AtomicCell::new("a".to_string());
    text.store("b".to_string());
    say!(said, text.swap("c".to_string()), text.take(), text.into_inner());
    let shared = AtomicCell::new(0_u8);
    thread::scope(|scope| {
        scope.spawn(|| shared.fetch_add(1));
        scope.spawn(|| shared.fetch_add(2));
    });
    say!(said, shared.load(), std::sync::atomic::AtomicU32::new(3).load_consume());
    said
}

pub fn deques() -> Vec<String> {
    let mut said = Vec::new();
    for worker in [Worker::new_fifo(), Worker::new_lifo()] {
        let stealer = worker.stealer();
        say!(said, worker.pop(), stealer.steal(), worker.is_empty(), stealer.clone().is_empty());
        (0..9).for_each(|task| worker.push(task));
        say!(said, worker.len(), stealer.len(), worker.pop(), stealer.steal(), worker.pop());
        let other = Worker::new_lifo();
        say!(said, stealer.steal_batch_with_limit(&other, 2), other.pop(), other.pop(), other.pop());
        say!(said, stealer.steal_batch_and_pop(&other), other.len(), stealer.steal_batch(&worker));
        say!(said, other.stealer().steal_batch(&worker), worker.len(), worker, stealer);
    }
    let tasks = Injector::new();
    let (first, second) = (Worker::new_fifo(), Worker::new_lifo());
    (0..80).for_each(|task| tasks.push(task));
    say!(said, tasks.len(), tasks.is_empty(), tasks.steal(), tasks.steal_batch_with_limit(&first, 3));
    say!(said, tasks.steal_batch_with_limit_and_pop(&second, 4), first.pop(), second.pop(), second.len());
    say!(
        said,
        Injector::<u8>::default().steal(),
        Injector::<u8>::new().steal_batch_and_pop(&Worker::new_fifo())
    );
    thread::scope(|scope| {
        scope.spawn(|| tasks.push(100));
        scope.spawn(|| tasks.push(200));
    });
    let steal =
        || std::iter::repeat_with(|| tasks.steal()).find(|task| !task.is_retry()).and_then(Steal::success);
    say!(said, std::iter::from_fn(steal).filter(|task| *task >= 100).sum::<u32>());
    said
}

pub fn queues() -> Vec<String> {
    let mut said = Vec::new();
    let mut queue = ArrayQueue::new(2);
    say!(
        said,
        queue.pop(),
        queue.push(1),
        queue.push(2),
        queue.push(3),
        queue.force_push(4),
        queue.is_full()
    );
    say!(said, queue.len(), queue.is_empty(), queue.capacity(), queue.pop(), queue, queue.push_mut(5));
    say!(said, queue.push_mut(6), queue.pop_mut(), queue.into_iter().collect::<Vec<_>>());
    let mut queue = SegQueue::new();
    queue.push(1);
    queue.push(2);
    queue.push_mut(3);
    say!(said, queue.len(), queue.is_empty(), queue.pop(), queue.pop_mut(), queue);
    say!(said, queue.into_iter().collect::<Vec<_>>(), SegQueue::<u8>::default().pop());
    let (small, large) = (ArrayQueue::new(4), SegQueue::new());
    thread::scope(|scope| {
        let push = |item| {
            small.push(item).unwrap();
            large.push(item);
        };
        scope.spawn(move || push(1));
        scope.spawn(move || push(2));
    });
    let mut all: Vec<_> = small.into_iter().chain(large).collect();
    all.sort_unstable();
    say!(said, all);
    said
}

pub fn scope() -> Vec<String> {
    let mut said = Vec::new();
    let mut numbers = [1, 2, 3];
    let (head, tail) = numbers.split_at_mut(1);
    let sum = crossbeam::scope(|scope| {
        let one = scope.spawn(|scope| {
            head[0] = 10;
            scope.spawn(|_| 5).join().unwrap()
        });
        let builder = scope.builder().name("named".to_string()).stack_size(64 * 1024);
        let two = builder.spawn(|_| {
            tail.iter_mut().for_each(|number| *number += 1);
            thread::current().name().map(str::to_string)
        });
        let two = two.unwrap();
        say!(said, two.thread().name(), two, scope, two.join().unwrap());
        one.join().unwrap()
    });
    say!(said, sum.unwrap(), numbers);
    let died = crossbeam::thread::scope(|scope| {
        scope.spawn(|_| std::panic::resume_unwind(Box::new("unseen")));
        let seen = scope.spawn(|_| std::panic::resume_unwind(Box::new(7)));
        say!(said, seen.join().map(|(): ()| ()).unwrap_err().downcast_ref::<i32>());
    });
    let panics = died.unwrap_err().downcast::<Vec<Box<dyn std::any::Any + Send>>>().unwrap();
    say!(said, panics.len(), panics[0].downcast_ref::<&str>());
    let died = std::panic::catch_unwind(|| {
        crossbeam::scope(|_| std::panic::resume_unwind(Box::new(1))).map(|(): ()| ())
    });
    say!(said, died.is_err());
    said
}

pub fn sync() -> Vec<String> {
    let mut said = Vec::new();
    let parker = Parker::new();
    let unparker = parker.unparker().clone();
    unparker.unpark();
    parker.park();
    parker.park_timeout(SHORT);
    parker.park_deadline(Instant::now() + SHORT);
    say!(said, parker, unparker, Parker::default());
    thread::scope(|scope| {
        scope.spawn(move || unparker.unpark());
        parker.park();
    });
    let unparker = parker.unparker().clone();
    thread::scope(|scope| {
        scope.spawn(move || unparker.unpark());
        parker.park_timeout(LONG);
    });
    let (group, done) = (WaitGroup::new(), AtomicCell::new(0_u8));
    thread::scope(|scope| {
        for _ in 0..2 {
            let group = group.clone();
            let done = &done;
            scope.spawn(move || {
                done.fetch_add(1);
                drop(group);
            });
        }
        say!(said, group, done.load() <= 2);
        group.wait();
        say!(said, done.load());
    });
    WaitGroup::default().wait();
    said.retain(|line| !line.starts_with("group"));
    let mut lock = ShardedLock::new(1);
    *lock.write().unwrap() += 1;
    let guard = lock.read().unwrap();
    say!(said, *guard, lock.try_read().is_ok(), lock.try_write().is_err(), lock.is_poisoned());
    drop(guard);
    *lock.get_mut().unwrap() += 1;
    say!(said, lock.write().unwrap().to_string(), lock.read().unwrap().to_string());
    say!(
        said,
        lock.into_inner(),
        ShardedLock::<u8>::default().into_inner(),
        ShardedLock::from(2).into_inner()
    );
    said
}

pub fn utils() -> Vec<String> {
    let mut said = Vec::new();
    let backoff = Backoff::new();
    (0..9).for_each(|_| backoff.spin());
    say!(said, backoff.is_completed(), backoff);
    (0..5).for_each(|_| backoff.snooze());
    say!(said, backoff.is_completed());
    backoff.reset();
    say!(said, backoff.is_completed(), Backoff::default().is_completed());
    let padded = CachePadded::new(AtomicCell::new(1));
    padded.store(3);
    say!(said, padded.load(), CachePadded::from(2).into_inner());
    said
}
