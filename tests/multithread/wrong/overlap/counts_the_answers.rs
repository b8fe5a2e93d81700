//! 답이 사이트의 수만큼 온다고 여깁니다. 한 스레드가 패닉하면 그 답은 오지 않습니다.

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
        for _ in sites {
            let (site, answer) = receiver.recv().unwrap();
            show(site, answer);
        }
    });
}
