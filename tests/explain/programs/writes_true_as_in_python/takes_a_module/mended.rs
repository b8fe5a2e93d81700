use std::thread;

pub fn start() {
    let thread = thread::spawn(|| println!("안녕"));
    thread.join().unwrap();
}
