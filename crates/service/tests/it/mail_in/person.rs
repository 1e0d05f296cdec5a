//! One person who comes by five ways: one timeline, one account, one list of cases, for them and for the agent on the line.

use chikaya_domain::{
    Language,
    access::Role,
    call::CallDirection,
    case::{Channel, Fact},
    person::{Contact, Email, Phone, Preference, TellBy},
};
use chikaya_service::{
    account::Wishes,
    case::{
        act::StaffAct,
        file::{Filer, Receipt},
        follow::FilerAct,
    },
    message::contact::{ContactCode, Proof, Sending},
    sms::Came,
    token::Token,
};
use chikaya_testkit::{Town, post_office::code_in, town};

use super::{FATIMA, PORTAL, Server, mail, said};
use crate::acts::act;

chikaya_testkit::in_texting_towns! {
    one_person_on_five_channels_has_one_timeline_and_one_list => super::one_person_on_five_channels_has_one_timeline_and_one_list;
    two_accounts_become_one => super::two_accounts_become_one;
}

const NUMBER: &str = "+212600000007";

fn number() -> Phone {
    Phone::kept(NUMBER).unwrap()
}

fn telephone() -> Contact {
    Contact::Phone(number())
}

fn address() -> Contact {
    Contact::Email(Email::parse(FATIMA).unwrap())
}

/// To nine in the morning after the evening on which a town begins: in Ramadan the country is at UTC.
fn until_morning(town: &Town) {
    town.clock.set(town::instant("2026-03-13T09:00:00Z"));
}

/// A filing by one way, whose filer proved what they gave.
async fn filed_by(town: &Town, channel: Channel, contact: Contact) -> Receipt {
    let mut filing = town::filing_with([contact.clone()]);
    filing.channel = channel;
    filing.key = Some(format!("filed by {channel}"));
    if let Filer::Known(known) = &mut filing.filer {
        known.verified = Some(contact);
    }
    town.clerks.file(filing).await.unwrap()
}

/// The code that was sent to a contact just now.
async fn code_sent(town: &Town) -> ContactCode {
    let mails = town
        .take_mail(PORTAL)
        .await
        .into_iter()
        .map(|mail| mail.text);
    let texts = town
        .take_texts(PORTAL)
        .await
        .into_iter()
        .map(|text| text.text);
    let code = mails
        .chain(texts)
        .find_map(|text| code_in(&text).and_then(ContactCode::parse));
    code.unwrap()
}

async fn enter(town: &Town, contact: Contact) -> Token {
    town.clock.advance_minutes(2);
    town.take_mail(PORTAL).await;
    town.take_texts(PORTAL).await;
    let sent = town
        .clerks
        .send_account_code(contact.clone(), Language::French)
        .await;
    assert_eq!(sent.unwrap(), Sending::Sent);
    let code = code_sent(town).await;
    let opened = town
        .clerks
        .open_account(contact, code, Language::French)
        .await;
    opened.unwrap().unwrap()
}

/// Proves another contact for an account.
async fn join(town: &Town, token: &Token, contact: Contact) {
    town.clock.advance_minutes(2);
    let sent = town
        .clerks
        .send_account_code(contact.clone(), Language::French)
        .await;
    assert_eq!(sent.unwrap(), Sending::Sent);
    let code = code_sent(town).await;
    let joined = town.clerks.join_contact(token.clone(), contact, code).await;
    assert_eq!(joined.unwrap(), Proof::Right);
}

async fn listed(town: &Town, token: &Token) -> Vec<String> {
    let page = town.clerks.cases_of_account(token.clone(), None).await;
    let mut references: Vec<String> = page
        .unwrap()
        .cases
        .into_iter()
        .map(|case| case.reference)
        .collect();
    references.sort();
    references
}

#[expect(
    clippy::too_many_lines,
    reason = "one person, told from the first way to the fifth"
)]
async fn one_person_on_five_channels_has_one_timeline_and_one_list(town: &Town) {
    until_morning(town);
    let clerks = &town.clerks;
    // The web: a case, whose filer is written to.
    let web = filed_by(town, Channel::Web, address()).await;
    let written = town.take_mail(PORTAL).await.pop().unwrap();
    let officer = town
        .officer("one@sample.test", Role::Officer, town::TIZNIT)
        .await;
    // The telephone: reference and code said to an agent, who takes down a word.
    let agent = town
        .officer("agent@sample.test", Role::CallAgent, "reform-authority")
        .await;
    let call = clerks
        .begin_call_by_hand(agent.clone(), Some(number()), CallDirection::In)
        .await
        .unwrap();
    clerks
        .open_case_in_call(
            agent.clone(),
            call,
            web.reference.clone(),
            web.access_code.clone(),
        )
        .await
        .unwrap();
    let hand = clerks.call_desk(agent.clone()).await.unwrap().in_hand;
    let version = hand.unwrap().cases[0].page.case.version;
    let word = FilerAct::AddMessage("Dit au téléphone.".to_owned());
    clerks
        .act_in_call(agent.clone(), call, web.case, version, word)
        .await
        .unwrap();
    // A mail: the reply to ours.
    let (door, closing) = town.open_mail_door().await;
    let reply = written.reply.unwrap();
    Server::at(door)
        .await
        .deliver(FATIMA, &reply.to, &mail(FATIMA, "five", "Dit par mail."))
        .await;
    assert_eq!(town.read_mails().await[0].state, "joined");
    closing.send_replace(true);
    // The counter: the office asks, and what is replied there is taken down.
    act(town, &officer, &web.reference, StaffAct::Examine).await;
    act(town, &officer, &web.reference, StaffAct::TakeUp).await;
    let ask = StaffAct::Ask {
        question: "Quel est le numéro du poteau ?".to_owned(),
        respond_by: jiff::civil::date(2026, 3, 25),
    };
    act(town, &officer, &web.reference, ask).await;
    let reply = "Dit au guichet.".to_owned();
    act(town, &officer, &web.reference, StaffAct::TakeDown { reply }).await;
    // A short message: the same case answers.
    town.take_texts(PORTAL).await;
    let asks = Came {
        gateway: "kannel".to_owned(),
        id: "1".to_owned(),
        from: number(),
        text: format!("SUIVI {} {}", web.reference, web.access_code.digits()),
    };
    clerks.sms_came(asks).await.unwrap();
    let told = town.take_texts(PORTAL).await;
    assert!(
        told[0].text.contains(web.reference.as_str()),
        "{}",
        told[0].text
    );
    let words = said(town, web.case).await;
    let order: Vec<Option<usize>> = ["Dit au téléphone.", "Dit par mail.", "Dit au guichet."]
        .into_iter()
        .map(|word| words.find(word))
        .collect();
    assert!(order.iter().all(Option::is_some), "{words}");
    assert!(order.is_sorted(), "one after the other: {words}");
    // Cases that began by the other ways are in one list once both contacts are proven for one account.
    let mut all = vec![web.reference.to_string()];
    for (channel, contact) in [
        (Channel::Phone, telephone()),
        (Channel::Sms, telephone()),
        (Channel::Email, address()),
        (Channel::Counter, telephone()),
    ] {
        let receipt = filed_by(town, channel, contact).await;
        all.push(receipt.reference.to_string());
    }
    all.sort();
    let token = enter(town, address()).await;
    assert_eq!(listed(town, &token).await.len(), 2, "by mail alone");
    join(town, &token, telephone()).await;
    assert_eq!(listed(town, &token).await, all);
    let again = enter(town, telephone()).await;
    assert_eq!(listed(town, &again).await, all, "the number opens the same");
    let account = clerks.account(again).await.unwrap().unwrap();
    let proven: Vec<&str> = account.proven.iter().map(Contact::value).collect();
    assert_eq!(proven, [FATIMA, NUMBER]);
    // The agent on the line sees nothing of them by the number alone, and all once a code was read out.
    let hand = clerks.call_desk(agent.clone()).await.unwrap().in_hand;
    assert_eq!(hand.unwrap().cases.len(), 1, "the one that was proven");
    town.clock.advance_minutes(2);
    let sent = clerks
        .send_code_in_call(agent.clone(), call, telephone(), Language::French)
        .await;
    assert_eq!(sent.unwrap(), Sending::Sent);
    let code = code_sent(town).await;
    let wrong = ContactCode::parse("000000").filter(|wrong| *wrong != code);
    if let Some(wrong) = wrong {
        let refused = clerks.open_cases_in_call(agent.clone(), call, telephone(), wrong);
        assert_eq!(refused.await.unwrap(), Proof::Wrong);
    }
    let opened = clerks.open_cases_in_call(agent.clone(), call, telephone(), code);
    assert_eq!(opened.await.unwrap(), Proof::Right);
    let hand = clerks.call_desk(agent).await.unwrap().in_hand.unwrap();
    let mut seen: Vec<String> = hand
        .cases
        .iter()
        .map(|opened| opened.page.case.reference.to_string())
        .collect();
    seen.sort();
    assert_eq!(seen, all);
    let replied = hand.cases.iter().any(|opened| {
        let mut facts = opened.page.timeline.iter().map(|entry| &entry.fact);
        facts.any(|fact| matches!(fact, Fact::Replied { .. }))
    });
    assert!(replied, "with all that happened");
    town.take_mail(PORTAL).await;
    town.take_texts(PORTAL).await;
}

async fn two_accounts_become_one(town: &Town) {
    until_morning(town);
    let clerks = &town.clerks;
    let by_phone = filed_by(town, Channel::Phone, telephone()).await;
    let by_mail = filed_by(town, Channel::Web, address()).await;
    let phone = enter(town, telephone()).await;
    assert_eq!(listed(town, &phone).await, [by_phone.reference.to_string()]);
    let mail = enter(town, address()).await;
    assert_eq!(listed(town, &mail).await, [by_mail.reference.to_string()]);
    join(town, &mail, telephone()).await;
    assert_eq!(listed(town, &mail).await.len(), 2);
    assert!(
        clerks.account(phone).await.unwrap().is_none(),
        "the other account is gone, and nobody is signed in to it"
    );
    // What is wanted at the account holds for the cases of both contacts, and each is told where it can be.
    let wishes = Wishes {
        preference: Preference {
            by: TellBy::Sms,
            language: Language::French,
            quiet: None,
        },
        name: None,
        contacts: Vec::new(),
    };
    clerks.change_account(mail.clone(), wishes).await.unwrap();
    town.take_mail(PORTAL).await;
    town.take_texts(PORTAL).await;
    let officer = town
        .officer("one@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let answer = StaffAct::Answer(town::answer(chikaya_domain::answer::Outcome::Granted));
    act(town, &officer, &by_mail.reference, StaffAct::Examine).await;
    act(town, &officer, &by_mail.reference, answer).await;
    assert!(town.take_mail(PORTAL).await.is_empty());
    let told = town.take_texts(PORTAL).await;
    assert_eq!((told.len(), told[0].to.as_str()), (1, NUMBER));
    assert_eq!(told[0].language, "fr");
    // A contact is taken away again, the last one stays.
    clerks
        .part_contact(mail.clone(), telephone())
        .await
        .unwrap();
    assert_eq!(listed(town, &mail).await, [by_mail.reference.to_string()]);
    let last = clerks.part_contact(mail, address()).await;
    assert!(last.is_err());
}
