//! Pictures written again: upright, within bounds, without a word of what the camera or a program added.

use std::io::Cursor;

use bytes::Bytes;
use image::{
    DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits, codecs::jpeg::JpegEncoder,
};

use super::FileKind;

/// Longest side taken, in pixels: larger than any camera in use makes.
const SIDE: u32 = 12_000;

/// Memory a decoder may ask for, in bytes.
const MEMORY: u64 = 256 * 1024 * 1024;

/// Quality of JPEG, where 100 is best.
const QUALITY: u8 = 85;

/// The picture written again in its own format; `None` when it cannot be read or is beyond the bounds.
/// Takes up to half a second for a photo: never on an archive or request thread.
pub(super) fn clean(original: &[u8], kind: FileKind) -> Option<Bytes> {
    let mut reader = ImageReader::new(Cursor::new(original))
        .with_guessed_format()
        .ok()?;
    let format = reader.format()?;
    if format.to_mime_type() != kind.media_type() {
        return None;
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE);
    limits.max_image_height = Some(SIDE);
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let orientation = decoder.orientation().ok()?;
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    picture.apply_orientation(orientation);
    let mut written = Cursor::new(Vec::new());
    match format {
        ImageFormat::Jpeg => {
            let encoder = JpegEncoder::new_with_quality(&mut written, QUALITY);
            picture.to_rgb8().write_with_encoder(encoder).ok()?;
        }
        other => picture.write_to(&mut written, other).ok()?,
    }
    Some(Bytes::from(written.into_inner()))
}

#[cfg(test)]
mod tests {
    use image::{ImageFormat, RgbImage};

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
        let cleaned = clean(&original, FileKind::of(&original).unwrap()).unwrap();
        assert!(!cleaned.windows(12).any(|part| part == b"SecretCamera"));
        let read = image::load_from_memory(&cleaned).unwrap();
        assert_eq!((read.width(), read.height()), (20, 40));
    }

    #[test]
    fn every_format_survives_and_a_cut_one_is_refused() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
            let original = picture(format);
            let kind = FileKind::of(&original).unwrap();
            assert!(clean(&original, kind).is_some(), "{format:?}");
            assert!(
                clean(&original[..original.len() / 2], kind).is_none(),
                "{format:?}"
            );
        }
    }
}
