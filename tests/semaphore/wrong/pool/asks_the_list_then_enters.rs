//! 목록이 짧은 것을 보고 잠금을 풀었다가, 다시 잠그고 들어갑니다.

use std::sync::{Condvar, Mutex};
use std::thread;

pub fn run(threads: usize, permits: usize, work: impl Fn(&str) + Sync) {
    let (active, left) = (Mutex::new(Vec::new()), Condvar::new());
    thread::scope(|scope| {
        let (active, left, work) = (&active, &left, &work);
        for number in 1..=threads {
            scope.spawn(move || {
                let name = format!("스레드 {number}");
                drop(left.wait_while(active.lock().unwrap(), |active| active.len() >= permits).unwrap());
                {
                    let mut active = active.lock().unwrap();
                    active.push(name.clone());
                    println!("획득: {name} | 스레드 풀: [{}]", active.join(", "));
                }
                work(&name);
                let mut active = active.lock().unwrap();
                active.retain(|other| *other != name);
                println!("반환: {name} | 스레드 풀: [{}]", active.join(", "));
                left.notify_one();
            });
        }
    });
}
