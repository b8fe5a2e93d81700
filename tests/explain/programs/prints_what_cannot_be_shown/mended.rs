#[derive(Debug)]
pub struct Report {
    pub lines: usize,
}

pub fn show(report: &Report) {
    println!("{report:?}");
}
