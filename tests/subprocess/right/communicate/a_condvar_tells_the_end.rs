use std::io::{self, ErrorKind, Read, Write};
use std::process::{Child, Output};
use std::sync::{Condvar, Mutex};
use std::thread;

#[derive(Default)]
struct Done {
    parts: Mutex<[Option<io::Result<Vec<u8>>>; 3]>,
    more: Condvar,
}

impl Done {
    fn put(&self, index: usize, result: io::Result<Vec<u8>>) {
        self.parts.lock().unwrap()[index] = Some(result);
        self.more.notify_one();
    }
}

fn all(from: Option<impl Read>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if let Some(mut from) = from {
        from.read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let done = Done::default();
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    thread::scope(|scope| {
        let done = &done;
        scope.spawn(move || {
            let written = stdin.map_or(Ok(()), |mut stdin| stdin.write_all(input));
            let written = match written {
                Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
                other => other,
            };
            done.put(0, written.map(|()| Vec::new()));
        });
        scope.spawn(move || done.put(1, all(stdout)));
        scope.spawn(move || done.put(2, all(stderr)));
        let parts = done.parts.lock().unwrap();
        let mut parts = done.more.wait_while(parts, |parts| parts.iter().any(Option::is_none)).unwrap();
        let status = child.wait()?;
        let mut take = |index: usize| parts[index].take().unwrap();
        take(0)?;
        Ok(Output { status, stdout: take(1)?, stderr: take(2)? })
    })
}
