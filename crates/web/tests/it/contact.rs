//! Proving a contact by a code, through the real routes: while filing, and later from the case.

use chikaya_domain::Language;
use chikaya_i18n::{Argument, Voice};
use chikaya_testkit::{Town, post_office::code_in};

use crate::{
    cases::{WORDS, draft},
    visitor::{Answer, Carries, PORTAL, Visitor, counters},
};

chikaya_testkit::in_both_towns! {
    the_page_of_a_code_opens_again_in_any_language => super::the_page_of_a_code_opens_again_in_any_language;
    a_right_code_proves_the_contact_on_the_way_to_sending => super::a_right_code_proves_the_contact_on_the_way_to_sending;
    a_code_is_understood_with_the_words_of_its_mail => super::a_code_is_understood_with_the_words_of_its_mail;
    a_wrong_code_is_told_beside_its_field_until_the_tries_are_over => super::a_wrong_code_is_told_beside_its_field_until_the_tries_are_over;
    asking_again_at_once_sends_no_second_code => super::asking_again_at_once_sends_no_second_code;
    who_does_not_prove_their_contact_files_all_the_same_and_proves_it_later => super::who_does_not_prove_their_contact_files_all_the_same_and_proves_it_later;
    who_wants_no_contact_is_asked_for_no_code => super::who_wants_no_contact_is_asked_for_no_code;
    a_letter_needs_an_address => super::a_letter_needs_an_address;
    only_who_opened_the_case_comes_to_its_page => super::only_who_opened_the_case_comes_to_its_page;
}

/// Begins a filing in French and says who files; answers the address of the draft and where the step leads.
async fn say_who(visitor: &mut Visitor, fields: &[(&str, &str)]) -> (String, Answer) {
    let draft = format!("/fr/file/{}", draft(visitor).await);
    visitor
        .post(&format!("{draft}/what"), &[("text", WORDS)])
        .await;
    let mut all = vec![("category", "person"), ("name", "Fatima Exemple")];
    all.extend_from_slice(fields);
    let answer = visitor.post(&format!("{draft}/you"), &all).await;
    (draft, answer)
}

const BY_MAIL: &[(&str, &str)] = &[("preferred", "email"), ("email", "fatima@example.org")];

/// The code in the only mail that waits.
async fn code(town: &Town) -> String {
    let mails = town.take_mail(PORTAL).await;
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].to, "fatima@example.org");
    code_in(&mails[0].text).unwrap().to_owned()
}

fn wrong(code: &str) -> &'static str {
    if code == "000000" { "000001" } else { "000000" }
}

async fn a_right_code_proves_the_contact_on_the_way_to_sending(town: &Town) {
    let mut visitor = Visitor::new(&counters(town)).await;
    let (draft, answer) = say_who(&mut visitor, BY_MAIL).await;
    let page = format!("{draft}/verify");
    assert_eq!(answer.place(), page);
    let shown = visitor.get(&page).await;
    assert!(shown.text().contains("fatima@example.org"));
    assert!(
        shown
            .text()
            .contains("autocomplete=\"one-time-code\" inputmode=\"numeric\"")
    );
    assert!(shown.text().contains("étape 4 sur 5"));
    let code = code(town).await;
    // Written as some phones write digits, with a space in the middle.
    let written: String = code
        .chars()
        .map(|digit| char::from_u32(u32::from('٠') + digit.to_digit(10).unwrap()).unwrap())
        .collect();
    let written = format!("{} {}", &written[..6], &written[6..]);
    let proven = visitor.post(&page, &[("code", &written)]).await;
    assert_eq!(proven.place(), format!("{draft}/check"));
    let check = visitor.get(&format!("{draft}/check")).await;
    assert!(check.text().contains("Confirmé."));
    // Nothing is left to prove, so the page leads on, and the step before it too.
    assert_eq!(visitor.get(&page).await.place(), format!("{draft}/check"));
    let sent = visitor
        .post(&format!("{draft}/check"), &[("declaration", "yes")])
        .await;
    let receipt = visitor.get(sent.place()).await;
    let track = visitor.get(&receipt.link("/fr/track/CK-")).await;
    assert_eq!(track.code(), 200);
    assert!(!track.text().contains("/verify"));
}

async fn a_wrong_code_is_told_beside_its_field_until_the_tries_are_over(town: &Town) {
    let mut visitor = Visitor::new(&counters(town)).await;
    let (draft, _) = say_who(&mut visitor, BY_MAIL).await;
    let page = format!("{draft}/verify");
    visitor.get(&page).await;
    let code = code(town).await;
    // What cannot be a code costs no try.
    for _ in 0..6 {
        let refused = visitor.post(&page, &[("code", "12 34")]).await;
        assert_eq!(refused.code(), 422);
        assert!(refused.text().contains("id=\"code-error\"") && refused.text().contains("12 34"));
    }
    for _ in 0..4 {
        let refused = visitor.post(&page, &[("code", wrong(&code))]).await;
        assert_eq!(refused.code(), 422);
        assert!(refused.text().contains("Ce code n’est pas celui"));
    }
    // The fifth takes the field away; the page says why, and again when it is fetched anew.
    let last = visitor.post(&page, &[("code", wrong(&code))]).await;
    let over = visitor.post(&page, &[("code", &code)]).await;
    assert_eq!((last.code(), over.code()), (422, 422));
    for shown in [last, over, visitor.get(&page).await] {
        assert!(shown.text().contains("Trop de codes faux"));
        assert!(!shown.text().contains("one-time-code"));
        assert!(
            shown.text().contains("Envoyer le code"),
            "a new one can be asked for"
        );
    }
}

async fn a_code_is_understood_with_the_words_of_its_mail(town: &Town) {
    let mut visitor = Visitor::new(&counters(town)).await;
    let (draft, _) = say_who(&mut visitor, BY_MAIL).await;
    let page = format!("{draft}/verify");
    visitor.get(&page).await;
    let code = code(town).await;
    let subject = |language, code: &str| {
        Voice::of(language).say_with("mail-code-subject", &[("code", Argument::Text(code))])
    };
    for language in Language::ALL {
        let pasted = subject(language, wrong(&code));
        let refused = visitor.post(&page, &[("code", &pasted)]).await;
        assert!(
            refused.text().contains("Ce code n’est pas celui"),
            "{pasted}"
        );
    }
    let pasted = subject(Language::French, &code);
    let proven = visitor.post(&page, &[("code", &pasted)]).await;
    assert_eq!(proven.place(), format!("{draft}/check"), "{pasted}");
}

async fn asking_again_at_once_sends_no_second_code(town: &Town) {
    let mut visitor = Visitor::new(&counters(town)).await;
    let (draft, _) = say_who(&mut visitor, BY_MAIL).await;
    let page = format!("{draft}/verify");
    visitor.get(&page).await;
    let soon = visitor.post(&page, &[("again", "yes")]).await;
    assert_eq!(soon.code(), 200);
    assert!(
        soon.text().contains("dans 60\u{a0}secondes") || soon.text().contains("dans 60 secondes")
    );
    assert!(!soon.text().contains("filing-you-code-pause"));
    let first = code(town).await;
    town.clock.advance_minutes(2);
    let later = visitor.post(&page, &[("again", "yes")]).await;
    assert!(later.text().contains("Le code est en route"));
    let mails = town.take_mail(PORTAL).await;
    let second = code_in(&mails[0].text).unwrap().to_owned();
    assert_ne!(first, second);
    let refused = visitor.post(&page, &[("code", &first)]).await;
    assert_eq!(refused.code(), 422, "only the last code works");
    let proven = visitor.post(&page, &[("code", &second)]).await;
    assert_eq!(proven.place(), format!("{draft}/check"));
    // Another address is another proof.
    let you = [
        ("category", "person"),
        ("name", "Fatima Exemple"),
        ("preferred", "email"),
        ("email", "other@example.org"),
    ];
    let changed = visitor.post(&format!("{draft}/you"), &you).await;
    assert_eq!(changed.place(), page);
}

async fn who_does_not_prove_their_contact_files_all_the_same_and_proves_it_later(town: &Town) {
    let mut visitor = Visitor::new(&counters(town)).await;
    let (draft, _) = say_who(&mut visitor, BY_MAIL).await;
    let page = visitor.get(&format!("{draft}/verify")).await;
    let check = visitor.get(&page.link(&format!("{draft}/check"))).await;
    assert!(check.text().contains("Pas encore confirmé."));
    let sent = visitor
        .post(&format!("{draft}/check"), &[("declaration", "yes")])
        .await;
    let receipt = visitor.get(sent.place()).await;
    let place = receipt.link("/fr/track/CK-");
    let verify = visitor.get(&place).await.link(&format!("{place}/verify"));
    town.take_mail(PORTAL).await;
    town.clock.advance_minutes(31);

    let empty = visitor.get(&verify).await;
    assert!(!empty.text().contains("one-time-code"), "no code waits yet");
    assert!(!empty.text().contains("fatima@example.org"));
    let asked = visitor.post(&verify, &[("again", "yes")]).await;
    assert!(asked.text().contains("one-time-code") && asked.text().contains("f•••@example.org"));
    let mails = town.take_mail(PORTAL).await;
    let code = mails
        .iter()
        .find_map(|mail| {
            mail.subject
                .contains("Code")
                .then(|| code_in(&mail.text))
                .flatten()
        })
        .unwrap()
        .to_owned();
    let refused = visitor.post(&verify, &[("code", wrong(&code))]).await;
    assert_eq!(refused.code(), 422);
    let proven = visitor.post(&verify, &[("code", &code)]).await;
    let track = visitor.get(proven.place()).await;
    assert_eq!(track.code(), 200);
    assert!(!track.text().contains("/verify"));
    // A proven contact has the list sent of whoever lost their receipt.
    visitor.get("/fr/track/lost").await;
    visitor
        .post("/fr/track/lost", &[("email", "fatima@example.org")])
        .await;
    let mails = town.take_mail(PORTAL).await;
    assert!(
        mails
            .iter()
            .any(|mail| mail.subject.contains("Vos dossiers"))
    );
}

async fn who_wants_no_contact_is_asked_for_no_code(town: &Town) {
    let mut visitor = Visitor::new(&counters(town)).await;
    let fields = [("preferred", "nothing"), ("email", "fatima@example.org")];
    let (draft, answer) = say_who(&mut visitor, &fields).await;
    assert_eq!(answer.place(), format!("{draft}/check"));
    let check = visitor.get(&format!("{draft}/check")).await;
    // It is named among what does not go along.
    check.says(&["Ne part pas", "<bdi>fatima@example.org</bdi>"]);
    let sent = visitor
        .post(&format!("{draft}/check"), &[("declaration", "yes")])
        .await;
    let receipt = visitor.get(sent.place()).await;
    let track = visitor.get(&receipt.link("/fr/track/CK-")).await;
    assert!(!track.text().contains("/verify"));
    assert!(
        town.take_mail(PORTAL).await.is_empty(),
        "nobody writes to them"
    );
}

async fn a_letter_needs_an_address(town: &Town) {
    let mut visitor = Visitor::new(&counters(town)).await;
    let (draft, answer) = say_who(&mut visitor, &[("preferred", "letter")]).await;
    assert_eq!(answer.code(), 422);
    assert!(answer.text().contains("id=\"address-error\""));
    let fields = [
        ("category", "person"),
        ("name", "Fatima Exemple"),
        ("preferred", "letter"),
        ("address", "12, rue de l’École, Tiznit"),
    ];
    let taken = visitor.post(&format!("{draft}/you"), &fields).await;
    assert_eq!(taken.place(), format!("{draft}/check"));
    let check = visitor.get(&format!("{draft}/check")).await;
    assert!(check.text().contains("12, rue de l’École, Tiznit"));
}

async fn only_who_opened_the_case_comes_to_its_page(town: &Town) {
    let mut filing = chikaya_testkit::town::filing();
    if let chikaya_service::case::file::Filer::Known(filer) = &mut filing.filer {
        filer.verified = None;
    }
    let receipt = town.clerks.file(filing).await.unwrap();
    town.take_mail(PORTAL).await;
    let mut stranger = Visitor::new(&counters(town)).await;
    let place = format!("/fr/track/{}/verify", receipt.reference);
    let door = format!("/fr/track?reference={}", receipt.reference);
    assert!(stranger.get(&place).await.place().starts_with(&door));
    stranger.get("/fr/track").await;
    let asked = stranger.post(&place, &[("again", "yes")]).await;
    assert!(asked.place().starts_with(&door));
    let forged = stranger
        .post_carrying(&place, &[("again", "yes")], Carries::Nothing)
        .await;
    assert_eq!(forged.code(), 403);
    assert!(town.take_mail(PORTAL).await.is_empty());
}

async fn the_page_of_a_code_opens_again_in_any_language(town: &Town) {
    let mut visitor = Visitor::new(&counters(town)).await;
    let address = "fatima@example.org";
    let door = "/fr/account/sign-in";
    visitor.get(door).await;
    visitor.post(door, &[("email", address)]).await;
    for language in ["ar", "zgh", "fr"] {
        let page = format!("/{language}/account/sign-in");
        visitor.get(&page).await.says(&["name=\"code\"", address]);
    }
    let another = visitor.get(door).await.link(&format!("{door}?another"));
    assert_eq!(visitor.get(&another).await.place(), door);
    let page = visitor.get(door).await;
    page.says(&["name=\"email\""]);
    assert!(!page.text().contains(address));
    visitor.post(door, &[("email", address)]).await;
    let code = code(town).await;
    let opened = visitor
        .post(door, &[("email", address), ("code", &code)])
        .await;
    assert_eq!(opened.place(), "/fr/account");
    visitor.get("/fr/account").await;
    visitor.post("/fr/account/sign-out", &[]).await;
    assert!(!visitor.get(door).await.text().contains(address));
}
