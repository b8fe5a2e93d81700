use std::io;

fn fork_child(job: impl FnOnce() -> i32) -> io::Result<()> {
    job();
    Ok(())
}

pub fn each(items: &[u64], work: impl Fn(u64) -> u64) -> io::Result<()> {
    for item in items {
        fork_child(|| work(*item))?;
    }
    Ok(())
}
