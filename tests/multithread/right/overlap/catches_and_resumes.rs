//! 패닉을 스레드 안에서 잡아 채널로 보내고, 나머지를 건넨 뒤에 이어 갑니다.

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
    thread::scope(|scope| {
        for site in sites {
            let sender = sender.clone();
            scope.spawn(move || {
                sender.send((site, panic::catch_unwind(AssertUnwindSafe(|| fetch(site))))).unwrap()
            });
        }
        drop(sender);
        let mut failure = None;
        for (site, answer) in receiver {
            match answer {
                Ok(answer) => show(site, answer),
                Err(panic) => failure = Some(panic),
            }
        }
        if let Some(panic) = failure {
            panic::resume_unwind(panic);
        }
    });
}
