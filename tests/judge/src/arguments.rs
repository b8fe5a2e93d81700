//! What may stand behind `cargo test -p lesson-mutex --`, as libtest understands it.

use std::ffi::OsString;

use lexopt::{Arg, Error, Parser, ValueExt};

use crate::screen::Color;

#[derive(Default)]
pub(crate) struct Arguments {
    pub(crate) filters: Vec<String>,
    skipped: Vec<String>,
    exact: bool,
    pub(crate) ignored: bool,
    pub(crate) include_ignored: bool,
    pub(crate) list: bool,
    pub(crate) bench: bool,
    pub(crate) help: bool,
    pub(crate) format: Format,
    pub(crate) color: Color,
    /// Steps judged at the same time; 0 for as many as there are processors.
    pub(crate) jobs: usize,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Format {
    #[default]
    Pretty,
    Terse,
    Json,
}

impl Arguments {
    /// What these words ask for.
    ///
    /// # Errors
    /// A sentence for who typed them.
    pub(crate) fn parse(words: impl IntoIterator<Item = OsString>) -> Result<Self, String> {
        Self::read(Parser::from_args(words)).map_err(|error| match error {
            Error::UnexpectedOption(option) => format!("'{option}'라는 인수는 없습니다."),
            Error::MissingValue { option: Some(option) } => format!("'{option}' 뒤에 값이 있어야 합니다."),
            Error::ParsingFailed { value, .. } => format!("'{value}'라는 값은 쓸 수 없습니다."),
            _ => "인수를 읽지 못했습니다.".to_string(),
        })
    }

    fn read(mut parser: Parser) -> Result<Self, Error> {
        let mut asked = Arguments::default();
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Value(filter) => asked.filters.push(filter.string()?),
                Arg::Long("skip") => asked.skipped.push(parser.value()?.string()?),
                Arg::Long("exact") => asked.exact = true,
                Arg::Long("ignored") => asked.ignored = true,
                Arg::Long("include-ignored") => asked.include_ignored = true,
                Arg::Long("list") => asked.list = true,
                Arg::Long("bench") => asked.bench = true,
                Arg::Long("help") | Arg::Short('h') => asked.help = true,
                Arg::Long("quiet") | Arg::Short('q') => asked.format = Format::Terse,
                Arg::Long("format") => asked.format = parser.value()?.parse_with(format)?,
                Arg::Long("color") => asked.color = parser.value()?.parse_with(color)?,
                Arg::Long("test-threads") => asked.jobs = parser.value()?.parse()?,
                // A verdict never depends on these.
                Arg::Long("test" | "nocapture" | "no-capture" | "show-output") => {}
                Arg::Short('Z') => drop(parser.value()?),
                argument => return Err(argument.unexpected()),
            }
        }
        Ok(asked)
    }

    /// Whether the step of this name is asked for.
    pub(crate) fn names(&self, step: &str) -> bool {
        let fits = |word: &String| if self.exact { step == word } else { step.contains(word.as_str()) };
        (self.filters.is_empty() || self.filters.iter().any(fits)) && !self.skipped.iter().any(fits)
    }
}

fn format(word: &str) -> Result<Format, &'static str> {
    match word {
        "pretty" => Ok(Format::Pretty),
        "terse" => Ok(Format::Terse),
        "json" => Ok(Format::Json),
        _ => Err("pretty, terse, json"),
    }
}

fn color(word: &str) -> Result<Color, &'static str> {
    match word {
        "auto" => Ok(Color::Auto),
        "always" => Ok(Color::Always),
        "never" => Ok(Color::Never),
        _ => Err("auto, always, never"),
    }
}
