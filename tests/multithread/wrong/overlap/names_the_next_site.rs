//! 온 답에 누구의 것인지 적지 않고, 온 차례대로 사이트를 짝지웁니다.

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
            scope.spawn(move || sender.send(fetch(site)).unwrap());
        }
        drop(sender);
        for (site, answer) in sites.iter().zip(receiver) {
            show(site, answer);
        }
    });
}
