//! 끝난 스레드가 제 번호를 보내면 그 스레드를 `join`합니다.

use std::sync::mpsc;
use std::thread;

pub fn fetch_all(
    sites: &[&str],
    fetch: impl Fn(&str) -> Result<String, String> + Send + Sync,
    mut show: impl FnMut(&str, Result<String, String>),
) {
    struct Tell(usize, mpsc::Sender<usize>);
    impl Drop for Tell {
        fn drop(&mut self) {
            let _ = self.1.send(self.0);
        }
    }
    let (tx, rx) = mpsc::channel();
    let fetch = &fetch;
    thread::scope(|s| {
        let mut handles: Vec<_> = sites
            .iter()
            .enumerate()
            .map(|(i, x)| {
                let tx = tx.clone();
                Some(s.spawn(move || {
                    let _t = Tell(i, tx);
                    fetch(x)
                }))
            })
            .collect();
        drop(tx);
        let mut failure = None;
        for i in rx {
            match handles[i].take().unwrap().join() {
                Ok(r) => show(sites[i], r),
                Err(e) => failure = Some(e),
            }
        }
        if let Some(e) = failure {
            std::panic::resume_unwind(e)
        }
    });
}
