//! Of which kind a file is: by its bytes, never by its name.

use super::{
    container,
    kind::{AMR, AMR_WIDE, FileKind, HEIC, M4A, MOV, MP3, MP4, NoKind, PDF, TAKEN, THREE_G2, WEBM},
};

/// What the first bytes of a file tell of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Guess {
    /// It is of this kind.
    Kind(FileKind),
    /// It holds other files, or sound and film: the whole of it must be looked at.
    Container,
}

impl FileKind {
    /// The kind of a whole file, or why it is none that is taken.
    pub fn of(file: &[u8]) -> Result<Self, NoKind> {
        match Guess::of(file).ok_or(NoKind::Other)? {
            Guess::Kind(kind) => Ok(kind),
            Guess::Container => container::look_into(file),
        }
    }
}

impl Guess {
    /// What the first bytes of a file tell; `None` when it is of no kind that is taken.
    pub(super) fn of(head: &[u8]) -> Option<Self> {
        if head.starts_with(b"PK\x03\x04") || head.starts_with(&container::OLE) {
            return Some(Self::Container);
        }
        if head.get(4..8) == Some(b"ftyp") {
            return of_brands(head);
        }
        if head.starts_with(b"#!AMR-WB\n") {
            return Some(Self::Kind(AMR_WIDE));
        }
        if head.starts_with(b"#!AMR\n") {
            return Some(Self::Kind(AMR));
        }
        if is_layer_three(head) {
            return Some(Self::Kind(MP3));
        }
        // Some programs put a byte order mark or empty lines before a PDF.
        let seen = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
        if seen.trim_ascii_start().starts_with(b"%PDF-") {
            return Some(Self::Kind(PDF));
        }
        let found = infer::get(head)?;
        TAKEN
            .iter()
            // A page that speaks of a PDF far within is none.
            .find(|kind| kind.media_type() == found.mime_type() && **kind != PDF)
            .map(|kind| match *kind {
                // Browsers record voices in elements of the same kind as films.
                WEBM => Self::Container,
                other => Self::Kind(other),
            })
    }
}

/// The kind of a file that says its brands (ISO/IEC 14496-12): the first is the program's that made it, the others
/// those of the readers it is made for.
fn of_brands(head: &[u8]) -> Option<Guess> {
    let size = head
        .first_chunk()
        .map_or(0, |size| u32::from_be_bytes(*size) as usize);
    let brands = head.get(8..size.clamp(12, head.len().max(12)))?;
    let (brands, _) = brands.as_chunks::<4>();
    let major = brands.first()?;
    let has = |wanted: &[&[u8; 4]]| brands.iter().any(|brand| wanted.contains(&brand));
    if has(&[b"avif", b"avis"]) {
        return None;
    }
    if has(&[
        b"heic", b"heix", b"hevc", b"heim", b"heis", b"hevm", b"mif1", b"msf1",
    ]) {
        return Some(Guess::Kind(HEIC));
    }
    match major {
        b"qt  " => Some(Guess::Kind(MOV)),
        b"M4A " | b"M4B " | b"M4P " => Some(Guess::Kind(M4A)),
        [b'3', b'g', b'2', _] => Some(Guess::Kind(THREE_G2)),
        [b'M', b'4', b'V', _] => Some(Guess::Kind(MP4)),
        // Telephones record voices in boxes of the same brand (3gp) as films.
        _ => Some(Guess::Container),
    }
}

/// Whether a file begins with a frame of MPEG audio, layer III, of version 1, 2 or 2.5: recorders of calls write 8 kHz,
/// which version 2.5 alone has.
fn is_layer_three(head: &[u8]) -> bool {
    let Some([0xff, second, third, _]) = head.first_chunk::<4>() else {
        return false;
    };
    let version = second >> 3 & 3;
    let layer = second >> 1 & 3;
    let (rate, frequency) = (third >> 4, third >> 2 & 3);
    second & 0xe0 == 0xe0 && version != 1 && layer == 1 && (1..15).contains(&rate) && frequency != 3
}

#[cfg(test)]
mod tests {
    use super::*;

    fn media_type(file: &[u8]) -> Option<&'static str> {
        FileKind::of(file).ok().map(FileKind::media_type)
    }

    #[test]
    fn a_file_is_what_its_bytes_say() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
        assert_eq!(media_type(png), Some("image/png"));
        assert_eq!(media_type(b"%PDF-1.7\n"), Some("application/pdf"));
        assert_eq!(
            media_type(b"\xef\xbb\xbf\r\n%PDF-1.4\n"),
            Some("application/pdf")
        );
        assert_eq!(media_type(b"<!doctype html><script>%PDF-1.4"), None);
        assert_eq!(media_type(b"MZ\x90\0\x03"), None);
        assert_eq!(media_type(b"II*\0\x08\0\0\0"), None);
        assert_eq!(media_type(b""), None);
    }

    #[test]
    fn sound_and_film_of_telephones_are_known_by_brand_and_frame() {
        let brand = |major: &[u8; 4], more: &[u8; 4]| {
            [
                b"\0\0\0\x18ftyp",
                &major[..],
                b"\0\0\0\0",
                &more[..],
                b"isom",
            ]
            .concat()
        };
        for (major, more, expected) in [
            (b"3gp4", b"isom", Some("video/3gpp")),
            (b"3gp5", b"3gp4", Some("video/3gpp")),
            (b"3g2a", b"3g2a", Some("video/3gpp2")),
            (b"isom", b"mp42", Some("video/mp4")),
            (b"mp42", b"isom", Some("video/mp4")),
            (b"M4V ", b"mp42", Some("video/mp4")),
            (b"XAVC", b"mp42", Some("video/mp4")),
            (b"qt  ", b"qt  ", Some("video/quicktime")),
            (b"M4A ", b"mp42", Some("audio/m4a")),
            (b"heic", b"mif1", Some("image/heif")),
            (b"mif1", b"heic", Some("image/heif")),
            (b"avif", b"mif1", None),
        ] {
            let file = brand(major, more);
            assert_eq!(
                media_type(&file),
                expected,
                "{}",
                String::from_utf8_lossy(major)
            );
        }
        let spoken = [
            &brand(b"isom", b"mp42")[..],
            b"....hdlr\0\0\0\0\0\0\0\0soun....",
        ]
        .concat();
        assert_eq!(media_type(&spoken), Some("audio/m4a"));
        let said = [
            &brand(b"3gp4", b"isom")[..],
            b"....hdlr\0\0\0\0\0\0\0\0soun....",
        ]
        .concat();
        assert_eq!(media_type(&said), Some("audio/3gpp"));
        let filmed = [&spoken[..], b"hdlr\0\0\0\0\0\0\0\0vide...."].concat();
        assert_eq!(media_type(&filmed), Some("video/mp4"));
        for frame in [
            b"\xff\xfb\x90\x00",
            b"\xff\xf3\x40\xc0",
            b"\xff\xe3\x18\xc4",
            b"\xff\xe2\x18\xc4",
            b"ID3\x04",
        ] {
            assert_eq!(media_type(frame), Some("audio/mpeg"), "{frame:?}");
        }
        assert_eq!(media_type(b"#!AMR\n\x3c"), Some("audio/amr"));
        assert_eq!(media_type(b"#!AMR-WB\n\x3c"), Some("audio/amr-wb"));
        // The byte order mark of a text in UTF-16 is no frame, nor is AAC.
        assert_eq!(media_type(b"\xff\xfea\0b\0"), None);
        assert_eq!(media_type(b"\xff\xf1\x50\x80\x02"), Some("audio/aac"));
    }
}
