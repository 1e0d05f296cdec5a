//! Kinds of files that are taken, known by their first bytes and never by their names.

/// A kind of file: media type, the extension it is given out with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileKind {
    media_type: &'static str,
    extension: &'static str,
}

/// What is taken: pictures, PDF, sound, film, office documents.
const TAKEN: &[FileKind] = &[
    kind("image/jpeg", "jpg"),
    kind("image/png", "png"),
    kind("image/webp", "webp"),
    kind("image/heif", "heic"),
    kind("application/pdf", "pdf"),
    kind("audio/mpeg", "mp3"),
    kind("audio/ogg", "ogg"),
    kind("audio/opus", "opus"),
    kind("audio/m4a", "m4a"),
    kind("audio/aac", "aac"),
    kind("audio/x-wav", "wav"),
    kind("audio/amr", "amr"),
    kind("video/mp4", "mp4"),
    kind("video/quicktime", "mov"),
    kind("video/webm", "webm"),
    kind("application/msword", "doc"),
    kind("application/vnd.ms-excel", "xls"),
    kind("application/vnd.ms-powerpoint", "ppt"),
    kind(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "docx",
    ),
    kind(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsx",
    ),
    kind(
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "pptx",
    ),
    kind("application/vnd.oasis.opendocument.text", "odt"),
    kind("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    kind("application/vnd.oasis.opendocument.presentation", "odp"),
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

    /// Whether it is a photo that few programs can read.
    pub(super) fn is_heic(self) -> bool {
        self.media_type == "image/heif"
    }

    /// The kind of a file by its first bytes; `None` when it is none that is taken.
    pub fn of(head: &[u8]) -> Option<Self> {
        let found = infer::get(head)?;
        TAKEN
            .iter()
            .find(|kind| kind.media_type == found.mime_type())
            .copied()
    }

    /// Media type.
    pub const fn media_type(self) -> &'static str {
        self.media_type
    }

    /// Whether it is a picture that is written again without metadata, and may therefore be shown.
    pub fn is_cleaned(self) -> bool {
        matches!(self.media_type, "image/jpeg" | "image/png" | "image/webp")
    }

    /// The name it is given out under: the one it came with, without path, control and direction signs, with
    /// the extension of what it really is.
    pub fn name(self, typed: &str, limit: usize) -> String {
        let last = typed.rsplit(['/', '\\']).next().unwrap_or_default();
        let stem = last.rsplit_once('.').map_or(last, |(stem, _)| stem);
        let clean: String = stem
            .chars()
            .filter(|sign| {
                !sign.is_control()
                    && !matches!(sign, '"' | '<' | '>' | ':' | '|' | '?' | '*' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            })
            .take(limit)
            .collect();
        let stem = clean.trim();
        let stem = if stem.is_empty() { "file" } else { stem };
        format!("{stem}.{}", self.extension)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_bytes_say() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
        assert_eq!(
            FileKind::of(png).map(FileKind::media_type),
            Some("image/png")
        );
        assert_eq!(
            FileKind::of(b"%PDF-1.7\n").map(FileKind::media_type),
            Some("application/pdf")
        );
        assert_eq!(FileKind::of(b"<!doctype html><script>"), None);
        assert_eq!(FileKind::of(b"MZ\x90\0\x03"), None);
        assert_eq!(FileKind::of(b""), None);
    }

    #[test]
    fn a_name_keeps_its_words_and_loses_its_tricks() {
        let pdf = FileKind::of(b"%PDF-1.7\n").unwrap();
        assert_eq!(pdf.name("../../etc/طلب مودع.jpg", 100), "طلب مودع.pdf");
        assert_eq!(pdf.name("a\u{202e}fdp.exe", 100), "afdp.pdf");
        assert_eq!(pdf.name("\0\n", 100), "file.pdf");
        assert_eq!(pdf.name(&"x".repeat(300), 100).len(), 104);
    }
}
