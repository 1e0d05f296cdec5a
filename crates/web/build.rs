//! Embeds the assets: each under a name with its own digest, text also compressed, addresses within style
//! sheets rewritten to those names.

use std::{
    collections::BTreeMap,
    env,
    error::Error,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use brotli::enc::BrotliEncoderParams;
use sha2::{Digest as _, Sha256};

#[expect(
    clippy::disallowed_methods,
    reason = "cargo speaks to build scripts through the environment"
)]
fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("assets");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    println!("cargo::rerun-if-changed=assets");
    let mut files = Vec::new();
    gather(&folder, &folder, &mut files)?;
    // Style sheets last: they name the others. So do modules that import others: those of a folder come in an order in
    // which each finds what it imports.
    files.sort_by_key(|name| (extension_of(name) == "css", name.clone()));
    let files = importing_last(&folder, files)?;
    let mut addresses: BTreeMap<String, String> = BTreeMap::new();
    let mut code = String::from("static ASSETS: &[Asset] = &[\n");
    for name in files {
        let Some(media_type) = media_type(&name) else {
            continue;
        };
        let mut bytes = fs::read(folder.join(&name))?;
        if extension_of(&name) == "css" {
            bytes = rewrite(String::from_utf8(bytes)?, &addresses).into_bytes();
        }
        if extension_of(&name) == "js" {
            bytes = with_addresses(&name, &String::from_utf8(bytes)?, &addresses)?.into_bytes();
        }
        let digest = Sha256::digest(&bytes);
        let mark: String = digest[..6].iter().fold(String::new(), |mut mark, byte| {
            let _ = write!(mark, "{byte:02x}");
            mark
        });
        let (stem, extension) = name.rsplit_once('.').ok_or("a file without extension")?;
        let address = format!("/assets/{}.{mark}.{extension}", stem.replace('/', "-"));
        let plain = out.join(format!("asset-{mark}"));
        fs::write(&plain, &bytes)?;
        let compressed = if extension == "woff2" {
            "None".to_owned()
        } else {
            let path = out.join(format!("asset-{mark}.br"));
            fs::write(&path, compress(&bytes)?)?;
            format!("Some(include_bytes!({:?}))", path.display().to_string())
        };
        writeln!(
            code,
            "Asset {{ name: {name:?}, address: {address:?}, media_type: {media_type:?}, bytes: include_bytes!({:?}), brotli: {compressed} }},",
            plain.display().to_string()
        )?;
        addresses.insert(name, address);
    }
    code.push_str("];\n");
    fs::write(out.join("assets.rs"), code)?;
    Ok(())
}

fn gather(root: &Path, folder: &Path, files: &mut Vec<String>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            gather(root, &path, files)?;
        } else {
            let name = path
                .strip_prefix(root)?
                .to_str()
                .ok_or("a name that is no text")?;
            files.push(name.replace('\\', "/"));
        }
    }
    Ok(())
}

fn extension_of(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}

fn media_type(name: &str) -> Option<&'static str> {
    match extension_of(name) {
        "css" => Some("text/css; charset=utf-8"),
        "svg" => Some("image/svg+xml"),
        "js" => Some("text/javascript; charset=utf-8"),
        "woff2" => Some("font/woff2"),
        "png" => Some("image/png"),
        _ => None,
    }
}

/// `url(fonts/x.woff2)` and `url("frieze.svg")` with the names that carry digests.
fn rewrite(mut sheet: String, addresses: &BTreeMap<String, String>) -> String {
    for (name, address) in addresses {
        for quote in ["", "\"", "'"] {
            sheet = sheet.replace(
                &format!("url({quote}{name}{quote})"),
                &format!("url({address})"),
            );
        }
    }
    sheet
}

/// What a module imports from its own folder, by the names of the files.
fn imports(name: &str, module: &str) -> Vec<String> {
    let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
    module
        .lines()
        .filter(|line| line.starts_with("import "))
        .filter_map(|line| line.split_once("\"./")?.1.split_once('"'))
        .map(|(file, _)| format!("{folder}/{file}"))
        .collect()
}

/// The files, each module behind those that it imports.
fn importing_last(root: &Path, files: Vec<String>) -> Result<Vec<String>, Box<dyn Error>> {
    let mut placed: Vec<String> = Vec::new();
    let mut waiting = files;
    while !waiting.is_empty() {
        let mut left = Vec::new();
        let before = placed.len();
        for name in waiting {
            let is_ready = extension_of(&name) != "js"
                || imports(&name, &fs::read_to_string(root.join(&name))?)
                    .iter()
                    .all(|imported| placed.contains(imported));
            if is_ready {
                placed.push(name);
            } else {
                left.push(name);
            }
        }
        if placed.len() == before {
            return Err(format!("these import each other, or what is not there: {left:?}").into());
        }
        waiting = left;
    }
    Ok(placed)
}

/// A module with the names that carry digests in its imports.
fn with_addresses(
    name: &str,
    module: &str,
    addresses: &BTreeMap<String, String>,
) -> Result<String, Box<dyn Error>> {
    let mut written = module.to_owned();
    for imported in imports(name, module) {
        let address = addresses
            .get(&imported)
            .ok_or("an import that is not there")?;
        let file = imported.rsplit('/').next().unwrap_or_default();
        written = written.replace(&format!("\"./{file}\""), &format!("\"{address}\""));
    }
    Ok(written)
}

fn compress(bytes: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut compressed = Vec::new();
    let params = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..BrotliEncoderParams::default()
    };
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &params)?;
    Ok(compressed)
}
