pub fn communicate(mut child: Child, input: &[u8], limit: Duration) -> Result<Output, Box<dyn Error>> {
    let deadline = Instant::now() + limit;
    let left = || deadline.saturating_duration_since(Instant::now());
    let (stdin, input) = (child.stdin.take(), input.to_vec());
    thread::spawn(move || stdin.map(|mut stdin| stdin.write_all(&input)));
    let (say, ended) = channel();
    let outputs = [collect(child.stdout.take(), say.clone()), collect(child.stderr.take(), say)];
    let read = || outputs.each_ref().map(|output| mem::take(&mut *output.lock().unwrap()));
    let mut in_time = outputs.iter().all(|_| ended.recv_timeout(left()).is_ok());
    while in_time {
        if let Some(status) = child.try_wait()? {
            let [stdout, stderr] = read();
            return Ok(Output { status, stdout, stderr });
        }
        thread::sleep(left().min(Duration::from_millis(2)));
        in_time = !left().is_zero();
    }
    child.kill()?;
    child.wait()?;
    while ended.recv_timeout(Duration::from_secs(1)).is_ok() {}
    let [stdout, stderr] = read();
    Err(TimeoutExpired { stdout, stderr }.into())
}
