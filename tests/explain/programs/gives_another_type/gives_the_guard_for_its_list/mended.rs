use std::sync::Mutex;

pub fn acquire(active: &Mutex<Vec<String>>, name: &str) {
    let mut active = active.lock().unwrap();
    active.push(name.to_string());
    show(&active);
}

fn show(active: &[String]) {
    println!("{active:?}");
}
