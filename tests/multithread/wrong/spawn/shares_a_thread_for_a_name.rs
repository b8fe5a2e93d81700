//! 이름을 키로 스레드를 모아 두어서, 이름이 같은 작업 둘을 스레드 하나가 합니다.

use std::collections::HashMap;
use std::thread;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let mut threads = HashMap::new();
    for name in &names {
        let own = name.clone();
        threads
            .entry(name.clone())
            .or_insert_with(|| thread::Builder::new().name(own.clone()).spawn(move || job(&own)).unwrap());
    }
    let ended = threads.into_iter().map(|(name, thread)| (name, thread.join().unwrap()));
    let results: HashMap<String, String> = ended.collect();
    names.iter().map(|name| results[name].clone()).collect()
}
