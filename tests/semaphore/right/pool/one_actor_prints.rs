//! 목록은 한 스레드만 가지고, 나머지는 채널로 알리고 답을 기다립니다.

use std::sync::Mutex;
use std::sync::mpsc;
use std::thread;

type Told = (bool, String, mpsc::Sender<()>);

pub fn run(threads: usize, permits: usize, work: impl Fn(&str) + Sync) {
    let (give, take) = mpsc::sync_channel(permits);
    (0..permits).for_each(|_| give.send(()).unwrap());
    let take = Mutex::new(take);
    let (tell, told) = mpsc::channel::<Told>();
    thread::scope(|scope| {
        scope.spawn(move || {
            let mut active: Vec<String> = Vec::new();
            for (entered, name, done) in told {
                if entered {
                    active.push(name.clone());
                } else {
                    active.retain(|other| *other != name);
                }
                let what = if entered { "획득" } else { "반환" };
                println!("{what}: {name} | 스레드 풀: [{}]", active.join(", "));
                done.send(()).unwrap();
            }
        });
        for number in 1..=threads {
            let (take, work, give, tell) = (&take, &work, give.clone(), tell.clone());
            scope.spawn(move || {
                let name = format!("스레드 {number}");
                let say = |entered| {
                    let (done, wait) = mpsc::channel();
                    tell.send((entered, name.clone(), done)).unwrap();
                    wait.recv().unwrap();
                };
                take.lock().unwrap().recv().unwrap();
                say(true);
                work(&name);
                say(false);
                give.send(()).unwrap();
            });
        }
        drop(tell);
    });
}
