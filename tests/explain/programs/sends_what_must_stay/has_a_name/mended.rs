pub fn run<F>(work: F)
where
    F: Fn(u64),
{
    work(1);
}
