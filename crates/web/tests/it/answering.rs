//! What stops an answer at the desk, and what it has to say.

use chikaya_domain::access::Role;
use chikaya_testkit::{Town, town};

use crate::{
    cases::{REASONS, case, colleague, in_progress, version},
    visitor::counters,
};

chikaya_testkit::in_both_towns! {
    an_answer_in_another_language_than_its_filers_is_sent_when_it_is_meant => super::an_answer_in_another_language_than_its_filers_is_sent_when_it_is_meant;
    whoever_is_directed_elsewhere_reads_where => super::whoever_is_directed_elsewhere_reads_where;
}

async fn an_answer_in_another_language_than_its_filers_is_sent_when_it_is_meant(town: &Town) {
    let counters = counters(town);
    let mut own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let reference = case(town, &own.officer, in_progress()).await;
    let page = format!("/fr/desk/case/{reference}/answer");
    let version = version(town, &own.officer, &reference).await.to_string();
    let asks = "name=\"other-language\" value=\"yes\"";
    let untouched = own.browser.get(&page).await;
    assert!(!untouched.text().contains(asks), "nothing is written yet");
    let fields = [
        ("outcome", "granted"),
        ("reasons", REASONS),
        ("version", version.as_str()),
        ("mark", "0"),
    ];
    let before = town.facts(&reference).await;
    let looked_at = [&fields[..], &[("preview", "yes")]].concat();
    let shown = own.browser.post(&page, &looked_at).await;
    shown.says(&[
        asks,
        "dans cette langue",
        "arabe",
        "semble être en",
        "français",
    ]);
    let mark = shown.between("name=\"mark.", "\"");
    let fields = [&fields[..3], &[("mark", mark.as_str())]].concat();
    let stopped = own.browser.post(&page, &fields).await;
    assert_eq!(stopped.code(), 422);
    stopped.says(&[asks, REASONS]);
    assert_eq!(town.facts(&reference).await, before);
    let meant = [&fields[..], &[("other-language", "yes")]].concat();
    let sent = own.browser.post(&page, &meant).await;
    assert_eq!(sent.code(), 303, "{}", sent.text());
}

async fn whoever_is_directed_elsewhere_reads_where(town: &Town) {
    let counters = counters(town);
    let mut own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let reference = case(town, &own.officer, in_progress()).await;
    let page = format!("/fr/desk/case/{reference}/answer");
    let version = version(town, &own.officer, &reference).await.to_string();
    let fields = [
        ("outcome", "redirected"),
        ("reasons", REASONS),
        ("version", version.as_str()),
        ("other-language", "yes"),
    ];
    let stopped = own.browser.post(&page, &fields).await;
    assert_eq!(stopped.code(), 422);
    stopped.says(&["à quelle administration ou institution la personne peut s’adresser"]);
    let mark = stopped.between("name=\"mark.", "\"");
    let named = [
        &fields[..],
        &[
            ("body", "Tribunal de commerce d’Agadir"),
            ("mark", mark.as_str()),
        ],
    ]
    .concat();
    let sent = own.browser.post(&page, &named).await;
    assert_eq!(sent.code(), 303, "{}", sent.text());
    let case = own.browser.get(sent.place()).await;
    case.says(&["Tribunal de commerce d’Agadir"]);
}
