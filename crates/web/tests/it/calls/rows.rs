//! Every row of the call centre in the table of routes, tried by every role and by nobody.

use std::collections::BTreeMap;

use chikaya_domain::{
    access::Role,
    answer::Outcome,
    call::{CallDirection, Consent, Exchange, SetAside},
    clock::SurveyPolicy,
    id::{AttachmentId, CallBackId, CallId, CaseId},
    person::{Contact, Email, Phone},
    reference::{AccessCode, Reference},
};
use chikaya_service::{
    call::{ExternalCall, HandAct, Keeping, Promise, Recorded},
    case::{
        act::StaffAct,
        file::{Filer, Filing},
    },
    staff::Officer,
};
use chikaya_testkit::{Town, post_office::code_in, town};
use jiff::{SignedDuration, civil::date};

use super::{AUTHORITY, NUMBER, left, rings, wav};
use crate::{
    cases::{Colleague, act, colleague},
    desk::added,
    table::{Row, call_rows},
    visitor::{Carries, PORTAL, Visitor, counters},
};

chikaya_testkit::in_both_towns! {
    every_role_does_at_the_call_centre_what_its_row_says_and_no_more => super::every_role_does_at_the_call_centre_what_its_row_says_and_no_more;
}

/// What a row is tried with.
struct Trial {
    address: String,
    fields: Vec<(String, String)>,
    status: u16,
    reference: String,
}

/// Cases that were drawn to be asked about by telephone.
async fn drawn(town: &Town, count: usize) -> Vec<(CaseId, Reference)> {
    town.clock.set(town::instant("2026-03-02T09:00:00Z"));
    let admin = town
        .officer("draw@sample.test", Role::Administrator, AUTHORITY)
        .await;
    let mut policy = town.clerks.policies(admin.clone()).await.unwrap()[0].clone();
    policy.version += 1;
    policy.effective_from = date(2026, 3, 3);
    policy.survey = Some(SurveyPolicy {
        size: 50,
        reminder_days: Some(7),
        rest_days: 0,
    });
    town.clerks.add_policy(admin, policy).await.unwrap();
    assert!(!town.clerks.draw_survey().await.unwrap());
    town.clock.set(town::instant("2026-03-04T09:00:00Z"));
    let officer = town
        .officer("answers@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let mut cases = Vec::new();
    for number in 0..count {
        let number = format!("06000001{number:02}");
        let phone = Phone::parse(&number, town.clerks.country().numbering).unwrap();
        let filing = Filing {
            is_sample: false,
            ..town::filing_with([Contact::Phone(phone)])
        };
        let receipt = town.clerks.file(filing).await.unwrap();
        let reference = receipt.reference.to_string();
        for step in [
            StaffAct::Examine,
            StaffAct::TakeUp,
            StaffAct::Answer(town::answer(Outcome::Granted)),
        ] {
            act(town, &officer, &reference, step).await;
        }
        cases.push((receipt.case, receipt.reference));
    }
    town.clock.set(town::instant("2026-03-09T09:00:00Z"));
    town.officer("watch@sample.test", Role::Auditor, AUTHORITY)
        .await;
    while town.clerks.place_events().await.unwrap().folded > 0 {}
    town.clerks.seal_record().await.unwrap();
    while town.clerks.draw_survey().await.unwrap() {}
    while town.clerks.ask_drawn().await.unwrap() > 0 {}
    town.word_mail(PORTAL).await;
    cases
}

/// The call that somebody has in hand, begun where there is none, or none with a number.
async fn in_hand(town: &Town, officer: &Officer) -> CallId {
    let desk = town.clerks.call_desk(officer.clone()).await.unwrap();
    if let Some(hand) = desk.in_hand.filter(|hand| hand.number.is_some()) {
        return hand.call;
    }
    put_down(town, officer).await;
    let phone = Phone::parse(NUMBER, town.clerks.country().numbering).unwrap();
    town.clerks
        .begin_call_by_hand(officer.clone(), Some(phone), CallDirection::In)
        .await
        .unwrap()
}

/// A call in hand, and a case that was proven within it.
async fn opened(town: &Town, officer: &Officer) -> (CallId, Reference) {
    let call = in_hand(town, officer).await;
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    let proven = town.clerks.open_case_in_call(
        officer.clone(),
        call,
        receipt.reference.clone(),
        receipt.access_code,
    );
    proven.await.unwrap();
    (call, receipt.reference)
}

async fn put_down(town: &Town, officer: &Officer) {
    let desk = town.clerks.call_desk(officer.clone()).await.unwrap();
    if let Some(hand) = desk.in_hand {
        let finish = HandAct::Finish(chikaya_domain::call::Disposition::NothingToDo);
        town.clerks
            .do_with_call(officer.clone(), hand.call, finish)
            .await
            .unwrap();
    }
}

async fn promised(town: &Town, officer: &Officer) -> CallBackId {
    let call = in_hand(town, officer).await;
    let now = town.clerks.now();
    let promise = Promise {
        number: None,
        from: now,
        until: now + SignedDuration::from_hours(1),
        about: String::new(),
    };
    town.clerks
        .promise_call_back(officer.clone(), call, promise)
        .await
        .unwrap()
}

/// A call that somebody took and that was recorded.
async fn talked(town: &Town, officer: &Officer, id: &str) -> (CallId, AttachmentId) {
    let call = rings(town, id).await;
    town.clerks.take_call(officer.clone(), call).await.unwrap();
    let given = HandAct::Consent(Consent::Given);
    let said = town.clerks.do_with_call(officer.clone(), call, given);
    said.await.unwrap();
    let name = ExternalCall::new(Exchange::parse("pbx").unwrap(), id).unwrap();
    let recorded = Recorded {
        source: format!("talk {id}"),
        wav: wav(1).into(),
    };
    match town.clerks.keep_talk(vec![name], recorded, 180).await {
        Ok(Keeping::Kept(sound)) => (call, sound),
        other => panic!("{other:?}"),
    }
}

/// A message to which an act can be done.
async fn message_for(town: &Town, officer: &Officer, act: &str, number: usize) -> String {
    let message = left(town, &format!("{number}/voice")).await;
    if act == "put-back" {
        let aside = town
            .clerks
            .set_message_aside(officer.clone(), message, SetAside::Nuisance);
        aside.await.unwrap();
    }
    message.to_string()
}

#[expect(
    clippy::too_many_lines,
    reason = "one arm for each kind of row, read one by one"
)]
async fn trial(
    town: &Town,
    row: &Row,
    officer: &Officer,
    number: &mut usize,
    case: &(CaseId, Reference),
) -> Trial {
    let last = row.path.rsplit('/').next().unwrap();
    let mut address = row.path.replace("{language}", "fr");
    let mut fields: Vec<(&str, String)> = Vec::new();
    let mut reference = String::new();
    let mut status = if row.method == "GET" { 200 } else { 303 };
    *number += 1;
    if row.path.contains("/survey/") {
        address = address.replace("{case}", &case.0.to_string());
        reference = case.1.to_string();
        let talk = town.clerks.survey_talk(officer.clone(), case.0);
        let version = talk.await.unwrap().version.to_string();
        fields = vec![("version", version), ("resolved", "no".to_owned())];
    } else if row.path.contains("{back}") {
        let back = promised(town, officer).await;
        address = address.replace("{back}", &back.to_string());
        fields = vec![("seen", "0".to_owned()), ("outcome", "reached".to_owned())];
    } else if row.path.contains("{message}") {
        let message = message_for(town, officer, last, *number).await;
        address = address.replace("{message}", &message);
        if last != "file" {
            fields = vec![
                ("words", "Un mot.".to_owned()),
                ("version", "0".to_owned()),
                ("reason", "nuisance".to_owned()),
            ];
        }
    } else if row.path.contains("/preference/") {
        let (call, of) = opened(town, officer).await;
        address = address
            .replace("{call}", &call.to_string())
            .replace("{reference}", of.as_str());
        reference = of.to_string();
        fields = vec![
            ("preferred", "email".to_owned()),
            ("language", "ar".to_owned()),
        ];
    } else if row.method == "GET" && row.path.contains("{call}") {
        put_down(town, officer).await;
        let (call, sound) = talked(town, officer, &number.to_string()).await;
        address = address
            .replace("{call}", &call.to_string())
            .replace("{recording}", &sound.to_string());
    } else if last == "ready" {
        fields = vec![("act", "in".to_owned()), ("queue", "general".to_owned())];
    } else if last == "begin" {
        put_down(town, officer).await;
    } else if row.method == "POST" {
        let call = if last == "take" {
            put_down(town, officer).await;
            rings(town, &number.to_string()).await
        } else {
            // Whoever has hung up hands nobody over.
            if matches!(last, "hang-up" | "hand-over") {
                put_down(town, officer).await;
            }
            in_hand(town, officer).await
        };
        address = address.replace("{call}", &call.to_string());
        let receipt = town.clerks.file(town::filing()).await.unwrap();
        reference = receipt.reference.to_string();
        match last {
            "open" => {
                fields = vec![
                    ("reference", reference.clone()),
                    ("code", receipt.access_code.digits()),
                ];
            }
            "reply" => {
                let code: AccessCode = receipt.access_code;
                let opened =
                    town.clerks
                        .open_case_in_call(officer.clone(), call, receipt.reference, code);
                opened.await.unwrap();
                let mark = format!("{}.1.add", receipt.case);
                let mut fields = vec![("case".to_owned(), mark)];
                fields.push((format!("reply-{}", receipt.case), "Toujours.".to_owned()));
                return Trial {
                    address,
                    fields,
                    status,
                    reference,
                };
            }
            "send-code" | "open-all" => {
                let address = format!("{}@example.org", reference.to_lowercase());
                let contact = Contact::Email(Email::parse(&address).unwrap());
                fields = vec![("contact", address)];
                if last == "send-code" {
                    status = 200;
                } else {
                    let mut filing = town::filing_with([contact.clone()]);
                    if let Filer::Known(known) = &mut filing.filer {
                        known.verified = Some(contact.clone());
                    }
                    let own = town.clerks.file(filing).await.unwrap();
                    reference = own.reference.to_string();
                    town.word_mail(PORTAL).await;
                    let sent = town.clerks.send_code_in_call(
                        officer.clone(),
                        call,
                        contact,
                        chikaya_domain::Language::French,
                    );
                    sent.await.unwrap();
                    let mails = town.word_mail(PORTAL).await;
                    let code = mails
                        .iter()
                        .rev()
                        .find_map(|mail| code_in(&mail.text))
                        .unwrap();
                    fields.push(("read-out", code.to_owned()));
                }
            }
            "note" => fields = vec![("notes", "Un mot.".to_owned())],
            "call-back" => {
                fields = vec![
                    ("day", "2026-03-20".to_owned()),
                    ("window", "morning".to_owned()),
                ];
            }
            "consent" => fields = vec![("consent", "given".to_owned())],
            "finish" => fields = vec![("disposition", "oriented".to_owned())],
            _ => {}
        }
    }
    if row.path.ends_with("/live") {
        status = 200;
    }
    Trial {
        address,
        fields: fields
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
        status,
        reference,
    }
}

async fn send(row: &Row, browser: &mut Visitor, trial: &Trial, carries: Carries) -> (u16, String) {
    if row.path.ends_with("/live") {
        let response = browser.ask(&trial.address).await;
        let place = response.headers().get("location");
        let place = place.map_or("", |place| place.to_str().unwrap()).to_owned();
        return (response.status().as_u16(), place);
    }
    let answer = if row.method == "GET" {
        browser.get(&trial.address).await
    } else {
        let fields: Vec<(&str, &str)> = trial
            .fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        browser
            .post_carrying(&trial.address, &fields, carries)
            .await
    };
    (answer.code(), answer.place().to_owned())
}

async fn every_role_does_at_the_call_centre_what_its_row_says_and_no_more(town: &Town) {
    let counters = counters(town);
    let rows = call_rows();
    let tried = rows.iter().filter(|row| row.path.contains("/survey/"));
    let wanted: usize = tried.map(|row| row.own.len()).sum();
    let mut cases = drawn(town, wanted + 1).await;
    let mut staff: BTreeMap<Role, Colleague> = BTreeMap::new();
    for role in Role::ALL {
        let someone = colleague(town, &counters, *role, AUTHORITY).await;
        staff.insert(*role, someone);
    }
    let mut number = 0;
    for row in &rows {
        let name = format!("{} {}", row.method, row.path);
        for role in &row.own {
            let officer = staff[role].officer.clone();
            let case = if row.path.contains("/survey/") {
                cases.pop().unwrap()
            } else {
                cases.first().unwrap().clone()
            };
            let trial = trial(town, row, &officer, &mut number, &case).await;
            let before = (town.facts(&trial.reference).await, town.audit().await);
            let mut nobody = Visitor::new(&counters).await;
            let (status, place) = send(row, &mut nobody, &trial, Carries::Own).await;
            assert_eq!(status, 303, "{name} by nobody");
            assert!(place.starts_with("/fr/desk/sign-in"), "{name}: {place}");
            for other in Role::ALL.iter().filter(|other| !row.own.contains(other)) {
                let mut browser = staff[other].browser.clone();
                let (status, _) = send(row, &mut browser, &trial, Carries::Own).await;
                assert_eq!(status, 403, "{name} by {other}");
            }
            let mut browser = staff[role].browser.clone();
            if row.token {
                for carries in [Carries::Nothing, Carries::Foreign] {
                    let (status, _) = send(row, &mut browser, &trial, carries).await;
                    assert_eq!(status, 403, "{name} with {carries:?} as token");
                }
            }
            let now = (town.facts(&trial.reference).await, town.audit().await);
            assert_eq!(now, before, "{name} by others");
            let (status, _) = send(row, &mut browser, &trial, Carries::Own).await;
            assert_eq!(status, trial.status, "{name} by {role}");
            let mut left = town.facts(&trial.reference).await[before.0.len()..].to_vec();
            let lines = added(&before.1, town.audit().await);
            left.extend(lines.iter().map(|line| format!("audit {line}")));
            assert_eq!(left, row.leaves, "{name} by {role}");
        }
    }
    town.word_mail(PORTAL).await;
}
