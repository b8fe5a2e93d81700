//! 계산이 패닉했는지를 `thread::panicking`으로 알아보므로, 패닉하는 도중에 부르면 잘된 계산도 잊습니다.

use parking_lot::{Condvar, Mutex};
use std::collections::{HashMap, HashSet};

pub struct Cache {
    state: Mutex<(HashMap<String, String>, HashSet<String>)>,
    done: Condvar,
}

struct Busy<'a>(&'a Cache, &'a str, Option<String>);

impl Drop for Busy<'_> {
    fn drop(&mut self) {
        let mut s = self.0.state.lock();
        s.1.remove(self.1);
        if !std::thread::panicking()
            && let Some(v) = self.2.take()
        {
            s.0.insert(self.1.into(), v);
        }
        self.0.done.notify_all();
    }
}

impl Cache {
    pub fn new() -> Self {
        Self { state: Mutex::default(), done: Condvar::new() }
    }

    pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
        let mut s = self.state.lock();
        while s.1.contains(key) {
            self.done.wait(&mut s);
        }
        if let Some(v) = s.0.get(key) {
            return v.clone();
        }
        s.1.insert(key.into());
        drop(s);
        let mut busy = Busy(self, key, None);
        let v = compute();
        busy.2 = Some(v.clone());
        v
    }
}
