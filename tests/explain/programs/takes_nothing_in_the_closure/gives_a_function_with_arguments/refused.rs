use std::thread;

fn greet(name: String) {
    println!("{name}");
}

pub fn start() {
    thread::spawn(greet);
}
