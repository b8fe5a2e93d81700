//! What a child tells its parent: records behind a token that only the two of them know.
//!
//! The learner's code shares the process with the judge and may print anything. A record counts only if it begins with
//! the token, which is drawn anew for every child and reaches it through a standard input that nobody else reads.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::{self, Write};

/// Bytes that belong to no record are the learner's; more than this is output without end.
pub(crate) const NOISE: usize = 1 << 20;

const LARGEST_RECORD: usize = 16 << 20;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token(String);

impl Token {
    pub(crate) fn draw() -> Token {
        let word = || RandomState::new().build_hasher().finish();
        Token(format!("{:016x}{:016x}", word(), word()))
    }

    pub(crate) fn received(text: &str) -> Token {
        Token(text.to_string())
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// A record is a list of strings; the first says what it is.
pub(crate) type Record = Vec<String>;

pub(crate) fn send(to: &mut impl Write, token: &Token, record: &[&str]) -> io::Result<()> {
    let mut bytes = token.0.clone().into_bytes();
    bytes.extend((record.len() as u32).to_le_bytes());
    for field in record {
        bytes.extend((field.len() as u32).to_le_bytes());
        bytes.extend(field.as_bytes());
    }
    to.write_all(&bytes)?;
    to.flush()
}

/// Cuts a stream into records.
pub(crate) struct Reader {
    token: Token,
    pending: Vec<u8>,
    pub(crate) noise: usize,
}

impl Reader {
    pub(crate) fn new(token: Token) -> Reader {
        Reader { token, pending: Vec::new(), noise: 0 }
    }

    pub(crate) fn feed(&mut self, bytes: &[u8]) -> Vec<Record> {
        self.pending.extend(bytes);
        let mut records = Vec::new();
        loop {
            let token = self.token.0.as_bytes();
            let mark = token.len();
            let Some(start) = self.pending.windows(mark).position(|window| window == token) else {
                // The token may have arrived in part: its beginning stays.
                self.discard(self.pending.len().saturating_sub(mark - 1));
                return records;
            };
            self.discard(start);
            match parse(&self.pending[mark..]) {
                Parsed::Whole(record, length) => {
                    records.push(record);
                    self.pending.drain(..mark + length);
                }
                Parsed::Part => return records,
                Parsed::Broken => self.discard(mark),
            }
        }
    }

    fn discard(&mut self, count: usize) {
        self.noise += count;
        self.pending.drain(..count);
    }
}

enum Parsed {
    Whole(Record, usize),
    Part,
    Broken,
}

fn parse(bytes: &[u8]) -> Parsed {
    let number = |at: usize| {
        let slice = bytes.get(at..at + 4)?;
        Some(u32::from_le_bytes(slice.try_into().ok()?) as usize)
    };
    let Some(fields) = number(0) else { return Parsed::Part };
    let mut at = 4;
    let mut record = Vec::new();
    for _ in 0..fields {
        let Some(length) = number(at) else { return Parsed::Part };
        if at + length > LARGEST_RECORD {
            return Parsed::Broken;
        }
        at += 4;
        let Some(field) = bytes.get(at..at + length) else { return Parsed::Part };
        let Ok(field) = std::str::from_utf8(field) else { return Parsed::Broken };
        record.push(field.to_string());
        at += length;
    }
    Parsed::Whole(record, at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn 기록은_어떻게_잘려_도착해도_그대로다() {
        let token = Token::draw();
        let mut bytes = b"noise".to_vec();
        send(&mut bytes, &token, &["done", "뮤텍스", ""]).unwrap();
        bytes.extend(b"more noise");
        send(&mut bytes, &token, &["alive"]).unwrap();
        for size in 1..bytes.len() {
            let mut reader = Reader::new(token.clone());
            let records: Vec<Record> = bytes.chunks(size).flat_map(|chunk| reader.feed(chunk)).collect();
            assert_eq!(
                records,
                [vec!["done", "뮤텍스", ""], vec!["alive"]],
                "{size}바이트씩 읽었을 때입니다."
            );
            assert_eq!(reader.noise, 15, "기록이 아닌 바이트를 {size}바이트씩 읽으며 셌습니다.");
        }
    }

    #[test]
    fn 다른_토큰의_기록은_소음이다() {
        let mut bytes = Vec::new();
        send(&mut bytes, &Token::draw(), &["done", "solved"]).unwrap();
        let mut reader = Reader::new(Token::draw());
        assert!(reader.feed(&bytes).is_empty(), "토큰이 다르면 기록이 아니어야 합니다.");
    }
}
