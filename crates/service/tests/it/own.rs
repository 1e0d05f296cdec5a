//! One's own account: what one changes of it oneself, and what it asks for first.

use chikaya_domain::{Language, access::Role, case::Verb, person::PersonName};
use chikaya_service::{
    Trouble,
    audit::{TrailLine, TrailQuestion},
    draft::spent::Words,
    staff::{Browser, CodeVerdict, Officer, Password, Proven, SignIn},
    token::Token,
};
use chikaya_testkit::{Town, town};

crate::in_both_towns! {
    name_and_language_change_where_they_were_last_seen => super::name_and_language_change_where_they_were_last_seen;
    two_of_one_name_are_told_apart_wherever_they_are_named => super::two_of_one_name_are_told_apart_wherever_they_are_named;
    another_password_asks_for_the_present_one_and_ends_other_sessions => super::another_password_asks_for_the_present_one_and_ends_other_sessions;
    passwords_cannot_be_tried_without_end_from_a_desk_left_open => super::passwords_cannot_be_tried_without_end_from_a_desk_left_open;
    a_second_factor_is_set_up_replaced_and_removed => super::a_second_factor_is_set_up_replaced_and_removed;
    each_recovery_code_serves_once_and_new_ones_end_the_old => super::each_recovery_code_serves_once_and_new_ones_end_the_old;
    sessions_say_where_they_were_begun_and_end_one_by_one => super::sessions_say_where_they_were_begun_and_end_one_by_one;
}

const EMAIL: &str = "one@sample.test";

async fn sign_in(town: &Town, device: &str, password: &str) -> Option<SignIn> {
    town.clerks
        .sign_in_on(
            Browser {
                device: device.to_owned(),
                word: None,
            },
            EMAIL.to_owned(),
            Password::typed(password),
        )
        .await
        .unwrap()
}

async fn session(town: &Town, device: &str) -> Token {
    match sign_in(town, device, town::PASSWORD).await {
        Some(SignIn::Done(token)) => token,
        other => panic!("the password alone opens a sample account: {other:?}"),
    }
}

async fn officer(town: &Town) -> Officer {
    town.officer(EMAIL, Role::Officer, town::TIZNIT).await
}

fn right() -> Password {
    Password::typed(town::PASSWORD)
}

async fn is_open(town: &Town, session: &Token) -> bool {
    town.clerks.officer(session.clone()).await.unwrap().is_ok()
}

async fn name_and_language_change_where_they_were_last_seen(town: &Town) {
    let officer = officer(town).await;
    let token = session(town, "").await;
    let account = town
        .clerks
        .own_account(officer.clone(), token.clone())
        .await
        .unwrap();
    let change = |version| {
        let name = PersonName::parse("Éva Exemple").unwrap();
        town.clerks
            .change_own_account(officer.clone(), version, name, Language::Arabic)
    };
    change(account.version).await.unwrap();
    assert!(matches!(change(account.version).await, Err(Trouble::Stale)));
    let fresh = town.clerks.officer(token).await.unwrap().unwrap();
    assert_eq!(
        (fresh.name.as_str(), fresh.language),
        ("Éva Exemple", Language::Arabic)
    );
    let [line] = &trail(town, "account.change").await[..] else {
        panic!("one change, one line");
    };
    let told = format!("name: {} > Éva Exemple; language: fr > ar", account.name);
    assert_eq!(line.detail.as_ref(), Some(&told));
}

/// The lines of the audit trail about a deed.
async fn trail(town: &Town, action: &str) -> Vec<TrailLine> {
    let auditor = town
        .officer("auditor@sample.test", Role::Auditor, "reform-authority")
        .await;
    let question = TrailQuestion {
        action: action.to_owned(),
        ..TrailQuestion::default()
    };
    town.clerks.trail(auditor, question).await.unwrap().lines
}

async fn two_of_one_name_are_told_apart_wherever_they_are_named(town: &Town) {
    let officer = officer(town).await;
    let namesake = town
        .officer("one@other.sample.test", Role::Officer, town::TIZNIT)
        .await;
    assert_eq!(officer.name, namesake.name);
    let marked = |email: &str| format!("{} (\u{2066}{email}\u{2069})", officer.name);

    // On the audit trail.
    let lines = trail(town, "session.begin").await;
    for email in [EMAIL, "one@other.sample.test"] {
        let who = marked(email);
        assert!(
            lines.iter().any(|line| line.who.as_ref() == Some(&who)),
            "{who} is missing: {lines:?}"
        );
    }

    // Where a colleague finds a draft.
    let reference = town.clerks.file(town::filing()).await.unwrap().reference;
    let words = Words::from([("note".to_owned(), "Sample.".to_owned())]);
    town.clerks
        .keep_desk_draft(officer.clone(), reference.clone(), Verb::Note, words, 0)
        .await
        .unwrap();
    let seen = town
        .clerks
        .desk_page(namesake.clone(), reference)
        .await
        .unwrap();
    assert_eq!(seen.drafts[0].name, marked(EMAIL));

    // Where the cases of one who leaves are handed on to the other.
    let administrator = town
        .officer("admin@sample.test", Role::Administrator, "reform-authority")
        .await;
    let held = town
        .clerks
        .held_by(administrator, officer.id)
        .await
        .unwrap();
    assert_eq!(held.receivers[0].name, marked("one@other.sample.test"));
}

async fn another_password_asks_for_the_present_one_and_ends_other_sessions(town: &Town) {
    let officer = officer(town).await;
    let (here, elsewhere) = (session(town, "").await, session(town, "").await);
    let new = "un lac derrière la colline";
    let choose = |present: &str| {
        town.clerks.change_own_password(
            officer.clone(),
            here.clone(),
            Password::typed(present),
            Password::choose(new, EMAIL).unwrap(),
        )
    };
    assert_eq!(choose("not the one").await.unwrap(), Proven::WrongPassword);
    assert!(is_open(town, &elsewhere).await);
    assert_eq!(choose(town::PASSWORD).await.unwrap(), Proven::Done(()));
    assert!(is_open(town, &here).await && !is_open(town, &elsewhere).await);
    assert!(sign_in(town, "", town::PASSWORD).await.is_none());
    assert!(sign_in(town, "", new).await.is_some());
}

async fn passwords_cannot_be_tried_without_end_from_a_desk_left_open(town: &Town) {
    let officer = officer(town).await;
    for _ in 0..10 {
        let refused = town
            .clerks
            .renew_own_recovery_codes(officer.clone(), Password::typed("a guess"))
            .await
            .unwrap();
        assert_eq!(refused, Proven::WrongPassword);
    }
    let over = town
        .clerks
        .remove_own_second_factor(officer.clone(), right())
        .await
        .unwrap();
    assert_eq!(
        over,
        Proven::TooMany,
        "the right one is not looked at either"
    );
    town.clock.advance_minutes(16);
    let after = town
        .clerks
        .remove_own_second_factor(officer, right())
        .await
        .unwrap();
    assert_eq!(after, Proven::Done(()));
}

/// Sets a second factor up, or another in its place; answers its secret and the recovery codes.
async fn set_up(town: &Town, officer: &Officer, token: &Token) -> (String, Vec<String>) {
    let secret = town.clerks.propose_second_factor(EMAIL).secret;
    let code = town.one_time_code(&secret);
    let proven = town
        .clerks
        .replace_own_second_factor(
            officer.clone(),
            token.clone(),
            right(),
            secret.clone(),
            code,
        )
        .await
        .unwrap();
    let Proven::Done(codes) = proven else {
        panic!("{proven:?}");
    };
    (secret, codes)
}

async fn a_second_factor_is_set_up_replaced_and_removed(town: &Town) {
    let officer = officer(town).await;
    let token = session(town, "").await;
    let wrong = town
        .clerks
        .replace_own_second_factor(
            officer.clone(),
            token.clone(),
            right(),
            town.clerks.propose_second_factor(EMAIL).secret,
            "000000".to_owned(),
        )
        .await
        .unwrap();
    assert_eq!(wrong, Proven::WrongCode);
    let (first, _) = set_up(town, &officer, &token).await;
    let Some(SignIn::SecondFactor(waiting)) = sign_in(town, "", town::PASSWORD).await else {
        panic!("from now on a code is asked for");
    };
    let (second, _) = set_up(town, &officer, &token).await;
    assert!(is_open(town, &token).await);
    // Whoever waited with the old one is out, and the old one opens nothing.
    town.clock.advance_minutes(2);
    let old = town
        .clerks
        .show_second_factor(waiting, town.one_time_code(&first))
        .await
        .unwrap();
    assert_eq!(old, CodeVerdict::Wrong);
    let Some(SignIn::SecondFactor(waiting)) = sign_in(town, "", town::PASSWORD).await else {
        panic!("a code is asked for");
    };
    let new = town
        .clerks
        .show_second_factor(waiting, town.one_time_code(&second))
        .await
        .unwrap();
    assert_eq!(new, CodeVerdict::Right);
    let removed = town
        .clerks
        .remove_own_second_factor(officer.clone(), right())
        .await
        .unwrap();
    assert_eq!(removed, Proven::Done(()));
    assert!(matches!(
        sign_in(town, "", town::PASSWORD).await,
        Some(SignIn::Done(_))
    ));
}

async fn each_recovery_code_serves_once_and_new_ones_end_the_old(town: &Town) {
    let officer = officer(town).await;
    let token = session(town, "").await;
    let none = town
        .clerks
        .renew_own_recovery_codes(officer.clone(), right())
        .await;
    assert!(matches!(none, Err(Trouble::NotAcceptable(_))));
    let (_, old) = set_up(town, &officer, &token).await;
    let renewed = town
        .clerks
        .renew_own_recovery_codes(officer.clone(), right())
        .await
        .unwrap();
    let Proven::Done(new) = renewed else {
        panic!("{renewed:?}");
    };
    let show = async |code: &str| {
        let Some(SignIn::SecondFactor(waiting)) = sign_in(town, "", town::PASSWORD).await else {
            panic!("a code is asked for");
        };
        town.clerks
            .show_second_factor(waiting, code.to_owned())
            .await
            .unwrap()
    };
    assert_eq!(show(&old[0]).await, CodeVerdict::Wrong);
    assert_eq!(show(&new[0]).await, CodeVerdict::Right);
    assert_eq!(show(&new[0]).await, CodeVerdict::Wrong);
    let account = town.clerks.own_account(officer, token).await.unwrap();
    assert_eq!(account.recovery_codes_left, new.len() - 1);
}

async fn sessions_say_where_they_were_begun_and_end_one_by_one(town: &Town) {
    let officer = officer(town).await;
    let here = session(town, "Firefox · Linux").await;
    let lost = session(town, "Chrome · Android").await;
    let third = session(town, "").await;
    let seen = async || {
        town.clerks
            .own_account(officer.clone(), here.clone())
            .await
            .unwrap()
            .sessions
    };
    let sessions = seen().await;
    let this = sessions.iter().find(|one| one.is_this).unwrap();
    assert_eq!(this.device, "Firefox · Linux");
    let phone = sessions
        .iter()
        .find(|one| one.device == "Chrome · Android")
        .unwrap();
    // Nobody ends a session of someone else.
    let stranger = town
        .officer("two@sample.test", Role::Officer, town::TIZNIT)
        .await;
    town.clerks
        .end_own_session(stranger, phone.id)
        .await
        .unwrap();
    assert!(is_open(town, &lost).await);
    town.clerks
        .end_own_session(officer.clone(), phone.id)
        .await
        .unwrap();
    assert!(!is_open(town, &lost).await && is_open(town, &third).await);
    town.clerks
        .end_own_other_sessions(officer.clone(), here.clone())
        .await
        .unwrap();
    assert!(!is_open(town, &third).await && is_open(town, &here).await);
    assert_eq!(seen().await.len(), 1);
}
