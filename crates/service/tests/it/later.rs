//! Keeping a draft for later: its code, what becomes of its link, and the message that carries the code.

use chikaya_domain::{
    Language,
    case::Kind,
    person::{Category, Contact, Email, IdentityKind},
    reference::DraftCode,
};
use chikaya_service::{
    Trouble,
    draft::{
        DRAFT_DAYS, DraftState,
        filing::{Fault, FilingFate, Step, TypedFiling},
    },
    message::contact::{CODES_A_DAY, Sending},
    token::Token,
};
use chikaya_testkit::{Town, town};

crate::in_both_towns! {
    a_code_opens_its_draft_until_it_is_sent => super::a_code_opens_its_draft_until_it_is_sent;
    a_code_opens_nothing_once_the_draft_is_forgotten => super::a_code_opens_nothing_once_the_draft_is_forgotten;
    a_link_that_ended_opens_nothing_and_the_code_does => super::a_link_that_ended_opens_nothing_and_the_code_does;
    the_code_is_sent_and_not_too_often => super::the_code_is_sent_and_not_too_often;
    a_body_says_who_speaks_for_it => super::a_body_says_who_speaks_for_it;
}

/// A number that passes its check.
const ICE: &str = "001234567000353";

/// A filing of a company of which nothing is missing.
fn typed() -> TypedFiling {
    TypedFiling {
        text: "Le lampadaire est éteint devant le magasin.".to_owned(),
        category: Some(Category::Company),
        name: "Épicerie Exemple".to_owned(),
        representative: "Fatima Exemple".to_owned(),
        quality: "Gérante".to_owned(),
        identity_number: ICE.to_owned(),
        preferred: "nothing".to_owned(),
        ..TypedFiling::new(Kind::Complaint, Language::French)
    }
}

async fn begun(town: &Town) -> Token {
    town.clerks.open_draft(typed()).await.unwrap()
}

async fn code(town: &Town, token: &Token) -> DraftCode {
    let kept = town.clerks.keep_for_later(token.clone()).await.unwrap();
    kept.code
}

async fn is_open(town: &Town, token: Token) -> bool {
    let draft = town.clerks.draft::<TypedFiling>(token).await;
    matches!(draft, Ok(DraftState::Open(draft)) if draft.content == typed())
}

async fn a_code_opens_its_draft_until_it_is_sent(town: &Town) {
    let clerks = &town.clerks;
    let token = begun(town).await;
    let kept = clerks.keep_for_later(token.clone()).await.unwrap();
    let again = clerks.keep_for_later(token.clone()).await.unwrap();
    assert_eq!(again.code, kept.code, "shown again, it is the same");
    let days = kept.until.duration_since(clerks.now()).as_hours() / 24;
    assert_eq!(days, DRAFT_DAYS);
    let other = begun(town).await;
    assert_ne!(code(town, &other).await, kept.code);
    let found = clerks.draft_with_code(kept.code.clone()).await.unwrap();
    assert_eq!(found, Some(token.clone()));
    let unknown = clerks.draft_with_code(DraftCode::draw(7)).await.unwrap();
    assert_eq!(unknown, None);

    // Nothing was written in it by being kept: its version is the one that was seen.
    let fate = clerks
        .file_draft(token.clone(), 1, [1; 32], Language::French)
        .await
        .unwrap();
    assert!(matches!(fate, FilingFate::Filed(_)));
    assert_eq!(clerks.draft_with_code(kept.code).await.unwrap(), None);
    let late = clerks.keep_for_later(token.clone()).await;
    assert!(matches!(late, Err(Trouble::Stale)));
    clerks.end_draft_link(token.clone()).await.unwrap();
    let filed = clerks.draft::<TypedFiling>(token).await.unwrap();
    assert!(matches!(filed, DraftState::Filed));
}

async fn a_code_opens_nothing_once_the_draft_is_forgotten(town: &Town) {
    let token = begun(town).await;
    let code = code(town, &token).await;
    town.clock.advance_days(DRAFT_DAYS);
    let found = town.clerks.draft_with_code(code.clone()).await.unwrap();
    assert_eq!(found, Some(token.clone()), "on its last day");
    town.clock.advance_days(1);
    assert_eq!(town.clerks.draft_with_code(code).await.unwrap(), None);
    let late = town.clerks.keep_for_later(token).await;
    assert!(matches!(late, Err(Trouble::Expired)));
}

async fn a_link_that_ended_opens_nothing_and_the_code_does(town: &Town) {
    let clerks = &town.clerks;
    let first = begun(town).await;
    clerks.end_draft_link(first.clone()).await.unwrap();
    assert!(
        is_open(town, first.clone()).await,
        "without a code nobody would find it again"
    );
    let code = code(town, &first).await;
    let mut old = first;
    for _ in 0..2 {
        clerks.end_draft_link(old.clone()).await.unwrap();
        let ended = clerks.draft::<TypedFiling>(old.clone()).await;
        assert!(matches!(ended, Err(Trouble::NotFound)));
        let found = clerks.draft_with_code(code.clone()).await.unwrap();
        let fresh = found.expect("the code still opens it");
        assert_ne!(fresh, old);
        assert!(is_open(town, fresh.clone()).await);
        old = fresh;
    }
    let gone = clerks.end_draft_link(Token::parse(&"a".repeat(32)).unwrap());
    assert!(matches!(gone.await, Err(Trouble::NotFound)));
}

async fn the_code_is_sent_and_not_too_often(town: &Town) {
    let clerks = &town.clerks;
    let token = begun(town).await;
    let code = code(town, &token).await;
    let to = |name: &str| {
        let address = format!("{name}@example.org");
        Contact::Email(Email::parse(&address).unwrap())
    };
    let send = |draft: &Token, name: &str| {
        clerks.send_draft_code(draft.clone(), to(name), Language::French)
    };
    assert_eq!(send(&token, "fatima").await.unwrap(), Sending::Sent);
    let waiting = town.outbox().await.join("\n");
    let (about, _) = waiting.split_once(' ').unwrap();
    assert!(!about.contains("fatima"), "{about}");
    assert!(!waiting.contains(code.signs()), "{waiting}");
    assert!(!waiting.contains(token.as_str()), "{waiting}");
    let mails = town.take_mail("http://portal.test").await;
    let mail = &mails[0];
    assert_eq!(mail.to, "fatima@example.org");
    let address = format!("http://portal.test/fr/continue/{code}");
    assert!(mail.text.contains(&address), "{}", mail.text);
    for secret in ["lampadaire", "Exemple", token.as_str()] {
        assert!(!mail.text.contains(secret), "{}", mail.text);
    }
    assert!(!town.outbox().await.join("\n").contains("fatima"));

    let other = begun(town).await;
    for (draft, name) in [(&token, "someone"), (&other, "fatima")] {
        let sending = send(draft, name).await.unwrap();
        assert!(matches!(sending, Sending::TooSoon { .. }), "{name}");
    }
    assert_eq!(send(&other, "someone").await.unwrap(), Sending::Sent);
    for number in 1..CODES_A_DAY {
        town.clock.advance_minutes(2);
        let name = format!("filer{number}");
        assert_eq!(send(&token, &name).await.unwrap(), Sending::Sent);
    }
    town.clock.advance_minutes(2);
    assert_eq!(send(&token, "last").await.unwrap(), Sending::TooMany);

    // What was sent meanwhile needs no message any more.
    town.take_mail("http://portal.test").await;
    town.clock.advance_days(2);
    assert_eq!(send(&token, "fatima").await.unwrap(), Sending::Sent);
    clerks
        .file_draft(token, 1, [1; 32], Language::French)
        .await
        .unwrap();
    let mails = town.take_mail("http://portal.test").await;
    assert!(mails.iter().all(|mail| mail.to != "fatima@example.org"));
}

async fn a_body_says_who_speaks_for_it(town: &Town) {
    let country = town.clerks.country();
    let nobody = TypedFiling {
        representative: String::new(),
        identity_number: "ICE 12".to_owned(),
        ..typed()
    };
    let told: Vec<&str> = nobody
        .faults_of(Step::You, &country)
        .iter()
        .map(Fault::field)
        .collect();
    assert_eq!(told, ["representative", "identity-number"]);
    let as_person = TypedFiling {
        category: Some(Category::Person),
        identity_number: "AB123456".to_owned(),
        ..nobody
    };
    assert_eq!(as_person.faults_of(Step::You, &country), []);

    let token = begun(town).await;
    let fate = town
        .clerks
        .file_draft(token.clone(), 1, [1; 32], Language::French)
        .await;
    let FilingFate::Filed(receipt) = fate.unwrap() else {
        panic!("nothing is wrong with it");
    };
    let again = town
        .clerks
        .file_draft(token, 1, [1; 32], Language::French)
        .await
        .unwrap();
    let FilingFate::Filed(again) = again else {
        panic!("it is filed");
    };
    assert_eq!(again.body, receipt.body, "printed again, it says the same");
    let body = receipt.body.unwrap();
    assert_eq!(body.category, Category::Company);
    assert_eq!(body.name, "Épicerie Exemple");
    assert_eq!(body.representative.as_deref(), Some("Fatima Exemple"));
    assert_eq!(body.quality.as_deref(), Some("Gérante"));
    assert_eq!(body.number, Some((IdentityKind::Ice, ICE.to_owned())));
    // The record binds it: whoever changes the row by hand is found out, and a row without is as it was before.
    town.clerks.file(town::filing()).await.unwrap();
    town.tamper();
    town.by_hand("UPDATE person SET representative = 'Somebody' WHERE quality IS NOT NULL")
        .await;
    let breaks = town.breaks().await;
    assert_eq!(breaks.len(), 1, "{breaks:?}");
}
