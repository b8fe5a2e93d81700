pub struct Semaphore {
    permits: usize,
}

pub struct Permit<'a> {
    semaphore: &'a Semaphore,
}
