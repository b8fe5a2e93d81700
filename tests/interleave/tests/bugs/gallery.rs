//! Runs a bug and its right form, and writes down what came of it.

use std::fmt::Write;
use std::path::Path;

use interleave::{Coverage, Explorer, Sources, Style};

/// One test a bug. `theme: [bug, ...]` stands for `theme.rs`, with a `mod bug` in it that has a `wrong` and a `right`.
macro_rules! tests {
    ($($theme:ident: [$($bug:ident),* $(,)?],)*) => {$(
        mod $theme {
            $(
                #[test]
                fn $bug() {
                    use crate::$theme::$bug::{right, wrong};
                    crate::gallery::judge(stringify!($theme), stringify!($bug), wrong, right);
                }
            )*
        }
    )*};
}
pub(crate) use tests;

pub(crate) fn judge(theme: &str, bug: &str, wrong: fn(), right: fn()) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let file = format!("{theme}.rs");
    let sources = Sources::new().file(&format!("bugs/{file}"), &file, &folder.join("bugs").join(&file));
    let style = Style { color: false, width: 80, full: false };

    let Err(failure) = Explorer::new().check(wrong) else { panic!("{theme}::{bug}: the bug was not found") };
    let mut told = failure.headline(&sources) + "\n\n" + &failure.story(&sources, style) + "\n";
    match Explorer::new().check(right) {
        Ok(coverage) => writeln!(told, "right: {}", covered(&coverage)).expect("a string takes any text"),
        Err(failure) => {
            let story = failure.story(&sources, style);
            panic!("{theme}::{bug}: the right form fails\n{}\n{story}", failure.headline(&sources));
        }
    }

    let mut settings = insta::Settings::new();
    settings.set_snapshot_path(folder.join("snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(format!("{theme}__{bug}"), told));
}

fn covered(coverage: &Coverage) -> String {
    let Coverage { orders, preemptions, complete, random } = coverage;
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
