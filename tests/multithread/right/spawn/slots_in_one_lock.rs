//! 자리를 미리 만들어 두고, 스레드가 제 자리에 넣습니다.

use std::sync::Arc;
use std::thread;

use parking_lot::Mutex;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let slots = Arc::new(Mutex::new(vec![None; names.len()]));
    let threads: Vec<_> = (names.into_iter().enumerate())
        .map(|(number, name)| {
            let slots = Arc::clone(&slots);
            let work = move || {
                let result = job(thread::current().name().unwrap());
                slots.lock()[number] = Some(result);
            };
            thread::Builder::new().name(name).spawn(work).unwrap()
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    let slots = std::mem::take(&mut *slots.lock());
    slots.into_iter().flatten().collect()
}
