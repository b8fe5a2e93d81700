pub struct Semaphore(usize);

pub fn doors() -> [Semaphore; 2] {
    [Semaphore(0); 2]
}
