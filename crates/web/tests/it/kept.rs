//! Words are never lost: what was typed and sent is kept when the form is refused before its page sees it.

use chikaya_domain::access::Role;
use chikaya_testkit::{Town, town};

use crate::{
    cases::{
        NAME, REASONS, WORDS, act, answered, asked, case, colleague, dot, draft, file, full_draft,
        in_progress, send,
    },
    visitor::{Answer, Carries, PORTAL, Visitor, counters, counters_of, part},
};

chikaya_testkit::in_both_towns! {
    an_answer_outlives_the_session_and_is_for_its_writer_alone => super::an_answer_outlives_the_session_and_is_for_its_writer_alone;
    words_of_nobody_known_are_shown_to_nobody_else => super::words_of_nobody_known_are_shown_to_nobody_else;
    words_outlive_a_session_that_was_ended_from_elsewhere => super::words_outlive_a_session_that_was_ended_from_elsewhere;
    what_is_typed_after_coming_back_is_not_hidden_by_what_waited => super::what_is_typed_after_coming_back_is_not_hidden_by_what_waited;
    words_too_many_to_be_heard_are_shown_again => super::words_too_many_to_be_heard_are_shown_again;
    a_message_outlives_the_proof_of_its_case => super::a_message_outlives_the_proof_of_its_case;
    a_form_of_the_administration_outlives_the_session => super::a_form_of_the_administration_outlives_the_session;
    a_form_with_a_lost_cookie_comes_back_with_its_words => super::a_form_with_a_lost_cookie_comes_back_with_its_words;
    whoever_signs_in_is_where_they_were => super::whoever_signs_in_is_where_they_were;
    words_in_the_other_fields_of_a_case_stay => super::words_in_the_other_fields_of_a_case_stay;
    neighbours_do_not_close_a_form_under_way => super::neighbours_do_not_close_a_form_under_way;
}

const LONG: &str =
    "Une réponse écrite pendant une heure, avec <b>soin</b> & mesure : le câble sera réparé.";

/// How the long answer stands inside a page.
const LONG_INSIDE: &str =
    "Une réponse écrite pendant une heure, avec &#60;b&#62;soin&#60;/b&#62; &#38; mesure";

async fn sign_in(browser: &mut Visitor, door: &str, role: Role) -> Answer {
    let email = format!("{role}-{}@sample.test", town::TIZNIT);
    browser
        .post(door, &[("email", &email), ("password", town::PASSWORD)])
        .await
}

async fn an_answer_outlives_the_session_and_is_for_its_writer_alone(town: &Town) {
    let counters = counters(town);
    let own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    colleague(town, &counters, Role::UnitHead, town::TIZNIT).await;
    let reference = case(town, &own.officer, in_progress()).await;
    let page = format!("/fr/desk/case/{reference}/answer");
    let mut browser = own.browser.clone();
    town.clock.advance_days(1);
    // Whose session it was is known after the house was tidied too.
    town.clerks.forget_what_ended().await.unwrap();

    let sent = browser
        .post(
            &page,
            &[("outcome", "granted"), ("reasons", LONG), ("version", "3")],
        )
        .await;
    assert_eq!(sent.code(), 303);
    let door = sent.place().to_owned();
    assert!(door.starts_with("/fr/desk/sign-in?to="), "{door}");

    browser
        .get(&door)
        .await
        .says(&["Ce que vous avez écrit est gardé, et n’est pas encore envoyé"]);

    // A colleague at the same machine sees nothing of it.
    let mut other = browser.clone();
    let led = sign_in(&mut other, &door, Role::UnitHead).await;
    assert_eq!(led.place(), page);
    assert!(!other.get(&page).await.text().contains("pendant une heure"));

    let wrong = browser
        .post(
            &door,
            &[
                ("email", "nobody@example.org"),
                ("password", "wrong phrase"),
            ],
        )
        .await;
    assert_eq!(wrong.code(), 422);
    wrong.says(&["n’est pas encore envoyé"]);
    let led = sign_in(&mut browser, &door, Role::Officer).await;
    assert_eq!(led.place(), page);
    let shown = browser.get(&page).await;
    shown.says(&[
        LONG_INSIDE,
        "value=\"granted\" checked",
        "Votre session était terminée",
    ]);
    let facts = town.facts(&reference).await;
    assert!(
        !facts.iter().any(|fact| fact.contains("answered")),
        "{facts:?}"
    );
    // Nor does a reload lose it.
    browser.get(&page).await.says(&[LONG_INSIDE]);

    let version = shown.between("name=\"version.", "\"");
    let fields = [
        ("outcome", "granted"),
        ("other-language", "yes"),
        ("reasons", REASONS),
        ("version", version.as_str()),
    ];
    let answered = browser.post(&page, &fields).await;
    assert_eq!(answered.code(), 303, "{}", answered.text());
    let case = browser.get(answered.place()).await;
    assert!(!case.text().contains("pendant une heure"), "it was heard");
}

async fn words_of_nobody_known_are_shown_to_nobody_else(town: &Town) {
    let counters = counters(town);
    let own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    colleague(town, &counters, Role::UnitHead, town::TIZNIT).await;
    let reference = case(town, &own.officer, in_progress()).await;
    let page = format!("/fr/desk/case/{reference}");
    // Its session was ended from elsewhere; this page still stands there.
    let mut browser = own.browser.clone();
    browser.take_cookie("ck_session", &"a".repeat(32));
    let sent = browser
        .post(&format!("{page}/note"), &[("note", LONG)])
        .await;
    assert_eq!(sent.code(), 403);
    sent.says(&[LONG_INSIDE]);
    sent.says(&["Votre session est terminée"]);
    // Sent again by whoever has them on the screen, they wait behind the door.
    let mut writer = browser.clone();
    writer.lose_cookie("ck_session");
    writer.read_token(&sent);
    let again = writer
        .post(&format!("{page}/note"), &[("note", LONG)])
        .await;
    assert_eq!(again.code(), 303, "{}", again.text());
    sign_in(&mut writer, again.place(), Role::Officer).await;
    writer.get(&page).await.says(&[LONG_INSIDE]);
    // Whoever signs in next at this machine reads nothing of it.
    sign_in(&mut browser, "/fr/desk/sign-in", Role::UnitHead).await;
    let seen = browser.get(&page).await;
    assert_eq!(seen.code(), 200);
    assert!(!seen.text().contains("pendant une heure"));
}

async fn words_outlive_a_session_that_was_ended_from_elsewhere(town: &Town) {
    let counters = counters(town);
    let own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    colleague(town, &counters, Role::UnitHead, town::TIZNIT).await;
    let administrator = colleague(town, &counters, Role::Administrator, town::TIZNIT).await;
    let reference = case(town, &own.officer, in_progress()).await;
    let case_page = format!("/fr/desk/case/{reference}");
    let member = own.officer.id;
    for (page, action, field) in [
        (
            format!("{case_page}/answer"),
            format!("{case_page}/answer"),
            "reasons",
        ),
        (case_page.clone(), format!("{case_page}/note"), "note"),
    ] {
        // At another machine: by oneself, then by the administration.
        let mut browser = own.browser.clone();
        browser.lose_cookie("ck_session");
        sign_in(&mut browser, "/fr/desk/sign-in", Role::Officer).await;
        if field == "reasons" {
            let mut elsewhere = own.browser.clone();
            elsewhere.lose_cookie("ck_session");
            sign_in(&mut elsewhere, "/fr/desk/sign-in", Role::Officer).await;
            let ended = elsewhere.post("/fr/desk/me/sessions/end-others", &[]).await;
            assert_eq!(ended.code(), 303, "{}", ended.text());
        } else {
            let ended = administrator
                .browser
                .clone()
                .post(&format!("/fr/admin/people/{member}/end-sessions"), &[])
                .await;
            assert_eq!(ended.code(), 303, "{}", ended.text());
        }
        town.clerks.forget_what_ended().await.unwrap();

        let sent = browser.post(&action, &[(field, LONG)]).await;
        assert_eq!(sent.code(), 303, "{}", sent.text());
        let door = sent.place().to_owned();
        assert!(door.starts_with("/fr/desk/sign-in?to="), "{door}");
        browser
            .get(&door)
            .await
            .says(&["Ce que vous avez écrit est gardé, et n’est pas encore envoyé"]);
        let mut other = browser.clone();
        let led = sign_in(&mut other, &door, Role::UnitHead).await;
        assert_eq!(led.place(), page);
        assert!(!other.get(&page).await.text().contains("pendant une heure"));
        let led = sign_in(&mut browser, &door, Role::Officer).await;
        assert_eq!(led.place(), page);
        browser.get(&page).await.says(&[LONG_INSIDE]);
    }
}

async fn what_is_typed_after_coming_back_is_not_hidden_by_what_waited(town: &Town) {
    let counters = counters(town);
    let own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let reference = case(town, &own.officer, in_progress()).await;
    let case_page = format!("/fr/desk/case/{reference}");
    for (page, action, field) in [
        (
            format!("{case_page}/answer"),
            format!("{case_page}/answer"),
            "reasons",
        ),
        (case_page.clone(), format!("{case_page}/note"), "note"),
    ] {
        let mut browser = own.browser.clone();
        browser.lose_cookie("ck_session");
        let sent = browser.post(&action, &[(field, LONG)]).await;
        sign_in(&mut browser, sent.place(), Role::Officer).await;
        let shown = browser.get(&page).await;
        shown.says(&[LONG_INSIDE]);
        // Kept as it is typed, and left by any way.
        let further = format!("{LONG} Et plus encore.");
        let fields = [(field, further.as_str()), ("mark", "0"), ("go", "keep")];
        let kept = browser.post(&action, &fields).await;
        assert_eq!((kept.code(), kept.text().as_str()), (200, "1"));
        let page = browser.get(&page).await;
        page.says(&["Et plus encore.</textarea>"]);
        assert!(!page.text().contains("Votre session était terminée"));
    }
    // A button that was pressed when the session had ended: nothing was written, and nothing was done.
    let mut browser = own.browser.clone();
    browser.lose_cookie("ck_session");
    let sent = browser
        .post(&format!("{case_page}/unassign"), &[("version", "3")])
        .await;
    let door = browser.get(sent.place()).await;
    door.says(&["Ce que vous vouliez faire n’est pas encore fait"]);
    sign_in(&mut browser, sent.place(), Role::Officer).await;
    let page = browser.get(&case_page).await;
    page.says(&["rien n’a été fait"]);
}

async fn words_too_many_to_be_heard_are_shown_again(town: &Town) {
    let mut filer = Visitor::new(&counters(town)).await;
    let word = draft(&mut filer).await;
    let text = "Les lampadaires de la rue sont éteints. ".repeat(8_000);
    let place = format!("/fr/file/{word}/what");
    let refused = filer.post(&place, &[("text", &text)]).await;
    assert_eq!(refused.code(), 413);
    refused.says(&[
        "Le texte que vous avez écrit est bien plus long",
        &text[..2_050],
    ]);
    assert!(!refused.text().contains("joignez les fichiers un par un"));
}

async fn a_message_outlives_the_proof_of_its_case(town: &Town) {
    let counters = counters(town);
    let mut filer = Visitor::new(&counters).await;
    let (reference, word) = file(&mut filer).await;
    let receipt = filer.get(&format!("/fr/file/{word}/receipt")).await;
    let code = receipt.between("id=\"access-code\">", "<");
    filer.lose_cookie("ck_case");
    let place = format!("/fr/track/{reference}");

    let sent = filer
        .post(
            &format!("{place}/message"),
            &[("message", LONG), ("version", "1")],
        )
        .await;
    assert_eq!(sent.code(), 303);
    let door = sent.place().to_owned();
    filer
        .get(&door)
        .await
        .says(&["Ce que vous avez écrit est gardé, et n’est pas encore envoyé"]);
    let opened = filer
        .post(&door, &[("reference", &reference), ("code", &code)])
        .await;
    assert_eq!(opened.place(), place);
    let page = filer.get(&place).await;
    page.says(&[LONG_INSIDE]);
    let version = page.between("name=\"version.", "\"");
    let fields = [("message", LONG), ("version", version.as_str())];
    let heard = filer.post(&format!("{place}/message"), &fields).await;
    assert_eq!(heard.code(), 303, "{}", heard.text());
    let page = filer.get(&place).await.text();
    assert!(
        !page.contains(&format!("{LONG_INSIDE}</textarea>")),
        "{page}"
    );
    // The door of another page of the case leads there.
    filer.lose_cookie("ck_case");
    let door = filer.get(&format!("{place}/verify")).await;
    let door = door.place().to_owned();
    let opened = filer
        .post(&door, &[("reference", &reference), ("code", &code)])
        .await;
    assert_eq!(opened.place(), format!("{place}/verify"));
}

async fn a_form_of_the_administration_outlives_the_session(town: &Town) {
    let counters = counters(town);
    let own = colleague(town, &counters, Role::Administrator, town::TIZNIT).await;
    let mut browser = own.browser;
    town.clock.advance_days(1);
    let fields = [
        ("name", NAME),
        ("email", "new@example.org"),
        ("role", "officer"),
    ];
    let sent = browser.post("/fr/admin/people/invite", &fields).await;
    let door = sent.place().to_owned();
    let led = sign_in(&mut browser, &door, Role::Administrator).await;
    let kept = browser.get(led.place()).await;
    kept.says(&[
        NAME,
        "action=\"/fr/admin/people/invite\"",
        "name=\"email\" value=\"new@example.org\"",
    ]);
    browser.read_token(&kept);
    let heard = browser.post("/fr/admin/people/invite", &fields).await;
    assert_eq!(heard.code(), 422, "the organisation is missing still");
    heard.says(&[NAME]);
}

async fn a_form_with_a_lost_cookie_comes_back_with_its_words(town: &Town) {
    let counters = counters(town);
    let mut filer = Visitor::new(&counters).await;
    let word = draft(&mut filer).await;
    let place = format!("/fr/file/{word}/what");
    filer.lose_cookie("ck_visitor");
    let refused = filer.post(&place, &[("text", LONG)]).await;
    assert_eq!(refused.code(), 403);
    refused.says(&[LONG_INSIDE, &format!("action=\"{place}\"")]);
    assert!(!filer.get(&place).await.text().contains("pendant une heure"));
    // Sent again from that page, it is heard.
    filer.read_token(&refused);
    let heard = filer.post(&place, &[("text", LONG)]).await;
    assert_eq!(heard.code(), 303, "{}", heard.text());

    // Secrets do not come back, and what another site sends is not shown as one's own.
    let secrets = [("email", "a@example.org"), ("password", "a secret phrase")];
    let refused = filer
        .post_carrying("/fr/desk/sign-in", &secrets, Carries::Foreign)
        .await;
    assert_eq!(refused.code(), 403);
    assert!(!refused.text().contains("a secret phrase"));
    let forged = filer.post_from("https://evil.example", &place, LONG).await;
    assert_eq!(forged.code(), 403);
    assert!(!forged.text().contains("pendant une heure"));
}

async fn whoever_signs_in_is_where_they_were(town: &Town) {
    let counters = counters(town);
    let own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let reference = case(town, &own.officer, in_progress()).await;
    let mut browser = Visitor::new(&counters).await;
    for page in [
        format!("/fr/desk/case/{reference}?view=open"),
        "/fr/desk?q=lmsabi7".to_owned(),
    ] {
        browser.lose_cookie("ck_session");
        let door = browser.get(&page).await;
        let led = sign_in(&mut browser, door.place(), Role::Officer).await;
        assert_eq!(led.place(), page);
        assert_eq!(browser.get(&page).await.code(), 200);
    }
    browser.lose_cookie("ck_session");
    let elsewhere = "/fr/desk/sign-in?to=%2F%2Fevil.example";
    let led = sign_in(&mut browser, elsewhere, Role::Officer).await;
    assert_eq!(led.place(), "/fr/desk");
}

async fn neighbours_do_not_close_a_form_under_way(town: &Town) {
    let counters = counters_of(town, PORTAL, 5);
    let own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let reference = case(town, &own.officer, in_progress()).await;
    let mut filer = Visitor::new(&counters).await;
    let word = full_draft(&mut filer).await;

    // A stranger of the same network guesses.
    let mut stranger = Visitor::new(&counters).await;
    let guess = [("reference", reference.as_str()), ("code", "1234-5678")];
    for _ in 0..5 {
        assert_eq!(stranger.post("/fr/track", &guess).await.code(), 422);
    }
    let refused = stranger.post("/fr/track", &guess).await;
    assert_eq!(refused.code(), 429);
    assert!(!refused.text().contains("1234-5678"));
    // What they guess closes no door to whoever knows, and all doors to whoever tries the codes of one case.
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    let (other, code) = (receipt.reference.to_string(), receipt.access_code.digits());
    let mut knowing = Visitor::new(&counters).await;
    let right = [("reference", other.as_str()), ("code", code.as_str())];
    assert_eq!(knowing.post("/fr/track", &right).await.code(), 303);
    let wrong = [("reference", other.as_str()), ("code", "1234-5678")];
    for _ in 0..5 {
        assert_eq!(stranger.post("/fr/track", &wrong).await.code(), 429);
    }
    let found = stranger.post("/fr/track", &right).await;
    assert_eq!(found.code(), 429);
    assert!(!found.headers.contains_key("set-cookie"));

    let heard = filer
        .post(&format!("/fr/file/{word}/what"), &[("text", WORDS)])
        .await;
    assert_eq!(heard.code(), 303, "{}", heard.text());
    assert_eq!(send(&mut filer, &word).await.code(), 303);
    let mut officer = own.browser;
    for _ in 0..6 {
        let place = format!("/fr/desk/case/{reference}/answer");
        let checked = officer
            .post(&place, &[("preview", "yes"), ("reasons", LONG)])
            .await;
        assert_eq!(checked.code(), 200);
    }
    // An office where many begin at once.
    for _ in 0..20 {
        let mut neighbour = Visitor::new(&counters).await;
        let begun = neighbour
            .post("/fr/file", &[("kind", "remark"), ("text", WORDS)])
            .await;
        assert_eq!(begun.code(), 303);
    }
}

async fn words_in_the_other_fields_of_a_case_stay(town: &Town) {
    let counters = counters(town);
    let own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let mut filer = Visitor::new(&counters).await;
    let (reference, _) = file(&mut filer).await;
    for what in asked() {
        act(town, &own.officer, &reference, what).await;
    }
    let place = format!("/fr/track/{reference}");
    let inside = |words: &str| format!("{words}</textarea>");
    let lamp = dot();
    let bad: &[u8] = b"MZ, a program";
    for (name, bytes, code) in [("lamp.png", lamp.as_slice(), 303), ("a.exe", bad, 422)] {
        let words = format!("Ma réponse, à côté de {name}");
        let mut body = part("token", None, filer.token().as_bytes());
        body.extend(part("reply", None, words.as_bytes()));
        body.extend(part("files", Some(name), bytes));
        body.extend(b"--line--\r\n");
        let sent = filer
            .send_parts(&format!("{place}/files"), body.into())
            .await;
        assert_eq!(sent.code(), code, "{}", sent.text());
        let page = match code {
            303 => filer.get(&place).await,
            _ => sent,
        };
        page.says(&[&inside(&words)]);
        assert!(!page.text().contains("Votre session"), "{}", page.text());
    }

    // Another language, and what the module keeps for a reload.
    let keep = format!("{place}/keep");
    let sent = [("reply", "En français d’abord"), ("go", "ar")];
    let switched = filer.post(&keep, &sent).await;
    assert_eq!(switched.place(), format!("/ar/track/{reference}"));
    let page = filer.get(switched.place()).await;
    page.says(&[&inside("En français d’abord"), "data-keep"]);
    let sent = [("reply", "En français ensuite"), ("go", "keep")];
    let kept = filer.post(&keep, &sent).await;
    assert_eq!((kept.code(), kept.text().as_str()), (200, "keep"));
    let page = filer.get(&place).await;
    page.says(&[&inside("En français ensuite"), "name=\"mark.keep\""]);
    let version = page.between("name=\"version.", "\"");
    let sent = [
        ("reply", "En français ensuite"),
        ("version", version.as_str()),
    ];
    let heard = filer.post(&format!("{place}/reply"), &sent).await;
    assert_eq!(heard.code(), 303, "{}", heard.text());
    let page = filer.get(&place).await.text();
    assert!(!page.contains(&inside("En français ensuite")), "{page}");

    let (reference, _) = file(&mut filer).await;
    for what in answered() {
        act(town, &own.officer, &reference, what).await;
    }
    let place = format!("/fr/track/{reference}");
    let version = filer.get(&place).await.between("name=\"version.", "\"");
    let sent = [
        ("resolved", "partly"),
        ("treatment", "fair"),
        ("reason", "Deux lampes restent éteintes"),
        ("version", version.as_str()),
    ];
    // Refused, nothing that was ticked is lost; carried out, nothing else that was typed.
    let refused = [&sent[..2], &[("version", version.as_str())]].concat();
    let refused = filer.post(&format!("{place}/reopen"), &refused).await;
    assert_eq!(refused.code(), 422);
    refused.says(&["value=\"partly\" checked", "value=\"fair\" checked"]);
    let judged = filer.post(&format!("{place}/judge"), &sent).await;
    assert_eq!(judged.code(), 303, "{}", judged.text());
    let page = filer.get(&place).await;
    page.says(&[&inside("Deux lampes restent éteintes")]);
}
