//! Messages: one for each event that calls for it, in the filer's language, and codes that prove a contact.

use chikaya_domain::{
    Language,
    person::{Contact, Email},
};
use chikaya_testkit::{Town, town};

crate::in_both_towns! {
    a_filing_is_acknowledged_once_in_the_filer_s_language => super::a_filing_is_acknowledged_once_in_the_filer_s_language;
    a_code_works_once_and_dies_of_wrong_tries => super::a_code_works_once_and_dies_of_wrong_tries;
    a_lost_receipt_is_sent_to_a_proven_contact_alone => super::a_lost_receipt_is_sent_to_a_proven_contact_alone;
}

fn contact() -> Contact {
    Contact::Email(Email::parse("fatima@example.org").unwrap())
}

async fn a_filing_is_acknowledged_once_in_the_filer_s_language(town: &Town) {
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    let mails = town.word_mail("https://portal.test").await;
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].language, "ar");
    assert!(mails[0].text.contains(receipt.reference.as_str()));
    assert!(!mails[0].text.contains(&receipt.access_code.digits()));
    assert!(town.word_mail("https://portal.test").await.is_empty());
    // The worker that claimed it vanished: after its lease the mail waits again.
    town.clock.advance_minutes(5);
    assert_eq!(town.word_mail("https://portal.test").await.len(), 1);
}

async fn code_in_mail(town: &Town) -> String {
    let mails = town.word_mail("https://portal.test").await;
    mails[0]
        .text
        .split(|sign: char| !sign.is_ascii_digit())
        .find(|part| part.len() == 6)
        .unwrap()
        .to_owned()
}

async fn a_code_works_once_and_dies_of_wrong_tries(town: &Town) {
    let clerks = &town.clerks;
    clerks
        .send_contact_code(contact(), Language::French)
        .await
        .unwrap();
    let code = code_in_mail(town).await;
    assert!(
        clerks
            .check_contact_code(contact(), code.clone())
            .await
            .unwrap()
    );
    assert!(!clerks.check_contact_code(contact(), code).await.unwrap());
    town.clock.advance_minutes(5);
    clerks
        .send_contact_code(contact(), Language::French)
        .await
        .unwrap();
    let code = code_in_mail(town).await;
    for _ in 0..5 {
        assert!(
            !clerks
                .check_contact_code(contact(), "000000".to_owned())
                .await
                .unwrap()
        );
    }
    assert!(!clerks.check_contact_code(contact(), code).await.unwrap());
}

async fn a_lost_receipt_is_sent_to_a_proven_contact_alone(town: &Town) {
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    town.word_mail("https://portal.test").await;
    let stranger = Contact::Email(Email::parse("stranger@example.org").unwrap());
    town.clerks
        .send_lost_receipt(stranger, Language::French)
        .await
        .unwrap();
    assert!(town.word_mail("https://portal.test").await.is_empty());
    town.clerks
        .send_lost_receipt(contact(), Language::French)
        .await
        .unwrap();
    let mails = town.word_mail("https://portal.test").await;
    assert_eq!(mails.len(), 1);
    assert!(mails[0].text.contains(receipt.reference.as_str()));
}
