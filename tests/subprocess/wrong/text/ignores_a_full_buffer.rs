//! 버퍼가 차면 나머지를 버립니다.

use std::error::Error;
use std::fmt;
use std::io::{self, ErrorKind, Read};

use encoding_rs::{DecoderResult, Encoding};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Errors {
    #[default]
    Strict,
    Replace,
}

#[derive(Debug)]
pub enum TextError {
    Unknown(String),
    Decode(usize),
    Read(io::Error),
}

impl Error for TextError {}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "글자로 바꾸지 못했습니다: {self:?}")
    }
}

fn named(name: &str) -> Option<&'static Encoding> {
    let plain = |name: &str| name.replace(['-', '_'], "").to_ascii_lowercase();
    let wanted = match plain(name).as_str() {
        "cp949" | "ms949" | "uhc" => "euckr".to_string(),
        wanted => wanted.to_string(),
    };
    let known = [
        "utf-8",
        "euc-kr",
        "windows-949",
        "shift_jis",
        "euc-jp",
        "gb18030",
        "gbk",
        "big5",
        "utf-16le",
        "utf-16be",
        "windows-1252",
        "iso-8859-1",
        "latin1",
        "ascii",
    ];
    let label = known.into_iter().find(|label| plain(label) == wanted);
    Encoding::for_label(label.unwrap_or(name).as_bytes())
}

fn decode(bytes: &[u8], encoding: &'static Encoding, errors: Errors) -> Result<String, TextError> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len() + 16);
    let mut done = 0;
    loop {
        let (result, read) = decoder.decode_to_string_without_replacement(&bytes[done..], &mut text, true);
        done += read;
        match (result, errors) {
            (DecoderResult::InputEmpty, _) => return Ok(text),
            (DecoderResult::OutputFull, _) => return Ok(text),
            (DecoderResult::Malformed(..), Errors::Replace) => {
                text.reserve(bytes.len() - done + 16);
                text.push(char::REPLACEMENT_CHARACTER);
            }
            (DecoderResult::Malformed(bad, after), Errors::Strict) => {
                return Err(TextError::Decode(done - usize::from(bad) - usize::from(after)));
            }
        }
    }
}

pub fn read_text(mut from: impl Read, encoding: &str, errors: Errors) -> Result<String, TextError> {
    let encoding = named(encoding).ok_or_else(|| TextError::Unknown(encoding.to_string()))?;
    let mut bytes = Vec::new();
    from.read_to_end(&mut bytes).map_err(TextError::Read)?;
    let text = decode(&bytes, encoding, errors)?;
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}
