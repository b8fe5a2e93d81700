pub struct Semaphore(usize);

pub struct Barrier {
    door: Semaphore,
}

impl Barrier {
    pub fn wait(&mut self) {
        self.door2 = Semaphore(0);
    }
}
