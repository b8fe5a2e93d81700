//! 자리가 없는 채널로 건넵니다. 보내는 스레드가 받을 때까지 기다립니다.

use std::sync::mpsc;
use std::thread;

pub fn fetch_all(
    sites: &[&str],
    fetch: impl Fn(&str) -> Result<String, String> + Send + Sync,
    mut show: impl FnMut(&str, Result<String, String>),
) {
    let (sender, receiver) = mpsc::sync_channel(0);
    let fetch = &fetch;
    thread::scope(|scope| {
        for site in sites {
            let sender = sender.clone();
            scope.spawn(move || sender.send((site, fetch(site))).unwrap());
        }
        drop(sender);
        for (site, answer) in receiver {
            show(site, answer);
        }
    });
}
