//! Making the pack, and looking what is missing in one.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use chikaya_domain::Language;
use chikaya_i18n::spoken::Sound;
use thiserror::Error;

use super::wave;

/// The languages in which the telephone speaks, in the order of their keys.
pub const SPOKEN: [Language; 3] = [Language::Arabic, Language::Tamazight, Language::French];

/// Words a minute: a caller writes down what is said.
const PACE: &str = "145";

/// What a folder that holds another language says of it.
const PLACEHOLDERS: &str = "PLACEHOLDERS.txt";

/// Why the pack could not be made.
#[derive(Debug, Error)]
pub enum PackError {
    /// A file cannot be written.
    #[error("{0} cannot be written: {1}")]
    Write(PathBuf, io::Error),
    /// The speech program cannot be run.
    #[error("{0} cannot be run: {1}; install espeak-ng, or name it with --espeak")]
    Program(String, io::Error),
    /// The speech program makes no sound.
    #[error("the speech program made no sound of «{0}»")]
    NoSound(String),
}

/// What was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Built {
    /// Files that were made.
    pub made: usize,
    /// Files that were there and are left as they are.
    pub kept: usize,
}

/// Each file of a language with its words: for whoever records it.
pub fn texts(language: Language) -> Vec<(String, String)> {
    Sound::all(language)
        .into_iter()
        .map(|sound| (format!("{}.wav", sound.file()), sound.words(language)))
        .collect()
}

/// The files that are missing in a pack.
pub fn missing(folder: &Path) -> Vec<PathBuf> {
    let files = SPOKEN.into_iter().flat_map(|language| {
        texts(language)
            .into_iter()
            .map(move |(file, _)| Path::new(language.code()).join(file))
    });
    files.filter(|file| !folder.join(file).is_file()).collect()
}

/// Makes whatever is missing in a pack with eSpeak NG. Files that are there stay, for they may be recordings.
pub fn build(folder: &Path, espeak: &str) -> Result<Built, PackError> {
    let mut built = Built::default();
    for language in SPOKEN {
        let into = folder.join(language.code());
        fs::create_dir_all(&into).map_err(|error| PackError::Write(into.clone(), error))?;
        write(&into.join("texts.csv"), table(language).as_bytes())?;
        // Whoever chooses Tamazight hears Arabic until somebody records it.
        let spoken = match language {
            Language::Tamazight => Language::Arabic,
            other => other,
        };
        let mut is_placeholder = false;
        for sound in Sound::all(language) {
            let file = into.join(format!("{}.wav", sound.file()));
            if file.is_file() {
                built.kept += 1;
                continue;
            }
            is_placeholder |= spoken != language;
            write(&file, &speak(&sound.words(spoken), spoken, espeak)?)?;
            built.made += 1;
        }
        if is_placeholder {
            let note = "These files speak Arabic: no machine speaks Tamazight. Record the words of texts.csv over them, \
                        then delete this note.\n";
            write(&into.join(PLACEHOLDERS), note.as_bytes())?;
        }
    }
    Ok(built)
}

/// A text as a WAV for telephones.
fn speak(words: &str, language: Language, espeak: &str) -> Result<Vec<u8>, PackError> {
    let voice = match language {
        Language::French => "fr",
        Language::English => "en",
        Language::Arabic | Language::Tamazight => "ar",
    };
    let output = Command::new(espeak)
        .args(["-v", voice, "-s", PACE, "--stdout", "--", words])
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .map_err(|error| PackError::Program(espeak.to_owned(), error))?;
    let silent = || PackError::NoSound(words.to_owned());
    let (rate, samples) = wave::read(&output.stdout).ok_or_else(silent)?;
    if samples.is_empty() {
        return Err(silent());
    }
    Ok(wave::write(&wave::to_telephone(&samples, rate)))
}

fn table(language: Language) -> String {
    let lines = texts(language)
        .into_iter()
        .map(|(file, words)| format!("{file},\"{}\"\r\n", words.replace('"', "\"\"")));
    std::iter::once("file,words\r\n".to_owned())
        .chain(lines)
        .collect()
}

fn write(file: &Path, bytes: &[u8]) -> Result<(), PackError> {
    // A file that was half written would be taken for a recording by the next run.
    let half = file.with_extension("part");
    fs::write(&half, bytes)
        .and_then(|()| fs::rename(&half, file))
        .map_err(|error| PackError::Write(file.to_owned(), error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named_and_what_is_there_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let all = missing(folder.path()).len();
        let arabic = folder.path().join("ar");
        fs::create_dir_all(&arabic).unwrap();
        fs::write(arabic.join("goodbye.wav"), b"a recording").unwrap();
        let left = missing(folder.path());
        assert_eq!(left.len(), all - 1);
        assert!(left.contains(&PathBuf::from("ar/welcome.wav")));
        assert!(!left.contains(&PathBuf::from("ar/goodbye.wav")));
    }

    #[test]
    fn without_the_program_it_is_told_what_to_install() {
        let folder = tempfile::tempdir().unwrap();
        let error = build(folder.path(), "/nowhere/espeak-ng").unwrap_err();
        assert!(error.to_string().contains("install espeak-ng"), "{error}");
    }

    #[test]
    fn the_table_has_a_line_for_each_file() {
        let table = table(Language::French);
        assert!(
            table.contains("number-80.wav,\"quatre-vingts\"\r\n"),
            "{table}"
        );
        assert_eq!(table.lines().count(), texts(Language::French).len() + 1);
    }
}
