use std::io::{self, PipeWriter, Write};

pub struct Conversation {
    to: Option<PipeWriter>,
}

impl Conversation {
    pub fn ask(&mut self, question: &str) -> io::Result<()> {
        self.to.as_mut().unwrap().write_all(question.as_bytes())
    }
}
