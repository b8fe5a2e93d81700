//! `permits`개까지 담는 채널에 넣으면 들어가고, 꺼내면 나옵니다.

use crossbeam::channel::bounded;
use std::sync::Mutex;
pub fn run(threads: usize, permits: usize, work: impl Fn(&str) + Sync) {
    let (enter, leave) = bounded(permits);
    let list = Mutex::new(std::collections::VecDeque::new());
    let say = |what: &str, name: &String, list: &std::collections::VecDeque<String>| {
        let names: Vec<&str> = list.iter().map(String::as_str).collect();
        println!("{}", format!("{what}: {name} | 스레드 풀: [{}]", names.join(", ")));
    };
    std::thread::scope(|scope| {
        for i in 0..threads {
            let (enter, leave, list, work, say) = (&enter, &leave, &list, &work, &say);
            scope.spawn(move || {
                let name = format!("스레드 {}", i + 1);
                enter.send(()).unwrap();
                let mut l = list.lock().unwrap();
                l.push_back(name.clone());
                say("획득", &name, &l);
                drop(l);
                work(&name);
                let mut l = list.lock().unwrap();
                l.retain(|n| n != &name);
                say("반환", &name, &l);
                drop(l);
                leave.recv().unwrap();
            });
        }
    });
}
