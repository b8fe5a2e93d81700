//! 한 번에 두 곳씩만 가져옵니다.

use std::sync::mpsc;
use std::thread;

pub fn fetch_all(
    sites: &[&str],
    fetch: impl Fn(&str) -> Result<String, String> + Send + Sync,
    mut show: impl FnMut(&str, Result<String, String>),
) {
    for pair in sites.chunks(2) {
        let (sender, receiver) = mpsc::channel();
        thread::scope(|scope| {
            for site in pair {
                let (sender, fetch) = (sender.clone(), &fetch);
                scope.spawn(move || sender.send((site, fetch(site))).unwrap());
            }
            drop(sender);
            for (site, answer) in receiver {
                show(site, answer);
            }
        });
    }
}
