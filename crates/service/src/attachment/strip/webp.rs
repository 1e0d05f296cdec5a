//! A `WebP` picture that is too large to be written again: the picture is kept as it is, and all that tells of its maker left out.

/// Parts that hold the picture (RFC 9649); `VP8X` says what else there is.
const PICTURE: &[&[u8; 4]] = &[
    b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP",
];

/// Flags of `VP8X` that say that EXIF and XMP follow.
const TOLD: u8 = 0x08 | 0x04;

/// The picture without EXIF, XMP and unknown parts; `None` when it does not reach its own end.
pub(in crate::attachment) fn webp(original: &[u8]) -> Option<Vec<u8>> {
    let head = original.get(..12)?;
    if !head.starts_with(b"RIFF") || &head[8..] != b"WEBP" {
        return None;
    }
    let size = u32::from_le_bytes(*head[4..].first_chunk()?) as usize;
    let whole = original.get(..size.checked_add(8)?)?;
    let mut kept = head.to_vec();
    let mut place = 12;
    while place < whole.len() {
        let part = whole.get(place..place + 8)?;
        let size = u32::from_le_bytes(*part[4..].first_chunk()?) as usize;
        // Parts begin at even places.
        let end = place
            .checked_add(8)?
            .checked_add(size)?
            .checked_add(size % 2)?;
        let content = whole.get(place..end)?;
        if PICTURE.iter().any(|kind| part.starts_with(*kind)) {
            let begin = kept.len();
            kept.extend_from_slice(content);
            if part.starts_with(b"VP8X") {
                *kept.get_mut(begin + 8)? &= !TOLD;
            }
        }
        place = end;
    }
    let size = u32::try_from(kept.len() - 8).ok()?;
    kept[4..8].copy_from_slice(&size.to_le_bytes());
    Some(kept)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use image::{DynamicImage, ImageFormat, RgbImage};

    fn part(kind: &[u8], content: &[u8]) -> Vec<u8> {
        let size = u32::try_from(content.len()).unwrap().to_le_bytes();
        let padding = vec![0; content.len() % 2];
        [kind, &size, content, &padding].concat()
    }

    #[test]
    fn a_picture_keeps_its_pixels_and_loses_every_word() {
        let mut written = Cursor::new(Vec::new());
        DynamicImage::ImageRgb8(RgbImage::from_pixel(40, 20, image::Rgb([9, 90, 200])))
            .write_to(&mut written, ImageFormat::WebP)
            .unwrap();
        let plain = written.into_inner();
        // Flags, three bytes unused, width and height less one, three bytes each.
        let extended = part(b"VP8X", &[0x0c, 0, 0, 0, 39, 0, 0, 19, 0, 0]);
        let parts = [
            extended,
            plain[12..].to_vec(),
            part(b"EXIF", b"SecretCamera!"),
            part(b"XMP ", b"SecretProgram"),
        ]
        .concat();
        let size = u32::try_from(parts.len() + 4).unwrap().to_le_bytes();
        let told = [b"RIFF", &size[..], b"WEBP", &parts, b"Secret behind"].concat();
        let stripped = super::webp(&told).unwrap();
        assert!(!stripped.windows(6).any(|part| part == b"Secret"));
        let pixels = |file: &[u8]| image::load_from_memory(file).unwrap().into_rgb8();
        assert_eq!(pixels(&stripped), pixels(&plain));
        for length in 0..plain.len() {
            assert_eq!(super::webp(&plain[..length]), None, "cut at {length}");
        }
    }
}
