pub fn chosen(shell: bool) -> &'static str {
    let name = "sh" if shell else "ls";
    name
}
