//! 쌓인 답을 나중에 온 것부터 건넵니다.

use parking_lot::{Condvar, Mutex};
use std::thread;

pub fn fetch_all(
    sites: &[&str],
    fetch: impl Fn(&str) -> Result<String, String> + Send + Sync,
    mut show: impl FnMut(&str, Result<String, String>),
) {
    let fetch = &fetch;
    let (q, c) = (Mutex::new((vec![], sites.len())), Condvar::new());
    struct Done<'a, T>(&'a Mutex<(T, usize)>, &'a Condvar);
    impl<T> Drop for Done<'_, T> {
        fn drop(&mut self) {
            self.0.lock().1 -= 1;
            self.1.notify_one();
        }
    }
    thread::scope(|s| {
        for &x in sites {
            let (q, c) = (&q, &c);
            s.spawn(move || {
                let _d = Done(q, c);
                let r = fetch(x);
                q.lock().0.push((x, r));
            });
        }
        loop {
            let mut g = q.lock();
            c.wait_while(&mut g, |g| g.0.is_empty() && g.1 > 0);
            let Some((x, r)) = g.0.pop() else { break };
            drop(g);
            show(x, r);
        }
    });
}
