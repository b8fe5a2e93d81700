pub fn chosen(shell: bool) -> &'static str {
    let name = if shell { "sh" } else { "ls" };
    name
}
