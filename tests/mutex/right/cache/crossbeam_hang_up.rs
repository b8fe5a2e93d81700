//! 계산하는 스레드가 채널의 보내는 쪽을 쥡니다. 값을 넣었든 패닉했든 그것이 사라지면 모두 깨어납니다.

use std::collections::HashMap;
use std::sync::Mutex;

use crossbeam::channel::{self, Receiver, TryRecvError};

enum Entry {
    Computing(Receiver<()>),
    Ready(String),
}

pub struct Cache {
    entries: Mutex<HashMap<String, Entry>>,
}

impl Cache {
    pub fn new() -> Self {
        Self { entries: Mutex::new(HashMap::new()) }
    }

    pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
        let _computing = loop {
            let mut entries = self.entries.lock().unwrap();
            let done = match entries.get(key) {
                Some(Entry::Ready(value)) => return value.clone(),
                Some(Entry::Computing(done)) if done.try_recv() == Err(TryRecvError::Empty) => done.clone(),
                _ => {
                    let (computing, done) = channel::bounded(0);
                    entries.insert(key.to_owned(), Entry::Computing(done));
                    break computing;
                }
            };
            drop(entries);
            let _ = done.recv();
        };
        let value = compute();
        self.entries.lock().unwrap().insert(key.to_owned(), Entry::Ready(value.clone()));
        value
    }
}
