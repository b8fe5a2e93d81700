//! What rustc says in its JSON, as far as an explanation needs it.

use nanoserde::DeJson;

/// An error or a warning, a note below one, as cargo's `compiler-message` holds it and rustc's `--error-format=json`
/// writes it.
#[derive(Clone, Debug, DeJson)]
pub struct Message {
    pub message: String,
    pub code: Option<Code>,
    pub level: String,
    pub spans: Vec<Pointed>,
    pub children: Vec<Message>,
    /// What a terminal would show.
    pub rendered: Option<String>,
}

#[derive(Clone, Debug, DeJson)]
pub struct Code {
    pub code: String,
}

/// A place, as rustc writes it.
#[derive(Clone, Debug, DeJson)]
pub struct Pointed {
    pub file_name: String,
    pub line_start: u64,
    pub is_primary: bool,
    pub label: Option<String>,
    pub text: Vec<Line>,
    pub suggested_replacement: Option<String>,
    /// Where the macro was called that has this place in it.
    pub expansion: Option<Box<Expansion>>,
}

/// A macro's call.
#[derive(Clone, Debug, DeJson)]
pub struct Expansion {
    pub span: Pointed,
}

impl Pointed {
    /// The place itself, or where the program calls the library's macro that has it.
    #[must_use]
    pub fn in_the_program(&self) -> &Pointed {
        match &self.expansion {
            Some(call) if self.file_name.contains("/library/") || self.file_name.starts_with("/rustc/") => {
                call.span.in_the_program()
            }
            _ => self,
        }
    }
}

/// A line of source, and what of it is marked: from and up to a column, counted from one.
#[derive(Clone, Debug, DeJson)]
pub struct Line {
    pub text: String,
    pub highlight_start: Option<usize>,
    pub highlight_end: Option<usize>,
}

impl Line {
    fn marked(&self) -> String {
        let start = self.highlight_start.unwrap_or(1).max(1);
        let end = self.highlight_end.unwrap_or(start).max(start);
        self.text.chars().skip(start - 1).take(end - start).collect()
    }

    fn before(&self) -> String {
        self.text.chars().take(self.highlight_start.unwrap_or(1).max(1) - 1).collect()
    }
}

impl Message {
    /// Whether it refuses the program. The closing lines do not: they have no place, "aborting due to 2 previous errors".
    #[must_use]
    pub fn refuses(&self) -> bool {
        self.level.starts_with("error") && !(self.spans.is_empty() && self.code.is_none())
    }
}

/// One error or warning of rustc.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostic {
    /// `E0382`, or the name of a lint; empty for an error of the syntax.
    pub code: String,
    pub message: String,
    pub spans: Vec<Span>,
    /// The notes and proposals below it.
    pub notes: Vec<String>,
}

/// A place that a diagnostic points at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    pub file: String,
    pub line: u64,
    pub primary: bool,
    pub label: String,
    /// The lines of source it lies on.
    pub source: Vec<String>,
    /// What stands on the first of these lines before the place.
    pub before: String,
    /// What is marked of the first of these lines.
    pub marked: String,
    /// What rustc would write there.
    pub proposed: String,
}

impl Diagnostic {
    #[must_use]
    pub fn of(message: &Message) -> Self {
        let span = |span: &Pointed| {
            let place = span.in_the_program();
            Span {
                file: place.file_name.replace('\\', "/"),
                line: place.line_start,
                primary: span.is_primary,
                label: span.label.clone().unwrap_or_default(),
                source: place.text.iter().map(|line| line.text.clone()).collect(),
                before: place.text.first().map(Line::before).unwrap_or_default(),
                marked: place.text.first().map(Line::marked).unwrap_or_default(),
                proposed: span.suggested_replacement.clone().unwrap_or_default(),
            }
        };
        let spans = message.spans.iter().chain(message.children.iter().flat_map(|note| &note.spans));
        Diagnostic {
            code: message.code.as_ref().map(|code| code.code.clone()).unwrap_or_default(),
            message: message.message.clone(),
            spans: spans.map(span).collect(),
            notes: message.children.iter().map(|note| note.message.clone()).collect(),
        }
    }

    /// Whether rustc uses these words anywhere.
    #[must_use]
    pub fn says(&self, words: &str) -> bool {
        let labels = self.spans.iter().map(|span| &span.label);
        labels.chain(&self.notes).chain([&self.message]).any(|said| said.contains(words))
    }

    /// Whether the source it points at has these words.
    #[must_use]
    pub fn shows(&self, words: &str) -> bool {
        self.spans.iter().flat_map(|span| &span.source).any(|line| line.contains(words))
    }

    /// The first thing that the message quotes: ``borrow of moved value: `total` `` is about `total`.
    #[must_use]
    pub fn name(&self) -> &str {
        self.quoted(0)
    }

    /// Another thing that the message quotes, by its number.
    #[must_use]
    pub fn quoted(&self, number: usize) -> &str {
        self.message.split('`').nth(2 * number + 1).unwrap_or("")
    }

    /// What is marked where it points first: the name of a method that is not there.
    #[must_use]
    pub fn marked(&self) -> &str {
        self.place().map_or("", |span| &span.marked)
    }

    /// Where it points first.
    #[must_use]
    pub fn place(&self) -> Option<&Span> {
        self.spans.iter().find(|span| span.primary)
    }
}

/// Leaves out what is not about the program: places inside libraries, and the closing count.
#[must_use]
pub fn about_the_program(said: &str) -> String {
    let lines: Vec<&str> = said.lines().collect();
    let (mut kept, mut inside) = (Vec::new(), false);
    for (number, line) in lines.iter().enumerate() {
        if !line.starts_with(|letter: char| letter == ' ' || letter.is_ascii_digit()) {
            let place = lines.get(number + 1).is_some_and(|next| {
                ["/library/", "/rustc/", "/registry/"].iter().any(|part| next.contains(part))
            });
            inside = line.starts_with("note:") && place;
            while inside && kept.last().is_some_and(|last: &&str| last.trim() == "|") {
                kept.pop();
            }
        }
        let closing = ["error: aborting", "For more information"].iter().any(|start| line.starts_with(start));
        if !inside && !closing {
            kept.push(*line);
        }
    }
    kept.join("\n").trim_end().to_owned()
}
