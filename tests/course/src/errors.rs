//! What the compiler had to say, and what it means here.

use catalog::Step;
use explain::Explanation;

use crate::paint::{BAD, HEADING, QUIET, wrap};

/// A file of a lesson, from the root, and a line of it.
pub type Place = (String, u64);

/// Errors that are shown whole; the others mostly go away with them.
const SHOWN: usize = 2;

/// One error of rustc.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// As rustc renders it.
    pub text: String,
    pub explanation: Option<Explanation>,
    pub places: Vec<Place>,
}

/// The errors of a lesson, each once although two compilations meet it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Errors(Vec<Error>);

impl Errors {
    pub fn add(&mut self, error: Error) {
        if !self.0.iter().any(|known| known.text == error.text) {
            self.0.push(error);
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn count(&self) -> usize {
        self.0.len()
    }

    pub fn places(&self) -> impl Iterator<Item = &Place> {
        self.in_order().into_iter().flat_map(|error| &error.places)
    }

    /// All that rustc said.
    pub fn text(&self) -> String {
        let texts: Vec<&str> = self.0.iter().map(|error| error.text.as_str()).collect();
        texts.join("\n\n")
    }

    /// What everything else follows from stands first: a name that the checks call and that is gone.
    fn in_order(&self) -> Vec<&Error> {
        let outside = |error: &&Error| error.explanation.as_ref().is_some_and(|told| told.file.is_some());
        let (mut first, rest): (Vec<&Error>, Vec<&Error>) = self.0.iter().partition(outside);
        first.extend(rest);
        first
    }

    /// The first of them as it is told.
    pub fn first(&self) -> String {
        self.in_order().first().map(|error| told(error)).unwrap_or_default()
    }

    /// The first errors with their explanations, and how many there are. `asked` is the step that somebody wants judged.
    pub fn told(&self, asked: Option<&Step>) -> String {
        let mut parts = Vec::new();
        let mut before: Option<&Explanation> = None;
        for error in self.in_order().into_iter().take(SHOWN) {
            let again = error
                .explanation
                .as_ref()
                .filter(|told| before.is_some_and(|before| before.says_the_same_as(told)));
            parts.push(match again {
                Some(told) => {
                    format!("{}\n\n{HEADING}{}{HEADING:#} 위의 오류와 같습니다.", error.text, told.title)
                }
                None => told(error),
            });
            before = error.explanation.as_ref();
        }
        parts.push(self.closing());
        parts.extend(asked.and_then(|step| self.elsewhere(step)));
        parts.join("\n\n")
    }

    /// Why a step without an error of its own could not be judged.
    fn elsewhere(&self, step: &Step) -> Option<String> {
        let (first, _) = self.places().next()?;
        let mine = self.places().any(|(path, _)| *path == step.file());
        let to_edit = self.in_order().first().and_then(|error| error.explanation.as_ref()?.file.clone());
        if mine || to_edit.is_some_and(|file| file == step.file()) {
            return None;
        }
        let text = format!(
            "{} 단계는 아직 확인하지 못했습니다. 한 주제의 단계는 함께 컴파일되므로 {first} 파일을 먼저 고칩니다.",
            step.name
        );
        Some(wrap(&text, 0))
    }

    fn closing(&self) -> String {
        let count = self.count();
        let first = self.in_order().into_iter().next();
        let file = first.and_then(|error| error.explanation.as_ref()?.file.as_ref());
        let place = match (file, self.places().next()) {
            (Some(file), _) => Some(format!(" 고칠 파일은 {file}입니다.")),
            (None, place) => place.map(|(path, line)| format!(" 첫 오류는 {path}:{line}에 있습니다.")),
        };
        let text = format!("컴파일 오류가 {count}개 있습니다.{}", place.unwrap_or_default());
        let mut lines = vec![format!("{HEADING}{}{HEADING:#}", wrap(&text, 0))];
        if count > SHOWN {
            let more =
                format!("위에는 {SHOWN}개만 보였습니다. 앞의 오류를 고치면 나머지는 함께 사라지기도 합니다.");
            lines.push(format!("{QUIET}{}{QUIET:#}", wrap(&more, 0)));
        }
        lines.join("\n")
    }
}

fn told(error: &Error) -> String {
    let Some(Explanation { title, means, advice, .. }) = &error.explanation else {
        return error.text.clone();
    };
    let title = format!("{BAD}{HEADING}{title}{HEADING:#}{BAD:#}");
    format!("{}\n\n{title}\n{}\n{}", error.text, paragraph(means), paragraph(advice))
}

/// Wraps a text, but not inside the code that it quotes.
pub fn paragraph(text: &str) -> String {
    let parts = text.split('`').enumerate();
    let whole: Vec<String> = parts
        .map(|(number, part)| if number % 2 == 1 { part.replace(' ', "\u{a0}") } else { part.to_string() })
        .collect();
    wrap(&whole.join("`"), 2).replace('\u{a0}', " ")
}

/// Warnings, each place once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Warnings(Vec<Vec<Place>>);

impl Warnings {
    pub fn add(&mut self, places: Vec<Place>) {
        if !self.0.contains(&places) {
            self.0.push(places);
        }
    }

    /// A line about those in `file`, or about all if it has none; `None` if there are none.
    pub fn told(&self, topic: &str, file: &str) -> Option<String> {
        let mut firsts: Vec<&Place> = self.0.iter().filter_map(|places| places.first()).collect();
        let here = firsts.iter().any(|place| place.0 == file);
        firsts.retain(|place| !here || place.0 == file);
        let (path, line) = firsts.first()?;
        let (count, here) = (firsts.len(), if here { "이 단계에 " } else { "" });
        Some(wrap(
            &format!(
                "{here}컴파일러의 경고가 {count}개 있습니다. 첫 경고는 {path}:{line}에 있고, cargo build -p lesson-{topic}가 모두 보여 줍니다."
            ),
            0,
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_warnings_of_the_step_at_hand_come_first() {
        let mut warnings = Warnings::default();
        for (file, line) in [("src/one.rs", 3), ("src/two.rs", 14), ("src/two.rs", 15)] {
            warnings.add(vec![(file.to_string(), line)]);
        }
        let told = |file| warnings.told("mutex", file).expect("there are some");
        assert!(
            told("src/two.rs")
                .starts_with("이 단계에 컴파일러의 경고가 2개 있습니다. 첫 경고는 src/two.rs:14에")
        );
        assert!(told("src/three.rs").starts_with("컴파일러의 경고가 3개 있습니다. 첫 경고는 src/one.rs:3에"));
    }
}
