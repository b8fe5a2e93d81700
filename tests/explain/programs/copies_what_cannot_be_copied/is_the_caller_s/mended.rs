pub trait Page {
    fn read(&self) -> String;
}

pub fn all(pages: &[impl Page]) -> Vec<String> {
    pages.iter().map(|page| page.read()).collect()
}
