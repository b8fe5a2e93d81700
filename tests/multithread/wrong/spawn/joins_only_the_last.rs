//! 마지막에 띄운 스레드만 기다립니다. 그것이 가장 늦게 끝난다고 여긴 것입니다.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let results = Arc::new(Mutex::new(vec![String::new(); names.len()]));
    let mut last = None;
    for (number, name) in names.into_iter().enumerate() {
        let results = Arc::clone(&results);
        let builder = thread::Builder::new().name(name.clone());
        let work = move || {
            let result = job(&name);
            results.lock().unwrap()[number] = result;
        };
        last = Some(builder.spawn(work).unwrap());
    }
    if let Some(last) = last {
        last.join().unwrap();
    }
    let results = results.lock().unwrap();
    results.clone()
}
