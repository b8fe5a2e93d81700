use std::thread;

pub fn start() {
    thread::scope(|scope| {
        scope.spawn(|| println!("안녕"));
    });
}
