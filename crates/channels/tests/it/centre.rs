//! The desk of the call centre behind the telephone: what agents do on its page reaches the caller.

use std::sync::Arc;

use chikaya_channels::telephony::{CallCentre, Kept};
use chikaya_domain::{
    Language,
    access::Role,
    call::{CallStage, Consent, MessageState, QueueName},
    id::{CallId, OrganisationCode},
};
use chikaya_exchange::{Caller, Exchange, Tempo, wav};
use chikaya_service::{
    call::HandAct,
    staff::{NewStaff, Officer, Password, SignIn},
};

use crate::{
    line::Line,
    town::{Town, in_both_towns},
};

in_both_towns! {
    whoever_takes_a_call_on_the_page_is_rung => super::whoever_takes_a_call_on_the_page_is_rung;
    whoever_hangs_up_in_the_queue_has_left_it => super::whoever_hangs_up_in_the_queue_has_left_it;
    a_call_back_asked_of_the_menu_is_on_the_list => super::a_call_back_asked_of_the_menu_is_on_the_list;
    a_talk_is_recorded_and_kept_where_the_caller_agreed => super::a_talk_is_recorded_and_kept_where_the_caller_agreed;
    what_the_agent_writes_down_of_consent_holds_at_once => super::what_the_agent_writes_down_of_consent_holds_at_once;
    a_talk_that_cannot_be_fetched_is_fetched_later_and_once => super::a_talk_that_cannot_be_fetched_is_fetched_later_and_once;
    a_voice_waits_at_the_desk_even_if_its_caller_hangs_up => super::a_voice_waits_at_the_desk_even_if_its_caller_hangs_up;
}

/// Talks of those who agree are kept, and messages are taken.
const KEPT: Kept = Kept {
    talks_days: 180,
    messages: true,
};

const PASSWORD: &str = "a phrase for tests";

/// Somebody who takes calls.
async fn agent(town: &Town) -> Officer {
    let clerks = town.clerks.clone();
    let email = "agent@sample.test";
    tokio::task::spawn_blocking(move || {
        let new = NewStaff {
            email: email.to_owned(),
            name: "Sample agent".to_owned(),
            role: Role::CallAgent,
            organisation: OrganisationCode::parse("reform-authority").unwrap(),
            unit: None,
            language: Language::French,
        };
        let password = Password::choose(PASSWORD, email).unwrap();
        clerks.create_sample_staff(new, &password).unwrap();
    })
    .await
    .unwrap();
    let typed = Password::typed(PASSWORD);
    let signed_in = town.clerks.sign_in(email.to_owned(), typed).await.unwrap();
    let Some(SignIn::Done(token)) = signed_in else {
        panic!("a sample account signs in with its password alone");
    };
    town.clerks.officer(token).await.unwrap().unwrap()
}

fn general() -> QueueName {
    QueueName::parse("general").unwrap()
}

async fn line(town: &Town, exchange: &Exchange) -> Line {
    line_that_keeps(town, exchange, Kept::default()).await
}

async fn line_that_keeps(town: &Town, exchange: &Exchange, kept: Kept) -> Line {
    let centre = CallCentre::new(town.clerks.clone(), general(), kept);
    Line::open_with(town, exchange, Arc::new(centre)).await
}

/// Waits until the page of an agent shows as many calls that ring.
async fn rings(town: &Town, officer: &Officer, count: usize) {
    for _ in 0..200 {
        let shown = town.clerks.call_desk(officer.clone()).await.unwrap();
        if shown.ringing.len() == count {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("the page never showed {count} calls");
}

async fn whoever_takes_a_call_on_the_page_is_rung(town: &Town) {
    let officer = agent(town).await;
    let clerks = &town.clerks;
    let exchange = Exchange::open(Tempo::default()).await;
    let line = line(town, &exchange).await;
    // Nobody is signed in: the menu says so.
    let early = exchange.call("");
    early.hears("fr/choose").await;
    early.press("3");
    early.hears("fr/closed").await;
    early.hang_up();
    clerks
        .sign_in_to_queue(officer.clone(), general(), "101".to_owned())
        .await
        .unwrap();
    let caller = exchange.call("+212612345678");
    caller.hears("fr/choose").await;
    caller.press("32");
    caller.hears("fr/queue-place").await;
    rings(town, &officer, 1).await;
    let shown = clerks.call_desk(officer.clone()).await.unwrap();
    assert_eq!(shown.ringing[0].language, Some(Language::French));
    let call = shown.ringing[0].call;
    clerks.take_call(officer.clone(), call).await.unwrap();
    exchange.until("they talk", |_| caller.is_bridged()).await;
    let hand = clerks.call_desk(officer.clone()).await.unwrap().in_hand;
    let hand = hand.unwrap();
    assert_eq!(hand.number.as_deref(), Some("+212612345678"));
    assert_eq!(hand.consent, Consent::NotAsked);
    caller.hang_up();
    for _ in 0..200 {
        let hand = clerks.call_desk(officer.clone()).await.unwrap().in_hand;
        if hand.unwrap().stage == CallStage::WrapUp {
            line.stop().await;
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("the page never showed that the caller had hung up");
}

/// An agent who talks with a caller; the caller has pressed this key when asked whether they agree to be recorded.
async fn talk(town: &Town, exchange: &Exchange, key: &str) -> (Officer, CallId, Caller) {
    let officer = agent(town).await;
    let clerks = &town.clerks;
    clerks
        .sign_in_to_queue(officer.clone(), general(), "101".to_owned())
        .await
        .unwrap();
    let caller = exchange.call("+212612345678");
    caller.hears("fr/choose").await;
    caller.press("32");
    caller.hears("fr/consent").await;
    caller.press(key);
    caller.hears("fr/queue-place").await;
    rings(town, &officer, 1).await;
    let shown = clerks.call_desk(officer.clone()).await.unwrap();
    let call = shown.ringing[0].call;
    clerks.take_call(officer.clone(), call).await.unwrap();
    exchange.until("they talk", |_| caller.is_bridged()).await;
    (officer, call, caller)
}

/// Waits until as many recordings of a call are kept, and answers how long each is, in seconds.
async fn kept(town: &Town, officer: &Officer, call: CallId, count: usize) -> Vec<i64> {
    for _ in 0..200 {
        let sheet = town.clerks.call_sheet(officer.clone(), call).await.unwrap();
        if sheet.recordings.len() == count {
            return sheet.recordings.iter().map(|one| one.seconds).collect();
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("never {count} recordings");
}

async fn forgotten(exchange: &Exchange) {
    exchange
        .until("the exchange forgot it", |exchange| {
            exchange.recordings().is_empty()
        })
        .await;
}

async fn a_talk_is_recorded_and_kept_where_the_caller_agreed(town: &Town) {
    let exchange = Exchange::open(Tempo::default()).await;
    let line = line_that_keeps(town, &exchange, KEPT).await;
    let (officer, call, caller) = talk(town, &exchange, "1").await;
    exchange
        .until("it is recorded", Exchange::is_recording)
        .await;
    caller.hang_up();
    assert_eq!(kept(town, &officer, call, 1).await, [1]);
    forgotten(&exchange).await;
    let sheet = town.clerks.call_sheet(officer, call).await.unwrap();
    assert_eq!(sheet.consents.len(), 1);
    assert_eq!(sheet.consents[0].consent, Consent::Given);
    line.stop().await;
}

async fn what_the_agent_writes_down_of_consent_holds_at_once(town: &Town) {
    let exchange = Exchange::open(Tempo::default()).await;
    let line = line_that_keeps(town, &exchange, KEPT).await;
    let (officer, call, caller) = talk(town, &exchange, "2").await;
    assert!(!exchange.is_recording(), "they said no");
    let say = |said| {
        let act = HandAct::Consent(said);
        town.clerks.do_with_call(officer.clone(), call, act)
    };
    say(Consent::Given).await.unwrap();
    exchange
        .until("it is recorded", Exchange::is_recording)
        .await;
    say(Consent::Refused).await.unwrap();
    exchange
        .until("it is recorded no more", |exchange| {
            !exchange.is_recording()
        })
        .await;
    assert!(exchange.recordings().is_empty(), "nothing of it is left");
    caller.hang_up();
    exchange
        .until("both have left", |exchange| exchange.live() == 0)
        .await;
    let sheet = town.clerks.call_sheet(officer, call).await.unwrap();
    let said: Vec<Consent> = sheet.consents.iter().map(|one| one.consent).collect();
    assert_eq!(said, [Consent::Refused, Consent::Given, Consent::Refused]);
    assert!(sheet.recordings.is_empty());
    line.stop().await;
}

async fn a_talk_that_cannot_be_fetched_is_fetched_later_and_once(town: &Town) {
    let exchange = Exchange::open(Tempo::default()).await;
    let line = line_that_keeps(town, &exchange, KEPT).await;
    let (officer, call, caller) = talk(town, &exchange, "1").await;
    exchange
        .until("it is recorded", Exchange::is_recording)
        .await;
    exchange.set_keeps_recordings(true);
    caller.hang_up();
    exchange
        .until("it was tried twice", |exchange| {
            exchange.requests("GET recordings/stored/") >= 2
        })
        .await;
    let sheet = town.clerks.call_sheet(officer.clone(), call).await.unwrap();
    assert!(sheet.recordings.is_empty());
    assert_eq!(exchange.recordings().len(), 1, "it stays at the exchange");
    exchange.set_keeps_recordings(false);
    assert_eq!(kept(town, &officer, call, 1).await, [1]);
    forgotten(&exchange).await;
    line.stop().await;
}

async fn a_voice_waits_at_the_desk_even_if_its_caller_hangs_up(town: &Town) {
    let officer = agent(town).await;
    let exchange = Exchange::open(Tempo::default()).await;
    let line = line_that_keeps(town, &exchange, KEPT).await;
    let caller = exchange.call("+212612345678");
    caller.hears("fr/choose").await;
    caller.will_say(&wav(3));
    caller.press("34");
    exchange
        .until("it is recorded", |_| caller.is_recorded())
        .await;
    caller.hang_up();
    forgotten(&exchange).await;
    // One who said nothing leaves nothing.
    let silent = exchange.call("");
    silent.hears("fr/choose").await;
    silent.press("34");
    exchange
        .until("it is recorded", |_| silent.is_recorded())
        .await;
    silent.press("#");
    silent.hears("fr/voice-empty").await;
    let waiting = town
        .clerks
        .voice_messages(officer.clone(), MessageState::Waiting, None)
        .await
        .unwrap();
    assert_eq!(waiting.lines.len(), 1);
    assert_eq!(waiting.lines[0].seconds, 3);
    assert_eq!(waiting.lines[0].language, Some(Language::French));
    let id = waiting.lines[0].id;
    let message = town.clerks.voice_message(officer, id).await.unwrap();
    assert_eq!(message.number.as_deref(), Some("+212612345678"));
    line.stop().await;
}

async fn whoever_hangs_up_in_the_queue_has_left_it(town: &Town) {
    let officer = agent(town).await;
    town.clerks
        .sign_in_to_queue(officer.clone(), general(), "101".to_owned())
        .await
        .unwrap();
    let exchange = Exchange::open(Tempo::default()).await;
    let line = line(town, &exchange).await;
    let caller = exchange.call("");
    caller.hears("fr/choose").await;
    caller.press("32");
    caller.hears("fr/queue-place").await;
    rings(town, &officer, 1).await;
    caller.hang_up();
    rings(town, &officer, 0).await;
    line.stop().await;
}

async fn a_call_back_asked_of_the_menu_is_on_the_list(town: &Town) {
    let officer = agent(town).await;
    let exchange = Exchange::open(Tempo::default()).await;
    let line = line(town, &exchange).await;
    let caller = exchange.call("+212612345678");
    caller.hears("fr/choose").await;
    caller.press("33");
    caller.hears("fr/number-right").await;
    caller.press("1");
    caller.hears("fr/back-noted").await;
    let backs = town.clerks.call_backs(officer.clone(), None).await.unwrap();
    assert_eq!(backs.lines.len(), 1);
    assert_eq!(backs.lines[0].number.as_deref(), Some("+212612345678"));
    assert_eq!(backs.lines[0].language, Some(Language::French));
    line.stop().await;
}
