use std::io::{self, Write};

fn fork_child(job: impl FnOnce() -> i32) -> io::Result<()> {
    job();
    Ok(())
}

pub fn each(items: &[u64], work: impl Fn(u64) -> u64) -> io::Result<()> {
    for item in items {
        let (_from, mut to) = io::pipe()?;
        fork_child(|| {
            let sent = to.write_all(&work(*item).to_le_bytes());
            i32::from(sent.is_err())
        })?;
    }
    Ok(())
}
