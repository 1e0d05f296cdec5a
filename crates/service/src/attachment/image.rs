//! Pictures written again: upright, within bounds, without a word of what the camera or a program added.

use std::{
    hash::{DefaultHasher, Hasher as _},
    io::Cursor,
};

use bytes::Bytes;
use image::{
    DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, codecs::jpeg::JpegEncoder,
    metadata::Orientation,
};
use thiserror::Error;

use super::{FileKind, strip};

/// Quality of JPEG, where 100 is best.
const QUALITY: u8 = 85;

/// Why a picture cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub(super) enum Unreadable {
    /// Something in it makes no sense.
    #[error("a picture that cannot be read")]
    Damaged,
    /// A part of it is missing.
    #[error("a picture without its end")]
    Cut,
}

/// Which way up a picture is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pose {
    /// As its metadata says.
    AsItSays,
    /// Upright already, whatever its metadata says: a HEIC photo is turned when it becomes a JPEG, to which its metadata
    /// is copied as it was (`heif-convert` of libheif 1.15).
    Upright,
}

impl Pose {
    /// How the picture is to be turned.
    fn of(self, decoder: &mut impl ImageDecoder) -> Result<Orientation, Unreadable> {
        match self {
            Self::AsItSays => decoder.orientation().map_err(|_| Unreadable::Damaged),
            Self::Upright => Ok(Orientation::NoTransforms),
        }
    }
}

/// A picture of which the beginning alone was read.
pub(super) struct Measured {
    /// Pixels in a row.
    pub(super) width: u32,
    /// Rows.
    pub(super) height: u32,
    /// Most memory that writing it again takes, in bytes.
    pub(super) bytes: u64,
    /// How it is to be turned, as EXIF numbers it.
    pub(super) orientation: u8,
}

/// Reads how large a picture is, and how much memory writing it again takes at most. Nothing of it is decoded.
pub(super) fn measure(original: &[u8], kind: FileKind, pose: Pose) -> Result<Measured, Unreadable> {
    let format = format_of(original, kind)?;
    let mut decoder = reader(original)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    let decoded = decoder.total_bytes();
    let colours = decoder.color_type();
    let orientation = pose.of(&mut decoder)?;
    let turned = match orientation {
        Orientation::NoTransforms => 0,
        _ => decoded,
    };
    let within_codec = match format {
        // Coefficients of two bytes are kept of a picture that comes in several passes, of up to four colours.
        ImageFormat::Jpeg if is_progressive(original) => pixels * 8,
        ImageFormat::Jpeg => 0,
        // The encoder turns the bytes of 16-bit samples round in a copy.
        ImageFormat::Png if colours.bytes_per_pixel() > colours.channel_count() => decoded,
        // It keeps what it has packed, which is larger than the file where that was packed with more patience.
        ImageFormat::Png => decoded.min(16 * original.len() as u64),
        // Planes of colour, and the encoder's transforms.
        _ => pixels * 16,
    };
    let files = 3 * original.len() as u64;
    Ok(Measured {
        width,
        height,
        bytes: decoded + turned + within_codec + files,
        orientation: orientation.to_exif(),
    })
}

/// The picture written again in its own format. Takes up to seconds for a large photo: never on an archive or request
/// thread, and only where as much memory is set apart as [`measure`] said.
pub(super) fn clean(original: &[u8], kind: FileKind, pose: Pose) -> Result<Bytes, Unreadable> {
    let format = format_of(original, kind)?;
    if format == ImageFormat::Jpeg && is_cut(original) {
        return Err(Unreadable::Cut);
    }
    let mut decoder = reader(original)?;
    let broken = |_| Unreadable::Damaged;
    let orientation = pose.of(&mut decoder)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(broken)?;
    picture.apply_orientation(orientation);
    let mut written = Cursor::new(Vec::new());
    match (format, picture) {
        (ImageFormat::Jpeg, DynamicImage::ImageLuma8(grey)) => {
            let encoder = JpegEncoder::new_with_quality(&mut written, QUALITY);
            grey.write_with_encoder(encoder).map_err(broken)?;
        }
        (ImageFormat::Jpeg, picture) => {
            let encoder = JpegEncoder::new_with_quality(&mut written, QUALITY);
            picture
                .into_rgb8()
                .write_with_encoder(encoder)
                .map_err(broken)?;
        }
        (other, picture) => picture.write_to(&mut written, other).map_err(broken)?,
    }
    Ok(Bytes::from(written.into_inner()))
}

/// The pixels of a HEIC photo: the largest of the pictures it says it holds (`ispe`, ISO/IEC 23008-12).
pub(super) fn heic_pixels(original: &[u8]) -> Option<(u32, u32)> {
    original
        .windows(16)
        .filter(|part| part.starts_with(b"ispe"))
        .filter_map(|part| {
            let width = u32::from_be_bytes(*part[8..].first_chunk()?);
            let height = u32::from_be_bytes(*part[12..].first_chunk()?);
            Some((width, height))
        })
        .max_by_key(|(width, height)| u64::from(*width) * u64::from(*height))
}

/// The format of a picture, which must be the one its kind says.
fn format_of(original: &[u8], kind: FileKind) -> Result<ImageFormat, Unreadable> {
    image::guess_format(original)
        .ok()
        .filter(|format| format.to_mime_type() == kind.media_type())
        .ok_or(Unreadable::Damaged)
}

/// What reads a picture. Its memory is bounded by what is set apart before anything is decoded, not here.
fn reader(original: &[u8]) -> Result<impl ImageDecoder, Unreadable> {
    let mut reader = ImageReader::new(Cursor::new(original))
        .with_guessed_format()
        .map_err(|_| Unreadable::Damaged)?;
    reader.limits(Limits::no_limits());
    reader.into_decoder().map_err(|_| Unreadable::Damaged)
}

/// Bytes laid behind a JPEG without an end, by which is seen whether it has one but for its last sign.
const BEHIND: usize = 4_096;

/// Whether a JPEG lacks a part of its picture. The decoder fills what is missing with grey and says nothing of it; but
/// what it makes of a picture that is not whole depends on what is laid behind. One that lacks its last sign alone, as
/// some programs leave it, does not. Takes as long as decoding it twice, where its end is not found, and no more memory.
fn is_cut(original: &[u8]) -> bool {
    if strip::jpeg(original, 1).is_some() || reader(original).is_err() {
        return false;
    }
    // The first half of a sign would make a sign with what is laid behind.
    let end = original.iter().rposition(|byte| *byte != 0xff);
    let body = &original[..end.map_or(0, |last| last + 1)];
    let seen_before = |behind: u8| {
        let whole = [body, &[behind; BEHIND], &[0xff, 0xd9]].concat();
        let picture = DynamicImage::from_decoder(reader(&whole).ok()?).ok()?;
        let mut seen = DefaultHasher::new();
        seen.write(picture.as_bytes());
        Some(seen.finish())
    };
    match (seen_before(0), seen_before(0x55)) {
        (Some(one), Some(other)) => one != other,
        _ => true,
    }
}

/// Whether a JPEG comes in several passes: its frame begins with one of the markers of progressive coding.
fn is_progressive(jpeg: &[u8]) -> bool {
    let mut place = 2;
    while let Some([0xff, marker, high, low]) = jpeg.get(place..).and_then(<[u8]>::first_chunk::<4>)
    {
        match marker {
            0xc2 | 0xc6 | 0xca | 0xce => return true,
            // The picture itself begins, or its frame in one pass.
            0xda | 0xc0 | 0xc1 => return false,
            _ => place += 2 + usize::from(u16::from_be_bytes([*high, *low])),
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use image::RgbImage;

    use super::*;

    fn picture(format: ImageFormat) -> Vec<u8> {
        let mut written = Cursor::new(Vec::new());
        DynamicImage::ImageRgb8(RgbImage::from_pixel(40, 20, image::Rgb([200, 10, 10])))
            .write_to(&mut written, format)
            .unwrap();
        written.into_inner()
    }

    /// A JPEG with an EXIF block that says: turn by 90 degrees, and names a camera.
    fn with_exif(jpeg: &[u8]) -> Vec<u8> {
        let mut exif =
            b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
        exif.extend_from_slice(b"SecretCamera");
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        let mut whole = jpeg[..2].to_vec();
        whole.extend_from_slice(&[0xff, 0xe1]);
        whole.extend_from_slice(&length);
        whole.extend_from_slice(&exif);
        whole.extend_from_slice(&jpeg[2..]);
        whole
    }

    #[test]
    fn a_photo_is_turned_upright_and_forgets_its_camera() {
        let original = with_exif(&picture(ImageFormat::Jpeg));
        let kind = FileKind::of(&original).unwrap();
        let cleaned = clean(&original, kind, Pose::AsItSays).unwrap();
        assert!(!cleaned.windows(12).any(|part| part == b"SecretCamera"));
        let read = image::load_from_memory(&cleaned).unwrap();
        assert_eq!((read.width(), read.height()), (20, 40));
        let upright = clean(&original, kind, Pose::Upright).unwrap();
        let read = image::load_from_memory(&upright).unwrap();
        assert_eq!((read.width(), read.height()), (40, 20));
        // Turning it takes a second copy.
        let plain = measure(&picture(ImageFormat::Jpeg), kind, Pose::AsItSays).unwrap();
        let turned = measure(&original, kind, Pose::AsItSays).unwrap();
        assert!(turned.bytes >= plain.bytes + 40 * 20 * 3);
    }

    #[test]
    fn every_format_survives_and_a_cut_one_is_refused() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
            let original = picture(format);
            let kind = FileKind::of(&original).unwrap();
            assert!(clean(&original, kind, Pose::AsItSays).is_ok(), "{format:?}");
            let measured = measure(&original, kind, Pose::AsItSays).unwrap();
            assert_eq!((measured.width, measured.height), (40, 20));
            assert_eq!(
                clean(&original[..original.len() / 2], kind, Pose::AsItSays),
                Err(Unreadable::Damaged),
                "{format:?}"
            );
        }
    }

    /// A photo with something to see everywhere, coded in one pass or in several, with or without restarts.
    fn photos() -> Vec<(&'static str, &'static [u8])> {
        vec![
            (
                "one pass",
                include_bytes!("../../tests/data/photos/baseline.jpg"),
            ),
            (
                "several passes",
                include_bytes!("../../tests/data/photos/progressive.jpg"),
            ),
            (
                "restarts",
                include_bytes!("../../tests/data/photos/restarts.jpg"),
            ),
        ]
    }

    #[test]
    fn a_photo_without_its_second_half_is_refused_as_that() {
        for (how, photo) in photos() {
            assert!(
                clean(photo, FileKind::JPEG, Pose::AsItSays).is_ok(),
                "{how}"
            );
            for part in [4, 5, 6, 7, 9] {
                let cut = &photo[..photo.len() * part / 10];
                let cleaned = clean(cut, FileKind::JPEG, Pose::AsItSays);
                assert_eq!(cleaned, Err(Unreadable::Cut), "{how}, {part} tenths");
            }
        }
    }

    #[test]
    fn a_whole_photo_without_its_last_sign_or_with_more_behind_it_is_taken() {
        for (how, photo) in photos() {
            let pixels = |file: &[u8]| {
                let cleaned = clean(file, FileKind::JPEG, Pose::AsItSays);
                let cleaned = cleaned.unwrap_or_else(|error| panic!("{how}: {error}"));
                image::load_from_memory(&cleaned).unwrap().into_rgb8()
            };
            let whole = pixels(photo);
            for missing in [1, 2] {
                assert_eq!(pixels(&photo[..photo.len() - missing]), whole, "{how}");
            }
            for behind in [&b"\0\0\0\0"[..], b"second picture", &[0xff, 0xd9]] {
                assert_eq!(pixels(&[photo, behind].concat()), whole, "{how}");
            }
        }
    }

    #[test]
    fn a_photo_wider_than_any_limit_of_pixels_a_side_is_written_again() {
        let mut written = Cursor::new(Vec::new());
        DynamicImage::ImageRgb8(RgbImage::new(16_382, 8))
            .write_to(&mut written, ImageFormat::Jpeg)
            .unwrap();
        let original = written.into_inner();
        let cleaned = clean(&original, FileKind::JPEG, Pose::AsItSays).unwrap();
        assert_eq!(
            measure(&cleaned, FileKind::JPEG, Pose::AsItSays)
                .unwrap()
                .width,
            16_382
        );
    }

    /// The beginning of a PNG of so many pixels, of which nothing follows.
    pub(in crate::attachment) fn png_head(side: u32, bits: u8, colour: u8) -> Vec<u8> {
        let mut head = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        head.extend(side.to_be_bytes());
        head.extend(side.to_be_bytes());
        head.extend([bits, colour, 0, 0, 0]);
        let mut check = !0_u32;
        for byte in &head[12..] {
            check ^= u32::from(*byte);
            for _ in 0..8 {
                check = if check & 1 == 1 {
                    0xedb8_8320 ^ (check >> 1)
                } else {
                    check >> 1
                };
            }
        }
        head.extend((!check).to_be_bytes());
        head.extend(b"\0\0\0\0IDAT\x35\xaf\x06\x1e");
        head
    }

    #[test]
    fn the_memory_of_a_picture_is_known_before_it_is_decoded() {
        let head = png_head(12_000, 16, 6);
        let kind = FileKind::of(&head).unwrap();
        let measured = measure(&head, kind, Pose::AsItSays).unwrap();
        assert_eq!((measured.width, measured.height), (12_000, 12_000));
        assert!(measured.bytes >= 12_000 * 12_000 * 8 * 2);
    }
}
