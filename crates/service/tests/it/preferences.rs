//! How people want to be told, and what the house then does: channel, language and quiet hours, in every channel.

use chikaya_domain::{
    Language,
    access::Role,
    answer::Outcome,
    case::Consent,
    person::{Contact, Email, Phone, PostalAddress, Preference, TellBy},
};
use chikaya_service::{
    Trouble,
    case::{
        act::StaffAct,
        file::{Filer, Receipt},
        queue::{Order, View},
    },
    message::way::NewsBy,
    preference::{Saying, Standing},
    sms::Came,
    staff::Officer,
    token::CasePass,
};
use chikaya_testkit::{Town, post_office::code_in, town};

use crate::acts::act;

chikaya_testkit::in_texting_towns! {
    each_event_comes_as_each_person_wants_it => super::each_event_comes_as_each_person_wants_it;
    a_change_takes_effect_on_what_still_waits => super::a_change_takes_effect_on_what_still_waits;
    quiet_hours_hold_back_news_and_no_codes => super::quiet_hours_hold_back_news_and_no_codes;
    a_number_that_wrote_stop_is_opened_again_by_its_owner_alone => super::a_number_that_wrote_stop_is_opened_again_by_its_owner_alone;
    an_agent_writes_a_wish_down_with_consent => super::an_agent_writes_a_wish_down_with_consent;
}

const PORTAL: &str = "https://portal.test";

fn address(number: usize) -> Contact {
    Contact::Email(Email::parse(&format!("filer{number}@example.org")).unwrap())
}

fn telephone(number: usize) -> Contact {
    Contact::Phone(Phone::kept(&format!("+2126000001{number:02}")).unwrap())
}

fn letterbox() -> Contact {
    Contact::Letter(PostalAddress::parse("12, rue de l’École, Tiznit").unwrap())
}

/// A filing in French of somebody who gave everything by which they could be reached.
async fn filed(town: &Town, number: usize) -> (Receipt, CasePass) {
    let mut filing = town::filing_with([address(number), telephone(number), letterbox()]);
    filing.language = Language::French;
    filing.key = Some(format!("filer-{number}"));
    let receipt = town.clerks.file(filing).await.unwrap();
    let pass = pass(town, &receipt).await;
    (receipt, pass)
}

async fn pass(town: &Town, receipt: &Receipt) -> CasePass {
    town.clerks
        .open_with_code(receipt.reference.clone(), receipt.access_code.clone())
        .await
        .unwrap()
}

async fn officer(town: &Town) -> Officer {
    town.officer("one@sample.test", Role::Officer, town::TIZNIT)
        .await
}

/// What reached somebody: by which channel, in which language.
async fn told(town: &Town) -> Vec<(NewsBy, String, &'static str)> {
    let mut told = Vec::new();
    // What changed its way is handed on to the other channel.
    let mails = town.take_mail(PORTAL).await;
    let texts = town.take_texts(PORTAL).await;
    let more = town.take_mail(PORTAL).await;
    for mail in mails.into_iter().chain(more) {
        told.push((NewsBy::Email, mail.to, mail.language));
    }
    for text in texts {
        told.push((NewsBy::Sms, text.to, text.language));
    }
    told
}

async fn waits(town: &Town, officer: &Officer, view: View, reference: &str) -> bool {
    while town.clerks.place_events().await.unwrap().placed > 0 {}
    let page = town
        .clerks
        .queue(officer.clone(), view, None, Order::DueFirst, None)
        .await
        .unwrap();
    page.lines.iter().any(|line| line.reference == reference)
}

const fn wanted(by: TellBy, language: Language) -> Preference {
    Preference {
        by,
        language,
        quiet: None,
    }
}

async fn prefer(town: &Town, pass: &CasePass, wanted: Preference) {
    let saying = town.clerks.prefer_as_filer(pass.clone(), wanted).await;
    assert_eq!(saying.unwrap(), Saying::Kept);
}

/// To nine in the morning after the evening on which a town begins: in Ramadan the country is at UTC.
fn until_morning(town: &Town) {
    town.clock.set(town::instant("2026-03-13T09:00:00Z"));
}

/// Acknowledgement, question and answer, for each preference in each language: to whom they go, in which language, and what is
/// left to the office.
async fn each_event_comes_as_each_person_wants_it(town: &Town) {
    until_morning(town);
    let officer = officer(town).await;
    let mut number = 0;
    for &by in TellBy::ALL {
        for language in Language::ALL {
            number += 1;
            let (receipt, pass) = filed(town, number).await;
            let reference = receipt.reference.clone();
            let name = format!("{by} in {language}");
            prefer(town, &pass, wanted(by, language)).await;
            let (channel, to) = match by {
                TellBy::Email => (Some(NewsBy::Email), address(number)),
                TellBy::Sms => (Some(NewsBy::Sms), telephone(number)),
                TellBy::Call | TellBy::Letter | TellBy::Nothing => (None, letterbox()),
            };
            let expected: Vec<_> = channel
                .map(|channel| (channel, to.value().to_owned(), language.code()))
                .into_iter()
                .collect();
            assert_eq!(told(town).await, expected, "{name}: acknowledgement");
            act(town, &officer, &reference, StaffAct::Examine).await;
            act(town, &officer, &reference, StaffAct::TakeUp).await;
            let ask = StaffAct::Ask {
                question: "Quel est le numéro du poteau ?".to_owned(),
                respond_by: jiff::civil::date(2026, 3, 25),
            };
            act(town, &officer, &reference, ask).await;
            for event in ["question", "answer"] {
                if event == "answer" {
                    let answer = StaffAct::Answer(town::answer(Outcome::Granted));
                    act(town, &officer, &reference, answer).await;
                }
                assert_eq!(told(town).await, expected, "{name}: {event}");
                let telephones = waits(town, &officer, View::ToTelephone, reference.as_str());
                assert_eq!(telephones.await, by == TellBy::Call, "{name}: {event}");
                let posts = waits(town, &officer, View::ToPost, reference.as_str());
                assert_eq!(posts.await, by == TellBy::Letter, "{name}: {event}");
            }
            if by == TellBy::Letter {
                let letter = town.clerks.letter(officer.clone(), reference).await;
                assert_eq!(letter.unwrap().language, language, "{name}: the letter");
            }
            town.clock.advance_minutes(1);
        }
    }
}

async fn a_change_takes_effect_on_what_still_waits(town: &Town) {
    until_morning(town);
    let officer = officer(town).await;
    let (receipt, pass) = filed(town, 1).await;
    assert_eq!(receipt.news_by, NewsBy::Email);
    told(town).await;
    let answer = StaffAct::Answer(town::answer(Outcome::Granted));
    act(town, &officer, &receipt.reference, StaffAct::Examine).await;
    act(town, &officer, &receipt.reference, answer).await;
    // It was ordered as a mail in French.
    prefer(town, &pass, wanted(TellBy::Sms, Language::Arabic)).await;
    let answered = (NewsBy::Sms, telephone(1).value().to_owned(), "ar");
    assert_eq!(told(town).await, [answered]);
    // Whoever asks to be called once something is on its way is not left without it.
    let (second, pass) = filed(town, 2).await;
    told(town).await;
    let answer = StaffAct::Answer(town::answer(Outcome::Granted));
    act(town, &officer, &second.reference, StaffAct::Examine).await;
    act(town, &officer, &second.reference, answer).await;
    prefer(town, &pass, wanted(TellBy::Call, Language::French)).await;
    let answered = (NewsBy::Email, address(2).value().to_owned(), "fr");
    assert_eq!(told(town).await, [answered]);
}

async fn quiet_hours_hold_back_news_and_no_codes(town: &Town) {
    until_morning(town);
    let (_, pass) = filed(town, 1).await;
    let quiet = Preference {
        quiet: Some("08:30-11:00".parse().unwrap()),
        ..wanted(TellBy::Email, Language::French)
    };
    prefer(town, &pass, quiet).await;
    assert!(told(town).await.is_empty(), "it is quiet until eleven");
    town.clerks
        .send_contact_code(address(1), Language::French)
        .await
        .unwrap();
    let mails = town.take_mail(PORTAL).await;
    assert_eq!(mails.len(), 1, "the code alone");
    assert!(code_in(&mails[0].text).is_some());
    town.clock.advance_minutes(119);
    assert!(told(town).await.is_empty(), "a minute is left");
    town.clock.advance_minutes(1);
    assert_eq!(told(town).await.len(), 1, "the acknowledgement");
    // The house's own hours hold for telephones too: from nine in the evening, and then the person's.
    let (_, pass) = filed(town, 2).await;
    let quiet = Preference {
        quiet: Some("08:00-10:00".parse().unwrap()),
        ..wanted(TellBy::Sms, Language::French)
    };
    prefer(town, &pass, quiet).await;
    town.clock.advance_minutes(10 * 60 + 30);
    assert!(told(town).await.is_empty(), "half past nine in the evening");
    town.clock.advance_minutes(12 * 60);
    assert!(told(town).await.is_empty(), "half past nine in the morning");
    town.clock.advance_minutes(30);
    assert_eq!(told(town).await.len(), 1);
}

async fn a_number_that_wrote_stop_is_opened_again_by_its_owner_alone(town: &Town) {
    until_morning(town);
    let (_, pass) = filed(town, 1).await;
    let Contact::Phone(phone) = telephone(1) else {
        panic!("a number");
    };
    let came = |id: &str, text: &str| Came {
        gateway: "kannel".to_owned(),
        id: id.to_owned(),
        from: phone.clone(),
        text: text.to_owned(),
    };
    town.clerks.sms_came(came("1", "STOP")).await.unwrap();
    let page = town.clerks.preference_of_case(pass.clone()).await.unwrap();
    let sms = page.offered.iter().find(|offer| offer.by == TellBy::Sms);
    assert_eq!(sms.unwrap().standing, Standing::Stopped);
    let by_sms = wanted(TellBy::Sms, Language::French);
    let refused = town.clerks.prefer_as_filer(pass.clone(), by_sms).await;
    assert_eq!(
        refused.unwrap(),
        Saying::Stopped,
        "anybody can give a number"
    );
    assert!(
        !town
            .clerks
            .preference_of_case(pass.clone())
            .await
            .unwrap()
            .is_said
    );
    town.clerks.sms_came(came("2", "START")).await.unwrap();
    prefer(town, &pass, by_sms).await;
    // Whoever gave no number cannot be told there.
    let receipt = town
        .clerks
        .file(town::filing_with([address(2)]))
        .await
        .unwrap();
    let alone = self::pass(town, &receipt).await;
    let refused = town.clerks.prefer_as_filer(alone, by_sms).await;
    assert_eq!(refused.unwrap(), Saying::NoContact);
    town.take_mail(PORTAL).await;
    town.take_texts(PORTAL).await;
}

async fn an_agent_writes_a_wish_down_with_consent(town: &Town) {
    until_morning(town);
    let officer = officer(town).await;
    let (receipt, pass) = filed(town, 1).await;
    let by_letter = wanted(TellBy::Letter, Language::Arabic);
    let reference = receipt.reference.clone();
    let said = town
        .clerks
        .prefer_for_filer(officer, reference.clone(), by_letter, Consent::Spoken)
        .await;
    assert_eq!(said.unwrap(), Saying::Kept);
    let page = town.clerks.preference_of_case(pass).await.unwrap();
    assert_eq!((page.wanted, page.is_said), (by_letter, true));
    let line = town
        .audit()
        .await
        .into_iter()
        .rfind(|line| line.contains("preference.write"));
    assert!(line.is_some(), "it is on the trail");
    // Neither a colleague elsewhere nor somebody who sees no filers.
    for (email, role, body) in [
        ("two@sample.test", Role::Officer, "onee"),
        ("three@sample.test", Role::Auditor, "reform-authority"),
    ] {
        let stranger = town.officer(email, role, body).await;
        let refused = town
            .clerks
            .prefer_for_filer(stranger, reference.clone(), by_letter, Consent::Spoken)
            .await;
        assert!(
            matches!(refused, Err(Trouble::NotFound | Trouble::Forbidden)),
            "{role}"
        );
    }
    // A report that nobody signed has nobody to be told.
    let mut filing = town::filing();
    filing.filer = Filer::Anonymous;
    let anonymous = town.clerks.file(filing).await.unwrap();
    let pass = self::pass(town, &anonymous).await;
    let none = town.clerks.preference_of_case(pass).await;
    assert!(matches!(none, Err(Trouble::NotFound)));
    town.take_mail(PORTAL).await;
}
