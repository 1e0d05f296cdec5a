//! Messages to browsers: who is told, what a push service learns, and what becomes of a browser that is gone.

use chikaya_domain::{access::Role, answer::Outcome, id::CaseId};
use chikaya_service::{
    Trouble,
    case::{act::StaffAct, file::Receipt},
    push::{BROWSERS_OF_A_CASE, KeysOfBrowser, PushEndpoint, PushFate, Reach, TIME_TO_LIVE},
    staff::Officer,
    token::CasePass,
};
use chikaya_testkit::{PushService, PushSettings, Pusher, SeenBrowser, Town, town};
use jiff::civil::date;

use crate::acts::act;

crate::in_both_towns! {
    a_browser_is_told_of_each_event_and_learns_nothing_else => super::a_browser_is_told_of_each_event_and_learns_nothing_else;
    a_browser_that_is_gone_is_forgotten_and_no_other => super::a_browser_that_is_gone_is_forgotten_and_no_other;
    a_service_that_wants_to_be_left_alone_is_tried_again_when_it_says => super::a_service_that_wants_to_be_left_alone_is_tried_again_when_it_says;
    whoever_is_told_nothing_any_more_is_told_nothing => super::whoever_is_told_nothing_any_more_is_told_nothing;
    as_many_browsers_as_may_be_are_told_of_a_case => super::as_many_browsers_as_may_be_are_told_of_a_case;
    a_browser_with_another_address_is_told_there => super::a_browser_with_another_address_is_told_there;
    a_browser_that_nobody_hears_of_is_forgotten => super::a_browser_that_nobody_hears_of_is_forgotten;
}

fn pusher(town: &Town, reach: Reach) -> Pusher {
    let settings = PushSettings {
        reach,
        contact: "https://portal.test".to_owned(),
    };
    Pusher::new(settings, town.clerks.push_key().clone()).unwrap()
}

fn endpoint(browser: &SeenBrowser) -> PushEndpoint {
    PushEndpoint::parse(&browser.endpoint, Reach::Anywhere).unwrap()
}

fn keys(browser: &SeenBrowser) -> KeysOfBrowser {
    KeysOfBrowser::parse(&browser.public_key, &browser.auth_secret).unwrap()
}

async fn pass(town: &Town, receipt: &Receipt) -> CasePass {
    let opened = town
        .clerks
        .open_with_code(receipt.reference.clone(), receipt.access_code.clone())
        .await;
    opened.unwrap()
}

async fn told(town: &Town, pass: &CasePass, browser: &SeenBrowser) {
    town.clerks
        .tell_browser(pass.clone(), endpoint(browser), keys(browser))
        .await
        .unwrap();
}

/// How many browsers the page of the case shows.
async fn browsers(town: &Town, pass: &CasePass) -> usize {
    town.clerks
        .follow(pass.clone())
        .await
        .unwrap()
        .browsers
        .len()
}

/// Sends everything that waits as a worker does; answers what became of it.
async fn send(town: &Town, reach: Reach) -> Vec<PushFate> {
    let pusher = pusher(town, reach);
    let mut fates = Vec::new();
    let claimed = town.clerks.claim_pushes("town".to_owned(), 100).await;
    for (ticket, message) in claimed.unwrap() {
        let fate = pusher.send(&message, town.clerks.now()).await;
        fates.push(fate.clone());
        town.clerks
            .settle_pushes(vec![(ticket, fate)])
            .await
            .unwrap();
    }
    fates
}

async fn officer(town: &Town) -> Officer {
    town.officer("one@sample.test", Role::Officer, town::TIZNIT)
        .await
}

/// A case with an officer who works on it.
async fn case(town: &Town) -> (Receipt, CasePass, Officer) {
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    let pass = pass(town, &receipt).await;
    (receipt, pass, officer(town).await)
}

async fn a_browser_is_told_of_each_event_and_learns_nothing_else(town: &Town) {
    let service = PushService::open().await;
    let (receipt, pass, officer) = case(town).await;
    let (own, other) = (service.browser(1), service.browser(2));
    told(town, &pass, &own).await;
    told(town, &pass, &other).await;
    // Asked for twice, told once.
    told(town, &pass, &own).await;
    assert_eq!(browsers(town, &pass).await, 2);
    act(town, &officer, &receipt.reference, StaffAct::Examine).await;
    assert!(
        send(town, Reach::Anywhere).await.is_empty(),
        "filers are not told of it"
    );
    let answer = StaffAct::Answer(town::answer(Outcome::Granted));
    act(town, &officer, &receipt.reference, answer).await;
    assert_eq!(
        send(town, Reach::Anywhere).await,
        [PushFate::Sent, PushFate::Sent]
    );
    assert!(send(town, Reach::Anywhere).await.is_empty());
    let mut came = service.take();
    came.sort_by(|one, two| one.browser.cmp(&two.browser));
    let said = [own.read(&came[0]), other.read(&came[1])];
    for (message, said) in came.iter().zip(&said) {
        assert_eq!(said["body"], "هناك جديد في أحد الملفات.");
        let text = said.to_string();
        assert!(!text.contains(receipt.reference.as_str()), "{text}");
        assert_eq!(message.key, town.clerks.push_key().public());
        assert_eq!(message.claims["sub"], "https://portal.test");
        assert_eq!(message.headers["ttl"], TIME_TO_LIVE.to_string().as_str());
        let topic = message.headers["topic"].to_str().unwrap();
        assert_eq!(topic.len(), 32);
        let is_safe = |sign: char| sign.is_ascii_alphanumeric() || "-_".contains(sign);
        assert!(topic.chars().all(is_safe), "{topic}");
    }
    // Services cannot tell that two browsers follow one case.
    assert_ne!(came[0].headers["topic"], came[1].headers["topic"]);
}

async fn a_browser_that_is_gone_is_forgotten_and_no_other(town: &Town) {
    let service = PushService::open().await;
    let (receipt, pass, officer) = case(town).await;
    told(town, &pass, &service.browser(1)).await;
    act(town, &officer, &receipt.reference, StaffAct::Examine).await;
    act(town, &officer, &receipt.reference, StaffAct::TakeUp).await;
    for status in [401, 403] {
        service.answer_next(status, None);
        let question = StaffAct::Ask {
            question: "Quel numéro ?".to_owned(),
            respond_by: date(2026, 4, 1),
        };
        if status == 401 {
            act(town, &officer, &receipt.reference, question).await;
        } else {
            town.clock.advance_minutes(30);
        }
        assert!(matches!(
            send(town, Reach::Anywhere).await[..],
            [PushFate::Failed(..)]
        ));
        assert_eq!(browsers(town, &pass).await, 1, "after {status}");
    }
    town.clock.advance_minutes(60);
    service.answer_next(410, None);
    assert_eq!(send(town, Reach::Anywhere).await, [PushFate::Gone]);
    assert_eq!(browsers(town, &pass).await, 0);
    // A host that is not public is not called, whatever was kept.
    told(town, &pass, &service.browser(2)).await;
    service.take();
    act(
        town,
        &officer,
        &receipt.reference,
        StaffAct::Answer(town::answer(Outcome::Granted)),
    )
    .await;
    assert!(matches!(
        send(town, Reach::Public).await[..],
        [PushFate::Refused(_)]
    ));
    assert!(service.take().is_empty());
}

async fn a_service_that_wants_to_be_left_alone_is_tried_again_when_it_says(town: &Town) {
    let service = PushService::open().await;
    let (receipt, pass, officer) = case(town).await;
    told(town, &pass, &service.browser(1)).await;
    act(town, &officer, &receipt.reference, StaffAct::Examine).await;
    let answer = StaffAct::Answer(town::answer(Outcome::Granted));
    service.answer_next(429, Some(3_600));
    act(town, &officer, &receipt.reference, answer).await;
    assert!(matches!(
        send(town, Reach::Anywhere).await[..],
        [PushFate::Failed(_, Some(3_600))]
    ));
    town.clock.advance_minutes(59);
    assert!(
        send(town, Reach::Anywhere).await.is_empty(),
        "an hour is not over"
    );
    town.clock.advance_minutes(1);
    service.answer_next(503, None);
    assert!(matches!(
        send(town, Reach::Anywhere).await[..],
        [PushFate::Failed(_, None)]
    ));
    town.clock.advance_minutes(2);
    assert_eq!(send(town, Reach::Anywhere).await, [PushFate::Sent]);
    let came = service.take();
    let bodies: Vec<_> = came
        .iter()
        .map(|message| service.browser(1).read(message))
        .collect();
    assert_eq!(bodies.len(), 3);
}

async fn whoever_is_told_nothing_any_more_is_told_nothing(town: &Town) {
    let service = PushService::open().await;
    let (receipt, pass, officer) = case(town).await;
    told(town, &pass, &service.browser(1)).await;
    act(town, &officer, &receipt.reference, StaffAct::Examine).await;
    act(
        town,
        &officer,
        &receipt.reference,
        StaffAct::Answer(town::answer(Outcome::Granted)),
    )
    .await;
    let shown = town.clerks.follow(pass.clone()).await.unwrap().browsers;
    // Nobody ends what is another case's.
    let stranger = CasePass::issue(
        CaseId::new(town.clerks.identifiers().uuid(town.clerks.now())),
        town.clerks.now(),
    );
    town.clerks
        .end_browser(stranger, shown[0].id)
        .await
        .unwrap();
    assert_eq!(browsers(town, &pass).await, 1);
    town.clerks
        .end_browser(pass.clone(), shown[0].id)
        .await
        .unwrap();
    assert_eq!(browsers(town, &pass).await, 0);
    // What was ordered before is left.
    assert!(send(town, Reach::Anywhere).await.is_empty());
    assert!(service.take().is_empty());
}

async fn as_many_browsers_as_may_be_are_told_of_a_case(town: &Town) {
    let service = PushService::open().await;
    let (_, pass, _) = case(town).await;
    for number in 1..=BROWSERS_OF_A_CASE {
        told(town, &pass, &service.browser(u8::try_from(number).unwrap())).await;
    }
    let more = service.browser(100);
    let refused = town
        .clerks
        .tell_browser(pass.clone(), endpoint(&more), keys(&more))
        .await;
    assert!(matches!(
        refused,
        Err(Trouble::NotAcceptable("error-push-too-many"))
    ));
    // One that is known is not one more.
    told(town, &pass, &service.browser(1)).await;
    assert_eq!(browsers(town, &pass).await, BROWSERS_OF_A_CASE);
}

async fn a_browser_with_another_address_is_told_there(town: &Town) {
    let service = PushService::open().await;
    let (receipt, pass, officer) = case(town).await;
    let (old, new) = (service.browser(1), service.browser(2));
    told(town, &pass, &old).await;
    let moved = |secret: [u8; 16]| {
        let from = (endpoint(&old), secret);
        town.clerks.browser_moved(from, endpoint(&new), keys(&new))
    };
    assert!(matches!(moved([9; 16]).await, Err(Trouble::NotFound)));
    moved(old.auth_secret).await.unwrap();
    assert_eq!(browsers(town, &pass).await, 1);
    act(town, &officer, &receipt.reference, StaffAct::Examine).await;
    act(
        town,
        &officer,
        &receipt.reference,
        StaffAct::Answer(town::answer(Outcome::Granted)),
    )
    .await;
    assert_eq!(send(town, Reach::Anywhere).await, [PushFate::Sent]);
    let came = service.take();
    assert_eq!(came[0].browser, "2");
    new.read(&came[0]);
}

async fn a_browser_that_nobody_hears_of_is_forgotten(town: &Town) {
    let service = PushService::open().await;
    let (_, pass, _) = case(town).await;
    told(town, &pass, &service.browser(1)).await;
    town.clock.advance_days(399);
    town.clerks.forget_what_ended().await.unwrap();
    assert_eq!(browsers(town, &pass).await, 1);
    town.clock.advance_days(2);
    town.clerks.forget_what_ended().await.unwrap();
    assert_eq!(browsers(town, &pass).await, 0);
}
