//! 바라는 장수마다 조건 변수를 따로 둡니다.

use std::{
    collections::BTreeMap,
    sync::{Arc, Condvar, Mutex},
};
#[derive(Debug, PartialEq, Eq)]
pub struct TooMany;
struct Inner {
    left: usize,
    bells: BTreeMap<usize, Arc<Condvar>>,
}
pub struct Semaphore {
    total: usize,
    inner: Mutex<Inner>,
}
pub struct Permit<'a> {
    semaphore: &'a Semaphore,
    count: usize,
}
impl Semaphore {
    pub fn new(total: usize) -> Self {
        Self { total, inner: Mutex::new(Inner { left: total, bells: BTreeMap::new() }) }
    }
    pub fn value(&self) -> usize {
        self.inner.lock().unwrap().left
    }
    pub fn acquire(&self, n: usize) -> Result<Permit<'_>, TooMany> {
        if n > self.total {
            return Err(TooMany);
        }
        let mut inner = self.inner.lock().unwrap();
        if inner.left < n {
            let bell = inner.bells.entry(n).or_default().clone();
            inner = bell.wait_while(inner, |inner| inner.left < n).unwrap();
        }
        inner.left -= n;
        Ok(Permit { semaphore: self, count: n })
    }
}
impl Drop for Permit<'_> {
    fn drop(&mut self) {
        let mut inner = self.semaphore.inner.lock().unwrap();
        inner.left += self.count;
        let left = inner.left;
        for bell in inner.bells.range(..=left).map(|(_, bell)| bell) {
            bell.notify_all();
        }
    }
}
