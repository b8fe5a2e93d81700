pub fn twice(run: impl Fn(Box<dyn FnMut() + Send>), job: Box<dyn FnMut() + Send>) {
    let start = || run(job);
    once(start);
}

fn once(f: impl FnOnce()) {
    f();
}
