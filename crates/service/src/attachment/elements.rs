//! Elements (EBML, RFC 8794), of which `WebM` is made: read one by one, and whether they hold sound alone.

/// An element: where it begins, where its content begins and ends.
pub(super) struct Element {
    pub(super) id: u32,
    pub(super) begin: usize,
    pub(super) content: usize,
    pub(super) end: usize,
}

/// What holds everything.
pub(super) const SEGMENT: u32 = 0x1853_8067;

const TRACKS: u32 = 0x1654_ae6b;
const TRACK: u32 = 0xae;
const TRACK_TYPE: u32 = 0x83;
const CLUSTER: u32 = 0x1f43_b675;

/// Types of tracks.
const PICTURES: u8 = 1;
const SOUND: u8 = 2;

/// Whether a file in elements has tracks of sound and none of pictures. Its tracks stand before what is in them.
pub(super) fn is_sound_alone(file: &[u8]) -> bool {
    let mut types = Vec::new();
    track_types(file, 0, file.len(), &mut types);
    types.contains(&SOUND) && !types.contains(&PICTURES)
}

/// Notes of which types the tracks within a stretch are.
fn track_types(file: &[u8], begin: usize, end: usize, types: &mut Vec<u8>) {
    let mut place = begin;
    while let Some(element) = read(file, place, end) {
        match element.id {
            SEGMENT | TRACKS | TRACK => track_types(file, element.content, element.end, types),
            TRACK_TYPE => types.extend(file.get(element.content).copied()),
            CLUSTER => return,
            _ => {}
        }
        place = element.end;
    }
}

/// The element at a place, if it is whole.
pub(super) fn read(file: &[u8], place: usize, end: usize) -> Option<Element> {
    let first = *file.get(place..end)?.first()?;
    let width = first.leading_zeros() as usize + 1;
    let bytes = file.get(place..end)?.get(..width)?;
    if width > 4 {
        return None;
    }
    let id = bytes.iter().fold(0, |id, byte| id << 8 | u32::from(*byte));
    let at = place + width;
    let first = *file.get(at..end)?.first()?;
    let width = first.leading_zeros() as usize + 1;
    let bytes = file.get(at..end)?.get(..width)?;
    let mask = u64::MAX >> (64 - 7 * width.min(8));
    let size = bytes
        .iter()
        .fold(0, |size, byte| size << 8 | u64::from(*byte))
        & mask;
    let content = at + width;
    // A size of ones alone: until the end of what holds it.
    let until = if size == mask {
        end
    } else {
        content.checked_add(usize::try_from(size).ok()?)?
    };
    (width <= 8 && until <= end).then_some(Element {
        id,
        begin: place,
        content,
        end: until,
    })
}

#[cfg(test)]
mod tests {
    fn element(id: &[u8], content: &[u8]) -> Vec<u8> {
        let size = u16::try_from(content.len()).unwrap() | 0x4000;
        [id, &size.to_be_bytes(), content].concat()
    }

    #[test]
    fn sound_alone_is_told_from_a_film() {
        let file = |types: &[u8]| {
            let entries: Vec<u8> = types
                .iter()
                .flat_map(|kind| {
                    let parts = [element(&[0xd7], b"\x01"), element(&[0x83], &[*kind])];
                    element(&[0xae], &parts.concat())
                })
                .collect();
            // Recorders of browsers do not say how long it is.
            [
                &element(&[0x1a, 0x45, 0xdf, 0xa3], b"webm")[..],
                &[
                    0x18, 0x53, 0x80, 0x67, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
                ],
                &element(&[0x16, 0x54, 0xae, 0x6b], &entries),
                &element(&[0x1f, 0x43, 0xb6, 0x75], b"SOUND"),
            ]
            .concat()
        };
        assert!(super::is_sound_alone(&file(&[2])));
        assert!(!super::is_sound_alone(&file(&[1, 2])));
        assert!(!super::is_sound_alone(&file(&[])));
        for length in 0..40 {
            super::is_sound_alone(&file(&[2])[..length]);
        }
    }
}
