//! 핸들을 버리고, 그때까지 모인 결과만 돌려줍니다.

use std::sync::{Arc, Mutex};
use std::thread;

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
    let results = results.lock().unwrap();
    results.clone()
}
