pub fn run<T, M, R>(item: T, first: impl Fn(T) -> M, second: impl Fn(M) -> R) -> R {
    second(first(item))
}
