use std::collections::HashMap;

pub fn add(ages: &mut HashMap<String, u64>, name: String) -> usize {
    if !name.is_empty() {
        ages.insert(name, 1)
    }
    ages.len()
}
