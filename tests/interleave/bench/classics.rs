//! How many orders it takes to have seen all that matter: ours beside loom's and shuttle's, on the classic programs in their
//! right forms. `cargo bench -p interleave-bench --bench classics`; a minute.
//!
//! Loom reduces as well (after Flanagan and Godefroid, 2005). It takes four threads beside main at most, and `SeqCst` for
//! `AcqRel`, so that it finds Peterson's lock wrong. Shuttle's DFS scheduler leaves nothing out.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Instant;

use interleave::Explorer;

/// Who has run so many orders and has not come to an end gives up.
const MOST: u64 = 50_000;

/// The same programs on the threads and locks of each library.
macro_rules! programs {
    ($library:ident from $root:ident) => {
        mod $library {
            use $root::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
            use $root::sync::{Arc, Condvar, Mutex, RwLock};
            use $root::thread;

            fn all(threads: Vec<thread::JoinHandle<()>>) {
                for thread in threads {
                    thread.join().unwrap();
                }
            }

            /// So many threads, each of which adds one under the lock so many times.
            pub fn sections<const THREADS: usize, const TIMES: usize>() {
                let total = Arc::new(Mutex::new(0));
                let add =
                    |total: Arc<Mutex<usize>>| move || (0..TIMES).for_each(|_| *total.lock().unwrap() += 1);
                all((0..THREADS).map(|_| thread::spawn(add(Arc::clone(&total)))).collect());
                assert_eq!(*total.lock().unwrap(), THREADS * TIMES);
            }

            /// Each takes two forks and eats once; the last one takes them the other way round.
            pub fn philosophers<const COUNT: usize>() {
                let forks: Vec<_> = (0..COUNT).map(|_| Arc::new(Mutex::new(()))).collect();
                let sit = |seat: usize| {
                    let (mut first, mut second) = (seat, (seat + 1) % COUNT);
                    if second == 0 {
                        (first, second) = (second, first);
                    }
                    let (first, second) = (Arc::clone(&forks[first]), Arc::clone(&forks[second]));
                    thread::spawn(move || {
                        let _first = first.lock().unwrap();
                        let _second = second.lock().unwrap();
                    })
                };
                all((0..COUNT).map(sit).collect());
            }

            /// Peterson's lock for two; who would have to wait goes away.
            pub fn peterson() {
                let flags = Arc::new([AtomicBool::new(false), AtomicBool::new(false)]);
                let (turn, inside) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
                let enter = |me: usize| {
                    let (flags, turn, inside) = (Arc::clone(&flags), Arc::clone(&turn), Arc::clone(&inside));
                    thread::spawn(move || {
                        flags[me].store(true, SeqCst);
                        turn.store(1 - me, SeqCst);
                        if flags[1 - me].load(SeqCst) && turn.load(SeqCst) != me {
                            return;
                        }
                        assert_eq!(inside.fetch_add(1, SeqCst), 0);
                        inside.fetch_sub(1, SeqCst);
                        flags[me].store(false, SeqCst);
                    })
                };
                all((0..2).map(enter).collect());
            }

            /// All wait for the last one.
            pub fn barrier<const COUNT: usize>() {
                let meeting = Arc::new((Mutex::new(0), Condvar::new()));
                let arrive = |meeting: Arc<(Mutex<usize>, Condvar)>| {
                    move || {
                        let mut arrived = meeting.0.lock().unwrap();
                        *arrived += 1;
                        if *arrived == COUNT {
                            meeting.1.notify_all();
                        }
                        while *arrived < COUNT {
                            arrived = meeting.1.wait(arrived).unwrap();
                        }
                    }
                };
                all((0..COUNT).map(|_| thread::spawn(arrive(Arc::clone(&meeting)))).collect());
            }

            /// Two producers and two consumers with one seat between them.
            pub fn buffer() {
                let buffer = Arc::new((Mutex::new(0_usize), [Condvar::new(), Condvar::new()]));
                let (mut producers, mut consumers) = (Vec::new(), Vec::new());
                for _ in 0..2 {
                    let there = Arc::clone(&buffer);
                    producers.push(thread::spawn(move || {
                        let mut items = there.0.lock().unwrap();
                        while *items == 1 {
                            items = there.1[0].wait(items).unwrap();
                        }
                        *items += 1;
                        there.1[1].notify_one();
                    }));
                    let there = Arc::clone(&buffer);
                    consumers.push(thread::spawn(move || {
                        let mut items = there.0.lock().unwrap();
                        while *items == 0 {
                            items = there.1[1].wait(items).unwrap();
                        }
                        *items -= 1;
                        there.1[0].notify_one();
                    }));
                }
                all(producers);
                all(consumers);
            }

            /// Two readers see what two writers have finished.
            pub fn readers_and_writers() {
                let account = Arc::new(RwLock::new((0, 0)));
                let write = |account: Arc<RwLock<(i32, i32)>>| {
                    move || {
                        let mut account = account.write().unwrap();
                        account.0 += 1;
                        account.1 -= 1;
                    }
                };
                let read = |account: Arc<RwLock<(i32, i32)>>| {
                    move || {
                        let account = account.read().unwrap();
                        assert_eq!(account.0 + account.1, 0);
                    }
                };
                let mut threads: Vec<_> =
                    (0..2).map(|_| thread::spawn(write(Arc::clone(&account)))).collect();
                threads.extend((0..2).map(|_| thread::spawn(read(Arc::clone(&account)))));
                all(threads);
            }
        }
    };
}

programs!(ours from model_std);
programs!(looms from loom);
programs!(shuttles from shuttle);

/// Orders run so far, by whomever.
static ORDERS: AtomicU64 = AtomicU64::new(0);

fn counted(program: fn()) -> impl Fn() + Send + Sync + 'static {
    move || {
        ORDERS.fetch_add(1, Relaxed);
        program();
    }
}

/// The orders that `run` took, and for how long.
fn timed(run: impl FnOnce()) -> String {
    let (began, before) = (Instant::now(), ORDERS.load(Relaxed));
    run();
    let orders = ORDERS.load(Relaxed) - before;
    let more = if orders + 1 >= MOST { "> " } else { "" };
    format!("{more}{orders} ({:.2} s)", began.elapsed().as_secs_f64())
}

fn explore(program: fn()) -> u64 {
    let coverage =
        Explorer::new().orders(MOST).beside(1).random(0).check(program).expect("the program is right");
    coverage.kinds.expect("one order of each kind is run")
}

fn compare(title: &str, loom: Result<(), &str>, [ours, looms, shuttles]: [fn(); 3]) {
    let began = Instant::now();
    let kinds = explore(ours);
    let ours = format!("{kinds} ({:.2} s)", began.elapsed().as_secs_f64());
    let looms = loom.map(|()| {
        // Shuttle's hook takes each of loom's own unwindings for a failed schedule.
        let hook = std::panic::take_hook();
        std::panic::set_hook(Box::new(|_| {}));
        let mut builder = loom::model::Builder::new();
        builder.max_permutations = Some(MOST as usize);
        builder.max_branches = 10_000;
        let took = timed(|| builder.check(counted(looms)));
        std::panic::set_hook(hook);
        took
    });
    let looms = looms.unwrap_or_else(str::to_string);
    let scheduler = shuttle::scheduler::DfsScheduler::new(Some(MOST as usize), false);
    let shuttles =
        timed(|| _ = shuttle::Runner::new(scheduler, shuttle::Config::new()).run(counted(shuttles)));
    println!("{title:<30}{ours:>20}{looms:>22}{shuttles:>22}");
}

macro_rules! compare {
    ($title:literal, $loom:expr, $($program:tt)*) => {
        compare($title, $loom, [ours::$($program)*, looms::$($program)*, shuttles::$($program)*])
    };
}

fn main() {
    println!("{:<30}{:>20}{:>22}{:>22}", "orders until all was seen", "interleave", "loom", "shuttle, DFS");
    compare!("2 threads x 1 section", Ok(()), sections::<2, 1>);
    compare!("2 threads x 2 sections", Ok(()), sections::<2, 2>);
    compare!("3 threads x 1 section", Ok(()), sections::<3, 1>);
    compare!("3 threads x 2 sections", Ok(()), sections::<3, 2>);
    compare!("2 threads x 4 sections", Ok(()), sections::<2, 4>);
    compare!("Peterson's lock", Err("(false alarm)"), peterson);
    compare!("3 philosophers", Ok(()), philosophers::<3>);
    compare!("5 philosophers", Err("too many threads"), philosophers::<5>);
    compare!("7 philosophers", Err("too many threads"), philosophers::<7>);
    compare!("barrier for 3", Ok(()), barrier::<3>);
    compare!("barrier for 4", Ok(()), barrier::<4>);
    compare!("2 producers, 2 consumers", Ok(()), buffer);
    compare!("2 writers, 2 readers", Ok(()), readers_and_writers);
}
