use std::sync::mpsc;
use std::thread;

pub fn all(sites: &[String], show: fn(String)) {
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        for site in sites {
            let sender = sender.clone();
            scope.spawn(move || sender.send(site.to_uppercase()));
        }
        drop(sender);
        for answer in receiver {
            show(answer);
        }
    });
}
