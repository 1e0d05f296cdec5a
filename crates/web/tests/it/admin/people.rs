//! People, from the list to the link shown once.

use axum::http::StatusCode;
use chikaya_domain::access::Role;
use chikaya_testkit::town::{self, TIZNIT};

use super::{leave, new_town, signed_in};

#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_lands_on_the_administration_and_others_do_not() {
    let town = new_town().await;
    let (mut browser, place) = signed_in(&town, Role::Administrator).await;
    assert_eq!(place, "/fr/admin");
    let home = browser.get(&place).await;
    for section in [
        "people",
        "organisations",
        "calendar",
        "policies",
        "messages",
        "audit",
    ] {
        home.says(&[&format!("href=\"/fr/admin/{section}\"")]);
    }
    for language in ["ar", "fr", "zgh", "en"] {
        let page = browser.get(&format!("/{language}/admin/people")).await;
        assert_eq!(page.status, StatusCode::OK);
        page.says(&["administrator@portal.test", "name=\"words\""]);
    }
    let (mut browser, place) = signed_in(&town, Role::Officer).await;
    assert_eq!(place, "/fr/desk");
    for address in ["/fr/admin", "/fr/admin/people", "/fr/admin/people/invite"] {
        let page = browser.get(address).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{address}");
    }
    leave(town).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_keeps_what_was_typed_and_then_shows_its_link_once() {
    let town = new_town().await;
    let (mut browser, _) = signed_in(&town, Role::Administrator).await;
    browser.get("/fr/admin/people/invite").await;
    let fields = [
        ("name", "Éva Exemple"),
        ("email", "eva.portal.test"),
        ("role", "officer"),
        ("organisation", "Tiznit"),
        ("language", "fr"),
    ];
    let page = browser.post("/fr/admin/people/invite", &fields).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.says(&[
        "role=\"alert\"",
        "href=\"#email\"",
        "value=\"eva.portal.test\"",
        "value=\"Éva Exemple\"",
        "value=\"Tiznit\"",
        &format!("value=\"{TIZNIT}\""),
    ]);
    let mut right = fields.to_vec();
    right[1].1 = "eva@portal.test";
    right.push(("organisation-code", TIZNIT));
    let page = browser.post("/fr/admin/people/invite", &right).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    let link = page.between("http://portal.test", "<");
    let offered = browser.get(&link).await;
    assert_eq!(offered.status, StatusCode::OK);
    offered.says(&["eva@portal.test", "value=\"Éva Exemple\""]);
    leave(town).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_desk_left_open_makes_no_administrators() {
    let town = new_town().await;
    let (mut browser, _) = signed_in(&town, Role::Administrator).await;
    browser.get("/fr/admin/people/invite").await;
    town.clock.advance_minutes(16);
    let fields = [
        ("name", "Éva Exemple"),
        ("email", "eva@portal.test"),
        ("role", "administrator"),
        ("organisation-code", "reform-authority"),
        ("language", "fr"),
    ];
    let before = town.audit().await;
    let asked = browser.post("/fr/admin/people/invite", &fields).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER);
    assert!(
        asked.place().starts_with("/fr/desk/sign-in?to="),
        "{}",
        asked.place()
    );
    assert!(asked.place().contains("kept=yes"), "what was typed waits");
    assert_eq!(town.audit().await, before, "nobody is invited");
    // Reading goes on, and so do acts that concern no account.
    let page = browser.get("/fr/admin/people").await;
    assert_eq!(page.status, StatusCode::OK);
    leave(town).await;
}

/// A password asked for once more says why, and what was to be done is named, and done by one button or not at all.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_pressed_before_the_password_was_asked_again_is_not_forgotten() {
    let town = new_town().await;
    let (mut browser, _) = signed_in(&town, Role::Administrator).await;
    let email = "administrator@portal.test";
    let officer = town.officer("one@sample.test", Role::Officer, TIZNIT).await;
    let page = format!("/fr/admin/people/{}", officer.id);
    for (act, name, status) in [
        ("renew", "Envoyer un nouveau lien d’accès", StatusCode::OK),
        ("switch-off", "Suspendre le compte", StatusCode::SEE_OTHER),
    ] {
        let version = browser.get(&page).await.between("name=\"version.", "\"");
        let fields = match act {
            "renew" => vec![],
            _ => vec![("version", version.as_str())],
        };
        town.clock.advance_minutes(16);
        let before = town.audit().await;
        let asked = browser.post(&format!("{page}/{act}"), &fields).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER);
        assert_eq!(town.audit().await, before, "nothing is done");
        let door = asked.place().to_owned();
        browser.get(&door).await.says(&[
            "écrivez de nouveau votre mot de passe",
            "Ce que vous vouliez faire n’est pas encore fait",
        ]);
        let fields_of_door = [("email", email), ("password", town::PASSWORD)];
        let led = browser.post(&door, &fields_of_door).await;
        let kept = browser.get(led.place()).await;
        kept.says(&[
            "Ce n’est pas encore fait",
            &format!("{name} · "),
            &officer.name,
            &format!("action=\"{page}/{act}\""),
            &format!(">{name}</button>"),
        ]);
        assert!(!kept.text().contains("<textarea"), "nothing was written");
        browser.read_token(&kept);
        let done = browser.post(&format!("{page}/{act}"), &fields).await;
        assert_eq!(done.status, status, "{}", done.text());
        assert_ne!(town.audit().await, before);
        if act == "renew" {
            // It is no invitation: an account is there, and its password is void.
            let mails = town.take_mail("http://portal.test").await;
            let mail = mails.iter().find(|mail| mail.to == "one@sample.test");
            let text = &mail.expect("a link is sent").text;
            assert!(text.contains("Votre ancien mot de passe"), "{text}");
            assert!(text.contains("7 jours"), "{text}");
        }
    }
    leave(town).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_that_waits_is_withdrawn_and_its_link_leads_nowhere() {
    let town = new_town().await;
    let (mut browser, _) = signed_in(&town, Role::Administrator).await;
    let none = browser.get("/en/admin/people").await;
    assert!(!none.text().contains("Invitations not used yet"));
    browser.get("/fr/admin/people/invite").await;
    let fields = [
        ("name", "Éva Exemple"),
        ("email", "eva@portal.test"),
        ("role", "unit-head"),
        ("organisation-code", TIZNIT),
        ("language", "fr"),
    ];
    let page = browser.post("/fr/admin/people/invite", &fields).await;
    let link = page.between("http://portal.test", "<");
    for language in ["ar", "fr", "zgh", "en"] {
        let page = browser.get(&format!("/{language}/admin/people")).await;
        page.says(&["Éva Exemple", "eva@portal.test", "/withdraw\""]);
    }
    let page = browser.get("/en/admin/people").await;
    page.says(&["Invitations not used yet", "Good until"]);
    let address = page.between("action=\"/en/admin/people/invitations/", "\"");
    let address = format!("/en/admin/people/invitations/{address}");
    let withdrawn = browser.post(&address, &[]).await;
    assert_eq!(withdrawn.place(), "/en/admin/people?done=yes");
    let page = browser.get(withdrawn.place()).await;
    page.says(&["role=\"status\""]);
    assert!(!page.text().contains("eva@portal.test"));
    let again = browser.post(&address, &[]).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    again.says(&["role=\"alert\"", "This invitation was used or has ended"]);
    let offered = browser.get(&link).await;
    assert_eq!(offered.status, StatusCode::GONE);
    let nonsense = browser
        .post("/en/admin/people/invitations/nonsense/withdraw", &[])
        .await;
    assert_eq!(nonsense.status, StatusCode::NOT_FOUND);
    leave(town).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn people_are_filtered_without_a_name_in_the_address() {
    let town = new_town().await;
    town.officer("lamia@portal.test", Role::Officer, TIZNIT)
        .await;
    let (mut browser, _) = signed_in(&town, Role::Administrator).await;
    browser.get("/en/admin/people").await;
    let led = browser
        .post("/en/admin/people", &[("words", "lamia")])
        .await;
    let place = led.place().to_owned();
    assert_eq!(place, "/en/admin/people?found=yes");
    // The page of what was found can be gone back to.
    for _ in 0..2 {
        let page = browser.get(&place).await;
        page.says(&["lamia@portal.test", "value=\"lamia\""]);
        let text = page.text();
        assert_eq!(text.matches("scope=\"row\"").count(), 1, "{text}");
        browser.get("/en/admin/people/invite").await;
    }
    let none = browser
        .post("/en/admin/people", &[("words", "nobody here")])
        .await;
    let none = browser.get(none.place()).await;
    none.says(&["class=\"empty\""]);
    let unknown = browser
        .post("/en/admin/people", &[("organisation", "xyzzy")])
        .await;
    let unknown = browser.get(unknown.place()).await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    unknown.says(&["href=\"#organisation\"", "id=\"organisation-error\""]);
    leave(town).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_is_changed_switched_off_and_let_in_again() {
    let town = new_town().await;
    let lamia = town
        .officer("lamia@portal.test", Role::Officer, TIZNIT)
        .await;
    let (mut browser, _) = signed_in(&town, Role::Administrator).await;
    let address = format!("/en/admin/people/{}", lamia.id);
    let page = browser.get(&address).await;
    let version = page.between("name=\"version.", "\"");
    let change = [
        ("version", version.as_str()),
        ("name", "Lamia Sample"),
        ("role", "unit-head"),
        ("organisation-code", TIZNIT),
        ("language", "ar"),
    ];
    let changed = browser.post(&address, &change).await;
    assert_eq!(changed.place(), format!("{address}?done=yes"));
    let stale = browser.post(&address, &change).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    stale.says(&["role=\"alert\"", "value=\"Lamia Sample\""]);
    let version = stale.between("name=\"version.", "\"");
    let off = browser
        .post(
            &format!("{address}/switch-off"),
            &[("version", version.as_str())],
        )
        .await;
    assert_eq!(off.status, StatusCode::SEE_OTHER, "{}", off.text());
    let page = browser.get(&address).await;
    page.says(&[&format!("action=\"{address}/switch-on\"")]);
    let renewed = browser.post(&format!("{address}/renew"), &[]).await;
    renewed.says(&["http://portal.test/ar/desk/invitation/"]);
    let own = browser.get("/en/admin/people").await;
    own.says(&["Stopped"]);
    leave(town).await;
}
