//! What is written at the desk is kept as it is written, seen by colleagues, and never written over by one of them.

use chikaya_domain::access::Role;
use chikaya_testkit::{Town, town};

use crate::{
    cases::{
        REASONS, TAFRAOUT, act, answered, asked, case, colleague, consulted, in_progress, version,
    },
    visitor::{Answer, counters},
};

chikaya_testkit::in_both_towns! {
    an_answer_put_aside_is_found_by_a_colleague => super::an_answer_put_aside_is_found_by_a_colleague;
    two_colleagues_write_beside_each_other => super::two_colleagues_write_beside_each_other;
    two_windows_on_one_draft_erase_nothing => super::two_windows_on_one_draft_erase_nothing;
    a_note_put_aside_goes_once_it_is_written => super::a_note_put_aside_goes_once_it_is_written;
    words_of_an_act_that_is_over_are_shown_to_be_copied => super::words_of_an_act_that_is_over_are_shown_to_be_copied;
    an_answer_to_an_answered_case_says_who_answered => super::an_answer_to_an_answered_case_says_who_answered;
    what_is_put_aside_is_for_those_who_may_send_it => super::what_is_put_aside_is_for_those_who_may_send_it;
}

const BEGUN: &str = "Une réponse à moitié écrite, qui attend la date des travaux.";

fn mark(page: &Answer) -> String {
    page.between("name=\"mark.", "\"")
}

async fn an_answer_put_aside_is_found_by_a_colleague(town: &Town) {
    let counters = counters(town);
    let mut own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let mut other = colleague(town, &counters, Role::UnitHead, town::TIZNIT).await;
    let reference = case(town, &own.officer, in_progress()).await;
    let page = format!("/fr/desk/case/{reference}/answer");
    let fields = [("reasons", BEGUN), ("outcome", "granted"), ("mark", "0")];
    let aside = [&fields[..], &[("go", "later")]].concat();
    let left = own.browser.post(&page, &aside).await;
    assert_eq!(left.place(), format!("/fr/desk/case/{reference}"));

    // The case itself says that somebody began.
    let door = format!("<a href=\"{page}\">");
    other
        .browser
        .get(&format!("/fr/desk/case/{reference}"))
        .await
        .says(&["Brouillon de", &door]);
    let found = other.browser.get(&page).await;
    let text = format!("{BEGUN}</textarea>");
    found.says(&[&text, "value=\"granted\" checked", "Sample officer"]);

    // What the gate stops, and what is only looked at, is kept as well: as the colleague's own, beside the first.
    let more = format!("{BEGUN} Suite.");
    let shown = [
        ("reasons", more.as_str()),
        ("mark", &mark(&found)),
        ("preview", "yes"),
    ];
    assert_eq!(other.browser.post(&page, &shown).await.code(), 200);
    let begun = own.browser.get(&page).await;
    begun.says(&[&text, &format!("auto\">{more}"), "Sample unit-head"]);
    let found = other.browser.get(&page).await;
    found.says(&[&format!("{more}</textarea>"), &format!("auto\">{BEGUN}")]);

    let version = version(town, &own.officer, &reference).await.to_string();
    let answer = [
        ("reasons", REASONS),
        ("outcome", "granted"),
        ("other-language", "yes"),
        ("version", &version),
        ("mark", &mark(&begun)),
    ];
    let sent = own.browser.post(&page, &answer).await;
    assert_eq!(sent.code(), 303, "{}", sent.text());
    // What the colleague wrote stays theirs, to be copied or thrown away.
    let case_page = format!("/fr/desk/case/{reference}");
    other.browser.get(&case_page).await.says(&[&more]);
    assert!(!own.browser.get(&case_page).await.text().contains(&more));
    assert_eq!(town.drafts().await.len(), 1);
}

async fn two_colleagues_write_beside_each_other(town: &Town) {
    let counters = counters(town);
    let mut one = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let mut two = colleague(town, &counters, Role::UnitHead, town::TIZNIT).await;
    let reference = case(town, &one.officer, in_progress()).await;
    let page = format!("/fr/desk/case/{reference}/answer");
    let (first, second) = ("Le texte de la première.", "Le texte de la deuxième.");
    let further = format!("{first} Et la suite.");
    let keep = |text, mark| [("reasons", text), ("mark", mark), ("go", "keep")];
    let kept = one.browser.post(&page, &keep(first, "0")).await;
    assert_eq!((kept.code(), kept.text().as_str()), (200, "1"));

    // The other goes on from it, and changes it; the first is typing still.
    let opened = two.browser.get(&page).await;
    opened.says(&[&format!("{first}</textarea>"), "Sample officer"]);
    let opened = mark(&opened);
    let kept = two.browser.post(&page, &keep(first, &opened)).await;
    assert_eq!((kept.code(), kept.text().as_str()), (200, "0"), "no change");
    let kept = two.browser.post(&page, &keep(second, &opened)).await;
    assert_eq!((kept.code(), kept.text().as_str()), (200, "1"));
    let kept = one.browser.post(&page, &keep(&further, "1")).await;
    assert_eq!((kept.code(), kept.text().as_str()), (200, "2"));
    let (mine, theirs) = (format!("{further}</textarea>"), format!("auto\">{second}"));
    one.browser.get(&page).await.says(&[&mine, &theirs]);
    let (mine, theirs) = (format!("{second}</textarea>"), format!("auto\">{further}"));
    two.browser.get(&page).await.says(&[&mine, &theirs]);
    // Emptied, it is one's own that goes.
    let kept = two.browser.post(&page, &keep("", "1")).await;
    assert_eq!(kept.code(), 200);
    two.browser
        .get(&page)
        .await
        .says(&[&format!("{further}</textarea>")]);
}

async fn two_windows_on_one_draft_erase_nothing(town: &Town) {
    let counters = counters(town);
    let mut one = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let reference = case(town, &one.officer, in_progress()).await;
    let page = format!("/fr/desk/case/{reference}/answer");
    let (first, second) = ("Le texte de la première.", "Le texte de la deuxième.");
    let begun = mark(&one.browser.get(&page).await);
    let typing = [("reasons", first), ("mark", &begun), ("go", "keep")];
    let kept = one.browser.post(&page, &typing).await;
    assert_eq!((kept.code(), kept.text().as_str()), (200, "1"));

    let typing = [("reasons", second), ("mark", &begun), ("go", "keep")];
    assert_eq!(one.browser.post(&page, &typing).await.code(), 409);
    let sending = [
        ("reasons", second),
        ("outcome", "granted"),
        ("mark", &begun),
    ];
    let both = one.browser.post(&page, &sending).await;
    assert_eq!(both.code(), 409);
    both.says(&[
        first,
        &format!("{second}</textarea>"),
        "garde le vôtre à sa place, sans rien envoyer",
    ]);
    one.browser.get(&page).await.says(&[first]);

    // An empty page takes nothing away, and whoever has seen both decides.
    one.browser
        .post(&page, &[("reasons", ""), ("mark", &begun), ("go", "keep")])
        .await;
    one.browser.get(&page).await.says(&[first]);
    let mark = mark(&both);
    let deciding = [("reasons", second), ("mark", &mark), ("go", "later")];
    assert_eq!(one.browser.post(&page, &deciding).await.code(), 303);
    one.browser.get(&page).await.says(&[second]);
}

async fn a_note_put_aside_goes_once_it_is_written(town: &Town) {
    let counters = counters(town);
    let mut own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let mut other = colleague(town, &counters, Role::UnitHead, town::TIZNIT).await;
    let reference = case(town, &own.officer, in_progress()).await;
    let page = format!("/fr/desk/case/{reference}");
    let note = format!("{page}/note");
    let begun = own.browser.get(&page).await;
    let aside = [("note", BEGUN), ("mark", &mark(&begun)), ("go", "later")];
    assert_eq!(own.browser.post(&note, &aside).await.place(), page);
    let found = other.browser.get(&page).await;
    found.says(&[&format!("{BEGUN}</textarea>"), "Sample officer"]);
    let version = version(town, &own.officer, &reference).await.to_string();
    let written = [("note", BEGUN), ("version", &version), ("mark", "0")];
    let done = other.browser.post(&note, &written).await;
    assert_eq!(done.code(), 303, "{}", done.text());
    let page = own.browser.get(&page).await.text();
    assert!(page.contains(BEGUN), "it is in the timeline");
    assert!(!page.contains(&format!("{BEGUN}</textarea>")), "{page}");
}

async fn words_of_an_act_that_is_over_are_shown_to_be_copied(town: &Town) {
    let counters = counters(town);
    let mut own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let head = colleague(town, &counters, Role::UnitHead, town::TIZNIT).await;
    let reference = case(town, &own.officer, in_progress()).await;
    let page = format!("/fr/desk/case/{reference}");
    let open = own.browser.get(&page).await;
    for what in asked().into_iter().skip(2) {
        act(town, &head.officer, &reference, what).await;
    }
    let version = open.between("name=\"version.", "\"");
    let sent = [
        ("question", "Quelle est la rue, s’il vous plaît ?"),
        ("question-day", "2026-03-19"),
        ("version", version.as_str()),
        ("mark", "0"),
    ];
    let refused = own.browser.post(&format!("{page}/ask"), &sent).await;
    assert_eq!(refused.code(), 409);
    let words = "<blockquote class=\"said-full\" dir=\"auto\">Quelle est la rue, s’il vous plaît ?";
    refused.says(&[words, "19 mars 2026", "n’est pas parti"]);
    assert!(
        !refused.text().contains("name=\"question\""),
        "no form takes it"
    );

    // It stays on the page until its writer throws it away, and colleagues see nothing of it.
    own.browser.get(&page).await.says(&[words]);
    let mut other = head.browser;
    assert!(!other.get(&page).await.text().contains(words));
    let away = [("mark", "1"), ("go", "later")];
    let left = own.browser.post(&format!("{page}/ask"), &away).await;
    assert_eq!(left.place(), page);
    assert!(!own.browser.get(&page).await.text().contains(words));
    assert!(town.drafts().await.is_empty(), "{:?}", town.drafts().await);
}

async fn an_answer_to_an_answered_case_says_who_answered(town: &Town) {
    let counters = counters(town);
    let mut own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let head = colleague(town, &counters, Role::UnitHead, town::TIZNIT).await;
    let reference = case(town, &own.officer, in_progress()).await;
    let page = format!("/fr/desk/case/{reference}/answer");
    let open = own.browser.get(&page).await;
    for what in answered().into_iter().skip(2) {
        act(town, &head.officer, &reference, what).await;
    }
    let version = open.between("name=\"version.", "\"");
    let sending = [
        ("outcome", "granted"),
        ("reasons", BEGUN),
        ("version", version.as_str()),
        ("mark", "0"),
    ];
    for _ in 0..2 {
        let refused = own.browser.post(&page, &sending).await;
        assert_eq!(refused.code(), 409);
        let words = format!("auto\">{BEGUN}");
        refused.says(&[
            &words,
            "auto\">Accordé",
            "a répondu à ce dossier entre-temps",
            "Sample unit-head",
            "le câble sera réparé",
        ]);
        assert!(
            !refused.text().contains("id=\"reasons\""),
            "no form is offered"
        );
    }
    let shown = own.browser.get(&page).await;
    shown.says(&[BEGUN, "Sample unit-head"]);
    assert!(!shown.text().contains("id=\"reasons\""));
    let away = [("mark", "1"), ("go", "later")];
    assert_eq!(own.browser.post(&page, &away).await.code(), 303);
    assert!(!own.browser.get(&page).await.text().contains(BEGUN));
}

async fn what_is_put_aside_is_for_those_who_may_send_it(town: &Town) {
    let counters = counters(town);
    let mut own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let mut asked = colleague(town, &counters, Role::Officer, crate::cases::ONEE).await;
    let mut elsewhere = colleague(town, &counters, Role::Officer, TAFRAOUT).await;
    let reference = case(town, &own.officer, in_progress()).await;
    for what in consulted().into_iter().skip(2) {
        act(town, &own.officer, &reference, what).await;
    }
    let page = format!("/fr/desk/case/{reference}");
    let aside = [("note", BEGUN), ("mark", "0"), ("go", "later")];
    own.browser.post(&format!("{page}/note"), &aside).await;
    let seen = asked.browser.get(&page).await;
    assert_eq!(seen.code(), 200);
    assert!(!seen.text().contains(BEGUN), "{}", seen.text());
    let forced = elsewhere
        .browser
        .post(&format!("{page}/note"), &aside)
        .await;
    assert_eq!(forced.code(), 404);
    assert_eq!(town.drafts().await.len(), 1);
}
