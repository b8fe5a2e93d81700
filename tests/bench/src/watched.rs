//! The watcher of `cargo course` in a pseudo-terminal, as it is seen from outside.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

const PATIENCE: Duration = Duration::from_secs(300);

pub struct Watched {
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    pieces: Receiver<(Instant, Vec<u8>)>,
    /// What was written and not asked about yet.
    text: Vec<u8>,
    _master: Box<dyn MasterPty + Send>,
}

impl Watched {
    pub fn start(program: &Path, folder: &Path, vars: &[(&str, &Path)]) -> Watched {
        let size = PtySize { rows: 50, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("there are pseudo-terminals");
        let mut command = CommandBuilder::new(program);
        for name in crate::yard::ours() {
            command.env_remove(name);
        }
        for (name, value) in vars {
            command.env(name, value);
        }
        command.env("TERM", "xterm-256color");
        command.cwd(folder);
        let child = pair.slave.spawn_command(command).expect("the guide can be started");
        let mut reader = pair.master.try_clone_reader().expect("a terminal can be read");
        let keyboard = pair.master.take_writer().expect("a terminal can be written to");
        let (say, pieces) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                let _ = say.send((Instant::now(), bytes[..count].to_vec()));
            }
        });
        Watched { child, keyboard, pieces, text: Vec::new(), _master: pair.master }
    }

    /// When the words were next written.
    pub fn until(&mut self, words: &str) -> Instant {
        let mut last = Instant::now();
        loop {
            let found = self.text.windows(words.len()).position(|part| part == words.as_bytes());
            if let Some(start) = found {
                self.text.drain(..start + words.len());
                return last;
            }
            let (at, piece) = self.pieces.recv_timeout(PATIENCE).expect("the guide goes on");
            last = at;
            self.text.extend(piece);
        }
    }

    /// Forgets what was written up to now.
    pub fn settle(&mut self) {
        thread::sleep(Duration::from_secs(1));
        self.text.clear();
        while self.pieces.try_recv().is_ok() {}
    }

    fn proc(&self, file: &str) -> String {
        let process = self.child.process_id().unwrap_or_default();
        fs::read_to_string(format!("/proc/{process}/{file}")).unwrap_or_default()
    }

    /// The processor time it has used, in hundredths of a second.
    pub fn ticks(&self) -> u64 {
        let stat = self.proc("stat");
        let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
        fields.skip(11).take(2).filter_map(|field| field.parse::<u64>().ok()).sum()
    }

    /// The memory it holds, in megabytes.
    pub fn memory(&self) -> f64 {
        let status = self.proc("status");
        let held = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
        held.trim().trim_end_matches(" kB").parse::<f64>().unwrap_or_default() / 1024.0
    }

    pub fn quit(mut self) {
        let _ = self.keyboard.write_all(b"q");
        let _ = self.keyboard.flush();
        self.child.wait().expect("the guide ends");
    }
}
