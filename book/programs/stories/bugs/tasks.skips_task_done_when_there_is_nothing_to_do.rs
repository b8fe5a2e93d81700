fn check(work: fn(&Tasks, u32)) {
    let (tasks, queue) = (Tasks::new(2), Mutex::new(VecDeque::from([0, 1])));
    thread::scope(|scope| {
        scope.spawn(|| {
            while let Some(item) = { queue.lock().unwrap().pop_front() } {
                work(&tasks, item);
            }
        });
        tasks.join();
    });
}

pub fn wrong() {
    check(|tasks, item| {
        if item == 0 {
            return;
        }
        tasks.task_done();
    });
}

pub fn right() {
    check(|tasks, _| tasks.task_done());
}
