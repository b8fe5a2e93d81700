//! Reading a step's file, whatever became of it, and writing files so that no moment sees half of one.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::trouble::Trouble;
use catalog::{Course, Step};

/// A step has forty lines; what is a thousand times longer was not typed.
const LONGEST: u64 = 1 << 20;

/// Why a file is no step.
#[derive(Debug)]
pub enum Fault {
    Missing,
    Folder,
    Empty,
    NotText,
    TooLong(u64),
    Unreadable(io::Error),
}

impl Fault {
    pub fn sentence(&self, step: &Step) -> String {
        let file = step.file();
        match self {
            Fault::Missing => format!("{file} 파일이 없습니다."),
            Fault::Folder => format!("{file} 자리에 파일이 아니라 폴더가 있습니다."),
            Fault::Empty => format!("{file} 파일이 비어 있습니다."),
            Fault::NotText => format!("{file} 파일이 UTF-8로 쓴 글이 아닙니다."),
            Fault::TooLong(bytes) => {
                format!("{file} 파일이 {}KB로, 한 단계라기에는 너무 깁니다.", bytes >> 10)
            }
            Fault::Unreadable(error) => Trouble::of_io(&format!("{file} 파일을 읽지 못했습니다"), error).what,
        }
    }

    pub fn trouble(&self, step: &Step) -> Trouble {
        let advice = match self {
            Fault::Unreadable(error) => Trouble::of_io("", error).advice,
            Fault::NotText => "편집기에서 인코딩을 UTF-8로 바꾸어 다시 저장합니다.".to_string(),
            _ => format!(
                "처음 코드로 되돌리려면 cargo course reset {} {}를 실행합니다. 지금 있는 것은 따로 보관됩니다.",
                step.topic, step.name
            ),
        };
        Trouble { what: self.sentence(step), advice, code: crate::trouble::UNSOLVED }
    }
}

/// The text of a step.
pub fn read(course: &Course, step: &Step) -> Result<String, Fault> {
    let path = course.at(step.file());
    let about = fs::metadata(&path).map_err(|error| match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Fault::Missing,
        _ => Fault::Unreadable(error),
    })?;
    if !about.is_file() {
        return Err(Fault::Folder);
    }
    if about.len() > LONGEST {
        return Err(Fault::TooLong(about.len()));
    }
    let bytes = fs::read(&path).map_err(Fault::Unreadable)?;
    let text = String::from_utf8(bytes).map_err(|_| Fault::NotText)?;
    if text.trim().is_empty() { Err(Fault::Empty) } else { Ok(text) }
}

/// Writes the whole file or nothing.
pub fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let part = part(folder, bytes)?;
    fs::rename(&part, path).inspect_err(|_| {
        let _ = fs::remove_file(&part);
    })
}

/// A new file in the folder that holds the bytes, safe on the disk.
pub fn part(folder: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    fs::create_dir_all(folder)?;
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let path = folder.join(format!(".{}-{number}.part", std::process::id()));
    let written = File::create(&path).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    match written {
        Ok(()) => Ok(path),
        Err(error) => {
            let _ = fs::remove_file(&path);
            Err(error)
        }
    }
}
