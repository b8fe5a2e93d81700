//! A pseudo-terminal with the guide in it.

use std::io::{Read, Write};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};

use crate::made_up::Repo;

/// What does not come about is given up after this; nothing else is judged by the clock.
const PATIENCE: Duration = Duration::from_secs(120);

pub struct Terminal {
    master: Option<Box<dyn MasterPty + Send>>,
    /// Kept open, so that the settings can be read after the guide has gone.
    _slave: Box<dyn SlavePty + Send>,
    keyboard: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    seen: Arc<Mutex<Seen>>,
    before: String,
}

struct Seen {
    screen: vt100::Parser,
    bytes: Vec<u8>,
}

fn size(rows: u16, cols: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

impl Terminal {
    /// The watcher.
    pub fn open(repo: &Repo, columns: u16, vars: &[(&str, &str)]) -> Terminal {
        Terminal::run(repo, &[], columns, vars)
    }

    pub fn run(repo: &Repo, words: &[&str], columns: u16, vars: &[(&str, &str)]) -> Terminal {
        Terminal::of_size(repo, words, 60, columns, vars)
    }

    pub fn of_size(repo: &Repo, words: &[&str], rows: u16, columns: u16, vars: &[(&str, &str)]) -> Terminal {
        let pair = native_pty_system().openpty(size(rows, columns)).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_course"));
        command.args(words);
        command.env_clear();
        command.env("TERM", "xterm-256color");
        for (name, value) in repo.vars() {
            command.env(name, value);
        }
        for (name, value) in vars {
            command.env(name, value);
        }
        command.cwd(repo.root());
        let before = settings(&*pair.master);
        let child = pair.slave.spawn_command(command).unwrap();
        let seen =
            Arc::new(Mutex::new(Seen { screen: vt100::Parser::new(rows, columns, 0), bytes: Vec::new() }));
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        let heard = seen.clone();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                let mut seen = heard.lock().unwrap();
                seen.screen.process(&bytes[..count]);
                seen.bytes.extend(&bytes[..count]);
            }
        });
        Terminal { master: Some(pair.master), _slave: pair.slave, keyboard: writer, child, seen, before }
    }

    pub fn screen(&self) -> String {
        self.seen.lock().unwrap().screen.screen().contents()
    }

    /// Everything that was written so far.
    pub fn written(&self) -> String {
        String::from_utf8_lossy(&self.seen.lock().unwrap().bytes).into_owned()
    }

    #[track_caller]
    pub fn until(&self, text: &str) {
        self.until_so(text, |screen| screen.contains(text));
    }

    #[track_caller]
    pub fn until_so(&self, told: &str, wanted: impl Fn(&str) -> bool) {
        let start = Instant::now();
        while !wanted(&self.screen()) {
            assert!(start.elapsed() < PATIENCE, "기다린 것이 보이지 않습니다: {told}\n{}", self.screen());
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    pub fn press(&mut self, keys: &str) {
        let _ = self.keyboard.write_all(keys.as_bytes());
        let _ = self.keyboard.flush();
    }

    /// The reader of the screen keeps its size: it does not survive a wide letter that is cut in two.
    pub fn resize(&self, rows: u16, columns: u16) {
        let _ = self.master.as_ref().map(|master| master.resize(size(rows, columns)));
    }

    pub fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    pub fn alive(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// Its exit code, once the terminal is what it was before.
    #[track_caller]
    pub fn end(&mut self) -> u32 {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                let after = settings(&**self.master.as_ref().unwrap());
                assert_eq!(self.before, after, "터미널의 설정이 달라졌습니다.");
                let seen = self.seen.lock().unwrap();
                assert!(!seen.screen.screen().hide_cursor(), "커서가 보여야 합니다.");
                assert!(!seen.screen.screen().alternate_screen(), "화면이 돌아와야 합니다.");
                return status.exit_code();
            }
            assert!(start.elapsed() < PATIENCE, "끝나지 않습니다.\n{}", self.screen());
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// Closes the window. Whoever reads from it is told by the system.
    pub fn close(mut self) -> Box<dyn Child + Send + Sync> {
        self.master.take();
        self.child
    }
}

fn settings(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios())
}
