//! Short records between the three processes: a list of strings with their lengths.

use std::io::{self, Read, Write};

/// A sign of life before a record: no record begins with it, for none has so many fields.
pub(crate) const GOES_ON: u8 = 0xff;

pub(crate) fn send(to: &mut impl Write, record: &[impl AsRef<str>]) -> io::Result<()> {
    let mut bytes = (record.len() as u32).to_le_bytes().to_vec();
    for field in record.iter().map(AsRef::as_ref) {
        bytes.extend((field.len() as u32).to_le_bytes());
        bytes.extend(field.as_bytes());
    }
    to.write_all(&bytes)?;
    to.flush()
}

/// The next record, waited for.
pub(crate) fn receive(from: &mut impl Read) -> Option<Vec<String>> {
    let mut bytes = Vec::new();
    loop {
        // No byte behind the record is taken from whoever reads next.
        let mut byte = [0];
        from.read_exact(&mut byte).ok()?;
        bytes.extend(byte);
        if let Some(record) = parse(&bytes) {
            return Some(record);
        }
    }
}

/// The record at the beginning of `bytes`, once it is there as a whole.
pub(crate) fn parse(mut bytes: &[u8]) -> Option<Vec<String>> {
    let count = number(&mut bytes)?;
    (0..count).map(|_| field(&mut bytes)).collect()
}

fn number(bytes: &mut &[u8]) -> Option<usize> {
    let (number, rest) = bytes.split_first_chunk::<4>()?;
    *bytes = rest;
    Some(u32::from_le_bytes(*number) as usize)
}

fn field(bytes: &mut &[u8]) -> Option<String> {
    let length = number(bytes)?;
    let (field, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some(String::from_utf8_lossy(field).into_owned())
}
