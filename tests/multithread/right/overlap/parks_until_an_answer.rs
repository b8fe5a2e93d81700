//! 줄이 비어 있으면 `park`로 기다리고, 스레드는 끝날 때마다 깨웁니다.

use crossbeam::queue::SegQueue;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, Thread};

struct Left<'a>(&'a AtomicUsize, &'a Thread);

impl Drop for Left<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
        self.1.unpark();
    }
}

pub fn fetch_all(
    sites: &[&str],
    fetch: impl Fn(&str) -> Result<String, String> + Send + Sync,
    mut show: impl FnMut(&str, Result<String, String>),
) {
    let (queue, left, me) = (SegQueue::new(), AtomicUsize::new(sites.len()), thread::current());
    thread::scope(|s| {
        for &x in sites {
            let (queue, left, me, fetch) = (&queue, &left, &me, &fetch);
            s.spawn(move || {
                let _left = Left(left, me);
                let r = fetch(x);
                queue.push((x, r));
            });
        }
        loop {
            let over = left.load(Ordering::SeqCst) == 0;
            match queue.pop() {
                Some((x, r)) => show(x, r),
                None if over => break,
                None => thread::park(),
            }
        }
    });
}
