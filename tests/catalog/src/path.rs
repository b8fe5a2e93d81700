//! The order in which the topics are learnt.

use std::fs;
use std::path::Path;

/// The path stands where everybody sees it, and nowhere else. This is what it was when this was built.
const README: &str = include_str!("../../../README.md");

/// A topic on the path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// In English, as folders and packages are called.
    pub name: String,
    /// In Korean.
    pub title: String,
    /// What is learnt there, in a few words.
    pub teaches: String,
}

/// The topics below a root in the order of the path, from the table in `README.md` whose rows read
/// `| 자식 프로세스 (subprocess) | 실행, 파이프, 시간 제한, 글자 |`.
pub fn path(root: &Path) -> Vec<Entry> {
    let there = rows(&fs::read_to_string(root.join("README.md")).unwrap_or_default());
    if there.is_empty() { rows(README) } else { there }
}

fn rows(readme: &str) -> Vec<Entry> {
    let lines = readme.lines().skip_while(|line| !line.starts_with("| 주제 |")).skip(2);
    lines.map_while(|line| line.strip_prefix("| ")).filter_map(row).collect()
}

fn row(line: &str) -> Option<Entry> {
    let mut cells = line.split('|').map(str::trim);
    let (title, name) = cells.next()?.strip_suffix(')')?.split_once(" (")?;
    Some(Entry { name: name.into(), title: title.into(), teaches: cells.next()?.into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_a_topic() {
        let readme = "글\n\n| 주제 | 배우는 것 |\n| --- | --- |\n| 큐 (queue) | 막히는 큐 |\n| 없는 줄 |\n\n| 다른 (table) | 표 |\n";
        let queue = Entry { name: "queue".into(), title: "큐".into(), teaches: "막히는 큐".into() };
        assert_eq!(rows(readme), [queue]);
    }

    #[test]
    fn the_readme_has_the_path() {
        let path = path(Path::new("nowhere"));
        let names: Vec<&str> = path.iter().map(|entry| entry.name.as_str()).collect();
        assert!(names.contains(&"mutex"), "{names:?}");
        assert!(path.iter().all(|entry| !entry.title.is_empty() && !entry.teaches.is_empty()), "{names:?}");
    }
}
