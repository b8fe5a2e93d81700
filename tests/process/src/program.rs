//! How a spec names the small programs, and what they are.

use std::ffi::OsString;
use std::process::Command;
use std::time::Duration;
use std::{fmt, fs};

use nix::unistd::{SysconfVar, sysconf};

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

/// Waits until whoever started this program rests, as one does that waits for its end: all its threads are asleep. One that
/// computes instead, for as long as [`BUSY`](crate::BUSY), is not waited for.
pub fn until_the_parent_rests() {
    let parent = std::os::unix::process::parent_id();
    let before = computed(parent);
    while !rests(parent) {
        if let (Some(before), Some(now)) = (before, computed(parent))
            && now.saturating_sub(before) > crate::BUSY
        {
            return;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// Where the system does not tell, for a while.
fn rests(process: u32) -> bool {
    let Ok(threads) = fs::read_dir(format!("/proc/{process}/task")) else {
        std::thread::sleep(Duration::from_millis(300));
        return true;
    };
    let mut stats = threads.flatten().map(|thread| fs::read_to_string(thread.path().join("stat")));
    // One that ends meanwhile has still to wake another.
    stats.all(|stat| stat.is_ok_and(|stat| stat.contains(") S ")))
}

fn computed(process: u32) -> Option<Duration> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let mut fields = stat.rsplit(')').next()?.split_whitespace().skip(11);
    let ticks = fields.next()?.parse::<u64>().ok()? + fields.next()?.parse::<u64>().ok()?;
    Some(Duration::from_secs(ticks) / sysconf(SysconfVar::CLK_TCK).ok()?? as u32)
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
