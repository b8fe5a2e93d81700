fn check(work: fn(&Mutex<mpsc::Receiver<Duration>>)) {
    let (sender, jobs) = mpsc::channel();
    let jobs = Mutex::new(jobs);
    for _ in 0..2 {
        sender.send(SECOND).unwrap();
    }
    drop(sender);
    thread::scope(|scope| {
        scope.spawn(|| work(&jobs));
        scope.spawn(|| work(&jobs));
    });
    takes(1, "두 일꾼이 1초짜리 일 둘을 나눠 하면 1초입니다.");
}

pub fn wrong() {
    check(|jobs| {
        while let Ok(job) = jobs.lock().unwrap().recv() {
            thread::sleep(job);
        }
    });
}

pub fn right() {
    check(|jobs| {
        loop {
            let job = jobs.lock().unwrap().recv();
            let Ok(job) = job else { break };
            thread::sleep(job);
        }
    });
}
