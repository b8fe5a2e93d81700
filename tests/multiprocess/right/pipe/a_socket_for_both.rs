use std::io::{self, BufRead, BufReader, ErrorKind, Write};
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::process::ExitStatus;

use super::{Forked, fork_child};

pub struct Conversation {
    child: Forked,
    line: BufReader<UnixStream>,
}

impl Conversation {
    pub fn start(mut answer: impl FnMut(&str) -> String) -> io::Result<Self> {
        let (ours, theirs) = UnixStream::pair()?;
        let mut ours = Some(ours);
        let child = fork_child(|| {
            ours = None;
            let mut lines = BufReader::new(theirs);
            let mut question = String::new();
            while lines.read_line(&mut question).is_ok_and(|count| count > 0) {
                let answer = answer(question.trim_end_matches('\n'));
                if writeln!(lines.get_mut(), "{answer}").is_err() {
                    return 1;
                }
                question.clear();
            }
            0
        })?;
        let line = BufReader::new(ours.ok_or(ErrorKind::Other)?);
        Ok(Self { child, line })
    }

    pub fn ask(&mut self, question: &str) -> io::Result<String> {
        if question.contains('\n') {
            return Err(ErrorKind::InvalidInput.into());
        }
        writeln!(self.line.get_mut(), "{question}")?;
        let mut answer = String::new();
        match self.line.read_line(&mut answer) {
            Ok(_) if answer.ends_with('\n') => Ok(answer.trim_end_matches('\n').to_string()),
            Err(error) if error.kind() != ErrorKind::ConnectionReset => Err(error),
            _ => Err(ErrorKind::UnexpectedEof.into()),
        }
    }

    pub fn close(self) -> io::Result<ExitStatus> {
        let _ = self.line.get_ref().shutdown(Shutdown::Both);
        self.child.wait()
    }
}
