//! How an answer is packed: what a browser takes, and pages by Zstandard with a context that is kept.

use std::cell::RefCell;

use axum::{
    body::{Body, HttpBody as _, to_bytes},
    extract::Request,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{Html, IntoResponse as _, Response},
};
use bytes::Bytes;
use zstd::bulk::Compressor;

/// The media type of lists that a telephone keeps: long, made of names alone, and packed as pages are.
pub(crate) const LISTS: &str = "application/vnd.chikaya.lists+json";

/// Zstandard's level for pages: a higher one takes twice the time for a twentieth of the size.
const LEVEL: i32 = 1;

/// Zstandard's level for pages that are kept: they are packed once and sent many times.
const LEVEL_KEPT: i32 = 12;

/// Largest page that is packed at once, in bytes; a larger one is packed as it is sent.
const AT_ONCE: u64 = 256 * 1024;

thread_local! {
    /// The context of a thread. Making one costs more than packing a page with it.
    static CONTEXT: RefCell<Option<Compressor<'static>>> = const { RefCell::new(None) };
}

/// Whether a browser takes a coding: it names it, and not with a weight of nothing (RFC 9110, section 12.5.3).
pub(crate) fn takes(request: &HeaderMap, coding: &str) -> bool {
    request
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|wish| {
            let (named, rest) = wish.split_once(';').unwrap_or((wish, ""));
            let weight = rest
                .trim()
                .strip_prefix("q=")
                .map_or(Some(1.0), |weight| weight.trim().parse::<f32>().ok());
            named.trim().eq_ignore_ascii_case(coding) && weight.is_some_and(|weight| weight > 0.0)
        })
}

/// Pages are worth packing as they are made; assets were packed once for all, and downloads are mostly photographs.
pub(crate) fn is_page(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|value| value.as_bytes().starts_with(b"text/html") || value == LISTS)
        && !headers.contains_key(header::CONTENT_DISPOSITION)
}

/// Packs a page by Zstandard for a browser that takes it. What it leaves alone is packed by the layer outside of it.
pub(crate) async fn pack(request: Request, next: Next) -> Response {
    let takes = takes(request.headers(), "zstd");
    let response = next.run(request).await;
    let length = response.body().size_hint().exact();
    let fits = length.is_some_and(|length| (1..=AT_ONCE).contains(&length));
    let is_packed = response.headers().contains_key(header::CONTENT_ENCODING);
    if is_packed || !(takes && fits && is_page(response.headers())) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(page) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let Some(packed) = zstandard(&page) else {
        return Response::from_parts(parts, Body::from(page));
    };
    say_packed(&mut parts.headers);
    Response::from_parts(parts, Body::from(packed))
}

fn say_packed(headers: &mut HeaderMap) {
    headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("zstd"));
    headers.append(header::VARY, HeaderValue::from_static("accept-encoding"));
    headers.remove(header::CONTENT_LENGTH);
}

/// A page that is kept packed, for whoever asks for it.
#[derive(Clone, Debug)]
pub(crate) struct Packed {
    bytes: Bytes,
    /// Bytes of the page itself.
    length: usize,
}

impl Packed {
    /// The bytes that it takes.
    pub(crate) const fn len(&self) -> usize {
        self.bytes.len()
    }

    /// The page as a browser takes it: packed, or as it was before; none where Zstandard finds no memory.
    pub(crate) fn answer(&self, request: &HeaderMap) -> Option<Response> {
        let is_taken = takes(request, "zstd");
        let bytes = if is_taken {
            self.bytes.clone()
        } else {
            zstd::bulk::decompress(&self.bytes, self.length)
                .ok()?
                .into()
        };
        let mut response = Html(bytes).into_response();
        if is_taken {
            say_packed(response.headers_mut());
        }
        Some(response)
    }
}

/// Packs a page that is kept; none where Zstandard finds no memory.
pub(crate) fn pack_once(page: &[u8]) -> Option<Packed> {
    let bytes = zstd::bulk::compress(page, LEVEL_KEPT).ok()?;
    Some(Packed {
        bytes: Bytes::from(bytes),
        length: page.len(),
    })
}

/// The bytes packed; none where Zstandard finds no memory.
fn zstandard(bytes: &[u8]) -> Option<Vec<u8>> {
    CONTEXT.with_borrow_mut(|context| {
        if context.is_none() {
            *context = Compressor::new(LEVEL).ok();
        }
        context.as_mut()?.compress(bytes).ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_coding_is_for_those_who_take_it() {
        for (wishes, takes_it) in [
            ("gzip, deflate, br", true),
            ("br;q=0.5", true),
            ("BR", true),
            ("br;q=0", false),
            ("gzip, br; q=0.000", false),
            ("gzip", false),
            ("brotli", false),
            ("br;q=much", false),
        ] {
            let request =
                HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(wishes))]);
            assert_eq!(takes(&request, "br"), takes_it, "{wishes}");
        }
        assert!(!takes(&HeaderMap::new(), "br"));
    }

    #[tokio::test]
    async fn a_page_that_is_kept_is_the_same_for_everybody() {
        let page = "<p>كم شكاية</p>".repeat(300);
        let kept = pack_once(page.as_bytes()).unwrap();
        assert!(kept.len() < page.len() / 10);
        for (wish, is_packed) in [("gzip", false), ("gzip, zstd", true)] {
            let request =
                HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(wish))]);
            let answer = kept.answer(&request).unwrap();
            assert!(is_page(answer.headers()));
            assert_eq!(
                answer.headers().contains_key(header::CONTENT_ENCODING),
                is_packed
            );
            let body = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
            let body = if is_packed {
                zstd::bulk::decompress(&body, page.len()).unwrap()
            } else {
                body.to_vec()
            };
            assert_eq!(body, page.as_bytes(), "{wish}");
        }
    }

    #[test]
    fn a_context_packs_one_page_after_the_other() {
        for page in ["<p>one</p>".repeat(100), "<p>other</p>".repeat(3_000)] {
            let packed = zstandard(page.as_bytes()).unwrap();
            assert!(packed.len() < page.len() / 10);
            let unpacked = zstd::bulk::decompress(&packed, page.len()).unwrap();
            assert_eq!(unpacked, page.as_bytes());
        }
    }
}
