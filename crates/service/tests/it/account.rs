//! Accounts: opened by a code alone, holding the cases of a proven contact, and gone when they are deleted.

use chikaya_domain::{
    Language,
    case::Kind,
    person::{Contact, Email, PersonName, Phone, Preference, TellBy},
};
use chikaya_service::{
    Trouble,
    account::{ACCOUNT_HOURS, CASES_A_PAGE, Wishes},
    case::file::Filer,
    draft::filing::TypedFiling,
    message::contact::{ContactCode, Proof, Sending},
    token::Token,
};
use chikaya_testkit::{Town, post_office::code_in, town};

crate::in_both_towns! {
    a_code_opens_an_account_with_the_cases_of_that_contact => super::a_code_opens_an_account_with_the_cases_of_that_contact;
    a_code_for_a_filing_opens_no_account => super::a_code_for_a_filing_opens_no_account;
    a_case_of_someone_else_is_not_found => super::a_case_of_someone_else_is_not_found;
    the_list_goes_on_page_by_page => super::the_list_goes_on_page_by_page;
    a_session_ends_with_its_time_or_by_will => super::a_session_ends_with_its_time_or_by_will;
    wishes_fill_in_the_next_filing => super::wishes_fill_in_the_next_filing;
    a_deleted_account_leaves_its_cases => super::a_deleted_account_leaves_its_cases;
}

const PORTAL: &str = "https://portal.test";

fn fatima() -> Contact {
    address("fatima@example.org")
}

fn address(text: &str) -> Contact {
    Contact::Email(Email::parse(text).unwrap())
}

/// Asks for a code and shows it.
async fn enter(town: &Town, contact: Contact) -> Token {
    town.take_mail(PORTAL).await;
    town.clock.advance_minutes(2);
    let sent = town
        .clerks
        .send_account_code(contact.clone(), Language::French)
        .await
        .unwrap();
    assert_eq!(sent, Sending::Sent);
    let mails = town.take_mail(PORTAL).await;
    let mail = mails
        .iter()
        .find(|mail| mail.to == contact.value())
        .unwrap();
    let code = ContactCode::parse(code_in(&mail.text).unwrap()).unwrap();
    town.clerks
        .open_account(contact, code, Language::French)
        .await
        .unwrap()
        .unwrap()
}

async fn a_code_opens_an_account_with_the_cases_of_that_contact(town: &Town) {
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    let mut unproven = town::filing();
    if let Filer::Known(filer) = &mut unproven.filer {
        filer.verified = None;
    }
    town.clerks.file(unproven).await.unwrap();
    let token = enter(town, fatima()).await;
    let account = town.clerks.account(token.clone()).await.unwrap().unwrap();
    assert_eq!(account.contact, fatima());
    let page = town
        .clerks
        .cases_of_account(token.clone(), None)
        .await
        .unwrap();
    // Anyone can write any address: only what was proven is shown.
    assert_eq!(page.cases.len(), 1);
    assert_eq!(page.cases[0].reference, receipt.reference.as_str());
    assert_eq!(page.cases[0].answer_due, receipt.answer_due.date);
    assert!(page.next.is_none());
    let pass = town
        .clerks
        .open_with_account(token, receipt.reference)
        .await
        .unwrap();
    assert_eq!(pass.case, receipt.case);
    // The same address leads to the same account, another to another.
    let again = enter(town, fatima()).await;
    assert_eq!(town.clerks.account(again).await.unwrap(), Some(account));
    let stranger = enter(town, address("stranger@example.org")).await;
    let page = town.clerks.cases_of_account(stranger, None).await.unwrap();
    assert!(page.cases.is_empty());
}

async fn a_code_for_a_filing_opens_no_account(town: &Town) {
    let clerks = &town.clerks;
    clerks
        .send_contact_code(fatima(), Language::French)
        .await
        .unwrap();
    let mails = town.take_mail(PORTAL).await;
    let code = ContactCode::parse(code_in(&mails[0].text).unwrap()).unwrap();
    let refused = clerks.open_account(fatima(), code.clone(), Language::French);
    assert!(matches!(refused.await.unwrap(), Err(Proof::Expired)));
    let proof = clerks.check_contact_code(fatima(), code).await.unwrap();
    assert_eq!(proof, Proof::Right, "it was not used up");
}

async fn a_case_of_someone_else_is_not_found(town: &Town) {
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    let stranger = enter(town, address("stranger@example.org")).await;
    let foreign = town
        .clerks
        .open_with_account(stranger.clone(), receipt.reference)
        .await;
    assert!(matches!(foreign, Err(Trouble::NotFound)));
    let prefix = chikaya_domain::reference::ReferencePrefix::parse("CK").unwrap();
    let unknown = chikaya_domain::reference::Reference::draw(&prefix, 2026, 1);
    let nowhere = town.clerks.open_with_account(stranger, unknown).await;
    assert!(matches!(nowhere, Err(Trouble::NotFound)));
}

async fn the_list_goes_on_page_by_page(town: &Town) {
    let mut filed = Vec::new();
    for _ in 0..CASES_A_PAGE + 3 {
        // Three at the same instant now and then: the order must not skip any.
        if filed.len() % 3 == 0 {
            town.clock.advance_minutes(1);
        }
        let receipt = town.clerks.file(town::filing()).await.unwrap();
        filed.push(receipt.reference.to_string());
    }
    let token = enter(town, fatima()).await;
    let first = town
        .clerks
        .cases_of_account(token.clone(), None)
        .await
        .unwrap();
    assert_eq!(i64::try_from(first.cases.len()).unwrap(), CASES_A_PAGE);
    let second = town
        .clerks
        .cases_of_account(token, first.next)
        .await
        .unwrap();
    assert_eq!(second.cases.len(), 3);
    assert!(second.next.is_none());
    let mut seen: Vec<String> = first
        .cases
        .into_iter()
        .chain(second.cases)
        .map(|case| case.reference)
        .collect();
    assert!(filed[filed.len() - 3..].contains(&seen[0]), "newest first");
    seen.sort();
    filed.sort();
    assert_eq!(seen, filed);
}

async fn a_session_ends_with_its_time_or_by_will(town: &Town) {
    let clerks = &town.clerks;
    let old = enter(town, fatima()).await;
    town.clock.advance_minutes(ACCOUNT_HOURS * 60 + 1);
    assert!(clerks.account(old.clone()).await.unwrap().is_none());
    let ended = clerks.cases_of_account(old, None).await;
    assert!(matches!(ended, Err(Trouble::NotFound)));

    let (one, two) = (enter(town, fatima()).await, enter(town, fatima()).await);
    let other = enter(town, address("other@example.org")).await;
    clerks.leave_account(one.clone(), false).await.unwrap();
    assert!(clerks.account(one).await.unwrap().is_none());
    assert!(clerks.account(two.clone()).await.unwrap().is_some());
    let three = enter(town, fatima()).await;
    clerks.leave_account(three.clone(), true).await.unwrap();
    assert!(clerks.account(two).await.unwrap().is_none());
    assert!(clerks.account(three).await.unwrap().is_none());
    assert!(clerks.account(other).await.unwrap().is_some());
}

async fn wishes_fill_in_the_next_filing(town: &Town) {
    let clerks = &town.clerks;
    let token = enter(town, fatima()).await;
    let wishes = |phone: &str, by: TellBy| Wishes {
        preference: Preference {
            by,
            language: Language::Tamazight,
            quiet: None,
        },
        name: Some(PersonName::parse("فاطمة مثال").unwrap()),
        contacts: vec![Contact::Phone(
            Phone::parse(phone, town.clerks.country().numbering).unwrap(),
        )],
    };
    clerks
        .change_account(token.clone(), wishes("0612345678", TellBy::Email))
        .await
        .unwrap();
    clerks
        .change_account(token.clone(), wishes("0687654321", TellBy::Call))
        .await
        .unwrap();
    let account = clerks.account(token).await.unwrap().unwrap();
    let mut content = TypedFiling::new(Kind::Complaint, Language::French);
    account.begin(&mut content);
    assert_eq!(content.language, Language::Tamazight);
    assert_eq!(content.name, "فاطمة مثال");
    assert_eq!(content.email, "fatima@example.org");
    assert_eq!(
        content.phone, "+212687654321",
        "the number of before is gone"
    );
    assert_eq!(content.preferred, "phone");
    assert_eq!(content.verified.as_deref(), Some("fatima@example.org"));
}

async fn a_deleted_account_leaves_its_cases(town: &Town) {
    let clerks = &town.clerks;
    let receipt = clerks.file(town::filing()).await.unwrap();
    let (here, elsewhere) = (enter(town, fatima()).await, enter(town, fatima()).await);
    let wishes = Wishes {
        preference: Preference {
            by: TellBy::Email,
            language: Language::French,
            quiet: None,
        },
        name: Some(PersonName::parse("Fatima Exemple").unwrap()),
        contacts: Vec::new(),
    };
    clerks.change_account(here.clone(), wishes).await.unwrap();
    clerks.delete_account(here.clone()).await.unwrap();
    assert!(clerks.account(here.clone()).await.unwrap().is_none());
    assert!(clerks.account(elsewhere).await.unwrap().is_none());
    assert!(matches!(
        clerks.delete_account(here).await,
        Err(Trouble::NotFound)
    ));
    clerks
        .open_with_code(receipt.reference.clone(), receipt.access_code)
        .await
        .unwrap();
    // Whoever comes back begins anew, and finds the cases of the contact.
    let token = enter(town, fatima()).await;
    let account = clerks.account(token.clone()).await.unwrap().unwrap();
    assert_eq!(account.name, "");
    let page = clerks.cases_of_account(token, None).await.unwrap();
    assert_eq!(page.cases[0].reference, receipt.reference.as_str());
}
