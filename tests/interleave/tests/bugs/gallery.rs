//! Runs a bug and its right form, and writes down what came of it.

use std::fmt::Write;
use std::path::Path;

use interleave::{Coverage, Explorer, Failure, Sources};

/// One test a bug. `theme: [bug: Pattern, ...]` stands for `theme.rs`, with a `mod bug` in it that has a `wrong`, whose
/// order shows this pattern or none, and a `right`.
macro_rules! tests {
    ($($theme:ident: [$($bug:ident: $pattern:ident),* $(,)?],)*) => {$(
        mod $theme {
            $(
                #[test]
                fn $bug() {
                    use crate::$theme::$bug::{right, wrong};
                    let failure = crate::gallery::judge(stringify!($theme), stringify!($bug), wrong, right);
                    assert!(
                        crate::gallery::pattern!($pattern, failure.pattern()),
                        "its order should show {}: {:?}",
                        stringify!($pattern),
                        failure.pattern()
                    );
                }
            )*
        }
    )*};
}
pub(crate) use tests;

macro_rules! pattern {
    (none, $shown:expr) => {
        $shown.is_none()
    };
    ($pattern:ident, $shown:expr) => {
        matches!($shown, Some(interleave::Pattern::$pattern { .. }))
    };
}
pub(crate) use pattern;

pub(crate) fn judge(theme: &str, bug: &str, wrong: fn(), right: fn()) -> Failure {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let file = format!("{theme}.rs");
    let sources = Sources::new().file(&format!("bugs/{file}"), &file, &folder.join("bugs").join(&file));
    let Err(failure) = Explorer::new().check(wrong) else { panic!("{theme}::{bug}: the bug was not found") };
    let mut text = told(&failure, &sources);
    match Explorer::new().check(right) {
        Ok(coverage) => writeln!(text, "right: {}", covered(&coverage)).expect("a string takes any text"),
        Err(failure) => panic!("{theme}::{bug}: the right form fails\n{}", told(&failure, &sources)),
    }

    let kept = folder.join(format!("snapshots/{theme}__{bug}.json"));
    failure.finding(&sources, false).agrees_with(&kept).expect("the book quotes what is true");

    let mut settings = insta::Settings::new();
    settings.set_snapshot_path(folder.join("snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(format!("{theme}__{bug}"), text));
    failure
}

fn told(failure: &Failure, sources: &Sources) -> String {
    let pattern = failure.pattern_said(sources);
    let pattern = pattern.map_or(String::new(), |pattern| format!("{}: {}\n", pattern.name, pattern.says));
    format!("{}\n{pattern}\n{}\n", failure.headline(sources), failure.table(sources, false))
}

fn covered(coverage: &Coverage) -> String {
    let Coverage { orders, preemptions, complete, random, kinds } = coverage;
    if let Some(kinds) = kinds {
        return format!("{kinds} kinds of orders, all there are");
    }
    match preemptions {
        _ if *complete => format!("{orders} orders, all there are"),
        Some(bound) => {
            format!("{orders} orders, all with up to {bound} preemptions, then {random} at random")
        }
        None => format!("{orders} orders, not all of any kind, then {random} at random"),
    }
}

/// What a spec says of the code: it is told as the spec's own, not as a line of the bug's file.
pub(crate) fn promise(holds: bool, says: &str) {
    assert!(holds, "{says}");
}
