//! How a spec names the small programs, and what they are.

use std::ffi::OsString;
use std::process::{Command, Stdio};
use std::time::Duration;
use std::{fmt, fs, io};

#[cfg(target_os = "linux")]
use nix::sys::wait::{Id, WaitPidFlag, waitid};
#[cfg(target_os = "linux")]
use nix::unistd::Pid;
use nix::unistd::{SysconfVar, sysconf};

use crate::demand;

/// Something that this binary can be started again for, by [`program`].
#[derive(Clone, Copy, Debug)]
pub struct Role {
    pub name: &'static str,
    /// Gets its arguments, and gives its exit code.
    pub run: fn(&[OsString]) -> i32,
}

/// Does not return.
pub(crate) fn play(roles: &[Role], name: &str, arguments: &[OsString]) -> ! {
    let role = roles.iter().chain(crate::inherited::ROLES).find(|role| role.name == name);
    std::process::exit(role.map_or(127, |role| (role.run)(arguments)))
}

/// [`until_it_rests`] for whoever started this program.
pub fn until_the_parent_rests() {
    until_it_rests(std::os::unix::process::parent_id());
}

/// Waits until a process rests, as one does that waits for the end of another: all its threads are asleep. One that computes
/// instead, for as long as [`BUSY`](crate::BUSY), is not waited for.
pub fn until_it_rests(process: u32) {
    let before = processor_time(process);
    while !rests(process) {
        if let (Some(before), Some(now)) = (before, processor_time(process))
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

/// What that process has computed; [`computed`](crate::computed) tells it of this one.
fn processor_time(process: u32) -> Option<Duration> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let mut fields = stat.rsplit(')').next()?.split_whitespace().skip(11);
    let ticks = fields.next()?.parse::<u64>().ok()? + fields.next()?.parse::<u64>().ok()?;
    Some(Duration::from_secs(ticks) / sysconf(SysconfVar::CLK_TCK).ok()?? as u32)
}

/// Makes a call while another child of this process has ended and is not reaped: it is not the call's to wait for.
///
/// # Panics
/// If the call has reaped it.
#[track_caller]
pub fn another_keeps<T>(another: &Program, call: impl FnOnce() -> T) -> T {
    let mut another = another.command().stdout(Stdio::piped()).spawn().expect("a small program starts");
    // Its output ends with it, or a little sooner.
    let _ = another.stdout.as_mut().map(|output| io::copy(output, &mut io::sink()));
    #[cfg(target_os = "linux")]
    let _ = waitid(Id::Pid(Pid::from_raw(another.id() as i32)), WaitPidFlag::WEXITED | WaitPidFlag::WNOWAIT);
    let result = call();
    let advice = "아무 자식이나 거두는 `wait`나 `waitpid(-1)` 대신, 내 코드가 시작한 자식의 번호로 거둡니다.";
    demand(another.wait().is_ok(), advice, || {
        "부른 쪽이 시작한 다른 자식까지 거둡니다. 부른 쪽은 그 자식이 어떻게 끝났는지 알 수 없습니다.".into()
    });
    result
}

/// Makes a call while another thread of this process waits: where `/proc` is, no process may be forked then.
pub fn beside_a_thread<T>(call: impl FnOnce() -> T) -> T {
    let (stop, stopped) = std::sync::mpsc::channel::<()>();
    std::thread::scope(|scope| {
        scope.spawn(move || stopped.recv());
        // Also where the call panics: only then does the other thread end.
        let _stop = stop;
        call()
    })
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
