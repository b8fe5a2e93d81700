use std::sync::mpsc;
use std::thread;

fn main() {
    let (started, waiting) = mpsc::channel();
    thread::spawn(move || {
        started.send(()).unwrap();
        thread::park();
        println!("스레드: 마지막 줄입니다");
    });
    waiting.recv().unwrap();
    println!("main: 끝냅니다");
}
