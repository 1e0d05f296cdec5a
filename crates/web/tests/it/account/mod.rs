//! The account, through the real routes: the door, the list, a case without its code, and the ways out.

pub(crate) mod rows;

use chikaya_testkit::{Town, post_office::code_in, town};

use crate::{
    cases::{WORDS, draft},
    visitor::{Answer, Carries, PORTAL, Visitor, counters, counters_at},
};

chikaya_testkit::in_both_towns! {
    every_address_is_answered_alike => super::every_address_is_answered_alike;
    a_code_opens_the_list_and_the_list_opens_cases => super::a_code_opens_the_list_and_the_list_opens_cases;
    a_case_of_someone_else_stays_closed => super::a_case_of_someone_else_stays_closed;
    without_a_session_every_page_leads_to_the_door => super::without_a_session_every_page_leads_to_the_door;
    forged_forms_change_nothing => super::forged_forms_change_nothing;
    a_filing_begun_from_the_account_knows_its_filer => super::a_filing_begun_from_the_account_knows_its_filer;
    signing_out_everywhere_closes_other_browsers_too => super::signing_out_everywhere_closes_other_browsers_too;
    deleting_asks_first_and_leaves_the_cases => super::deleting_asks_first_and_leaves_the_cases;
    capitals_make_no_other_address => super::capitals_make_no_other_address;
    over_https_the_cookie_is_for_https_alone => super::over_https_the_cookie_is_for_https_alone;
}

const SIGN_IN: &str = "/fr/account/sign-in";

/// Asks for a code at the door, and shows it.
pub(crate) async fn enter(town: &Town, visitor: &mut Visitor, email: &str) -> Answer {
    town.clock.advance_minutes(2);
    town.take_mail(PORTAL).await;
    visitor.get(SIGN_IN).await;
    let asked = visitor.post(SIGN_IN, &[("email", email)]).await;
    assert_eq!(asked.code(), 200);
    let mails = town.take_mail(PORTAL).await;
    let mail = mails.iter().find(|mail| mail.to == email).unwrap();
    let code = code_in(&mail.text).unwrap().to_owned();
    let fields = [("email", email), ("confirm", "yes"), ("code", &code)];
    let opened = visitor.post(SIGN_IN, &fields).await;
    assert_eq!(opened.place(), "/fr/account");
    opened
}

async fn every_address_is_answered_alike(town: &Town) {
    town.clerks.file(town::filing()).await.unwrap();
    let mut visitor = Visitor::new(&counters(town)).await;
    visitor.get(SIGN_IN).await;
    let known = visitor
        .post(SIGN_IN, &[("email", "fatima@example.org")])
        .await;
    let unknown = visitor
        .post(SIGN_IN, &[("email", "nobody@example.org")])
        .await;
    assert_eq!((known.code(), unknown.code()), (200, 200));
    assert_eq!(
        known.text_without_tokens().replace("fatima@", "nobody@"),
        unknown.text_without_tokens(),
        "nothing tells which address has cases"
    );
    assert!(known.text().contains("autocomplete=\"one-time-code\""));
    for email in ["fatima@example.org", "nobody@example.org"] {
        let fields = [("email", email), ("confirm", "yes"), ("code", "")];
        let empty = visitor.post(SIGN_IN, &fields).await;
        assert_eq!(empty.code(), 422);
        assert!(empty.text().contains("id=\"code-error\""));
    }
    let mangled = visitor
        .post(SIGN_IN, &[("email", "fatima.example.org")])
        .await;
    assert_eq!(mangled.code(), 422);
    assert!(mangled.text().contains("value=\"fatima.example.org\""));
}

async fn a_code_opens_the_list_and_the_list_opens_cases(town: &Town) {
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    let mut visitor = Visitor::new(&counters(town)).await;
    enter(town, &mut visitor, "fatima@example.org").await;
    let list = visitor.get("/fr/account").await;
    assert!(list.text().contains(receipt.reference.as_str()));
    let case = visitor.get(&list.link("/fr/track/CK-")).await;
    assert_eq!(case.code(), 200);
    assert!(case.text().contains("حي النخيل"));
    // The page is the filer's own: what it offers can be done.
    let place = format!("/fr/track/{}", receipt.reference);
    let said = [("version", "1"), ("message", "Toujours éteintes.")];
    let added = visitor.post(&format!("{place}/message"), &said).await;
    assert_eq!(added.place(), place);
    let left = visitor.post("/fr/account/sign-out", &[]).await;
    assert_eq!(left.place(), "/fr/");
    let closed = visitor.get(&place).await;
    assert!(closed.place().starts_with("/fr/track?reference="));
    let door = visitor.get("/fr/account").await;
    assert_eq!(door.place(), SIGN_IN);
}

async fn a_case_of_someone_else_stays_closed(town: &Town) {
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    let mut stranger = Visitor::new(&counters(town)).await;
    enter(town, &mut stranger, "stranger@example.org").await;
    let list = stranger.get("/fr/account").await;
    assert!(!list.text().contains("CK-"));
    let place = format!("/fr/track/{}", receipt.reference);
    // The answer is the one for a reference that does not exist.
    let foreign = stranger.get(&place).await;
    assert!(foreign.place().starts_with("/fr/track?reference="));
    let unknown = stranger.get("/fr/track/CK-26-0000-0000").await;
    assert!(unknown.place().starts_with("/fr/track?reference="));
    let said = [("version", "1"), ("message", "me")];
    let refused = stranger.post(&format!("{place}/message"), &said).await;
    assert!(refused.place().starts_with("/fr/track?reference="));
}

async fn without_a_session_every_page_leads_to_the_door(town: &Town) {
    let mut visitor = Visitor::new(&counters(town)).await;
    visitor.get(SIGN_IN).await;
    for page in ["/fr/account", "/fr/account/settings", "/fr/account/delete"] {
        let led = visitor.get(page).await;
        assert!(led.place().starts_with(SIGN_IN), "{page}");
    }
    for page in ["/fr/account/settings", "/fr/account/delete"] {
        let led = visitor.post(page, &[]).await;
        assert!(led.place().starts_with(SIGN_IN), "{page}");
    }
}

async fn forged_forms_change_nothing(town: &Town) {
    let mut visitor = Visitor::new(&counters(town)).await;
    enter(town, &mut visitor, "fatima@example.org").await;
    for page in ["sign-out", "delete", "settings"] {
        let forged = visitor
            .post_carrying(&format!("/fr/account/{page}"), &[], Carries::Nothing)
            .await;
        assert_eq!(forged.code(), 403, "{page}");
    }
    assert_eq!(visitor.get("/fr/account").await.code(), 200);
}

async fn a_filing_begun_from_the_account_knows_its_filer(town: &Town) {
    let mut visitor = Visitor::new(&counters(town)).await;
    enter(town, &mut visitor, "fatima@example.org").await;
    visitor.get("/fr/account/settings").await;
    let wrong = [
        ("language", "fr"),
        ("name", "Fatima Exemple"),
        ("preferred", "letter"),
        ("address", "ici"),
    ];
    let refused = visitor.post("/fr/account/settings", &wrong).await;
    assert_eq!(refused.code(), 422);
    assert!(
        refused.text().contains("id=\"address-error\"")
            && refused.text().contains("Fatima Exemple")
    );
    let right = [
        ("language", "fr"),
        ("name", "Fatima Exemple"),
        ("preferred", "email"),
    ];
    let kept = visitor.post("/fr/account/settings", &right).await;
    visitor.get(kept.place()).await.says(&["C’est enregistré"]);
    town.take_mail(PORTAL).await;

    let draft = format!("/fr/file/{}", draft(&mut visitor).await);
    visitor
        .post(&format!("{draft}/what"), &[("text", WORDS)])
        .await;
    let you = visitor.get(&format!("{draft}/you")).await;
    assert!(you.text().contains("value=\"Fatima Exemple\""));
    assert!(you.text().contains("value=\"fatima@example.org\""));
    let fields = [
        ("category", "person"),
        ("name", "Fatima Exemple"),
        ("preferred", "email"),
        ("email", "fatima@example.org"),
    ];
    let said = visitor.post(&format!("{draft}/you"), &fields).await;
    assert_eq!(said.place(), format!("{draft}/check"));
    assert!(
        town.take_mail(PORTAL).await.is_empty(),
        "nothing is left to prove"
    );
    visitor
        .post(&format!("{draft}/check"), &[("declaration", "yes")])
        .await;
    let list = visitor.get("/fr/account").await;
    assert!(list.text().contains("Les lampadaires de la rue"));
}

async fn signing_out_everywhere_closes_other_browsers_too(town: &Town) {
    let (mut phone, mut desk) = (
        Visitor::new(&counters(town)).await,
        Visitor::new(&counters(town)).await,
    );
    enter(town, &mut phone, "fatima@example.org").await;
    enter(town, &mut desk, "fatima@example.org").await;
    assert_eq!(phone.get("/fr/account").await.code(), 200);
    desk.get("/fr/account").await;
    desk.post("/fr/account/sign-out", &[("everywhere", "yes")])
        .await;
    let closed = phone.get("/fr/account").await;
    assert_eq!(closed.place(), SIGN_IN);
}

async fn deleting_asks_first_and_leaves_the_cases(town: &Town) {
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    let mut visitor = Visitor::new(&counters(town)).await;
    enter(town, &mut visitor, "fatima@example.org").await;
    let asked = visitor.get("/fr/account/delete").await;
    assert!(asked.text().contains("Vos dossiers restent"));
    assert_eq!(
        visitor.get("/fr/account").await.code(),
        200,
        "asking deletes nothing"
    );
    let gone = visitor.post("/fr/account/delete", &[]).await;
    let told = visitor.get(gone.place()).await;
    told.says(&["Votre compte est supprimé"]);
    let door = visitor.get("/fr/account").await;
    assert_eq!(door.place(), SIGN_IN);
    visitor.get("/fr/track").await;
    let digits = receipt.access_code.digits();
    let fields = [("reference", receipt.reference.as_str()), ("code", &digits)];
    let opened = visitor.post("/fr/track", &fields).await;
    let place = format!("/fr/track/{}", receipt.reference);
    assert_eq!(opened.place(), place);
}

async fn over_https_the_cookie_is_for_https_alone(town: &Town) {
    let mut plain = Visitor::new(&counters(town)).await;
    let opened = enter(town, &mut plain, "fatima@example.org").await;
    let cookie = opened.cookie("ck_account=");
    assert!(cookie.contains("; HttpOnly; SameSite=Lax") && !cookie.contains("Secure"));
    let mut secure = Visitor::new(&counters_at(town, "https://portal.test")).await;
    let opened = enter(town, &mut secure, "fatima@example.org").await;
    let cookie = opened.cookie("__Host-ck_account=");
    assert!(
        cookie.contains("; HttpOnly; SameSite=Lax; Secure"),
        "{cookie}"
    );
}

async fn capitals_make_no_other_address(town: &Town) {
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    let mut visitor = Visitor::new(&counters(town)).await;
    // A telephone begins the word with a capital. The mail goes to the address as it was typed.
    enter(town, &mut visitor, "Fatima@example.org").await;
    let list = visitor.get("/fr/account").await;
    list.says(&[receipt.reference.as_str()]);
    let case = visitor.get(&list.link("/fr/track/CK-")).await;
    assert_eq!(case.code(), 200);

    let mut shop = Visitor::new(&counters(town)).await;
    let draft = format!("/fr/file/{}", draft(&mut shop).await);
    shop.post(&format!("{draft}/what"), &[("text", WORDS)])
        .await;
    let you = |email| {
        [
            ("category", "person"),
            ("name", "Hassan Exemple"),
            ("preferred", "email"),
            ("email", email),
        ]
    };
    let asked = shop
        .post(&format!("{draft}/you"), &you("Epicier@example.org"))
        .await;
    let mails = town.take_mail(PORTAL).await;
    let mail = mails
        .iter()
        .find(|mail| mail.to == "Epicier@example.org")
        .unwrap();
    let code = code_in(&mail.text).unwrap().to_owned();
    shop.post(asked.place(), &[("code", &code)]).await;
    // Proven is proven, however it is written after that.
    let said = shop
        .post(&format!("{draft}/you"), &you("epicier@example.org"))
        .await;
    assert_eq!(said.place(), format!("{draft}/check"));
    shop.post(&format!("{draft}/you"), &you("Epicier@example.org"))
        .await;
    let sent = shop
        .post(&format!("{draft}/check"), &[("declaration", "yes")])
        .await;
    let reference = shop
        .get(sent.place())
        .await
        .between("id=\"reference\">", "<");
    shop.post("/fr/track/lost", &[("email", "EPICIER@example.org")])
        .await;
    let mails = town.take_mail(PORTAL).await;
    let lists = |to: &str| {
        mails
            .iter()
            .any(|mail| mail.to == to && mail.text.contains(&reference))
    };
    assert!(lists("Epicier@example.org"), "the receipt");
    assert!(lists("EPICIER@example.org"), "the list");
    enter(town, &mut shop, "epicier@example.org").await;
    shop.get("/fr/account").await.says(&[&reference]);
}
