pub enum Args {
    Line(String),
    List(Vec<String>),
}

pub fn words(args: Args) -> Vec<String> {
    match args {
        Line(line) => vec![line],
        List(words) => words,
    }
}
