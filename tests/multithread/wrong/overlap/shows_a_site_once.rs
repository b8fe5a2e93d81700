//! 같은 사이트의 답이 두 번째 오면 버립니다.

use std::collections::HashSet;
use std::sync::mpsc;
use std::thread;

pub fn fetch_all(
    sites: &[&str],
    fetch: impl Fn(&str) -> Result<String, String> + Send + Sync,
    mut show: impl FnMut(&str, Result<String, String>),
) {
    let (sender, receiver) = mpsc::channel();
    let fetch = &fetch;
    thread::scope(|scope| {
        for site in sites {
            let sender = sender.clone();
            scope.spawn(move || sender.send((site, fetch(site))).unwrap());
        }
        drop(sender);
        let mut seen = HashSet::new();
        for (site, answer) in receiver {
            if seen.insert(site) {
                show(site, answer);
            }
        }
    });
}
