//! Messages: one for each event that calls for it, in the filer's language, and codes that prove a contact.

use chikaya_domain::{
    Language,
    case::Kind,
    person::{Contact, Contacts, Email, Phone, PostalAddress},
};
use chikaya_service::{
    Trouble,
    case::file::Filer,
    draft::{DraftState, filing::TypedFiling},
    message::contact::{CODE_MINUTES, CODES_A_DAY, CodeStanding, ContactCode, Proof, Sending},
    token::CasePass,
};
use chikaya_testkit::{Town, post_office::code_in, town};

crate::in_both_towns! {
    a_filing_is_acknowledged_once_in_the_filer_s_language => super::a_filing_is_acknowledged_once_in_the_filer_s_language;
    whoever_wants_letters_gets_no_mail => super::whoever_wants_letters_gets_no_mail;
    a_code_works_once_and_dies_of_wrong_tries => super::a_code_works_once_and_dies_of_wrong_tries;
    codes_to_one_contact_are_spaced_out_and_counted => super::codes_to_one_contact_are_spaced_out_and_counted;
    a_code_that_ran_out_proves_nothing => super::a_code_that_ran_out_proves_nothing;
    a_contact_proven_in_a_draft_is_proven_in_its_case => super::a_contact_proven_in_a_draft_is_proven_in_its_case;
    a_filer_proves_their_contact_after_filing => super::a_filer_proves_their_contact_after_filing;
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

async fn whoever_wants_letters_gets_no_mail(town: &Town) {
    let letter = PostalAddress::parse("12, rue de l’École, 85000 Tiznit").unwrap();
    let phone = Phone::parse("0612345678", town.clerks.country().numbering).unwrap();
    for (first, mails) in [(Contact::Letter(letter), 0), (Contact::Phone(phone), 1)] {
        let mut filing = town::filing();
        if let Filer::Known(filer) = &mut filing.filer {
            filer.contacts = Contacts::new([first, contact()]);
        }
        town.clerks.file(filing).await.unwrap();
        assert_eq!(town.take_mail("https://portal.test").await.len(), mails);
    }
}

async fn code_in_mail(town: &Town) -> String {
    let mails = town.take_mail("https://portal.test").await;
    code_in(&mails[0].text).unwrap().to_owned()
}

async fn a_code_works_once_and_dies_of_wrong_tries(town: &Town) {
    let clerks = &town.clerks;
    clerks
        .send_contact_code(contact(), Language::French)
        .await
        .unwrap();
    let code = code_in_mail(town).await;
    let check =
        |code: &str| clerks.check_contact_code(contact(), ContactCode::parse(code).unwrap());
    assert_eq!(check(&code).await.unwrap(), Proof::Right);
    assert_eq!(check(&code).await.unwrap(), Proof::Expired);
    town.clock.advance_minutes(5);
    clerks
        .send_contact_code(contact(), Language::French)
        .await
        .unwrap();
    let code = code_in_mail(town).await;
    let wrong = if code == "000000" { "000001" } else { "000000" };
    for _ in 0..4 {
        assert_eq!(check(wrong).await.unwrap(), Proof::Wrong);
    }
    // The last one says at once that no other is heard.
    assert_eq!(check(wrong).await.unwrap(), Proof::TooManyTries);
    assert_eq!(check(&code).await.unwrap(), Proof::TooManyTries);
    let standing = clerks.contact_code_standing(contact()).await.unwrap();
    assert_eq!(standing, CodeStanding::Dead);
}

async fn codes_to_one_contact_are_spaced_out_and_counted(town: &Town) {
    let send = || town.clerks.send_contact_code(contact(), Language::French);
    assert_eq!(send().await.unwrap(), Sending::Sent);
    assert_eq!(
        send().await.unwrap(),
        Sending::TooSoon { seconds: 60 },
        "it says when"
    );
    let standing = town.clerks.contact_code_standing(contact()).await.unwrap();
    assert_eq!(standing, CodeStanding::Waits);
    for _ in 1..CODES_A_DAY {
        town.clock.advance_minutes(2);
        assert_eq!(send().await.unwrap(), Sending::Sent);
    }
    town.clock.advance_minutes(2);
    assert_eq!(send().await.unwrap(), Sending::TooMany);
    let mails = town.word_mail("https://portal.test").await;
    assert_eq!(i64::try_from(mails.len()).unwrap(), CODES_A_DAY);
    let neighbour = Contact::Email(Email::parse("neighbour@example.org").unwrap());
    let other = town.clerks.send_contact_code(neighbour, Language::French);
    assert_eq!(other.await.unwrap(), Sending::Sent);
    town.clock.advance_minutes(24 * 60);
    assert_eq!(send().await.unwrap(), Sending::Sent);
}

async fn a_code_that_ran_out_proves_nothing(town: &Town) {
    let clerks = &town.clerks;
    clerks
        .send_contact_code(contact(), Language::French)
        .await
        .unwrap();
    let code = ContactCode::parse(&code_in_mail(town).await).unwrap();
    town.clock.advance_minutes(CODE_MINUTES + 1);
    let standing = clerks.contact_code_standing(contact()).await.unwrap();
    assert_eq!(standing, CodeStanding::RanOut);
    let shown = clerks.check_contact_code(contact(), code).await.unwrap();
    assert_eq!(shown, Proof::Expired);
}

async fn a_contact_proven_in_a_draft_is_proven_in_its_case(town: &Town) {
    let clerks = &town.clerks;
    let token = clerks
        .open_draft(TypedFiling::new(Kind::Complaint, Language::Arabic))
        .await
        .unwrap();
    clerks
        .send_contact_code(contact(), Language::Arabic)
        .await
        .unwrap();
    let code = ContactCode::parse(&code_in_mail(town).await).unwrap();
    let proof = clerks
        .prove_contact_of_draft(token.clone(), contact(), code)
        .await
        .unwrap();
    assert_eq!(proof, Proof::Right);
    let DraftState::<TypedFiling>::Open(draft) = clerks.draft(token).await.unwrap() else {
        panic!("nothing was filed");
    };
    assert_eq!(
        draft.content.verified.as_deref(),
        Some("fatima@example.org")
    );
}

async fn a_filer_proves_their_contact_after_filing(town: &Town) {
    let clerks = &town.clerks;
    let mut filing = town::filing();
    if let Filer::Known(filer) = &mut filing.filer {
        filer.verified = None;
    }
    let receipt = clerks.file(filing).await.unwrap();
    let pass = CasePass::issue(receipt.case, clerks.now());
    town.word_mail("https://portal.test").await;
    clerks
        .send_lost_receipt(contact(), Language::French)
        .await
        .unwrap();
    assert!(town.word_mail("https://portal.test").await.is_empty());

    assert_eq!(
        clerks.follow(pass.clone()).await.unwrap().unproven,
        [contact()]
    );
    clerks
        .send_contact_code(contact(), Language::French)
        .await
        .unwrap();
    let code = ContactCode::parse(&code_in_mail(town).await).unwrap();
    // A code for one contact proves no other, whoever holds it.
    let stranger = Contact::Email(Email::parse("stranger@example.org").unwrap());
    let foreign = clerks.prove_contact_of_filer(pass.clone(), stranger, code.clone());
    assert!(matches!(foreign.await, Err(Trouble::NotFound)));
    let proof = clerks.prove_contact_of_filer(pass.clone(), contact(), code);
    assert_eq!(proof.await.unwrap(), Proof::Right);
    assert!(clerks.follow(pass).await.unwrap().unproven.is_empty());

    clerks
        .send_lost_receipt(contact(), Language::French)
        .await
        .unwrap();
    assert_eq!(town.word_mail("https://portal.test").await.len(), 1);
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
