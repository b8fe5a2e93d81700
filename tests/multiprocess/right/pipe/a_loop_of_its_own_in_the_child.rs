#![cfg(unix)]

use std::io::{self, BufRead, BufReader, ErrorKind, PipeReader, PipeWriter, Read, Write};
use std::process::ExitStatus;

use super::{Forked, fork_child};

pub struct Conversation {
    child: Forked,
    to: PipeWriter,
    from: BufReader<PipeReader>,
}

impl Conversation {
    pub fn start(mut answer: impl FnMut(&str) -> String) -> io::Result<Self> {
        let (questions, to) = io::pipe()?;
        let (from, mut answers) = io::pipe()?;
        let (mut to, mut from) = (Some(to), Some(from));
        let child = fork_child({
            let (to, from) = (&mut to, &mut from);
            move || {
                drop((to.take(), from.take()));
                let mut reader = BufReader::new(questions);
                let mut line = String::new();
                loop {
                    line.clear();
                    match reader.read_line(&mut line) {
                        Ok(0) => return 0,
                        Ok(_) => {}
                        Err(_) => return 2,
                    }
                    let text = line.strip_suffix('\n').unwrap_or(&line);
                    if writeln!(answers, "{}", answer(text)).is_err() {
                        return 1;
                    }
                }
            }
        })?;
        Ok(Self { child, to: to.unwrap(), from: BufReader::new(from.unwrap()) })
    }

    pub fn ask(&mut self, question: &str) -> io::Result<String> {
        if question.contains('\n') {
            return Err(ErrorKind::InvalidInput.into());
        }
        self.to.write_all(format!("{question}\n").as_bytes())?;
        let mut answer = String::new();
        if self.from.read_line(&mut answer)? == 0 {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        if answer.ends_with('\n') {
            answer.pop();
        } else {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        Ok(answer)
    }

    pub fn close(self) -> io::Result<ExitStatus> {
        drop(self.to);
        self.child.wait()
    }
}
