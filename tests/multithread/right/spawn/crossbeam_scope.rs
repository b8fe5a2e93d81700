//! crossbeam의 `scope`로 띄웁니다.

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let results = crossbeam::thread::scope(|scope| {
        let mut threads = Vec::new();
        for name in &names {
            threads.push(scope.builder().name(name.clone()).spawn(move |_| job(name)).unwrap());
        }
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    results.unwrap()
}
