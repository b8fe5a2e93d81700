//! Records from one process to another, through a stream that somebody else may write to as well.
//!
//! A child that judges shares its output with the code it judges, which may print anything. A record counts only if it
//! begins with a token, which is drawn anew for every child and reaches it through a standard input that nobody else reads.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::{self, Write};

use nanoserde::{DeJson, SerJson};

const LARGEST: usize = 16 << 20;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    pub fn draw() -> Token {
        let word = || RandomState::new().build_hasher().finish();
        Token(format!("{:016x}{:016x}", word(), word()))
    }

    /// The token that was drawn elsewhere.
    pub fn received(text: &str) -> Token {
        Token(text.to_string())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Sends a record: the token, the length of what follows, and the record as JSON.
///
/// # Errors
/// If it cannot be written.
pub fn send(to: &mut impl Write, token: &Token, record: &impl SerJson) -> io::Result<()> {
    let text = record.serialize_json();
    let mut bytes = token.0.clone().into_bytes();
    bytes.extend((text.len() as u32).to_le_bytes());
    bytes.extend(text.as_bytes());
    to.write_all(&bytes)?;
    to.flush()
}

/// Cuts a stream into records.
#[derive(Debug)]
pub struct Reader {
    token: Token,
    pending: Vec<u8>,
    /// Bytes that belong to no record.
    pub noise: usize,
}

impl Reader {
    pub fn new(token: Token) -> Reader {
        Reader { token, pending: Vec::new(), noise: 0 }
    }

    /// The records that these bytes complete.
    pub fn feed<T: DeJson>(&mut self, bytes: &[u8]) -> Vec<T> {
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
            let Some((length, rest)) = self.pending[mark..].split_first_chunk::<4>() else { return records };
            let length = u32::from_le_bytes(*length) as usize;
            if length > LARGEST {
                self.discard(mark);
                continue;
            }
            let Some(text) = rest.get(..length) else { return records };
            let record = std::str::from_utf8(text).ok().and_then(|text| T::deserialize_json(text).ok());
            match record {
                Some(record) => {
                    records.push(record);
                    self.pending.drain(..mark + 4 + length);
                }
                None => self.discard(mark),
            }
        }
    }

    fn discard(&mut self, count: usize) {
        self.noise += count;
        self.pending.drain(..count);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_arrives_whole_however_it_is_cut() {
        let token = Token::draw();
        let (one, other) =
            (vec!["done".to_string(), "뮤텍스 \u{1b}\"\\\n".into()], vec!["alive".to_string()]);
        let mut bytes = b"noise".to_vec();
        send(&mut bytes, &token, &one).unwrap();
        bytes.extend(b"more noise");
        send(&mut bytes, &token, &other).unwrap();
        for size in 1..bytes.len() {
            let mut reader = Reader::new(token.clone());
            let records: Vec<Vec<String>> = bytes.chunks(size).flat_map(|chunk| reader.feed(chunk)).collect();
            assert_eq!(records, [one.clone(), other.clone()], "read in pieces of {size}");
            assert_eq!(reader.noise, 15, "read in pieces of {size}");
        }
    }

    #[test]
    fn the_record_of_another_token_is_noise() {
        let mut bytes = Vec::new();
        send(&mut bytes, &Token::draw(), &"solved".to_string()).unwrap();
        assert!(Reader::new(Token::draw()).feed::<String>(&bytes).is_empty());
    }
}
