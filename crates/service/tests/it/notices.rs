//! Members of staff are told of what waits for them: each event to whom it concerns, at once, once a day or never.

use chikaya_domain::{
    Language, access::Role, answer::Outcome, case::Track, person::PersonName, reference::Reference,
};
use chikaya_i18n::Voice;
use chikaya_service::{
    case::{
        act::StaffAct,
        file::{Filing, Receipt},
        follow::FilerAct,
    },
    staff::{
        Officer, StaffChange, Switch,
        notifications::{Choice, Topic},
    },
    token::CasePass,
};
use chikaya_testkit::{Mail, PostOffice, Town, town};
use jiff::civil::date;

crate::in_both_towns! {
    the_head_is_told_of_a_case_and_the_officer_of_an_assignment => super::the_head_is_told_of_a_case_and_the_officer_of_an_assignment;
    an_officer_who_asked_for_it_is_told_of_what_comes_to_the_body => super::an_officer_who_asked_for_it_is_told_of_what_comes_to_the_body;
    what_was_shown_and_left_as_it_was_silences_nobody => super::what_was_shown_and_left_as_it_was_silences_nobody;
    nobody_is_told_of_cases_who_sees_none => super::nobody_is_told_of_cases_who_sees_none;
    a_late_case_without_an_officer_is_brought_before_the_head_once => super::a_late_case_without_an_officer_is_brought_before_the_head_once;
    heads_get_due_dates_in_the_message_of_the_day_unless_they_chose_otherwise => super::heads_get_due_dates_in_the_message_of_the_day_unless_they_chose_otherwise;
    the_message_of_the_day_tells_what_is_still_to_be_done => super::the_message_of_the_day_tells_what_is_still_to_be_done;
    what_a_simulation_made_is_nobodys_news => super::what_a_simulation_made_is_nobodys_news;
    a_reopened_case_is_no_late_case_and_is_told_of_once => super::a_reopened_case_is_no_late_case_and_is_told_of_once;
    a_case_that_climbs_is_told_of_as_that_and_once => super::a_case_that_climbs_is_told_of_as_that_and_once;
    no_mail_to_staff_carries_words_of_a_filer => super::no_mail_to_staff_carries_words_of_a_filer;
    where_there_is_no_head_the_body_above_is_told => super::where_there_is_no_head_the_body_above_is_told;
    an_opinion_is_told_of_when_it_is_asked_and_when_it_comes => super::an_opinion_is_told_of_when_it_is_asked_and_when_it_comes;
    several_instances_tell_of_an_event_once => super::several_instances_tell_of_an_event_once;
    whoever_wants_one_message_a_day_gets_one_at_a_real_server => super::whoever_wants_one_message_a_day_gets_one_at_a_real_server;
    nobody_is_told_what_they_did_themselves_or_do_not_want_to_know => super::nobody_is_told_what_they_did_themselves_or_do_not_want_to_know;
    mails_about_one_case_are_one_thread_for_each_reader => super::mails_about_one_case_are_one_thread_for_each_reader;
}

const PORTAL: &str = "https://portal.test";

const HEAD: &str = "head@sample.test";

const OFFICER: &str = "officer@sample.test";

/// The mails that went to an address.
fn to<'a>(mails: &'a [Mail], address: &str) -> Vec<&'a Mail> {
    mails.iter().filter(|mail| mail.to == address).collect()
}

/// What is told of now.
async fn told(town: &Town) -> Vec<Mail> {
    town.tell_staff().await;
    town.take_mail(PORTAL).await
}

async fn choose(town: &Town, officer: &Officer, topic: Topic, choice: Choice) {
    town.clerks
        .choose_notifications(officer.clone(), vec![(topic, choice)])
        .await
        .unwrap();
}

async fn act(town: &Town, officer: &Officer, reference: &Reference, act: StaffAct) {
    let version = u32::try_from(town.facts(reference.as_str()).await.len()).unwrap();
    town.clerks
        .act(officer.clone(), reference.clone(), version, act)
        .await
        .unwrap();
}

async fn file(town: &Town) -> Receipt {
    let filing = Filing {
        is_sample: false,
        ..town::filing()
    };
    town.clerks.file(filing).await.unwrap()
}

/// The words of mails by which a head is told that a case is late.
const LATE: &str = "en retard";

async fn the_head_is_told_of_a_case_and_the_officer_of_an_assignment(town: &Town) {
    let head = town.officer(HEAD, Role::UnitHead, town::TIZNIT).await;
    let officer = town.officer(OFFICER, Role::Officer, town::TIZNIT).await;
    choose(town, &head, Topic::Arrival, Choice::AtOnce).await;
    let receipt = file(town).await;
    let reference = receipt.reference.clone();
    let mails = told(town).await;
    assert_eq!(to(&mails, HEAD).len(), 1);
    assert!(to(&mails, OFFICER).is_empty(), "the head assigns");
    act(town, &head, &reference, StaffAct::Examine).await;
    let assign = StaffAct::Assign {
        officer: officer.id,
    };
    act(town, &head, &reference, assign).await;
    let mails = told(town).await;
    assert!(to(&mails, HEAD).is_empty());
    let [mail] = to(&mails, OFFICER)[..] else {
        panic!("one assignment, one mail");
    };
    assert!(
        mail.subject.ends_with(reference.as_str()),
        "{}",
        mail.subject
    );
    assert!(
        mail.text.contains(&format!("/fr/desk/case/{reference}")),
        "{}",
        mail.text
    );
    // The filer writes: their officer is told, without what was written.
    let pass = CasePass::issue(receipt.case, town.clerks.now());
    let version = u32::try_from(town.facts(reference.as_str()).await.len()).unwrap();
    let message = FilerAct::AddMessage("Un mot confidentiel.".to_owned());
    town.clerks
        .act_as_filer(pass, version, message)
        .await
        .unwrap();
    let mails = told(town).await;
    let [mail] = to(&mails, OFFICER)[..] else {
        panic!("one message, one mail");
    };
    assert!(!mail.text.contains("confidentiel"));
    assert!(told(town).await.is_empty(), "each event once");
}

async fn an_officer_who_asked_for_it_is_told_of_what_comes_to_the_body(town: &Town) {
    town.officer(HEAD, Role::UnitHead, town::TIZNIT).await;
    let officer = town.officer(OFFICER, Role::Officer, town::TIZNIT).await;
    let silent = "silent@sample.test";
    let other = town.officer(silent, Role::Officer, town::TIZNIT).await;
    // The head is told, and the page of whoever is not says so.
    let offered = town.clerks.notifications(other.clone()).await.unwrap();
    for topic in [Topic::Danger, Topic::Arrival] {
        assert!(offered.contains(&(topic, Choice::Never)), "{topic:?}");
        choose(town, &officer, topic, Choice::AtOnce).await;
    }
    for track in [Track::Danger, Track::Ordinary] {
        let filing = Filing {
            track,
            is_sample: false,
            ..town::filing()
        };
        town.clerks.file(filing).await.unwrap();
        let mails = told(town).await;
        assert_eq!(to(&mails, OFFICER).len(), 1, "{track}");
        assert!(to(&mails, silent).is_empty(), "{track}");
        let heads = usize::from(track == Track::Danger);
        assert_eq!(to(&mails, HEAD).len(), heads, "{track}");
    }
    choose(town, &officer, Topic::Arrival, Choice::Never).await;
    file(town).await;
    assert!(to(&told(town).await, OFFICER).is_empty());
}

async fn what_was_shown_and_left_as_it_was_silences_nobody(town: &Town) {
    let head = town.officer(HEAD, Role::UnitHead, town::TIZNIT).await;
    let officer = town.officer(OFFICER, Role::Officer, town::TIZNIT).await;
    // The page sends every topic as it was shown.
    let mut shown = town.clerks.notifications(officer.clone()).await.unwrap();
    assert!(shown.contains(&(Topic::Danger, Choice::Never)));
    for (topic, choice) in &mut shown {
        if *topic == Topic::Assignment {
            *choice = Choice::Daily;
        }
    }
    town.clerks
        .choose_notifications(officer, shown)
        .await
        .unwrap();
    leave(town, &head).await;
    let filing = Filing {
        track: Track::Danger,
        is_sample: false,
        ..town::filing()
    };
    town.clerks.file(filing).await.unwrap();
    assert_eq!(to(&told(town).await, OFFICER).len(), 1);
}

async fn nobody_is_told_of_cases_who_sees_none(town: &Town) {
    town.officer(HEAD, Role::UnitHead, town::TIZNIT).await;
    let officer = town.officer(OFFICER, Role::Officer, town::TIZNIT).await;
    choose(town, &officer, Topic::Arrival, Choice::AtOnce).await;
    file(town).await;
    assert_eq!(to(&told(town).await, OFFICER).len(), 1);
    let administrator = town
        .officer("admin@sample.test", Role::Administrator, "reform-authority")
        .await;
    let member = town
        .clerks
        .member(administrator.clone(), officer.id)
        .await
        .unwrap();
    let change = StaffChange {
        name: PersonName::parse(&member.name).unwrap(),
        role: Role::Administrator,
        organisation: member.organisation.clone(),
        unit: None,
        language: member.language,
    };
    town.clerks
        .change_member(administrator, officer.id, member.version, change)
        .await
        .unwrap();
    file(town).await;
    assert!(to(&told(town).await, OFFICER).is_empty());
}

/// Switches an account off.
async fn leave(town: &Town, who: &Officer) {
    let administrator = town
        .officer("admin@sample.test", Role::Administrator, "reform-authority")
        .await;
    let member = town
        .clerks
        .member(administrator.clone(), who.id)
        .await
        .unwrap();
    town.clerks
        .switch_member(administrator, who.id, member.version, Switch::Off)
        .await
        .unwrap();
}

async fn a_late_case_without_an_officer_is_brought_before_the_head_once(town: &Town) {
    let head = town.officer(HEAD, Role::UnitHead, town::TIZNIT).await;
    town.officer(OFFICER, Role::Officer, town::TIZNIT).await;
    choose(town, &head, Topic::DueDate, Choice::AtOnce).await;
    let receipt = file(town).await;
    told(town).await;
    for day in ["2026-04-26T12:00:00Z", "2026-05-12T12:00:00Z"] {
        town.clock.set(town::instant(day));
        town.clerks.run_daily_routine().await.unwrap();
        let mails = told(town).await;
        let [mail] = to(&mails, HEAD)[..] else {
            panic!("one case, one mail on {day}");
        };
        assert!(mail.text.contains(receipt.reference.as_str()));
        assert!(!mail.text.contains("qui vous est confié"), "{}", mail.text);
        assert!(
            mail.text.contains("que personne ne traite"),
            "{}",
            mail.text
        );
        assert!(to(&mails, OFFICER).is_empty());
    }
}

async fn heads_get_due_dates_in_the_message_of_the_day_unless_they_chose_otherwise(town: &Town) {
    let above = "reform@sample.test";
    town.officer(above, Role::ReformAuthority, "reform-authority")
        .await;
    town.officer(OFFICER, Role::Officer, town::TIZNIT).await;
    let first = file(town).await;
    let second = file(town).await;
    told(town).await;
    town.clock.set(town::instant("2026-05-12T06:30:00Z"));
    town.clerks.run_daily_routine().await.unwrap();
    assert!(to(&told(town).await, above).is_empty());
    town.clock.set(town::instant("2026-05-13T08:00:00Z"));
    assert!(town.clerks.order_digests().await.unwrap() > 0);
    let mails = told(town).await;
    let [mail] = to(&mails, above)[..] else {
        panic!("one day, one message");
    };
    for receipt in [first, second] {
        let line = format!("/fr/desk/case/{}", receipt.reference);
        assert_eq!(mail.text.matches(&line).count(), 1, "{}", mail.text);
    }
}

async fn the_message_of_the_day_tells_what_is_still_to_be_done(town: &Town) {
    let head = town.officer(HEAD, Role::UnitHead, town::TIZNIT).await;
    let officer = town.officer(OFFICER, Role::Officer, town::TIZNIT).await;
    choose(town, &head, Topic::Arrival, Choice::Daily).await;
    let waits = file(town).await;
    let answered = file(town).await;
    let gone = file(town).await;
    act(town, &officer, &answered.reference, StaffAct::Examine).await;
    act(town, &officer, &answered.reference, StaffAct::TakeUp).await;
    let answer = StaffAct::Answer(town::answer(Outcome::Granted));
    act(town, &officer, &answered.reference, answer).await;
    let transfer = StaffAct::Transfer {
        to: town::organisation_code("onee"),
        reason: "le poteau est à vous".to_owned(),
    };
    act(town, &officer, &gone.reference, transfer).await;
    told(town).await;
    town.clock.set(town::instant("2026-03-13T08:00:00Z"));
    town.clerks.order_digests().await.unwrap();
    let mails = told(town).await;
    let [mail] = to(&mails, HEAD)[..] else {
        panic!("one day, one message: {}", to(&mails, HEAD).len());
    };
    let says = |receipt: &Receipt| mail.text.contains(receipt.reference.as_str());
    assert!(says(&waits), "{}", mail.text);
    assert!(!says(&answered) && !says(&gone), "{}", mail.text);
    let due = Voice::of(Language::French).date(waits.answer_due.date);
    assert!(mail.text.contains(&due), "{due}: {}", mail.text);
}

async fn what_a_simulation_made_is_nobodys_news(town: &Town) {
    let head = town.officer(HEAD, Role::UnitHead, town::TIZNIT).await;
    for topic in [Topic::Arrival, Topic::DueDate] {
        choose(town, &head, topic, Choice::AtOnce).await;
    }
    let sample = Filing {
        is_sample: true,
        ..town::filing()
    };
    let lies_back = town.clerks.file(sample.clone()).await.unwrap();
    town.clock.advance_minutes(61);
    assert!(to(&told(town).await, HEAD).is_empty());
    // What someone does with a sample in a demonstration is told of.
    town.clerks.file(sample).await.unwrap();
    assert_eq!(to(&told(town).await, HEAD).len(), 1);
    town.clock.set(town::instant("2026-05-12T12:00:00Z"));
    assert!(town.clerks.run_daily_routine().await.unwrap().reminded > 0);
    assert!(to(&told(town).await, HEAD).is_empty());
    assert!(
        town.facts(lies_back.reference.as_str())
            .await
            .contains(&"reminded".to_owned()),
        "the record says it all the same"
    );
}

async fn a_reopened_case_is_no_late_case_and_is_told_of_once(town: &Town) {
    town.officer(HEAD, Role::UnitHead, town::TIZNIT).await;
    let officer = town.officer(OFFICER, Role::Officer, town::TIZNIT).await;
    let receipt = file(town).await;
    reopened(town, &officer, &receipt).await;
    let mails = told(town).await;
    let [mail] = to(&mails, HEAD)[..] else {
        panic!("one reopening, one mail: {}", to(&mails, HEAD).len());
    };
    assert!(
        mail.subject.starts_with("Dossier rouvert"),
        "{}",
        mail.subject
    );
    assert!(mail.text.contains("Confiez-le"), "{}", mail.text);
    assert!(!mail.text.contains(LATE), "{}", mail.text);
}

async fn a_case_that_climbs_is_told_of_as_that_and_once(town: &Town) {
    let above = "reform@sample.test";
    let authority = town
        .officer(above, Role::ReformAuthority, "reform-authority")
        .await;
    choose(town, &authority, Topic::Arrival, Choice::AtOnce).await;
    let officer = town.officer(OFFICER, Role::Officer, town::TIZNIT).await;
    let receipt = file(town).await;
    reopened(town, &officer, &receipt).await;
    let mails = told(town).await;
    let [mail] = to(&mails, above)[..] else {
        panic!("one act, one mail: {}", to(&mails, above).len());
    };
    assert!(
        mail.subject.starts_with("Dossier remonté"),
        "{}",
        mail.subject
    );
    assert!(mail.text.contains("plus personne ne peut"), "{}", mail.text);
    assert!(!mail.text.contains(LATE), "{}", mail.text);
}

/// An officer answers a case, and its filer asks for another examination.
async fn reopened(town: &Town, officer: &Officer, receipt: &Receipt) {
    let reference = &receipt.reference;
    act(town, officer, reference, StaffAct::Examine).await;
    act(town, officer, reference, StaffAct::TakeUp).await;
    let version = u32::try_from(town.facts(reference.as_str()).await.len()).unwrap();
    town.clerks
        .answer(
            officer.clone(),
            reference.clone(),
            version,
            town::answer(Outcome::Granted),
        )
        .await
        .unwrap();
    told(town).await;
    let pass = CasePass::issue(receipt.case, town.clerks.now());
    town.clerks
        .act_as_filer(
            pass,
            version + 1,
            FilerAct::Reopen("Rien n’a changé depuis.".to_owned()),
        )
        .await
        .unwrap();
}

async fn no_mail_to_staff_carries_words_of_a_filer(town: &Town) {
    let head = town.officer(HEAD, Role::UnitHead, town::TIZNIT).await;
    choose(town, &head, Topic::Arrival, Choice::AtOnce).await;
    let daily = "daily@sample.test";
    town.officer(daily, Role::AdministrationHead, town::TIZNIT)
        .await;
    file(town).await;
    let mut mails = told(town).await;
    town.clock.set(town::instant("2026-03-14T08:00:00Z"));
    town.clerks.order_digests().await.unwrap();
    mails.extend(told(town).await);
    for reader in [HEAD, daily] {
        let [mail] = to(&mails, reader)[..] else {
            panic!("one mail to {reader}");
        };
        for text in [&mail.subject, &mail.text, &mail.html] {
            assert!(
                !text.contains("المصابيح") && !text.contains("فاطمة"),
                "{text}"
            );
        }
        assert!(mail.text.contains("Tiznit"), "{}", mail.text);
        assert!(mail.text.contains("clairage public"), "{}", mail.text);
    }
}

async fn where_there_is_no_head_the_body_above_is_told(town: &Town) {
    let above = "reform@sample.test";
    let authority = town
        .officer(above, Role::ReformAuthority, "reform-authority")
        .await;
    choose(town, &authority, Topic::DueDate, Choice::AtOnce).await;
    town.officer(OFFICER, Role::Officer, town::TIZNIT).await;
    file(town).await;
    told(town).await;
    town.clock.set(town::instant("2026-05-12T12:00:00Z"));
    town.clerks.run_daily_routine().await.unwrap();
    let mails = told(town).await;
    assert_eq!(to(&mails, above).len(), 1);
}

async fn several_instances_tell_of_an_event_once(town: &Town) {
    let head = town.officer(HEAD, Role::UnitHead, town::TIZNIT).await;
    choose(town, &head, Topic::Arrival, Choice::AtOnce).await;
    for _ in 0..20 {
        file(town).await;
    }
    let clerks = &town.clerks;
    while clerks.place_events().await.unwrap().placed > 0 {}
    let (one, two, three) = tokio::join!(
        clerks.tell_staff(),
        clerks.tell_staff(),
        clerks.tell_staff()
    );
    assert_eq!(one.unwrap() + two.unwrap() + three.unwrap(), 20);
    assert_eq!(to(&told(town).await, HEAD).len(), 20);
}

async fn an_opinion_is_told_of_when_it_is_asked_and_when_it_comes(town: &Town) {
    let head = town.officer(HEAD, Role::UnitHead, town::TIZNIT).await;
    let officer = town.officer(OFFICER, Role::Officer, town::TIZNIT).await;
    let asked = town
        .officer("asked@sample.test", Role::Officer, "onee")
        .await;
    let reference = file(town).await.reference;
    act(town, &head, &reference, StaffAct::Examine).await;
    let assign = StaffAct::Assign {
        officer: officer.id,
    };
    act(town, &head, &reference, assign).await;
    told(town).await;
    let consult = StaffAct::Consult {
        of: town::organisation_code("onee"),
        question: "Un câble ?".to_owned(),
        respond_by: date(2026, 4, 1),
    };
    act(town, &officer, &reference, consult).await;
    let mails = told(town).await;
    assert_eq!(to(&mails, "asked@sample.test").len(), 1);
    let page = town
        .clerks
        .desk_page(asked.clone(), reference.clone())
        .await
        .unwrap();
    let consultation = *page.page.case.consultations.keys().next().unwrap();
    let opinion = StaffAct::GiveOpinion {
        consultation,
        opinion: "Oui.".to_owned(),
    };
    act(town, &asked, &reference, opinion).await;
    let mails = told(town).await;
    assert_eq!(to(&mails, OFFICER).len(), 1);
    assert!(to(&mails, "asked@sample.test").is_empty());
}

async fn whoever_wants_one_message_a_day_gets_one_at_a_real_server(town: &Town) {
    let head = town.officer(HEAD, Role::UnitHead, town::TIZNIT).await;
    for topic in Topic::ALL {
        choose(town, &head, topic, Choice::Daily).await;
    }
    let first = file(town).await;
    let second = file(town).await;
    assert!(to(&told(town).await, HEAD).is_empty());
    // It is 21:14: the next message goes in the morning.
    assert_eq!(town.clerks.order_digests().await.unwrap(), 0);
    town.clock.set(town::instant("2026-03-13T08:00:00Z"));
    let third = file(town).await;
    town.tell_staff().await;
    town.take_mail(PORTAL).await;
    assert_eq!(town.clerks.order_digests().await.unwrap(), 1);
    assert_eq!(town.clerks.order_digests().await.unwrap(), 0);
    let office = tokio::task::spawn_blocking(PostOffice::open).await.unwrap();
    assert_eq!(town.send_mail(&office, PORTAL).await, 1);
    let received = tokio::task::spawn_blocking(move || office.wait_for(1))
        .await
        .unwrap();
    assert_eq!(received[0].to, HEAD);
    for reference in [&first.reference, &second.reference] {
        assert!(received[0].text.contains(reference.as_str()));
    }
    assert!(
        !received[0].text.contains(third.reference.as_str()),
        "what came after seven is tomorrow's"
    );
}

async fn nobody_is_told_what_they_did_themselves_or_do_not_want_to_know(town: &Town) {
    let head = town.officer(HEAD, Role::UnitHead, town::TIZNIT).await;
    choose(town, &head, Topic::Arrival, Choice::Never).await;
    let reference = file(town).await.reference;
    assert!(to(&told(town).await, HEAD).is_empty());
    act(town, &head, &reference, StaffAct::Examine).await;
    let assign = StaffAct::Assign { officer: head.id };
    act(town, &head, &reference, assign).await;
    assert!(to(&told(town).await, HEAD).is_empty());
    let choices = town.clerks.notifications(head).await.unwrap();
    assert!(
        choices
            .iter()
            .all(|(topic, _)| *topic != Topic::Arbitration),
        "competence is settled by the authority"
    );
    assert!(choices.contains(&(Topic::Arrival, Choice::Never)));
    assert!(choices.contains(&(Topic::Reply, Choice::AtOnce)));
}

async fn mails_about_one_case_are_one_thread_for_each_reader(town: &Town) {
    let head = town.officer(HEAD, Role::UnitHead, town::TIZNIT).await;
    choose(town, &head, Topic::Arrival, Choice::AtOnce).await;
    let receipt = file(town).await;
    let reference = receipt.reference.clone();
    act(town, &head, &reference, StaffAct::Examine).await;
    act(town, &head, &reference, StaffAct::TakeUp).await;
    let ask = StaffAct::Ask {
        question: "Quel numéro ?".to_owned(),
        respond_by: date(2026, 4, 1),
    };
    act(town, &head, &reference, ask).await;
    town.tell_staff().await;
    let mails = town.take_mail(PORTAL).await;
    let threads: Vec<_> = to(&mails, "fatima@example.org")
        .iter()
        .map(|mail| mail.thread.unwrap())
        .collect();
    assert_eq!(threads.len(), 2);
    assert_eq!(threads[0].name, threads[1].name);
    assert_eq!(threads.iter().filter(|thread| thread.begins).count(), 1);
    let heads = to(&mails, HEAD)[0].thread.unwrap();
    assert_ne!(heads.name, threads[0].name, "readers share no identifier");
}
