pub trait Page {
    fn read(&self) -> String;
}

pub fn all(pages: &[impl Page]) -> Vec<String> {
    pages.to_vec().iter().map(|page| page.read()).collect()
}
