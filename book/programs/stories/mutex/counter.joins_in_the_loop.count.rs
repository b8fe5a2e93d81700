pub fn count(threads: usize, times: usize) -> u64 {
    let total = Arc::new(Mutex::new(0));
    for _ in 0..threads {
        let shared = Arc::clone(&total);
        let worker = thread::spawn(move || {
            for _ in 0..times {
                *shared.lock().unwrap() += 1;
            }
        });
        worker.join().unwrap();
    }
    *total.lock().unwrap()
}
