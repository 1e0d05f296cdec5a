//! The code of the package is run: translated for Java by enjarify, checked by Java's own verifier, and tried against a
//! stand-in for a phone (`xtask/android/phone.txt`). No phone ran it; this finds what a phone would stumble over first.

use super::{address::Address, build, run::run};
use crate::{needs, workspace};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What stands before each class of the stand-in.
const STROKES: &str = "//// ";

/// Writes each class into a file of its own; answers the files.
fn split(text: &str, folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<(PathBuf, String)> = Vec::new();
    for line in text.lines() {
        match line.strip_prefix(STROKES) {
            Some(class) if class.contains('/') && !class.contains(' ') => {
                let (package, _) = class.rsplit_once('/').unwrap();
                let head = format!(
                    "package {}; import java.util.*;\n",
                    package.replace('/', ".")
                );
                files.push((folder.join(format!("{class}.java")), head));
            }
            Some(_) => {}
            None => {
                let (_, class) = files.last_mut().unwrap();
                class.push_str(line);
                class.push('\n');
            }
        }
    }
    for (file, class) in &files {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, class).unwrap();
    }
    files.into_iter().map(|(file, _)| file).collect()
}

#[test]
fn the_code_does_what_the_manual_says() {
    if !needs::are_there(&needs::APP) || !needs::are_there(&needs::APP_TRIED) {
        eprintln!(
            "skipped: enjarify or the tools for Android packages are missing (cargo xtask test --full)"
        );
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let within = |name: &str| folder.path().join(name);
    let address = Address::parse("https://portal.example").unwrap();
    let package =
        build::package(&within("build"), build::Order::Names, &address, "1.2.3", 7).unwrap();
    // Its own command would ask whatever Python stands first on the path, which need not see Debian's packages.
    run(Command::new("/usr/bin/python3")
        .args(["-O", "-m", "enjarify.main", "-o"])
        .arg(within("app.jar"))
        .arg(&package))
    .unwrap();
    let stand_in = fs::read_to_string(workspace::root().join("xtask/android/phone.txt")).unwrap();
    let sources = split(&stand_in, &within("sources"));
    run(Command::new("javac")
        .arg("-cp")
        .arg(within("app.jar"))
        .arg("-d")
        .arg(within("classes"))
        .args(sources))
    .unwrap();
    fs::create_dir(within("cache")).unwrap();
    let classes = std::env::join_paths([within("app.jar"), within("classes")]).unwrap();
    let said = run(Command::new("java")
        .args(["-Xverify:all", "-cp"])
        .arg(classes)
        .arg("ma.chikaya.Trial")
        .arg(within("cache")))
    .unwrap();
    let looks: u32 = said.trim().strip_suffix(" looks").unwrap().parse().unwrap();
    assert!(looks > 150, "{said}");
}
