//! 허가의 수만큼 띄우고, 모두 끝나야 다음을 띄웁니다.

use std::sync::Mutex;
use std::thread;

pub fn run(threads: usize, permits: usize, work: impl Fn(&str) + Sync) {
    let active = Mutex::new(Vec::new());
    let numbers: Vec<usize> = (1..=threads).collect();
    for batch in numbers.chunks(permits) {
        thread::scope(|scope| {
            let (active, work) = (&active, &work);
            for number in batch {
                scope.spawn(move || {
                    let name = format!("스레드 {number}");
                    {
                        let mut active = active.lock().unwrap();
                        active.push(name.clone());
                        println!("획득: {name} | 스레드 풀: [{}]", active.join(", "));
                    }
                    work(&name);
                    let mut active = active.lock().unwrap();
                    active.retain(|other| *other != name);
                    println!("반환: {name} | 스레드 풀: [{}]", active.join(", "));
                });
            }
        });
    }
}
