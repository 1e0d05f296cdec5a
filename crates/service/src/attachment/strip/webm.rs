//! `WebM` (EBML, RFC 8794): title, date and tags, which hold the place too, are blanked in place.

use super::super::elements::{SEGMENT, read};

const INFO: u32 = 0x1549_a966;
const TAGS: u32 = 0x1254_c367;
const ATTACHMENTS: u32 = 0x1941_a469;

/// What tells within the description of a film: title, date, and the check that would not fit any more.
const TALKERS: &[u32] = &[0x7ba9, 0x4461, 0xbf];

/// Marks bytes that mean nothing.
const VOID: u8 = 0xec;

/// Blanks what a film tells of its making. No byte moves. Answers whether the elements could be followed to the end; those
/// behind a part that does not say how long it is are not looked at.
pub(in crate::attachment) fn webm(file: &mut [u8]) -> bool {
    let end = file.len();
    blank(file, 0, end)
}

fn blank(file: &mut [u8], begin: usize, end: usize) -> bool {
    let mut place = begin;
    while place < end {
        let Some(element) = read(file, place, end) else {
            return false;
        };
        match element.id {
            SEGMENT | INFO if !blank(file, element.content, element.end) => return false,
            TAGS | ATTACHMENTS => void(&mut file[element.begin..element.end]),
            id if TALKERS.contains(&id) => void(&mut file[element.begin..element.end]),
            _ => {}
        }
        place = element.end;
    }
    true
}

/// Puts an element of nothing in the place of one.
fn void(element: &mut [u8]) {
    let length = element.len();
    element.fill(0);
    element[0] = VOID;
    // A size of one byte holds up to 126.
    match u8::try_from(length.saturating_sub(2)) {
        Ok(size) if size < 127 => element[1] = 0x80 | size,
        _ => {
            let size = (length as u64 - 9) | 1 << 56;
            element[1..9].copy_from_slice(&size.to_be_bytes());
        }
    }
}

#[cfg(test)]
mod tests {
    fn element(id: &[u8], content: &[u8]) -> Vec<u8> {
        let size = u16::try_from(content.len()).unwrap() | 0x4000;
        [id, &size.to_be_bytes(), content].concat()
    }

    #[test]
    fn a_film_keeps_its_picture_and_tells_nothing_of_its_making() {
        let info = [
            element(&[0x7b, 0xa9], b"SecretTitle"),
            element(&[0x44, 0x61], b"SecretDa"),
            element(&[0x4d, 0x80], b"muxer"),
        ]
        .concat();
        let words = "SecretPlace".repeat(40);
        let segment = [
            element(&[0x15, 0x49, 0xa9, 0x66], &info),
            element(&[0x1f, 0x43, 0xb6, 0x75], b"PICTURES"),
            element(&[0x12, 0x54, 0xc3, 0x67], words.as_bytes()),
            element(&[0x12, 0x54, 0xc3, 0x67], b"Secret"),
        ]
        .concat();
        let original = [
            element(&[0x1a, 0x45, 0xdf, 0xa3], b"webm"),
            element(&[0x18, 0x53, 0x80, 0x67], &segment),
        ]
        .concat();
        let mut film = original.clone();
        assert!(super::webm(&mut film));
        assert_eq!(film.len(), original.len());
        assert!(!film.windows(6).any(|part| part == b"Secret"));
        assert!(film.windows(8).any(|part| part == b"PICTURES"));
        let mut again = film.clone();
        assert!(super::webm(&mut again), "the elements still fit together");
        assert_eq!(again, film);
        for length in 0..original.len() {
            super::webm(&mut original[..length].to_vec());
        }
    }
}
