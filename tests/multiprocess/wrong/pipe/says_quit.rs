//! "quit"라는 물음으로 끝을 알립니다.

#![cfg(unix)]

use std::io::{self, BufRead, BufReader, ErrorKind, PipeReader, PipeWriter, Write};
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
        let mut ours = Some((to, from));
        let child = fork_child(|| {
            drop(ours.take());
            for question in BufReader::new(questions)
                .lines()
                .map_while(Result::ok)
                .take_while(|question| question != "quit")
            {
                let answer = answer(&question) + "\n";
                if answers.write_all(answer.as_bytes()).is_err() {
                    return 1;
                }
            }
            0
        })?;
        let (to, from) = ours.ok_or(ErrorKind::BrokenPipe)?;
        Ok(Self { child, to, from: BufReader::new(from) })
    }

    pub fn ask(&mut self, question: &str) -> io::Result<String> {
        if question.contains('\n') {
            return Err(ErrorKind::InvalidInput.into());
        }
        self.to.write_all(format!("{question}\n").as_bytes())?;
        let mut answer = String::new();
        self.from.read_line(&mut answer)?;
        match answer.strip_suffix('\n') {
            Some(answer) => Ok(answer.to_string()),
            None => Err(ErrorKind::UnexpectedEof.into()),
        }
    }

    pub fn close(self) -> io::Result<ExitStatus> {
        let mut to = self.to;
        let _ = to.write_all(b"quit\n");
        drop(to);
        self.child.wait()
    }
}
