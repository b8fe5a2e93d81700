use std::thread;

pub fn start(names: Vec<String>) {
    for name in &names {
        thread::spawn(move || println!("{name}"));
    }
}
