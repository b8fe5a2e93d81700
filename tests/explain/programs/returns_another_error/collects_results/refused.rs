pub fn run<M, R, E>(middles: Vec<M>, second: impl Fn(M) -> Result<R, E>) -> Result<Vec<R>, E> {
    let mut results = Vec::new();
    for middle in middles {
        results.push(second(middle));
    }
    Ok::<_, E>(results)
}
