use std::sync::Mutex;

pub fn print(lock: &Mutex<()>) {
    let _ = lock.lock();
    println!("start");
}
