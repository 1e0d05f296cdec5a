//! The outbox: what was owed when something happened is what is said, one bad order harms no other, and secrets go.

use chikaya_domain::{
    Language,
    access::Role,
    person::{Contact, Email},
};
use chikaya_service::{
    case::{
        act::StaffAct,
        file::{Filer, Filing},
    },
    message::outbox::{ATTEMPTS, Content, Fate, LEASE_SECONDS, MESSAGE_JOB},
    staff::notifications::{Choice, Topic},
};
use chikaya_store::{StoreError, job};
use chikaya_testkit::{PostOffice, Town, town};
use uuid::Uuid;

crate::in_both_towns! {
    a_notice_sent_late_names_the_body_and_reason_of_its_own_event => super::a_notice_sent_late_names_the_body_and_reason_of_its_own_event;
    strangers_are_sent_no_words_of_others_and_not_without_end => super::strangers_are_sent_no_words_of_others_and_not_without_end;
    an_order_nobody_can_read_harms_no_other_and_ends_on_the_list => super::an_order_nobody_can_read_harms_no_other_and_ends_on_the_list;
    an_order_about_nothing_counts_its_own_tries_alone => super::an_order_about_nothing_counts_its_own_tries_alone;
    codes_and_addresses_do_not_lie_in_the_outbox_after_the_message_went => super::codes_and_addresses_do_not_lie_in_the_outbox_after_the_message_went;
    a_worker_whose_claim_ran_out_notes_nothing => super::a_worker_whose_claim_ran_out_notes_nothing;
    what_a_sample_is_told_leaves_by_no_mail_server => super::what_a_sample_is_told_leaves_by_no_mail_server;
    a_code_that_ran_out_is_not_sent_any_more => super::a_code_that_ran_out_is_not_sent_any_more;
}

const PORTAL: &str = "https://portal.test";

fn contact() -> Contact {
    Contact::Email(Email::parse("fatima@example.org").unwrap())
}

/// Lets a worker claim what waits and vanish, then time pass until it can be claimed again.
async fn lose_what_waits(town: &Town) {
    town.clerks
        .claim_messages("lost".to_owned(), 100)
        .await
        .unwrap();
    town.clock.advance_minutes(LEASE_SECONDS / 60 + 1);
}

async fn a_notice_sent_late_names_the_body_and_reason_of_its_own_event(town: &Town) {
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    town.take_mail(PORTAL).await;
    let authority = town
        .officer(
            "route@sample.test",
            Role::ReformAuthority,
            "reform-authority",
        )
        .await;
    let bodies = ["onee", "commune-09-001-01-01"];
    for (version, (body, reason)) in [(bodies[0], "First reason."), (bodies[1], "Second reason.")]
        .into_iter()
        .enumerate()
    {
        let version = u32::try_from(version).unwrap() + 1;
        let act = StaffAct::Transfer {
            to: town::organisation_code(body),
            reason: reason.to_owned(),
        };
        town.clerks
            .act(authority.clone(), receipt.reference.clone(), version, act)
            .await
            .unwrap();
    }
    lose_what_waits(town).await;
    let mut told: Vec<(String, Option<String>)> = town
        .clerks
        .claim_messages("town".to_owned(), 100)
        .await
        .unwrap()
        .into_iter()
        .filter_map(|(_, message)| match message.content {
            Content::Case(case) if !case.is_for_staff => {
                Some((case.organisation.to_string(), case.text))
            }
            _ => None,
        })
        .collect();
    told.sort();
    let expected = [
        (bodies[1].to_owned(), Some("Second reason.".to_owned())),
        (bodies[0].to_owned(), Some("First reason.".to_owned())),
    ];
    assert_eq!(told, expected);
}

async fn strangers_are_sent_no_words_of_others_and_not_without_end(town: &Town) {
    const WRITTEN: &str = "Gagnez beaucoup : https://advert.test/ maintenant.";
    let filing = |number: u32| {
        let mut filing = town::filing_with([contact()]);
        filing.key = Some(format!("again-{number}"));
        WRITTEN.clone_into(&mut filing.text);
        filing
    };
    for number in 0..25 {
        town.clerks.file(filing(number)).await.unwrap();
        town.clock.advance_minutes(1);
    }
    let mails = town.take_mail(PORTAL).await;
    assert_eq!(mails.len(), 20);
    for mail in &mails {
        assert!(!mail.text.contains("advert.test"), "{}", mail.text);
        assert!(!mail.html.contains("advert.test"));
        // What it is about, by the names of the lists.
        assert!(mail.text.contains("الإنارة العمومية"), "{}", mail.text);
    }
    // Whoever proved that the address is theirs reads their own words, however often they file.
    let mut proven = filing(100);
    if let Filer::Known(known) = &mut proven.filer {
        known.verified = Some(contact());
    }
    town.clerks.file(proven).await.unwrap();
    town.clerks.file(filing(101)).await.unwrap();
    let mails = town.take_mail(PORTAL).await;
    assert_eq!(mails.len(), 2);
    assert!(mails.iter().all(|mail| mail.text.contains("advert.test")));
}

async fn push(town: &Town, payload: String) -> Uuid {
    let id = Uuid::from_u128(1);
    let archive = town.database.archive().clone();
    archive
        .write(move |tx| {
            job::push(
                tx,
                &job::NewJob {
                    id,
                    kind: MESSAGE_JOB,
                    payload: &payload,
                    secret: None,
                    run_at: 1,
                },
            )?;
            Ok::<_, StoreError>(())
        })
        .await
        .unwrap();
    id
}

async fn an_order_nobody_can_read_harms_no_other_and_ends_on_the_list(town: &Town) {
    let bad = push(town, "{\"what\":\"carrier-pigeon\"}".to_owned()).await;
    town.clerks.file(town::filing()).await.unwrap();
    assert_eq!(town.take_mail(PORTAL).await.len(), 1, "the good one goes");
    for _ in 1..ATTEMPTS {
        town.clock.advance_minutes(6 * 60 + 1);
        assert!(town.take_mail(PORTAL).await.is_empty());
    }
    let officer = town
        .officer("admin@portal.test", Role::Administrator, "reform-authority")
        .await;
    let page = town
        .clerks
        .undelivered(officer.clone(), None)
        .await
        .unwrap();
    assert_eq!(page.messages.len(), 1);
    let message = &page.messages[0];
    assert_eq!(
        (message.id, message.about.as_str(), message.attempts),
        (bad, "unreadable", ATTEMPTS)
    );
    assert!(!message.can_be_sent_again);
    town.expect_undelivered();
}

async fn an_order_about_nothing_counts_its_own_tries_alone(town: &Town) {
    let nothing = Uuid::from_u128(404);
    push(
        town,
        format!(r#"{{"what":"case","case":"{nothing}","sequence":1,"occasion":"answer"}}"#),
    )
    .await;
    town.clerks.file(town::filing()).await.unwrap();
    assert_eq!(town.take_mail(PORTAL).await.len(), 1);
    town.clerks.file(town::filing()).await.unwrap();
    town.clock.advance_minutes(1);
    assert_eq!(town.take_mail(PORTAL).await.len(), 1);
    let rows = town.outbox().await;
    let bad: Vec<&str> = rows
        .iter()
        .filter(|row| row.contains(&nothing.to_string()))
        .map(String::as_str)
        .collect();
    assert_eq!(bad.len(), 1);
    assert!(bad[0].ends_with(" 2"), "two tries are counted: {}", bad[0]);
    town.expect_undelivered();
}

async fn codes_and_addresses_do_not_lie_in_the_outbox_after_the_message_went(town: &Town) {
    let clerks = &town.clerks;
    let administrator = town
        .officer("admin@portal.test", Role::Administrator, "reform-authority")
        .await;
    let send = async || {
        clerks
            .send_contact_code(contact(), Language::French)
            .await
            .unwrap();
        clerks
            .send_account_code(contact(), Language::French)
            .await
            .unwrap();
    };
    clerks.file(town::filing()).await.unwrap();
    send().await;
    clerks
        .send_lost_receipt(contact(), Language::French)
        .await
        .unwrap();
    let waiting = town.outbox().await.join("\n");
    assert!(waiting.contains("fatima@example.org"), "they wait");
    town.take_mail(PORTAL).await;
    town.clock.advance_minutes(2);
    send().await;
    for _ in 0..2 {
        let why = "550 <fatima@example.org> unknown";
        let id = town.give_up_message(why).await;
        let again = clerks.send_again(administrator.clone(), id).await;
        assert!(again.is_err(), "a code that was wiped is not sent again");
    }
    let left = town.outbox().await;
    assert_eq!(left.len(), 6);
    for row in left {
        let names_code = row
            .split(|sign: char| !sign.is_ascii_hexdigit())
            .any(|word| word.len() == 6 && word.bytes().all(|byte| byte.is_ascii_digit()));
        assert!(!row.contains("fatima") && !names_code, "{row}");
    }
    town.expect_undelivered();
}

async fn a_worker_whose_claim_ran_out_notes_nothing(town: &Town) {
    town.clerks.file(town::filing()).await.unwrap();
    let claim = |worker: &str| town.clerks.claim_messages(worker.to_owned(), 10);
    let (slow, _) = claim("slow").await.unwrap().remove(0);
    town.clock.advance_minutes(LEASE_SECONDS / 60 + 1);
    let (quick, _) = claim("quick").await.unwrap().remove(0);
    let settle = |ticket, fate| town.clerks.settle_messages(vec![(ticket, fate)]);
    let failed = Fate::Refused("too late to say so".to_owned());
    assert_eq!(settle(slow, failed).await.unwrap(), 1);
    assert_eq!(settle(quick, Fate::NotTried).await.unwrap(), 0);
    assert_eq!(town.take_mail(PORTAL).await.len(), 1, "it is not dead");
}

async fn a_code_that_ran_out_is_not_sent_any_more(town: &Town) {
    town.clerks
        .send_contact_code(contact(), Language::French)
        .await
        .unwrap();
    town.clock.advance_minutes(31);
    assert!(town.take_mail(PORTAL).await.is_empty());
}

/// Someone who left this address and never showed that it is theirs, in a population that was made or not.
fn unproven(address: &str, is_sample: bool) -> Filing {
    let email = Contact::Email(Email::parse(address).unwrap());
    Filing {
        is_sample,
        ..town::filing_with([email])
    }
}

async fn what_a_sample_is_told_leaves_by_no_mail_server(town: &Town) {
    let office = PostOffice::open();
    let head = town
        .officer("head@somewhere.test", Role::UnitHead, town::TIZNIT)
        .await;
    let arrivals = vec![(Topic::Arrival, Choice::AtOnce)];
    town.clerks
        .choose_notifications(head, arrivals)
        .await
        .unwrap();
    // The address says nothing: it may be somebody's.
    let invented = unproven("fatima@somewhere.test", true);
    let sample = town.clerks.file(invented).await.unwrap();
    town.tell_staff().await;
    town.deliver_mail(&office, PORTAL).await;
    // A visitor of a demonstration who showed that the address is theirs, and a filer of a portal at work.
    let visitor = town.clerks.file(town::filing()).await.unwrap();
    let real = unproven("omar@somewhere.test", false);
    let real = town.clerks.file(real).await.unwrap();
    town.deliver_mail(&office, PORTAL).await;

    let sent = office.wait_for(2);
    assert_eq!(sent.len(), 2);
    let says = |text: &str| sent.iter().any(|mail| mail.text.contains(text));
    assert!(says(visitor.reference.as_str()) && says(real.reference.as_str()));
    assert!(!says(sample.reference.as_str()));
    // What was not sent can be read in the house.
    let mut kept: Vec<String> = town
        .clerks
        .mailbox()
        .await
        .unwrap()
        .into_iter()
        .map(|message| message.recipient)
        .collect();
    kept.sort();
    assert_eq!(kept, ["fatima@somewhere.test", "head@somewhere.test"]);
}
