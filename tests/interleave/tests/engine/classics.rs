//! The classic programs at full size: the wrong form is found, and of the right form every kind of order is run.

use std::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, RwLock};
use std::thread;

use interleave::{Explorer, Failure, Kind};

fn proved(f: impl Fn()) -> u64 {
    let coverage = Explorer::new().orders(400_000).beside(50).check(f);
    coverage.expect("the right form is right").kinds.expect("every kind of order is run")
}

fn found(f: impl Fn()) -> Failure {
    Explorer::new().check(f).expect_err("the wrong form is wrong")
}

/// Each philosopher takes two forks and eats once. The last one may take them the other way round.
fn philosophers(count: usize, the_last_turns: bool) {
    let forks: Vec<Mutex<()>> = (0..count).map(|_| Mutex::new(())).collect();
    thread::scope(|scope| {
        for seat in 0..count {
            let forks = &forks;
            scope.spawn(move || {
                let (mut first, mut second) = (seat, (seat + 1) % count);
                if the_last_turns && second == 0 {
                    (first, second) = (second, first);
                }
                let _first = forks[first].lock().unwrap();
                let _second = forks[second].lock().unwrap();
            });
        }
    });
}

#[test]
fn philosophers_starve_unless_one_turns() {
    for count in [3, 5, 7] {
        let failure = found(|| philosophers(count, false));
        let Kind::Deadlock { cycle, .. } = failure.kind else { panic!("{:?}", failure.kind) };
        assert_eq!(cycle.len(), count);
    }
    // Each pair of neighbours takes its fork in turn, all but all of them round the table: 2^n - 2 ways.
    assert_eq!([3, 5, 7].map(|count| proved(|| philosophers(count, true))), [6, 30, 126]);
}

/// Peterson's lock for two, "Myths About the Mutual Exclusion Problem" (1981): raise the flag, then give way.
fn peterson(gives_way: bool) {
    let flags = [AtomicBool::new(false), AtomicBool::new(false)];
    let (turn, inside) = (AtomicUsize::new(0), AtomicU32::new(0));
    thread::scope(|scope| {
        for me in 0..2 {
            let (flags, turn, inside) = (&flags, &turn, &inside);
            scope.spawn(move || {
                if gives_way {
                    flags[me].store(true, SeqCst);
                    turn.store(1 - me, SeqCst);
                } else {
                    turn.store(1 - me, SeqCst);
                    flags[me].store(true, SeqCst);
                }
                // One look: who would have to wait goes away, so that the order ends.
                if flags[1 - me].load(SeqCst) && turn.load(SeqCst) != me {
                    return;
                }
                assert_eq!(inside.fetch_add(1, SeqCst), 0, "two are inside");
                inside.fetch_sub(1, SeqCst);
                flags[me].store(false, SeqCst);
            });
        }
    });
}

#[test]
fn petersons_lock_lets_one_in() {
    found(|| peterson(false));
    proved(|| peterson(true));
}

/// Dekker's first half: both raise a flag and look at the other's.
fn dekker(raises_first: bool) {
    let flags = [AtomicBool::new(false), AtomicBool::new(false)];
    let inside = AtomicU32::new(0);
    thread::scope(|scope| {
        for me in 0..2 {
            let (flags, inside) = (&flags, &inside);
            scope.spawn(move || {
                if raises_first {
                    flags[me].store(true, SeqCst);
                }
                if !flags[1 - me].load(SeqCst) {
                    flags[me].store(true, SeqCst);
                    assert_eq!(inside.fetch_add(1, SeqCst), 0, "two are inside");
                    inside.fetch_sub(1, SeqCst);
                }
                flags[me].store(false, SeqCst);
            });
        }
    });
}

#[test]
fn dekkers_flags_go_up_before_the_look() {
    found(|| dekker(false));
    proved(|| dekker(true));
}

/// A barrier of a mutex and a condition variable, which `count` threads pass once.
fn barrier(count: usize, wakes_all: bool) {
    let meeting = (Mutex::new(0), Condvar::new());
    thread::scope(|scope| {
        for _ in 0..count {
            scope.spawn(|| {
                let mut arrived = meeting.0.lock().unwrap();
                *arrived += 1;
                if *arrived < count {
                    while *arrived < count {
                        arrived = meeting.1.wait(arrived).unwrap();
                    }
                } else if wakes_all {
                    meeting.1.notify_all();
                } else {
                    meeting.1.notify_one();
                }
            });
        }
    });
}

#[test]
fn a_barrier_opens_for_all() {
    found(|| barrier(4, false));
    proved(|| barrier(3, true));
    proved(|| barrier(4, true));
}

/// Two producers and two consumers with one seat, and one condition variable or two.
fn bounded_buffer(conditions: usize) {
    let buffer = (Mutex::new(0), [Condvar::new(), Condvar::new()]);
    let [full, empty] = [0, conditions - 1];
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let mut items = buffer.0.lock().unwrap();
                while *items == 1 {
                    items = buffer.1[full].wait(items).unwrap();
                }
                *items += 1;
                buffer.1[empty].notify_one();
            });
            scope.spawn(|| {
                let mut items = buffer.0.lock().unwrap();
                while *items == 0 {
                    items = buffer.1[empty].wait(items).unwrap();
                }
                *items -= 1;
                buffer.1[full].notify_one();
            });
        }
    });
}

#[test]
fn a_buffer_needs_two_conditions() {
    found(|| bounded_buffer(1));
    proved(|| bounded_buffer(2));
}

/// Readers see what a writer has finished.
fn readers_and_writers(writes_at_once: bool) {
    let account = RwLock::new((0, 0));
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                if writes_at_once {
                    let mut account = account.write().unwrap();
                    account.0 += 1;
                    account.1 -= 1;
                } else {
                    account.write().unwrap().0 += 1;
                    account.write().unwrap().1 -= 1;
                }
            });
            scope.spawn(|| {
                let account = account.read().unwrap();
                assert_eq!(account.0 + account.1, 0, "a reader sees half of it");
            });
        }
    });
}

#[test]
fn readers_see_all_or_nothing() {
    found(|| readers_and_writers(false));
    proved(|| readers_and_writers(true));
}

/// A barber sleeps until a customer comes; who finds no chair goes away.
fn barber(customers: u32, wakes_in_the_lock: bool) {
    let shop = Arc::new((Mutex::new((0, 0)), Condvar::new()));
    thread::scope(|scope| {
        let barber = Arc::clone(&shop);
        scope.spawn(move || {
            for _ in 0..customers {
                let mut chairs = barber.0.lock().unwrap();
                while chairs.0 == 0 && chairs.1 < customers {
                    if !wakes_in_the_lock {
                        drop(chairs);
                        chairs = barber.0.lock().unwrap();
                        chairs = barber.1.wait(chairs).unwrap();
                    } else {
                        chairs = barber.1.wait(chairs).unwrap();
                    }
                }
                if chairs.0 > 0 {
                    chairs.0 -= 1;
                }
            }
        });
        for _ in 0..customers {
            scope.spawn(|| {
                let mut chairs = shop.0.lock().unwrap();
                chairs.1 += 1;
                if chairs.0 < 2 {
                    chairs.0 += 1;
                }
                shop.1.notify_one();
            });
        }
    });
}

#[test]
fn a_barber_looks_before_he_sleeps() {
    found(|| barber(3, false));
    proved(|| barber(3, true));
}

/// A semaphore of a mutex and a condition variable.
#[derive(Default)]
struct Semaphore {
    permits: Mutex<u32>,
    more: Condvar,
}

impl Semaphore {
    fn wait(&self) {
        let permits = self.permits.lock().unwrap();
        let mut permits: MutexGuard<u32> = self.more.wait_while(permits, |permits| *permits == 0).unwrap();
        *permits -= 1;
    }

    fn signal(&self) {
        *self.permits.lock().unwrap() += 1;
        self.more.notify_one();
    }
}

/// Patil's cigarette smokers, "Limitations and capabilities of Dijkstra's semaphore primitives" (1971): an agent lays down two
/// of three things, and who has the third smokes. A helper that looks at both at once says who that is; without it each smoker
/// takes one thing and waits for the other.
fn smokers(a_helper_looks: bool) {
    let things: [Semaphore; 3] = std::array::from_fn(|_| Semaphore::default());
    let may_smoke: [Semaphore; 2] = std::array::from_fn(|_| Semaphore::default());
    let smoked = Semaphore::default();
    // Two rounds; nobody lacks the first and the third thing.
    let rounds = [[0, 1], [1, 2]];
    thread::scope(|scope| {
        let (things, may_smoke, smoked) = (&things, &may_smoke, &smoked);
        for (me, lacks) in rounds.iter().enumerate() {
            scope.spawn(move || {
                if a_helper_looks {
                    may_smoke[me].wait();
                } else {
                    lacks.iter().for_each(|&thing| things[thing].wait());
                }
                smoked.signal();
            });
        }
        for (round, laid_down) in rounds.iter().enumerate() {
            laid_down.iter().for_each(|&thing| things[thing].signal());
            if a_helper_looks {
                laid_down.iter().for_each(|&thing| things[thing].wait());
                may_smoke[round].signal();
            }
            smoked.wait();
        }
    });
}

#[test]
fn a_smoker_takes_both_things_or_none() {
    let Kind::Deadlock { .. } = found(|| smokers(false)).kind else { panic!("each holds one thing") };
    proved(|| smokers(true));
}

/// A ticket lock (Mellor-Crummey and Scott, 1991) for `threads` threads, each of which takes it once. Who is not next waits on a
/// condition variable instead of spinning, so that each order ends.
fn ticket_lock(threads: usize, draws_at_once: bool) {
    let (next, turn) = (AtomicUsize::new(0), (Mutex::new(0), Condvar::new()));
    let inside = AtomicU32::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let ticket = if draws_at_once {
                    next.fetch_add(1, SeqCst)
                } else {
                    let ticket = next.load(SeqCst);
                    next.store(ticket + 1, SeqCst);
                    ticket
                };
                drop(turn.1.wait_while(turn.0.lock().unwrap(), |turn| *turn != ticket).unwrap());
                assert_eq!(inside.fetch_add(1, SeqCst), 0, "two are inside");
                inside.fetch_sub(1, SeqCst);
                *turn.0.lock().unwrap() += 1;
                turn.1.notify_all();
            });
        }
    });
}

#[test]
fn a_ticket_is_drawn_once() {
    found(|| ticket_lock(2, false));
    proved(|| ticket_lock(2, true));
    proved(|| ticket_lock(3, true));
}

/// Courtois, Heymans and Parnas, "Concurrent control with readers and writers" (1971): the first reader in takes the room, the
/// last one out gives it back, and the count of readers is guarded while the first one waits.
fn readers_room(guards_the_count: bool) {
    let (readers, counted) = (Mutex::new(0), AtomicUsize::new(0));
    let room = Semaphore { permits: Mutex::new(1), ..Semaphore::default() };
    let value = [AtomicU32::new(0), AtomicU32::new(0)];
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                if guards_the_count {
                    let mut readers = readers.lock().unwrap();
                    *readers += 1;
                    if *readers == 1 {
                        room.wait();
                    }
                } else if counted.fetch_add(1, SeqCst) == 0 {
                    room.wait();
                }
                assert_eq!(value[0].load(SeqCst), value[1].load(SeqCst), "a reader sees half of it");
                if guards_the_count {
                    let mut readers = readers.lock().unwrap();
                    *readers -= 1;
                    if *readers == 0 {
                        room.signal();
                    }
                } else if counted.fetch_sub(1, SeqCst) == 1 {
                    room.signal();
                }
            });
        }
        scope.spawn(|| {
            room.wait();
            value.iter().for_each(|half| _ = half.fetch_add(1, SeqCst));
            room.signal();
        });
    });
}

#[test]
fn the_second_reader_waits_for_the_first() {
    found(|| readers_room(false));
    proved(|| readers_room(true));
}
