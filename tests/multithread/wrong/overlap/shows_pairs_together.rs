//! 사이트가 65곳보다 많으면 답을 둘씩 모아서 건넵니다.

use std::sync::mpsc;
use std::thread;

pub fn fetch_all(
    sites: &[&str],
    fetch: impl Fn(&str) -> Result<String, String> + Send + Sync,
    mut show: impl FnMut(&str, Result<String, String>),
) {
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        let fetch = &fetch;
        for site in sites {
            let sender = sender.clone();
            scope.spawn(move || sender.send((site, fetch(site))));
        }
        drop(sender);
        while let Ok(first) = receiver.recv() {
            let second = if sites.len() > 65 { receiver.recv().ok() } else { None };
            for (site, answer) in [Some(first), second].into_iter().flatten() {
                show(site, answer);
            }
        }
    });
}
