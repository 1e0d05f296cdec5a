//! The steps of a filing: what was typed stays whatever way is taken, and what was derived follows what it came from.

use chikaya_testkit::{Town, town};

use crate::{
    cases::{EMAIL, NAME, PHONE, STEPS, TAFRAOUT, WORDS, between, draft, file, full_draft, send},
    visitor::{Answer, Visitor, counters},
};

chikaya_testkit::in_both_towns! {
    words_stay_when_another_language_or_the_step_before_is_chosen => super::words_stay_when_another_language_or_the_step_before_is_chosen;
    another_kind_goes_on_with_the_same_draft => super::another_kind_goes_on_with_the_same_draft;
    the_first_page_sent_twice_begins_one_draft => super::the_first_page_sent_twice_begins_one_draft;
    each_page_of_a_draft_tells_of_as_many_steps => super::each_page_of_a_draft_tells_of_as_many_steps;
    one_answer_is_changed_from_the_page_of_all => super::one_answer_is_changed_from_the_page_of_all;
    a_second_page_of_a_draft_erases_nothing => super::a_second_page_of_a_draft_erases_nothing;
    nothing_is_filed_that_its_filer_has_not_seen => super::nothing_is_filed_that_its_filer_has_not_seen;
    the_address_of_a_draft_is_no_receipt => super::the_address_of_a_draft_is_no_receipt;
    who_must_answer_follows_subject_and_place => super::who_must_answer_follows_subject_and_place;
    the_commune_follows_the_point => super::the_commune_follows_the_point;
    the_anonymous_are_promised_nothing_that_needs_a_name => super::the_anonymous_are_promised_nothing_that_needs_a_name;
    a_draft_shows_who_files_to_no_other_browser => super::a_draft_shows_who_files_to_no_other_browser;
    what_does_not_go_along_is_named => super::what_does_not_go_along_is_named;
    questions_of_a_subject_have_a_page_of_their_own => super::questions_of_a_subject_have_a_page_of_their_own;
    each_is_asked_in_their_own_words => super::each_is_asked_in_their_own_words;
    a_search_chooses_nothing => super::a_search_chooses_nothing;
    a_word_of_no_list_is_refused_beside_its_field => super::a_word_of_no_list_is_refused_beside_its_field;
    two_windows_on_one_step_read_names_and_no_codes => super::two_windows_on_one_step_read_names_and_no_codes;
}

const AGADIR: &str = "30.4278, -9.5981";

fn mark(page: &Answer) -> String {
    page.between("name=\"mark.", "\"")
}

async fn words_stay_when_another_language_or_the_step_before_is_chosen(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let address = |language: &str, step: &str| format!("/{language}/file/{word}/{step}");
    // Nothing of it would be accepted, and nothing of it is judged.
    let typed = [
        ("what", "text", "court", "what"),
        ("where", "coordinates", "près de la mosquée", "what"),
        ("you", "email", "pas-une-adresse", "who"),
    ];
    for (step, field, words, before) in typed {
        let page = browser.get(&address("fr", step)).await;
        page.says(&["<button form=\"step\" hidden", "name=\"go\" value=\"ar\""]);
        let sent = [(field, words), ("mark", &mark(&page)), ("go", "ar")];
        let switched = browser.post(&address("fr", step), &sent).await;
        assert_eq!(switched.place(), address("ar", step));
        browser.get(&address("ar", step)).await.says(&[words]);

        let more = format!("{words} et plus");
        let sent = [(field, more.as_str()), ("go", "back")];
        let back = browser.post_only(&address("ar", step), &sent).await;
        assert_eq!(back.place(), address("ar", before));
        browser.get(&address("ar", step)).await.says(&[&more]);

        let being_typed = format!("{words} et encore plus");
        let sent = [(field, being_typed.as_str()), ("go", "keep")];
        let kept = browser.post_only(&address("ar", step), &sent).await;
        assert_eq!(kept.code(), 200);
        let page = browser.get(&address("ar", step)).await;
        page.says(&[&being_typed]);
        assert_eq!(mark(&page), kept.text());
    }
    let sent = [("organisation", town::TIZNIT), ("go", "en")];
    let switched = browser.post(&address("fr", "who"), &sent).await;
    assert_eq!(switched.place(), address("en", "who"));
    let chosen = format!("value=\"{}\" checked", town::TIZNIT);
    browser.get(switched.place()).await.says(&[&chosen]);
}

async fn another_kind_goes_on_with_the_same_draft(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = full_draft(&mut browser).await;
    let what = format!("/fr/file/{word}/what");
    let page = browser.get(&what).await;
    page.says(&["value=\"complaint\" checked", WORDS]);
    for choice in ["complaint", "remark"] {
        let sent = [("kind", choice), ("text", WORDS)];
        let on = browser.post(&what, &sent).await;
        assert_eq!(on.place(), format!("/fr/file/{word}/files"));
    }
    let check = browser.get(&format!("/fr/file/{word}/check")).await;
    check.says(&["lamp.png", NAME, "Votre remarque"]);
    assert_eq!(town.drafts().await.len(), 1);
}

/// The first page begins one draft, however often it is sent: by a second press, or after the browser's way back.
async fn the_first_page_sent_twice_begins_one_draft(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let page = browser.get("/fr/file?kind=remark").await;
    page.says(&["value=\"remark\" checked"]);
    browser.read_token(&page);
    let nothing = browser.post("/fr/file", &[("text", WORDS)]).await;
    assert_eq!(nothing.code(), 422);
    nothing.says(&[WORDS, "href=\"#kind\""]);
    assert!(town.drafts().await.is_empty(), "nothing is begun");

    let first = [("kind", "remark"), ("text", WORDS)];
    let on = browser.post("/fr/file", &first).await;
    let place = on.place().to_owned();
    assert!(place.ends_with("/where"), "{place}");
    let more = format!("{WORDS} Et encore.");
    let again = [("kind", "complaint"), ("text", more.as_str())];
    let on = browser.post("/fr/file", &again).await;
    assert_eq!(on.place(), place);
    assert_eq!(town.drafts().await.len(), 1);
    let what = place.replace("/where", "/what");
    let kept = browser.get(&what).await;
    kept.says(&[&more, "value=\"complaint\" checked"]);

    // Another page is another filing, and so is one sent again whose first was filed.
    let word = full_draft(&mut browser).await;
    assert_eq!(town.drafts().await.len(), 2);
    assert_eq!(send(&mut browser, &word).await.code(), 303);
    let on = browser.post("/fr/file", &first).await;
    assert!(!on.place().contains(&word), "{}", on.place());

    // In another language the words are there.
    let page = browser.get("/fr/file").await;
    browser.read_token(&page);
    let on = browser
        .post("/fr/file", &[("text", WORDS), ("go", "ar")])
        .await;
    assert!(on.place().starts_with("/ar/file/"), "{}", on.place());
    browser.get(on.place()).await.says(&[WORDS]);
}

async fn each_page_of_a_draft_tells_of_as_many_steps(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = full_draft(&mut browser).await;
    let at = |step: &str| format!("/fr/file/{word}/{step}");
    for (step, number) in [
        ("what", 1),
        ("files", 1),
        ("where", 2),
        ("about", 3),
        ("who", 3),
        ("you", 4),
        ("check", 5),
    ] {
        let page = browser.get(&at(step)).await;
        page.says(&[&format!("étape {number} sur 5")]);
    }
}

async fn one_answer_is_changed_from_the_page_of_all(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = full_draft(&mut browser).await;
    let check = format!("/fr/file/{word}/check");
    let page = browser.get(&check).await;
    for step in ["what", "where", "about", "who"] {
        let change = page.link(&format!("/fr/file/{word}/{step}?"));
        let fields = STEPS.iter().find(|(name, _)| *name == step).unwrap().1;
        let kept = browser.post(&change, fields).await;
        assert_eq!((kept.code(), kept.place()), (303, check.as_str()), "{step}");
        let back = browser
            .post(&change, &[fields, &[("go", "back")]].concat())
            .await;
        assert_eq!(back.place(), check, "{step}");
    }
}

async fn a_second_page_of_a_draft_erases_nothing(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let place = format!("/fr/file/{word}/what");
    let first = browser.get(&place).await;
    let second = browser.get(&place).await;
    let one = "Le texte de la première fenêtre.";
    let two = "Le texte de la deuxième fenêtre.";
    let sent = [("text", one), ("mark", &mark(&first))];
    assert_eq!(browser.post(&place, &sent).await.code(), 303);

    // The second window has nothing to say.
    let sent = [("text", ""), ("mark", &mark(&second))];
    browser.post(&place, &sent).await;
    browser.get(&place).await.says(&[one]);
    // Now it has.
    let sent = [("text", two), ("mark", &mark(&second))];
    let both = browser.post(&place, &sent).await;
    assert_eq!(both.code(), 409);
    both.says(&[one, &format!("{two}</textarea>")]);
    browser.get(&place).await.says(&[one]);
    // Whoever has seen both decides.
    let sent = [("text", two), ("mark", &mark(&both))];
    assert_eq!(browser.post(&place, &sent).await.code(), 303);
    browser.get(&place).await.says(&[two]);
}

async fn nothing_is_filed_that_its_filer_has_not_seen(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = full_draft(&mut browser).await;
    let check = format!("/fr/file/{word}/check");
    let version = browser.get(&check).await.between("name=\"version.", "\"");
    let other = "Tout autre chose, écrit ailleurs.";
    browser
        .post(&format!("/fr/file/{word}/what"), &[("text", other)])
        .await;
    let sent = [("declaration", "yes"), ("version", version.as_str())];
    let refused = browser.post(&check, &sent).await;
    assert_eq!(refused.code(), 409);
    refused.says(&[other]);
    assert!(town.references().await.is_empty());
    let version = refused.between("name=\"version.", "\"");
    let sent = [("declaration", "yes"), ("version", version.as_str())];
    assert_eq!(browser.post(&check, &sent).await.code(), 303);
}

async fn the_address_of_a_draft_is_no_receipt(town: &Town) {
    let counters = counters(town);
    let mut browser = Visitor::new(&counters).await;
    let (reference, word) = file(&mut browser).await;
    let receipt = format!("/fr/file/{word}/receipt");
    let mut stranger = Visitor::new(&counters).await;
    for address in [
        receipt.clone(),
        format!("{receipt}.pdf"),
        format!("/fr/file/{word}/check"),
    ] {
        let mut answer = stranger.get(&address).await;
        while answer.code() == 303 {
            assert!(!answer.place().contains(&reference));
            let place = answer.place().to_owned();
            answer = stranger.get(&place).await;
        }
        assert!(!answer.text().contains(&reference), "{address}");
        assert!(!answer.text().contains("id=\"access-code\""), "{address}");
    }
    // The browser that filed has it again, even when the answer to its filing was lost on the way.
    browser.lose_cookie("ck_case");
    let again = send(&mut browser, &word).await;
    assert_eq!(again.place(), receipt);
    browser.get(&receipt).await.says(&[&reference]);
    assert_eq!(town.references().await.len(), 1);
}

async fn who_must_answer_follows_subject_and_place(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let step = |step: &str| format!("/fr/file/{word}/{step}");
    browser.post(&step("what"), &[("text", WORDS)]).await;
    browser
        .post(&step("about"), &[("listed", "public-lighting")])
        .await;
    browser
        .post(&step("where"), &[("territory", town::TIZNIT)])
        .await;
    browser
        .post(&step("who"), &[("organisation", town::TIZNIT)])
        .await;
    let anonymous = [("category", "anonymous"), ("preferred", "nothing")];
    browser.post(&step("you"), &anonymous).await;
    let check = browser.get(&step("check")).await;
    check.says(&["Commune de Tiznit"]);

    let change = check.link(&step("where?"));
    let moved = browser.post(&change, &[("territory", TAFRAOUT)]).await;
    assert_eq!(moved.place(), step("check"));
    let page = browser.get(&step("check")).await.text();
    assert!(!page.contains("Commune de Tiznit"), "{page}");

    // A body of their own choice that is far from the place now is asked for again.
    browser
        .post(&step("who"), &[("organisation", town::TIZNIT)])
        .await;
    let moved = browser
        .post(&change, &[("territory", "commune-09-001-01-01")])
        .await;
    assert_eq!(moved.place(), step("who?then=check"));
    browser.post(&change, &[("territory", TAFRAOUT)]).await;
    let chosen = browser
        .post(&step("who?then=check"), &[("organisation", TAFRAOUT)])
        .await;
    assert_eq!(chosen.place(), step("check"));
    assert_eq!(send(&mut browser, &word).await.code(), 303);
    let receipt = browser.get(&step("receipt")).await.text();
    let organisation = between(&receipt, "<dt>Doit répondre</dt><dd>", "</dd>");
    assert!(organisation.contains("Tafraout"), "{organisation}");
}

async fn the_commune_follows_the_point(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let place = format!("/fr/file/{word}/where");
    let here = [("coordinates", crate::cases::POINT), ("locate", "yes")];
    let page = browser.post(&place, &here).await;
    page.says(&[&format!("value=\"{}\" checked", town::TIZNIT)]);
    // The page sends what stands chosen on it together with the point that was typed over the first.
    let there = [("coordinates", AGADIR), ("territory", town::TIZNIT)];
    let page = browser.post(&place, &there).await;
    assert_eq!(page.code(), 200);
    assert!(
        !page
            .text()
            .contains(&format!("value=\"{}\" checked", town::TIZNIT)),
        "{}",
        page.text()
    );
    page.says(&["Agadir"]);
    // A commune that was chosen against the point stays.
    let chosen = [("coordinates", AGADIR), ("territory", TAFRAOUT)];
    let page = browser.post(&place, &chosen).await;
    page.says(&[&format!("value=\"{TAFRAOUT}\" checked")]);
}

async fn a_search_chooses_nothing(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let step = |step: &str| format!("/ar/file/{word}/{step}");
    browser.post(&step("what"), &[("text", WORDS)]).await;
    let found = browser
        .post(
            &step("where"),
            &[("sought", "اثنين أكلو"), ("look-up", "yes")],
        )
        .await
        .text();
    assert!(!found.contains("\" checked"), "{found}");
    let commune = between(&found, "name=\"territory\" value=\"", "\"");
    let on = browser
        .post(&step("where"), &[("territory", &commune)])
        .await;
    assert_eq!(on.place(), step("about"));
    let found = browser
        .post(&step("who"), &[("sought", "الما"), ("look-up", "yes")])
        .await
        .text();
    assert!(found.contains("name=\"organisation\""), "{found}");
    assert!(!found.contains("\" checked"), "{found}");
    // Whoever types another place means it, although the first one still stands chosen.
    let other = [("territory", commune.as_str()), ("sought", "Tafraout")];
    let asked = browser.post(&step("where"), &other).await;
    assert_eq!(asked.code(), 200);
    assert!(asked.text().contains(TAFRAOUT), "{}", asked.text());
    // From the page that shows what was found, going on takes the place that stands chosen.
    let shown = asked.between("name=\"shown\" value=\"", "\"");
    assert_eq!(shown, "Tafraout");
    let seen = [other.as_slice(), &[("shown", shown.as_str())]].concat();
    let on = browser.post(&step("where"), &seen).await;
    assert_eq!(on.place(), step("about"));
}

async fn the_anonymous_are_promised_nothing_that_needs_a_name(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = full_draft(&mut browser).await;
    let step = |step: &str| format!("/fr/file/{word}/{step}");
    let (promise, personal) = (
        "Vous devez recevoir la réponse",
        "Votre nom et votre numéro",
    );
    let check = browser.get(&step("check")).await;
    check.says(&[promise, personal]);
    let you = browser.get(&step("you")).await;
    you.says(&["Ni nom, ni pièce, ni coordonnées ne partent"]);

    let anonymous = [
        ("category", "anonymous"),
        ("name", NAME),
        ("email", "pas-une-adresse"),
        ("preferred", "email"),
        ("mark", &mark(&you)),
    ];
    let taken = browser.post(&step("you"), &anonymous).await;
    assert_eq!(taken.place(), step("check"));
    let check = browser.get(&step("check")).await;
    check.says(&[
        "Ne part pas",
        NAME,
        "pas-une-adresse",
        "personne ne peut vous écrire",
    ]);
    let text = check.text();
    assert!(
        !text.contains(promise) && !text.contains(personal),
        "{text}"
    );

    assert_eq!(send(&mut browser, &word).await.code(), 303);
    let receipt = browser.get(&step("receipt")).await;
    receipt.says(&[
        "Sans votre nom, une réponse n’est pas certaine",
        "Une réponse, si elle est possible",
        "regardez la page du dossier",
    ]);
    let text = receipt.text();
    assert!(
        !text.contains("vous prévient") && !text.contains("Réponse motivée"),
        "{text}"
    );
}

async fn a_word_of_no_list_is_refused_beside_its_field(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let step = |step: &str| format!("/en/file/{word}/{step}");
    for subject in ["zz", "<zz>"] {
        for said in [
            &[("subject", subject)][..],
            &[("subject", "listed"), ("listed", subject)],
        ] {
            let refused = browser.post(&step("about"), said).await;
            assert_eq!(refused.code(), 422, "{subject}");
            refused.says(&["id=\"listed-error\"", "Choose from the list."]);
        }
    }
    browser.post(&step("what"), &[("text", WORDS)]).await;
    let right = [
        ("category", "person"),
        ("name", "Fatima Exemple"),
        ("identity-kind", "cin"),
        ("preferred", "nothing"),
    ];
    for field in ["category", "identity-kind", "preferred"] {
        let forged = right.map(|(name, value)| (name, if name == field { "zz" } else { value }));
        let refused = browser.post(&step("you"), &forged).await;
        assert_eq!(refused.code(), 422, "{field}");
        refused.says(&[&format!("id=\"{field}-error\""), "Choose one answer."]);
        // Whoever goes on all the same is led back, and reads no code.
        let check = browser.get(&step("check")).await.text();
        assert!(!check.contains("-zz"), "{check}");
    }
    assert_eq!(browser.post(&step("you"), &right).await.code(), 303);
}

async fn two_windows_on_one_step_read_names_and_no_codes(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let step = |step: &str| format!("/fr/file/{word}/{step}");
    let old_mark = mark(&browser.get(&step("about")).await);
    browser
        .post(&step("about"), &[("listed", "public-lighting")])
        .await;
    let late = [("mark", old_mark.as_str()), ("listed", "water-cut")];
    let page = browser.post(&step("about"), &late).await;
    assert_eq!(page.code(), 409);
    let shown = page.text();
    let other = between(&shown, "<section class=\"panel flat", "</section>");
    assert!(
        other.contains("Éclairage public") && !other.contains("public-lighting"),
        "{shown}"
    );
}

async fn a_draft_shows_who_files_to_no_other_browser(town: &Town) {
    let counters = counters(town);
    let mut browser = Visitor::new(&counters).await;
    let word = full_draft(&mut browser).await;
    let step = |step: &str| format!("/fr/file/{word}/{step}");
    let mut said = STEPS.last().unwrap().1.to_vec();
    said.push(("identity-number", "K987654"));
    said.push(("identity-kind", "cin"));
    browser.post(&step("you"), &said).await;
    browser.get(&step("you")).await.says(&[NAME, EMAIL, PHONE]);

    let mut other = Visitor::new(&counters).await;
    let mut pages = Vec::new();
    for page in ["you", "check", "verify", "what"] {
        pages.push(other.get(&step(page)).await.text());
    }
    assert!(pages[0].contains("F•••") && pages[1].contains("F•••"));
    assert!(pages[3].contains("xylophone"), "the text goes on");
    // Nor is it shown beside what the other browser sends over it.
    let sent = [
        ("name", "Hassan Autre"),
        ("mark", "old"),
        ("category", "person"),
    ];
    pages.push(other.post(&step("you"), &sent).await.text());
    let local = EMAIL.split('@').next().unwrap();
    for page in &pages {
        for hidden in [NAME, local, PHONE, "612345678", "K987654"] {
            assert!(!page.contains(hidden), "{hidden} in {page}");
        }
    }
    // What was left empty there is not lost.
    let sent = [("name", ""), ("category", "person"), ("preferred", "email")];
    other.post(&step("you"), &sent).await;
    browser
        .get(&step("you"))
        .await
        .says(&[NAME, EMAIL, PHONE, "K987654"]);
    assert_eq!(send(&mut other, &word).await.code(), 303);
}

async fn what_does_not_go_along_is_named(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let step = |step: &str| format!("/fr/file/{word}/{step}");
    let nothing = [
        ("category", "person"),
        ("name", NAME),
        ("email", EMAIL),
        ("preferred", "nothing"),
    ];
    browser.post(&step("you"), &nothing).await;
    let check = browser.get(&step("check")).await;
    check.says(&["Ne part pas", EMAIL, "<dd dir=\"auto\">Aucune</dd>"]);
}

async fn questions_of_a_subject_have_a_page_of_their_own(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let step = |step: &str| format!("/fr/file/{word}/{step}");
    browser.post(&step("what"), &[("text", WORDS)]).await;
    let nothing = browser.get(&step("details")).await;
    assert_eq!(nothing.place(), step("who"), "no subject asks anything");
    let on = browser
        .post(&step("about"), &[("listed", "corruption")])
        .await;
    assert_eq!(on.place(), step("door"));
    let on = browser.post(&step("door"), &[("track", "ordinary")]).await;
    assert_eq!(on.place(), step("details"));
    let page = browser.get(&step("details")).await;
    page.says(&["Quelques précisions", "étape 3 sur 5"]);
    let label = |name: &str| page.between(&format!("<label for=\"detail-{name}\">"), "</label>");
    assert!(label("office").contains("obligatoire"));
    assert!(label("when").contains("facultatif"));
    let empty = [("detail-office", ""), ("detail-when", "")];
    let refused = browser.post(&step("details"), &empty).await;
    assert_eq!(refused.code(), 422);
    refused.says(&["Nom de l’administration ou du bureau. Répondez à cette question."]);
    let answered = [("detail-office", "Arrondissement"), ("detail-when", "")];
    let on = browser.post(&step("details"), &answered).await;
    assert_eq!(on.place(), step("who"));
    let back = [("organisation", "unknown"), ("go", "back")];
    let back = browser.post(&step("who"), &back).await;
    assert_eq!(back.place(), step("details"));
    // Another subject, chosen from the page of all answers, asks its own questions before that page is shown again.
    let change = format!("{}?then=check", step("about"));
    let on = browser.post(&change, &[("listed", "water-cut")]).await;
    assert_eq!(on.place(), format!("{}?then=check", step("details")));
}

async fn each_is_asked_in_their_own_words(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = draft(&mut browser).await;
    let step = |step: &str| format!("/fr/file/{word}/{step}");
    for (kind, asked) in [
        ("proposal", "Quelle est votre proposition"),
        ("remark", "Quelle est votre remarque"),
        ("complaint", "Que s’est-il passé"),
    ] {
        let sent = [("kind", kind), ("text", WORDS)];
        browser.post(&step("what"), &sent).await;
        for page in ["what", "check"] {
            let page = browser.get(&step(page)).await.text();
            assert!(page.contains(asked), "{kind}: {page}");
            let is_complaint = kind == "complaint";
            assert_eq!(page.contains("Que s’est-il passé"), is_complaint, "{page}");
        }
    }
    let body = "Nom de la société, de l’association ou de la coopérative";
    browser.get(&step("you")).await.says(&[body]);
    let nameless = [("category", "company"), ("preferred", "nothing")];
    let refused = browser.post(&step("you"), &nameless).await;
    assert_eq!(refused.code(), 422);
    refused.says(&["Écrivez le nom de la société"]);
    let names = [
        ("name", "Épicerie Exemple"),
        ("representative", "Fatima Exemple"),
    ];
    let named = [nameless.as_slice(), &names].concat();
    browser.post(&step("you"), &named).await;
    browser.get(&step("check")).await.says(&[body]);
}
