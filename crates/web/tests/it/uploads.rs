//! Files in parts, through the real routes: announced, sent piece by piece, gone on with, taken or refused.

use axum::body::Body;
use chikaya_service::token::Token;
use chikaya_testkit::Town;
use futures_util::stream;

use crate::{
    cases::{dot, draft},
    visitor::{Answer, Visitor, counters},
};

chikaya_testkit::in_both_towns! {
    a_file_in_parts_is_with_the_draft_when_it_is_whole => super::a_file_in_parts_is_with_the_draft_when_it_is_whole;
    what_came_of_a_part_that_broke_off_is_kept => super::what_came_of_a_part_that_broke_off_is_kept;
    a_part_at_another_place_is_told_where => super::a_part_at_another_place_is_told_where;
    what_the_gate_refuses_is_told_by_its_key => super::what_the_gate_refuses_is_told_by_its_key;
    what_is_too_large_or_too_much_is_refused_at_once => super::what_is_too_large_or_too_much_is_refused_at_once;
    a_file_that_was_given_up_or_left_leaves_nothing => super::a_file_that_was_given_up_or_left_leaves_nothing;
    parts_are_no_orphans_before_their_time => super::parts_are_no_orphans_before_their_time;
    another_version_or_kind_is_refused => super::another_version_or_kind_is_refused;
}

/// A file that is announced for a draft by its word; answers its identifier as it stands in addresses.
pub(crate) async fn announced(town: &Town, word: &str, bytes: usize) -> String {
    let token = Token::parse(word).unwrap();
    let begun = town
        .clerks
        .begin_upload(token, "dot.png", bytes as u64, None)
        .await;
    begun.unwrap().id.simple().to_string()
}

/// The heads of a request of the protocol.
pub(crate) fn heads(method: &str, length: usize) -> Vec<(&'static str, String)> {
    let mut heads = vec![("tus-resumable", "1.0.0".to_owned())];
    match method {
        "POST" => {
            heads.push(("upload-length", length.max(1).to_string()));
            // "lampe.png" and a type.
            let named = "filename bGFtcGUucG5n,filetype aW1hZ2UvcG5n";
            heads.push(("upload-metadata", named.to_owned()));
        }
        "PATCH" => heads.extend(at(0)),
        _ => {}
    }
    heads
}

fn at(place: usize) -> [(&'static str, String); 2] {
    [
        ("content-type", "application/offset+octet-stream".to_owned()),
        ("upload-offset", place.to_string()),
    ]
}

async fn begun(browser: &mut Visitor, word: &str, bytes: usize) -> String {
    let address = format!("/api/v1/drafts/{word}/uploads");
    let answer = browser
        .speak("POST", &address, &heads("POST", bytes), b"")
        .await;
    assert_eq!(answer.code(), 201, "{}", answer.text());
    assert!(answer.headers.contains_key("upload-expires"));
    answer.place().to_owned()
}

async fn part(browser: &mut Visitor, address: &str, place: usize, bytes: &[u8]) -> Answer {
    let mut heads = heads("", 0);
    heads.extend(at(place));
    browser.speak("PATCH", address, &heads, bytes).await
}

async fn standing(browser: &mut Visitor, address: &str) -> Answer {
    browser.speak("HEAD", address, &heads("HEAD", 0), b"").await
}

fn offset(answer: &Answer) -> &str {
    answer.headers["upload-offset"].to_str().unwrap()
}

async fn files(browser: &mut Visitor, word: &str) -> String {
    browser.get(&format!("/fr/file/{word}/files")).await.text()
}

async fn a_file_in_parts_is_with_the_draft_when_it_is_whole(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let bytes = dot();
    let address = begun(&mut browser, &word, bytes.len()).await;
    let (first, rest) = bytes.split_at(20);
    let answer = part(&mut browser, &address, 0, first).await;
    assert_eq!((answer.code(), offset(&answer)), (204, "20"));
    let asked = standing(&mut browser, &address).await;
    assert_eq!((asked.code(), offset(&asked)), (200, "20"));
    assert_eq!(asked.headers["cache-control"], "no-store");
    assert!(!files(&mut browser, &word).await.contains("lampe.png"));
    let answer = part(&mut browser, &address, 20, rest).await;
    assert_eq!(answer.code(), 204, "{}", answer.text());
    assert!(files(&mut browser, &word).await.contains("lampe.png"));
    // The answer may have been lost: whoever asks learns that all is there, and nothing is taken twice.
    let asked = standing(&mut browser, &address).await;
    assert_eq!(offset(&asked), bytes.len().to_string());
    let again = part(&mut browser, &address, bytes.len(), b"").await;
    assert_eq!(again.code(), 409);
    // The parts are gone, the file is there.
    assert_eq!(town.stored_files().len(), 1);
    let told = browser.speak("GET", &address, &heads("GET", 0), b"").await;
    told.says(&["\"state\":\"taken\""]);
}

async fn what_came_of_a_part_that_broke_off_is_kept(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let bytes = dot();
    let address = begun(&mut browser, &word, bytes.len()).await;
    let broken = stream::iter([
        Ok(bytes[..30].to_vec()),
        Err(std::io::Error::from(std::io::ErrorKind::ConnectionReset)),
    ]);
    let mut request = axum::http::Request::builder()
        .method("PATCH")
        .uri(&address)
        .header("tus-resumable", "1.0.0");
    for (name, value) in at(0) {
        request = request.header(name, value);
    }
    browser.send(request, Body::from_stream(broken)).await;
    let asked = standing(&mut browser, &address).await;
    assert_eq!(offset(&asked), "30");
    let answer = part(&mut browser, &address, 30, &bytes[30..]).await;
    assert_eq!(answer.code(), 204, "{}", answer.text());
    assert!(files(&mut browser, &word).await.contains("lampe.png"));
}

async fn a_part_at_another_place_is_told_where(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let address = begun(&mut browser, &word, 100).await;
    part(&mut browser, &address, 0, &[0; 10]).await;
    for place in [0, 9, 11, 100] {
        let answer = part(&mut browser, &address, place, &[0; 10]).await;
        assert_eq!((answer.code(), offset(&answer)), (409, "10"), "{place}");
    }
    let longer = part(&mut browser, &address, 10, &[0; 91]).await;
    assert_eq!(longer.code(), 413);
    assert_eq!(offset(&standing(&mut browser, &address).await), "10");
    // Nothing of what was not taken lies about.
    assert_eq!(town.stored_files().len(), 1);
}

async fn what_the_gate_refuses_is_told_by_its_key(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let page = b"<!doctype html><script>alert(1)</script>";
    let address = begun(&mut browser, &word, page.len()).await;
    let answer = part(&mut browser, &address, 0, page).await;
    assert_eq!(answer.code(), 422);
    answer.says(&["error-file-kind"]);
    let told = browser.speak("GET", &address, &heads("GET", 0), b"").await;
    assert_eq!(told.code(), 422);
    told.says(&["\"state\":\"refused\"", "error-file-kind"]);
    assert!(town.stored_files().is_empty());
}

async fn what_is_too_large_or_too_much_is_refused_at_once(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let address = format!("/api/v1/drafts/{word}/uploads");
    let large = heads("POST", 25_000_001);
    let answer = browser.speak("POST", &address, &large, b"").await;
    assert_eq!(answer.code(), 413);
    let told = browser.speak("OPTIONS", &address, &[], b"").await;
    assert_eq!(told.headers["tus-max-size"], "25000000");
    assert_eq!(
        told.headers["tus-extension"],
        "creation,termination,expiration"
    );
    for _ in 0..15 {
        begun(&mut browser, &word, 10).await;
    }
    let more = heads("POST", 10);
    let answer = browser.speak("POST", &address, &more, b"").await;
    assert_eq!(answer.code(), 422);
    answer.says(&["error-files-too-many"]);
}

async fn a_file_that_was_given_up_or_left_leaves_nothing(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let given_up = begun(&mut browser, &word, 100).await;
    part(&mut browser, &given_up, 0, &[0; 10]).await;
    let end = heads("DELETE", 0);
    let answer = browser.speak("DELETE", &given_up, &end, b"").await;
    assert_eq!(answer.code(), 204);
    assert_eq!(standing(&mut browser, &given_up).await.code(), 404);
    assert!(town.stored_files().is_empty());
    let left = begun(&mut browser, &word, 100).await;
    part(&mut browser, &left, 0, &[0; 10]).await;
    town.clock.advance_days(6);
    assert_eq!(town.clerks.forget_uploads().await.unwrap(), 0);
    // What comes puts the end off.
    part(&mut browser, &left, 10, &[0; 10]).await;
    town.clock.advance_days(6);
    assert_eq!(town.clerks.forget_uploads().await.unwrap(), 0);
    town.clock.advance_days(2);
    assert_eq!(standing(&mut browser, &left).await.code(), 404);
    assert_eq!(town.clerks.forget_uploads().await.unwrap(), 1);
    assert!(town.stored_files().is_empty());
}

async fn parts_are_no_orphans_before_their_time(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let address = begun(&mut browser, &word, 100).await;
    part(&mut browser, &address, 0, &[0; 10]).await;
    town.clock.advance_days(3);
    for _ in 0..256 {
        assert_eq!(town.clerks.sweep_files().await.unwrap(), 0);
    }
    assert_eq!(offset(&standing(&mut browser, &address).await), "10");
    assert_eq!(town.stored_files().len(), 1);
}

async fn another_version_or_kind_is_refused(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let address = begun(&mut browser, &word, 100).await;
    for version in [None, Some("0.2.2")] {
        let heads: Vec<_> = version
            .map(|version| ("tus-resumable", version.to_owned()))
            .into_iter()
            .chain(at(0))
            .collect();
        let answer = browser.speak("PATCH", &address, &heads, b"a").await;
        assert_eq!(answer.code(), 412);
        assert_eq!(answer.headers["tus-version"], "1.0.0");
    }
    let mut heads = heads("PATCH", 1);
    heads.retain(|(name, _)| *name != "content-type");
    let answer = browser.speak("PATCH", &address, &heads, b"a").await;
    assert_eq!(answer.code(), 415);
    assert_eq!(answer.headers["tus-resumable"], "1.0.0");
}
