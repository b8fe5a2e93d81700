use std::io::{self, ErrorKind, Read, Write};
use std::process::{Child, Output};

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let exchanged = exchange(&mut child, input);
    let status = child.wait()?;
    exchanged.map(|(stdout, stderr)| Output { status, stdout, stderr })
}

fn exchange(child: &mut Child, input: &[u8]) -> io::Result<(Vec<u8>, Vec<u8>)> {
    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
    let (mut stdin, mut out, mut err) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    if let Some(i) = &stdin {
        let fl = fcntl_getfl(i)?;
        fcntl_setfl(i, fl | OFlags::NONBLOCK)?;
    }
    let (mut rest, mut o, mut e) = (input, Vec::new(), Vec::new());
    if rest.is_empty() {
        stdin = None;
    }
    let mut buf = vec![0; 65536];
    while stdin.is_some() || out.is_some() || err.is_some() {
        let mut fds = Vec::new();
        let mut who = Vec::new();
        if let Some(f) = &stdin {
            fds.push(PollFd::new(f, PollFlags::OUT));
            who.push(0);
        }
        if let Some(f) = &out {
            fds.push(PollFd::new(f, PollFlags::IN));
            who.push(1);
        }
        if let Some(f) = &err {
            fds.push(PollFd::new(f, PollFlags::IN));
            who.push(2);
        }
        match poll(&mut fds, None) {
            Err(rustix::io::Errno::INTR) => continue,
            r => r?,
        };
        let ready: Vec<i32> =
            fds.iter().zip(who).filter(|(f, _)| !f.revents().is_empty()).map(|(_, w)| w).collect();
        drop(fds);
        for w in ready {
            match w {
                0 => match stdin.as_mut().unwrap().write(rest) {
                    Ok(n) => {
                        rest = &rest[n..];
                        if rest.is_empty() {
                            stdin = None;
                        }
                    }
                    Err(x) if x.kind() == ErrorKind::BrokenPipe => stdin = None,
                    Err(x) if matches!(x.kind(), ErrorKind::WouldBlock | ErrorKind::Interrupted) => {}
                    Err(x) => return Err(x),
                },
                1 => match out.as_mut().unwrap().read(&mut buf)? {
                    0 => out = None,
                    n => o.extend_from_slice(&buf[..n]),
                },
                _ => match err.as_mut().unwrap().read(&mut buf)? {
                    0 => err = None,
                    n => e.extend_from_slice(&buf[..n]),
                },
            }
        }
    }
    Ok((o, e))
}
