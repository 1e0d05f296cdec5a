//! Proving a contact by a code, through the real routes on both databases: while filing, and later from the case.

#![expect(clippy::unwrap_used, reason = "a test that meets an error fails there")]

mod visitor;

use chikaya_testkit::{Town, post_office::code_in};

use visitor::Visitor;

const PORTAL: &str = "http://portal.test";

macro_rules! in_both_towns {
    ($($name:ident)+) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread")] async fn $name() {
                super::in_town(chikaya_testkit::Engine::Sqlite, async |town| super::$name(town).await).await;
            })+
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread")] async fn $name() {
                super::in_town(chikaya_testkit::Engine::Postgres, async |town| super::$name(town).await).await;
            })+
        }
    };
}

in_both_towns! {
    a_right_code_proves_the_contact_on_the_way_to_sending
    a_wrong_code_is_told_beside_its_field_until_the_tries_are_over
    asking_again_at_once_sends_no_second_code
    who_does_not_prove_their_contact_files_all_the_same_and_proves_it_later
    who_wants_no_contact_is_asked_for_no_code
    a_letter_needs_an_address
    only_who_opened_the_case_comes_to_its_page
}

async fn in_town(engine: chikaya_testkit::Engine, body: impl AsyncFnOnce(&Town)) {
    let town = tokio::task::spawn_blocking(move || Town::on(engine))
        .await
        .unwrap();
    body(&town).await;
    tokio::task::spawn_blocking(move || drop(town))
        .await
        .unwrap();
}

/// Begins a filing in French and says who files; answers the address of the draft and where the step leads.
async fn say_who(visitor: &mut Visitor, fields: &[(&str, &str)]) -> (String, visitor::Answer) {
    visitor.get("/fr/file").await;
    let begun = visitor.post("/fr/file", &[("kind", "complaint")]).await;
    let draft = begun
        .location
        .unwrap()
        .strip_suffix("/what")
        .unwrap()
        .to_owned();
    let words = (
        "text",
        "Les lampes de la rue de l’École sont éteintes depuis trois semaines.",
    );
    visitor.post(&format!("{draft}/what"), &[words]).await;
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
    let mut visitor = Visitor::new(town, PORTAL);
    let (draft, answer) = say_who(&mut visitor, BY_MAIL).await;
    let page = format!("{draft}/verify");
    assert_eq!(answer.location.as_ref(), Some(&page));
    let shown = visitor.get(&page).await;
    assert!(shown.body.contains("fatima@example.org"));
    assert!(
        shown
            .body
            .contains("autocomplete=\"one-time-code\" inputmode=\"numeric\"")
    );
    assert!(shown.body.contains("étape 6 sur 7"));
    let code = code(town).await;
    // Written as some phones write digits, with a space in the middle.
    let written: String = code
        .chars()
        .map(|digit| char::from_u32(u32::from('٠') + digit.to_digit(10).unwrap()).unwrap())
        .collect();
    let written = format!("{} {}", &written[..6], &written[6..]);
    let proven = visitor.post(&page, &[("code", &written)]).await;
    assert_eq!(proven.location, Some(format!("{draft}/check")));
    let check = visitor.get(&format!("{draft}/check")).await;
    assert!(check.body.contains("Confirmé."));
    // Nothing is left to prove, so the page leads on, and the step before it too.
    assert_eq!(
        visitor.get(&page).await.location,
        Some(format!("{draft}/check"))
    );
    let sent = visitor
        .post(&format!("{draft}/check"), &[("declaration", "yes")])
        .await;
    let receipt = visitor.get(&sent.location.unwrap()).await;
    let track = visitor.get(&receipt.link("/fr/track/CK-")).await;
    assert_eq!(track.status, 200);
    assert!(!track.body.contains("/verify"));
}

async fn a_wrong_code_is_told_beside_its_field_until_the_tries_are_over(town: &Town) {
    let mut visitor = Visitor::new(town, PORTAL);
    let (draft, _) = say_who(&mut visitor, BY_MAIL).await;
    let page = format!("{draft}/verify");
    visitor.get(&page).await;
    let code = code(town).await;
    // What cannot be a code costs no try.
    for _ in 0..6 {
        let refused = visitor.post(&page, &[("code", "12 34")]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.body.contains("id=\"code-error\"") && refused.body.contains("12 34"));
    }
    for _ in 0..5 {
        let refused = visitor.post(&page, &[("code", wrong(&code))]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.body.contains("Ce code n’est pas celui"));
    }
    let over = visitor.post(&page, &[("code", &code)]).await;
    assert_eq!(over.status, 422);
    assert!(over.body.contains("Trop d’essais"));
    assert!(
        over.body.contains("Envoyer le code"),
        "a new one can be asked for"
    );
}

async fn asking_again_at_once_sends_no_second_code(town: &Town) {
    let mut visitor = Visitor::new(town, PORTAL);
    let (draft, _) = say_who(&mut visitor, BY_MAIL).await;
    let page = format!("{draft}/verify");
    visitor.get(&page).await;
    let soon = visitor.post(&page, &[("again", "yes")]).await;
    assert_eq!(soon.status, 200);
    assert!(soon.body.contains("moins d’une minute"));
    let first = code(town).await;
    town.clock.advance_minutes(2);
    let later = visitor.post(&page, &[("again", "yes")]).await;
    assert!(later.body.contains("Le code est en route"));
    let mails = town.take_mail(PORTAL).await;
    let second = code_in(&mails[0].text).unwrap().to_owned();
    assert_ne!(first, second);
    let refused = visitor.post(&page, &[("code", &first)]).await;
    assert_eq!(refused.status, 422, "only the last code works");
    let proven = visitor.post(&page, &[("code", &second)]).await;
    assert_eq!(proven.location, Some(format!("{draft}/check")));
    // Another address is another proof.
    let you = [
        ("category", "person"),
        ("name", "Fatima Exemple"),
        ("preferred", "email"),
        ("email", "other@example.org"),
    ];
    let changed = visitor.post(&format!("{draft}/you"), &you).await;
    assert_eq!(changed.location, Some(page));
}

async fn who_does_not_prove_their_contact_files_all_the_same_and_proves_it_later(town: &Town) {
    let mut visitor = Visitor::new(town, PORTAL);
    let (draft, _) = say_who(&mut visitor, BY_MAIL).await;
    let page = visitor.get(&format!("{draft}/verify")).await;
    let check = visitor.get(&page.link(&format!("{draft}/check"))).await;
    assert!(check.body.contains("Pas encore confirmé."));
    let sent = visitor
        .post(&format!("{draft}/check"), &[("declaration", "yes")])
        .await;
    let receipt = visitor.get(&sent.location.unwrap()).await;
    let place = receipt.link("/fr/track/CK-");
    let verify = visitor.get(&place).await.link(&format!("{place}/"));
    assert_eq!(verify, format!("{place}/verify"));
    town.take_mail(PORTAL).await;
    town.clock.advance_minutes(31);

    let empty = visitor.get(&verify).await;
    assert!(!empty.body.contains("one-time-code"), "no code waits yet");
    assert!(!empty.body.contains("fatima@example.org"));
    let asked = visitor.post(&verify, &[("again", "yes")]).await;
    assert!(asked.body.contains("one-time-code") && asked.body.contains("f•••@example.org"));
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
    assert_eq!(refused.status, 422);
    let proven = visitor.post(&verify, &[("code", &code)]).await;
    let track = visitor.get(&proven.location.unwrap()).await;
    assert_eq!(track.status, 200);
    assert!(!track.body.contains("/verify"));
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
    let mut visitor = Visitor::new(town, PORTAL);
    let fields = [("preferred", "nothing"), ("email", "fatima@example.org")];
    let (draft, answer) = say_who(&mut visitor, &fields).await;
    assert_eq!(answer.location, Some(format!("{draft}/check")));
    let check = visitor.get(&format!("{draft}/check")).await;
    assert!(!check.body.contains("fatima@example.org"));
    let sent = visitor
        .post(&format!("{draft}/check"), &[("declaration", "yes")])
        .await;
    let receipt = visitor.get(&sent.location.unwrap()).await;
    let track = visitor.get(&receipt.link("/fr/track/CK-")).await;
    assert!(!track.body.contains("/verify"));
    assert!(
        town.take_mail(PORTAL).await.is_empty(),
        "nobody writes to them"
    );
}

async fn a_letter_needs_an_address(town: &Town) {
    let mut visitor = Visitor::new(town, PORTAL);
    let (draft, answer) = say_who(&mut visitor, &[("preferred", "letter")]).await;
    assert_eq!(answer.status, 422);
    assert!(answer.body.contains("id=\"address-error\""));
    let fields = [
        ("category", "person"),
        ("name", "Fatima Exemple"),
        ("preferred", "letter"),
        ("address", "12, rue de l’École, Tiznit"),
    ];
    let taken = visitor.post(&format!("{draft}/you"), &fields).await;
    assert_eq!(taken.location, Some(format!("{draft}/check")));
    let check = visitor.get(&format!("{draft}/check")).await;
    assert!(check.body.contains("12, rue de l’École, Tiznit"));
}

async fn only_who_opened_the_case_comes_to_its_page(town: &Town) {
    let mut filing = chikaya_testkit::town::filing();
    if let chikaya_service::case::file::Filer::Known(filer) = &mut filing.filer {
        filer.verified = None;
    }
    let receipt = town.clerks.file(filing).await.unwrap();
    town.take_mail(PORTAL).await;
    let mut stranger = Visitor::new(town, PORTAL);
    let place = format!("/fr/track/{}/verify", receipt.reference);
    let door = format!("/fr/track?reference={}", receipt.reference);
    assert_eq!(stranger.get(&place).await.location, Some(door.clone()));
    stranger.get("/fr/track").await;
    let asked = stranger.post(&place, &[("again", "yes")]).await;
    assert_eq!(asked.location, Some(door));
    let forged = stranger
        .post_without_token(&place, &[("again", "yes")])
        .await;
    assert_eq!(forged.status, 403);
    assert!(town.take_mail(PORTAL).await.is_empty());
}
