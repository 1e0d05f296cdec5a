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
use chikaya_service::attachment::{Destination, FILE_LIMIT, FileRefusal};
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
    /// How many files were taken.
    pub(crate) taken: u32,
    /// What was typed into the other fields of the form.
    pub(crate) words: Vec<(String, String)>,
}

/// Takes the files of a form. The token stands before the files in it, so nothing is taken from a forged one; of a
/// form by someone who may put no file there, nothing is read at all.
pub(crate) async fn receive(
    state: &State,
    visit: &Visit,
    headers: &HeaderMap,
    mut body: Multipart,
    destination: &Destination,
) -> Result<Upload, Problem> {
    // As many files as there may be is said beside the field, of each file that is too many.
    if let Err(FileRefusal::Trouble(trouble)) = state.clerks.may_attach(destination.clone()).await {
        return Err(Problem::from_trouble(visit, &trouble));
    }
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
            Err(error) => return Err(Problem::from_multipart(visit, &error)),
        };
        match part.name().unwrap_or_default() {
            TOKEN_FIELD => {
                let offered = part
                    .text()
                    .await
                    .map_err(|error| Problem::from_multipart(visit, &error))?;
                is_genuine = csrf::is_genuine(state, &visit.arrival.visitor, &offered, headers);
            }
            // Stands before the files it is said of.
            "audience" if is_genuine => {
                let word = part
                    .text()
                    .await
                    .map_err(|error| Problem::from_multipart(visit, &error))?;
                if let Some(audience) = Audience::from_word(&word) {
                    destination = destination.for_eyes_of(audience);
                }
            }
            "go-on" => upload.goes_on = true,
            "files" if is_genuine => {
                let name = part.file_name().unwrap_or_default().to_owned();
                if name.is_empty() {
                    continue;
                }
                let shown = line(&name);
                let client = visit.arrival.client;
                if !state.limits.may_send(client, Instant::now()) {
                    return Err(Problem::at(visit, Kind::TooMany));
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
                let shown = format!("\u{2068}{shown}\u{2069}");
                match taken {
                    Ok(()) => upload.taken += 1,
                    Err(FileRefusal::TooMany) => left_out.push(shown),
                    Err(refusal) => match sentence(visit, &refusal) {
                        Ok(sentence) => {
                            let sentence = format!("{shown} : {sentence}");
                            upload.faults.add_another("files", sentence);
                        }
                        Err(problem) => {
                            hear_out(&mut body).await;
                            return Err(problem);
                        }
                    },
                }
            }
            name if is_genuine => {
                let name = name.to_owned();
                if let Some(value) = words(visit, part, &mut room).await? {
                    upload.words.push((name, value));
                }
            }
            _ => {}
        }
    }
    if !left_out.is_empty() {
        let sentence = too_many(visit.voice, &left_out, destination.limit());
        upload.faults.add_another("files", sentence);
    }
    if is_genuine {
        Ok(upload)
    } else {
        Err(Problem::at(visit, Kind::FormStale))
    }
}

/// Lets a browser send the rest of its form, which nobody wants any more: it reads an answer when it has sent all, and
/// shows none where the connection is cut before. How much that can be is bounded as for any form.
async fn hear_out(body: &mut Multipart) {
    while let Ok(Some(mut part)) = body.next_field().await {
        while let Ok(Some(_)) = part.chunk().await {}
    }
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

/// What to tell the person about a file that was not taken; trouble of the house is no fault of the file.
fn sentence(visit: &Visit, refusal: &FileRefusal) -> Result<String, Problem> {
    let voice = visit.voice;
    if let FileRefusal::Trouble(trouble) = refusal {
        return Err(Problem::from_trouble(visit, trouble));
    }
    let key = refusal.key().unwrap_or("error-file-broken");
    Ok(match refusal {
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
        FileRefusal::Kind => {
            format!("{} {}", voice.say(key), voice.say("filing-files-taken"))
        }
        _ => voice.say(key).into_owned(),
    })
}
