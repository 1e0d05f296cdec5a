//! Sound (MP3, AAC, WAV, Ogg): titles, names, dates, places and pictures that recorders add are taken off or blanked.

/// MP3 and AAC: what stands before and behind the sound. ID3 (versions 2.x before, 1 behind) and APE are known.
pub(in crate::attachment) fn tagged(file: &[u8]) -> &[u8] {
    let mut sound = file;
    // Some programs write one tag before the other.
    while let Some(rest) = after_id3(sound) {
        sound = rest;
    }
    loop {
        let length = sound.len();
        if length > 128 && sound[length - 128..].starts_with(b"TAG") {
            sound = &sound[..length - 128];
        } else if length > 10 && sound[length - 10..].starts_with(b"3DI") {
            let size = synchsafe(&sound[length - 4..]) + 20;
            sound = &sound[..length.saturating_sub(size)];
        } else if length > 32 && sound[length - 32..].starts_with(b"APETAGEX") {
            let footer = &sound[length - 32..];
            let size = footer[12..]
                .first_chunk()
                .map_or(0, |size| u32::from_le_bytes(*size) as usize);
            let has_header = footer[23] & 0x80 != 0;
            let whole = size.saturating_add(if has_header { 32 } else { 0 });
            sound = &sound[..length.saturating_sub(whole.max(32))];
        } else {
            return sound;
        }
    }
}

/// What follows a tag of ID3 version 2, if there is one.
fn after_id3(sound: &[u8]) -> Option<&[u8]> {
    let head = sound.get(..10).filter(|head| head.starts_with(b"ID3"))?;
    let footer = if head[5] & 0x10 == 0 { 0 } else { 10 };
    let size = 10 + synchsafe(&head[6..]) + footer;
    Some(sound.get(size..).unwrap_or_default())
}

/// A number of four bytes with seven bits each.
fn synchsafe(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .take(4)
        .fold(0, |number, byte| number << 7 | usize::from(byte & 0x7f))
}

/// WAV (RIFF): chunks that hold anything but the form and the sound are blanked in place. Answers whether the chunks could
/// be followed to the end.
pub(in crate::attachment) fn wave(file: &mut [u8]) -> bool {
    let mut place = 12;
    while let Some(head) = file.get(place..place + 8) {
        let size = head[4..]
            .first_chunk()
            .map_or(0, |size| u32::from_le_bytes(*size) as usize);
        let is_needed = matches!(&head[..4], b"fmt " | b"data" | b"fact");
        let begin = place + 8;
        let end = begin.saturating_add(size).min(file.len());
        if !is_needed {
            file[place..place + 4].copy_from_slice(b"JUNK");
            file[begin..end].fill(0);
        }
        // Chunks begin at even places.
        place = begin.saturating_add(size).saturating_add(size % 2);
    }
    place >= file.len()
}

/// Ogg (RFC 3533): the packet of comments (Vorbis, Opus, Speex, Theora) is blanked in place, and the checks of its pages
/// are made anew. Answers whether the pages could be followed to the end.
pub(in crate::attachment) fn ogg(file: &mut [u8]) -> bool {
    let mut place = 0;
    // Of the comments under way: those of the stream with this number.
    let mut comments: Option<Comments> = None;
    while place < file.len() {
        let Some(page) = Page::read(file, place) else {
            return false;
        };
        let mut begin = page.content;
        let mut is_changed = false;
        for (size, is_end) in page.pieces(file) {
            let end = begin + size;
            if comments
                .as_ref()
                .is_none_or(|open| open.stream != page.stream)
            {
                let head = &file[begin..end];
                let skipped = [&b"\x03vorbis"[..], b"OpusTags", b"\x81theora"]
                    .iter()
                    .find(|name| head.starts_with(name))
                    .map(|name| name.len());
                if let Some(skipped) = skipped {
                    comments = Some(Comments {
                        stream: page.stream,
                        places: Vec::new(),
                        skipped,
                        pages: Vec::new(),
                    });
                }
            }
            if let Some(open) = comments.as_mut().filter(|open| open.stream == page.stream) {
                open.places.extend(begin..end);
                is_changed = true;
                if is_end {
                    open.pages.push(page.begin);
                    open.blank(file);
                    comments = None;
                    is_changed = false;
                }
            }
            begin = end;
        }
        if let Some(open) = comments.as_mut().filter(|_| is_changed) {
            open.pages.push(page.begin);
        }
        place = page.end;
    }
    comments.is_none()
}

/// A packet of comments, which may go over several pages.
struct Comments {
    stream: [u8; 4],
    /// Where its bytes lie.
    places: Vec<usize>,
    /// Bytes of its name.
    skipped: usize,
    /// The pages it lies on.
    pages: Vec<usize>,
}

impl Comments {
    /// Puts one comment of blanks in the place of all. The packet is as long as it was.
    fn blank(&self, file: &mut [u8]) {
        let places = &self.places[self.skipped.min(self.places.len())..];
        // Maker's name of no length, one comment, its length, and the bit that ends Vorbis.
        let fixed = 4 + 4 + 4;
        let ends_with_a_bit = self.skipped == 7;
        let Some(room) = places
            .len()
            .checked_sub(fixed + usize::from(ends_with_a_bit))
        else {
            return;
        };
        let words = u32::try_from(room).unwrap_or(u32::MAX).to_le_bytes();
        let mut packet = [&[0; 4][..], &1_u32.to_le_bytes(), &words].concat();
        packet.extend(
            b"COMMENT="
                .iter()
                .copied()
                .chain(std::iter::repeat(b' '))
                .take(room),
        );
        if ends_with_a_bit {
            packet.push(1);
        }
        for (place, byte) in places.iter().zip(packet) {
            file[*place] = byte;
        }
        for page in &self.pages {
            if let Some(page) = Page::read(file, *page) {
                page.check_anew(file);
            }
        }
    }
}

/// A page of Ogg.
struct Page {
    begin: usize,
    stream: [u8; 4],
    content: usize,
    end: usize,
}

impl Page {
    fn read(file: &[u8], place: usize) -> Option<Self> {
        let head = file.get(place..place + 27)?;
        if !head.starts_with(b"OggS") {
            return None;
        }
        let pieces = usize::from(head[26]);
        let content = place + 27 + pieces;
        let size: usize = file
            .get(place + 27..content)?
            .iter()
            .map(|size| usize::from(*size))
            .sum();
        (content + size <= file.len()).then(|| Self {
            begin: place,
            stream: [head[14], head[15], head[16], head[17]],
            content,
            end: content + size,
        })
    }

    /// The pieces of packets on the page: how long each is, and whether its packet ends there.
    fn pieces(&self, file: &[u8]) -> Vec<(usize, bool)> {
        let mut pieces = Vec::new();
        let mut size = 0;
        let mut is_open = false;
        for length in &file[self.begin + 27..self.content] {
            size += usize::from(*length);
            is_open = *length == 255;
            if !is_open {
                pieces.push((size, true));
                size = 0;
            }
        }
        if is_open {
            pieces.push((size, false));
        }
        pieces
    }

    /// Writes the check of the page: CRC-32 with the polynomial of RFC 3533, the field itself counted as zero.
    fn check_anew(&self, file: &mut [u8]) {
        let field = self.begin + 22..self.begin + 26;
        file[field.clone()].fill(0);
        let check = file[self.begin..self.end]
            .iter()
            .fold(0_u32, |check, byte| {
                (0..8).fold(check ^ u32::from(*byte) << 24, |check, _| {
                    if check & 0x8000_0000 == 0 {
                        check << 1
                    } else {
                        check << 1 ^ 0x04c1_1db7
                    }
                })
            });
        file[field].copy_from_slice(&check.to_le_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_mp3_keeps_its_frames_alone() {
        let frames = b"\xff\xfb\x90\x00frames";
        let mut file = b"ID3\x04\0\0\0\0\0\x0aSecretName".to_vec();
        file.extend(frames);
        let mut old = b"TAGSecretTitle".to_vec();
        old.resize(128, 0);
        let mut ape = b"SecretPlace".to_vec();
        ape.extend(b"APETAGEX\xd0\x07\0\0\x2b\0\0\0\x01\0\0\0\0\0\0\0");
        ape.extend([0; 8]);
        file.extend(&ape);
        file.extend(&old);
        assert_eq!(tagged(&file), frames);
        assert_eq!(tagged(frames), frames);
        for length in 0..file.len() {
            tagged(&file[..length]);
        }
    }

    #[test]
    fn a_wave_keeps_form_and_sound_alone() {
        let mut file = b"RIFF\0\0\0\0WAVEfmt \x02\0\0\0\x01\0".to_vec();
        file.extend(b"LIST\x0a\0\0\0INFOSecretdata\x04\0\0\0PCM!");
        assert!(wave(&mut file));
        assert!(!file.windows(6).any(|part| part == b"Secret"));
        assert!(file.ends_with(b"data\x04\0\0\0PCM!"));
    }

    fn page(stream: u8, packets: &[&[u8]]) -> Vec<u8> {
        let mut sizes = Vec::new();
        for packet in packets {
            sizes.extend(std::iter::repeat_n(255, packet.len() / 255));
            sizes.push(u8::try_from(packet.len() % 255).unwrap());
        }
        let mut page = b"OggS\0\0".to_vec();
        page.extend([0; 8]);
        page.extend([stream, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        page.push(u8::try_from(sizes.len()).unwrap());
        page.extend(sizes);
        page.extend(packets.concat());
        let whole = Page::read(&page, 0).unwrap();
        whole.check_anew(&mut page);
        page
    }

    #[test]
    fn ogg_keeps_its_sound_and_a_packet_of_blanks() {
        let mut comments = b"OpusTags\x04\0\0\0libo\x01\0\0\0".to_vec();
        let words = format!("ARTIST=Secret{}", "x".repeat(600));
        comments.extend(u32::try_from(words.len()).unwrap().to_le_bytes());
        comments.extend(words.as_bytes());
        let mut file = [
            page(7, &[b"OpusHead........."]),
            page(7, &[&comments]),
            page(7, &[b"sound", b"more sound"]),
        ]
        .concat();
        let original = file.clone();
        assert!(ogg(&mut file));
        assert_eq!(file.len(), original.len());
        assert!(!file.windows(6).any(|part| part == b"Secret"));
        assert!(file.windows(10).any(|part| part == b"more sound"));
        let mut again = file.clone();
        for place in [0, 45, 45 + 27 + 3 + comments.len()] {
            Page::read(&file, place).unwrap().check_anew(&mut again);
        }
        assert_eq!(again, file, "every check is right");
        for length in 0..original.len() {
            ogg(&mut original[..length].to_vec());
        }
    }
}
