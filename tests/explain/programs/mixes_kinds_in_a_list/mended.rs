pub struct Failed;

pub fn run(values: Vec<Option<String>>) -> usize {
    let mut results = Vec::new();
    for value in values {
        match value {
            Some(value) => results.push(Ok(value)),
            None => results.push(Err(Failed)),
        }
    }
    results.len()
}
