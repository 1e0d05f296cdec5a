//! Sounds as players ask for them: a part at a time, in the page and nowhere else.

use std::ops::Range;

use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use chikaya_service::{Trouble, attachment::Sound};

/// What a player asks for of so many bytes (RFC 9110, 14.2). Whoever asks for several parts at once, or for bytes that are not
/// there, is given all of it, as no player does: nothing is answered then.
fn asked(headers: &HeaderMap, bytes: u64) -> Option<Range<u64>> {
    // What a part belongs to never changes, so that a condition says nothing; whoever sets one is given all of it.
    if headers.contains_key(header::IF_RANGE) {
        return None;
    }
    let range = headers.get(header::RANGE)?.to_str().ok()?;
    let (first, last) = range.strip_prefix("bytes=")?.split_once('-')?;
    let number = |text: &str| text.trim().parse::<u64>().ok();
    let part = match (number(first), number(last)) {
        (Some(first), Some(last)) if first <= last => first..last.saturating_add(1).min(bytes),
        (Some(first), None) if last.trim().is_empty() => first..bytes,
        (None, Some(last)) if first.trim().is_empty() => bytes.saturating_sub(last)..bytes,
        _ => return None,
    };
    (part.start < part.end).then_some(part)
}

/// The media type under which browsers play it: some of ours are known to programs alone.
fn played_as(media_type: &str) -> &str {
    match media_type {
        "audio/x-wav" => "audio/wav",
        "audio/m4a" => "audio/mp4",
        "audio/opus" => "audio/ogg",
        other => other,
    }
}

/// A sound, or the part of it that is asked for.
pub(crate) async fn played(headers: &HeaderMap, sound: &Sound) -> Result<Response, Trouble> {
    let bytes = sound.bytes();
    let part = asked(headers, bytes);
    let range = part.clone().unwrap_or(0..bytes);
    let length = range.end - range.start;
    let pieces = sound.part(range).await?;
    let mut response = Body::from_stream(pieces).into_response();
    if let Some(part) = part {
        *response.status_mut() = StatusCode::PARTIAL_CONTENT;
        let (first, last) = (part.start, part.end - 1);
        let said = format!("bytes {first}-{last}/{bytes}");
        set(&mut response, header::CONTENT_RANGE, &said);
    }
    set(
        &mut response,
        header::CONTENT_TYPE,
        played_as(&sound.file.media_type),
    );
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    for (name, value) in [
        (header::ACCEPT_RANGES, "bytes"),
        (header::CONTENT_DISPOSITION, "inline"),
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; sandbox",
        ),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    Ok(response)
}

fn set(response: &mut Response, name: header::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_player_is_given_the_part_it_asks_for() {
        for (range, expected) in [
            ("bytes=0-", Some(0..100)),
            ("bytes=10-19", Some(10..20)),
            ("bytes=90-400", Some(90..100)),
            ("bytes=-5", Some(95..100)),
            ("bytes=-500", Some(0..100)),
            ("bytes=100-", None),
            ("bytes=-0", None),
            ("bytes=20-10", None),
            ("bytes=0-1,5-6", None),
            ("bytes=a-", None),
            ("lines=0-", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::RANGE, HeaderValue::from_static(range));
            assert_eq!(asked(&headers, 100), expected, "{range}");
            headers.insert(header::IF_RANGE, HeaderValue::from_static("\"one\""));
            assert_eq!(asked(&headers, 100), None, "{range}");
        }
        assert_eq!(asked(&HeaderMap::new(), 100), None);
    }
}
