//! The table of contents of the book.

/// A line of `SUMMARY.md` that has a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// How deep it stands: 0 for a chapter, 1 for a section of it.
    pub depth: usize,
    /// As the contents call it.
    pub title: String,
    /// From `book/src`.
    pub file: String,
}

/// The pages that a `SUMMARY.md` lists, in order.
pub fn pages(summary: &str) -> Vec<Page> {
    let page = |line: &str| {
        let depth = line.chars().take_while(|letter| *letter == ' ').count() / 2;
        let line = line.trim_start().trim_start_matches("- ");
        let (title, file) = line.strip_prefix('[')?.strip_suffix(')')?.split_once("](")?;
        Some(Page { depth, title: title.into(), file: file.into() })
    };
    summary.lines().filter_map(page).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_with_a_page_is_one() {
        let found =
            pages("# 차례\n\n[머리말](a.md)\n\n- [큐 (queue)](queue.md)\n  - [막힘](queue/block.md)\n");
        let page = |depth, title: &str, file: &str| Page { depth, title: title.into(), file: file.into() };
        assert_eq!(
            found,
            [page(0, "머리말", "a.md"), page(0, "큐 (queue)", "queue.md"), page(1, "막힘", "queue/block.md")]
        );
    }
}
