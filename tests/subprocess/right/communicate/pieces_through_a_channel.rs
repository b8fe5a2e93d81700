use std::io::{self, ErrorKind, Read, Write};
use std::process::{Child, Output};
use std::sync::mpsc::{Sender, channel};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let (say, heard) = channel();
    let mut kept = [Vec::new(), Vec::new()];
    let passed_on = thread::scope(|scope| {
        let writer = scope.spawn(move || {
            let Some(mut stdin) = stdin else { return Ok(()) };
            match input.chunks(10_000).try_for_each(|piece| stdin.write_all(piece)) {
                Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
                written => written,
            }
        });
        let also = say.clone();
        let readers =
            [scope.spawn(move || pass_on(stdout, 0, &say)), scope.spawn(move || pass_on(stderr, 1, &also))];
        for (which, piece) in heard {
            kept[which].extend(piece);
        }
        [writer].into_iter().chain(readers).try_for_each(|thread| thread.join().unwrap())
    });
    let ([stdout, stderr], status) = (kept, child.wait()?);
    passed_on?;
    Ok(Output { status, stdout, stderr })
}

fn pass_on(from: Option<impl Read>, which: usize, say: &Sender<(usize, Vec<u8>)>) -> io::Result<()> {
    let (Some(mut from), mut bytes) = (from, [0; 5000]) else { return Ok(()) };
    while let count @ 1.. = from.read(&mut bytes)? {
        let _ = say.send((which, bytes[..count].to_vec()));
    }
    Ok(())
}
