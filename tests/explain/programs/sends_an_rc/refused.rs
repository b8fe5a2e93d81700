use std::rc::Rc;
use std::thread;

pub fn share(words: Rc<Vec<String>>) {
    let ours = Rc::clone(&words);
    thread::spawn(move || println!("{}", ours.len()));
}
