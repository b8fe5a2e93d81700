//! 한 달 동안 답이 없으면 나머지를 기다리지 않습니다.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

type Ans = Result<String, String>;

pub fn fetch_all(sites: &[&str], fetch: impl Fn(&str) -> Ans + Send + Sync, mut show: impl FnMut(&str, Ans)) {
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        for &site in sites {
            let sender = sender.clone();
            let fetch = &fetch;
            scope.spawn(move || {
                let _ = sender.send((site, fetch(site)));
            });
        }
        drop(sender);
        while let Ok((a, result)) = receiver.recv_timeout(Duration::from_secs(86_400 * 30)) {
            show(a, result);
        }
    });
}
