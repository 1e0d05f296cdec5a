//! Films and sound in boxes (MP4, MOV, 3GP, M4A): where and when they were taken, with what and by whom is blanked in place.

/// A box (ISO/IEC 14496-12): where its content begins and ends.
struct Part {
    kind: [u8; 4],
    begin: usize,
    content: usize,
    end: usize,
}

/// Boxes that hold others in which something may be told.
const HOLDERS: &[&[u8; 4]] = &[
    b"moov", b"trak", b"mdia", b"edts", b"moof", b"traf", b"minf", b"dinf",
];

/// Boxes that tell of place, time, maker and device, and of nothing that is needed to play.
const TALKERS: &[&[u8; 4]] = &[
    b"udta", b"meta", b"uuid", b"ilst", b"\xa9xyz", b"loci", b"XMP_", b"cprt", b"titl", b"auth",
    b"perf", b"dscp", b"gnre", b"albm", b"yrrc", b"SDLN", b"smrd", b"smta",
];

/// Tracks whose samples tell the place or the device from moment to moment.
const TALKING_TRACKS: &[&[u8; 4]] = &[b"meta", b"camm", b"gpmd"];

/// Deepest that boxes are looked into.
const DEPTH: usize = 8;

/// Blanks what a film tells of its making. No byte moves, so every table of places in it stays right. Answers whether
/// the boxes could be followed to the end.
pub(in crate::attachment) fn film(file: &mut [u8]) -> bool {
    let end = file.len();
    blank(file, 0, end, 0)
}

fn blank(file: &mut [u8], begin: usize, end: usize, depth: usize) -> bool {
    let mut place = begin;
    while place < end {
        let Some(part) = read(file, place, end) else {
            // Some programs end a file with a few zeros.
            return file[place..end].iter().all(|byte| *byte == 0);
        };
        let kind = &part.kind;
        if TALKERS.contains(&kind) {
            file[part.begin + 4..part.begin + 8].copy_from_slice(b"free");
            file[part.content..part.end].fill(0);
        } else if kind == b"trak" && is_talking(file, &part) {
            blank_samples(file, &part);
            file[part.begin + 4..part.begin + 8].copy_from_slice(b"free");
            file[part.content..part.end].fill(0);
        } else if [b"mvhd", b"tkhd", b"mdhd"].contains(&kind) {
            forget_time(&mut file[part.content..part.end]);
        } else if HOLDERS.contains(&kind)
            && (depth >= DEPTH || !blank(file, part.content, part.end, depth + 1))
        {
            return false;
        }
        place = part.end;
    }
    true
}

/// The box at a place, if it is whole.
fn read(file: &[u8], place: usize, end: usize) -> Option<Part> {
    let head = file.get(place..end)?;
    let short = u32::from_be_bytes(*head.first_chunk()?);
    let kind = *head.get(4..)?.first_chunk::<4>()?;
    let (size, content) = match short {
        // It reaches to the end.
        0 => (end - place, 8),
        1 => {
            let long = u64::from_be_bytes(*head.get(8..)?.first_chunk()?);
            (usize::try_from(long).ok()?, 16)
        }
        size => (usize::try_from(size).ok()?, 8),
    };
    (size >= content && size <= end - place).then(|| Part {
        kind,
        begin: place,
        content: place + content,
        end: place + size,
    })
}

/// The first box within another, by the way to it.
fn find(file: &[u8], within: &Part, way: &[&[u8; 4]]) -> Option<Part> {
    let (wanted, further) = way.split_first()?;
    let mut place = within.content;
    while place < within.end {
        let part = read(file, place, within.end)?;
        if part.kind == **wanted {
            if further.is_empty() {
                return Some(part);
            }
            return find(file, &part, further);
        }
        place = part.end;
    }
    None
}

/// Whether a track holds neither picture nor sound, but what the device noted beside them.
fn is_talking(file: &[u8], track: &Part) -> bool {
    find(file, track, &[b"mdia", b"hdlr"])
        .and_then(|handler| file.get(handler.content + 8..handler.content + 12))
        .is_some_and(|kind| TALKING_TRACKS.iter().any(|talking| *kind == talking[..]))
}

/// Blanks the samples of a track, as far as its tables say where they lie.
fn blank_samples(file: &mut [u8], track: &Part) {
    let table = |kind: &'static [u8; 4]| find(file, track, &[b"mdia", b"minf", b"stbl", kind]);
    let Some(sizes) = table(b"stsz") else {
        return;
    };
    let number = |at: usize| {
        file.get(at..)
            .and_then(|bytes| bytes.first_chunk())
            .map_or(0, |bytes| u32::from_be_bytes(*bytes) as usize)
    };
    let (same, count) = (number(sizes.content + 4), number(sizes.content + 8));
    let size_of = |sample: usize| {
        if same > 0 {
            same
        } else {
            number(sizes.content + 12 + 4 * sample)
        }
    };
    let wide = table(b"co64");
    let Some(chunks) = table(b"stco").or(wide) else {
        return;
    };
    let width = if chunks.kind == *b"co64" { 8 } else { 4 };
    // How many samples a chunk holds: from a first chunk on, until the next line.
    let lines: Vec<(usize, usize)> = table(b"stsc").map_or_else(Vec::new, |lines| {
        (0..number(lines.content + 4).min(file.len() / 12))
            .map(|line| {
                let at = lines.content + 8 + 12 * line;
                (number(at), number(at + 4))
            })
            .collect()
    });
    let mut spans = Vec::new();
    let mut sample = 0;
    for chunk in 0..number(chunks.content + 4).min(file.len() / width) {
        let at = chunks.content + 8 + width * chunk;
        let mut place = if width == 8 {
            number(at) << 32 | number(at + 4)
        } else {
            number(at)
        };
        let held = lines
            .iter()
            .rev()
            .find(|(first, _)| *first <= chunk + 1)
            .map_or(1, |(_, held)| *held);
        for _ in 0..held.min(count.saturating_sub(sample)) {
            let size = size_of(sample);
            spans.push((place, place.saturating_add(size)));
            place = place.saturating_add(size);
            sample += 1;
            if spans.len() > file.len() {
                return;
            }
        }
    }
    for (from, to) in spans {
        let to = to.min(file.len());
        if from < to {
            file[from..to].fill(0);
        }
    }
}

/// Sets the times of making and changing in a header to none.
fn forget_time(header: &mut [u8]) {
    let times = if header.first() == Some(&1) {
        4..20
    } else {
        4..12
    };
    if let Some(times) = header.get_mut(times) {
        times.fill(0);
    }
}

#[cfg(test)]
mod tests {
    fn part(kind: [u8; 4], content: &[u8]) -> Vec<u8> {
        let size = u32::try_from(content.len() + 8).unwrap();
        [&size.to_be_bytes()[..], &kind, content].concat()
    }

    /// A film as a telephone writes it: place in two ways, dates in all headers, the make of the device, XMP, and a track
    /// of places beside the picture.
    fn taken() -> Vec<u8> {
        let header = |kind| part(kind, &[&[0, 0, 0, 0][..], &[7; 8], &[1; 12]].concat());
        let handler = |kind: &[u8; 4]| part(*b"hdlr", &[&[0; 8][..], kind, &[0; 13]].concat());
        let picture = part(
            *b"trak",
            &[
                header(*b"tkhd"),
                part(*b"mdia", &[header(*b"mdhd"), handler(b"vide")].concat()),
            ]
            .concat(),
        );
        let mut film = [
            part(*b"ftyp", b"isom\0\0\0\0isommp42"),
            part(*b"mdat", b"PICTURES-SecretPlaces"),
        ]
        .concat();
        let offset = u32::try_from(film.len() - 12).unwrap().to_be_bytes();
        let places = part(
            *b"stbl",
            &[
                part(
                    *b"stsz",
                    &[&[0; 4][..], &[0, 0, 0, 12], &[0, 0, 0, 1]].concat(),
                ),
                part(
                    *b"stsc",
                    &[&[0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1][..]].concat(),
                ),
                part(*b"stco", &[&[0, 0, 0, 0, 0, 0, 0, 1][..], &offset].concat()),
            ]
            .concat(),
        );
        let noted = part(
            *b"trak",
            &part(
                *b"mdia",
                &[handler(b"meta"), part(*b"minf", &places)].concat(),
            ),
        );
        let told = part(
            *b"udta",
            &[
                part(*b"\xa9xyz", b"\0\x12\x15\xc7Secret+29.69-009.73/"),
                part(*b"\xa9mak", b"SecretMaker"),
            ]
            .concat(),
        );
        film.extend(part(
            *b"moov",
            &[header(*b"mvhd"), picture, noted, told].concat(),
        ));
        film.extend(part(*b"uuid", b"SecretXMP"));
        film
    }

    #[test]
    fn a_film_keeps_its_picture_and_tells_nothing_of_its_making() {
        let original = taken();
        let mut film = original.clone();
        assert!(super::film(&mut film));
        assert_eq!(film.len(), original.len(), "no byte moves");
        assert!(!film.windows(6).any(|part| part == b"Secret"));
        assert!(!film.windows(4).any(|part| part == [7; 4]), "no date stays");
        assert!(film.windows(9).any(|part| part == b"PICTURES-"));
        assert!(film.windows(4).any(|part| part == b"vide"));
    }

    #[test]
    fn a_film_whose_boxes_do_not_hold_together_says_so() {
        let whole = taken();
        let mut cut = whole[..whole.len() - 3].to_vec();
        assert!(!super::film(&mut cut));
        let mut deep = part(*b"free", b"");
        for _ in 0..20 {
            deep = part(*b"moov", &deep);
        }
        assert!(!super::film(&mut deep));
        for length in 0..whole.len() {
            let mut part = whole[..length].to_vec();
            super::film(&mut part);
        }
    }
}
