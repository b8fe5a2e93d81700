//! What the keys do.

use super::editor::{self, editor};
use super::keys::Key;
use super::pages::Page;
use super::{Shown, Watch, next_open};
use crate::survey::{State, Survey};
use crate::trouble::{Answer, Trouble};
use crate::{board, hint, paint, solution};

impl Watch<'_> {
    /// The exit code, if it is the last.
    pub(super) fn press(&mut self, key: Key) -> Shown<Option<u8>> {
        let asked = std::mem::take(&mut self.page.asks);
        match key {
            Key::Quit => return Ok(Some(0)),
            Key::Interrupt => return Ok(Some(130)),
            Key::Suspend => self.suspend()?,
            Key::Hint => {
                let hint = hint::next(self.course, self.memory, &self.step);
                self.add(hint.map(|(page, _)| page))?;
            }
            Key::Next => match next_open(self.course, self.memory, Some(&self.step)) {
                Some(step) => {
                    self.step = step;
                    self.page = Page::default();
                    self.start(true)?;
                }
                None => self.screen.status("다음으로 풀 단계가 없습니다.")?,
            },
            Key::List => {
                let survey = Survey::quick(self.course, self.memory);
                self.add(Ok(board::board(self.course, &survey)))?;
            }
            Key::Solution if State::of(self.course, self.memory, &self.step).solved() => {
                self.add(solution::page(self.course, &self.step))?;
            }
            Key::Solution => {
                let warning = solution::gives_away(&self.step);
                self.add(Ok(paint::wrap(&format!("{warning} 보려면 y를 누릅니다."), 0)))?;
                self.page.asks = true;
            }
            Key::Yes if asked => self.add(solution::page(self.course, &self.step))?,
            Key::Again => self.start(false)?,
            Key::Open => self.open()?,
            Key::Yes | Key::Other => {}
        }
        Ok(None)
    }

    /// Shows something under the page.
    fn add(&mut self, more: Answer<String>) -> Shown<()> {
        self.page.more = more.unwrap_or_else(|trouble| Page::trouble(&trouble).body);
        self.page.asked_in = self.run;
        if self.screen.live {
            return self.show();
        }
        // Where pages follow one another, nothing is said twice.
        let brief = self.page.without_body();
        let page = std::mem::replace(&mut self.page, brief);
        let shown = self.show();
        self.page = page;
        shown
    }

    fn open(&mut self) -> Shown<()> {
        let line = self.page.line(&self.step);
        let file = self.step.file();
        let Some(words) = editor() else {
            let text = format!("EDITOR가 정해지지 않았습니다. 편집기를 직접 엽니다: {file}:{line}");
            return self.add(Ok(paint::wrap(&text, 0)));
        };
        let root = &self.course.root;
        match self.screen.lend(|| editor::open(&words, root, &file, line).status()) {
            Ok(_) => self.show(),
            Err(error) => {
                let trouble = Trouble::of_io(&format!("편집기를 열지 못했습니다: {}", words[0]), &error);
                self.add(Err(Trouble {
                    advice: "EDITOR에 적은 이름을 확인합니다.".into(), ..trouble
                }))
            }
        }
    }

    #[cfg(unix)]
    fn suspend(&mut self) -> Shown<()> {
        self.screen.lend(|| rustix::process::kill_current_process_group(rustix::process::Signal::TSTP)).ok();
        self.show()
    }

    #[cfg(not(unix))]
    fn suspend(&mut self) -> Shown<()> {
        Ok(())
    }
}
