use std::thread;

fn main() {
    let names = vec!["가람", "나래"];
    let worker = thread::spawn(move || names.len());
    println!("{}", worker.join().unwrap());
}
