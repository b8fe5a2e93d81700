//! Rust에서 걸리는 시간을 한 번씩 잽니다. 하는 일은 `python.py`와 같습니다.

use std::hint::black_box;
use std::process::Command;
use std::sync::{Mutex, mpsc};
use std::thread;
use std::time::Instant;

const NUMBERS: u64 = 4_000_000;

fn part(start: u64, stop: u64) -> u64 {
    (start..stop).map(|number| black_box(number) * number % 7).sum()
}

fn in_parts(numbers: u64, parts: u64) {
    let size = numbers / parts;
    thread::scope(|scope| {
        for at in 0..parts {
            scope.spawn(move || black_box(part(at * size, (at + 1) * size)));
        }
    });
}

fn lock_and_release(times: u64) {
    let lock = Mutex::new(());
    for _ in 0..times {
        drop(black_box(&lock).lock().unwrap());
    }
}

fn start_and_join(times: u64) {
    for _ in 0..times {
        thread::spawn(|| black_box(0)).join().unwrap();
    }
}

fn hand_over(times: u64) {
    let (sender, receiver) = mpsc::channel();
    let reader = thread::spawn(move || receiver.into_iter().map(black_box::<u64>).count());
    for number in 0..times {
        sender.send(number).unwrap();
    }
    drop(sender);
    reader.join().unwrap();
}

fn run_a_child(times: u64) {
    for _ in 0..times {
        assert!(Command::new("true").status().unwrap().success());
    }
}

fn took(work: impl FnOnce()) -> f64 {
    let began = Instant::now();
    work();
    began.elapsed().as_secs_f64()
}

fn each(work: fn(u64), times: u64, less: u64) -> f64 {
    let times = (times / less).max(1);
    took(|| work(times)) / times as f64
}

/// Seconds for each kind of work; `less` divides how often it is done.
pub fn measure(less: u64) -> Vec<(&'static str, f64)> {
    let numbers = NUMBERS / less;
    vec![
        ("one", took(|| in_parts(numbers, 1))),
        ("threads", took(|| in_parts(numbers, 2))),
        ("lock", each(lock_and_release, 1_000_000, less)),
        ("spawn", each(start_and_join, 2_000, less)),
        ("queue", each(hand_over, 50_000, less)),
        ("child", each(run_a_child, 100, less)),
    ]
}
