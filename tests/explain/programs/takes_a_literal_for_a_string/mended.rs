pub fn name(number: usize) -> String {
    if number == 0 { "main".to_string() } else { format!("worker {number}") }
}
