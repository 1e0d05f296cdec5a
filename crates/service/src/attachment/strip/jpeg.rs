//! A photo that is too large to be written again: its picture is kept as it is, and all around it is left out.

/// Markers with a length behind them.
const FIRST_APPLICATION: u8 = 0xe0;
const LAST_APPLICATION: u8 = 0xef;
const COMMENT: u8 = 0xfe;
const START: [u8; 2] = [0xff, 0xd8];
const END: [u8; 2] = [0xff, 0xd9];
const SCAN: u8 = 0xda;

/// The block that says how colours are to be understood. Without it, four colours are shown as their opposites.
const ADOBE: u8 = 0xee;

/// A JPEG (ITU-T T.81) without the blocks of cameras and programs, and with nothing behind its picture. `orientation` is
/// how it is to be turned, as EXIF numbers it. `None` when it does not reach its own end.
pub(in crate::attachment) fn jpeg(original: &[u8], orientation: u8) -> Option<Vec<u8>> {
    let mut kept = Vec::with_capacity(original.len());
    let mut rest = original.strip_prefix(&START)?;
    kept.extend_from_slice(&START);
    if orientation > 1 {
        kept.extend_from_slice(&turned(orientation));
    }
    loop {
        // Any number of the same sign may stand before a marker.
        rest = rest.strip_prefix(&[0xff])?;
        while let [0xff, more @ ..] = rest {
            rest = more;
        }
        let (&marker, behind) = rest.split_first()?;
        if marker == END[1] {
            kept.extend_from_slice(&END);
            return Some(kept);
        }
        let length = usize::from(u16::from_be_bytes(*behind.first_chunk()?));
        let block = behind.get(..length.max(2))?;
        rest = behind.get(block.len()..)?;
        let is_left_out = match marker {
            ADOBE => !block[2..].starts_with(b"Adobe"),
            FIRST_APPLICATION..=LAST_APPLICATION | COMMENT => true,
            _ => false,
        };
        if !is_left_out {
            kept.extend_from_slice(&[0xff, marker]);
            kept.extend_from_slice(block);
        }
        if marker == SCAN {
            let end = end_of_scan(rest)?;
            kept.extend_from_slice(&rest[..end]);
            rest = &rest[end..];
        }
    }
}

/// Where the coded picture ends: at a marker that is neither a restart nor the sign itself.
fn end_of_scan(coded: &[u8]) -> Option<usize> {
    let mut place = 0;
    loop {
        place += coded.get(place..)?.iter().position(|byte| *byte == 0xff)?;
        match coded.get(place + 1)? {
            0x00 | 0xd0..=0xd7 => place += 2,
            0xff => place += 1,
            _ => return Some(place),
        }
    }
}

/// An EXIF block that says how the picture is to be turned, and nothing else.
fn turned(orientation: u8) -> Vec<u8> {
    let mut block = vec![0xff, 0xe1, 0, 34];
    block.extend_from_slice(b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0");
    block.push(orientation);
    block.extend_from_slice(&[0, 0, 0, 0, 0, 0]);
    block
}

#[cfg(test)]
mod tests {
    use image::{
        DynamicImage, ImageDecoder as _, ImageFormat, RgbImage, codecs::jpeg::JpegDecoder,
    };
    use std::io::Cursor;

    use super::*;

    fn photo() -> Vec<u8> {
        let mut written = Cursor::new(Vec::new());
        let sign = |number: u32| u8::try_from(number % 256).unwrap();
        let picture = RgbImage::from_fn(64, 48, |x, y| {
            image::Rgb([sign(x * 3), sign(y * 5), sign(x ^ y)])
        });
        DynamicImage::ImageRgb8(picture)
            .write_to(&mut written, ImageFormat::Jpeg)
            .unwrap();
        written.into_inner()
    }

    /// The photo with blocks as cameras and programs write them, and with a second picture behind its end.
    fn as_cameras_write(photo: &[u8]) -> Vec<u8> {
        let mut whole = photo[..2].to_vec();
        for (marker, words) in [
            (0xe1, &b"Exif\0\0SecretCamera"[..]),
            (0xe1, b"http://ns.adobe.com/xap/1.0/\0SecretProgram"),
            (0xed, b"Photoshop 3.0\0SecretPlace"),
            (0xfe, b"SecretComment"),
        ] {
            whole.extend_from_slice(&[0xff, 0xff, marker]);
            whole.extend_from_slice(&u16::try_from(words.len() + 2).unwrap().to_be_bytes());
            whole.extend_from_slice(words);
        }
        whole.extend_from_slice(&photo[2..]);
        whole.extend_from_slice(b"SecretSecondPicture");
        whole
    }

    #[test]
    fn a_photo_keeps_its_picture_and_loses_every_word() {
        let photo = photo();
        let stripped = jpeg(&as_cameras_write(&photo), 6).unwrap();
        assert!(!stripped.windows(6).any(|part| part == b"Secret"));
        let mut decoder = JpegDecoder::new(Cursor::new(&stripped)).unwrap();
        assert_eq!(decoder.orientation().unwrap().to_exif(), 6);
        let pixels = |file: &[u8]| image::load_from_memory(file).unwrap().into_rgb8();
        assert_eq!(pixels(&stripped), pixels(&photo), "not a pixel is changed");
        assert!(
            !jpeg(&photo, 1)
                .unwrap()
                .windows(4)
                .any(|part| part == b"Exif")
        );
    }

    #[test]
    fn a_photo_that_was_cut_off_is_not_kept() {
        let photo = photo();
        for length in 0..photo.len() {
            assert_eq!(jpeg(&photo[..length], 1), None, "cut at {length}");
        }
    }
}
