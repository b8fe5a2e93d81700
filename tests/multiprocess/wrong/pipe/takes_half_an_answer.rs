//! 줄바꿈 없이 끝난 것도 답으로 칩니다. 자식은 답을 쓰다가 죽었습니다.

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
                for question in BufReader::new(questions).lines().map_while(Result::ok) {
                    let answer = answer(&question) + "\n";
                    if answers.write_all(answer.as_bytes()).is_err() {
                        return 1;
                    }
                }
                0
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
        }
        Ok(answer)
    }

    pub fn close(self) -> io::Result<ExitStatus> {
        drop(self.to);
        self.child.wait()
    }
}
