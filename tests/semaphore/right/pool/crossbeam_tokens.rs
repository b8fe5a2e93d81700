//! 채널에 든 표가 허가입니다.

use std::sync::Mutex;
use std::thread;

use crossbeam::channel;

pub fn run(threads: usize, permits: usize, work: impl Fn(&str) + Sync) {
    let active: Mutex<Vec<String>> = Mutex::new(Vec::new());
    let (give, take) = channel::unbounded();
    for _ in 0..permits {
        give.send(()).unwrap();
    }
    thread::scope(|scope| {
        let (active, give, take, work) = (&active, &give, &take, &work);
        for number in 1..=threads {
            scope.spawn(move || {
                let name = format!("스레드 {number}");
                take.recv().unwrap();
                {
                    let mut active = active.lock().unwrap();
                    active.push(name.clone());
                    println!("획득: {name} | 스레드 풀: [{}]", active.join(", "));
                }
                work(&name);
                {
                    let mut active = active.lock().unwrap();
                    active.retain(|other| *other != name);
                    println!("반환: {name} | 스레드 풀: [{}]", active.join(", "));
                }
                give.send(()).unwrap();
            });
        }
    });
}
