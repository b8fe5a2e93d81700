//! 계산 중이라는 표시를 지운 다음에 값을 넣습니다. 그 사이에 온 스레드는 값도 표시도 보지 못합니다.

use std::collections::{HashMap, HashSet};

use parking_lot::{Condvar, Mutex};

#[derive(Default)]
struct Table {
    values: HashMap<String, String>,
    computing: HashSet<String>,
}

pub struct Cache {
    table: Mutex<Table>,
    done: Condvar,
}

struct Computing<'a>(&'a Cache, &'a str);

impl Drop for Computing<'_> {
    fn drop(&mut self) {
        self.0.table.lock().computing.remove(self.1);
        self.0.done.notify_all();
    }
}

impl Cache {
    pub fn new() -> Self {
        Self { table: Mutex::default(), done: Condvar::new() }
    }

    pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
        let mut table = self.table.lock();
        self.done.wait_while(&mut table, |table| table.computing.contains(key));
        if let Some(value) = table.values.get(key) {
            return value.clone();
        }
        table.computing.insert(key.to_owned());
        drop(table);
        let value = {
            let _computing = Computing(self, key);
            compute()
        };
        self.table.lock().values.insert(key.to_owned(), value.clone());
        value
    }
}
