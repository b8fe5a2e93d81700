pub fn greet() -> usize {
    let name = String::from("main");
    length(name)
}

fn length(name: &str) -> usize {
    name.len()
}
