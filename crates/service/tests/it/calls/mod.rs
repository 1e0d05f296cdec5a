//! Calls: whatever an exchange tells, in any order, leads to one call; one agent takes it; nothing of a case shows before the
//! caller has proven that it is theirs; and nothing of the caller is kept longer than it may be.

use chikaya_domain::{
    Language,
    access::Role,
    call::{
        Attempted, BackStanding, CallDirection, CallStage, CallWish, Consent, Disposition,
        Exchange, QueueName, ReadyState,
    },
    id::CallId,
    person::{Contact, Phone},
    reference::AccessCode,
};
use chikaya_service::{
    Clerks, Trouble,
    audit::TrailQuestion,
    call::{Answerer, CallQuestion, Coming, ExternalCall, FreeAgent, HandAct, Promise},
    case::{act::StaffAct, file::Filing, follow::FilerAct},
    staff::Officer,
};
use chikaya_testkit::{Town, town};
use jiff::{SignedDuration, Timestamp};

use crate::acts::act;

mod later;
mod sounds;
mod voice;

crate::in_both_towns! {
    whatever_order_an_exchange_tells_in_leads_to_one_call => super::whatever_order_an_exchange_tells_in_leads_to_one_call;
    a_call_rings_where_it_waits_and_one_agent_gets_it => super::a_call_rings_where_it_waits_and_one_agent_gets_it;
    a_case_shows_within_a_call_once_the_caller_has_proven_it => super::a_case_shows_within_a_call_once_the_caller_has_proven_it;
    codes_guessed_on_the_telephone_are_counted => super::codes_guessed_on_the_telephone_are_counted;
    everything_works_by_hand => super::everything_works_by_hand;
    a_call_is_handed_over_to_supervisors_alone => super::a_call_is_handed_over_to_supervisors_alone;
    a_promised_call_is_tried_until_it_ends => super::a_promised_call_is_tried_until_it_ends;
}

pub(super) const AUTHORITY: &str = "reform-authority";
pub(super) const NUMBER: &str = "+212600000042";

pub(super) fn general() -> QueueName {
    QueueName::parse("general").unwrap()
}

pub(super) fn external(id: &str) -> ExternalCall {
    ExternalCall::new(Exchange::parse("pbx").unwrap(), id).unwrap()
}

pub(super) fn phone(town: &Town, number: &str) -> Phone {
    Phone::parse(number, town.clerks.country().numbering).unwrap()
}

pub(super) fn coming(town: &Town, id: &str, at: Timestamp) -> Coming {
    Coming {
        call: external(id),
        caller: Some(phone(town, NUMBER)),
        queue: Some(general()),
        language: Some(Language::Arabic),
        wish: Some(CallWish::Follow),
        digits: "12#".to_owned(),
        at,
    }
}

pub(super) async fn agent(town: &Town, name: &str) -> Officer {
    let email = format!("{name}@sample.test");
    town.officer(&email, Role::CallAgent, AUTHORITY).await
}

pub(super) async fn supervisor(town: &Town) -> Officer {
    town.officer("lead@sample.test", Role::CallSupervisor, AUTHORITY)
        .await
}

pub(super) async fn ready(town: &Town, officer: &Officer, extension: &str) {
    town.clerks
        .sign_in_to_queue(officer.clone(), general(), extension.to_owned())
        .await
        .unwrap();
}

/// The stage of the only call in the history.
async fn only_call(town: &Town, lead: &Officer) -> (CallStage, Option<i64>, Option<String>) {
    let page = town
        .clerks
        .call_history(lead.clone(), CallQuestion::default())
        .await
        .unwrap();
    assert_eq!(page.lines.len(), 1, "{:?}", page.lines);
    let line = &page.lines[0];
    (line.stage, line.waited, line.number.clone())
}

async fn whatever_order_an_exchange_tells_in_leads_to_one_call(town: &Town) {
    let lead = supervisor(town).await;
    let one = agent(town, "one").await;
    ready(town, &one, "201").await;
    let clerks = &town.clerks;
    let came = clerks.now();
    town.clock.advance_minutes(3);
    let (answered, ended) = (
        came + SignedDuration::from_secs(15),
        came + SignedDuration::from_secs(75),
    );
    let by = || Answerer::Extension("201".to_owned());
    // The end is told first, then the answer, then that it came; and each once more.
    let first = clerks.call_ended(external("7"), ended).await.unwrap();
    for _ in 0..2 {
        let second = clerks.call_answered(external("7"), by(), answered).await;
        assert_eq!(second.unwrap(), first);
        let third = clerks.call_came(coming(town, "7", came)).await.unwrap();
        assert_eq!(third, first);
        clerks.call_ended(external("7"), ended).await.unwrap();
    }
    let (stage, waited, number) = only_call(town, &lead).await;
    assert_eq!((stage, waited), (CallStage::WrapUp, Some(15)));
    let number = number.unwrap();
    assert!(
        number.contains('•') && !number.contains("600000042"),
        "{number}"
    );
    // Another exchange's call of the same name is another call.
    let other = ExternalCall::new(Exchange::parse("other").unwrap(), "7").unwrap();
    assert_ne!(clerks.call_ended(other, ended).await.unwrap(), first);
}

async fn a_call_rings_where_it_waits_and_one_agent_gets_it(town: &Town) {
    let (one, two) = (agent(town, "one").await, agent(town, "two").await);
    let clerks = &town.clerks;
    let call = clerks
        .call_came(coming(town, "1", clerks.now()))
        .await
        .unwrap();
    let rings = |who: &Officer| {
        let (clerks, who) = (clerks.clone(), who.clone());
        async move { clerks.calls_now(who).await.unwrap().0 }
    };
    assert!(rings(&one).await.is_empty(), "nobody is signed in");
    ready(town, &one, "201").await;
    ready(town, &two, "202").await;
    let free: Vec<FreeAgent> = clerks.free_agents(general()).await.unwrap();
    assert_eq!(free.len(), 2);
    town.clock.advance_minutes(1);
    clerks
        .call_came(coming(town, "2", clerks.now()))
        .await
        .unwrap();
    let seen = rings(&one).await;
    assert_eq!(seen.len(), 2);
    assert_eq!((seen[0].call, seen[0].behind), (call, 1));
    assert_eq!(seen[0].language, Some(Language::Arabic));
    assert_eq!(seen[0].wish, Some(CallWish::Follow));
    let number = seen[0].number.clone().unwrap();
    assert!(number.contains('•'), "{number}");
    assert_eq!(clerks.callers_before(external("2")).await.unwrap(), Some(1));

    clerks
        .pause_calls(two.clone(), ReadyState::Pause)
        .await
        .unwrap();
    assert!(rings(&two).await.is_empty(), "nothing rings in a pause");
    clerks
        .pause_calls(two.clone(), ReadyState::Free)
        .await
        .unwrap();
    clerks.take_call(one.clone(), call).await.unwrap();
    let late = clerks.take_call(two.clone(), call).await;
    assert!(
        matches!(late, Err(Trouble::NotAcceptable("error-call-taken"))),
        "{late:?}"
    );
    let (ringing, in_hand) = clerks.calls_now(one.clone()).await.unwrap();
    assert!(ringing.is_empty(), "whoever speaks is not rung for");
    assert_eq!(in_hand, Some((call, CallStage::Talking)));
    // The full number shows to the agent who has the call in hand, and nobody else may act on it.
    let desk = clerks.call_desk(one.clone()).await.unwrap();
    assert_eq!(desk.in_hand.unwrap().number.as_deref(), Some(NUMBER));
    let other = clerks.note_call(two, call, "x".to_owned()).await;
    assert!(matches!(other, Err(Trouble::NotFound)));
    let free = clerks.free_agents(general()).await.unwrap();
    assert_eq!(free.len(), 1);
}

/// A filing by somebody who gave the number of the calls here.
fn filing_by_phone(town: &Town) -> Filing {
    town::filing_with([Contact::Phone(phone(town, NUMBER))])
}

async fn a_case_shows_within_a_call_once_the_caller_has_proven_it(town: &Town) {
    let clerks = &town.clerks;
    let receipt = clerks.file(filing_by_phone(town)).await.unwrap();
    let one = agent(town, "one").await;
    ready(town, &one, "").await;
    let call = clerks
        .call_came(coming(town, "1", clerks.now()))
        .await
        .unwrap();
    clerks.take_call(one.clone(), call).await.unwrap();
    let hand = |clerks: &Clerks| {
        let (clerks, one) = (clerks.clone(), one.clone());
        async move { clerks.call_desk(one).await.unwrap().in_hand.unwrap() }
    };
    let seen = hand(clerks).await;
    assert_eq!((seen.cases_of_number, seen.cases.len()), (1, 0));
    let wrong = AccessCode::parse("1111 1112").unwrap();
    let (reference, code) = (receipt.reference.clone(), receipt.access_code.clone());
    let refused = clerks.open_case_in_call(one.clone(), call, reference.clone(), wrong);
    assert!(matches!(refused.await, Err(Trouble::NotFound)));
    let unproven = clerks.act_in_call(
        one.clone(),
        call,
        receipt.case,
        1,
        FilerAct::AddMessage("Toujours éteint.".to_owned()),
    );
    assert!(matches!(unproven.await, Err(Trouble::NotFound)));
    clerks
        .open_case_in_call(one.clone(), call, reference.clone(), code)
        .await
        .unwrap();
    let officer = town
        .officer("officer@sample.test", Role::Officer, town::TIZNIT)
        .await;
    act(
        town,
        &officer,
        &reference,
        StaffAct::Note {
            note: "Entre nous.".to_owned(),
        },
    )
    .await;
    let seen = hand(clerks).await;
    let page = &seen.cases[0].page;
    assert_eq!(page.case.reference, reference);
    assert!(
        page.timeline
            .iter()
            .all(|entry| entry.fact.is_shown_to_filer()),
        "what colleagues note is not read out"
    );
    clerks
        .act_in_call(
            one.clone(),
            call,
            receipt.case,
            page.case.version,
            FilerAct::AddMessage("Toujours éteint.".to_owned()),
        )
        .await
        .unwrap();
    clerks
        .do_with_call(one.clone(), call, HandAct::Finish(Disposition::Followed))
        .await
        .unwrap();
    let over = clerks.act_in_call(
        one.clone(),
        call,
        receipt.case,
        page.case.version,
        FilerAct::Withdraw,
    );
    assert!(
        matches!(over.await, Err(Trouble::NotAcceptable("error-call-stage"))),
        "once the call is over, nothing more is done in its name"
    );
    let auditor = town
        .officer("auditor@sample.test", Role::Auditor, AUTHORITY)
        .await;
    let question = TrailQuestion {
        case: Some(reference),
        ..TrailQuestion::default()
    };
    let trail = clerks.trail(auditor, question).await.unwrap();
    let deeds: Vec<&str> = trail
        .lines
        .iter()
        .map(|line| line.action.as_str())
        .collect();
    assert!(
        deeds.contains(&"call.act") && deeds.contains(&"case.open"),
        "{deeds:?}"
    );
    town.word_mail("https://portal.test").await;
}

async fn codes_guessed_on_the_telephone_are_counted(town: &Town) {
    let clerks = &town.clerks;
    let receipt = clerks.file(town::filing()).await.unwrap();
    let one = agent(town, "one").await;
    let call = clerks
        .begin_call_by_hand(one.clone(), None, CallDirection::In)
        .await
        .unwrap();
    for _ in 0..5 {
        let wrong = AccessCode::parse("1111 1112").unwrap();
        let refused = clerks.open_case_in_call(one.clone(), call, receipt.reference.clone(), wrong);
        assert!(matches!(refused.await, Err(Trouble::NotFound)));
    }
    let (reference, code) = (receipt.reference, receipt.access_code);
    let waits = clerks.open_case_in_call(one, call, reference.clone(), code.clone());
    assert!(matches!(waits.await, Err(Trouble::Wait { .. })));
    let online = clerks.open_with_code(reference, code).await;
    assert!(
        matches!(online, Err(Trouble::Wait { .. })),
        "one count for all ways"
    );
    town.word_mail("https://portal.test").await;
}

async fn everything_works_by_hand(town: &Town) {
    let clerks = &town.clerks;
    let one = agent(town, "one").await;
    let lead = supervisor(town).await;
    let number = phone(town, NUMBER);
    let call = clerks
        .begin_call_by_hand(one.clone(), Some(number), CallDirection::In)
        .await
        .unwrap();
    let busy = clerks.begin_call_by_hand(one.clone(), None, CallDirection::In);
    assert!(matches!(
        busy.await,
        Err(Trouble::NotAcceptable("error-call-busy"))
    ));
    let long = "x".repeat(4_001);
    let refused = clerks.note_call(one.clone(), call, long).await;
    assert!(matches!(
        refused,
        Err(Trouble::NotAcceptable("error-call-notes"))
    ));
    clerks
        .note_call(one.clone(), call, "Où en est le dossier ?".to_owned())
        .await
        .unwrap();
    clerks
        .do_with_call(one.clone(), call, HandAct::Consent(Consent::Given))
        .await
        .unwrap();
    town.clock.advance_minutes(3);
    let done = clerks.do_with_call(one.clone(), call, HandAct::HangUp);
    done.await.unwrap();
    let desk = clerks.call_desk(one.clone()).await.unwrap();
    let hand = desk.in_hand.unwrap();
    assert_eq!(hand.stage, CallStage::WrapUp);
    assert_eq!(hand.notes, "Où en est le dossier ?");
    assert_eq!(hand.consent, Consent::Given);
    clerks
        .do_with_call(one.clone(), call, HandAct::Finish(Disposition::Oriented))
        .await
        .unwrap();
    assert!(
        clerks
            .call_desk(one.clone())
            .await
            .unwrap()
            .in_hand
            .is_none()
    );
    // The same number calls again: the earlier call shows.
    let number = phone(town, NUMBER);
    clerks
        .begin_call_by_hand(one.clone(), Some(number), CallDirection::In)
        .await
        .unwrap();
    let hand = clerks
        .call_desk(one.clone())
        .await
        .unwrap()
        .in_hand
        .unwrap();
    assert_eq!(hand.earlier.len(), 1);
    assert_eq!(hand.earlier[0].disposition, Some(Disposition::Oriented));
    assert_eq!(hand.earlier[0].minutes, Some(3));
    let page = |who: &Officer, disposition: Option<Disposition>| {
        let (clerks, who) = (clerks.clone(), who.clone());
        let question = CallQuestion {
            disposition,
            ..CallQuestion::default()
        };
        async move {
            clerks
                .call_history(who, question)
                .await
                .unwrap()
                .lines
                .len()
        }
    };
    assert_eq!(page(&lead, None).await, 2);
    assert_eq!(page(&lead, Some(Disposition::Oriented)).await, 1);
    assert_eq!(page(&one, None).await, 2);
    let two = agent(town, "two").await;
    assert_eq!(page(&two, None).await, 0, "an agent sees their own calls");
}

async fn a_call_is_handed_over_to_supervisors_alone(town: &Town) {
    let clerks = &town.clerks;
    let (one, two) = (agent(town, "one").await, agent(town, "two").await);
    let lead = supervisor(town).await;
    ready(town, &two, "").await;
    ready(town, &lead, "").await;
    let call: CallId = clerks
        .begin_call_by_hand(one.clone(), None, CallDirection::In)
        .await
        .unwrap();
    town.clock.advance_minutes(1);
    clerks
        .do_with_call(one.clone(), call, HandAct::HandOver)
        .await
        .unwrap();
    assert!(clerks.calls_now(two.clone()).await.unwrap().0.is_empty());
    let refused = clerks.take_call(two, call).await;
    assert!(matches!(refused, Err(Trouble::Forbidden)));
    let rings = clerks.calls_now(lead.clone()).await.unwrap().0;
    assert!(rings[0].is_handed_over);
    town.clock.advance_minutes(1);
    clerks.take_call(lead.clone(), call).await.unwrap();
    let (_, in_hand) = clerks.calls_now(lead).await.unwrap();
    assert_eq!(in_hand, Some((call, CallStage::Talking)));
    assert!(clerks.call_desk(one).await.unwrap().in_hand.is_none());
}

async fn a_promised_call_is_tried_until_it_ends(town: &Town) {
    let clerks = &town.clerks;
    let one = agent(town, "one").await;
    let call = clerks
        .begin_call_by_hand(one.clone(), None, CallDirection::In)
        .await
        .unwrap();
    let hour = SignedDuration::from_hours(1);
    let promise = |number: Option<Phone>| Promise {
        number,
        from: clerks.now(),
        until: clerks.now() + hour,
        about: "Éclairage".to_owned(),
    };
    let unknown = clerks
        .promise_call_back(one.clone(), call, promise(None))
        .await;
    assert!(matches!(
        unknown,
        Err(Trouble::NotAcceptable("error-call-back-number"))
    ));
    let past = Promise {
        until: clerks.now() - hour,
        ..promise(Some(phone(town, NUMBER)))
    };
    let refused = clerks.promise_call_back(one.clone(), call, past).await;
    assert!(matches!(
        refused,
        Err(Trouble::NotAcceptable("error-call-back-window"))
    ));
    let back = clerks
        .promise_call_back(one.clone(), call, promise(Some(phone(town, NUMBER))))
        .await
        .unwrap();
    let list = || async { clerks.call_backs(one.clone(), None).await.unwrap().lines };
    let lines = list().await;
    assert_eq!(lines[0].number.as_deref(), Some(NUMBER));
    assert_eq!(lines[0].about, "Éclairage");
    assert_eq!(clerks.call_desk(one.clone()).await.unwrap().backs_due, 1);
    clerks
        .attempt_call_back(one.clone(), back, 0, Attempted::Busy)
        .await
        .unwrap();
    let twice = clerks
        .attempt_call_back(one.clone(), back, 0, Attempted::Busy)
        .await;
    assert!(matches!(twice, Err(Trouble::Stale)), "the same press twice");
    let lines = list().await;
    assert_eq!(lines[0].back.attempts, 1);
    assert_eq!(lines[0].back.standing, BackStanding::Waiting);
    assert_eq!(clerks.call_desk(one.clone()).await.unwrap().backs_due, 0);
    clerks
        .attempt_call_back(one.clone(), back, 1, Attempted::Reached)
        .await
        .unwrap();
    assert!(list().await.is_empty());
    let over = clerks.attempt_call_back(one.clone(), back, 2, Attempted::Busy);
    assert!(matches!(
        over.await,
        Err(Trouble::NotAcceptable("error-call-back-over"))
    ));
    // A caller who hides their number can be promised nothing by the menu.
    let hidden = Coming {
        caller: None,
        ..coming(town, "9", clerks.now())
    };
    clerks.call_came(hidden).await.unwrap();
    let wanted = clerks
        .call_back_wanted(external("9"), clerks.now(), clerks.now() + hour)
        .await
        .unwrap();
    assert!(wanted.is_none());
}
