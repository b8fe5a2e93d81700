use std::process::Command;

fn main() {
    let done = Command::new("date").output().unwrap();
    let today: String = done.stdout;
    println!("{today}");
}
