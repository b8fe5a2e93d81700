use std::io::{self, Read, Write};
use std::process::{Child, Output};
use std::sync::mpsc::{Sender, channel};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let (say, heard) = channel();
    let mut kept = [Vec::new(), Vec::new()];
    thread::scope(|scope| {
        scope.spawn(move || {
            let Some(mut stdin) = stdin else { return };
            let _ = input.chunks(10_000).try_for_each(|piece| stdin.write_all(piece));
        });
        let also = say.clone();
        scope.spawn(move || pass_on(stdout, 0, &say));
        scope.spawn(move || pass_on(stderr, 1, &also));
        for (which, piece) in heard {
            kept[which].extend(piece);
        }
    });
    let [stdout, stderr] = kept;
    Ok(Output { status: child.wait()?, stdout, stderr })
}

fn pass_on(from: Option<impl Read>, which: usize, say: &Sender<(usize, Vec<u8>)>) {
    let (Some(mut from), mut bytes) = (from, [0; 5000]) else { return };
    while let Ok(count @ 1..) = from.read(&mut bytes) {
        let _ = say.send((which, bytes[..count].to_vec()));
    }
}
