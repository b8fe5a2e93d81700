//! 넉넉히 자고 나서 결과를 봅니다. 얼마나 자야 하는지는 알 수 없습니다.

use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let results = Arc::new(Mutex::new(vec![String::new(); names.len()]));
    for (number, name) in names.into_iter().enumerate() {
        let results = Arc::clone(&results);
        let builder = thread::Builder::new().name(name.clone());
        let work = move || {
            let result = job(&name);
            results.lock().unwrap()[number] = result;
        };
        let _ = builder.spawn(work).unwrap();
    }
    thread::sleep(Duration::from_secs(5));
    let results = results.lock().unwrap();
    results.clone()
}
