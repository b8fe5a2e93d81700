use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::atomic::{self, AtomicBool, AtomicI32, AtomicPtr, AtomicU8, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use super::{SHORT, say};

const ALL: Ordering = Ordering::SeqCst;

pub fn atomics() -> Vec<String> {
    let mut said = Vec::new();
    let mut number = AtomicU8::new(250);
    say!(said, number.load(ALL), number.swap(251, ALL), number.fetch_add(10, ALL), number.fetch_sub(6, ALL));
    say!(said, number.fetch_and(0xF0, ALL), number.fetch_nand(1, ALL), number.fetch_or(3, ALL));
    say!(said, number.fetch_xor(9, ALL), number.fetch_max(8, ALL), number.fetch_min(7, ALL));
    say!(said, number.compare_exchange(7, 1, ALL, ALL), number.compare_exchange(7, 2, ALL, ALL));
    say!(
        said,
        number.fetch_update(ALL, ALL, |value| Some(value + 1)),
        number.fetch_update(ALL, ALL, |_| None)
    );
    say!(
        said,
        number.update(ALL, ALL, |value| value * 3),
        number.try_update(ALL, ALL, |value| value.checked_add(1))
    );
    number.store(40, ALL);
    *number.get_mut() += 1;
    say!(said, number, number.into_inner(), AtomicI32::default().load(ALL), AtomicI32::from(-3).load(ALL));
    while number_set(&AtomicUsize::new(3)).is_err() {}
    let flag = AtomicBool::new(true);
    say!(said, flag.fetch_and(false, ALL), flag.fetch_or(true, ALL), flag.fetch_xor(true, ALL));
    say!(said, flag.fetch_nand(true, ALL), flag.fetch_not(ALL), flag.swap(true, ALL), flag.load(ALL));
    let (mut one, mut two) = (1, 2);
    let pointer = AtomicPtr::new(&raw mut one);
    say!(said, pointer.swap(&raw mut two, ALL) == &raw mut one, pointer.load(ALL) == &raw mut two);
    atomic::fence(ALL);
    said
}

fn number_set(number: &AtomicUsize) -> Result<usize, usize> {
    number.compare_exchange_weak(3, 4, ALL, Ordering::Relaxed)
}

pub fn shared() -> Vec<String> {
    let mut said = Vec::new();
    let (count, ready) = (AtomicUsize::new(0), AtomicBool::new(false));
    thread::scope(|scope| {
        scope.spawn(|| {
            count.fetch_add(5, Ordering::Relaxed);
            ready.store(true, Ordering::Release);
        });
        while !ready.load(Ordering::Acquire) {
            thread::sleep(SHORT);
        }
        say!(said, count.load(Ordering::Relaxed));
    });
    said
}

pub fn time() -> Vec<String> {
    let mut said = Vec::new();
    let start = Instant::now();
    let mut later = start + SHORT;
    later += SHORT;
    say!(said, later - start, later.duration_since(start), start.saturating_duration_since(later));
    say!(
        said,
        start.checked_duration_since(later),
        later > start,
        later.checked_sub(SHORT) == Some(start + SHORT)
    );
    later -= SHORT;
    say!(said, (later - SHORT) == start, start.checked_add(Duration::ZERO) == Some(start));
    thread::sleep(SHORT);
    say!(said, start.elapsed() >= SHORT, Instant::now() >= later);
    say!(said, start.checked_add(Duration::MAX), start.checked_sub(Duration::from_nanos(1)).is_some());
    let clock = SystemTime::now();
    say!(said, clock.elapsed().is_ok(), (clock + SHORT).duration_since(clock).unwrap());
    say!(said, clock.duration_since(SystemTime::UNIX_EPOCH).is_ok(), (clock - SHORT) < clock);
    let mut later = clock;
    later += SHORT * 2;
    later -= SHORT;
    say!(
        said,
        later == clock + SHORT,
        clock.checked_add(Duration::MAX),
        later.checked_sub(SHORT) == Some(clock)
    );
    say!(said, SystemTime::UNIX_EPOCH, SystemTime::UNIX_EPOCH + Duration::from_nanos(7));
    said
}

pub fn sets() -> Vec<String> {
    let mut said = Vec::new();
    let (mut one, other) = (HashSet::from([1, 2, 3]), HashSet::from([3, 4]));
    let sorted = |set: HashSet<i32>| set.into_iter().collect::<BTreeSet<_>>();
    say!(said, sorted(&one | &other), sorted(&one & &other), sorted(&one ^ &other), sorted(&one - &other));
    one.extend(&[7, 1]);
    say!(said, one.is_disjoint(&other), sorted(one));
    let mut map: HashMap<i32, i32> = HashMap::new();
    map.extend(&HashMap::from([(1, 2)]));
    say!(said, map);
    said
}
