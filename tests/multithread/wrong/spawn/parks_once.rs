//! `park`를 한 번만 부르므로, 깨우는 표시가 남아 있으면 다 끝나기 전에 결과를 가져갑니다.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

pub fn run(names: Vec<String>, job: fn(&str) -> String) -> Vec<String> {
    let n = names.len();
    if n == 0 {
        return vec![];
    }
    let out = Arc::new((Mutex::new(vec![String::new(); n]), AtomicUsize::new(n)));
    let me = thread::current();
    let handles: Vec<_> = names
        .into_iter()
        .enumerate()
        .map(|(i, name)| {
            let (out, me) = (out.clone(), me.clone());
            thread::Builder::new()
                .name(name.clone())
                .spawn(move || {
                    let r = job(&name);
                    out.0.lock().unwrap()[i] = r;
                    if out.1.fetch_sub(1, Ordering::SeqCst) == 1 {
                        me.unpark();
                    }
                })
                .unwrap()
        })
        .collect();
    thread::park();
    let v = out.0.lock().unwrap().clone();
    for h in handles {
        h.join().unwrap();
    }
    v
}
