//! A topic drops in: files of its own, a row in the path, its lines in the book's contents, and nothing else.

use catalog::Course;
use grading::new::{self, TO_WRITE};
use grading::{How, shape};

use crate::copy::Copy;

const STEP: &str = "pass";

/// A topic of one step, made in a copy.
struct Made {
    name: &'static str,
    title: &'static str,
    how: How,
}

const MODELLED: Made = Made { name: "relay", title: "이어달리기", how: How::Modelled };
const REAL: Made = Made { name: "errand", title: "심부름", how: How::Real };

pub fn modelled() {
    MODELLED.drops_in();
}

/// Real processes are judged where there are Unix ones.
pub fn real() {
    if cfg!(unix) {
        REAL.drops_in();
    }
}

impl Made {
    fn drops_in(&self) {
        let Made { name, title, how } = self;
        let copy = Copy::fresh();
        let before = copy.contents();
        let whole = shape::all(&copy.course());
        let row = format!("\n| {title} ({name}) | 쓰고 버리기 |\n\n순서는");
        copy.replace("README.md", "\n\n순서는", &row);
        let lines = format!("- [{title} ({name})]({name}.md)\n  - [건네기]({name}/{STEP}.md)\n\n# 부록");
        copy.replace("book/src/SUMMARY.md", "\n# 부록", &lines);

        let course = copy.course();
        let topic = course.topic(name).expect("the row is read");
        let mut made = new::topic(&course, topic, *how).expect("the files can be made");
        made.extend(new::step(&course, topic, STEP, "건네기", *how).expect("the files can be made"));
        let missing = shape::all(&copy.course()).join("\n");
        for wanted in [
            format!("tests/{name}/wrong/{STEP} has 0 answers"),
            format!("tests/{name}/right/{STEP} has 0 answers"),
            format!("lessons/{name}/src/{STEP}.rs still says"),
        ] {
            assert!(missing.contains(&wanted), "`{wanted}` is not among what is missing:\n{missing}");
        }

        self.write(&copy, &made);
        assert_eq!(shape::all(&copy.course()), whole, "the topic is whole");
        self.is_judged(&copy);
        self.touches_nothing_else(&copy, &before);
    }

    /// What somebody would write by hand.
    fn write(&self, copy: &Copy, made: &[String]) {
        for path in made {
            let text = copy.read(path).replace(&format!("{TO_WRITE}: "), "").replace(TO_WRITE, "건넵니다.");
            copy.write(path, text.as_bytes());
        }
        let answer = |how: &str| format!("pub fn {STEP}(number: usize) -> usize {{\n    {how}\n}}\n");
        for (file, how) in [("adds_zero", "number + 0"), ("takes_once", "number * 1"), ("returns", "number")]
        {
            copy.write(format!("tests/{}/right/{STEP}/{file}.rs", self.name), answer(how).as_bytes());
        }
        for (file, how) in [
            ("adds_one", "number + 1"),
            ("adds_two", "number + 2"),
            ("doubles", "number * 2"),
            ("forgets", "number * 0"),
            ("panics", "usize::MAX + number"),
        ] {
            let text = format!("//! 받은 것을 그대로 건네지 않습니다.\n\n{}", answer(how));
            copy.write(format!("tests/{}/wrong/{STEP}/{file}.rs", self.name), text.as_bytes());
        }
        let course = copy.course();
        let topic = course.topic(self.name).expect("it is on the path");
        new::step(&course, topic, STEP, "건네기", self.how).expect("the starters can be copied");
    }

    /// The learner's command says what to do, then that it is done; the gallery judges all ten answers.
    fn is_judged(&self, copy: &Copy) {
        let name = self.name;
        let lesson = format!("lesson-{name}");
        let test = ["test", "-p", &lesson];
        let said = copy.cargo(&test, &[]);
        assert_eq!(said.code, Some(101), "{}\n{}", said.out, said.err);
        for word in [format!("{} ({name})", self.title), format!("lessons/{name}/src/{STEP}.rs")] {
            assert!(said.out.contains(&word), "`{word}` is not in\n{}\n{}", said.out, said.err);
        }
        let gallery = copy.cargo(&["test", "-p", &format!("gallery-{name}")], &[("INSTA_UPDATE", "always")]);
        assert_eq!(gallery.code, Some(0), "{}\n{}", gallery.out, gallery.err);
        assert!(gallery.out.contains("10 passed"), "{}", gallery.out);
        copy.solve(name, 1);
        let said = copy.cargo(&test, &[]);
        assert_eq!(said.code, Some(0), "{}\n{}", said.out, said.err);
    }

    /// Cargo itself keeps `Cargo.lock`.
    fn touches_nothing_else(&self, copy: &Copy, before: &[(std::path::PathBuf, Vec<u8>)]) {
        let name = self.name;
        let own = ["lessons", "solutions", "tests", "tests/course/starters", "book/src"]
            .map(|folder| format!("{folder}/{name}"));
        let lists = ["README.md", "book/src/SUMMARY.md", "Cargo.lock"];
        for (path, bytes) in copy.contents() {
            let shown = path.to_string_lossy().replace('\\', "/");
            let changed = !before.iter().any(|(known, kept)| *known == path && *kept == bytes);
            let expected = lists.contains(&shown.as_str()) || own.iter().any(|own| shown.starts_with(own));
            assert!(!changed || expected, "{shown} had to be changed");
        }
    }
}

impl Copy {
    fn course(&self) -> Course {
        Course::at_root(self.folder().to_path_buf())
    }
}
