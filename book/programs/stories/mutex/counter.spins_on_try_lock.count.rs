pub fn count(threads: usize, times: usize) -> u64 {
    let total = Mutex::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                for _ in 0..times {
                    loop {
                        if let Ok(mut total) = total.try_lock() {
                            *total += 1;
                            break;
                        }
                    }
                }
            });
        }
    });
    total.into_inner().unwrap()
}
