pub fn run(args: &[&str], stdout: Stream, stderr: Stream) -> io::Result<Completed> {
    let mut command = Command::new(args[0]);
    command.args(&args[1..]);
    let mut child = start(command, stdout, stderr)?;
    let mut kept = [Vec::new(), Vec::new()];
    if let Some(mut from) = child.stdout.take() {
        from.read_to_end(&mut kept[0])?;
    }
    if let Some(mut from) = child.stderr.take() {
        from.read_to_end(&mut kept[1])?;
    }
    let [out, err] = kept;
    let status = child.wait()?;
    Ok(Completed {
        args: args.iter().map(|word| word.to_string()).collect(),
        returncode: returncode(status),
        stdout: (stdout == Stream::Pipe).then_some(out),
        stderr: (stderr == Stream::Pipe).then_some(err),
    })
}
