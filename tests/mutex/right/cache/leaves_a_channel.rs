//! 기다리는 스레드가 보내는 쪽을 남겨 두면, 계산한 스레드가 값을 보냅니다.

use parking_lot::Mutex;
use std::collections::HashMap;
use std::sync::mpsc;

enum Entry {
    Waiting(Vec<mpsc::Sender<String>>),
    Ready(String),
}

pub struct Cache {
    entries: Mutex<HashMap<String, Entry>>,
}

impl Cache {
    pub fn new() -> Self {
        Self { entries: Mutex::default() }
    }

    pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
        loop {
            let mut entries = self.entries.lock();
            match entries.get_mut(key) {
                Some(Entry::Ready(v)) => return v.clone(),
                Some(Entry::Waiting(line)) => {
                    let (tx, rx) = mpsc::channel();
                    line.push(tx);
                    drop(entries);
                    if let Ok(v) = rx.recv() {
                        return v;
                    }
                }
                None => {
                    entries.insert(key.into(), Entry::Waiting(vec![]));
                    break;
                }
            }
        }
        let mut undo = Undo { cache: self, key, armed: true };
        let v = compute();
        undo.armed = false;
        let old = self.entries.lock().insert(key.into(), Entry::Ready(v.clone()));
        if let Some(Entry::Waiting(line)) = old {
            for tx in line {
                let _ = tx.send(v.clone());
            }
        }
        v
    }
}

struct Undo<'a> {
    cache: &'a Cache,
    key: &'a str,
    armed: bool,
}

impl Drop for Undo<'_> {
    fn drop(&mut self) {
        if self.armed {
            self.cache.entries.lock().remove(self.key);
        }
    }
}
