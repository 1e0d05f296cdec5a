//! What the portal does by itself as days pass.

use bytes::Bytes;
use chikaya_domain::{
    Language,
    access::Role,
    answer::Outcome,
    case::{ClosingKey, Fact, Kind, Stage},
    person::{Contact, Email},
};
use chikaya_service::{
    attachment::Destination,
    case::{act::StaffAct, answer::TypedAnswer},
    draft::{
        DRAFT_DAYS,
        filing::{FilingFate, TypedFiling},
    },
    message::contact::{CodeStanding, Sending},
    token::Token,
};
use chikaya_testkit::{Town, town};
use futures_util::stream;

crate::in_both_towns! {
    an_answer_nobody_contests_closes_by_time_and_not_before => super::an_answer_nobody_contests_closes_by_time_and_not_before;
    officers_are_reminded_and_heads_told_when_it_is_late => super::officers_are_reminded_and_heads_told_when_it_is_late;
    expired_drafts_go_with_their_files_and_no_others_do => super::expired_drafts_go_with_their_files_and_no_others_do;
    sessions_and_codes_go_when_they_count_for_nothing => super::sessions_and_codes_go_when_they_count_for_nothing;
    messages_sent_long_ago_are_forgotten_and_those_that_wait_are_not => super::messages_sent_long_ago_are_forgotten_and_those_that_wait_are_not;
}

async fn an_answer_nobody_contests_closes_by_time_and_not_before(town: &Town) {
    let officer = town
        .officer("one@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    let reference = receipt.reference.clone();
    town.clerks
        .act(officer.clone(), reference.clone(), 1, StaffAct::Examine)
        .await
        .unwrap();
    let answer = TypedAnswer {
        body: String::new(),
        outcome: Some(Outcome::Granted),
        reasons: "Le câble de la rue de l’École sera réparé le mercredi 22 avril 2026.".to_owned(),
        ground: String::new(),
        recourse: "Réouverture possible.".to_owned(),
    };
    town.clerks
        .answer(officer.clone(), reference.clone(), 2, answer)
        .await
        .unwrap();
    // Fifteen working days after Thursday 12 March 2026, Fitr (20–21 March) left out: Friday 3 April.
    town.clock.set(town::instant("2026-04-03T12:00:00Z"));
    assert_eq!(town.clerks.run_daily_routine().await.unwrap().closed, 0);
    town.clock.set(town::instant("2026-04-04T12:00:00Z"));
    assert_eq!(town.clerks.run_daily_routine().await.unwrap().closed, 1);
    let case = town
        .clerks
        .desk_page(officer_again(town).await, reference)
        .await
        .unwrap()
        .page
        .case;
    assert_eq!(
        (case.stage, case.closed_by),
        (Stage::Closed, Some(ClosingKey::TimePassed))
    );
}

async fn officers_are_reminded_and_heads_told_when_it_is_late(town: &Town) {
    let officer = town
        .officer("one@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    let reference = receipt.reference.clone();
    town.clerks
        .act(officer.clone(), reference.clone(), 1, StaffAct::Examine)
        .await
        .unwrap();
    town.clerks
        .act(officer, reference.clone(), 2, StaffAct::TakeUp)
        .await
        .unwrap();
    town.word_mail("https://portal.test").await;
    for (day, reminded) in [
        ("2026-04-25T12:00:00Z", 0),
        ("2026-04-26T12:00:00Z", 1),
        ("2026-04-27T12:00:00Z", 0),
        ("2026-05-06T12:00:00Z", 1),
        ("2026-05-12T12:00:00Z", 1),
        ("2026-05-13T12:00:00Z", 0),
    ] {
        town.clock.set(town::instant(day));
        assert_eq!(
            town.clerks.run_daily_routine().await.unwrap().reminded,
            reminded,
            "{day}"
        );
    }
    let page = town
        .clerks
        .desk_page(officer_again(town).await, reference)
        .await
        .unwrap()
        .page;
    assert!(
        page.timeline
            .iter()
            .any(|entry| matches!(entry.fact, Fact::Escalated { .. }))
    );
    assert_eq!(page.days_left, -2);
}

/// Sessions end with the days: the officer signs in again.
async fn officer_again(town: &Town) -> chikaya_service::staff::Officer {
    town.officer("one@sample.test", Role::Officer, town::TIZNIT)
        .await
}

async fn messages_sent_long_ago_are_forgotten_and_those_that_wait_are_not(town: &Town) {
    let portal = "https://portal.test";
    town.clerks.file(town::filing()).await.unwrap();
    assert_eq!(town.take_mail(portal).await.len(), 1);
    town.clock.advance_days(20);
    town.clerks.file(town::filing()).await.unwrap();
    assert_eq!(town.take_mail(portal).await.len(), 1);
    town.clerks.file(town::filing()).await.unwrap();
    let forget = || town.clerks.forget_done_jobs(30);
    assert_eq!(forget().await.unwrap(), 0);
    town.clock.advance_days(11);
    assert_eq!(forget().await.unwrap(), 1);
    town.clock.advance_days(20);
    assert_eq!(forget().await.unwrap(), 1);
    assert_eq!(town.take_mail(portal).await.len(), 1, "the third waited");
}

/// A draft with a file.
async fn draft(town: &Town) -> Token {
    let content = TypedFiling {
        text: town::filing().text,
        is_anonymous: true,
        ..TypedFiling::new(Kind::Complaint, Language::French)
    };
    let token = town.clerks.open_draft(content).await.unwrap();
    let bytes = stream::iter([Ok::<_, std::io::Error>(Bytes::from_static(b"%PDF-1.7\n"))]);
    let place = Destination::draft::<TypedFiling>(token.clone());
    town.clerks.attach(place, "a.pdf", bytes).await.unwrap();
    token
}

async fn expired_drafts_go_with_their_files_and_no_others_do(town: &Town) {
    draft(town).await;
    let filed = draft(town).await;
    let fate = town
        .clerks
        .file_draft(filed, 1, [0; 32], Language::French)
        .await
        .unwrap();
    assert!(matches!(fate, FilingFate::Filed(_)));
    town.clock.advance_days(1);
    let later = draft(town).await;
    town.clock.advance_days(DRAFT_DAYS - 1);
    let forget = || town.clerks.forget_expired_drafts();
    assert_eq!(forget().await.unwrap(), 0);
    assert_eq!(town.stored_files().len(), 3);
    town.clock.advance_minutes(1);
    assert_eq!(forget().await.unwrap(), 1);
    assert_eq!(town.stored_files().len(), 2);
    assert_eq!(town.drafts().await.len(), 1, "the later one");
    assert!(town.clerks.draft::<TypedFiling>(later).await.is_ok());
    town.clock.advance_days(2);
    assert_eq!(forget().await.unwrap(), 1);
    assert_eq!(town.stored_files().len(), 1, "the case keeps its file");
}

async fn sessions_and_codes_go_when_they_count_for_nothing(town: &Town) {
    let contact = || Contact::Email(Email::parse("fatima@example.org").unwrap());
    let code = || town.clerks.send_contact_code(contact(), Language::French);
    assert_eq!(code().await.unwrap(), Sending::Sent);
    town.officer("one@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let forget = || town.clerks.forget_what_ended();
    town.clock.advance_minutes(60 * 11);
    assert_eq!(forget().await.unwrap(), 0, "both still count");
    town.clock.advance_minutes(60 * 2);
    assert_eq!(
        forget().await.unwrap(),
        0,
        "the session ended, and it is known whose it was"
    );
    town.clock.advance_days(2);
    assert_eq!(code().await.unwrap(), Sending::Sent);
    assert_eq!(forget().await.unwrap(), 1, "the code of today stays");
    let standing = town.clerks.contact_code_standing(contact()).await.unwrap();
    assert_eq!(standing, CodeStanding::Waits);
    town.clock.advance_minutes(60 * 23 + 30);
    assert_eq!(forget().await.unwrap(), 1, "the session");
}
