pub enum Args<'a> {
    Line(&'a str),
    List(&'a [&'a str]),
}

pub fn line(args: Args<'_>) -> String {
    let line = args + "";
    line
}
