pub struct Full<T>(pub T);

pub fn try_put<T>(items: &mut Vec<T>, item: T, size: usize) -> Result<(), Full<T>> {
    if items.len() == size {
        return Err(Full(item));
    }
    items.push(item);
    Ok(())
}
