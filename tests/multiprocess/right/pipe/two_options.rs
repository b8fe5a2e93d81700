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
        let (mut reading, mut writing) = (Some(from), Some(to));
        let child = fork_child(|| {
            (reading, writing) = (None, None);
            for question in BufReader::new(questions).lines().map_while(Result::ok) {
                let answer = answer(&question) + "\n";
                if answers.write_all(answer.as_bytes()).is_err() {
                    return 1;
                }
            }
            drop(answers);
            0
        })?;
        let (Some(from), Some(to)) = (reading, writing) else { return Err(ErrorKind::Other.into()) };
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
