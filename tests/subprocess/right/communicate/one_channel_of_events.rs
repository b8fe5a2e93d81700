use std::io::{self, ErrorKind, Write};
use std::process::{Child, Output};
use std::thread;

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    enum Event {
        Wrote(io::Result<()>),
        Out(io::Result<Vec<u8>>),
        Err(io::Result<Vec<u8>>),
    }
    let (say, events) = std::sync::mpsc::channel();
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let (mut wrote, mut out, mut err) = (Ok(()), Ok(Vec::new()), Ok(Vec::new()));
    thread::scope(|scope| {
        let (one, two, three) = (say.clone(), say.clone(), say);
        scope.spawn(move || one.send(Event::Wrote(write(stdin, input))));
        scope.spawn(move || two.send(Event::Out(everything(stdout))));
        scope.spawn(move || three.send(Event::Err(everything(stderr))));
        for event in events {
            match event {
                Event::Wrote(result) => wrote = result,
                Event::Out(result) => out = result,
                Event::Err(result) => err = result,
            }
        }
    });
    let status = child.wait()?;
    wrote?;
    Ok(Output { status, stdout: out?, stderr: err? })
}

fn everything(from: Option<impl io::Read>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if let Some(mut from) = from {
        from.read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

fn write(to: Option<impl Write>, input: &[u8]) -> io::Result<()> {
    let Some(mut to) = to else { return Ok(()) };
    to.write_all(input)
        .or_else(|error| if error.kind() == ErrorKind::BrokenPipe { Ok(()) } else { Err(error) })
}
