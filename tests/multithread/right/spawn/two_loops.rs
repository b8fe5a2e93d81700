//! 반복문 둘로 띄우고 기다립니다. 핸들은 이름과 함께 모읍니다.

use std::thread;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let mut threads = vec![];
    for name in &names {
        let own = name.to_string();
        let thread = thread::Builder::new().name(name.to_string()).spawn(move || job(own.as_str()));
        threads.push(thread.unwrap());
    }
    let mut results = vec![];
    for thread in threads {
        results.push(thread.join().unwrap());
    }
    results
}
