//! What an answer prints to follow itself, kept beside the case: a promise is not broken by looking.
//!
//! [`print!`](crate::print) and its like write it into memory that the processes of the case share with the guard. That is
//! no system call, so nothing that a case counts or orders changes by it.

use std::fmt::Arguments;
use std::fs::{File, OpenOptions};
use std::io;
use std::num::NonZeroUsize;
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::ptr::NonNull;
use std::slice;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use nix::sys::mman::{MapFlags, ProtFlags, mmap};

/// Bytes that are kept; what is printed after them is left out.
const ROOM: usize = 32 << 10;

/// The number of bytes printed so far stands before them.
const HEAD: usize = size_of::<AtomicUsize>();

static PAGE: OnceLock<Page> = OnceLock::new();

struct Page(NonNull<u8>);

// SAFETY: whoever writes takes a place of its own first, by an atomic addition.
unsafe impl Send for Page {}
// SAFETY: as above.
unsafe impl Sync for Page {}

/// The file of the guard, with nothing in it.
pub(crate) fn create(path: &Path) -> io::Result<File> {
    let file = OpenOptions::new().read(true).write(true).create_new(true).open(path)?;
    file.set_len((HEAD + ROOM) as u64)?;
    Ok(file)
}

/// Forgets what was printed.
pub(crate) fn clear(file: &File) {
    let _ = file.write_all_at(&[0; HEAD + ROOM], 0);
}

/// What was printed.
pub(crate) fn read(file: &File) -> String {
    let mut bytes = vec![0; HEAD + ROOM];
    if file.read_exact_at(&mut bytes, 0).is_err() {
        return String::new();
    }
    let (head, text) = bytes.split_at(HEAD);
    let count = usize::from_ne_bytes(head.try_into().unwrap_or_default()).min(ROOM);
    String::from_utf8_lossy(&text[..count]).replace('\0', "")
}

/// From now on this process, and every fork of it, prints there.
pub(crate) fn open(path: &Path) -> io::Result<()> {
    let file = OpenOptions::new().read(true).write(true).open(path)?;
    let length = NonZeroUsize::new(HEAD + ROOM).expect("there is room");
    let access = ProtFlags::PROT_READ | ProtFlags::PROT_WRITE;
    // SAFETY: a new mapping, at a place that the system chooses, of a file that nobody makes shorter.
    let start = unsafe { mmap(None, length, access, MapFlags::MAP_SHARED, &file, 0) }?;
    let _ = PAGE.set(Page(start.cast()));
    Ok(())
}

impl Page {
    fn write(&self, text: &str) {
        // SAFETY: the mapping begins with the number, is aligned to a page, and is never unmapped.
        let count = unsafe { self.0.cast::<AtomicUsize>().as_ref() };
        let at = count.fetch_add(text.len(), Ordering::Relaxed).min(ROOM);
        let kept = &text.as_bytes()[..text.len().min(ROOM - at)];
        // SAFETY: these bytes lie in the mapping, and the addition gave them to this thread alone.
        let place = unsafe { slice::from_raw_parts_mut(self.0.as_ptr().add(HEAD + at), kept.len()) };
        place.copy_from_slice(kept);
    }
}

/// What `print!` and `println!` of an answer call. A process that only runs a program prints as ever.
#[doc(hidden)]
pub fn write_out(text: Arguments<'_>) {
    match PAGE.get() {
        Some(page) => page.write(&text.to_string()),
        None => std::print!("{text}"),
    }
}

/// What `eprint!`, `eprintln!` and `dbg!` of an answer call.
#[doc(hidden)]
pub fn write_err(text: Arguments<'_>) {
    match PAGE.get() {
        Some(page) => {
            let lines = text.to_string();
            let lines: String = lines.lines().map(|line| format!("(stderr) {line}\n")).collect();
            page.write(&lines);
        }
        None => std::eprint!("{text}"),
    }
}

/// The name of the file of `dbg!`, without the folders it was compiled from.
#[doc(hidden)]
pub fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// [`std::println!`] of an answer.
#[macro_export]
macro_rules! println {
    () => { $crate::told::write_out(::core::format_args!("\n")) };
    ($($arg:tt)*) => { $crate::told::write_out(::core::format_args!("{}\n", ::core::format_args!($($arg)*))) };
}

/// [`std::print!`] of an answer.
#[macro_export]
macro_rules! print {
    ($($arg:tt)*) => { $crate::told::write_out(::core::format_args!($($arg)*)) };
}

/// [`std::eprintln!`] of an answer.
#[macro_export]
macro_rules! eprintln {
    () => { $crate::told::write_err(::core::format_args!("\n")) };
    ($($arg:tt)*) => { $crate::told::write_err(::core::format_args!("{}\n", ::core::format_args!($($arg)*))) };
}

/// [`std::eprint!`] of an answer.
#[macro_export]
macro_rules! eprint {
    ($($arg:tt)*) => { $crate::told::write_err(::core::format_args!($($arg)*)) };
}

/// [`std::dbg!`] of an answer.
#[macro_export]
macro_rules! dbg {
    () => { $crate::eprintln!("[{}:{}]", $crate::told::file_name(::core::file!()), ::core::line!()) };
    ($value:expr $(,)?) => {
        match $value {
            shown => {
                $crate::eprintln!(
                    "[{}:{}] {} = {:#?}",
                    $crate::told::file_name(::core::file!()),
                    ::core::line!(),
                    ::core::stringify!($value),
                    &shown
                );
                shown
            }
        }
    };
    ($($value:expr),+ $(,)?) => { ($($crate::dbg!($value)),+,) };
}
