//! Coming back later with a code, ending on a shared computer, and what a company says of itself.

use axum::http::header;
use chikaya_domain::{access::Role, reference::DraftCode};
use chikaya_testkit::{Town, town};
use serde_json::{Value, json};

use crate::{
    cases::{EMAIL, NAME, STEPS, WORDS, between, colleague, draft, file, full_draft, send},
    visitor::{Answer, PORTAL, Visitor, counters, counters_of},
};

chikaya_testkit::in_both_towns! {
    every_step_can_be_left_for_later => super::every_step_can_be_left_for_later;
    a_code_leads_back_to_where_its_filer_was => super::a_code_leads_back_to_where_its_filer_was;
    a_code_leads_back_to_all_answers_once_they_were_given => super::a_code_leads_back_to_all_answers_once_they_were_given;
    a_code_opens_no_receipt_once_the_draft_is_sent => super::a_code_opens_no_receipt_once_the_draft_is_sent;
    a_code_tells_nothing_of_what_exists => super::a_code_tells_nothing_of_what_exists;
    the_code_is_sent_to_whoever_asks => super::the_code_is_sent_to_whoever_asks;
    whoever_ends_here_leaves_nothing_that_opens_anything => super::whoever_ends_here_leaves_nothing_that_opens_anything;
    whoever_ends_a_draft_here_finds_it_by_its_code_alone => super::whoever_ends_a_draft_here_finds_it_by_its_code_alone;
    a_draft_that_was_left_is_offered_in_its_browser => super::a_draft_that_was_left_is_offered_in_its_browser;
    a_company_names_who_speaks_for_it => super::a_company_names_who_speaks_for_it;
    a_company_is_named_in_full_in_no_other_browser => super::a_company_is_named_in_full_in_no_other_browser;
    a_company_that_files_by_interface_names_the_same => super::a_company_that_files_by_interface_names_the_same;
}

/// The code on the page of a draft that is kept for later.
fn code_on(page: &Answer) -> String {
    page.between("id=\"draft-code\">", "<")
}

async fn code_of(browser: &mut Visitor, word: &str) -> String {
    let page = browser.get(&format!("/fr/file/{word}/later")).await;
    assert_eq!(page.code(), 200, "{}", page.text());
    code_on(&page)
}

async fn every_step_can_be_left_for_later(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let later = format!("/fr/file/{word}/later");
    let first = browser.get("/fr/file").await;
    first.says(&["href=\"/fr/continue\""]);
    assert!(!first.text().contains("/later"), "there is no draft yet");
    browser.read_token(&first);
    let begun = [("text", "Un seul mot de plus"), ("go", "later")];
    let begun = browser.post("/fr/file", &begun).await;
    assert!(begun.place().ends_with("/later"), "{}", begun.place());
    let begun = begun.place().replace("/later", "/what");
    browser.get(&begun).await.says(&["Un seul mot de plus"]);
    for step in ["what", "where", "about", "who", "you"] {
        let address = format!("/fr/file/{word}/{step}");
        browser
            .get(&address)
            .await
            .says(&["name=\"go\" value=\"later\""]);
        let fields = STEPS.iter().find(|(name, _)| *name == step);
        let fields = fields.unwrap().1;
        let left = [fields, &[("go", "later")]].concat();
        let left = browser.post(&address, &left).await;
        assert_eq!(left.place(), later, "{step}: {}", left.text());
    }
    for step in ["files", "check"] {
        let page = browser.get(&format!("/fr/file/{word}/{step}")).await;
        page.says(&[&format!("href=\"{later}\"")]);
    }
    // What is not right is kept as well: it is judged when it is sent.
    let wrong = [("category", "person"), ("phone", "06"), ("go", "later")];
    let left = browser.post(&format!("/fr/file/{word}/you"), &wrong).await;
    assert_eq!(left.place(), later);
    let check = browser.get(&format!("/fr/file/{word}/you")).await;
    check.says(&["value=\"06\""]);
    for language in ["ar", "fr", "en", "zgh"] {
        let page = browser.get(&format!("/{language}/file/{word}/later")).await;
        let code = code_on(&page);
        let address = format!("{PORTAL}/{language}/continue/{code}");
        page.says(&[&format!("href=\"{address}\""), "data-print hidden"]);
    }
}

async fn a_code_leads_back_to_where_its_filer_was(town: &Town) {
    let counters = counters(town);
    let mut shop = Visitor::new(&counters).await;
    let word = draft(&mut shop).await;
    let code = code_of(&mut shop, &word).await;
    let mut home = Visitor::new(&counters).await;
    home.get("/fr/track").await.says(&["href=\"/fr/continue\""]);
    let typed = code.to_lowercase().replace('-', " ");
    let back = home.post("/fr/continue", &[("code", &typed)]).await;
    let draft = format!("/fr/file/{word}");
    assert_eq!(back.place(), draft, "{}", back.text());
    let at = home.get(&draft).await;
    assert_eq!(at.place(), format!("{draft}/what"), "nothing was written");
    for (step, fields) in STEPS {
        shop.post(&format!("{draft}/{step}"), fields).await;
        let back = home.get(&format!("/ar/continue/{code}")).await;
        assert_eq!(back.place(), format!("/ar/file/{word}"));
        let next = if *step == "you" { "check" } else { step };
        let at = home.get(back.place()).await;
        assert_eq!(at.place(), format!("/ar/file/{word}/{next}"));
    }
    // The text goes on elsewhere; who writes it is hidden there.
    let check = home.get(&format!("{draft}/check")).await;
    check.says(&["xylophone"]);
    for personal in [NAME, EMAIL] {
        assert!(!check.text().contains(personal), "{personal}");
    }
    let later = home.get(&format!("{draft}/later")).await;
    assert_eq!(code_on(&later), code);
    assert!(!later.text().contains(EMAIL));
    shop.get(&format!("{draft}/later")).await.says(&[EMAIL]);
}

async fn a_code_leads_back_to_all_answers_once_they_were_given(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = full_draft(&mut browser).await;
    let code = code_of(&mut browser, &word).await;
    let at = |step: &str| format!("/fr/file/{word}/{step}");
    let what = at("what?then=check");
    for (text, leads) in [(WORDS, "check"), ("", "what")] {
        browser.post(&what, &[("text", text)]).await;
        let back = browser.post("/fr/continue", &[("code", &code)]).await;
        let back = browser.get(back.place()).await;
        assert_eq!(back.place(), at(leads));
    }
}

async fn a_code_opens_no_receipt_once_the_draft_is_sent(town: &Town) {
    let counters = counters(town);
    let mut browser = Visitor::new(&counters).await;
    let word = full_draft(&mut browser).await;
    let code = code_of(&mut browser, &word).await;
    assert_eq!(send(&mut browser, &word).await.code(), 303);
    let receipt = browser.get(&format!("/fr/file/{word}/receipt")).await;
    let access_code = receipt.between("id=\"access-code\">", "<");
    for mut anyone in [Visitor::new(&counters).await, browser.clone()] {
        let by_form = anyone.post("/fr/continue", &[("code", &code)]).await;
        let by_address = anyone.get(&format!("/fr/continue/{code}")).await;
        for refused in [by_form, by_address] {
            assert_eq!(refused.code(), 422);
            refused.says(&["Ce code n’ouvre rien"]);
            assert!(!refused.text().contains(&access_code));
        }
    }
    let mut stranger = Visitor::new(&counters).await;
    for page in ["", "/later", "/check", "/receipt", "/receipt.pdf"] {
        let mut at = stranger.get(&format!("/fr/file/{word}{page}")).await;
        while at.code() == 303 {
            let place = at.place().to_owned();
            at = stranger.get(&place).await;
        }
        assert!(!at.text().contains(&access_code), "{page}");
        assert!(!at.text().contains("xylophone"), "{page}");
    }
}

async fn a_code_tells_nothing_of_what_exists(town: &Town) {
    let counters = counters_of(town, PORTAL, 3);
    let mut browser = Visitor::new(&counters).await;
    let word = full_draft(&mut browser).await;
    let sent = code_of(&mut browser, &word).await;
    send(&mut browser, &word).await;
    let unknown = DraftCode::draw(7).to_string();
    let unknown = unknown.as_str();
    let mut told = Vec::new();
    for code in [sent.as_str(), unknown] {
        let answer = browser.post("/fr/continue", &[("code", code)]).await;
        assert_eq!(answer.code(), 422);
        told.push(answer.text_without_tokens().replace(code, "CODE"));
    }
    assert_eq!(told[0], told[1]);
    let misread = browser.post("/fr/continue", &[("code", "7K3M-9QDX-4HTE")]);
    misread.await.says(&["n’est pas juste"]);
    // Three were wrong within the minute: none is heard from this network until it is over, be it right.
    let more = browser.post("/fr/continue", &[("code", unknown)]).await;
    assert_eq!(more.code(), 429);
    let more = browser.get(&format!("/fr/continue/{unknown}")).await;
    assert_eq!(more.code(), 429);
    let mut filer = Visitor::new(&counters).await;
    let word = draft(&mut filer).await;
    let right = code_of(&mut filer, &word).await;
    let right = filer.post("/fr/continue", &[("code", &right)]).await;
    assert_eq!(right.code(), 429);
}

async fn the_code_is_sent_to_whoever_asks(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let later = format!("/fr/file/{word}/later");
    let code = code_of(&mut browser, &word).await;
    let wrong = browser.post(&later, &[("email", "fatima")]).await;
    assert_eq!(wrong.code(), 422);
    let sent = browser.post(&later, &[("email", EMAIL)]).await;
    assert_eq!(sent.code(), 200);
    sent.says(&["Le message est en route", &code]);
    let again = browser.post(&later, &[("email", EMAIL)]).await;
    again.says(&["Un message vient de partir"]);
    let mails = town.word_mail(PORTAL).await;
    assert_eq!(mails.len(), 1);
    let address = between(&mails[0].text, PORTAL, "\n");
    let mut elsewhere = Visitor::new(&counters(town)).await;
    let back = elsewhere.get(address.trim()).await;
    assert_eq!(back.place(), format!("/fr/file/{word}"), "{address}");
}

/// Ends here, as the button of a page does.
async fn end(browser: &mut Visitor, fields: &[(&str, &str)]) -> Answer {
    let ended = browser.post("/fr/end", fields).await;
    assert_eq!(ended.place(), "/fr/end", "{}", ended.text());
    ended
}

async fn whoever_ends_here_leaves_nothing_that_opens_anything(town: &Town) {
    let counters = counters(town);
    let mut browser = Visitor::new(&counters).await;
    let (reference, word) = file(&mut browser).await;
    let case = format!("/fr/track/{reference}");
    let receipt = format!("/fr/file/{word}/receipt");
    for page in [&case, &receipt] {
        browser.get(page).await.says(&["\"/fr/end\""]);
    }
    let mut officer = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let before = officer.browser.clone();
    end(&mut officer.browser, &[]).await;
    let at = before.clone().get("/fr/desk").await;
    assert_eq!(
        at.code(),
        303,
        "the session has ended, not the cookie alone"
    );

    let ended = end(&mut browser, &[]).await;
    let forget = ended.headers.get("clear-site-data").unwrap();
    assert_eq!(forget, "\"cache\", \"storage\"");
    for name in [
        "ck_visitor",
        "ck_account",
        "ck_case",
        "ck_kept",
        "ck_draft",
        "ck_session",
        "ck_known",
    ] {
        let cookie = ended.cookie(&format!("{name}="));
        assert!(cookie.contains(&format!("{name}=;")), "{cookie}");
        assert!(cookie.contains("Max-Age=0"), "{cookie}");
    }
    for language in ["ar", "fr", "en", "zgh"] {
        let page = browser.get(&format!("/{language}/end")).await;
        assert_eq!(page.code(), 200);
        assert!(page.headers.get(header::SET_COOKIE).is_none());
    }
    browser.get("/fr/end").await.says(&["C’est terminé"]);
    for page in [case, receipt, format!("/fr/file/{word}/receipt.pdf")] {
        let at = browser.get(&page).await;
        assert_eq!(at.code(), 303, "{page}");
        assert!(at.place().starts_with("/fr/track"), "{page}");
    }
}

async fn whoever_ends_a_draft_here_finds_it_by_its_code_alone(town: &Town) {
    let counters = counters(town);
    let mut shop = Visitor::new(&counters).await;
    let word = full_draft(&mut shop).await;
    let page = shop.get(&format!("/fr/file/{word}/later")).await;
    let named = page.between("name=\"draft\" value=\"", "\"");
    assert_eq!(named, word);
    let code = code_on(&page);
    end(&mut shop, &[("draft", &word)]).await;
    for step in ["", "/what", "/you", "/check", "/later"] {
        let at = shop.get(&format!("/fr/file/{word}{step}")).await;
        assert_eq!(at.code(), 404, "{step}");
    }
    let mut home = Visitor::new(&counters).await;
    let back = home.post("/fr/continue", &[("code", &code)]).await;
    let fresh = back.place().to_owned();
    assert!(!fresh.contains(&word));
    home.get(&format!("{fresh}/check"))
        .await
        .says(&["xylophone"]);
    // A draft that is none, or none any more, keeps nobody from ending.
    end(&mut home, &[("draft", &word)]).await;
}

async fn a_draft_that_was_left_is_offered_in_its_browser(town: &Town) {
    let counters = counters(town);
    let mut browser = Visitor::new(&counters).await;
    let word = full_draft(&mut browser).await;
    let link = format!("href=\"/fr/file/{word}\"");
    for page in ["/fr/", "/fr/file"] {
        browser.get(page).await.says(&[&link]);
        let other = Visitor::new(&counters).await.get(page).await;
        assert!(!other.text().contains(&word));
    }
    assert_eq!(send(&mut browser, &word).await.code(), 303);
    assert!(
        !browser.get("/fr/").await.text().contains(&word),
        "it was sent"
    );
    // A report is offered to nobody who comes to the browser.
    let begun = browser.post("/fr/wrongdoing", &[]).await;
    let report = begun.place().split('/').nth(3).unwrap().to_owned();
    assert!(!browser.get("/fr/").await.text().contains(&report));
    let word = draft(&mut browser).await;
    let door = format!("/fr/file/{word}/door");
    browser.post(&door, &[("track", "wrongdoing")]).await;
    assert!(!browser.get("/fr/file").await.text().contains(&word));
}

/// A number that passes its check.
const ICE: &str = "001234567000353";

async fn a_company_names_who_speaks_for_it(town: &Town) {
    let counters = counters(town);
    let mut browser = Visitor::new(&counters).await;
    let word = full_draft(&mut browser).await;
    let you = format!("/fr/file/{word}/you");
    let page = browser.get(&you).await;
    page.says(&["name=\"representative\"", "name=\"quality\""]);
    assert!(!page.text().contains("is-body"));
    let company = [
        ("category", "company"),
        ("name", "Épicerie Exemple"),
        ("preferred", "nothing"),
        ("identity-kind", "cin"),
        ("identity-number", "ICE 0012345670003"),
    ];
    let refused = browser.post(&you, &company).await;
    assert_eq!(refused.code(), 422);
    // Where the style cannot follow the choice, the page that comes back has the right fields.
    refused.says(&[
        "stack-6 is-body",
        "id=\"representative-error\"",
        "Un ICE compte 15 chiffres",
    ]);
    let right = [
        ("category", "company"),
        ("name", "Épicerie Exemple"),
        ("preferred", "nothing"),
        ("representative", NAME),
        ("quality", "Gérante"),
        ("identity-kind", "cin"),
        ("identity-number", ICE),
    ];
    let kept = browser.post(&you, &right).await;
    assert_eq!(kept.code(), 303, "{}", kept.text());
    let all = ["Épicerie Exemple", NAME, "Gérante"];
    let check = browser.get(&format!("/fr/file/{word}/check")).await;
    check.says(&all);
    check.says(&["(ICE)"]);
    let mut other = Visitor::new(&counters).await;
    let elsewhere = other.get(&format!("/fr/file/{word}/check")).await.text();
    for personal in [NAME, "Gérante", ICE] {
        assert!(!elsewhere.contains(personal), "{personal}");
    }
    assert_eq!(send(&mut browser, &word).await.code(), 303);
    let receipt = browser.get(&format!("/fr/file/{word}/receipt")).await;
    receipt.says(&all);
    receipt.says(&[ICE]);
    let paper = browser.get(&format!("/fr/file/{word}/receipt.pdf")).await;
    paper.says(&["Épicerie Exemple · Fatima Exemplaire · Gérante"]);
    let reference = receipt.between("/fr/track/", "\"");
    let mut officer = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let case = format!("/fr/desk/case/{reference}");
    let desk = officer.browser.get(&case).await;
    desk.says(&all);
    assert!(!desk.text().contains(ICE), "hidden until it is asked for");
    let shown = officer.browser.post(&format!("{case}/contacts"), &[]).await;
    shown.says(&[ICE]);
}

async fn a_company_is_named_in_full_in_no_other_browser(town: &Town) {
    let counters = counters(town);
    let mut shop = Visitor::new(&counters).await;
    let word = full_draft(&mut shop).await;
    let company = [
        ("category", "company"),
        ("name", "Épicerie Exemple"),
        ("preferred", "nothing"),
        ("representative", NAME),
        ("quality", "Gérante"),
        ("identity-number", ICE),
    ];
    shop.post(&format!("/fr/file/{word}/you"), &company).await;
    let code = code_of(&mut shop, &word).await;
    let mut home = Visitor::new(&counters).await;
    let back = home.post("/fr/continue", &[("code", &code)]).await;
    assert!(back.place().ends_with(&word), "{}", back.place());
    assert_eq!(send(&mut home, &word).await.code(), 303);
    let receipt = home.get(&format!("/fr/file/{word}/receipt")).await;
    receipt.says(&["É•••", "F•••", "G•••", "0•••"]);
    let paper = home.get(&format!("/fr/file/{word}/receipt.pdf")).await;
    paper.says(&["É•••"]);
    for page in [receipt, paper] {
        for personal in ["Épicerie", NAME, "Gérante", ICE] {
            assert!(!page.text().contains(personal), "{personal}");
        }
    }
    // The office has all of it.
    let reference = home.get(&format!("/fr/file/{word}/receipt")).await;
    let reference = reference.between("/fr/track/", "\"");
    let mut officer = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let desk = officer
        .browser
        .get(&format!("/fr/desk/case/{reference}"))
        .await;
    desk.says(&["Épicerie Exemple", NAME, "Gérante"]);
}

async fn a_company_that_files_by_interface_names_the_same(town: &Town) {
    let mut client = Visitor::stranger(&counters(town));
    let body = |more: &Value| {
        let mut body = json!({
            "kind": "complaint", "language": "fr", "text": WORDS, "territory": town::TIZNIT,
            "organisation": town::TIZNIT, "category": "association", "name": "Association Exemple",
        });
        for (name, value) in more.as_object().unwrap() {
            body[name] = value.clone();
        }
        body.to_string()
    };
    let address = "/api/v1/cases";
    for (more, field, error) in [
        (
            json!({"representative": "12"}),
            "representative",
            "error-name-letters",
        ),
        (json!({"quality": "12"}), "quality", "error-quality-form"),
        (
            json!({"quality": "Présidente"}),
            "representative",
            "error-representative-empty",
        ),
        (
            json!({"identity_number": "ICE 1"}),
            "identity_number",
            "error-ice-form",
        ),
        (
            json!({"identity_kind": "cin"}),
            "identity_number",
            "error-identity-empty",
        ),
        (
            json!({"identity_kind": "x"}),
            "identity_kind",
            "error-choose-one",
        ),
        (
            json!({"category": "person", "representative": NAME}),
            "category",
            "error-choose-one",
        ),
        (
            json!({"category": "anonymous", "name": "", "identity_number": "AB12345"}),
            "name",
            "error-name-empty",
        ),
    ] {
        let refused = client.post_json(address, "key-1", &body(&more)).await;
        assert_eq!(refused.code(), 422, "{more}");
        let problem: Value = serde_json::from_slice(&refused.body).unwrap();
        assert_eq!(problem["errors"][0]["field"], field, "{more}: {problem}");
        assert_eq!(problem["errors"][0]["error"], error, "{more}: {problem}");
    }
    let more = json!({
        "representative": NAME, "quality": "Présidente", "identity_number": "123/2020",
    });
    let filed = client.post_json(address, "key-2", &body(&more)).await;
    assert_eq!(filed.code(), 201, "{}", filed.text());
    let said: Value = serde_json::from_slice(&filed.body).unwrap();
    let reference = said["reference"].as_str().unwrap();
    let mut officer = colleague(town, &counters(town), Role::Officer, town::TIZNIT).await;
    let case = format!("/fr/desk/case/{reference}");
    let desk = officer.browser.post(&format!("{case}/contacts"), &[]).await;
    desk.says(&["Association Exemple", NAME, "Présidente", "123/2020"]);
}
