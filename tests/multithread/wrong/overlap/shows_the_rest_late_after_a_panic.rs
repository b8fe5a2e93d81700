//! 하나가 패닉하면 나머지 답은 모두 끝난 뒤에야 건넵니다.

use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc;
use std::thread;

pub fn fetch_all(
    sites: &[&str],
    fetch: impl Fn(&str) -> Result<String, String> + Send + Sync,
    mut show: impl FnMut(&str, Result<String, String>),
) {
    let (sender, receiver) = mpsc::channel();
    let fetch = &fetch;
    let mut panicked = None;
    thread::scope(|scope| {
        for site in sites {
            let sender = sender.clone();
            scope.spawn(move || {
                let answer = panic::catch_unwind(AssertUnwindSafe(|| fetch(site)));
                sender.send((site, answer)).unwrap();
            });
        }
        drop(sender);
        while let Ok((site, answer)) = receiver.recv() {
            match answer {
                Ok(answer) => show(site, answer),
                Err(payload) => {
                    panicked = Some(payload);
                    break;
                }
            }
        }
    });
    for (site, answer) in receiver {
        if let Ok(answer) = answer {
            show(site, answer);
        }
    }
    if let Some(payload) = panicked {
        panic::resume_unwind(payload);
    }
}
