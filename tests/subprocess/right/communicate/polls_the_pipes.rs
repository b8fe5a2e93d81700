use std::fs::File;
use std::io::{self, Read, Write};
use std::os::fd::OwnedFd;
use std::process::{Child, Output};

use rustix::event::{PollFd, PollFlags, poll};
use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let exchanged = exchange(&mut child, input);
    let status = child.wait()?;
    exchanged.map(|[stdout, stderr]| Output { status, stdout, stderr })
}

fn exchange(child: &mut Child, input: &[u8]) -> io::Result<[Vec<u8>; 2]> {
    let mut stdin = child.stdin.take().map(OwnedFd::from).map(File::from);
    let out = child.stdout.take().map(OwnedFd::from).map(File::from);
    let err = child.stderr.take().map(OwnedFd::from).map(File::from);
    let mut readers = [(out, Vec::new()), (err, Vec::new())];
    if let Some(stdin) = &stdin {
        fcntl_setfl(stdin, fcntl_getfl(stdin)? | OFlags::NONBLOCK)?;
    }
    let (mut left, mut bytes) = (input, vec![0; 64 << 10]);
    if left.is_empty() {
        stdin = None;
    }
    while stdin.is_some() || readers.iter().any(|(from, _)| from.is_some()) {
        let mut watched: Vec<PollFd> = Vec::new();
        watched.extend(stdin.iter().map(|stdin| PollFd::new(stdin, PollFlags::OUT)));
        let files = readers.iter().filter_map(|(from, _)| from.as_ref());
        watched.extend(files.map(|from| PollFd::new(from, PollFlags::IN)));
        poll(&mut watched, None)?;
        let mut ready: Vec<bool> = watched.iter().rev().map(|file| !file.revents().is_empty()).collect();
        if stdin.is_some() && ready.pop() == Some(true) {
            match stdin.as_mut().map_or(Ok(0), |stdin| stdin.write(left)) {
                Ok(count) => left = &left[count..],
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => left = &[],
                Err(error) => return Err(error),
            }
            if left.is_empty() {
                stdin = None;
            }
        }
        for (from, kept) in &mut readers {
            if let Some(file) = from
                && ready.pop() == Some(true)
            {
                match file.read(&mut bytes)? {
                    0 => *from = None,
                    count => kept.extend(&bytes[..count]),
                }
            }
        }
    }
    let [(_, stdout), (_, stderr)] = readers;
    Ok([stdout, stderr])
}
