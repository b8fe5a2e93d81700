use std::sync::Mutex;

pub fn print(lock: &Mutex<()>) {
    let _guard = lock.lock();
    println!("start");
}
