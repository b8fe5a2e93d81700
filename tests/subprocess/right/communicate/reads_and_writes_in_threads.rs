use std::io::{self, ErrorKind, Read, Write};
use std::process::{Child, Output};
use std::thread;

fn fine(r: io::Result<()>) -> io::Result<()> {
    match r {
        Err(e) if e.kind() == ErrorKind::BrokenPipe => Ok(()),
        r => r,
    }
}

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let (stdin, out, err) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    fn all(from: Option<impl Read>) -> io::Result<Vec<u8>> {
        let mut v = Vec::new();
        if let Some(mut f) = from {
            f.read_to_end(&mut v)?;
        }
        Ok(v)
    }
    let (w, o, e) = thread::scope(|s| {
        let w = s.spawn(move || stdin.map_or(Ok(()), |mut i| fine(i.write_all(input))));
        let o = s.spawn(move || all(out));
        let e = all(err);
        (w.join().unwrap(), o.join().unwrap(), e)
    });
    let status = child.wait()?;
    w?;
    Ok(Output { status, stdout: o?, stderr: e? })
}
