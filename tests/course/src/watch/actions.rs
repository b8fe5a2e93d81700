//! What the keys do.

use super::editor::{self, editor};
use super::keys::{Key, Scroll, Wish};
use super::pages::{Asks, Page};
use super::{Event, Shown, Watch, next_open};
use crate::survey::{State, Survey};
use crate::trouble::{Answer, Trouble};
use crate::{board, book, browser, docs, hint, misspelt, paint, solution};
use catalog::Step;

impl Watch<'_> {
    /// The exit code, if it is the last.
    pub(super) fn press(&mut self, key: Key) -> Shown<Option<u8>> {
        let wish = match key {
            Key::Interrupt => return Ok(Some(130)),
            Key::Suspend => return self.suspend().map(|()| None),
            Key::Quit => Some(Wish::Quit),
            Key::Scroll(scroll) => Some(Wish::Scroll(scroll)),
            _ if self.page.asks == Asks::Step => return self.type_in(key).map(|()| None),
            Key::Letter(letter) => {
                let wish = Wish::of(letter);
                if wish.is_none() {
                    let text = format!("{letter}에는 할 일이 없습니다. ?가 키를 모두 보여 줍니다.");
                    self.screen.status(&text)?;
                }
                wish
            }
            Key::Enter | Key::Erase | Key::Escape | Key::Other => None,
        };
        match wish {
            Some(wish) => self.wish(wish),
            None => {
                self.page.asks = Asks::Nothing;
                Ok(None)
            }
        }
    }

    /// A line, where keys do not come one by one: its first letter is the key, and what follows answers its question.
    pub(super) fn read(&mut self, line: &str) -> Shown<Option<u8>> {
        if self.page.asks == Asks::Step {
            self.typed = line.to_string();
            return self.jump().map(|()| None);
        }
        let mut letters = line.chars();
        let Some(letter) = letters.next() else { return Ok(None) };
        let code = self.press(Key::Letter(letter))?;
        if self.page.asks == Asks::Step && !letters.as_str().trim().is_empty() {
            self.typed = letters.as_str().trim().to_string();
            self.jump()?;
        }
        Ok(code)
    }

    fn wish(&mut self, wish: Wish) -> Shown<Option<u8>> {
        // Whoever scrolls still reads the question.
        let asked = match wish {
            Wish::Scroll(_) => self.page.asks,
            _ => std::mem::take(&mut self.page.asks),
        };
        match wish {
            Wish::Quit => return Ok(Some(0)),
            Wish::Scroll(scroll) => self.scroll(scroll)?,
            Wish::Hint => {
                let hint = hint::next(self.course, self.memory, &self.step, None);
                self.add(hint.map(|(page, _)| page))?;
            }
            Wish::Next => self.next()?,
            Wish::Previous => self.previous()?,
            Wish::Jump => {
                self.typed.clear();
                let survey = Survey::quick(self.course, self.memory);
                self.page.asks = Asks::Step;
                self.add(Ok(board::numbered(self.course, &survey, &self.step)))?;
            }
            Wish::List => {
                let survey = Survey::quick(self.course, self.memory);
                self.add(Ok(board::board(self.course, &survey)))?;
            }
            Wish::CheckAll => self.check_all()?,
            Wish::Solution if State::of(self.course, self.memory, &self.step).solved() => {
                self.add(solution::page(self.course, &self.step))?;
            }
            Wish::Solution => {
                let warning = solution::gives_away(&self.step);
                self.page.asks = Asks::Solution;
                self.add(Ok(paint::wrap(&format!("{warning} 보려면 y를 누릅니다."), 0)))?;
            }
            Wish::Yes if asked == Asks::Solution => self.add(solution::page(self.course, &self.step))?,
            Wish::Yes => {}
            Wish::Again => self.start(false)?,
            Wish::Open => self.open()?,
            Wish::Book => self.open_book()?,
            Wish::Docs => self.list_docs()?,
            Wish::Item(number) => self.open_item(number)?,
            Wish::Keys => self.add(Ok(Page::keys()))?,
        }
        Ok(None)
    }

    fn scroll(&mut self, scroll: Scroll) -> Shown<()> {
        if !self.screen.live {
            return Ok(());
        }
        let page = self.page.text(&self.screen);
        let foot = self.page.foot(self.course, self.memory, &self.step);
        self.page.moved = Some(self.screen.scrolled(&page, &foot, self.page.moved, scroll));
        self.show()
    }

    /// Shows another step.
    fn go_to(&mut self, step: Step, going_on: bool) -> Shown<()> {
        self.step = step;
        self.page = Page::default();
        self.start(going_on)
    }

    fn next(&mut self) -> Shown<()> {
        let Some(next) = next_open(self.course, self.memory, Some(&self.step)) else {
            return self.screen.status("다음으로 풀 단계가 없습니다. g를 누르면 단계를 골라 갑니다.");
        };
        let left =
            (!State::of(self.course, self.memory, &self.step).solved()).then(|| self.step.name.clone());
        self.go_to(next, true)?;
        match left {
            Some(name) => {
                self.screen.status(&format!("{name} 단계는 풀지 않고 넘어왔습니다. p를 누르면 돌아갑니다."))
            }
            None => Ok(()),
        }
    }

    fn previous(&mut self) -> Shown<()> {
        let before = self.course.steps().take_while(|step| **step != self.step).last();
        match before.cloned() {
            Some(step) => self.go_to(step, false),
            None => self.screen.status("첫 단계입니다."),
        }
    }

    /// A key of the number or the name of a step.
    fn type_in(&mut self, key: Key) -> Shown<()> {
        match key {
            Key::Enter => return self.jump(),
            Key::Escape => {
                self.page.asks = Asks::Nothing;
                self.page.more.clear();
            }
            Key::Erase => drop(self.typed.pop()),
            Key::Letter(letter) if self.typed.len() < 60 => self.typed.push(letter),
            _ => {}
        }
        self.show()
    }

    fn jump(&mut self) -> Shown<()> {
        let typed = std::mem::take(&mut self.typed);
        self.page.asks = Asks::Nothing;
        if typed.trim().is_empty() {
            self.page.more.clear();
            return self.show();
        }
        match misspelt::step_meant(self.course, &typed, &self.step.topic) {
            Ok(step) => {
                let step = step.clone();
                self.go_to(step, false)
            }
            Err(trouble) => self.add(Err(trouble)),
        }
    }

    fn open_book(&mut self) -> Shown<()> {
        self.add(Ok(paint::wrap(book::MAKING, 0)))?;
        let (course, say, page) = (self.course.clone(), self.say.clone(), book::page_of(&self.step));
        std::thread::spawn(move || say.send(Event::Book(book::build(&course, &page))));
        Ok(())
    }

    fn list_docs(&mut self) -> Shown<()> {
        self.page.items = docs::items(self.course, &self.step);
        let listed = docs::listed(&self.page.items);
        self.add(Ok(listed))
    }

    fn open_item(&mut self, number: usize) -> Shown<()> {
        let Some(item) = self.page.items.get(number) else {
            return self.screen.status("d를 누르면 숫자로 열 수 있는 문서가 나옵니다.");
        };
        let text = if browser::open(&item.address) {
            format!("문서를 브라우저로 열었습니다: {}", item.path)
        } else {
            "브라우저를 찾지 못했습니다. 위의 주소를 브라우저에 붙여 넣습니다.".to_string()
        };
        self.screen.status(&text)
    }

    /// Shows something under the page.
    pub(super) fn add(&mut self, more: Answer<String>) -> Shown<()> {
        self.page.more = more.unwrap_or_else(|trouble| Page::trouble(&trouble).body);
        self.page.asked_in = self.run;
        self.page.moved = None;
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
