use std::thread;

fn greet(name: String) {
    println!("{name}");
}

pub fn start(name: String) {
    thread::spawn(move || greet(name));
}
