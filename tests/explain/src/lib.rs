//! What an error of the compiler means in these lessons, in Korean, and the way out.
//!
//! rustc's own text stays where it is; this stands below it. Each [`Entry`] is one mistake, not one code: E0382 in a loop
//! of threads and E0382 after a `join` want different answers. `programs/<entry>` holds a program that provokes each and
//! one that is mended; a test compiles both.

#![expect(clippy::question_mark, reason = "the code that nanoserde derives")]

mod arguments;
mod borrowing;
mod calls;
mod codes;
mod conversions;
mod course;
mod diagnostic;
mod fields;
mod guards;
mod lacks;
mod methods;
mod modules;
mod names;
mod numbers;
mod operators;
mod python;
mod results;
mod sharing;
mod statements;
mod syntax;
mod threads;
mod traits;
mod types;
mod words;

pub use codes::meaning;
pub use diagnostic::{Diagnostic, Message, Span, about_the_program};

/// One mistake, and what to say of it.
pub struct Entry {
    /// Names the mistake, as the folder of its programs does.
    pub id: &'static str,
    /// The codes and lints under which rustc reports it; empty for an error of the syntax.
    pub codes: &'static [&'static str],
    fits: fn(&Diagnostic) -> bool,
    pub title: &'static str,
    means: fn(&Diagnostic) -> String,
    advice: fn(&Diagnostic) -> String,
}

/// What to tell of one diagnostic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    pub id: &'static str,
    pub title: &'static str,
    /// What rustc says, in these lessons' terms.
    pub means: String,
    /// What to do about it.
    pub advice: String,
    /// The step's file to edit, where the error itself stands in another.
    pub file: Option<String>,
}

impl Explanation {
    /// Whether another one would tell a reader the same, names and types apart: an entry may have several pieces of advice.
    #[must_use]
    pub fn says_the_same_as(&self, other: &Explanation) -> bool {
        let spoken = |text: &str| text.split('`').step_by(2).collect::<String>();
        self.id == other.id && spoken(&self.advice) == spoken(&other.advice)
    }
}

/// Entries that belong together, as a page of the book.
pub struct Group {
    pub name: &'static str,
    pub title: &'static str,
    /// By subject, a file each.
    subjects: &'static [&'static [Entry]],
}

impl Group {
    pub fn entries(&self) -> impl Iterator<Item = &'static Entry> {
        self.subjects.iter().copied().flatten()
    }
}

/// Every entry. Within a code the particular stands before the general.
pub const GROUPS: [Group; 9] = [
    Group { name: "python", title: "파이썬처럼 적었을 때", subjects: &[python::ENTRIES] },
    Group {
        name: "threads", title: "스레드에 넘기기", subjects: &[threads::ENTRIES, sharing::ENTRIES]
    },
    Group { name: "borrowing", title: "빌리기와 바꾸기", subjects: &[borrowing::ENTRIES] },
    Group { name: "results", title: "실패하거나 없을 수 있는 값", subjects: &[results::ENTRIES] },
    Group {
        name: "types",
        title: "타입 맞추기",
        subjects: &[guards::ENTRIES, numbers::ENTRIES, types::ENTRIES, arguments::ENTRIES],
    },
    Group {
        name: "methods",
        title: "타입이 할 수 있는 일",
        subjects: &[traits::ENTRIES, methods::ENTRIES, fields::ENTRIES],
    },
    Group { name: "operators", title: "비교하고 계산하기", subjects: &[operators::ENTRIES] },
    Group { name: "names", title: "이름과 선언", subjects: &[names::ENTRIES] },
    Group { name: "syntax", title: "문법과 경고", subjects: &[syntax::ENTRIES] },
];

/// What to say of a diagnostic; `None` where rustc's own text has to do.
#[must_use]
pub fn explain(diagnostic: &Diagnostic) -> Option<Explanation> {
    let entries = course::ENTRIES.iter().chain(GROUPS.iter().flat_map(Group::entries));
    let fitting = |entry: &&Entry| {
        let named = entry.codes.contains(&diagnostic.code.as_str());
        (named || (entry.codes.is_empty() && diagnostic.code.is_empty())) && (entry.fits)(diagnostic)
    };
    entries.into_iter().find(fitting).map(|entry| Explanation {
        id: entry.id,
        title: entry.title,
        means: (entry.means)(diagnostic),
        advice: (entry.advice)(diagnostic),
        file: course::step_file(diagnostic),
    })
}

/// Every word of Python that is known, and what is said of it.
pub fn dictionary() -> impl Iterator<Item = (&'static str, &'static str)> {
    python::dictionary()
}

/// The entries for a code, such as `E0382` or `let_underscore_lock`, in any case.
pub fn of_code(code: &str) -> impl Iterator<Item = &'static Entry> {
    let code = code.to_lowercase();
    let entries = GROUPS.iter().flat_map(Group::entries);
    entries.filter(move |entry| entry.codes.iter().any(|known| known.to_lowercase() == code))
}
