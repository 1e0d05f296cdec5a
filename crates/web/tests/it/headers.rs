//! What every page carries: a strict policy, its language, and no code of its own.

use chikaya_testkit::Town;

use crate::{
    cases::{draft, file},
    visitor::{Answer, Visitor, counters},
};

chikaya_testkit::in_both_towns! {
    every_page_is_strict_and_speaks_its_language => super::every_page_is_strict_and_speaks_its_language;
}

/// Code and direction of each language.
const LANGUAGES: [(&str, &str); 4] = [("ar", "rtl"), ("fr", "ltr"), ("zgh", "ltr"), ("en", "ltr")];

fn check(answer: &Answer, name: &str) {
    let policy = answer.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("default-src 'none'"), "{name}: {policy}");
    assert!(policy.contains("script-src 'self'"), "{name}: {policy}");
    assert!(!policy.contains("unsafe"), "{name}: {policy}");
    assert_eq!(
        answer.headers["x-content-type-options"], "nosniff",
        "{name}"
    );
    // What was typed before a draft was begun is given back on the way back to a page that the browser may keep.
    let cached = if name.ends_with("/file") {
        "private, no-cache"
    } else {
        "no-store"
    };
    assert_eq!(answer.headers["cache-control"], cached, "{name}");
    let text = answer.text();
    for tag in text.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap();
        assert!(!tag.contains(" style="), "{name}: <{tag}>");
        assert!(!tag.starts_with("style"), "{name}: <{tag}>");
        let is_inline = tag.starts_with("script") && !tag.contains(" src=");
        assert!(!is_inline, "{name}: <{tag}>");
        let listens = tag.split_whitespace().skip(1).any(|word| {
            word.split_once('=').is_some_and(|(attribute, _)| {
                attribute.starts_with("on")
                    && attribute.bytes().all(|sign| sign.is_ascii_lowercase())
            })
        });
        assert!(!listens, "{name}: <{tag}>");
    }
}

async fn every_page_is_strict_and_speaks_its_language(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let (reference, filed) = file(&mut browser).await;
    for (language, direction) in LANGUAGES {
        let pages = [
            (200, String::from("/")),
            (200, "/file".to_owned()),
            (200, format!("/file/{word}/what")),
            (200, format!("/file/{word}/where")),
            (200, format!("/file/{word}/who")),
            (200, format!("/file/{word}/files")),
            (200, format!("/file/{word}/you")),
            (200, format!("/file/{word}/check")),
            (200, format!("/file/{word}/later")),
            (200, "/continue".to_owned()),
            (200, "/end".to_owned()),
            (422, "/continue/nothing".to_owned()),
            (200, format!("/file/{filed}/receipt")),
            (200, "/track".to_owned()),
            (200, "/track/lost".to_owned()),
            (200, format!("/track/{reference}")),
            (200, "/about/accessibility".to_owned()),
            (200, "/about/time-limits".to_owned()),
            (200, "/desk/sign-in".to_owned()),
            (200, "/desk/second-factor".to_owned()),
            (404, "/nowhere".to_owned()),
            (404, "/about/nothing".to_owned()),
            (404, format!("/file/{}/what", "a".repeat(32))),
            (404, "/desk/invitation/nothing".to_owned()),
        ];
        for (status, rest) in pages {
            let name = format!("/{language}{rest}");
            let page = browser.get(&name).await;
            assert_eq!(page.code(), status, "{name}");
            check(&page, &name);
            let text = page.text();
            let head = format!("lang=\"{language}\" dir=\"{direction}\"");
            assert!(
                text.contains(&head),
                "{name} says its language and direction"
            );
        }
        // What was refused stands on the page of its draft until it is mended.
        let other = draft(&mut browser).await;
        let address = format!("/{language}/file/{other}/you");
        let refused = browser.post(&address, &[("email", "x")]).await;
        assert_eq!(refused.code(), 422, "{address}");
        check(&refused, &address);
    }
    let nowhere = browser.get("/de/nowhere").await;
    assert_eq!(nowhere.code(), 404);
    assert!(nowhere.text().contains("lang=\"ar\" dir=\"rtl\""));
}
