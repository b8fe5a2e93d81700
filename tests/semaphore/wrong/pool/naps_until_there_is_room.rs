//! 자리가 났는지 50밀리초마다 봅니다.

use std::sync::Mutex;
use std::thread;
use std::time::Duration;

pub fn run(threads: usize, permits: usize, work: impl Fn(&str) + Sync) {
    let active = Mutex::new(Vec::new());
    thread::scope(|scope| {
        let (active, work) = (&active, &work);
        for number in 1..=threads {
            scope.spawn(move || {
                let name = format!("스레드 {number}");
                loop {
                    let mut active = active.lock().unwrap();
                    if active.len() < permits {
                        active.push(name.clone());
                        println!("획득: {name} | 스레드 풀: [{}]", active.join(", "));
                        break;
                    }
                    drop(active);
                    thread::sleep(Duration::from_millis(50));
                }
                work(&name);
                let mut active = active.lock().unwrap();
                active.retain(|other| *other != name);
                println!("반환: {name} | 스레드 풀: [{}]", active.join(", "));
            });
        }
    });
}
