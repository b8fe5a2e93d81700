//! 결과를 끝나는 차례대로 넣습니다.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let results = Arc::new(Mutex::new(Vec::new()));
    let mut threads = Vec::new();
    for name in names {
        let results = Arc::clone(&results);
        let builder = thread::Builder::new().name(name.clone());
        let work = move || {
            let result = job(&name);
            results.lock().unwrap().push(result);
        };
        threads.push(builder.spawn(work).unwrap());
    }
    for thread in threads {
        thread.join().unwrap();
    }
    let results = results.lock().unwrap();
    results.clone()
}
