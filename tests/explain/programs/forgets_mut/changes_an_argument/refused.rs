pub fn start(times: usize, beat: impl FnMut()) {
    for _ in 0..times {
        beat();
    }
}
