use std::rc::Rc;
use std::thread;

fn main() {
    let pages = Rc::new(vec!["봄", "여름"]);
    let shared = Rc::clone(&pages);
    thread::spawn(move || println!("{}", shared.len()));
}
