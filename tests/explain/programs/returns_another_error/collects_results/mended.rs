use std::thread;

pub fn run<M: Send, R, E>(middles: Vec<M>, second: impl Fn(M) -> Result<R, E>) -> Result<Vec<R>, E> {
    thread::scope(|_| {
        let mut results = Vec::new();
        for middle in middles {
            results.push(second(middle)?);
        }
        Ok(results)
    })
}
