//! 한 시간 동안 오지 않으면 더 오지 않는다고 여깁니다.

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
            scope.spawn(move || sender.send((site, fetch(site))));
        }
        drop(sender);
        while let Ok((site, answer)) = receiver.recv_timeout(std::time::Duration::from_secs(3600)) {
            show(site, answer);
        }
    });
}
