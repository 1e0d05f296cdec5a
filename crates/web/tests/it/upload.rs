//! Files that are too large, of a kind that is not taken, or more than a filing may have.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use axum::body::Body;
use chikaya_domain::access::Role;
use chikaya_testkit::{Town, town};
use futures_util::{StreamExt as _, stream};

use crate::{
    cases::{ONEE, case, colleague, dot, draft},
    visitor::{Carries, Visitor, counters, part},
};

chikaya_testkit::in_both_towns! {
    a_page_named_as_a_picture_is_refused_beside_the_field => super::a_page_named_as_a_picture_is_refused_beside_the_field;
    one_file_too_large_is_refused_beside_the_field => super::one_file_too_large_is_refused_beside_the_field;
    files_that_are_too_large_together_get_a_page_in_words => super::files_that_are_too_large_together_get_a_page_in_words;
    an_eleventh_file_is_refused => super::an_eleventh_file_is_refused;
    an_officer_of_another_body_sends_files_that_nobody_reads => super::an_officer_of_another_body_sends_files_that_nobody_reads;
}

/// One megabyte of nothing, after the beginning of a picture.
fn megabyte() -> Vec<u8> {
    vec![0; 1024 * 1024]
}

/// The beginning of a form with the visitor's token and a file of so many megabytes, sent bit by bit.
fn large(browser: &Visitor, megabytes: usize) -> Body {
    let mut begin = part("token", None, browser.token().as_bytes());
    begin.extend(part("files", Some("small.png"), &dot()));
    let mut huge = part("files", Some("huge.pdf"), b"%PDF-1.4\n");
    huge.truncate(huge.len() - 2);
    begin.extend(huge);
    let parts = std::iter::once(begin)
        .chain(std::iter::repeat_with(megabyte).take(megabytes))
        .chain([b"\r\n--line--\r\n".to_vec()]);
    Body::from_stream(stream::iter(parts.map(Ok::<_, std::io::Error>)))
}

async fn a_page_named_as_a_picture_is_refused_beside_the_field(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let page = b"<!doctype html><script>alert(1)</script>".as_slice();
    for (address, name) in [
        ("fr", "lampe.jpg"),
        ("ar", "lampe.jpg"),
        ("en", "lampe.pdf"),
    ] {
        let address = format!("/{address}/file/{word}/files");
        let answer = browser
            .upload(&address, &[(name, page)], Carries::Own)
            .await;
        assert_eq!(answer.code(), 422);
        let text = answer.text();
        assert!(text.contains("id=\"files-error\""), "beside the field");
        assert!(text.contains("href=\"#files\""), "in the summary");
        assert!(text.contains(name), "which file");
    }
    assert!(town.stored_files().is_empty());
}

async fn one_file_too_large_is_refused_beside_the_field(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let address = format!("/fr/file/{word}/files");
    let body = large(&browser, 26);
    let answer = browser.send_parts(&address, body).await;
    assert_eq!(answer.code(), 422, "{}", answer.text());
    let text = answer.text();
    assert!(text.contains("id=\"files-error\"") && text.contains("huge.pdf"));
    assert!(text.contains("small.png"), "the small one was taken");
    assert_eq!(town.stored_files().len(), 1, "{:?}", town.stored_files());
}

async fn files_that_are_too_large_together_get_a_page_in_words(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    for (language, words) in [("fr", "25 Mo"), ("en", "25 MB")] {
        let address = format!("/{language}/file/{word}/files");
        let body = large(&browser, 251);
        let answer = browser.send_parts(&address, body).await;
        assert_eq!(answer.code(), 413, "{}", answer.text());
        let text = answer.text().replace(['\u{a0}', '\u{202f}'], " ");
        assert!(text.contains(&format!("lang=\"{language}\"")));
        assert!(text.contains(words), "{text}");
    }
    let page = browser.get(&format!("/fr/file/{word}/files")).await.text();
    let kept = page.matches("/remove\"").count();
    assert_eq!(town.stored_files().len(), kept, "no file without an owner");
}

async fn an_eleventh_file_is_refused(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let picture = dot();
    let lamps: Vec<String> = (1..=11)
        .map(|number| format!("lampe-{number}.png"))
        .collect();
    let files: Vec<(&str, &[u8])> = lamps
        .iter()
        .map(|name| (name.as_str(), picture.as_slice()))
        .collect();
    let address = format!("/fr/file/{word}/files");
    let answer = browser.upload(&address, &files, Carries::Own).await;
    assert_eq!(answer.code(), 422);
    assert!(answer.text().contains("id=\"errors\""));
    assert_eq!(town.stored_files().len(), 10);

    // Beside two, eight more have room; the other three are named in one sentence.
    let word = draft(&mut browser).await;
    let address = format!("/en/file/{word}/files");
    browser.upload(&address, &files[..2], Carries::Own).await;
    let names: Vec<String> = (1..=11).map(|number| format!("mur-{number}.png")).collect();
    let files: Vec<(&str, &[u8])> = names
        .iter()
        .map(|name| (name.as_str(), picture.as_slice()))
        .collect();
    let answer = browser.upload(&address, &files, Carries::Own).await;
    assert_eq!(answer.code(), 422);
    let fault = answer.between("href=\"#files\">", "</a>");
    let fault = fault.replace(['\u{2068}', '\u{2069}'], "");
    let said = "The limit is 10 attachments: mur-9.png · mur-10.png · mur-11.png were not added.";
    assert!(fault.contains(said), "{fault}");
    assert_eq!(fault.matches("The limit is").count(), 1);
    assert_eq!(town.stored_files().len(), 20);
}

async fn an_officer_of_another_body_sends_files_that_nobody_reads(town: &Town) {
    let counters = counters(town);
    let own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let reference = case(town, &own.officer, Vec::new()).await;
    let address = format!("/fr/desk/case/{reference}/files");
    let read = Arc::new(AtomicUsize::new(0));
    let body = |browser: &Visitor| {
        let mut whole = part("token", None, browser.token().as_bytes());
        whole.extend(part("files", Some("lamp.png"), &dot()));
        whole.extend(b"--line--\r\n");
        let read = Arc::clone(&read);
        Body::from_stream(
            stream::iter([whole])
                .inspect(move |_| {
                    read.fetch_add(1, Ordering::SeqCst);
                })
                .map(Ok::<_, std::io::Error>),
        )
    };
    let mut stranger = colleague(town, &counters, Role::Officer, ONEE)
        .await
        .browser;
    let sent = body(&stranger);
    let answer = stranger.send_parts(&address, sent).await;
    assert_eq!(answer.code(), 404, "{}", answer.text());
    assert_eq!(read.load(Ordering::SeqCst), 0);
    assert!(town.stored_files().is_empty());
    let mut browser = own.browser;
    let sent = body(&browser);
    let answer = browser.send_parts(&address, sent).await;
    assert_eq!(answer.code(), 303, "{}", answer.text());
    assert_eq!(read.load(Ordering::SeqCst), 1);
}
