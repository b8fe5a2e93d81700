//! How a spec names the small programs, and what they are.

use std::ffi::OsString;
use std::fmt;
use std::process::Command;

/// Something that this binary can be started again for, by [`program`].
#[derive(Clone, Copy, Debug)]
pub struct Role {
    pub name: &'static str,
    /// Gets its arguments, and gives its exit code.
    pub run: fn(&[OsString]) -> i32,
}

/// Does not return.
pub(crate) fn play(roles: &[Role], name: &str, arguments: &[OsString]) -> ! {
    let role = roles.iter().find(|role| role.name == name);
    std::process::exit(role.map_or(127, |role| (role.run)(arguments)))
}

/// A small program with its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    words: Vec<String>,
}

/// The small program of that name, with its own arguments: this binary, started again to play one of the [`Role`]s that the
/// topic has handed in.
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
