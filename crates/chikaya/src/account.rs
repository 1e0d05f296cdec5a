//! The account of the machine as which this program runs, and what it may write.

use std::{
    fs,
    os::unix::fs::MetadataExt as _,
    path::{Path, PathBuf},
};

use rustix::fs::Access;

/// The account in words: its name, where the machine has one for it, and its number.
pub(crate) fn ours() -> String {
    named(rustix::process::geteuid().as_raw())
}

fn named(account: u32) -> String {
    let known = fs::read_to_string("/etc/passwd").unwrap_or_default();
    let name = known.lines().find_map(|line| {
        let mut parts = line.split(':');
        let (name, number) = (parts.next()?, parts.nth(1)?);
        (number.parse() == Ok(account)).then(|| name.to_owned())
    });
    name.map_or_else(
        || format!("the account {account}"),
        |name| format!("the account {name} ({account})"),
    )
}

/// Why files cannot be made in a folder, in words; none when they can.
pub(crate) fn why_not_in_folder(folder: &Path) -> Option<String> {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    why_not(folder, Access::WRITE_OK | Access::EXEC_OK)
}

/// Why a database file of SQLite cannot be written, in words: itself, what SQLite keeps beside it, or its folder. None when
/// nothing forbids it.
pub(crate) fn why_not_sqlite(file: &Path) -> Option<String> {
    let beside = |end: &str| {
        let mut name = file.as_os_str().to_owned();
        name.push(end);
        PathBuf::from(name)
    };
    [file.to_owned(), beside("-wal"), beside("-shm")]
        .iter()
        .filter(|file| file.exists())
        .find_map(|file| why_not(file, Access::READ_OK | Access::WRITE_OK))
        .or_else(|| why_not_in_folder(file.parent().unwrap_or(Path::new("."))))
}

fn why_not(path: &Path, access: Access) -> Option<String> {
    let error =
        rustix::fs::accessat(rustix::fs::CWD, path, access, rustix::fs::AtFlags::EACCESS).err()?;
    let owner = fs::metadata(path).map_or_else(
        |_| String::new(),
        |there| format!("; it belongs to {}", named(there.uid())),
    );
    Some(format!(
        "{} cannot be written by {}, as which this program runs ({error}){owner}",
        path.display(),
        ours()
    ))
}
