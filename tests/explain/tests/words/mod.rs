//! Every word of Python is known: `words/words.txt` has a line of Python for each, and what Rust has for it.
//!
//! Each line of Python is put into `words/around.rs` and refused; the sentence that is said of it is kept in
//! `words/told.txt`. What Rust has is compiled as well, and is what the sentence shows. The lines above the empty one
//! break the syntax, and are compiled each for itself; of the others rustc refuses many at once.

use std::path::{Path, PathBuf};
use std::{env, fs};

use explain::{Diagnostic, Explanation};
use libtest_mimic::Failed;

use crate::{compile, errors, keep, speaks_as_kept};

struct Line {
    python: String,
    rust: String,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("words")
}

/// The lines that break the syntax, and the others.
fn lines() -> Result<(Vec<Line>, Vec<Line>), Failed> {
    let text = fs::read_to_string(folder().join("words.txt"))?;
    let line = |line: &str| {
        let (python, rust) = line.split_once(" ==> ").ok_or_else(|| format!("no ` ==> ` in {line}"))?;
        Ok::<_, Failed>(Line { python: python.into(), rust: rust.into() })
    };
    let (syntax, others) = text.split_once("\n\n").ok_or("no empty line")?;
    Ok((
        syntax.lines().map(line).collect::<Result<_, _>>()?,
        others.lines().map(line).collect::<Result<_, _>>()?,
    ))
}

/// A file that holds this program.
fn written(name: &str, program: &str) -> Result<PathBuf, Failed> {
    let folder = env::temp_dir().join(format!("explain-{}", std::process::id())).join("words");
    fs::create_dir_all(&folder)?;
    let path = folder.join(name).with_extension("rs");
    fs::write(&path, program)?;
    Ok(path)
}

/// A program with these texts, each in a method of its own, and the number of lines of each method and of the rest.
fn program(texts: &[&str]) -> Result<(String, usize, usize), Failed> {
    let around = fs::read_to_string(folder().join("around.rs"))?;
    let (head, method) = around.split_once("impl Held {\n").ok_or("no method")?;
    let method = method.trim_end().trim_end_matches('}').trim_end();
    let mut program = format!("{head}impl Held {{\n");
    let start = program.lines().count();
    for (number, text) in texts.iter().enumerate() {
        program += &method.replace("fn work(", &format!("fn work_{number}(")).replace("HERE", text);
        program.push('\n');
    }
    Ok((program + "}\n", start, method.lines().count()))
}

/// What rustc says of a line, and what is told of that; nothing where it has not come to it.
type Said = Option<(String, Option<Explanation>)>;

/// What is said of each of these lines of Python in one program: the first error that rustc has of it.
fn said(lines: &[&Line]) -> Result<Vec<Said>, Failed> {
    let texts: Vec<&str> = lines.iter().map(|line| line.python.as_str()).collect();
    let (program, start, height) = program(&texts)?;
    let mut said = vec![None; lines.len()];
    for error in errors(&compile(&written("python", &program)?)?) {
        let error = Diagnostic::of(error);
        let place = error.place().map_or(0, |span| usize::try_from(span.line).unwrap_or(0));
        if let Some(said) = said.get_mut(place.saturating_sub(start + 1) / height) {
            said.get_or_insert_with(|| (error.message.clone(), explain::explain(&error)));
        }
    }
    Ok(said)
}

/// What is said of every line. An error of a name hides those of the types: what rustc has not refused is compiled anew.
fn all_told<'a>(syntax: &'a [Line], others: &'a [Line]) -> Result<Vec<(&'a Line, Explanation)>, Failed> {
    let groups =
        explain::GROUPS.iter().filter(|group| group.name == "python").flat_map(explain::Group::entries);
    let known: Vec<&str> = groups.map(|entry| entry.id).chain(["writes_and_as_in_python"]).collect();
    let (mut told, mut unknown) = (Vec::new(), Vec::new());
    let mut rounds: Vec<Vec<&Line>> = syntax.iter().map(|line| vec![line]).collect();
    rounds.push(others.iter().collect());
    for mut left in rounds {
        while !left.is_empty() {
            let said = said(&left)?;
            let before = left.len();
            let mut later = Vec::new();
            for (line, said) in left.into_iter().zip(said) {
                match said {
                    Some((_, Some(of))) if known.contains(&of.id) => told.push((line, of)),
                    Some((message, _)) => {
                        unknown.push(format!("nothing is known of {}: {message}", line.python))
                    }
                    None => later.push(line),
                }
            }
            if later.len() == before {
                unknown.extend(later.drain(..).map(|line| format!("rustc accepts {}", line.python)));
            }
            left = later;
        }
    }
    if unknown.is_empty() { Ok(told) } else { Err(unknown.join("\n").into()) }
}

/// The words of a text, those that say something.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
        .filter(|word| word.len() > 1 && !["let", "mut"].contains(word))
}

/// What a sentence shows of code.
fn shown(advice: &str) -> String {
    advice.split('`').skip(1).step_by(2).collect::<Vec<_>>().join(" ")
}

pub fn are_told() -> Result<(), Failed> {
    let (syntax, rest) = lines()?;
    let told = all_told(&syntax, &rest)?;
    let (mut text, mut others) = (String::new(), String::new());
    for (line, told) in &told {
        text += &format!("{}\n    {}\n    {}\n", line.python, told.means, told.advice);
        let shown = shown(&told.advice);
        if words(&shown).next().is_some()
            && !words(&shown).any(|word| words(&line.rust).any(|own| own == word))
        {
            others += &format!("`{}` is not what is shown: {}\n", line.rust, told.advice);
        }
    }
    if !others.is_empty() {
        return Err(others.into());
    }
    let is_told = |advice: &str| told.iter().any(|(_, told)| told.advice.contains(advice));
    let silent = explain::dictionary().filter(|(_, advice)| !is_told(advice));
    let silent: Vec<String> = silent.map(|(word, advice)| format!("{word}: {advice}")).collect();
    if !silent.is_empty() {
        return Err(format!("no line of words.txt is told:\n{}", silent.join("\n")).into());
    }
    if speaks_as_kept()? { keep(&folder().join("told.txt"), &text) } else { Ok(()) }
}

/// What Rust has is compiled, each line for itself, in one program.
pub fn are_mended() -> Result<(), Failed> {
    let (syntax, others) = lines()?;
    let texts: Vec<&str> = syntax.iter().chain(&others).map(|line| line.rust.as_str()).collect();
    let said = compile(&written("mended", &program(&texts)?.0)?)?;
    let refused: Vec<&str> = errors(&said).filter_map(|error| error.rendered.as_deref()).collect();
    if refused.is_empty() { Ok(()) } else { Err(refused.join("\n").into()) }
}
