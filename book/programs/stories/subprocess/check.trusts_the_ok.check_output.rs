pub fn check_output(args: &[&str]) -> Result<Vec<u8>, Box<dyn Error>> {
    let output = Command::new(args[0]).args(&args[1..]).stderr(Stdio::inherit()).output()?;
    Ok(output.stdout)
}
