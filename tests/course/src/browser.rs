//! The browser of the system, where there is one.

use std::path::Path;
use std::process::{Command, Stdio};

/// Opens an address, and says whether something was found that opens it.
pub fn open(address: &str) -> bool {
    let named = std::env::var("BROWSER").ok().filter(|name| !name.trim().is_empty());
    let named = named.as_deref().map(|name| (name, &[][..]));
    let known: &[(&str, &[&str])] = if cfg!(target_os = "macos") {
        &[("open", &[])]
    } else if cfg!(windows) {
        &[("rundll32", &["url.dll,FileProtocolHandler"])]
    } else {
        &[("xdg-open", &[]), ("wslview", &[])]
    };
    named.into_iter().chain(known.iter().copied()).any(|(name, words)| starts(name, words, address))
}

fn starts(name: &str, words: &[&str], address: &str) -> bool {
    let mut command = Command::new(name);
    command.args(words).arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // It lives on when the guide ends, and Ctrl-C is not meant for it.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let Ok(mut child) = command.spawn() else { return false };
    std::thread::spawn(move || child.wait());
    true
}

/// The address of a file on this machine.
pub fn address(file: &Path) -> String {
    let path = file.display().to_string().replace('\\', "/");
    let escaped: String = path
        .bytes()
        .map(|byte| match byte {
            b'/' | b':' | b'.' | b'-' | b'_' | b'~' => char::from(byte).to_string(),
            _ if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect();
    format!("file://{}{escaped}", if escaped.starts_with('/') { "" } else { "/" })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::address;

    #[test]
    fn 주소에는_빈칸도_한글도_없다() {
        assert_eq!(address(Path::new("/a b/가.html")), "file:///a%20b/%EA%B0%80.html");
    }
}
