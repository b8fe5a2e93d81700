pub fn twice(run: impl Fn(Box<dyn FnMut() + Send>), job: Box<dyn FnMut() + Send>) {
    let start = || run(job);
    again(start);
}

fn again(mut f: impl FnMut()) {
    f();
}
