use std::process::Command;
use std::sync::Mutex;

fn main() {
    let visits = Mutex::new(0);
    Command::new("./worker").arg(&visits).status().unwrap();
}
