pub fn start() {
    threading::Thread(|| println!("안녕"));
}
