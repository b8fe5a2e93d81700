pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let mut stdin = child.stdin.take();
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let (out, err) = (child.stdout.take(), child.stderr.take());
    thread::scope(|scope| {
        scope.spawn(|| out.map(|mut from| from.read_to_end(&mut stdout)));
        scope.spawn(|| err.map(|mut from| from.read_to_end(&mut stderr)));
        match stdin.as_mut().map(|stdin| stdin.write_all(input)) {
            Some(Err(error)) if error.kind() != ErrorKind::BrokenPipe => Err(error),
            _ => Ok(()),
        }
    })?;
    drop(stdin);
    Ok(Output { status: child.wait()?, stdout, stderr })
}
