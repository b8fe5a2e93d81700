//! 허가의 수만큼만 스레드를 띄워서, 한 스레드가 여러 번 들어갑니다.

use std::sync::Mutex;
use std::thread;

pub fn run(threads: usize, permits: usize, work: impl Fn(&str) + Sync) {
    let (active, numbers) = (Mutex::new(Vec::new()), Mutex::new(1..=threads));
    let next = || numbers.lock().unwrap().next();
    thread::scope(|scope| {
        for _ in 0..permits.min(threads) {
            scope.spawn(|| {
                while let Some(number) = next() {
                    let name = format!("스레드 {number}");
                    enter(&active, &name);
                    work(&name);
                    leave(&active, &name);
                }
            });
        }
    });
}

fn enter(active: &Mutex<Vec<String>>, name: &str) {
    let mut active = active.lock().unwrap();
    active.push(name.to_owned());
    println!("획득: {name} | 스레드 풀: [{}]", active.join(", "));
}

fn leave(active: &Mutex<Vec<String>>, name: &str) {
    let mut active = active.lock().unwrap();
    active.retain(|other| other != name);
    println!("반환: {name} | 스레드 풀: [{}]", active.join(", "));
}
