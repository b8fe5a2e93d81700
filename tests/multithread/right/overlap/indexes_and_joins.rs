//! 끝난 스레드의 번호를 받아 그 핸들을 기다립니다.

use std::panic;
use std::sync::mpsc;
use std::thread;

struct Rings(mpsc::Sender<usize>, usize);

impl Drop for Rings {
    fn drop(&mut self) {
        let _ = self.0.send(self.1);
    }
}

pub fn fetch_all(
    sites: &[&str],
    fetch: impl Fn(&str) -> Result<String, String> + Send + Sync,
    mut show: impl FnMut(&str, Result<String, String>),
) {
    let (sender, receiver) = mpsc::channel();
    let fetch = &fetch;
    let failure = thread::scope(|scope| {
        let mut handles: Vec<_> = sites
            .iter()
            .enumerate()
            .map(|(number, &site)| {
                let rings = Rings(sender.clone(), number);
                Some(scope.spawn(move || {
                    let _rings = rings;
                    fetch(site)
                }))
            })
            .collect();
        drop(sender);
        let mut failure = None;
        for number in receiver {
            match handles[number].take().unwrap().join() {
                Ok(answer) => show(sites[number], answer),
                Err(payload) => failure = Some(payload),
            }
        }
        failure
    });
    if let Some(payload) = failure {
        panic::resume_unwind(payload);
    }
}
