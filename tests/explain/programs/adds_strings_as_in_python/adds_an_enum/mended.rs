pub enum Args<'a> {
    Line(&'a str),
    List(&'a [&'a str]),
}

pub fn line(args: Args<'_>) -> String {
    match args {
        Args::Line(line) => line.to_string(),
        Args::List(words) => words.join(" "),
    }
}
