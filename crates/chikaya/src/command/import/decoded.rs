//! A file in whatever encoding its letters are, read as UTF-8.

use std::{
    fs::File,
    io::{self, BufReader, Read},
    path::Path,
};

use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8};

/// Bytes read or decoded at a time.
const PIECE: usize = 1 << 16;

/// The bytes of a register.
pub(super) type Bytes = Box<dyn Read>;

/// Opens a file. What is UTF-8 already is read as it is, and judged by whoever reads it.
pub(super) fn open(path: &Path, encoding: &'static Encoding) -> io::Result<Bytes> {
    let file = BufReader::with_capacity(PIECE, File::open(path)?);
    if encoding == UTF_8 {
        return Ok(Box::new(file));
    }
    Ok(Box::new(Decoded {
        file,
        decoder: encoding.new_decoder_with_bom_removal(),
        encoding,
        raw: Vec::new(),
        letters: Vec::new(),
        at: 0,
        is_over: false,
    }))
}

/// A file that is decoded piece by piece.
struct Decoded {
    file: BufReader<File>,
    decoder: Decoder,
    encoding: &'static Encoding,
    /// Bytes that are not decoded yet.
    raw: Vec<u8>,
    /// Those that are, in UTF-8.
    letters: Vec<u8>,
    /// How much of the letters was read.
    at: usize,
    is_over: bool,
}

impl Decoded {
    /// Decodes the next piece. What is no letter is an error: a sign in its place would be a word that nobody wrote.
    fn go_on(&mut self) -> io::Result<()> {
        let before = self.raw.len();
        self.raw.resize(before + PIECE, 0);
        let more = self.file.read(&mut self.raw[before..])?;
        self.raw.truncate(before + more);
        let is_last = more == 0;
        let room = self
            .decoder
            .max_utf8_buffer_length_without_replacement(self.raw.len())
            .unwrap_or(4 * PIECE);
        self.letters.resize(room, 0);
        let (result, read, written) =
            self.decoder
                .decode_to_utf8_without_replacement(&self.raw, &mut self.letters, is_last);
        if let DecoderResult::Malformed(..) = result {
            let name = self.encoding.name();
            return Err(io::Error::new(
                io::ErrorKind::InvalidData,
                format!("the register is not {name}, as [file] encoding says"),
            ));
        }
        self.raw.drain(..read);
        self.letters.truncate(written);
        self.at = 0;
        self.is_over = is_last && result == DecoderResult::InputEmpty;
        Ok(())
    }
}

impl Read for Decoded {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.at == self.letters.len() && !self.is_over {
            self.go_on()?;
        }
        let length = buffer.len().min(self.letters.len() - self.at);
        buffer[..length].copy_from_slice(&self.letters[self.at..self.at + length]);
        self.at += length;
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn read(bytes: &[u8], label: &str) -> io::Result<String> {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(bytes).unwrap();
        let encoding = Encoding::for_label(label.as_bytes()).unwrap();
        let mut text = String::new();
        open(file.path(), encoding)?.read_to_string(&mut text)?;
        Ok(text)
    }

    #[test]
    fn letters_of_older_programs_are_read() {
        for (bytes, label, text) in [
            (
                &b"\xe3\xd5\xc8\xc7\xcd;1\n"[..],
                "windows-1256",
                "مصباح;1\n",
            ),
            (b"\xc9t\xe9 \x96 l\x92eau", "windows-1252", "Été – l’eau"),
            (b"\xff\xfeA\0\xe9\0\x45\x06", "utf-16", "Aéم"),
            (b"", "latin1", ""),
        ] {
            assert_eq!(read(bytes, label).unwrap(), text, "{label}");
        }
        let long = "é".repeat(3 * PIECE);
        let bytes = vec![0xe9; 3 * PIECE];
        assert_eq!(read(&bytes, "windows-1252").unwrap(), long);
    }

    #[test]
    fn what_is_no_letter_is_told_and_nothing_put_in_its_place() {
        let said = read(b"\x41\xd8\x00", "utf-16be").unwrap_err().to_string();
        assert!(said.contains("not UTF-16BE"), "{said}");
    }
}
