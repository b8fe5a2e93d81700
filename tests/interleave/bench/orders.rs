//! Orders a second, ours beside shuttle's, on the same programs.
//!
//! `cargo bench -p interleave-bench` compares; with `--profile dev` it shows what a learner's `cargo test` has: an
//! optimised engine under a program that is not; shuttle is not optimised there at all, so only our own rows count.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::{Duration, Instant};

use interleave::Explorer;
use shuttle::scheduler::{DfsScheduler, RandomScheduler, Scheduler};

/// The same programs on the threads and locks of each library.
macro_rules! programs {
    ($library:ident from $root:ident) => {
        mod $library {
            use $root::sync::{Arc, Condvar, Mutex};
            use $root::thread;

            /// Two threads add one each.
            pub fn counter() {
                let total = Arc::new(Mutex::new(0));
                let adders = [(); 2].map(|()| {
                    let total = Arc::clone(&total);
                    thread::spawn(move || *total.lock().unwrap() += 1)
                });
                for adder in adders {
                    adder.join().unwrap();
                }
                assert_eq!(*total.lock().unwrap(), 2);
            }

            /// Three threads add twice each.
            pub fn sections() {
                let total = Arc::new(Mutex::new(0));
                let adders = [(); 3].map(|()| {
                    let total = Arc::clone(&total);
                    thread::spawn(move || {
                        for _ in 0..2 {
                            *total.lock().unwrap() += 1;
                        }
                    })
                });
                for adder in adders {
                    adder.join().unwrap();
                }
                assert_eq!(*total.lock().unwrap(), 6);
            }

            /// Two threads wait on a condition variable for what a third one gives.
            pub fn handover() {
                let slot = Arc::new((Mutex::new(0), Condvar::new()));
                let takers = [(); 2].map(|()| {
                    let slot = Arc::clone(&slot);
                    thread::spawn(move || {
                        let mut items = slot.0.lock().unwrap();
                        while *items == 0 {
                            items = slot.1.wait(items).unwrap();
                        }
                        *items -= 1;
                    })
                });
                let giver = thread::spawn(move || {
                    for _ in 0..2 {
                        *slot.0.lock().unwrap() += 1;
                        slot.1.notify_one();
                    }
                });
                giver.join().unwrap();
                for taker in takers {
                    taker.join().unwrap();
                }
            }
        }
    };
}

programs!(ours from model_std);
programs!(theirs from shuttle);

/// How long one measurement takes at least, and how many of each are made; the best one counts.
const LENGTH: Duration = Duration::from_millis(300);
const ROUNDS: usize = 5;
/// Random orders in one go.
const RANDOM: u64 = 5_000;

/// Orders run so far, by whomever.
static ORDERS: AtomicU64 = AtomicU64::new(0);

fn counted(program: fn()) -> impl Fn() + Send + Sync + 'static {
    move || {
        ORDERS.fetch_add(1, Relaxed);
        program();
    }
}

fn explore(explorer: &Explorer, program: fn()) {
    explorer.check(counted(program)).expect("the program is right");
}

fn shuttles(scheduler: impl Scheduler + 'static, program: fn()) {
    shuttle::Runner::new(scheduler, shuttle::Config::new()).run(counted(program));
}

/// A way to run orders of a program.
struct Rival {
    name: &'static str,
    run: Box<dyn Fn()>,
    best: f64,
}

fn rival(name: &'static str, run: impl Fn() + 'static) -> Rival {
    Rival { name, run: Box::new(run), best: 0.0 }
}

/// Orders a second.
fn rate(run: &dyn Fn()) -> f64 {
    let (began, before) = (Instant::now(), ORDERS.load(Relaxed));
    while began.elapsed() < LENGTH {
        run();
    }
    (ORDERS.load(Relaxed) - before) as f64 / began.elapsed().as_secs_f64()
}

fn compare(title: &str, ours: fn(), theirs: fn()) {
    let mut rivals = [
        rival("interleave, search", move || explore(&Explorer::new().random(0).unreduced(), ours)),
        rival("shuttle, DFS", move || shuttles(DfsScheduler::new(Some(RANDOM as usize), false), theirs)),
        rival("interleave, PCT", move || explore(&Explorer::new().orders(1).random(RANDOM), ours)),
        rival("shuttle, random", move || shuttles(RandomScheduler::new(RANDOM as usize), theirs)),
        // One order of each kind, beside every order: what the reduction costs.
        rival("interleave, reduced", move || explore(&Explorer::new().random(0).beside(1), ours)),
        rival("interleave, search", move || explore(&Explorer::new().random(0).unreduced(), ours)),
    ];
    // In turn, so that a slow moment of the machine falls on all.
    for _ in 0..ROUNDS {
        for rival in &mut rivals {
            rival.best = rival.best.max(rate(&*rival.run));
        }
    }
    println!("{title}");
    for pair in rivals.chunks(2) {
        let [mine, other] = pair else { unreachable!("they come in pairs") };
        println!("  {:<20}{:>12.0} orders/s", mine.name, mine.best);
        println!("  {:<20}{:>12.0} orders/s", other.name, other.best);
        println!("  {:<20}{:>12.2} times", "ratio", mine.best / other.best);
    }
}

fn main() {
    compare("two threads, one lock, one addition each", ours::counter, theirs::counter);
    compare("three threads, one lock, two additions each", ours::sections, theirs::sections);
    compare("two takers, one giver, a condition variable", ours::handover, theirs::handover);
}
