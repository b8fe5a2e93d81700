pub struct Semaphore {
    permits: usize,
}

pub struct Barrier {
    doors: [Semaphore],
    arrived: usize,
}
