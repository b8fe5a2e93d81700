//! How a spec names the small programs.

use std::fmt;
use std::process::Command;

/// A small program with its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    words: Vec<String>,
}

/// The small program of that name, with its own arguments.
///
/// | name | does |
/// | --- | --- |
/// | `arguments …` | prints its arguments as JSON |
/// | `say OUT ERR CODE` | prints `OUT` and, on standard error, `ERR`; exits with `CODE` |
/// | `turns N` | writes `N` lines, by turns to standard output and standard error |
/// | `signal N` | ends itself by signal `N` |
/// | `fill OUT ERR` | writes that many bytes to standard error and to standard output, in blocks by turns |
/// | `cat` | copies its standard input to its standard output |
/// | `tee` | the same, to its standard error too |
/// | `count` | reads its standard input to the end and prints how many bytes it was |
/// | `deaf TEXT` | never reads; prints `TEXT` and ends |
/// | `sip N` | reads `N` bytes, prints them, and ends with its input unread |
/// | `linger TEXT ERR` | prints `ERR` on standard error, then `TEXT`, and does not end |
/// | `mute TEXT` | prints `TEXT`, closes its streams and does not end |
/// | `drip TEXT` | prints `TEXT`, and then dots, one after the other, without an end |
/// | `stubborn TEXT ERR` | `linger`, and ignores SIGTERM |
/// | `family TEXT` | starts a `stubborn` that shares its streams, and waits for it |
/// | `orphan TEXT` | starts a `linger` and ends, leaving it with the streams |
/// | `pipes` | exits with 1 if its standard output is a pipe, plus 2 if its standard error is one |
/// | `tally FILE` | adds a byte to the file and prints how many it has now |
/// | `environment` | prints its environment as sorted lines |
/// | `variable NAME` | prints the variable, or `(없음)` |
/// | `place` | prints its working directory |
/// | `bytes HEX` | writes these bytes |
/// | `pieces HEX …` | writes each piece once the one before has been read |
/// | `korean` | prints a line of Korean in cp949 |
///
/// None of them outlives a minute.
///
/// # Panics
/// If the system does not tell the path of the binary.
pub fn program(name: &str, arguments: &[&str]) -> Program {
    let binary = std::env::current_exe().expect("the system knows where this binary is");
    let binary = binary.into_os_string().into_string().expect("the path is Unicode");
    let own = arguments.iter().map(|argument| argument.to_string());
    Program { words: [binary, format!("program:{name}")].into_iter().chain(own).collect() }
}

impl Program {
    /// The whole command: path, name, arguments.
    pub fn words(&self) -> Vec<&str> {
        self.words.iter().map(String::as_str).collect()
    }

    pub fn command(&self) -> Command {
        let mut command = Command::new(&self.words[0]);
        command.args(&self.words[1..]);
        command
    }

    /// The command for a shell, every word in quotes.
    pub fn line(&self) -> String {
        let quoted = self.words.iter().map(|word| format!("'{}'", word.replace('\'', r"'\''")));
        quoted.collect::<Vec<_>>().join(" ")
    }
}

/// As a learner would type it.
impl fmt::Display for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.words[1].trim_start_matches("program:");
        let plain = |word: &str| !word.is_empty() && !word.contains(|letter: char| letter.is_whitespace());
        let arguments = self.words[2..].iter().map(|word| match plain(word) {
            true => word.clone(),
            false => format!("{word:?}"),
        });
        let words: Vec<String> = [name.to_string()].into_iter().chain(arguments).collect();
        write!(f, "`{}`", words.join(" "))
    }
}
