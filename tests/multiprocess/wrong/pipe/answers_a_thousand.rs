//! 물음을 천 개까지만 답하고, 그다음부터는 빈 줄만 보냅니다.

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
        let mut mine = Some((from, to));
        let child = fork_child(|| {
            drop(mine.take());
            for (index, question) in BufReader::new(questions).lines().map_while(Result::ok).enumerate() {
                let answer = if index < 1000 { answer(&question) + "\n" } else { "\n".to_string() };
                if answers.write_all(answer.as_bytes()).is_err() {
                    return 1;
                }
            }
            drop(answers);
            0
        })?;
        let (from, to) = mine.take().expect("부모의 것은 그대로입니다");
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
        drop(self.to);
        self.child.wait()
    }
}
