use std::sync::Mutex;
use std::thread;

pub fn names(count: usize) -> Vec<String> {
    let names = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for number in 0..count {
            let names = &names;
            scope.spawn(move || names.lock().unwrap().push(number.to_string()));
        }
    });
    let names = names.lock().unwrap();
    names
}
