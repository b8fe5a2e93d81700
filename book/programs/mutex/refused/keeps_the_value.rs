use std::sync::Mutex;

fn main() {
    let visits = Mutex::new(vec!["봄"]);
    let first: &mut Vec<&str>;
    {
        let mut guard = visits.lock().unwrap();
        first = &mut guard;
    }
    first.push("여름");
}
