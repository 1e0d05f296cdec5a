//! `/api/v1/drafts/{draft}/uploads`: files in parts by the tus protocol 1.0 (core, creation, termination, expiration), to a
//! draft, by whoever holds its link, or its key where it was written on a telephone (`own` stands in the place of its word).
//! The gate of all files judges what is whole.

use std::{net::IpAddr, time::Instant};

use axum::{
    body::Body,
    extract::{Path, State as Shared},
    http::{Extensions, HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use chikaya_i18n::Voice;
use chikaya_service::{
    Trouble,
    attachment::{FILE_LIMIT, FileRefusal},
    token::Token,
    upload::{PartRefusal, UploadStanding, UploadState},
};
use data_encoding::{BASE64, BASE64_NOPAD};
use futures_util::TryStreamExt as _;
use serde_json::json;
use uuid::Uuid;

use super::{
    key,
    problem::{FieldProblem, PROBLEM, Problem},
};
use crate::{
    settings::State,
    upload,
    visit::{arrival, client},
};

/// The version of the protocol.
const VERSION: &str = "1.0.0";

/// What of it is there beside the core.
const EXTENSIONS: &str = "creation,termination,expiration";

const RESUMABLE: HeaderName = HeaderName::from_static("tus-resumable");
const LENGTH: HeaderName = HeaderName::from_static("upload-length");
const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
const METADATA: HeaderName = HeaderName::from_static("upload-metadata");
const EXPIRES: HeaderName = HeaderName::from_static("upload-expires");

/// What stands in the place of a draft’s word where the head of the request has its key.
const OWN: &str = "own";

/// Longest name that a sender has for a file of its own, in bytes.
const OWN_NAME_LONGEST: usize = 100;

/// The media type of a part.
const PART: &str = "application/offset+octet-stream";

/// An answer of the protocol: each names its version.
pub(crate) struct Told(Box<Response>);

impl IntoResponse for Told {
    fn into_response(self) -> Response {
        let mut response = *self.0;
        let headers = response.headers_mut();
        headers.insert(RESUMABLE, HeaderValue::from_static(VERSION));
        response
    }
}

/// `OPTIONS`: what is understood here.
pub(crate) async fn options() -> Told {
    let heads = [
        ("tus-version", VERSION.to_owned()),
        ("tus-extension", EXTENSIONS.to_owned()),
        ("tus-max-size", FILE_LIMIT.to_string()),
    ];
    Told((StatusCode::NO_CONTENT, heads).into_response().into())
}

/// `POST`: announces a file, whose size and name stand in the heads.
pub(crate) async fn create(
    Shared(state): Shared<State>,
    Path(draft): Path<String>,
    headers: HeaderMap,
    extensions: Extensions,
) -> Result<Told, Told> {
    spoken(&headers)?;
    let client = client(&state, &headers, &extensions);
    if !state.limits.may_begin(client) {
        return Err(too_many());
    }
    may_send(&state, client)?;
    let length = number(&headers, &LENGTH).ok_or_else(|| {
        refused(
            StatusCode::BAD_REQUEST,
            "upload-length-missing",
            "Send Upload-Length, in bytes.",
        )
    })?;
    let token = token(&state, &draft, &headers)?;
    let own = metadata(&headers, "id").filter(|own| own.len() <= OWN_NAME_LONGEST);
    let name = metadata(&headers, "filename").unwrap_or_default();
    let voice = voice(&extensions);
    let begun = state
        .clerks
        .begin_upload(token, &name, length, own.as_deref())
        .await
        .map_err(|refusal| of_file(&refusal, voice))?;
    if let UploadState::Refused(key) = &begun.state {
        return Err(Told((refused_before(key, voice)).into_response().into()));
    }
    let place = format!("/api/v1/drafts/{draft}/uploads/{}", begun.id.simple());
    let heads = [
        (header::LOCATION, place),
        (OFFSET, begun.received.to_string()),
        (EXPIRES, date(&begun)),
    ];
    Ok(Told((StatusCode::CREATED, heads).into_response().into()))
}

/// `HEAD` and `GET`: how much of a file came, and what became of it.
pub(crate) async fn standing(
    Shared(state): Shared<State>,
    Path((draft, upload)): Path<(String, String)>,
    headers: HeaderMap,
    extensions: Extensions,
) -> Result<Told, Told> {
    spoken(&headers)?;
    let (token, id) = (token(&state, &draft, &headers)?, id(&upload)?);
    let voice = voice(&extensions);
    let standing = state
        .clerks
        .upload_standing(token, id)
        .await
        .map_err(|refusal| of_file(&refusal, voice))?;
    let mut told = json!({ "bytes": standing.bytes, "received": standing.received });
    let (status, kind) = match &standing.state {
        UploadState::Open | UploadState::Taken => {
            let is_open = standing.state == UploadState::Open;
            told["state"] = json!(if is_open { "open" } else { "taken" });
            (StatusCode::OK, "application/json")
        }
        // As it was answered to its last part, whose answer may have been lost.
        UploadState::Refused(key) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            told["state"] = json!("refused");
            told["type"] = json!("refused");
            told["status"] = json!(status.as_u16());
            told["title"] = json!("The file was refused.");
            let message = upload::sentence_of(voice, key);
            told["errors"] = json!([{ "field": "file", "error": key, "message": message }]);
            (status, PROBLEM)
        }
    };
    let heads = [
        (OFFSET, standing.received.to_string()),
        (LENGTH, standing.bytes.to_string()),
        (EXPIRES, date(&standing)),
        (header::CACHE_CONTROL, "no-store".to_owned()),
        (header::CONTENT_TYPE, kind.to_owned()),
    ];
    Ok(Told(
        (status, heads, told.to_string()).into_response().into(),
    ))
}

/// `PATCH`: the next part of a file.
pub(crate) async fn append(
    Shared(state): Shared<State>,
    Path((draft, upload)): Path<(String, String)>,
    headers: HeaderMap,
    extensions: Extensions,
    body: Body,
) -> Result<Told, Told> {
    spoken(&headers)?;
    if headers
        .get(header::CONTENT_TYPE)
        .is_none_or(|kind| kind != PART)
    {
        return Err(refused(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "not-a-part",
            "Send Content-Type: application/offset+octet-stream.",
        ));
    }
    let place = number(&headers, &OFFSET).ok_or_else(|| {
        refused(
            StatusCode::BAD_REQUEST,
            "upload-offset-missing",
            "Send Upload-Offset, in bytes.",
        )
    })?;
    let client = client(&state, &headers, &extensions);
    may_send(&state, client)?;
    let (token, id) = (token(&state, &draft, &headers)?, id(&upload)?);
    let voice = voice(&extensions);
    let clerks = state.clerks.clone();
    let receiving = async move {
        let _place = state.limits.upload(client).await;
        let limits = std::sync::Arc::clone(&state.limits);
        // What was sent counts, whatever becomes of it.
        let counted = body.into_data_stream().inspect_ok(move |piece| {
            limits.sent(client, piece.len() as u64, Instant::now());
        });
        clerks.add_part(token, id, place, counted).await
    };
    // When the line breaks, whoever waits for the answer is gone, and with it this request. What came is worth keeping all the
    // same, so the receiving goes on without it, for no longer than a sender may be silent.
    #[expect(
        clippy::disallowed_methods,
        reason = "it ends with the body of the request, whose silence is bounded"
    )]
    let received = tokio::spawn(receiving).await;
    let standing = match received {
        Ok(Ok(standing)) => standing,
        Ok(Err(refusal)) => return Err(of_part(&refusal, voice)),
        Err(broken) => {
            tracing::error!(cause = %broken, "receiving a part of a file broke off");
            let problem = Problem::of_status(StatusCode::INTERNAL_SERVER_ERROR);
            return Err(Told(problem.into_response().into()));
        }
    };
    let heads = [
        (OFFSET, standing.received.to_string()),
        (EXPIRES, date(&standing)),
    ];
    Ok(Told((StatusCode::NO_CONTENT, heads).into_response().into()))
}

/// `DELETE`: gives a file up.
pub(crate) async fn end(
    Shared(state): Shared<State>,
    Path((draft, upload)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Told, Told> {
    spoken(&headers)?;
    let (token, id) = (token(&state, &draft, &headers)?, id(&upload)?);
    state
        .clerks
        .end_upload(token, id)
        .await
        .map_err(|trouble| of_trouble(&trouble))?;
    Ok(Told(StatusCode::NO_CONTENT.into_response().into()))
}

/// Whether the version is spoken that is spoken here.
fn spoken(headers: &HeaderMap) -> Result<(), Told> {
    if headers
        .get(RESUMABLE)
        .is_some_and(|version| version == VERSION)
    {
        return Ok(());
    }
    let problem = Problem::new(
        StatusCode::PRECONDITION_FAILED,
        "not-tus",
        "Send Tus-Resumable: 1.0.0.",
    );
    Err(Told(
        ([("tus-version", VERSION)], problem).into_response().into(),
    ))
}

/// Whether a network may send files in this hour.
fn may_send(state: &State, client: IpAddr) -> Result<(), Told> {
    if state.limits.may_send(client, Instant::now()) {
        return Ok(());
    }
    Err(too_many())
}

fn too_many() -> Told {
    refused(
        StatusCode::TOO_MANY_REQUESTS,
        "too-many-requests",
        "Too much from this network.",
    )
}

fn refused(status: StatusCode, kind: &'static str, title: &'static str) -> Told {
    Told(Problem::new(status, kind, title).into_response().into())
}

fn token(state: &State, draft: &str, headers: &HeaderMap) -> Result<Token, Told> {
    if draft == OWN {
        return key::token(state, headers).map_err(|problem| Told(problem.into_response().into()));
    }
    Token::parse(draft).ok_or_else(not_found)
}

fn voice(extensions: &Extensions) -> Voice {
    Voice::of(arrival(extensions).language)
}

/// That a file was refused when it came.
fn refused_before(key: &str, voice: Voice) -> Problem {
    let mut field = FieldProblem::new("file", key.to_owned());
    field.message = Some(upload::sentence_of(voice, key));
    Problem::invalid(vec![field])
}

fn id(upload: &str) -> Result<Uuid, Told> {
    Uuid::try_parse(upload).map_err(|_| not_found())
}

fn not_found() -> Told {
    Told(
        Problem::of_status(StatusCode::NOT_FOUND)
            .into_response()
            .into(),
    )
}

/// A number in a head.
fn number(headers: &HeaderMap, name: &HeaderName) -> Option<u64> {
    headers.get(name)?.to_str().ok()?.trim().parse().ok()
}

/// What the metadata of a file say under a name: pairs of a key and a value in base64, with commas between them.
fn metadata(headers: &HeaderMap, wanted: &str) -> Option<String> {
    let pairs = headers.get(METADATA).and_then(|value| value.to_str().ok());
    let named = |pair: &str| {
        let (key, value) = pair.trim().split_once(' ')?;
        let value = value.trim();
        let bytes = BASE64
            .decode(value.as_bytes())
            .or_else(|_| BASE64_NOPAD.decode(value.as_bytes()))
            .ok()?;
        (key == wanted).then(|| String::from_utf8(bytes).ok())?
    };
    pairs.unwrap_or_default().split(',').find_map(named)
}

/// When a file is forgotten, as HTTP writes it.
fn date(standing: &UploadStanding) -> String {
    standing
        .expires_at
        .strftime("%a, %d %b %Y %H:%M:%S GMT")
        .to_string()
}

fn of_part(refusal: &PartRefusal, voice: Voice) -> Told {
    match refusal {
        PartRefusal::Elsewhere(place) => {
            let problem = Problem::new(
                StatusCode::CONFLICT,
                "upload-offset-elsewhere",
                "The next part begins elsewhere; Upload-Offset says where.",
            );
            Told(
                ([(OFFSET, place.to_string())], problem)
                    .into_response()
                    .into(),
            )
        }
        PartRefusal::TooLong => refused(
            StatusCode::PAYLOAD_TOO_LARGE,
            "longer-than-announced",
            "The part is longer than what is left of the file.",
        ),
        PartRefusal::TooMany => refused(
            StatusCode::UNPROCESSABLE_ENTITY,
            "too-many-parts",
            "The file came in as many parts as may be; begin anew with longer ones.",
        ),
        PartRefusal::File(refusal) => of_file(refusal, voice),
    }
}

fn of_file(refusal: &FileRefusal, voice: Voice) -> Told {
    match refusal {
        FileRefusal::Trouble(trouble) => of_trouble(trouble),
        FileRefusal::TooLarge => refused(
            StatusCode::PAYLOAD_TOO_LARGE,
            "too-large",
            "The file is larger than Tus-Max-Size.",
        ),
        other => {
            let error = other.key().unwrap_or("error-file-broken");
            let mut field = FieldProblem::new("file", error);
            field.message = Some(upload::sentence(voice, other));
            Told(Problem::invalid(vec![field]).into_response().into())
        }
    }
}

fn of_trouble(trouble: &Trouble) -> Told {
    let problem = match trouble {
        // The draft was sent, or is over: nothing is added to it any more.
        Trouble::Stale | Trouble::Expired => Problem::new(
            StatusCode::GONE,
            "draft-over",
            "The draft was sent, or its time is over.",
        ),
        other => Problem::from_trouble(other),
    };
    Told(problem.into_response().into())
}
