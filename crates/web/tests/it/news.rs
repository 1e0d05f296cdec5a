//! What is promised of how news come, and what follows: by e-mail, telephone, letter or not at all, in each language.

use chikaya_domain::{Language, access::Role};
use chikaya_i18n::Voice;
use chikaya_service::{case::queue::View, message::way::NewsBy};
use chikaya_testkit::{Town, town};

use crate::{
    cases::{REASONS, WORDS, act, answered, asked, between, by_letter, case_of, colleague},
    visitor::{PORTAL, Visitor, counters},
};

chikaya_testkit::in_both_towns! {
    what_is_promised_is_what_follows => super::what_is_promised_is_what_follows;
    no_code_goes_to_a_telephone => super::no_code_goes_to_a_telephone;
    a_letter_carries_address_question_and_answer => super::a_letter_carries_address_question_and_answer;
    a_letter_says_where_it_comes_back_to => super::a_letter_says_where_it_comes_back_to;
    the_desk_says_what_follows_and_has_it_done => super::the_desk_says_what_follows_and_has_it_done;
}

/// Everything someone can give, of which `preferred` chooses.
fn you(by: NewsBy) -> Vec<(&'static str, &'static str)> {
    let mut fields = vec![
        ("category", "person"),
        ("name", "Fatima Exemple"),
        ("preferred", by.as_str()),
    ];
    match by {
        NewsBy::Email => fields.push(("email", "fatima@example.org")),
        NewsBy::Telephone => fields.push(("phone", "0661123456")),
        NewsBy::Letter => fields.push(("address", "12, rue de l’École, 85000 Tiznit")),
        NewsBy::Sms | NewsBy::Nothing => {}
    }
    fields
}

/// Files in a language by someone who learns of what happens so; answers the pages that promise something, and the
/// reference.
async fn file(
    visitor: &mut Visitor,
    code: &str,
    by: NewsBy,
) -> (Vec<(&'static str, String)>, String) {
    let begun = visitor
        .post(
            &format!("/{code}/file"),
            &[("kind", "complaint"), ("text", WORDS)],
        )
        .await;
    let word = begun.place().split('/').nth(3).unwrap().to_owned();
    let draft = format!("/{code}/file/{word}");
    for (step, fields) in [
        ("where", vec![("territory", town::TIZNIT)]),
        ("who", vec![("organisation", town::TIZNIT)]),
        ("you", you(by)),
    ] {
        let taken = visitor.post(&format!("{draft}/{step}"), &fields).await;
        assert_eq!(taken.code(), 303, "{code} {step}: {}", taken.text());
    }
    let check = visitor.get(&format!("{draft}/check")).await.text();
    let sent = visitor
        .post(&format!("{draft}/check"), &[("declaration", "yes")])
        .await;
    assert_eq!(sent.code(), 303, "{code}: {}", sent.text());
    let receipt = visitor.get(&format!("{draft}/receipt")).await.text();
    let paper = visitor.get(&format!("{draft}/receipt.pdf")).await.text();
    let reference = between(&receipt, &format!("/{code}/track/"), "\"");
    let track = visitor
        .get(&format!("/{code}/track/{reference}"))
        .await
        .text();
    let pages = vec![
        ("check", check),
        ("receipt", receipt),
        ("paper", paper),
        ("track", track),
    ];
    (pages, reference)
}

async fn what_is_promised_is_what_follows(town: &Town) {
    let counters = counters(town);
    let own = colleague(town, &counters, Role::Officer, town::TIZNIT)
        .await
        .officer;
    let count = async |view: View| {
        while town.clerks.place_events().await.unwrap().placed > 0 {}
        let counts = town.clerks.queue_counts(own.clone()).await.unwrap();
        counts
            .iter()
            .find(|count| count.view == view)
            .unwrap()
            .cases
    };
    for language in Language::ALL {
        let voice = Voice::of(language);
        for by in NewsBy::ALL {
            let mut visitor = Visitor::new(&counters).await;
            let (pages, reference) = file(&mut visitor, language.code(), by).await;
            for (page, text) in &pages {
                for promised in NewsBy::ALL {
                    let sentence = voice.say(&format!("news-by-{}", promised.as_str()));
                    assert_eq!(
                        text.contains(sentence.as_ref()),
                        promised == by,
                        "{language} {by:?}: {page} and {promised:?}"
                    );
                }
            }
            town.take_mail(PORTAL).await;
            let before = (count(View::ToTelephone).await, count(View::ToPost).await);
            for what in answered() {
                act(town, &own, &reference, what).await;
            }
            let mails = town.take_mail(PORTAL).await;
            let mailed = mails
                .iter()
                .filter(|mail| mail.to == "fatima@example.org" && mail.text.contains(REASONS))
                .count();
            let after = (count(View::ToTelephone).await, count(View::ToPost).await);
            let followed = (mailed, after.0 - before.0, after.1 - before.1);
            let expected = match by {
                NewsBy::Email => (1, 0, 0),
                NewsBy::Telephone => (0, 1, 0),
                NewsBy::Letter => (0, 0, 1),
                // Without a gateway there are none; towns with one are in `sms.rs`.
                NewsBy::Sms | NewsBy::Nothing => (0, 0, 0),
            };
            assert_eq!(followed, expected, "{language} {by:?}");
        }
    }
}

async fn no_code_goes_to_a_telephone(town: &Town) {
    let mut visitor = Visitor::new(&counters(town)).await;
    let (pages, reference) = file(&mut visitor, "fr", NewsBy::Telephone).await;
    for (page, text) in pages {
        assert!(!text.contains("/verify"), "{page}");
    }
    let verify = visitor.get(&format!("/fr/track/{reference}/verify")).await;
    assert_eq!(verify.place(), format!("/fr/track/{reference}"));
    assert!(town.take_mail(PORTAL).await.is_empty());
}

async fn the_desk_says_what_follows_and_has_it_done(town: &Town) {
    let counters = counters(town);
    let mut one = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let mut visitor = Visitor::new(&counters).await;
    let (_, reference) = file(&mut visitor, "fr", NewsBy::Telephone).await;
    for what in crate::cases::in_progress() {
        act(town, &one.officer, &reference, what).await;
    }
    let case = format!("/fr/desk/case/{reference}");
    let shown = one.browser.get(&case).await.text();
    assert!(shown.contains("Veut la réponse par"), "the way is shown");
    assert!(!shown.contains("+212661123456"), "the number is not");
    let answer = one.browser.get(&format!("{case}/answer")).await.text();
    assert!(answer.contains("une tâche «\u{a0}À téléphoner\u{a0}» s’ouvre"));
    let version = crate::cases::version(town, &one.officer, &reference).await;
    let fields = [
        ("outcome", "granted"),
        ("other-language", "yes"),
        ("reasons", REASONS),
        ("version", &version.to_string()),
    ];
    let sent = one.browser.post(&format!("{case}/answer"), &fields).await;
    let shown = one.browser.get(sent.place()).await.text();
    assert!(shown.contains("À dire au téléphone"), "{shown}");
    let missed = [
        ("how", "not-reached"),
        ("version", &(version + 1).to_string()),
    ];
    let missed = one.browser.post(&format!("{case}/tell"), &missed).await;
    let shown = one.browser.get(missed.place()).await.text();
    assert!(shown.contains("1 appel sans réponse"), "{shown}");
    let told = [
        ("how", "telephoned"),
        ("version", &(version + 2).to_string()),
    ];
    let told = one.browser.post(&format!("{case}/tell"), &told).await;
    let shown = one.browser.get(told.place()).await.text();
    assert!(!shown.contains("À dire au téléphone"), "{shown}");
    let track = visitor.get(&format!("/fr/track/{reference}")).await.text();
    assert!(track.contains("L’administration vous a téléphoné sans vous joindre"));
}

async fn a_letter_carries_address_question_and_answer(town: &Town) {
    let counters = counters(town);
    let mut one = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let mut visitor = Visitor::new(&counters).await;
    let (_, reference) = file(&mut visitor, "fr", NewsBy::Letter).await;
    let place = format!("/fr/desk/case/{reference}/letter");
    let nothing = one.browser.get(&place).await;
    assert_eq!(nothing.code(), 404, "nothing is to be told yet");
    for what in crate::cases::asked() {
        act(town, &one.officer, &reference, what).await;
    }
    let asked = one.browser.get(&place).await.text();
    for part in ["Quel est le numéro du poteau", "Répondez avant la fin du"] {
        assert!(asked.contains(part), "no {part} in {asked}");
    }
    let answer = answered().pop().unwrap();
    act(town, &one.officer, &reference, answer).await;
    let shown = one
        .browser
        .get(&format!("/fr/desk/case/{reference}"))
        .await
        .text();
    assert!(shown.contains(&place), "{shown}");
    assert!(
        !shown.contains("rue de l’École, 85000"),
        "the address is hidden"
    );
    let letter = one.browser.get(&place).await.text();
    for part in [
        "12, rue de l’École, 85000 Tiznit",
        "Fatima Exemple",
        REASONS,
        "réouverture",
    ] {
        assert!(letter.contains(part), "no {part} in {letter}");
    }
    assert!(!letter.contains("Répondez"), "it is answered: {letter}");
    let deeds: Vec<String> = town
        .audit()
        .await
        .into_iter()
        .filter(|deed| deed.contains("letter"))
        .collect();
    assert_eq!(deeds, ["letter.print", "letter.print"]);
}

async fn a_letter_says_where_it_comes_back_to(town: &Town) {
    let counters = counters(town);
    let mut one = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let filing = town::filing_with([by_letter()]);
    let reference = case_of(town, &one.officer, filing, asked()).await;
    let place = format!("/fr/desk/case/{reference}/letter");
    // Letters are in the language of the filing, which is Arabic.
    let letter = one.browser.get(&place).await.text();
    assert!(
        letter.contains("(\"جماعة تيزنيت\", [\"تيزنيت · "),
        "{letter}"
    );

    let administrator = town
        .officer("admin@portal.test", Role::Administrator, "reform-authority")
        .await;
    let code = town::organisation_code(town::TIZNIT);
    let kept = town.clerks.organisation(administrator.clone(), code);
    let mut body = kept.await.unwrap();
    body.address = Some("Avenue Hassan II\n\n85000 Tiznit".to_owned());
    town.clerks
        .change_organisation(administrator, body)
        .await
        .unwrap();
    let letter = one.browser.get(&place).await.text();
    let expected = "(\"جماعة تيزنيت\", [\"Avenue Hassan II\", \"85000 Tiznit\"])";
    assert!(letter.contains(expected), "{letter}");
}
