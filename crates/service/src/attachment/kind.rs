//! Kinds of files that are taken, and the names they are given out under.

use chikaya_domain::text::{beginning, length, line};

/// A kind of file: media type, the extension it is given out with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileKind {
    media_type: &'static str,
    extension: &'static str,
}

/// How files are put together that tell of their making.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    /// Films and sound in boxes.
    Boxes,
    /// Sound with tags before and behind it.
    Tagged,
    /// Films in elements (EBML).
    Elements,
    /// RIFF.
    Wave,
    /// Ogg.
    Ogg,
    /// PDF.
    Pdf,
    /// Others, which stay as they come.
    Other,
}

/// Why a file is of no kind that is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoKind {
    /// Of another kind.
    Other,
    /// An office document that opens with a password alone.
    Protected,
    /// An office document with programs in it.
    Macros,
}

/// What is taken: pictures, PDF, sound, film, office documents.
pub(super) const TAKEN: &[FileKind] = &[
    FileKind::JPEG,
    kind("image/png", "png"),
    FileKind::WEBP,
    HEIC,
    PDF,
    MP3,
    kind("audio/ogg", "ogg"),
    kind("audio/opus", "opus"),
    M4A,
    kind("audio/aac", "aac"),
    kind("audio/x-wav", "wav"),
    AMR,
    AMR_WIDE,
    MP4,
    MOV,
    THREE_GP,
    THREE_G2,
    THREE_GP_SOUND,
    WEBM,
    WEBM_SOUND,
    DOC,
    XLS,
    PPT,
    DOCX,
    XLSX,
    PPTX,
    ODT,
    ODS,
    ODP,
];

pub(super) const HEIC: FileKind = kind("image/heif", "heic");
pub(super) const PDF: FileKind = kind("application/pdf", "pdf");
pub(super) const MP3: FileKind = kind("audio/mpeg", "mp3");
pub(super) const M4A: FileKind = kind("audio/m4a", "m4a");
pub(super) const AMR: FileKind = kind("audio/amr", "amr");
pub(super) const AMR_WIDE: FileKind = kind("audio/amr-wb", "awb");
pub(super) const MP4: FileKind = kind("video/mp4", "mp4");
pub(super) const MOV: FileKind = kind("video/quicktime", "mov");
pub(super) const THREE_GP: FileKind = kind("video/3gpp", "3gp");
pub(super) const THREE_G2: FileKind = kind("video/3gpp2", "3g2");
pub(super) const THREE_GP_SOUND: FileKind = kind("audio/3gpp", "3gp");
pub(super) const WEBM: FileKind = kind("video/webm", "webm");
pub(super) const WEBM_SOUND: FileKind = kind("audio/webm", "webm");
pub(super) const DOC: FileKind = kind("application/msword", "doc");
pub(super) const XLS: FileKind = kind("application/vnd.ms-excel", "xls");
pub(super) const PPT: FileKind = kind("application/vnd.ms-powerpoint", "ppt");
pub(super) const DOCX: FileKind = kind(
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "docx",
);
pub(super) const XLSX: FileKind = kind(
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xlsx",
);
pub(super) const PPTX: FileKind = kind(
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "pptx",
);
pub(super) const ODT: FileKind = kind("application/vnd.oasis.opendocument.text", "odt");
pub(super) const ODS: FileKind = kind("application/vnd.oasis.opendocument.spreadsheet", "ods");
pub(super) const ODP: FileKind = kind("application/vnd.oasis.opendocument.presentation", "odp");

/// Extensions of other kinds that people's names have: what is no extension is a part of the name, dots and all.
const OTHER_EXTENSIONS: &[&str] = &[
    "jpeg", "jpe", "jfif", "heif", "hif", "avif", "tif", "tiff", "gif", "bmp", "svg", "oga", "ogv",
    "weba", "wave", "m4v", "mp4v", "3gpp", "3ga", "qt", "htm", "html", "txt", "rtf", "csv", "docm",
    "dotx", "xlsm", "xlsb", "pptm", "ppsx", "zip", "rar", "7z", "exe", "com", "bat", "cmd", "js",
    "vbs", "msi", "apk", "scr", "lnk", "sh", "jar", "mkv", "avi", "wmv", "wma", "mpg", "mpeg",
    "flac",
];

const fn kind(media_type: &'static str, extension: &'static str) -> FileKind {
    FileKind {
        media_type,
        extension,
    }
}

impl FileKind {
    /// What a HEIC photo becomes.
    pub(super) const JPEG: Self = kind("image/jpeg", "jpg");

    /// Some photos that were sent on.
    pub(super) const WEBP: Self = kind("image/webp", "webp");

    /// Whether it is a photo that few programs can read.
    pub(super) fn is_heic(self) -> bool {
        self == HEIC
    }

    /// Media type.
    pub const fn media_type(self) -> &'static str {
        self.media_type
    }

    /// How it is put together, where what it tells of its making can be taken off.
    pub(super) const fn family(self) -> Family {
        match self.extension.as_bytes() {
            b"mp4" | b"mov" | b"3gp" | b"3g2" | b"m4a" => Family::Boxes,
            b"mp3" | b"aac" => Family::Tagged,
            b"wav" => Family::Wave,
            b"ogg" | b"opus" => Family::Ogg,
            b"webm" => Family::Elements,
            b"pdf" => Family::Pdf,
            _ => Family::Other,
        }
    }

    /// Whether a film or recording of this kind says in plain boxes which tracks it has. A MOV may pack them.
    pub(super) fn says_its_tracks(self) -> bool {
        [MP4, M4A, THREE_GP, THREE_G2, THREE_GP_SOUND].contains(&self)
    }

    /// Whether it is a picture that is written again without metadata, and may therefore be shown.
    pub fn is_cleaned(self) -> bool {
        matches!(self.media_type, "image/jpeg" | "image/png" | "image/webp")
    }

    /// The name it is given out under: the one it came with, without path and without signs that no name of a file
    /// may have, with the extension of what it really is. A name of more than `limit` characters is shortened, and
    /// says so.
    pub fn name(self, typed: &str, limit: usize) -> String {
        let typed = line(typed);
        let last = typed.rsplit(['/', '\\']).next().unwrap_or_default();
        let is_forbidden = |sign| matches!(sign, '"' | '<' | '>' | ':' | '|' | '?' | '*');
        let clean = without_extension(last).replace(is_forbidden, "");
        let stem = clean.trim_matches([' ', '.']);
        let stem = if stem.is_empty() { "file" } else { stem };
        let more = if length(stem) > limit { "…" } else { "" };
        format!("{}{more}.{}", beginning(stem, limit), self.extension)
    }
}

/// A name without what is known to be an extension.
fn without_extension(name: &str) -> &str {
    let Some((stem, end)) = name.rsplit_once('.') else {
        return name;
    };
    let end = end.to_ascii_lowercase();
    let is_extension =
        OTHER_EXTENSIONS.contains(&end.as_str()) || TAKEN.iter().any(|kind| kind.extension == end);
    if is_extension { stem } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_its_words_and_loses_its_tricks() {
        let pdf = PDF;
        for (typed, expected) in [
            ("../../etc/طلب مودع.jpg", "طلب مودع.pdf"),
            ("a\u{202e}fdp.exe", "afdp.pdf"),
            ("\0\n", "file.pdf"),
            (".pdf", "file.pdf"),
            ("Facture n. 12", "Facture n. 12.pdf"),
            (
                "Rapport v2.1 du 12.03.2026",
                "Rapport v2.1 du 12.03.2026.pdf",
            ),
            ("M. Alaoui.PDF", "M. Alaoui.pdf"),
            ("Réponse av. Hassan II", "Réponse av. Hassan II.pdf"),
            ("e\u{301}tat.pdf", "état.pdf"),
            ("C:\\Users\\x\\photo.jpeg", "photo.pdf"),
            ("a:b?c\u{200f}.pdf", "abc.pdf"),
        ] {
            assert_eq!(pdf.name(typed, 100), expected, "{typed:?}");
        }
        assert_eq!(
            pdf.name(&"x".repeat(300), 100),
            format!("{}….pdf", "x".repeat(100))
        );
    }
}
