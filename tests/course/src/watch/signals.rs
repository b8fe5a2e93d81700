//! What the system asks of the watcher.

use std::sync::mpsc::Sender;

use super::Event;

#[cfg(unix)]
pub fn listen(say: &Sender<Event>) {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};

    let Ok(mut signals) = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM]) else {
        return;
    };
    let say = say.clone();
    std::thread::spawn(move || {
        for signal in signals.forever() {
            let _ = say.send(Event::Signal(signal));
        }
    });
}

#[cfg(not(unix))]
pub fn listen(_: &Sender<Event>) {}
