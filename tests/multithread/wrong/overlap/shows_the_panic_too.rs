//! 패닉한 사이트의 자리에도 `Err`를 만들어 건넵니다.

use std::panic::*;
use std::sync::mpsc;
use std::thread;

pub fn fetch_all(
    sites: &[&str],
    fetch: impl Fn(&str) -> Result<String, String> + Send + Sync,
    mut show: impl FnMut(&str, Result<String, String>),
) {
    let fetch = &fetch;
    let (tx, rx) = mpsc::channel();
    let mut bad = None;
    thread::scope(|s| {
        for &x in sites {
            let tx = tx.clone();
            s.spawn(move || {
                let r = catch_unwind(AssertUnwindSafe(|| fetch(x)));
                tx.send((x, r)).unwrap();
            });
        }
        drop(tx);
        for (x, r) in rx {
            match r {
                Ok(r) => show(x, r),
                Err(e) => {
                    show(x, Err("패닉".into()));
                    bad = Some(e)
                }
            }
        }
    });
    if let Some(e) = bad {
        resume_unwind(e)
    }
}
