pub enum Args {
    Line(String),
    List(Vec<String>),
}

pub fn words(args: Args) -> Vec<String> {
    match args {
        Args::Line(line) => vec![line],
        Args::List(words) => words,
    }
}
