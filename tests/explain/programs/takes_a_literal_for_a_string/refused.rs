pub fn name(number: usize) -> String {
    if number == 0 { "main" } else { format!("worker {number}") }
}
