use std::thread;

pub fn rest(seconds: f64) {
    thread::sleep(seconds);
}
