//! The desk of the call centre behind the telephone: what agents do on its page reaches the caller.

use std::sync::Arc;

use chikaya_channels::telephony::CallCentre;
use chikaya_domain::{
    Language,
    access::Role,
    call::{CallStage, Consent, QueueName},
    id::OrganisationCode,
};
use chikaya_exchange::{Exchange, Tempo};
use chikaya_service::staff::{NewStaff, Officer, Password, SignIn};

use crate::{
    line::Line,
    town::{Town, in_both_towns},
};

in_both_towns! {
    whoever_takes_a_call_on_the_page_is_rung => super::whoever_takes_a_call_on_the_page_is_rung;
    whoever_hangs_up_in_the_queue_has_left_it => super::whoever_hangs_up_in_the_queue_has_left_it;
    a_call_back_asked_of_the_menu_is_on_the_list => super::a_call_back_asked_of_the_menu_is_on_the_list;
}

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
    let centre = CallCentre::new(town.clerks.clone(), general());
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
    assert_eq!(hand.consent, Consent::Refused);
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
