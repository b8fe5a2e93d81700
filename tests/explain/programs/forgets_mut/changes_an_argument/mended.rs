pub fn start(times: usize, mut beat: impl FnMut()) {
    for _ in 0..times {
        beat();
    }
}
