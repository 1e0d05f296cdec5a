//! Files that hold others: which kind of office document they are, by what is in them.

use super::{
    elements::is_sound_alone,
    kind::{
        DOC, DOCX, FileKind, M4A, MP4, NoKind, ODP, ODS, ODT, PPT, PPTX, THREE_GP, THREE_GP_SOUND,
        WEBM, WEBM_SOUND, XLS, XLSX,
    },
};

/// How compound files of older office programs begin.
pub(super) const OLE: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// How `WebM` begins.
const EBML: [u8; 4] = [0x1a, 0x45, 0xdf, 0xa3];

/// Most names read of an archive.
const NAMES: usize = 20_000;

/// The kind of a file of which the first bytes say only that it holds others.
pub(super) fn look_into(file: &[u8]) -> Result<FileKind, NoKind> {
    if file.starts_with(&OLE) {
        return of_compound(file);
    }
    if file.starts_with(b"PK") {
        return of_archive(file);
    }
    if file.starts_with(&EBML) {
        return Ok(if is_sound_alone(file) {
            WEBM_SOUND
        } else {
            WEBM
        });
    }
    Ok(of_tracks(file))
}

/// A ZIP archive. Programs write the parts of a document in any order, so the directory at its end is read.
fn of_archive(file: &[u8]) -> Result<FileKind, NoKind> {
    if let Some(stated) = open_document(file) {
        let parts = parts_of(file).ok_or(NoKind::Other)?;
        // Macros of LibreOffice, and those in other languages.
        if parts
            .iter()
            .any(|part| part.name.starts_with(b"Basic/") || part.name.starts_with(b"Scripts/"))
        {
            return Err(NoKind::Macros);
        }
        if parts.iter().any(|part| part.is_locked_up(file)) {
            return Err(NoKind::Protected);
        }
        return match stated {
            b"application/vnd.oasis.opendocument.text" => Ok(ODT),
            b"application/vnd.oasis.opendocument.spreadsheet" => Ok(ODS),
            b"application/vnd.oasis.opendocument.presentation" => Ok(ODP),
            _ => Err(NoKind::Other),
        };
    }
    let parts = parts_of(file).ok_or(NoKind::Other)?;
    let has = |beginning: &[u8]| parts.iter().any(|part| part.name.starts_with(beginning));
    if !has(b"[Content_Types].xml") {
        return Err(NoKind::Other);
    }
    if parts
        .iter()
        .any(|part| part.name.to_ascii_lowercase().ends_with(b"vbaproject.bin"))
    {
        return Err(NoKind::Macros);
    }
    [
        (&b"word/document"[..], DOCX),
        (b"xl/workbook.xml", XLSX),
        (b"ppt/presentation.xml", PPTX),
    ]
    .into_iter()
    .find(|(part, _)| has(part))
    .map(|(_, kind)| kind)
    .ok_or(NoKind::Other)
}

/// The media type that an `OpenDocument` states in its first part, which is stored as it is.
fn open_document(file: &[u8]) -> Option<&[u8]> {
    let name = usize::from(number(file, 26)?);
    let more = usize::from(number(file, 28)?);
    if file.get(30..30 + name)? != b"mimetype" || number(file, 8)? != 0 {
        return None;
    }
    let begin = 30 + name + more;
    let size = usize::from(number(file, 22)?);
    file.get(begin..begin + size)
}

/// A part of an archive, as its directory tells of it.
struct Part<'a> {
    name: &'a [u8],
    /// How it is packed; 0 is not at all.
    method: u16,
    /// Where its own head begins.
    begin: usize,
}

impl Part<'_> {
    /// Whether it is what a password hides of an `OpenDocument`: the whole of it as one part (version 1.4), or its text,
    /// which lies there unpacked because what is encrypted cannot be made smaller, and begins like no XML
    /// (`OpenDocument` 1.2, part 3, section 3.4).
    fn is_locked_up(&self, file: &[u8]) -> bool {
        if self.name == b"encrypted-package" {
            return true;
        }
        let begins_like_xml = |file: &[u8]| {
            let name = usize::from(number(file, self.begin + 26)?);
            let more = usize::from(number(file, self.begin + 28)?);
            let content = file.get(self.begin + 30 + name + more..)?;
            Some(content.starts_with(b"<") || content.starts_with(b"\xef\xbb\xbf<"))
        };
        self.name == b"content.xml" && self.method == 0 && begins_like_xml(file) == Some(false)
    }
}

/// The parts in the directory of an archive.
fn parts_of(file: &[u8]) -> Option<Vec<Part<'_>>> {
    // The end record is 22 bytes long, and a comment of up to 65,535 may follow.
    let from = file.len().saturating_sub(22 + 65_535);
    let end = from
        + file[from..]
            .windows(4)
            .rposition(|part| part == b"PK\x05\x06")?;
    let entries = usize::from(number(file, end + 10)?).min(NAMES);
    let mut place = offset(file, end + 16)?;
    let mut parts = Vec::with_capacity(entries);
    for _ in 0..entries {
        if file.get(place..place + 4)? != b"PK\x01\x02" {
            return None;
        }
        let name = usize::from(number(file, place + 28)?);
        let more = usize::from(number(file, place + 30)?) + usize::from(number(file, place + 32)?);
        parts.push(Part {
            name: file.get(place + 46..place + 46 + name)?,
            method: number(file, place + 10)?,
            begin: offset(file, place + 42)?,
        });
        place += 46 + name + more;
    }
    Some(parts)
}

/// A place in the file, as four bytes tell it.
fn offset(file: &[u8], place: usize) -> Option<usize> {
    usize::try_from(u32::from_le_bytes(*file.get(place..)?.first_chunk()?)).ok()
}

/// A number of two bytes at a place.
fn number(file: &[u8], place: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*file.get(place..)?.first_chunk()?))
}

/// A compound file (MS-CFB): its directory has entries of 128 bytes, each beginning with a name in UTF-16.
fn of_compound(file: &[u8]) -> Result<FileKind, NoKind> {
    let has = |name: &str| {
        let wide: Vec<u8> = name
            .encode_utf16()
            .chain([0])
            .flat_map(u16::to_le_bytes)
            .collect();
        let length = u16::try_from(wide.len()).unwrap_or(u16::MAX);
        (512..file.len()).step_by(128).any(|place| {
            file[place..].starts_with(&wide) && number(file, place + 64) == Some(length)
        })
    };
    if has("EncryptedPackage") || has("EncryptionInfo") {
        return Err(NoKind::Protected);
    }
    [
        ("WordDocument", DOC),
        ("Workbook", XLS),
        ("Book", XLS),
        ("PowerPoint Document", PPT),
    ]
    .into_iter()
    .find(|(stream, _)| has(stream))
    .map(|(_, kind)| kind)
    .ok_or(NoKind::Other)
}

/// What a film or sound of the brands of MPEG 4 or 3GPP is: sound alone, where no track holds pictures.
fn of_tracks(file: &[u8]) -> FileKind {
    let is_sound = has_track(file, &[b"soun"]) && !has_track(file, &[b"vide"]);
    let is_3gp = file.get(8..10) == Some(b"3g");
    match (is_3gp, is_sound) {
        (true, true) => THREE_GP_SOUND,
        (true, false) => THREE_GP,
        (false, true) => M4A,
        (false, false) => MP4,
    }
}

/// Whether a film or sound in boxes has a track of one of these kinds, wherever its handler lies (ISO/IEC 14496-12).
pub(super) fn has_track(file: &[u8], kinds: &[&[u8; 4]]) -> bool {
    file.windows(16).any(|part| {
        part.starts_with(b"hdlr") && kinds.iter().any(|wanted| part[12..16] == wanted[..])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Documents as the programs themselves write them; `tests/data/office/README.md` says how they were made.
    const DOCUMENTS: [(&str, &[u8], FileKind); 11] = [
        (
            "python-docx",
            include_bytes!("../../tests/data/office/python.docx"),
            DOCX,
        ),
        (
            "python-pptx",
            include_bytes!("../../tests/data/office/python.pptx"),
            PPTX,
        ),
        (
            "openpyxl",
            include_bytes!("../../tests/data/office/python.xlsx"),
            XLSX,
        ),
        (
            "LibreOffice",
            include_bytes!("../../tests/data/office/libreoffice.docx"),
            DOCX,
        ),
        (
            "LibreOffice",
            include_bytes!("../../tests/data/office/libreoffice.pptx"),
            PPTX,
        ),
        (
            "LibreOffice",
            include_bytes!("../../tests/data/office/libreoffice.xlsx"),
            XLSX,
        ),
        (
            "LibreOffice",
            include_bytes!("../../tests/data/office/libreoffice.odt"),
            ODT,
        ),
        (
            "LibreOffice",
            include_bytes!("../../tests/data/office/libreoffice.ods"),
            ODS,
        ),
        (
            "LibreOffice",
            include_bytes!("../../tests/data/office/libreoffice.odp"),
            ODP,
        ),
        (
            "LibreOffice",
            include_bytes!("../../tests/data/office/libreoffice.xls"),
            XLS,
        ),
        (
            "LibreOffice",
            include_bytes!("../../tests/data/office/libreoffice.doc"),
            DOC,
        ),
    ];

    /// An archive of parts without content, as far as its directory goes.
    fn archive(names: &[&str]) -> Vec<u8> {
        let mut file = Vec::new();
        let mut directory = Vec::new();
        for name in names {
            let offset = u32::try_from(file.len()).unwrap();
            let length = u16::try_from(name.len()).unwrap();
            file.extend(b"PK\x03\x04\x14\0");
            file.extend([0; 20]);
            file.extend(length.to_le_bytes());
            file.extend([0, 0]);
            file.extend(name.as_bytes());
            directory.extend(b"PK\x01\x02\x14\0");
            directory.extend([0; 22]);
            directory.extend(length.to_le_bytes());
            directory.extend([0; 12]);
            directory.extend(offset.to_le_bytes());
            directory.extend(name.as_bytes());
        }
        let begin = u32::try_from(file.len()).unwrap();
        let count = u16::try_from(names.len()).unwrap();
        file.extend(&directory);
        file.extend(b"PK\x05\x06\0\0\0\0");
        file.extend(count.to_le_bytes());
        file.extend(count.to_le_bytes());
        file.extend(u32::try_from(directory.len()).unwrap().to_le_bytes());
        file.extend(begin.to_le_bytes());
        file.extend([0, 0]);
        file
    }

    #[test]
    fn real_office_files_are_known_whatever_program_wrote_them() {
        for (program, file, kind) in DOCUMENTS {
            assert_eq!(
                FileKind::of(file),
                Ok(kind),
                "{program}, {}",
                kind.media_type()
            );
        }
    }

    #[test]
    fn an_archive_that_is_no_document_is_refused_and_so_are_macros() {
        let word = ["word/document.xml", "_rels/.rels", "[Content_Types].xml"];
        assert_eq!(FileKind::of(&archive(&word)), Ok(DOCX));
        let with_macros = [&word[..], &["word/vbaProject.bin"]].concat();
        assert_eq!(FileKind::of(&archive(&with_macros)), Err(NoKind::Macros));
        for names in [
            &["word/document.xml", "virus.exe"][..],
            &["a.txt"],
            &["[Content_Types].xml", "x"],
        ] {
            assert_eq!(FileKind::of(&archive(names)), Err(NoKind::Other));
        }
        assert_eq!(FileKind::of(b"PK\x03\x04"), Err(NoKind::Other));
    }

    #[test]
    fn an_open_document_with_macros_or_a_password_is_told_from_others() {
        let with_macro: &[u8] = include_bytes!("../../tests/data/office/libreoffice-macro.odt");
        assert_eq!(FileKind::of(with_macro), Err(NoKind::Macros));
        let locked: &[u8] = include_bytes!("../../tests/data/office/libreoffice-password.odt");
        assert_eq!(FileKind::of(locked), Err(NoKind::Protected));
    }

    #[test]
    fn a_document_with_a_password_is_told_from_others() {
        let mut file = vec![0; 2_048];
        file[..8].copy_from_slice(&OLE);
        let name: Vec<u8> = "EncryptedPackage\0"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        file[1_152..1_152 + name.len()].copy_from_slice(&name);
        file[1_216..1_218].copy_from_slice(&u16::try_from(name.len()).unwrap().to_le_bytes());
        assert_eq!(FileKind::of(&file), Err(NoKind::Protected));
        assert_eq!(FileKind::of(&OLE), Err(NoKind::Other));
    }
}
