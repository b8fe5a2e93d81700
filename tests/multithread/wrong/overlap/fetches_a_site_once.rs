//! 같은 사이트는 한 번만 가져와서 답을 두 번 건넵니다.

use std::collections::BTreeSet;
use std::sync::mpsc;
use std::thread;

pub fn fetch_all(
    sites: &[&str],
    fetch: impl Fn(&str) -> Result<String, String> + Send + Sync,
    mut show: impl FnMut(&str, Result<String, String>),
) {
    let fetch = &fetch;
    let (tx, rx) = mpsc::channel();
    thread::scope(|s| {
        for x in sites.iter().copied().collect::<BTreeSet<_>>() {
            let tx = tx.clone();
            s.spawn(move || {
                let r = fetch(x);
                tx.send((x, r)).unwrap();
            });
        }
        drop(tx);
        for (x, r) in rx {
            for _ in 0..sites.iter().filter(|y| **y == x).count() {
                show(x, r.clone())
            }
        }
    });
}
