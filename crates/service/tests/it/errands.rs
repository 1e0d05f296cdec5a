//! What filers must be told whom no message reaches: a task for the body that has the case, until it is done.

use chikaya_domain::{
    Language,
    access::Role,
    answer::Outcome,
    case::{CALLS_AT_MOST, Case, Errand, Event, Fact, Refusal, Resolved, Told},
    person::{Contact, Email, Phone, PostalAddress},
    reference::Reference,
};
use chikaya_i18n::Voice;
use chikaya_service::{
    Trouble,
    case::{
        act::StaffAct,
        file::{Filer, Receipt},
        follow::FilerAct,
        queue::{Order, View},
    },
    staff::Officer,
};
use chikaya_testkit::{Town, town};
use jiff::civil::date;

use crate::acts::{act, try_to};

crate::in_both_towns! {
    an_answer_by_letter_is_a_task_until_it_is_posted => super::an_answer_by_letter_is_a_task_until_it_is_posted;
    an_answer_to_be_told_names_no_day_that_will_be_wrong => super::an_answer_to_be_told_names_no_day_that_will_be_wrong;
    no_letter_is_posted_to_nowhere => super::no_letter_is_posted_to_nowhere;
    what_is_replied_on_the_telephone_is_taken_down => super::what_is_replied_on_the_telephone_is_taken_down;
    a_letter_posted_is_printed_again => super::a_letter_posted_is_printed_again;
    calls_that_nobody_answers_are_kept_and_end => super::calls_that_nobody_answers_are_kept_and_end;
    a_transfer_carries_the_task_to_the_other_body => super::a_transfer_carries_the_task_to_the_other_body;
    nobody_is_a_task_who_is_written_to_or_cannot_be_told => super::nobody_is_a_task_who_is_written_to_or_cannot_be_told;
    whoever_acts_on_an_answer_has_read_it => super::whoever_acts_on_an_answer_has_read_it;
    who_may_not_tell_cannot_say_that_it_is_done => super::who_may_not_tell_cannot_say_that_it_is_done;
    who_lost_their_receipt_is_called_once_a_day => super::who_lost_their_receipt_is_called_once_a_day;
    what_earlier_versions_wrote_is_read => super::what_earlier_versions_wrote_is_read;
    the_follower_counts_tasks_as_their_list_holds_them => super::the_follower_counts_tasks_as_their_list_holds_them;
}

const PORTAL: &str = "https://portal.test";

fn letter() -> Contact {
    Contact::Letter(PostalAddress::parse("12, rue de l’École\n85000 Tiznit").unwrap())
}

fn telephone() -> Contact {
    Contact::Phone(Phone::kept("+212661123456").unwrap())
}

fn mail() -> Contact {
    Contact::Email(Email::parse("fatima@example.org").unwrap())
}

async fn officer(town: &Town) -> Officer {
    town.officer("one@sample.test", Role::Officer, town::TIZNIT)
        .await
}

/// A case that was examined, of someone with these contacts.
async fn filed(town: &Town, officer: &Officer, contacts: Vec<Contact>) -> Receipt {
    let receipt = town.clerks.file(town::filing_with(contacts)).await.unwrap();
    act(town, officer, &receipt.reference, StaffAct::Examine).await;
    receipt
}

fn answer() -> StaffAct {
    StaffAct::Answer(town::answer(Outcome::Granted))
}

fn ask() -> StaffAct {
    StaffAct::Ask {
        question: "Quel poteau ?".to_owned(),
        respond_by: date(2026, 3, 20),
    }
}

const fn tell(how: Told) -> StaffAct {
    StaffAct::Tell { how }
}

/// The cases in a queue, and how many the side of the desk says there are.
async fn queue(town: &Town, officer: &Officer, view: View) -> (Vec<String>, i64) {
    let page = town
        .clerks
        .queue(officer.clone(), view, None, Order::DueFirst, None)
        .await
        .unwrap();
    let counts = town.clerks.queue_counts(officer.clone()).await.unwrap();
    let count = counts.iter().find(|count| count.view == view).unwrap();
    let listed = page.lines.into_iter().map(|line| line.reference).collect();
    (listed, count.cases)
}

async fn assert_waits(town: &Town, officer: &Officer, view: View, waiting: &[&Reference]) {
    let expected: Vec<String> = waiting.iter().map(ToString::to_string).collect();
    let count = i64::try_from(expected.len()).unwrap();
    assert_eq!(queue(town, officer, view).await, (expected, count));
}

/// Until all that happened is counted.
async fn settle(town: &Town) {
    while town.clerks.place_events().await.unwrap().placed > 0 {}
}

/// What the filer reads of what happened last.
async fn last_told(town: &Town, receipt: &Receipt) -> Fact {
    let pass = town
        .clerks
        .open_with_code(receipt.reference.clone(), receipt.access_code.clone())
        .await
        .unwrap();
    let page = town.clerks.follow(pass).await.unwrap();
    page.timeline.last().unwrap().fact.clone()
}

async fn an_answer_by_letter_is_a_task_until_it_is_posted(town: &Town) {
    let officer = officer(town).await;
    let receipt = filed(town, &officer, vec![letter(), mail(), telephone()]).await;
    assert_waits(town, &officer, View::ToPost, &[]).await;
    act(town, &officer, &receipt.reference, answer()).await;
    assert!(
        town.take_mail(PORTAL).await.is_empty(),
        "letters are wanted"
    );
    assert_waits(town, &officer, View::ToPost, &[&receipt.reference]).await;
    assert_waits(town, &officer, View::ToTelephone, &[]).await;
    let by_telephone = try_to(town, &officer, &receipt.reference, tell(Told::Telephoned)).await;
    assert!(matches!(
        by_telephone,
        Err(Trouble::Refused(Refusal::NothingToTell))
    ));
    act(town, &officer, &receipt.reference, tell(Told::Posted)).await;
    assert_waits(town, &officer, View::ToPost, &[]).await;
    let told = last_told(town, &receipt).await;
    assert!(
        matches!(
            told,
            Fact::Told {
                how: Told::Posted,
                ..
            }
        ),
        "{told:?}"
    );
    town.clerks.check_chain(receipt.case).await.unwrap();
}

async fn an_answer_to_be_told_names_no_day_that_will_be_wrong(town: &Town) {
    let officer = officer(town).await;
    for (contact, names_a_day) in [(mail(), true), (telephone(), false), (letter(), false)] {
        let receipt = filed(town, &officer, vec![contact]).await;
        act(town, &officer, &receipt.reference, answer()).await;
        let pass = town
            .clerks
            .open_with_code(receipt.reference.clone(), receipt.access_code.clone())
            .await
            .unwrap();
        let page = town.clerks.follow(pass).await.unwrap();
        let body = page.answer.unwrap().body;
        let until = page.case.last_answer.unwrap().reopen_until;
        let day = Voice::of(page.case.language).date(until);
        assert_eq!(body.contains(&day), names_a_day, "{body}");
    }
}

async fn no_letter_is_posted_to_nowhere(town: &Town) {
    let officer = officer(town).await;
    let receipt = filed(town, &officer, vec![telephone()]).await;
    act(town, &officer, &receipt.reference, answer()).await;
    let posted = try_to(town, &officer, &receipt.reference, tell(Told::Posted)).await;
    assert!(matches!(
        posted,
        Err(Trouble::Refused(Refusal::NothingToTell))
    ));
    assert_waits(town, &officer, View::ToTelephone, &[&receipt.reference]).await;
}

async fn what_is_replied_on_the_telephone_is_taken_down(town: &Town) {
    let officer = officer(town).await;
    let receipt = filed(town, &officer, vec![telephone()]).await;
    act(town, &officer, &receipt.reference, StaffAct::TakeUp).await;
    act(town, &officer, &receipt.reference, ask()).await;
    act(town, &officer, &receipt.reference, tell(Told::Telephoned)).await;
    let reply = StaffAct::TakeDown {
        reply: "le poteau a le numéro 12".to_owned(),
    };
    act(town, &officer, &receipt.reference, reply).await;
    assert_waits(town, &officer, View::Waiting, &[]).await;
    let told = last_told(town, &receipt).await;
    assert!(matches!(told, Fact::Replied { .. }), "{told:?}");
    town.clerks.check_chain(receipt.case).await.unwrap();
}

async fn a_letter_posted_is_printed_again(town: &Town) {
    let officer = officer(town).await;
    let receipt = filed(town, &officer, vec![letter()]).await;
    act(town, &officer, &receipt.reference, answer()).await;
    let print = || {
        town.clerks
            .letter(officer.clone(), receipt.reference.clone())
    };
    let first = print().await.unwrap();
    act(town, &officer, &receipt.reference, tell(Told::Posted)).await;
    let again = print().await.unwrap();
    assert_eq!(first.parts.len(), again.parts.len());
    assert_eq!(first.parts[0].text, again.parts[0].text);
}

async fn calls_that_nobody_answers_are_kept_and_end(town: &Town) {
    let officer = officer(town).await;
    let receipt = filed(town, &officer, vec![telephone()]).await;
    act(town, &officer, &receipt.reference, answer()).await;
    for calls in 1..=CALLS_AT_MOST {
        assert_waits(town, &officer, View::ToTelephone, &[&receipt.reference]).await;
        act(town, &officer, &receipt.reference, tell(Told::NotReached)).await;
        let page = town
            .clerks
            .desk_page(officer.clone(), receipt.reference.clone())
            .await
            .unwrap();
        let tries = page
            .page
            .timeline
            .iter()
            .filter(|entry| matches!(entry.fact, Fact::Told { .. }))
            .count();
        assert_eq!(tries, usize::from(calls));
    }
    assert_waits(town, &officer, View::ToTelephone, &[]).await;
}

async fn a_transfer_carries_the_task_to_the_other_body(town: &Town) {
    let officer = officer(town).await;
    let water = town
        .officer("water@sample.test", Role::Officer, "onee")
        .await;
    let receipt = filed(town, &officer, vec![telephone()]).await;
    act(town, &officer, &receipt.reference, StaffAct::TakeUp).await;
    act(town, &officer, &receipt.reference, ask()).await;
    assert_waits(town, &officer, View::ToTelephone, &[&receipt.reference]).await;
    let transfer = StaffAct::Transfer {
        to: town::organisation_code("onee"),
        reason: "le poteau est à vous".to_owned(),
    };
    act(town, &officer, &receipt.reference, transfer).await;
    assert_waits(town, &officer, View::ToTelephone, &[]).await;
    settle(town).await;
    assert_waits(town, &water, View::ToTelephone, &[&receipt.reference]).await;
    act(town, &water, &receipt.reference, tell(Told::Telephoned)).await;
    assert_waits(town, &water, View::ToTelephone, &[]).await;
}

async fn nobody_is_a_task_who_is_written_to_or_cannot_be_told(town: &Town) {
    let officer = officer(town).await;
    let mut anonymous = town::filing();
    anonymous.filer = Filer::Anonymous;
    let nameless = town.clerks.file(anonymous).await.unwrap();
    act(town, &officer, &nameless.reference, StaffAct::Examine).await;
    act(town, &officer, &nameless.reference, answer()).await;
    let silent = filed(town, &officer, Vec::new()).await;
    act(town, &officer, &silent.reference, answer()).await;
    town.take_mail(PORTAL).await;
    let written = filed(town, &officer, vec![mail(), letter(), telephone()]).await;
    act(town, &officer, &written.reference, answer()).await;
    assert!(!town.take_mail(PORTAL).await.is_empty());
    assert_waits(town, &officer, View::ToPost, &[]).await;
    assert_waits(town, &officer, View::ToTelephone, &[]).await;
}

async fn whoever_acts_on_an_answer_has_read_it(town: &Town) {
    let officer = officer(town).await;
    let receipt = filed(town, &officer, vec![letter()]).await;
    act(town, &officer, &receipt.reference, answer()).await;
    assert_waits(town, &officer, View::ToPost, &[&receipt.reference]).await;
    let pass = town
        .clerks
        .open_with_code(receipt.reference.clone(), receipt.access_code.clone())
        .await
        .unwrap();
    let version = town.clerks.follow(pass.clone()).await.unwrap().case.version;
    let judge = FilerAct::Judge {
        resolved: Resolved::Partly,
        treatment: None,
    };
    town.clerks
        .act_as_filer(pass, version, judge)
        .await
        .unwrap();
    settle(town).await;
    assert_waits(town, &officer, View::ToPost, &[]).await;
}

async fn who_may_not_tell_cannot_say_that_it_is_done(town: &Town) {
    let officer = officer(town).await;
    let auditor = town
        .officer("auditor@sample.test", Role::Auditor, town::TIZNIT)
        .await;
    let registry = town
        .officer("registry@sample.test", Role::Registry, town::TIZNIT)
        .await;
    let stranger = town
        .officer("water@sample.test", Role::Officer, "onee")
        .await;
    let receipt = filed(town, &officer, vec![telephone()]).await;
    act(town, &officer, &receipt.reference, answer()).await;
    let by_auditor = try_to(town, &auditor, &receipt.reference, tell(Told::Telephoned)).await;
    assert!(matches!(by_auditor, Err(Trouble::Forbidden)));
    let by_stranger = town
        .clerks
        .act(
            stranger,
            receipt.reference.clone(),
            3,
            tell(Told::Telephoned),
        )
        .await;
    assert!(matches!(by_stranger, Err(Trouble::NotFound)));
    act(town, &registry, &receipt.reference, tell(Told::Telephoned)).await;
    assert_waits(town, &registry, View::ToTelephone, &[]).await;
}

async fn the_follower_counts_tasks_as_their_list_holds_them(town: &Town) {
    let officer = officer(town).await;
    let colleague = town
        .officer("two@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let mut receipts = Vec::new();
    for contact in [letter(), telephone(), telephone()] {
        let receipt = filed(town, &officer, vec![contact]).await;
        act(town, &officer, &receipt.reference, answer()).await;
        receipts.push(receipt);
    }
    settle(town).await;
    // A colleague who did nothing sees what the follower counted.
    assert_eq!(queue(town, &colleague, View::ToTelephone).await.1, 2);
    assert_eq!(queue(town, &colleague, View::ToPost).await.1, 1);
    act(
        town,
        &officer,
        &receipts[1].reference,
        tell(Told::Telephoned),
    )
    .await;
    settle(town).await;
    assert_waits(
        town,
        &colleague,
        View::ToTelephone,
        &[&receipts[2].reference],
    )
    .await;
    let page = town
        .clerks
        .desk_page(officer, receipts[2].reference.clone())
        .await
        .unwrap();
    assert!(page.page.case.awaits(Errand::Telephone));
}

async fn what_earlier_versions_wrote_is_read(town: &Town) {
    let officer = officer(town).await;
    let receipt = filed(town, &officer, vec![mail()]).await;
    let page = town
        .clerks
        .desk_page(officer, receipt.reference.clone())
        .await
        .unwrap();
    let mut state = serde_json::to_value(&page.page.case).unwrap();
    let fields = state.as_object_mut().unwrap();
    for name in ["untold", "calls", "receipt_lost"] {
        fields.remove(name);
    }
    let read: Case = serde_json::from_value(state).unwrap();
    assert_eq!(read, page.page.case);
    let event = r#"{"case":"00000000-0000-0000-0000-000000000001","sequence":2,"at":"2026-03-12T10:00:00Z","actor":{"by":"system"},"fact":{"fact":"examined"}}"#;
    let read: Event = serde_json::from_str(event).unwrap();
    assert_eq!(read.errand, None);
    assert_eq!(
        serde_json::to_string(&read).unwrap(),
        event,
        "as it was hashed"
    );
}

async fn who_lost_their_receipt_is_called_once_a_day(town: &Town) {
    let officer = officer(town).await;
    let older = filed(town, &officer, vec![telephone()]).await;
    town.clock.advance_days(1);
    let newest = filed(town, &officer, vec![letter(), telephone()]).await;
    let number = || Phone::kept("+212661123456").unwrap();
    let stranger = Phone::kept("+212661999999").unwrap();
    town.clerks
        .report_lost_receipt(stranger, Language::French)
        .await
        .unwrap();
    settle(town).await;
    assert_waits(town, &officer, View::ToTelephone, &[]).await;
    for _ in 0..3 {
        town.clerks
            .report_lost_receipt(number(), Language::French)
            .await
            .unwrap();
    }
    settle(town).await;
    assert_waits(town, &officer, View::ToTelephone, &[&newest.reference]).await;
    assert!(town.take_mail(PORTAL).await.is_empty(), "nothing is sent");
    act(town, &officer, &newest.reference, tell(Told::Telephoned)).await;
    town.clerks
        .report_lost_receipt(number(), Language::French)
        .await
        .unwrap();
    settle(town).await;
    assert_waits(town, &officer, View::ToTelephone, &[]).await;
    town.clock.advance_days(2);
    town.clerks
        .report_lost_receipt(number(), Language::French)
        .await
        .unwrap();
    settle(town).await;
    assert_waits(town, &officer, View::ToTelephone, &[&newest.reference]).await;
    let lost = town
        .clerks
        .desk_page(officer, older.reference.clone())
        .await
        .unwrap()
        .page
        .case
        .receipt_lost;
    assert_eq!(lost, None, "one call tells of all");
}
