//! 한 경우를 파이썬의 글로 옮기고, `Run`의 결과를 파이썬의 말로 옮깁니다.

use std::error::Error;
use std::io;

use solution_subprocess::check::CalledProcessError;
use solution_subprocess::environment::Args;
use solution_subprocess::run::Stream;
use solution_subprocess::text::{Errors, TextError};
use solution_subprocess::timeout::TimeoutExpired;
use solution_subprocess::{Completed, Run};

use super::cases::{Case, long};

/// `(args, {"stdout": "PIPE", ...})`
pub fn literal(case: &Case) -> String {
    let args = match case.args() {
        Args::List(words) => {
            format!("[{}]", words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(", "))
        }
        Args::Line(line) => quoted(line),
    };
    let Run { stdin, stdout, stderr, capture_output, shell, timeout, check, encoding, errors, text, .. } =
        case.run;
    let mut options: Vec<String> = Vec::new();
    for (name, stream) in [("stdin", stdin), ("stdout", stdout), ("stderr", stderr)] {
        let stream = match stream {
            Stream::Inherit => continue,
            Stream::Pipe => "PIPE",
            Stream::DevNull => "DEVNULL",
        };
        options.push(format!("'{name}': '{stream}'"));
    }
    options.extend(case.run.merge.then(|| "'stderr': 'STDOUT'".to_string()));
    for (name, on) in [("capture_output", capture_output), ("shell", shell), ("check", check), ("text", text)]
    {
        options.extend(on.then(|| format!("'{name}': True")));
    }
    options.extend(case.run.input.map(|input| match input == long(input.len()) {
        true => format!("'input': {}", input.len()),
        false => format!("'input': '{}'", digits(input)),
    }));
    options.extend(case.run.cwd.map(|cwd| format!("'cwd': {}", quoted(&cwd.to_string_lossy()))));
    options.extend(timeout.map(|limit| format!("'timeout': {}", limit.as_secs_f64())));
    options.extend(encoding.map(|encoding| format!("'encoding': {}", quoted(encoding))));
    options.extend(errors.map(|errors| {
        format!("'errors': '{}'", if errors == Errors::Strict { "strict" } else { "replace" })
    }));
    options.extend(case.run.env.map(|env| {
        let pairs = env.iter().map(|(name, value)| format!("{}: {}", quoted(name), quoted(value)));
        format!("'env': {{{}}}", pairs.collect::<Vec<_>>().join(", "))
    }));
    format!("({args}, {{{}}})", options.join(", "))
}

fn quoted(text: &str) -> String {
    let escaped = text.chars().map(|letter| match letter {
        '\'' | '\\' => format!("\\{letter}"),
        '\0'..' ' => format!("\\x{:02x}", letter as u32),
        _ => letter.to_string(),
    });
    format!("'{}'", escaped.collect::<String>())
}

fn digits(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// 긴 것은 길이와 Adler-32로 견줍니다.
fn hex(bytes: &[u8]) -> String {
    match bytes.len() {
        0 => "-".into(),
        1..=1024 => digits(bytes),
        length => {
            let (mut sum, mut sums) = (1u32, 0);
            for &byte in bytes {
                sum = (sum + u32::from(byte)) % 65_521;
                sums = (sums + sum) % 65_521;
            }
            format!("{length}:{}", sums << 16 | sum)
        }
    }
}

fn shown(bytes: &Option<Vec<u8>>) -> String {
    bytes.as_ref().map_or("None".into(), |bytes| hex(bytes))
}

pub fn outcome(case: &Case) -> String {
    match case.run.run(case.args()) {
        Ok(Completed { returncode, stdout, stderr, .. }) => {
            format!("{returncode} {} {}", shown(&stdout), shown(&stderr))
        }
        Err(error) => exception(&*error),
    }
}

fn exception(error: &(dyn Error + 'static)) -> String {
    if let Some(CalledProcessError { returncode, stdout, stderr, .. }) = error.downcast_ref() {
        return format!("CalledProcessError {returncode} {} {}", shown(stdout), shown(stderr));
    }
    if let Some(TimeoutExpired { stdout, stderr }) = error.downcast_ref() {
        return format!("TimeoutExpired {} {}", hex(stdout), hex(stderr));
    }
    match error.downcast_ref() {
        Some(TextError::Decode(offset)) => return format!("UnicodeDecodeError {offset}"),
        Some(TextError::Unknown(_)) => return "LookupError".into(),
        _ => {}
    }
    let kind = error.downcast_ref().map(io::Error::kind);
    let name = match kind {
        Some(io::ErrorKind::NotFound) => "FileNotFoundError",
        Some(io::ErrorKind::PermissionDenied) => "PermissionError",
        Some(io::ErrorKind::NotADirectory) => "NotADirectoryError",
        Some(io::ErrorKind::InvalidInput) | None => "ValueError",
        _ => "OSError",
    };
    name.into()
}
