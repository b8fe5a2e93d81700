use std::thread;

fn main() {
    let pages = vec!["봄", "여름"];
    let worker = thread::spawn(|| pages.len());
    println!("{}", worker.join().unwrap());
}
