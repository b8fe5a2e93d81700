use std::thread;

fn main() {
    let threads = ["봄", "봄"].map(|name| {
        let say = || (thread::current().name().map(str::to_owned), thread::current().id());
        thread::Builder::new().name(name.into()).spawn(say).unwrap()
    });
    let seen = threads.map(|thread| thread.join().unwrap());
    for (name, id) in &seen {
        println!("{name:?} {}", *id == thread::current().id());
    }
    println!("이름은 {}, 번호는 {}", seen[0].0 == seen[1].0, seen[0].1 == seen[1].1);
}
