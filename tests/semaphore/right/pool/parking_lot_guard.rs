//! parking_lot의 잠금과 조건 변수로, 목록 자체가 자리를 셉니다.

use std::thread;

use parking_lot::{Condvar, Mutex};

pub fn run(threads: usize, permits: usize, work: impl Fn(&str) + Sync) {
    let (active, left) = (Mutex::new(Vec::new()), Condvar::new());
    thread::scope(|scope| {
        let (active, left, work) = (&active, &left, &work);
        for number in 1..=threads {
            scope.spawn(move || {
                let name = format!("스레드 {number}");
                {
                    let mut active = active.lock();
                    left.wait_while(&mut active, |active: &mut Vec<String>| active.len() >= permits);
                    active.push(name.clone());
                    println!("획득: {name} | 스레드 풀: [{}]", active.join(", "));
                }
                work(&name);
                let mut active = active.lock();
                active.retain(|other| *other != name);
                println!("반환: {name} | 스레드 풀: [{}]", active.join(", "));
                left.notify_one();
            });
        }
    });
}
