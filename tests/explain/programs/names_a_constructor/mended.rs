pub struct Full<T>(pub T);

pub fn put<T>(room: bool, items: &mut Vec<T>, item: T) -> Result<(), Full<T>> {
    if !room {
        return Err(Full(item));
    }
    items.push(item);
    Ok(())
}
