pub struct Semaphore(usize);

pub struct Barrier {
    door: Semaphore,
    door2: Semaphore,
}

impl Barrier {
    pub fn new() -> Barrier {
        Barrier { door: Semaphore(0), door2: Semaphore(0) }
    }
}
