use std::process::Child;
use std::thread;

pub fn end(mut child: Child) {
    thread::scope(|scope| {
        scope.spawn(move || println!("{}", child.id()));
        child.kill().unwrap();
    });
}
