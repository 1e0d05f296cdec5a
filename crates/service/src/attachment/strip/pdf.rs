//! PDF: the names of author and program, dates and histories are taken out, and what would act when it is opened.

use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId};

use super::super::FileRefusal;

/// Most bytes that one packed stream may unfold to while the document is read.
const UNFOLDED: usize = 8 * 1024 * 1024;

/// Deepest that objects within objects are looked into.
const DEPTH: usize = 64;

/// Entries that tell of the making of a document or of its parts, whatever they hold.
const TALKING: &[&[u8]] = &[b"Metadata", b"PieceInfo", b"LastModified", b"SpiderInfo"];

/// Entries that hold programs or start them.
const ACTING: &[&[u8]] = &[b"JS", b"JavaScript", b"AA", b"XFA"];

/// Actions that do more than show another place, by the name of their kind (ISO 32000-2, 12.6.4).
const ACTIONS: &[&[u8]] = &[
    b"JavaScript",
    b"Launch",
    b"SubmitForm",
    b"ImportData",
    b"GoToE",
    b"GoToR",
    b"Rendition",
    b"RichMediaExecute",
    b"Movie",
    b"Sound",
    b"Trans",
    b"SetOCGState",
    b"Hide",
    b"ResetForm",
];

/// The document without author, program, dates, histories and scripts; `None` where it has none of them and may stay as it
/// came, or is too broken to be read and holds no word of a script. A signature holds no more where something was taken
/// out: what signs a document says by whom it is, and one that also holds scripts is none that could be trusted.
pub(super) fn pdf(original: &[u8]) -> Result<Option<Vec<u8>>, FileRefusal> {
    let options = LoadOptions {
        max_decompressed_size: Some(UNFOLDED),
        ..LoadOptions::default()
    };
    let Ok(mut document) = Document::load_mem_with_options(original, options) else {
        return if names_a_script(original) {
            Err(FileRefusal::Broken)
        } else {
            Ok(None)
        };
    };
    if document.is_encrypted() && document.encryption_state.is_none() {
        return Err(FileRefusal::Protected);
    }
    let is_signed = document.objects.values().any(is_signature);
    let mut scripts = 0;
    let mut words = 0;
    let gone: Vec<ObjectId> = document
        .objects
        .iter()
        .filter(|(_, object)| is_metadata(object))
        .map(|(id, _)| *id)
        .collect();
    words += gone.len();
    for id in &gone {
        document.objects.remove(id);
    }
    if let Ok(info) = document.trailer.get(b"Info").and_then(Object::as_reference) {
        document.objects.remove(&info);
        words += 1;
    }
    if document.trailer.remove(b"Info").is_some() {
        words += 1;
    }
    for object in document.objects.values_mut() {
        clean(object, 0, &mut scripts, &mut words);
    }
    if scripts == 0 && (words == 0 || is_signed) {
        return Ok(None);
    }
    let mut written = Vec::with_capacity(original.len());
    document
        .save_to(&mut written)
        .map_err(|_| FileRefusal::Broken)?;
    Ok(Some(written))
}

/// Takes out of an object and all within it what talks and what acts.
fn clean(object: &mut Object, depth: usize, scripts: &mut usize, words: &mut usize) {
    if depth > DEPTH {
        // Nothing that shows a page lies so deep.
        *object = Object::Null;
        return;
    }
    match object {
        Object::Array(items) => {
            for item in items {
                clean(item, depth + 1, scripts, words);
            }
        }
        Object::Dictionary(entries) => clean_entries(entries, depth, scripts, words),
        Object::Stream(stream) => clean_entries(&mut stream.dict, depth, scripts, words),
        _ => {}
    }
}

fn clean_entries(entries: &mut Dictionary, depth: usize, scripts: &mut usize, words: &mut usize) {
    for name in TALKING {
        if entries.remove(name).is_some() {
            *words += 1;
        }
    }
    for name in ACTING {
        if entries.remove(name).is_some() {
            *scripts += 1;
        }
    }
    let acts = entries
        .get(b"S")
        .and_then(Object::as_name)
        .is_ok_and(|kind| ACTIONS.contains(&kind));
    if acts {
        *scripts += 1;
        for name in [
            b"F".as_slice(),
            b"Win",
            b"Mac",
            b"Unix",
            b"D",
            b"Next",
            b"NewWindow",
        ] {
            entries.remove(name);
        }
        entries.set("S", Object::Name(b"Named".to_vec()));
        entries.set("N", Object::Name(b"None".to_vec()));
    }
    for (_, value) in entries.iter_mut() {
        clean(value, depth + 1, scripts, words);
    }
}

fn is_metadata(object: &Object) -> bool {
    object
        .as_stream()
        .ok()
        .and_then(|stream| stream.dict.get(b"Type").and_then(Object::as_name).ok())
        == Some(b"Metadata")
}

fn is_signature(object: &Object) -> bool {
    object
        .as_dict()
        .is_ok_and(|entries| entries.has(b"ByteRange") && entries.has(b"Contents"))
}

/// Whether a document that cannot be read names a script or a start of something, with signs written as numbers or not.
fn names_a_script(file: &[u8]) -> bool {
    let mut plain = Vec::with_capacity(file.len());
    let mut rest = file;
    while let Some((sign, behind)) = rest.split_first() {
        let coded = (*sign == b'#')
            .then(|| behind.first_chunk::<2>())
            .flatten()
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        if let Some(sign) = coded {
            plain.push(sign);
            rest = &behind[2..];
        } else {
            plain.push(*sign);
            rest = behind;
        }
    }
    [
        &b"/JavaScript"[..],
        b"/JS",
        b"/Launch",
        b"/AA",
        b"/OpenAction",
        b"/XFA",
        b"/ObjStm",
    ]
    .iter()
    .any(|name| plain.windows(name.len()).any(|part| part == *name))
}

#[cfg(test)]
mod tests {
    use lopdf::dictionary;

    use super::*;

    /// A page with author, dates, XMP, a script that runs at the opening, one behind a field, and a button that starts a
    /// program; a link to another page and one to an address stay.
    fn written() -> Document {
        let mut document = Document::with_version("1.7");
        let pages = document.new_object_id();
        let script = document.add_object(dictionary! {
            "S" => "JavaScript",
            "JS" => Object::string_literal("app.alert('SecretScript')"),
        });
        let link = |action: Dictionary| {
            dictionary! {
                "Type" => "Annot", "Subtype" => "Link", "Rect" => vec![0.into(), 0.into(), 9.into(), 9.into()],
                "A" => action,
            }
        };
        let page = document.add_object(dictionary! {
            "Type" => "Page", "Parent" => pages,
            "MediaBox" => vec![0.into(), 0.into(), 100.into(), 100.into()],
            "LastModified" => Object::string_literal("D:20260312SecretDate"),
            "AA" => dictionary! { "O" => script },
            "Annots" => vec![
                link(dictionary! { "S" => "Launch", "F" => Object::string_literal("SecretProgram.exe") }).into(),
                link(dictionary! { "S" => "URI", "URI" => Object::string_literal("https://example.org/") }).into(),
            ],
        });
        document.objects.insert(
            pages,
            dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 }.into(),
        );
        let told = document.add_object(lopdf::Stream::new(
            dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
            b"<x:xmpmeta>SecretAuthor</x:xmpmeta>".to_vec(),
        ));
        let catalog = document.add_object(dictionary! {
            "Type" => "Catalog", "Pages" => pages, "Metadata" => told, "OpenAction" => script,
            "Names" => dictionary! { "JavaScript" => dictionary! { "Names" => vec![Object::string_literal("x"), script.into()] } },
        });
        let info = document.add_object(dictionary! {
            "Author" => Object::string_literal("SecretAuthor"),
            "CreationDate" => Object::string_literal("D:20260312090000SecretDate"),
        });
        document.trailer.set("Root", catalog);
        document.trailer.set("Info", info);
        document
    }

    fn bytes(mut document: Document) -> Vec<u8> {
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn a_document_tells_no_author_and_starts_nothing() {
        let original = bytes(written());
        assert!(original.windows(6).any(|part| part == b"Secret"));
        let stripped = pdf(&original).unwrap().unwrap();
        assert!(!stripped.windows(6).any(|part| part == b"Secret"));
        for gone in ["/JS", "/JavaScript", "/Launch", "/AA", "/XMP", "/Author"] {
            let gone = gone.as_bytes();
            assert!(!stripped.windows(gone.len()).any(|part| part == gone));
        }
        assert!(
            stripped
                .windows(20)
                .any(|part| part == b"https://example.org/")
        );
        let read = Document::load_mem(&stripped).unwrap();
        assert_eq!(read.get_pages().len(), 1);
        assert!(
            pdf(&stripped).unwrap().is_none(),
            "there is nothing more to take out"
        );
    }

    #[test]
    fn a_signed_document_stays_as_it_was_signed_unless_it_acts() {
        let sign = |document: &mut Document| {
            document.add_object(dictionary! {
                "Type" => "Sig",
                "ByteRange" => vec![0.into(), 1.into(), 2.into(), 3.into()],
                "Contents" => Object::string_literal("signed"),
            });
        };
        let mut acting = written();
        sign(&mut acting);
        assert!(pdf(&bytes(acting)).unwrap().is_some());
        let harmless = pdf(&bytes(written())).unwrap().unwrap();
        let mut signed = Document::load_mem(&harmless).unwrap();
        sign(&mut signed);
        let info = signed.add_object(dictionary! { "Author" => Object::string_literal("Signer") });
        signed.trailer.set("Info", info);
        assert!(pdf(&bytes(signed)).unwrap().is_none());
    }

    #[test]
    fn what_cannot_be_read_is_taken_only_where_it_names_no_script() {
        assert!(pdf(b"%PDF-1.7\n% a sample\n").unwrap().is_none());
        for script in ["/JavaScript", "/J#61vaScript", "/Lau#6Ech", "/ObjStm"] {
            let broken = format!("%PDF-1.7\n<< {script} >>");
            assert!(
                matches!(pdf(broken.as_bytes()), Err(FileRefusal::Broken)),
                "{script}"
            );
        }
        let whole = bytes(written());
        for length in (0..whole.len()).step_by(7) {
            // Whatever becomes of a part, nothing that acts comes through.
            if let Ok(Some(part)) = pdf(&whole[..length]) {
                assert!(!part.windows(12).any(|part| part == b"SecretScript"));
            }
        }
    }
}
