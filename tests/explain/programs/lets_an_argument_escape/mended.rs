use std::io::Write;
use std::process::ChildStdin;
use std::thread;

pub fn feed(mut stdin: ChildStdin, input: &[u8]) {
    thread::scope(|scope| {
        scope.spawn(move || stdin.write_all(input));
    });
}
