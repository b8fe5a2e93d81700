use std::process::Child;
use std::thread;

pub fn end(mut child: Child) {
    let id = child.id();
    thread::scope(|scope| {
        scope.spawn(move || println!("{id}"));
        child.kill().unwrap();
    });
}
