//! The small programs that answers run.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::fs::FileTypeExt;
use std::process::exit;
use std::thread::sleep;
use std::time::Duration;

use crate::program;

/// A program that should have been ended by then is nobody's.
const LIFE: Duration = Duration::from_secs(60);

const BLOCK: usize = 4 << 10;

/// 똠방각하와 펲시맨, in cp949: syllables that KS X 1001 does not have.
const KOREAN: &[u8] = b"\x8cc\xb9\xe6\xb0\xa2\xc7\xcf\xbf\xcd \xbc\x84\xbd\xc3\xb8\xc7\r\n";

pub(crate) fn run(name: &str, arguments: &[OsString]) -> ! {
    let code = match name {
        "fill" => fill(number(arguments, 0), number(arguments, 1)),
        "cat" => io::copy(&mut io::stdin(), &mut io::stdout()).map(|_| 0),
        "count" => count(),
        "tee" => tee(),
        "sip" => sip(number(arguments, 0)),
        "pieces" => pieces(arguments),
        "say" => {
            print(io::stdout(), text(arguments, 0).as_bytes());
            print(io::stderr(), text(arguments, 1).as_bytes());
            Ok(number(arguments, 2) as i32)
        }
        "arguments" => said(&json(arguments)),
        "turns" => turns(number(arguments, 0)),
        "signal" => signal(number(arguments, 0) as i32),
        "deaf" => said(&text(arguments, 0)),
        "linger" => linger(&text(arguments, 0), &text(arguments, 1)),
        "mute" => mute(&text(arguments, 0)),
        "drip" => drip(&text(arguments, 0)),
        "stubborn" => stubborn(&text(arguments, 0), &text(arguments, 1)),
        "family" => family(&text(arguments, 0)),
        "orphan" => orphan(&text(arguments, 0)),
        "pipes" => Ok(pipes()),
        "tally" => tally(&text(arguments, 0)),
        "environment" => said(&environment()),
        "variable" => said(&std::env::var(text(arguments, 0)).unwrap_or_else(|_| "(없음)".into())),
        "place" => said(&std::env::current_dir().unwrap_or_default().to_string_lossy()),
        "bytes" => {
            print(io::stdout(), &unhex(&text(arguments, 0)));
            Ok(0)
        }
        "korean" => {
            print(io::stdout(), KOREAN);
            Ok(0)
        }
        _ => Ok(127),
    };
    // Without a reader there is nobody to complain to either.
    exit(code.unwrap_or(1))
}

fn text(arguments: &[OsString], index: usize) -> String {
    arguments.get(index).map(|text| text.to_string_lossy().into_owned()).unwrap_or_default()
}

fn number(arguments: &[OsString], index: usize) -> usize {
    text(arguments, index).parse().unwrap_or(0)
}

fn print(mut to: impl Write, bytes: &[u8]) {
    let _ = to.write_all(bytes).and_then(|()| to.flush());
}

fn said(text: &str) -> io::Result<i32> {
    print(io::stdout(), text.as_bytes());
    Ok(0)
}

fn json(arguments: &[OsString]) -> String {
    let quoted = |text: &OsString| {
        let text = text.to_string_lossy();
        let escaped = text.chars().flat_map(|letter| match letter {
            '"' | '\\' => vec!['\\', letter],
            '\n' => vec!['\\', 'n'],
            '\t' => vec!['\\', 't'],
            _ => vec![letter],
        });
        format!("\"{}\"", escaped.collect::<String>())
    };
    format!("[{}]", arguments.iter().map(quoted).collect::<Vec<_>>().join(", "))
}

fn turns(lines: usize) -> io::Result<i32> {
    for line in 0..lines {
        if line % 2 == 0 {
            print(io::stdout(), format!("출력 {line}\n").as_bytes());
        } else {
            print(io::stderr(), format!("오류 {line}\n").as_bytes());
        }
    }
    Ok(0)
}

fn signal(number: i32) -> io::Result<i32> {
    use nix::sys::signal::{Signal, raise};

    if let Ok(signal) = Signal::try_from(number) {
        raise(signal)?;
    }
    sleep(LIFE);
    Ok(1)
}

fn fill(mut out: usize, mut err: usize) -> io::Result<i32> {
    while out + err > 0 {
        let (to_err, to_out) = (err.min(BLOCK), out.min(BLOCK));
        io::stderr().write_all(&vec![b'e'; to_err])?;
        io::stdout().write_all(&vec![b'o'; to_out])?;
        io::stdout().flush()?;
        (out, err) = (out - to_out, err - to_err);
    }
    Ok(0)
}

fn count() -> io::Result<i32> {
    let count = io::copy(&mut io::stdin(), &mut io::sink())?;
    said(&count.to_string())
}

fn sip(bytes: usize) -> io::Result<i32> {
    let mut sip = vec![0; bytes];
    io::stdin().read_exact(&mut sip)?;
    print(io::stdout(), &sip);
    Ok(0)
}

fn tee() -> io::Result<i32> {
    let mut block = [0; BLOCK];
    while let count @ 1.. = io::stdin().read(&mut block)? {
        io::stderr().write_all(&block[..count])?;
        io::stdout().write_all(&block[..count])?;
        io::stdout().flush()?;
    }
    Ok(0)
}

/// Whoever has heard `text` can be sure of `complaint`.
fn linger(text: &str, complaint: &str) -> io::Result<i32> {
    print(io::stderr(), complaint.as_bytes());
    print(io::stdout(), text.as_bytes());
    sleep(LIFE);
    Ok(0)
}

fn drip(text: &str) -> io::Result<i32> {
    const PAUSE: Duration = Duration::from_millis(20);

    print(io::stdout(), text.as_bytes());
    for _ in 0..LIFE.as_millis() / PAUSE.as_millis() {
        sleep(PAUSE);
        io::stdout().write_all(b".")?;
        io::stdout().flush()?;
    }
    Ok(0)
}

fn mute(text: &str) -> io::Result<i32> {
    print(io::stdout(), text.as_bytes());
    let nothing = File::options().read(true).write(true).open("/dev/null")?;
    nix::unistd::dup2_stdin(&nothing)?;
    nix::unistd::dup2_stdout(&nothing)?;
    nix::unistd::dup2_stderr(&nothing)?;
    sleep(LIFE);
    Ok(0)
}

fn stubborn(text: &str, complaint: &str) -> io::Result<i32> {
    use nix::sys::signal::{SigHandler, Signal, signal};

    // SAFETY: no handler runs, the signal is ignored; nothing else in this process sets one.
    let _ = unsafe { signal(Signal::SIGTERM, SigHandler::SigIgn) };
    linger(text, complaint)
}

fn family(text: &str) -> io::Result<i32> {
    let status = program("stubborn", &[text]).command().status()?;
    Ok(status.code().unwrap_or(1))
}

/// The grandchild prints nothing: who prints first would depend on the machine.
fn orphan(text: &str) -> io::Result<i32> {
    program("linger", &[]).command().spawn()?;
    print(io::stdout(), text.as_bytes());
    Ok(0)
}

fn pipes() -> i32 {
    let is_pipe = |stream: BorrowedFd<'_>| {
        let file = stream.try_clone_to_owned().map(File::from);
        file.and_then(|file| file.metadata()).is_ok_and(|metadata| metadata.file_type().is_fifo())
    };
    i32::from(is_pipe(io::stdout().as_fd())) + 2 * i32::from(is_pipe(io::stderr().as_fd()))
}

fn tally(path: &str) -> io::Result<i32> {
    let mut file = File::options().append(true).create(true).open(path)?;
    file.write_all(b"x")?;
    said(&file.metadata()?.len().to_string())
}

fn environment() -> String {
    let mut lines: Vec<String> = std::env::vars_os()
        .map(|(name, value)| format!("{}={}\n", name.to_string_lossy(), value.to_string_lossy()))
        .collect();
    lines.sort();
    lines.concat()
}

/// Waits for a byte on its standard input between the pieces, if there is anybody to write one.
fn pieces(arguments: &[OsString]) -> io::Result<i32> {
    for piece in arguments {
        print(io::stdout(), &unhex(&piece.to_string_lossy()));
        let _ = io::stdin().read(&mut [0])?;
    }
    Ok(0)
}

fn unhex(text: &str) -> Vec<u8> {
    let pairs = text.as_bytes().chunks(2).filter_map(|pair| std::str::from_utf8(pair).ok());
    pairs.filter_map(|pair| u8::from_str_radix(pair, 16).ok()).collect()
}
