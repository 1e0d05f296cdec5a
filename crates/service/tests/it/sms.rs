//! Short messages both ways: who gets them and when, what one that came brings about, and what becomes of those that do not
//! arrive.

use chikaya_domain::{
    Language,
    access::Role,
    answer::Outcome,
    case::Channel,
    person::{Contact, Phone},
    reference::Reference,
};
use chikaya_service::{
    Trouble,
    case::{
        act::StaffAct,
        file::Receipt,
        queue::{Order, View},
    },
    draft::{DraftState, filing::TypedFiling},
    message::{
        contact::{ContactCode, Proof, Sending},
        way::NewsBy,
    },
    sms::{Came, Reach, Taken},
    staff::Officer,
    token::Token,
};
use chikaya_testkit::{Text, Town, town};

use crate::acts::act;

chikaya_testkit::in_texting_towns! {
    whoever_gave_a_telephone_is_told_by_short_messages => super::whoever_gave_a_telephone_is_told_by_short_messages;
    a_code_leaves_at_night_and_proves_the_number => super::a_code_leaves_at_night_and_proves_the_number;
    news_to_one_number_are_so_many_a_day_and_none_is_lost => super::news_to_one_number_are_so_many_a_day_and_none_is_lost;
    whoever_says_stop_is_called_until_they_say_start => super::whoever_says_stop_is_called_until_they_say_start;
    a_case_is_told_to_whoever_knows_its_code => super::a_case_is_told_to_whoever_knows_its_code;
    wrong_codes_are_counted_for_case_and_number => super::wrong_codes_are_counted_for_case_and_number;
    anything_else_becomes_one_draft_and_one_reply => super::anything_else_becomes_one_draft_and_one_reply;
    a_flood_is_counted_and_not_looked_at => super::a_flood_is_counted_and_not_looked_at;
    a_number_that_nothing_reaches_is_called => super::a_number_that_nothing_reaches_is_called;
    a_landline_is_called_as_ever => super::a_landline_is_called_as_ever;
}

const PORTAL: &str = "https://portal.test";
const NUMBER: &str = "+212600000001";

fn phone(number: &str) -> Phone {
    Phone::kept(number).unwrap()
}

async fn officer(town: &Town) -> Officer {
    town.officer("one@sample.test", Role::Officer, town::TIZNIT)
        .await
}

/// A filing by someone who gave this number alone.
async fn filed(town: &Town, number: &str) -> Receipt {
    let contact = Contact::Phone(phone(number));
    town.clerks
        .file(town::filing_with([contact]))
        .await
        .unwrap()
}

/// From the evening on which a town begins to nine in the morning.
fn until_morning(town: &Town) {
    town.clock.advance_minutes(11 * 60 + 46);
}

async fn texts(town: &Town) -> Vec<Text> {
    town.take_texts(PORTAL).await
}

/// The words of the short messages that leave now.
async fn words(town: &Town) -> Vec<String> {
    texts(town)
        .await
        .into_iter()
        .map(|text| text.text)
        .collect()
}

async fn came(town: &Town, id: &str, text: &str) -> Taken {
    let came = Came {
        gateway: "kannel".to_owned(),
        id: id.to_owned(),
        from: phone(NUMBER),
        text: text.to_owned(),
    };
    town.clerks.sms_came(came).await.unwrap()
}

async fn to_telephone(town: &Town, officer: &Officer) -> Vec<String> {
    while town.clerks.place_events().await.unwrap().placed > 0 {}
    let page = town
        .clerks
        .queue(
            officer.clone(),
            View::ToTelephone,
            None,
            Order::DueFirst,
            None,
        )
        .await
        .unwrap();
    page.lines.into_iter().map(|line| line.reference).collect()
}

async fn answer(town: &Town, officer: &Officer, reference: &Reference) {
    act(town, officer, reference, StaffAct::Examine).await;
    let answer = StaffAct::Answer(town::answer(Outcome::Granted));
    act(town, officer, reference, answer).await;
}

/// Sets the clock to a time after nine in the evening: in Ramadan the country is at UTC.
fn until_night(town: &Town) {
    town.clock.set(town::instant("2026-03-12T21:14:00Z"));
}

async fn whoever_gave_a_telephone_is_told_by_short_messages(town: &Town) {
    until_night(town);
    let officer = officer(town).await;
    let receipt = filed(town, NUMBER).await;
    assert_eq!(receipt.news_by, NewsBy::Sms);
    assert!(texts(town).await.is_empty(), "it is quiet");
    until_morning(town);
    let told = texts(town).await;
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].to, NUMBER);
    assert!(
        told[0].text.contains(receipt.reference.as_str()),
        "{}",
        told[0].text
    );
    assert!(
        told[0].text.starts_with("توصلنا بملفكم"),
        "{}",
        told[0].text
    );
    answer(town, &officer, &receipt.reference).await;
    let told = words(town).await;
    assert_eq!(told.len(), 1);
    assert!(told[0].starts_with("أجابت الإدارة"), "{}", told[0]);
    assert!(to_telephone(town, &officer).await.is_empty());
    assert!(town.take_mail(PORTAL).await.is_empty());
}

async fn a_code_leaves_at_night_and_proves_the_number(town: &Town) {
    until_night(town);
    let receipt = filed(town, NUMBER).await;
    let pass = town
        .clerks
        .open_with_code(receipt.reference.clone(), receipt.access_code.clone())
        .await
        .unwrap();
    let page = town.clerks.follow(pass.clone()).await.unwrap();
    let contact = page.unproven.first().cloned().unwrap();
    assert_eq!(contact.value(), NUMBER);
    let sent = town
        .clerks
        .send_contact_code(contact.clone(), Language::French)
        .await;
    assert_eq!(sent.unwrap(), Sending::Sent);
    let told = texts(town).await;
    assert_eq!(told.len(), 1, "the code alone");
    assert_eq!(told[0].segments.parts, 1);
    let digits = chikaya_testkit::post_office::code_in(&told[0].text).unwrap();
    let code = ContactCode::parse(digits).unwrap();
    let proof = town
        .clerks
        .prove_contact_of_filer(pass.clone(), contact, code)
        .await;
    assert_eq!(proof.unwrap(), Proof::Right);
    assert!(town.clerks.follow(pass).await.unwrap().unproven.is_empty());
    // Whoever proved the number and lost the receipt is sent the list.
    town.clerks
        .report_lost_receipt(phone(NUMBER), Language::French)
        .await
        .unwrap();
    let told = words(town).await;
    let link = format!("{PORTAL}/fr/track/{}/open/", receipt.reference);
    assert!(told.len() == 1 && told[0].contains(&link), "{told:?}");
}

async fn news_to_one_number_are_so_many_a_day_and_none_is_lost(town: &Town) {
    until_morning(town);
    for number in 0..12 {
        let contact = Contact::Phone(phone(NUMBER));
        let mut filing = town::filing_with([contact]);
        filing.key = Some(format!("again-{number}"));
        town.clerks.file(filing).await.unwrap();
    }
    filed(town, "+212600000002").await;
    let told = texts(town).await;
    let to = |number: &str| told.iter().filter(|text| text.to == number).count();
    assert_eq!((to(NUMBER), to("+212600000002")), (10, 1));
    assert!(texts(town).await.is_empty());
    town.clock.advance_days(1);
    assert_eq!(texts(town).await.len(), 2);
}

async fn whoever_says_stop_is_called_until_they_say_start(town: &Town) {
    let officer = officer(town).await;
    let first = filed(town, NUMBER).await;
    until_morning(town);
    assert_eq!(texts(town).await.len(), 1);
    // What was ordered before is withheld, and somebody sees that nobody told it.
    answer(town, &officer, &first.reference).await;
    assert_eq!(came(town, "1", "قف").await, Taken::Done);
    assert_eq!(came(town, "2", "STOP").await, Taken::Done);
    let told = words(town).await;
    assert_eq!(told.len(), 1, "answered once: {told:?}");
    assert!(told[0].contains("لن تصلكم"), "{}", told[0]);
    town.expect_undelivered();
    let administrator = town
        .officer("admin@portal.test", Role::Administrator, "reform-authority")
        .await;
    let undelivered = town.clerks.undelivered(administrator, None).await.unwrap();
    let why: Vec<&str> = undelivered
        .messages
        .iter()
        .map(|message| message.error.as_str())
        .collect();
    assert_eq!(why, ["its owner wants no short messages any more"]);
    // From now on the office is told to call.
    let second = filed(town, NUMBER).await;
    assert_eq!(second.news_by, NewsBy::Telephone);
    answer(town, &officer, &second.reference).await;
    assert!(texts(town).await.is_empty());
    assert_eq!(
        to_telephone(town, &officer).await,
        [second.reference.to_string()]
    );
    let desk = town
        .clerks
        .desk_page(officer.clone(), second.reference.clone())
        .await
        .unwrap();
    assert_eq!(desk.filer.unwrap().contacts[0].texts, Reach::Stopped.word());
    // A code that they ask for goes there all the same.
    let sent = town
        .clerks
        .send_contact_code(Contact::Phone(phone(NUMBER)), Language::French)
        .await;
    assert_eq!(sent.unwrap(), Sending::Sent);
    assert_eq!(texts(town).await.len(), 1);
    assert_eq!(came(town, "3", "start").await, Taken::Done);
    assert_eq!(texts(town).await.len(), 1);
    assert_eq!(filed(town, NUMBER).await.news_by, NewsBy::Sms);
    assert_eq!(texts(town).await.len(), 1);
}

async fn a_case_is_told_to_whoever_knows_its_code(town: &Town) {
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    let (reference, code) = (&receipt.reference, receipt.access_code.digits());
    // Asked for a moment ago: quiet hours are no reason to wait.
    assert_eq!(
        came(town, "a", &format!("SUIVI {reference} {code}")).await,
        Taken::Done
    );
    let told = texts(town).await;
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].to.as_str(), told[0].language), (NUMBER, "fr"));
    let lines: Vec<&str> = told[0].text.lines().collect();
    assert_eq!(lines[0], reference.as_str());
    assert_eq!(lines[1], "Déposé : l'administration va l'examiner");
    assert_eq!(lines[2], "Réponse au plus tard le 11/05/2026");
    // Brought again, it is not answered again.
    assert_eq!(
        came(town, "a", &format!("SUIVI {reference} {code}")).await,
        Taken::Known
    );
    assert!(texts(town).await.is_empty());
    let eastern: String = code
        .chars()
        .map(|digit| char::from_u32(0x660 + digit.to_digit(10).unwrap()).unwrap())
        .collect();
    came(town, "b", &format!("{eastern} تتبع {reference}")).await;
    let told = texts(town).await;
    assert_eq!(told[0].language, "ar");
    assert!(told[0].text.contains("مودَع"), "{}", told[0].text);
    came(town, "c", "suivi").await;
    came(town, "d", "AIDE").await;
    let told = words(town).await;
    assert!(
        told.len() == 2 && told[0].starts_with("Pour suivre"),
        "{told:?}"
    );
}

async fn wrong_codes_are_counted_for_case_and_number(town: &Town) {
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    let (reference, code) = (&receipt.reference, receipt.access_code.digits());
    for number in 0..5 {
        came(
            town,
            &format!("wrong-{number}"),
            &format!("SUIVI {reference} 0000000{number}"),
        )
        .await;
    }
    let told = words(town).await;
    assert!(
        told.iter().all(|text| text.starts_with("Aucun dossier")),
        "{told:?}"
    );
    // The right one is not looked at now, and not on the web either.
    came(town, "right", &format!("SUIVI {reference} {code}")).await;
    let told = words(town).await;
    assert!(told[0].starts_with("Trop de codes faux"), "{told:?}");
    let open = town
        .clerks
        .open_with_code(reference.clone(), receipt.access_code.clone())
        .await;
    assert!(matches!(open, Err(Trouble::Wait { .. })));
    // Another case is not looked at for this number either.
    let mut other = town::filing();
    other.key = Some("other".to_owned());
    let other = town.clerks.file(other).await.unwrap();
    let asked = format!("SUIVI {} {}", other.reference, other.access_code.digits());
    came(town, "other", &asked).await;
    assert!(words(town).await[0].starts_with("Trop de codes faux"));
    town.clock.advance_minutes(60);
    came(town, "later", &asked).await;
    assert!(words(town).await[0].contains("Déposé"));
}

async fn anything_else_becomes_one_draft_and_one_reply(town: &Town) {
    let first = "L'eau est coupée dans notre rue depuis une semaine";
    came(town, "1", first).await;
    came(town, "2", "C'est à Tiznit, rue de l'École").await;
    let told = texts(town).await;
    assert_eq!(told.len(), 1, "one reply for one conversation");
    assert_eq!(told[0].language, "fr");
    let link = told[0].text.lines().last().unwrap();
    let word = link.strip_prefix(&format!("{PORTAL}/fr/file/")).unwrap();
    let token = Token::parse(word).unwrap();
    let DraftState::Open(draft) = town.clerks.draft::<TypedFiling>(token).await.unwrap() else {
        panic!("nothing was sent yet");
    };
    let typed = draft.content;
    assert_eq!(
        typed.text,
        format!("{first}\nC'est à Tiznit, rue de l'École")
    );
    assert_eq!(
        (typed.phone.as_str(), typed.preferred.as_str()),
        (NUMBER, "phone")
    );
    assert_eq!(typed.channel, Channel::Sms);
    assert_eq!(typed.verified, None, "a sender can be forged");
    // Two days later it is another matter.
    town.clock.advance_days(2);
    came(town, "3", "الماء مقطوع في حينا منذ ثلاثة أيام").await;
    let told = texts(town).await;
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].language, "ar");
    assert!(!told[0].text.contains(word));
}

async fn a_flood_is_counted_and_not_looked_at(town: &Town) {
    for number in 0..25 {
        let taken = came(town, &number.to_string(), "AIDE").await;
        let expected = if number < 20 {
            Taken::Done
        } else {
            Taken::Flood
        };
        assert_eq!(taken, expected, "{number}");
    }
    assert_eq!(texts(town).await.len(), 20);
    let administrator = town
        .officer("admin@portal.test", Role::Administrator, "reform-authority")
        .await;
    let page = town.clerks.sms_page(administrator).await.unwrap();
    assert_eq!((page.came.messages, page.came.floods), (25, 5));
    assert_eq!(page.sent.messages, 20);
    assert_eq!(page.cost(), Some(page.sent.parts * 45));
    town.clock.advance_minutes(61);
    assert_eq!(came(town, "later", "AIDE").await, Taken::Done);
}

async fn a_number_that_nothing_reaches_is_called(town: &Town) {
    let officer = officer(town).await;
    until_morning(town);
    for key in ["one", "two"] {
        let mut filing = town::filing_with([Contact::Phone(phone(NUMBER))]);
        filing.key = Some(key.to_owned());
        assert_eq!(town.clerks.file(filing).await.unwrap().news_by, NewsBy::Sms);
    }
    for text in texts(town).await {
        assert!(town.clerks.is_report_word(text.id, &text.report_word));
        town.clerks.sms_reported(text.id, false).await.unwrap();
        town.clerks.sms_reported(text.id, false).await.unwrap();
    }
    town.expect_undelivered();
    let administrator = town
        .officer("admin@portal.test", Role::Administrator, "reform-authority")
        .await;
    let undelivered = town
        .clerks
        .undelivered(administrator.clone(), None)
        .await
        .unwrap();
    assert_eq!(undelivered.messages.len(), 2);
    assert_eq!(
        town.clerks
            .sms_page(administrator)
            .await
            .unwrap()
            .sent
            .failed,
        2
    );
    let receipt = filed(town, NUMBER).await;
    assert_eq!(receipt.news_by, NewsBy::Telephone);
    answer(town, &officer, &receipt.reference).await;
    assert_eq!(
        to_telephone(town, &officer).await,
        [receipt.reference.to_string()]
    );
    let desk = town
        .clerks
        .desk_page(officer, receipt.reference.clone())
        .await
        .unwrap();
    assert_eq!(desk.filer.unwrap().contacts[0].texts, Reach::Failing.word());
    // Whoever writes START is reached again.
    came(town, "1", "START").await;
    assert_eq!(texts(town).await.len(), 1, "they are told so");
    assert_eq!(filed(town, NUMBER).await.news_by, NewsBy::Sms);
}

async fn a_landline_is_called_as_ever(town: &Town) {
    let officer = officer(town).await;
    let receipt = filed(town, "+212528000001").await;
    assert_eq!(receipt.news_by, NewsBy::Telephone);
    answer(town, &officer, &receipt.reference).await;
    assert_eq!(
        to_telephone(town, &officer).await,
        [receipt.reference.to_string()]
    );
    until_morning(town);
    assert!(texts(town).await.is_empty());
}
