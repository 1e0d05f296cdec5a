//! Files as forms send them: streamed one after the other to where they belong, never held whole in memory.

use std::time::Instant;

use axum::{
    extract::{Multipart, multipart::Field},
    http::HeaderMap,
};
use chikaya_domain::{
    owner::Audience,
    text::{free, line},
};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::{
    Trouble,
    attachment::{Destination, FILE_LIMIT, FILES_AT_MOST, FileRefusal, Received},
};
use futures_util::TryStreamExt as _;

use crate::{
    csrf,
    error::{Kind, Problem},
    form::{Faults, TOKEN_FIELD},
    interrupted::FORM,
    settings::State,
    visit::Visit,
};

/// What came of a form with files.
#[derive(Default)]
pub(crate) struct Upload {
    /// What is wrong with files that were not taken; the others were.
    pub(crate) faults: Faults,
    /// Whether the person wants to go on to the next page.
    pub(crate) goes_on: bool,
    /// How many files are there now that were not there before.
    pub(crate) taken: u32,
    /// How many files came and are there, those among them that a form sent twice had brought already.
    pub(crate) came: u32,
    /// What was typed into the other fields of the form.
    pub(crate) words: Vec<(String, String)>,
}

/// A form whose files were not taken, with the words that came along: they are nobody's to lose.
pub(crate) struct Unreceived {
    /// What to tell the person.
    pub(crate) problem: Problem,
    /// What the house said, where it was the house that refused.
    pub(crate) trouble: Option<Trouble>,
    /// What was typed into the other fields of the form, as far as it was heard.
    pub(crate) words: Vec<(String, String)>,
}

impl From<Unreceived> for Problem {
    fn from(unreceived: Unreceived) -> Self {
        unreceived.problem
    }
}

/// Why no more files are taken of a form, while the rest of it is heard: a browser reads an answer when it has sent all,
/// and shows none where the connection is cut before. How much that can be is bounded as for any form.
struct Ended {
    problem: Problem,
    trouble: Option<Trouble>,
}

impl Ended {
    fn by(visit: &Visit, trouble: Trouble) -> Self {
        Self {
            problem: Problem::from_trouble(visit, &trouble),
            trouble: Some(trouble),
        }
    }
}

impl From<Problem> for Ended {
    fn from(problem: Problem) -> Self {
        Self {
            problem,
            trouble: None,
        }
    }
}

/// Takes the files of a form. The token stands before the files in it, so nothing is taken from a forged one; where no file
/// may be put any more, the words alone are heard, and of a form by someone who never could, nothing at all.
pub(crate) async fn receive(
    state: &State,
    visit: &Visit,
    headers: &HeaderMap,
    mut body: Multipart,
    destination: &Destination,
) -> Result<Upload, Unreceived> {
    // As many files as there may be is said beside the field, of each file that is too many.
    let mut ended = match state.clerks.may_attach(destination.clone()).await {
        // Whoever has nothing to do there sends nothing that is read.
        Err(FileRefusal::Trouble(trouble @ (Trouble::NotFound | Trouble::Forbidden))) => {
            return Err(Unreceived {
                problem: Problem::from_trouble(visit, &trouble),
                trouble: Some(trouble),
                words: Vec::new(),
            });
        }
        Err(FileRefusal::Trouble(trouble)) => Some(Ended::by(visit, trouble)),
        _ => None,
    };
    let _place = state.limits.upload(visit.arrival.client).await;
    let mut destination = destination.clone();
    let mut is_genuine = false;
    let mut room = FORM;
    let mut upload = Upload::default();
    let mut left_out: Vec<String> = Vec::new();
    loop {
        let part = match body.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => break,
            Err(error) => {
                ended.get_or_insert_with(|| Problem::from_multipart(visit, &error).into());
                break;
            }
        };
        let name = part.name().unwrap_or_default().to_owned();
        if name == "files" {
            if ended.is_none() && is_genuine {
                let taken = take(state, visit, &destination, part, &mut upload, &mut left_out);
                ended = taken.await.err();
            }
            continue;
        }
        let value = match words(visit, part, &mut room).await {
            Ok(Some(value)) => value,
            Ok(None) => continue,
            Err(problem) => {
                ended.get_or_insert_with(|| problem.into());
                break;
            }
        };
        match name.as_str() {
            TOKEN_FIELD => {
                is_genuine = csrf::is_genuine(state, &visit.arrival.visitor, &value, headers);
            }
            // Stands before the files it is said of.
            "audience" => {
                if let Some(audience) = Audience::from_word(&value) {
                    destination = destination.for_eyes_of(audience);
                }
            }
            "go-on" => upload.goes_on = true,
            _ => upload.words.push((name, value)),
        }
    }
    if !is_genuine {
        ended.get_or_insert_with(|| Problem::at(visit, Kind::FormStale).into());
    }
    if let Some(Ended { problem, trouble }) = ended {
        return Err(Unreceived {
            problem,
            trouble,
            words: upload.words,
        });
    }
    if !left_out.is_empty() {
        let sentence = too_many(visit.voice, &left_out, destination.limit());
        upload.faults.add_another("files", sentence);
    }
    Ok(upload)
}

/// The words of a form with files by whoever has to come in first.
pub(crate) async fn words_alone(visit: &Visit, mut body: Multipart) -> Vec<(String, String)> {
    let mut heard = Vec::new();
    let mut room = FORM;
    while let Ok(Some(part)) = body.next_field().await {
        let name = part.name().unwrap_or_default().to_owned();
        if name == "files" {
            continue;
        }
        match words(visit, part, &mut room).await {
            Ok(Some(value)) => heard.push((name, value)),
            Ok(None) => {}
            Err(_) => break,
        }
    }
    heard
}

/// Takes one file, or says what is wrong with it.
async fn take(
    state: &State,
    visit: &Visit,
    destination: &Destination,
    part: Field<'_>,
    upload: &mut Upload,
    left_out: &mut Vec<String>,
) -> Result<(), Ended> {
    let name = part.file_name().unwrap_or_default().to_owned();
    if name.is_empty() {
        return Ok(());
    }
    let client = visit.arrival.client;
    if !state.limits.may_send(client, Instant::now()) {
        return Err(Problem::at(visit, Kind::TooMany).into());
    }
    // What was sent counts, whatever becomes of it.
    let limits = &state.limits;
    let counted = part.inspect_ok(move |piece| {
        limits.sent(client, piece.len() as u64, Instant::now());
    });
    let taken = state
        .clerks
        .attach(destination.clone(), &name, counted)
        .await;
    // A name in another script than the sentence must not disturb it: FSI, PDI.
    let shown = format!("\u{2068}{}\u{2069}", line(&name));
    match taken {
        Ok(Received::New) => {
            upload.taken += 1;
            upload.came += 1;
        }
        Ok(Received::Already) => upload.came += 1,
        Err(FileRefusal::TooMany) => left_out.push(shown),
        Err(FileRefusal::Trouble(trouble)) => return Err(Ended::by(visit, trouble)),
        Err(refusal) => {
            let sentence = format!("{shown} : {}", sentence(visit.voice, &refusal));
            upload.faults.add_another("files", sentence);
        }
    }
    Ok(())
}

/// The words of a field, unless they are more than is left of what a form without files may hold.
async fn words(
    visit: &Visit,
    mut part: Field<'_>,
    room: &mut usize,
) -> Result<Option<String>, Problem> {
    let mut bytes = Vec::new();
    while let Some(chunk) = part
        .chunk()
        .await
        .map_err(|error| Problem::from_multipart(visit, &error))?
    {
        let Some(left) = room.checked_sub(chunk.len()) else {
            return Ok(None);
        };
        *room = left;
        bytes.extend_from_slice(&chunk);
    }
    Ok(String::from_utf8(bytes).ok().map(|typed| free(&typed)))
}

/// What may be sent, in words.
pub(crate) fn hint(voice: Voice, limit: usize) -> String {
    let hint = voice.say_with(
        "filing-files-hint",
        &[
            ("count", Argument::count(limit)),
            ("size", Argument::Text(&voice.bytes(FILE_LIMIT))),
        ],
    );
    format!("{hint} {}", voice.say("filing-files-taken"))
}

/// That there was no room for some of the files, said once for all of them.
fn too_many(voice: Voice, left_out: &[String], limit: usize) -> String {
    voice.say_with(
        "error-files-over",
        &[
            ("count", Argument::count(left_out.len())),
            ("limit", Argument::count(limit)),
            ("names", Argument::Text(&left_out.join(" · "))),
        ],
    )
}

/// What to tell the person about a file that was not taken before, of which the key alone is known.
pub(crate) fn sentence_of(voice: Voice, key: &str) -> String {
    match key {
        "error-file-too-large" => sentence(voice, &FileRefusal::TooLarge),
        "error-file-kind" => sentence(voice, &FileRefusal::Kind),
        "error-files-too-many" => sentence(voice, &FileRefusal::TooMany),
        // How many they were is not known any more.
        "error-file-pixels" => sentence(voice, &FileRefusal::Broken),
        _ => voice.say(key).into_owned(),
    }
}

/// What to tell the person about a file that was not taken.
pub(crate) fn sentence(voice: Voice, refusal: &FileRefusal) -> String {
    let key = refusal.key().unwrap_or("error-file-broken");
    match refusal {
        FileRefusal::TooLarge => {
            voice.say_with(key, &[("size", Argument::Text(&voice.bytes(FILE_LIMIT)))])
        }
        FileRefusal::Pixels { width, height } => voice.say_with(
            key,
            &[
                ("width", Argument::Number(i64::from(*width))),
                ("height", Argument::Number(i64::from(*height))),
            ],
        ),
        // The one that is refused is the first too many.
        FileRefusal::TooMany => voice.say_with(
            key,
            &[
                ("count", Argument::count(FILES_AT_MOST + 1)),
                ("limit", Argument::count(FILES_AT_MOST)),
            ],
        ),
        FileRefusal::Kind => {
            format!("{} {}", voice.say(key), voice.say("filing-files-taken"))
        }
        _ => voice.say(key).into_owned(),
    }
}
