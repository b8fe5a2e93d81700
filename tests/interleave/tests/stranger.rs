//! What somebody sees who uses `explore` in a test of their own.

use model_std::sync::Mutex;
use model_std::thread;
use std::process::Command;

/// A test that fails, run by the one below.
#[test]
#[ignore = "it is there to fail"]
fn loses_an_update() {
    interleave::explore(|| {
        let total = Mutex::new(0);
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    let before = *total.lock().unwrap();
                    *total.lock().unwrap() = before + 1;
                });
            }
        });
        assert_eq!(total.into_inner().unwrap(), 2, "더한 값 하나가 사라졌습니다.");
    });
}

#[test]
fn a_failing_test_prints_headline_pattern_story_and_how_to_run_it_again() {
    let program = std::env::current_exe().expect("this test is a program");
    let run = Command::new(program).args(["--ignored", "--exact", "loses_an_update"]).output();
    let run = run.expect("this test can be run again");
    let told = String::from_utf8(run.stdout).expect("tests print text");
    let told = told.split("---- loses_an_update stdout ----").nth(1).expect("the test fails");
    let told = told.split("\nfailures:").next().expect("there is always a first part").trim();
    let mut settings = insta::Settings::new();
    settings.set_snapshot_path("snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("stranger", told));
}

#[test]
fn a_failure_is_an_error() {
    fn run() -> Result<interleave::Coverage, Box<dyn std::error::Error>> {
        Ok(interleave::Explorer::new().check(|| interleave::broken("약속이 깨졌습니다."))?)
    }
    let failure = run().expect_err("the promise is broken");
    assert!(failure.to_string().starts_with("약속이 깨졌습니다."), "{failure}");
}
