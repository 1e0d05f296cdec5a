//! Sounds as players ask for them: a part at a time, in the page and nowhere else.

use std::ops::Range;

use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use chikaya_service::{Trouble, attachment::Sound};

/// What a player asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Asked {
    /// All of it.
    Whole,
    /// These bytes.
    Part(Range<u64>),
    /// Bytes that are not there.
    Beyond,
}

/// What a player asks for of so many bytes (RFC 9110, 14.2). Several parts at once no player asks for: they are given all of it,
/// and so is whoever asks for something else.
fn asked(headers: &HeaderMap, bytes: u64) -> Asked {
    // What a part belongs to never changes, so that a condition says nothing; whoever sets one is given all of it.
    if headers.contains_key(header::IF_RANGE) {
        return Asked::Whole;
    }
    let range = headers.get(header::RANGE);
    let range = range.and_then(|range| range.to_str().ok());
    let Some(range) = range.and_then(|range| range.strip_prefix("bytes=")) else {
        return Asked::Whole;
    };
    let Some((first, last)) = range.split_once('-') else {
        return Asked::Whole;
    };
    let number = |text: &str| text.trim().parse::<u64>().ok();
    let part = match (number(first), number(last)) {
        (Some(first), Some(last)) if first <= last => first..last.saturating_add(1).min(bytes),
        (Some(first), None) if last.trim().is_empty() => first..bytes,
        (None, Some(last)) if first.trim().is_empty() => bytes.saturating_sub(last)..bytes,
        _ => return Asked::Whole,
    };
    if part.start < part.end {
        Asked::Part(part)
    } else {
        Asked::Beyond
    }
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
    let part = match asked(headers, bytes) {
        Asked::Whole => None,
        Asked::Part(part) => Some(part),
        Asked::Beyond => {
            let mut response = StatusCode::RANGE_NOT_SATISFIABLE.into_response();
            set(
                &mut response,
                header::CONTENT_RANGE,
                &format!("bytes */{bytes}"),
            );
            return Ok(response);
        }
    };
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
            ("bytes=0-", Asked::Part(0..100)),
            ("bytes=10-19", Asked::Part(10..20)),
            ("bytes=90-400", Asked::Part(90..100)),
            ("bytes=-5", Asked::Part(95..100)),
            ("bytes=-500", Asked::Part(0..100)),
            ("bytes=100-", Asked::Beyond),
            ("bytes=-0", Asked::Beyond),
            ("bytes=20-10", Asked::Whole),
            ("bytes=0-1,5-6", Asked::Whole),
            ("bytes=a-", Asked::Whole),
            ("lines=0-", Asked::Whole),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::RANGE, HeaderValue::from_static(range));
            assert_eq!(asked(&headers, 100), expected, "{range}");
            headers.insert(header::IF_RANGE, HeaderValue::from_static("\"one\""));
            assert_eq!(asked(&headers, 100), Asked::Whole, "{range}");
        }
        assert_eq!(asked(&HeaderMap::new(), 100), Asked::Whole);
    }
}
