//! `Err`를 `unwrap`해서 그 스레드가 패닉합니다.

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
            scope.spawn(move || sender.send((site, Ok(fetch(site).unwrap()))).unwrap());
        }
        drop(sender);
        for (site, answer) in receiver {
            show(site, answer);
        }
    });
}
