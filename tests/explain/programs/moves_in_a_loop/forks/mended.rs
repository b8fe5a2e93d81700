fn fork_child(role: impl FnOnce() -> i32) -> i32 {
    role()
}

pub fn all(work: impl Fn(u64) -> i32) {
    let work = &work;
    for number in 0..3 {
        fork_child(move || work(number));
    }
}
