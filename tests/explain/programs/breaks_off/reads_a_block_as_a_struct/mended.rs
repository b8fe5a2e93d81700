use std::sync::Mutex;

pub fn larger(from: &Mutex<u64>, to: &Mutex<u64>, from_first: bool) -> u64 {
    let (a, b);
    if from_first {
        a = from.lock().unwrap();
        b = to.lock().unwrap();
    } else {
        b = to.lock().unwrap();
        a = from.lock().unwrap();
    }
    (*a).max(*b)
}
