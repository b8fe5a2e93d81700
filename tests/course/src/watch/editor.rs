//! The learner's editor, opened at a line.

use std::path::Path;
use std::process::Command;

/// The words that start it.
pub fn editor() -> Option<Vec<String>> {
    let named = ["VISUAL", "EDITOR"].into_iter().find_map(|name| std::env::var(name).ok());
    let words = |text: String| text.split_whitespace().map(str::to_string).collect::<Vec<_>>();
    let in_code = std::env::var_os("TERM_PROGRAM").is_some_and(|program| program == "vscode");
    let found = named.map(words).filter(|words| !words.is_empty());
    found.or_else(|| in_code.then(|| vec!["code".to_string()]))
}

pub fn open(words: &[String], root: &Path, file: &str, line: u64) -> Command {
    let mut command = Command::new(&words[0]);
    command.args(&words[1..]).current_dir(root);
    let name = Path::new(&words[0]).file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
    match name.as_str() {
        "code" | "code-insiders" | "codium" | "cursor" | "windsurf" => {
            command.args(["-g", &format!("{file}:{line}")])
        }
        "zed" | "subl" | "hx" | "helix" => command.arg(format!("{file}:{line}")),
        "idea" | "rustrover" | "clion" => command.args(["--line", &line.to_string(), file]),
        "vi" | "vim" | "nvim" | "gvim" | "nano" | "emacs" | "emacsclient" | "micro" | "kak" => {
            command.args([&format!("+{line}"), file])
        }
        _ => command.arg(file),
    };
    command
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::open;

    #[test]
    fn 편집기마다_줄을_여는_말이_다르다() {
        for (editor, words) in [
            ("vim", "+7 a.rs"),
            ("/usr/bin/nano -w", "-w +7 a.rs"),
            ("code --wait", "--wait -g a.rs:7"),
            ("zed", "a.rs:7"),
            ("idea", "--line 7 a.rs"),
            ("unheard-of", "a.rs"),
        ] {
            let split: Vec<String> = editor.split(' ').map(str::to_string).collect();
            let command = open(&split, Path::new("/"), "a.rs", 7);
            let said: Vec<_> = command.get_args().map(|word| word.to_string_lossy().into_owned()).collect();
            assert_eq!(said.join(" "), words, "{editor}");
        }
    }
}
