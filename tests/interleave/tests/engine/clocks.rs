//! Time is virtual, exact and free; output and peaks are kept for each order.

use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use interleave::{Explorer, clock, exists, output, peak};

use crate::{every_order, failure_of};

const SECOND: Duration = Duration::from_secs(1);

#[test]
fn ten_threads_through_three_permits_take_four_seconds() {
    let limited = Explorer::new().orders(300).random(100);
    let coverage = limited.check(|| {
        let (permits, freed) = (Mutex::new(3), Condvar::new());
        thread::scope(|scope| {
            for _ in 0..10 {
                scope.spawn(|| {
                    *freed.wait_while(permits.lock().unwrap(), |permits| *permits == 0).unwrap() -= 1;
                    thread::sleep(SECOND);
                    *permits.lock().unwrap() += 1;
                    freed.notify_one();
                });
            }
        });
        assert_eq!(clock(), SECOND * 4);
        assert_eq!(peak().alive, 10);
    });
    coverage.expect("every order takes four seconds");
}

#[test]
fn sleeps_overlap() {
    every_order(|| {
        thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| thread::sleep(SECOND));
            }
        });
        assert_eq!(clock(), SECOND);
    });
}

#[test]
fn a_year_costs_nothing_and_so_does_a_day() {
    let began = real::time::Instant::now();
    every_order(|| {
        thread::sleep(SECOND * 60 * 60 * 23);
        assert_eq!(clock(), SECOND * 60 * 60 * 23);
    });
    assert!(began.elapsed() < SECOND * 60);
}

#[test]
fn clocks_move_with_virtual_time_only() {
    every_order(|| {
        let (start, wall) = (Instant::now(), SystemTime::now());
        assert_eq!(start.elapsed(), Duration::ZERO);
        thread::sleep(Duration::from_millis(1500));
        assert_eq!(start.elapsed(), Duration::from_millis(1500));
        assert_eq!(wall.elapsed().unwrap(), Duration::from_millis(1500));
        assert_eq!(Instant::now() - start, Duration::from_millis(1500));
    });
}

#[test]
fn a_limit_is_exact() {
    every_order(|| {
        let (never, stirred) = (Mutex::new(false), Condvar::new());
        let guard = never.lock().unwrap();
        let (guard, result) = stirred.wait_timeout_while(guard, SECOND * 2, |never| !*never).unwrap();
        assert!(result.timed_out() && !*guard);
        assert_eq!(clock(), SECOND * 2);

        let (sender, receiver) = mpsc::channel::<u32>();
        assert_eq!(receiver.recv_timeout(SECOND), Err(RecvTimeoutError::Timeout));
        assert_eq!(clock(), SECOND * 3);
        drop(sender);
        assert_eq!(receiver.recv_timeout(SECOND), Err(RecvTimeoutError::Disconnected));
        // It may return by itself, at once or on the way.
        thread::park_timeout(SECOND);
        assert!([SECOND * 3, SECOND * 7 / 2, SECOND * 4].contains(&clock()));
    });
}

/// The notice comes at the very moment the limit ends: either may be first.
#[test]
fn a_notice_and_a_limit_at_the_same_moment_may_each_be_first() {
    let race = |timed_out: bool| {
        exists(move || {
            let (done, finished) = (Mutex::new(false), Condvar::new());
            thread::scope(|scope| {
                scope.spawn(|| {
                    thread::sleep(SECOND);
                    *done.lock().unwrap() = true;
                    finished.notify_one();
                });
                let guard = done.lock().unwrap();
                let (_, result) = finished.wait_timeout_while(guard, SECOND, |done| !*done).unwrap();
                result.timed_out() == timed_out
            })
        });
    };
    race(true);
    race(false);
}

#[test]
fn standard_error_is_kept_for_the_report_and_no_thread_sees_it() {
    let failure = failure_of(|| {
        println!("하나");
        eprint!("둘 ");
        eprintln!("셋");
        let four = dbg!(2 * 2);
        use std::io::Write;
        writeln!(std::io::stderr(), "다섯").unwrap();
        println!("여섯");
        assert_eq!(output().len(), 2 + four - 4);
        panic!("끝");
    });
    let shown = failure.finding(&interleave::Sources::new(), false).printed;
    let line =
        shown[2].split_once(':').map_or("", |(_, rest)| rest.split_once(']').map_or("", |(_, rest)| rest));
    assert_eq!(line, " 2 * 2 = 4");
    assert_eq!([&shown[..2], &shown[3..]].concat(), ["하나", "(stderr) 둘 셋", "(stderr) 다섯", "여섯"]);
}

#[test]
fn what_is_printed_is_kept_and_not_shown() {
    every_order(|| {
        print!("하나 ");
        println!("둘");
        println!();
        eprintln!("아무도 보지 않습니다");
        println!("셋\n넷");
        assert_eq!(output(), ["하나 둘", "", "셋", "넷"]);
    });
    let mixed = |line: &'static str| {
        exists(move || {
            thread::scope(|scope| {
                for name in ["가", "나"] {
                    scope.spawn(move || {
                        print!("{name}");
                        println!("{name}");
                    });
                }
            });
            output().contains(&line.to_string())
        });
    };
    mixed("가가");
    mixed("나나");
}

#[test]
fn peaks_are_of_this_order_only() {
    every_order(|| {
        let total = Mutex::new(0);
        assert_eq!((peak().alive, peak().holding), (0, 0));
        thread::scope(|scope| {
            scope.spawn(|| *total.lock().unwrap() += 1);
        });
        assert_eq!((peak().alive, peak().holding), (1, 1));
    });
    exists(|| {
        let (one, other) = (Mutex::new(0), Mutex::new(0));
        thread::scope(|scope| {
            scope.spawn(|| *one.lock().unwrap() += 1);
            scope.spawn(|| *other.lock().unwrap() += 1);
        });
        peak().holding == 2
    });
}
