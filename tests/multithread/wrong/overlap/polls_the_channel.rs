//! 답이 왔는지 10밀리초마다 들여다봅니다. 온 답이 그때까지 기다립니다.

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
        let mut shown = 0;
        while shown < sites.len() {
            match receiver.try_recv() {
                Ok((site, answer)) => {
                    show(site, answer);
                    shown += 1;
                }
                Err(_) => thread::sleep(std::time::Duration::from_millis(10)),
            }
        }
    });
}
