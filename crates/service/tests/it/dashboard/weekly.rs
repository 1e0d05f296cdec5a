//! The mail of the week goes once, on Monday, to those who asked for it and may see its figures still.

use chikaya_domain::{Language, access::Role, person::PersonName};
use chikaya_service::{
    Trouble,
    staff::{Member, Officer, StaffChange, Switch},
};
use chikaya_testkit::{Mail, Town, town};

use super::{AUTHORITY, HEAD, file, settle};

crate::in_both_towns! {
    the_mail_of_the_week_goes_once_on_monday => super::the_mail_of_the_week_goes_once_on_monday;
    whoever_lost_their_role_gets_no_figures => super::whoever_lost_their_role_gets_no_figures;
}

const PORTAL: &str = "https://portal.test";

/// The mails of the week that wait now.
async fn ordered(town: &Town) -> Vec<Mail> {
    while town.clerks.order_weekly_figures().await.unwrap() > 0 {}
    let mails = town.take_mail(PORTAL).await;
    mails.into_iter().filter(|mail| mail.to == HEAD).collect()
}

async fn the_mail_of_the_week_goes_once_on_monday(town: &Town) {
    // A Thursday.
    let head = town
        .officer(HEAD, Role::AdministrationHead, town::TIZNIT)
        .await;
    assert_eq!(
        town.clerks
            .wants_weekly_figures(head.clone())
            .await
            .unwrap(),
        Some(false),
        "nobody is written to who did not ask"
    );
    let receipts = file(town, 3).await;
    settle(town).await;
    town.take_mail(PORTAL).await;
    assert!(ordered(town).await.is_empty());
    for _ in 0..2 {
        town.clerks
            .want_weekly_figures(head.clone(), true)
            .await
            .unwrap();
    }
    assert!(ordered(town).await.is_empty(), "not before Monday");
    town.clock.set(town::instant("2026-03-16T05:59:00Z"));
    assert!(ordered(town).await.is_empty(), "not before seven");
    town.clock.set(town::instant("2026-03-16T09:00:00Z"));
    // Of two workers one orders it.
    let (one, other) = (town.second_node().await, town.clerks.clone());
    let (one, other) = tokio::join!(one.order_weekly_figures(), other.order_weekly_figures());
    assert!(one.unwrap() + other.unwrap() >= 1);
    let mails = ordered(town).await;
    assert_eq!(mails.len(), 1);
    let text = &mails[0].text;
    for words in [
        "arrivés ou rouverts 3",
        "Dossiers en cours\u{a0}: 3",
        "https://portal.test/fr/desk?view=open",
        "https://portal.test/fr/desk/dashboard",
        "https://portal.test/fr/desk/me#notifications",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    for receipt in &receipts {
        assert!(!text.contains(receipt.reference.as_str()));
    }
    assert!(!text.contains("Fatima") && !text.contains("فاطمة"));
    town.clock.set(town::instant("2026-03-18T09:00:00Z"));
    assert!(ordered(town).await.is_empty(), "once a week");
    // A worker that stood still on Monday sends it on the day on which it works again.
    town.clock.set(town::instant("2026-03-25T09:00:00Z"));
    assert_eq!(ordered(town).await.len(), 1);
    let head = town
        .officer("again@sample.test", Role::AdministrationHead, town::TIZNIT)
        .await;
    drop(head);
    let signed_in = town
        .officer("clerk@sample.test", Role::Registry, town::TIZNIT)
        .await;
    assert_eq!(
        town.clerks
            .wants_weekly_figures(signed_in.clone())
            .await
            .unwrap(),
        None
    );
    assert!(matches!(
        town.clerks.want_weekly_figures(signed_in, true).await,
        Err(Trouble::Forbidden)
    ));
}

async fn whoever_lost_their_role_gets_no_figures(town: &Town) {
    let head = town
        .officer(HEAD, Role::AdministrationHead, town::TIZNIT)
        .await;
    town.clerks
        .want_weekly_figures(head.clone(), true)
        .await
        .unwrap();
    file(town, 1).await;
    settle(town).await;
    town.take_mail(PORTAL).await;
    become_one_of(town, &head, Role::Registry).await;
    town.clock.set(town::instant("2026-03-16T09:00:00Z"));
    assert!(ordered(town).await.is_empty());
    become_one_of(town, &head, Role::AdministrationHead).await;
    switch(town, &head, Switch::Off).await;
    town.clock.set(town::instant("2026-03-23T09:00:00Z"));
    assert!(ordered(town).await.is_empty());
    switch(town, &head, Switch::On).await;
    town.clock.set(town::instant("2026-03-30T09:00:00Z"));
    assert_eq!(ordered(town).await.len(), 1);
    // Whoever wants it no more gets none.
    let head = town
        .officer("other@sample.test", Role::UnitHead, town::TIZNIT)
        .await;
    for wants in [true, false] {
        town.clerks
            .want_weekly_figures(head.clone(), wants)
            .await
            .unwrap();
    }
    town.clock.set(town::instant("2026-04-06T09:00:00Z"));
    while town.clerks.order_weekly_figures().await.unwrap() > 0 {}
    let mails = town.take_mail(PORTAL).await;
    assert!(mails.iter().all(|mail| mail.to != "other@sample.test"));
}

/// Whoever administers the portal, and the account as they see it.
async fn administered(town: &Town, who: &Officer) -> (Officer, Member) {
    let email = format!("admin-{}@sample.test", town.clerks.now().as_second());
    let administrator = town.officer(&email, Role::Administrator, AUTHORITY).await;
    let member = town
        .clerks
        .member(administrator.clone(), who.id)
        .await
        .unwrap();
    (administrator, member)
}

async fn become_one_of(town: &Town, who: &Officer, role: Role) {
    let (administrator, member) = administered(town, who).await;
    let change = StaffChange {
        name: PersonName::parse("Sample").unwrap(),
        role,
        organisation: town::organisation_code(town::TIZNIT),
        unit: None,
        language: Language::French,
    };
    town.clerks
        .change_member(administrator, who.id, member.version, change)
        .await
        .unwrap();
}

async fn switch(town: &Town, who: &Officer, to: Switch) {
    let (administrator, member) = administered(town, who).await;
    town.clerks
        .switch_member(administrator, who.id, member.version, to)
        .await
        .unwrap();
}
