use std::sync::Mutex;

pub fn collect(names: &[String]) -> Vec<String> {
    let all = Mutex::new(Vec::new());
    for name in names {
        all.lock().unwrap().push(name);
    }
    all.into_inner().unwrap()
}
