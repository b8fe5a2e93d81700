//! The watcher: what was saved is judged, and the page says how it stands.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::cargo::{Cargo, Note};
use crate::child::Stop;
use crate::files;
use crate::judging::Judged;
use crate::memory::Memory;
use crate::paint::{Paper, progress};
use crate::survey::State;
use crate::trouble::{Answer, Trouble};
use catalog::{Course, Step};

mod actions;
mod editor;
mod keys;
mod pages;
mod saves;
mod screen;
mod signals;

pub use editor::editor;

use keys::Key;
use pages::Page;
use saves::{Look, Saves};
use screen::Screen;

/// Saves come as several events; they are looked at together.
const SETTLE: Duration = Duration::from_millis(25);
/// How long a file may be empty or missing in the middle of a save.
const PATIENCE: Duration = Duration::from_millis(150);

pub enum Event {
    Key(Key),
    Resized,
    Files {
        moved: bool,
    },
    Note(u64, Note),
    Judged(u64, Answer<Judged>),
    /// The system asks us to end.
    Signal(i32),
    /// Nobody types any more.
    Gone,
}

struct Running {
    stop: Stop,
    note: Option<Note>,
    /// When it got to what the note says.
    since: Instant,
}

struct Watch<'a> {
    course: &'a Course,
    memory: &'a Memory,
    screen: Screen,
    saves: Saves,
    color: bool,
    say: Sender<Event>,
    step: Step,
    page: Page,
    /// Only what the latest run says counts.
    run: u64,
    running: Option<Running>,
    /// Once the step turns out to be solved, goes on to the next.
    going_on: bool,
}

pub fn watch(course: &Course, memory: &Memory, paper: &Paper) -> Answer<u8> {
    let Some(first) = next_open(course, memory, None).or_else(|| course.steps().next().cloned()) else {
        return Err(Trouble::blocked("풀 단계를 찾지 못했습니다.", "cargo course doctor로 살펴봅니다."));
    };
    let (say, heard) = channel();
    let saves = Saves::watch(course, &say).map_err(|error| {
        Trouble::blocked(
            format!("파일이 바뀌는 것을 지켜볼 수 없습니다: {error}"),
            "cargo course check로 확인합니다.",
        )
    })?;
    signals::listen(&say);
    let screen = Screen::new(paper);
    let ask = keys::listen(say.clone(), screen.live);
    let _ = ask.send(());
    let color = paper.colored();
    let page = Page::default();
    let mut watch = Watch {
        course,
        memory,
        screen,
        saves,
        color,
        say,
        step: first,
        page,
        run: 0,
        running: None,
        going_on: false,
    };
    let code = watch.start(true).and_then(|()| watch.attend(&heard, &ask)).unwrap_or(0);
    watch.leave();
    Ok(code)
}

/// The first step after `from` that is not solved, or before it if none is.
fn next_open(course: &Course, memory: &Memory, from: Option<&Step>) -> Option<Step> {
    let steps: Vec<&Step> = course.steps().collect();
    let start =
        from.and_then(|from| steps.iter().position(|step| *step == from)).map_or(0, |index| index + 1);
    let order = steps[start..].iter().chain(&steps[..start]);
    let mut open = order.filter(|step| Some(**step) != from && !State::of(course, memory, step).solved());
    open.next().map(|step| (*step).clone())
}

type Shown<T> = std::io::Result<T>;

impl Watch<'_> {
    /// Until the learner leaves; an error means that the terminal has gone.
    fn attend(&mut self, heard: &Receiver<Event>, ask: &Sender<()>) -> Shown<u8> {
        let mut look_at: Option<(Instant, bool)> = None;
        loop {
            let tick = self.running.is_some().then(|| Duration::from_secs(1));
            let settle = look_at.map(|(at, _)| at.saturating_duration_since(Instant::now()));
            let event = match tick.into_iter().chain(settle).min() {
                None => heard.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(wait) => heard.recv_timeout(wait),
            };
            match event {
                Err(RecvTimeoutError::Disconnected) | Ok(Event::Gone) => return Ok(0),
                Ok(Event::Signal(number)) => return Ok(128 + number as u8),
                Ok(Event::Key(key)) => {
                    if let Some(code) = self.press(key)? {
                        return Ok(code);
                    }
                    let _ = ask.send(());
                }
                Ok(Event::Resized) => {
                    self.show()?;
                    let _ = ask.send(());
                }
                Ok(Event::Files { moved }) => {
                    if moved {
                        self.saves.attach(self.course);
                    }
                    look_at.get_or_insert((Instant::now() + SETTLE, true));
                }
                Ok(Event::Note(run, note)) if run == self.run => {
                    let kind = std::mem::discriminant(&note);
                    let Some(running) = &mut self.running else { continue };
                    let before = running.note.replace(note);
                    let new = before.is_none_or(|before| std::mem::discriminant(&before) != kind);
                    if new {
                        running.since = Instant::now();
                    }
                    if self.screen.live || new {
                        self.tell_progress()?;
                    }
                }
                Ok(Event::Judged(run, judged)) if run == self.run => self.judged(judged)?,
                Ok(Event::Note(..) | Event::Judged(..)) => {}
                Err(RecvTimeoutError::Timeout) if self.screen.live => self.tell_progress()?,
                Err(RecvTimeoutError::Timeout) => {}
            }
            if let Some((at, patient)) = look_at
                && Instant::now() >= at
            {
                look_at = match self.saves.look(self.course, patient) {
                    Look::Soon => Some((Instant::now() + PATIENCE, false)),
                    Look::Nothing => None,
                    Look::Same(path) => {
                        if self.running.is_none() {
                            self.screen.status(&format!("저장했지만 바뀐 글자가 없습니다: {path}"))?;
                        }
                        None
                    }
                    Look::Changed(paths) => {
                        self.saved(&paths)?;
                        None
                    }
                };
            }
        }
    }

    /// Judges the step that was edited: the one on the page, or else the first that is not solved.
    fn saved(&mut self, paths: &[String]) -> Shown<()> {
        let edited: Vec<&Step> = self.course.steps().filter(|step| paths.contains(&step.file())).collect();
        let open = |step: &&&Step| !State::of(self.course, self.memory, step).solved();
        if !edited.contains(&&self.step)
            && let Some(step) = edited.iter().find(open).or(edited.first())
        {
            self.step = (*step).clone();
        }
        self.start(false)
    }

    fn start(&mut self, going_on: bool) -> Shown<()> {
        self.stop();
        self.run += 1;
        self.going_on = going_on;
        // With one file broken nothing of its topic compiles.
        let topic = self.course.topic(&self.step.topic).map_or(&[][..], |topic| &topic.steps);
        let broken = |step: &Step| files::read(self.course, step).err().map(|fault| fault.trouble(step));
        let broken = [&self.step].into_iter().chain(topic).find_map(broken);
        if let Some(trouble) = broken {
            self.page = Page::trouble(&trouble);
            return self.show();
        }
        let stop = Stop::apart();
        self.running = Some(Running { stop: stop.clone(), since: Instant::now(), note: None });
        if self.page.is_empty() {
            self.page = Page::beginning(self.course, &self.step);
            self.show()?;
        }
        self.screen.status(&format!("확인합니다: {}", self.step.file()))?;
        let (course, memory) = (self.course.clone(), self.memory.clone());
        let (step, say, run, color) = (self.step.clone(), self.say.clone(), self.run, self.color);
        thread::spawn(move || {
            let tell = |note| {
                let _ = say.send(Event::Note(run, note));
            };
            let cargo = Cargo { course: &course, memory: &memory, color, stop: &stop, tell: &tell };
            let judged = cargo.judge(&step.topic, &[&step]);
            let _ = say.send(Event::Judged(run, judged));
        });
        Ok(())
    }

    fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            running.stop.stop();
        }
    }

    fn tell_progress(&mut self) -> Shown<()> {
        let Some(Running { note: Some(note), since, .. }) = &self.running else { return Ok(()) };
        let text = progress(note, since.elapsed());
        self.screen.status(&text)
    }

    fn judged(&mut self, judged: Answer<Judged>) -> Shown<()> {
        self.running = None;
        let page = match judged {
            Ok(Judged::Stopped) => return Ok(()),
            Ok(Judged::Errors(errors)) => Page::errors(&errors),
            Err(trouble) => Page::trouble(&trouble),
            Ok(Judged::Verdicts { by_step, warnings }) => {
                let Some(verdict) = by_step.get(&self.step.name) else { return Ok(()) };
                let solved = verdict.solved();
                let next = next_open(self.course, self.memory, Some(&self.step));
                match next {
                    Some(next) if solved && self.going_on => {
                        self.step = next;
                        return self.start(true);
                    }
                    next if solved => {
                        Page::solved(self.course, self.memory, &self.step, next.as_ref(), &warnings)
                    }
                    _ => Page::open(verdict),
                }
            }
        };
        let before = std::mem::replace(&mut self.page, page);
        // A verdict does not take away what is being read, nor a question that is being answered.
        if before.asked_in == self.run {
            self.page.more = before.more;
            self.page.asks = before.asks;
            self.page.asked_in = before.asked_in;
        }
        self.show()
    }

    fn show(&mut self) -> Shown<()> {
        let text = self.page.text(self.course, self.memory, &self.step, self.saves.polling, &self.screen);
        self.screen.page(&text)?;
        if self.screen.live { self.tell_progress() } else { Ok(()) }
    }

    fn leave(&mut self) {
        self.stop();
        self.screen.clear_status();
        let _ = self.screen.write("\n이어서 하려면 cargo course를 실행합니다.\n");
    }
}
