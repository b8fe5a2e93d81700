//! What a package may use.

/// The dependencies that a `Cargo.toml` declares for the code itself, each with the table it stands in, sorted.
pub fn dependencies(manifest: &str) -> Vec<String> {
    let mut table = "";
    let mut found = Vec::new();
    for line in manifest.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if line.starts_with('[') {
            table = line;
        } else if table == "[dependencies]" || table.ends_with(".dependencies]") {
            found.push(format!("{table} {line}"));
        }
    }
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    use super::dependencies;

    #[test]
    fn only_the_code_itself_is_asked_about() {
        let manifest = "[dependencies]\n# why\nb = \"1\"\na = \"2\"\n\n[target.'cfg(unix)'.dependencies]\nc = \"3\"\n\n\
                        [dev-dependencies]\nd = \"4\"\n";
        assert_eq!(
            dependencies(manifest),
            [
                "[dependencies] a = \"2\"",
                "[dependencies] b = \"1\"",
                "[target.'cfg(unix)'.dependencies] c = \"3\""
            ]
        );
    }
}
