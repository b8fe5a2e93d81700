//! Tab completion for `cargo course`, from the same definition that reads the command line.
//!
//! Shells complete `cargo`, not `cargo course`: what clap writes for a program called `course` is called from there.

use std::io::{self, Write};

use clap_complete::{Shell, generate};

use crate::cli;
use crate::trouble::{Answer, Trouble};
use catalog::Course;

const BASH: &str = r#"
_cargo_before_course=$(complete -p cargo 2>/dev/null | sed -n 's/.*-F \([^ ]*\).*/\1/p')
[ "$_cargo_before_course" = _cargo_or_course ] && _cargo_before_course=
_cargo_or_course() {
    if [ "${COMP_WORDS[1]}" = course ] && [ "$COMP_CWORD" -ge 2 ]; then
        COMP_WORDS=("${COMP_WORDS[@]:1}")
        COMP_CWORD=$((COMP_CWORD - 1))
        _course course "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
    elif [ -n "$_cargo_before_course" ]; then
        "$_cargo_before_course" "$@"
    elif [ "$COMP_CWORD" -eq 1 ]; then
        mapfile -t COMPREPLY < <(compgen -W "course test run build check" -- "$2")
    fi
}
complete -o bashdefault -o default -F _cargo_or_course cargo
"#;

const ZSH: &str = r#"
_cargo_or_course() {
    if [[ $words[2] == course && $CURRENT -ge 3 ]]; then
        shift words
        (( CURRENT-- ))
        _course
    elif (( $+functions[_cargo] )) || autoload -Uz +X _cargo 2>/dev/null; then
        _cargo
    else
        compadd course test run build check
    fi
}
compdef _cargo_or_course cargo
"#;

const FISH: &str = r#"
function __cargo_course
    set -l words (commandline -opc) (commandline -ct)
    complete -C (string join ' ' -- $words[2..])
end
complete -c cargo -n '__fish_seen_subcommand_from course' -f -a '(__cargo_course)'
"#;

pub fn print(course: &Course, shell: &str) -> Answer<u8> {
    let (kind, rest) = match shell {
        "zsh" => (Shell::Zsh, ZSH),
        "fish" => (Shell::Fish, FISH),
        _ => (Shell::Bash, BASH),
    };
    let mut script = Vec::new();
    let mut command = cli::command(course, true).bin_name("course");
    generate(kind, &mut command, "course", &mut script);
    if kind == Shell::Fish {
        script.extend(names_for_fish(&command).as_bytes());
    }
    script.extend(rest.as_bytes());
    let written = io::stdout().write_all(&script).or_else(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => Ok(()),
        _ => Err(error),
    });
    written.map(|()| 0).map_err(|error| Trouble::of_io("쓰지 못했습니다", &error))
}

/// What clap leaves out for fish: the values of arguments without a dash.
fn names_for_fish(command: &clap::Command) -> String {
    let mut lines = String::new();
    for part in command.get_subcommands() {
        let inner = part.get_subcommands().flat_map(clap::Command::get_positionals);
        for argument in part.get_positionals().chain(inner) {
            let values = argument.get_possible_values();
            let names: Vec<&str> = values.iter().map(clap::builder::PossibleValue::get_name).collect();
            if !names.is_empty() {
                lines += &format!(
                    "complete -c course -n \"__fish_course_using_subcommand {}\" -f -a \"{}\"\n",
                    part.get_name(),
                    names.join(" ")
                );
            }
        }
    }
    lines
}
