//! `Err`가 오면 나머지를 기다리지 않고 그만둡니다.

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
        for (site, answer) in receiver {
            let failed = answer.is_err();
            show(site, answer);
            if failed {
                break;
            }
        }
    });
}
