//! Prints the sample receipt on a roll of 80 mm, for eyes: `cargo run -p chikaya-documents --example slip -- ar OUT.pdf`.

#[path = "../tests/sample/mod.rs"]
mod sample;

use std::error::Error;

use chikaya_documents::Press;
use chikaya_domain::Language;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(language), Some(path)) = (arguments.next(), arguments.next()) else {
        return Err("say a language (ar, zgh, fr, en) and a file to write".into());
    };
    let language = Language::from_code(&language).ok_or("there is no such language here")?;
    let created = "2026-03-12T21:14:00Z".parse()?;
    let page = Press::new()?.slip(&sample::receipt(language), created)?;
    std::fs::write(path, page)?;
    Ok(())
}
