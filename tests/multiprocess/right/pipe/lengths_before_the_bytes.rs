#![cfg(unix)]

use std::io::{self, BufRead, BufReader, ErrorKind, PipeReader, PipeWriter, Write};
use std::process::ExitStatus;

use super::{Forked, fork_child};

fn send(to: &mut impl Write, text: &str) -> io::Result<()> {
    to.write_all(&(text.len() as u64).to_le_bytes())?;
    to.write_all(text.as_bytes())
}

fn receive(from: &mut impl io::Read) -> io::Result<Option<String>> {
    let mut length = [0; 8];
    match from.read_exact(&mut length) {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => return Ok(None),
        Err(error) => return Err(error),
    }
    let mut bytes = vec![0; u64::from_le_bytes(length) as usize];
    from.read_exact(&mut bytes)?;
    String::from_utf8(bytes).map(Some).map_err(|error| io::Error::new(ErrorKind::InvalidData, error))
}

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
            let mut questions = BufReader::new(questions);
            while let Ok(Some(question)) = receive(&mut questions) {
                if send(&mut answers, &answer(&question)).is_err() {
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
        send(&mut self.to, question)?;
        receive(&mut self.from)?.ok_or_else(|| ErrorKind::UnexpectedEof.into())
    }

    pub fn close(self) -> io::Result<ExitStatus> {
        drop(self.to);
        self.child.wait()
    }
}
