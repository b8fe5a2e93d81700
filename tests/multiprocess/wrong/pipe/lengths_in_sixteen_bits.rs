//! 답의 길이를 u16으로 먼저 보냅니다. 65,536바이트부터 길이가 틀립니다.

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
            // 부모의 쪽을 쥐고 있으면, 자식은 자신이 쥔 것 때문에 물음의 끝을 보지 못합니다.
            drop(mine.take());
            for question in BufReader::new(questions).lines().map_while(Result::ok) {
                let answer = answer(&question);
                let length = (answer.len() as u16).to_le_bytes();
                if answers
                    .write_all(&length)
                    .and_then(|()| answers.write_all(&answer.as_bytes()[..answer.len() as u16 as usize]))
                    .is_err()
                {
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
        let mut length = [0; 2];
        io::Read::read_exact(&mut self.from, &mut length)?;
        let mut answer = vec![0; u16::from_le_bytes(length) as usize];
        io::Read::read_exact(&mut self.from, &mut answer)?;
        String::from_utf8(answer).map_err(io::Error::other)
    }

    pub fn close(self) -> io::Result<ExitStatus> {
        drop(self.to);
        self.child.wait()
    }
}
