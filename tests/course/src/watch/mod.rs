//! The watcher: what was saved is judged, and the page says how it stands.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::board::row;
use crate::book;
use crate::cargo::{Cargo, Note};
use crate::child::Stop;
use crate::files;
use crate::judging::Judged;
use crate::memory::Memory;
use crate::paint::{Paper, progress};
use crate::survey::{State, Survey};
use crate::trouble::{Answer, Trouble};
use catalog::{Course, Step};

mod actions;
mod editor;
mod keys;
mod pages;
mod saves;
mod screen;
mod signals;
mod view;

pub use editor::editor;

use keys::Key;
use pages::{Asks, Page};
use saves::{Look, Saves};
use screen::Screen;

/// Saves come as several events; they are looked at together.
const SETTLE: Duration = Duration::from_millis(25);
/// How long a file may be empty or missing in the middle of a save.
const PATIENCE: Duration = Duration::from_millis(150);

pub enum Event {
    Key(Key),
    /// From a terminal that does not give keys one by one.
    Line(String),
    Resized,
    Files {
        moved: bool,
    },
    Note(u64, Note),
    Judged(u64, Answer<Judged>),
    /// The other steps that were saved.
    Also(u64, Vec<Step>, Answer<Judged>),
    /// Everything that was edited has been judged.
    Surveyed(u64, Survey),
    /// A page of the book has been built.
    Book(Answer<PathBuf>),
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
    /// Steps that were saved and not judged since.
    waiting: Vec<Step>,
    /// What is being typed to answer a question.
    typed: String,
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
        waiting: Vec::new(),
        typed: String::new(),
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
                Ok(Event::Line(line)) => {
                    if let Some(code) = self.read(&line)? {
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
                Ok(Event::Also(run, steps, judged)) if run == self.run => self.judged_also(&steps, judged)?,
                Ok(Event::Surveyed(run, survey)) if run == self.run => self.surveyed(&survey)?,
                Ok(Event::Book(built)) => self.add(built.map(|file| book::told(&file)))?,
                Ok(Event::Note(..) | Event::Judged(..) | Event::Also(..) | Event::Surveyed(..)) => {}
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

    /// Judges every step that was edited. One of them is on the page: the one that is there already, or else the first
    /// that is not solved.
    fn saved(&mut self, paths: &[String]) -> Shown<()> {
        let edited: Vec<Step> =
            self.course.steps().filter(|step| paths.contains(&step.file())).cloned().collect();
        let open = |step: &&Step| !State::of(self.course, self.memory, step).solved();
        if !edited.contains(&self.step)
            && let Some(step) = edited.iter().find(open).or(edited.first())
        {
            self.step = step.clone();
        }
        for step in edited {
            if !self.waiting.contains(&step) {
                self.waiting.push(step);
            }
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
        if self.page.is_empty() {
            self.page = Page::beginning(self.course, self.memory, &self.step);
            self.show()?;
        }
        self.screen.status(&format!("확인합니다: {}", self.step.file()))?;
        let step = self.step.clone();
        let others: Vec<Step> = self.waiting.iter().filter(|other| **other != step).cloned().collect();
        self.work(move |cargo, say, run| {
            let _ = say.send(Event::Judged(run, cargo.judge(&step.topic, &[&step])));
            for topic in &cargo.course.topics {
                let steps: Vec<Step> =
                    others.iter().filter(|other| other.topic == topic.name).cloned().collect();
                if !steps.is_empty() {
                    let judged = cargo.judge(&topic.name, &steps.iter().collect::<Vec<_>>());
                    let _ = say.send(Event::Also(run, steps, judged));
                }
            }
        });
        Ok(())
    }

    /// Works on a thread of its own until it is stopped.
    fn work(&mut self, work: impl FnOnce(&Cargo, &Sender<Event>, u64) + Send + 'static) {
        let stop = Stop::apart();
        self.running = Some(Running { stop: stop.clone(), since: Instant::now(), note: None });
        let (course, memory) = (self.course.clone(), self.memory.clone());
        let (say, run, color) = (self.say.clone(), self.run, self.color);
        thread::spawn(move || {
            let tell = |note| {
                let _ = say.send(Event::Note(run, note));
            };
            let cargo = Cargo { course: &course, memory: &memory, color, stop: &stop, tell: &tell };
            work(&cargo, &say, run);
        });
    }

    /// Judges whatever was edited, and shows how all steps stand.
    fn check_all(&mut self) -> Shown<()> {
        self.stop();
        self.run += 1;
        self.going_on = false;
        self.screen.status("고친 단계를 모두 확인합니다.")?;
        self.work(|cargo, say, run| {
            let _ = say.send(Event::Surveyed(run, Survey::full(cargo)));
        });
        Ok(())
    }

    fn surveyed(&mut self, survey: &Survey) -> Shown<()> {
        self.running = None;
        self.waiting.clear();
        let troubles = survey.troubles.iter().map(|trouble| Page::trouble(trouble).body);
        let parts: Vec<String> =
            [crate::board::board(self.course, survey)].into_iter().chain(troubles).collect();
        self.add(Ok(parts.join("\n\n")))
    }

    fn judged_also(&mut self, steps: &[Step], judged: Answer<Judged>) -> Shown<()> {
        self.waiting.retain(|step| !steps.contains(step));
        if self.waiting.is_empty() {
            self.running = None;
        }
        for step in steps {
            let state = match &judged {
                Ok(Judged::Stopped) => return Ok(()),
                Ok(Judged::Errors(_)) | Err(_) => State::Errors,
                Ok(Judged::Verdicts { by_step, .. }) => match by_step.get(&step.name) {
                    Some(verdict) if verdict.solved() => State::Solved,
                    _ => State::Open,
                },
            };
            self.page.also.push(row(step, &state, 2));
        }
        self.show()
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
        let step = self.step.clone();
        self.waiting.retain(|waiting| *waiting != step);
        if self.waiting.is_empty() {
            self.running = None;
        }
        let page = match judged {
            Ok(Judged::Stopped) => return Ok(()),
            Ok(Judged::Errors(errors)) => Page::errors(&errors, &self.step),
            Err(trouble) => Page::trouble(&trouble),
            Ok(Judged::Verdicts { by_step, looked, warnings }) => {
                let Some(verdict) = by_step.get(&self.step.name) else { return Ok(()) };
                let solved = verdict.solved();
                let next = next_open(self.course, self.memory, Some(&self.step));
                match next {
                    Some(next) if solved && self.going_on => {
                        self.step = next;
                        return self.start(true);
                    }
                    next if solved => {
                        let looked = looked.get(&self.step.name).map_or(&[][..], Vec::as_slice);
                        let (course, step, paper) = (self.course, &self.step, &self.screen.paper);
                        Page::solved(course, self.memory, step, next.as_ref(), looked, &warnings, paper)
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
            self.page.items = before.items;
        }
        self.show()
    }

    fn show(&mut self) -> Shown<()> {
        let page = self.page.text(&self.screen);
        let foot = self.page.foot(self.course, self.memory, &self.step);
        self.screen.page(&page, &foot, self.page.moved)?;
        if self.running.as_ref().is_some_and(|running| running.note.is_some()) {
            return if self.screen.live { self.tell_progress() } else { Ok(()) };
        }
        let how = match (self.page.asks, self.screen.live, self.saves.polling) {
            (Asks::Step, true, _) => format!("단계의 번호나 이름, Enter: {}", self.typed),
            (Asks::Step, false, _) => "단계의 번호나 이름을 적고 Enter를 누릅니다.".to_string(),
            (_, true, false) => "저장하면 다시 확인합니다.".to_string(),
            (_, true, true) => "저장하면 다시 확인합니다. 0.5초마다 살펴봅니다.".to_string(),
            (_, false, _) => "저장하면 다시 확인합니다. 글자 뒤에 Enter를 누릅니다.".to_string(),
        };
        self.screen.status(&how)
    }

    fn leave(&mut self) {
        self.stop();
        self.screen.clear_status();
        let _ = self.screen.write("\n이어서 하려면 cargo course를 실행합니다.\n");
    }
}
