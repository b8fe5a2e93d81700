pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let stdin = child.stdin.take();
    thread::scope(|scope| {
        let writer = scope.spawn(|| match stdin.map(|mut stdin| stdin.write_all(input)) {
            Some(Err(error)) if error.kind() != ErrorKind::BrokenPipe => Err(error),
            _ => Ok(()),
        });
        let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
        if let Some(mut from) = child.stdout.take() {
            from.read_to_end(&mut stdout)?;
        }
        if let Some(mut from) = child.stderr.take() {
            from.read_to_end(&mut stderr)?;
        }
        writer.join().unwrap()?;
        Ok(Output { status: child.wait()?, stdout, stderr })
    })
}
