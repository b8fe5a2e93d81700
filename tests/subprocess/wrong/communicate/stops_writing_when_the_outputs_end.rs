//! 출력이 모두 끝나면 입력을 다 쓰지 않고 닫습니다.

use std::io::{self, ErrorKind, Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::process::{Child, Output};

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;

/// 줄 것이 조금이라도 있으면 참입니다.
fn ready(fds: &[Option<BorrowedFd<'_>>], flags: [PollFlags; 3]) -> io::Result<[bool; 3]> {
    let wanted: Vec<usize> = (0..3).filter(|&at| fds[at].is_some()).collect();
    let mut asked: Vec<PollFd> =
        wanted.iter().filter_map(|&at| Some(PollFd::from_borrowed_fd(fds[at]?, flags[at]))).collect();
    loop {
        match poll(&mut asked, None) {
            Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
            Ok(_) => break,
        }
    }
    let mut ready = [false; 3];
    for (at, asked) in wanted.into_iter().zip(&asked) {
        ready[at] = !asked.revents().is_empty();
    }
    Ok(ready)
}

fn exchange(
    child: &mut Child,
    mut input: &[u8],
    stdout: &mut Vec<u8>,
    stderr: &mut Vec<u8>,
) -> io::Result<()> {
    let (mut to, mut out, mut err) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let mut chunk = [0; 8192];
    let mut failed = Ok(());
    while out.is_some() || err.is_some() {
        if input.is_empty() {
            to = None;
        }
        let fds =
            [to.as_ref().map(AsFd::as_fd), out.as_ref().map(AsFd::as_fd), err.as_ref().map(AsFd::as_fd)];
        if fds.iter().all(Option::is_none) {
            break;
        }
        let [write, read, read_errors] = ready(&fds, [PollFlags::OUT, PollFlags::IN, PollFlags::IN])?;
        if let (true, Some(pipe)) = (write, &mut to) {
            match pipe.write(&input[..input.len().min(512)]) {
                Ok(count) => input = &input[count..],
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => {
                    to = None;
                    if error.kind() != ErrorKind::BrokenPipe {
                        failed = Err(error);
                    }
                }
            }
        }
        if let (true, Some(pipe)) = (read, &mut out) {
            match pipe.read(&mut chunk) {
                Ok(0) => out = None,
                Ok(count) => stdout.extend_from_slice(&chunk[..count]),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => {
                    out = None;
                    failed = Err(error);
                }
            }
        }
        if let (true, Some(pipe)) = (read_errors, &mut err) {
            match pipe.read(&mut chunk) {
                Ok(0) => err = None,
                Ok(count) => stderr.extend_from_slice(&chunk[..count]),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => {
                    err = None;
                    failed = Err(error);
                }
            }
        }
    }
    failed
}

pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let exchanged = exchange(&mut child, input, &mut stdout, &mut stderr);
    let status = child.wait()?;
    exchanged?;
    Ok(Output { status, stdout, stderr })
}
