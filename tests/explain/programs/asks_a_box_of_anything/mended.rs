use std::thread;

pub fn message(job: fn()) -> String {
    match thread::spawn(job).join() {
        Ok(()) => String::new(),
        Err(error) => match (error.downcast_ref::<&str>(), error.downcast_ref::<String>()) {
            (Some(text), _) => text.to_string(),
            (_, Some(text)) => text.clone(),
            _ => String::new(),
        },
    }
}
