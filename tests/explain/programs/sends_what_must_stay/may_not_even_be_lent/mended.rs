pub fn run(work: impl Fn(u64)) {
    work(1);
}
