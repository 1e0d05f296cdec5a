//! Filing for someone: taken down at a counter, from a letter or on the telephone, by whoever may, once.

use bytes::Bytes;
use chikaya_domain::{
    Language,
    access::Role,
    case::{Actor, Channel, Consent, Fact, FiledFact, Stage},
    owner::Audience,
    person::IdentityKind,
    reference::Reference,
    statistics::{Count, Month, Months},
};
use chikaya_service::{
    Trouble,
    attachment::{Destination, FileRefusal},
    case::{act::StaffAct, file::Receipt},
    draft::{
        DraftState,
        for_someone::{DayFault, TakenFate, TakenFault, TypedForSomeone},
    },
    message::contact::ContactCode,
    postal::{CameFault, Direction, PostalAsked},
    staff::Officer,
    statistics::Scope,
    token::Token,
};
use chikaya_testkit::{Town, post_office::code_in, town};
use futures_util::stream;
use jiff::civil::date;

crate::in_both_towns! {
    statistics_tell_by_which_way_it_came => super::statistics_tell_by_which_way_it_came;
    what_is_taken_down_is_one_case_that_says_who_and_how => super::what_is_taken_down_is_one_case_that_says_who_and_how;
    nobody_else_goes_on_with_it_and_few_may_begin => super::nobody_else_goes_on_with_it_and_few_may_begin;
    the_time_of_a_letter_counts_from_its_arrival => super::the_time_of_a_letter_counts_from_its_arrival;
    everything_wrong_is_told_at_once => super::everything_wrong_is_told_at_once;
    whoever_agrees_by_code_reads_one_out => super::whoever_agrees_by_code_reads_one_out;
    a_receipt_is_printed_again_on_its_day_by_whoever_filed => super::a_receipt_is_printed_again_on_its_day_by_whoever_filed;
    the_registry_adds_letters_to_cases_of_its_body_alone => super::the_registry_adds_letters_to_cases_of_its_body_alone;
}

/// A body with which no case of Tiznit has anything to do.
const AGADIR: &str = "commune-09-001-01-01";

/// Someone at work, in a role and an organisation of which each is met once.
async fn hired(town: &Town, role: Role, organisation: &str) -> Officer {
    let email = format!("{role}-{organisation}@sample.test");
    town.officer(&email, role, organisation).await
}

/// A filing by the counter of which nothing is missing.
fn whole(officer: &Officer) -> TypedForSomeone {
    let mut typed = TypedForSomeone::new(officer.id, Language::Arabic);
    typed.channel = Some(Channel::Counter);
    typed.consent = Some(Consent::Spoken);
    "cin".clone_into(&mut typed.shown);
    let filing = town::filing();
    typed.filing.text = filing.text;
    typed.filing.subject = filing.subject;
    typed.filing.territory = filing.territory;
    "فاطمة مثال".clone_into(&mut typed.filing.name);
    "cin".clone_into(&mut typed.filing.identity_kind);
    "JE123456".clone_into(&mut typed.filing.identity_number);
    typed
}

async fn begin(town: &Town, officer: &Officer, typed: TypedForSomeone) -> Token {
    let page = town.clerks.identifiers().bytes();
    let begun = town
        .clerks
        .begin_for_someone(officer.clone(), &page, typed)
        .await;
    begun.unwrap()
}

async fn file(town: &Town, officer: &Officer, token: &Token, version: i64) -> Receipt {
    let fate = town
        .clerks
        .file_for_someone(officer.clone(), token.clone(), version)
        .await
        .unwrap();
    match fate {
        TakenFate::Filed(receipt) => *receipt,
        TakenFate::Faulty(faults) => panic!("{faults:?}"),
    }
}

async fn filed(town: &Town, officer: &Officer, receipt: &Receipt) -> (Actor, FiledFact) {
    let page = town
        .clerks
        .desk_page(officer.clone(), receipt.reference.clone())
        .await
        .unwrap()
        .page;
    let first = &page.timeline[0];
    let Fact::Filed(fact) = &first.fact else {
        panic!("a case begins with its filing");
    };
    (first.actor.clone(), (**fact).clone())
}

async fn what_is_taken_down_is_one_case_that_says_who_and_how(town: &Town) {
    // No door is a wrong one: an agent of Agadir files what Tiznit answers.
    let agent = hired(town, Role::Registry, AGADIR).await;
    let token = begin(town, &agent, whole(&agent)).await;
    let (one, two) = tokio::join!(file(town, &agent, &token, 1), file(town, &agent, &token, 1));
    assert_eq!(one.reference, two.reference);
    assert_eq!(one.access_code, two.access_code);
    let again = file(town, &agent, &token, 7).await;
    assert_eq!(again.reference, one.reference);
    assert_eq!(town.references().await.len(), 1);

    assert_eq!(one.organisation.as_str(), town::TIZNIT);
    let own = hired(town, Role::Officer, town::TIZNIT).await;
    let (actor, fact) = filed(town, &own, &one).await;
    assert_eq!(
        actor,
        Actor::Staff {
            staff: agent.id,
            organisation: agent.organisation.clone(),
            role: Role::Registry,
        }
    );
    assert_eq!(fact.channel, Channel::Counter);
    let taken = fact.taken_down.unwrap();
    assert_eq!(taken.consent, Consent::Spoken);
    assert_eq!(taken.shown, Some(IdentityKind::Cin));
    assert_eq!(taken.letter, None);
    // What the one who filed it may see of it is the list of today, and nothing of the case.
    let page = town.clerks.filed_here(agent.clone(), None).await.unwrap();
    assert_eq!(page.lines.len(), 1);
    assert_eq!(page.lines[0].reference, one.reference.to_string());
    assert_eq!(page.lines[0].channel, "counter");
    assert!(page.next.is_none());
    let desk = town.clerks.desk_page(agent, one.reference).await;
    assert!(matches!(desk, Err(Trouble::NotFound)));
}

async fn statistics_tell_by_which_way_it_came(town: &Town) {
    town.clock.set(town::instant("2026-03-02T09:00:00Z"));
    let agent = hired(town, Role::Registry, town::TIZNIT).await;
    let today = town.clerks.country().calendar.date_of(town.clerks.now());
    for (way, cases) in [
        (Channel::Counter, 7),
        (Channel::Phone, 6),
        (Channel::Letter, 5),
    ] {
        for _ in 0..cases {
            let mut typed = whole(&agent);
            typed.channel = Some(way);
            typed.arrived_on = today.to_string();
            let token = begin(town, &agent, typed).await;
            file(town, &agent, &token, 1).await;
        }
    }
    town.clock.set(town::instant("2026-04-02T09:00:00Z"));
    while town.clerks.place_events().await.unwrap().folded > 0 {}
    town.clerks.publish_statistics().await.unwrap();
    let month = |text: &str| Month::parse(text).unwrap();
    let asked = Months {
        from: month("2026-03"),
        until: month("2026-03"),
    };
    let told = town.clerks.statistics(Scope::Country, asked).await.unwrap();
    let mut ways: Vec<_> = told.figures.by_word(Count::ReceivedBy).collect();
    ways.retain(|(_, count)| *count != Some(0));
    ways.sort_unstable();
    let expected = [
        ("counter", Some(7)),
        ("letter", Some(5)),
        ("phone", Some(6)),
    ];
    assert_eq!(ways, expected);
}

async fn nobody_else_goes_on_with_it_and_few_may_begin(town: &Town) {
    let agent = hired(town, Role::Registry, town::TIZNIT).await;
    let other = hired(town, Role::Officer, town::TIZNIT).await;
    let token = begin(town, &agent, whole(&agent)).await;
    let seen = town
        .clerks
        .draft_for_someone(other.clone(), token.clone())
        .await;
    assert!(matches!(seen, Err(Trouble::NotFound)));
    let sent = town
        .clerks
        .file_for_someone(other.clone(), token.clone(), 1)
        .await;
    assert!(matches!(sent, Err(Trouble::NotFound)));
    let changed = town
        .clerks
        .change_for_someone(other, token.clone(), None, |typed| {
            typed.filing.text.clear();
        })
        .await;
    assert!(matches!(changed, Err(Trouble::NotFound)));
    let found = town.clerks.draft_for_someone(agent, token.clone()).await;
    assert!(matches!(found, Ok(DraftState::Open(draft)) if draft.version == 1));
    for role in [
        Role::ReformAuthority,
        Role::HeadOfGovernment,
        Role::Auditor,
        Role::Administrator,
    ] {
        let officer = hired(town, role, town::TIZNIT).await;
        let begun = town
            .clerks
            .begin_for_someone(officer.clone(), &[7; 32], whole(&officer))
            .await;
        assert!(matches!(begun, Err(Trouble::Forbidden)), "{role}");
        let sent = town
            .clerks
            .file_for_someone(officer.clone(), token.clone(), 1)
            .await;
        assert!(matches!(sent, Err(Trouble::Forbidden)), "{role}");
        let list = town.clerks.filed_here(officer, None).await;
        assert!(matches!(list, Err(Trouble::Forbidden)), "{role}");
    }
    assert!(town.references().await.is_empty());
}

async fn the_time_of_a_letter_counts_from_its_arrival(town: &Town) {
    let agent = hired(town, Role::Registry, town::TIZNIT).await;
    let today = town.clerks.country().calendar.date_of(town.clerks.now());
    let by_hand = begin(town, &agent, whole(&agent)).await;
    let by_hand = file(town, &agent, &by_hand, 1).await;
    let mut typed = whole(&agent);
    typed.channel = Some(Channel::Letter);
    // Whoever writes a letter has signed it.
    typed.consent = None;
    let arrived = today.saturating_sub(jiff::Span::new().days(9));
    typed.arrived_on = arrived.to_string();
    typed.written_on = arrived.yesterday().unwrap().to_string();
    let token = begin(town, &agent, typed).await;
    let receipt = file(town, &agent, &token, 1).await;
    assert_eq!(receipt.channel, Channel::Letter);
    assert!(receipt.answer_due.date < by_hand.answer_due.date);
    let (_, fact) = filed(town, &agent, &receipt).await;
    assert_eq!(fact.filed_on, arrived);
    assert_eq!(fact.answer_due, receipt.answer_due.date);
    let taken = fact.taken_down.unwrap();
    assert_eq!(taken.consent, Consent::Signed);
    let letter = taken.letter.unwrap();
    assert_eq!(letter.arrived_on, arrived);
    assert_eq!(letter.written_on, arrived.yesterday().ok());
    // It stands in the postal register of the body that opened it.
    let post = town
        .clerks
        .postal_register(agent, asked(today))
        .await
        .unwrap();
    assert_eq!(post.lines.len(), 1);
    assert_eq!(post.lines[0].direction, Direction::In);
    assert_eq!(post.lines[0].moved_on, arrived);
    assert_eq!(post.lines[0].reference, receipt.reference.to_string());
}

fn asked(day: jiff::civil::Date) -> PostalAsked {
    PostalAsked {
        from: day,
        until: day,
        direction: None,
        after: None,
        lines: 10,
    }
}

async fn everything_wrong_is_told_at_once(town: &Town) {
    let agent = hired(town, Role::Registry, town::TIZNIT).await;
    let mut typed = TypedForSomeone::new(agent.id, Language::French);
    typed.channel = Some(Channel::Letter);
    "2026-03-11".clone_into(&mut typed.written_on);
    "2026-03-09".clone_into(&mut typed.arrived_on);
    typed.consent = Some(Consent::ByCode);
    "0212".clone_into(&mut typed.filing.phone);
    let token = begin(town, &agent, typed.clone()).await;
    let fate = town
        .clerks
        .file_for_someone(agent.clone(), token, 1)
        .await
        .unwrap();
    let TakenFate::Faulty(faults) = fate else {
        panic!("nothing of it is a filing");
    };
    let fields: Vec<&str> = faults.iter().map(TakenFault::field).collect();
    assert_eq!(
        fields,
        [
            "arrived-on",
            "text",
            "subject",
            "sought",
            "name",
            "phone",
            "email"
        ]
    );
    assert_eq!(faults[0], TakenFault::ArrivedOn(DayFault::BeforeWritten));
    let today = date(2026, 3, 12);
    let of = |arrived: &str| {
        let typed = TypedForSomeone {
            arrived_on: arrived.to_owned(),
            written_on: String::new(),
            ..typed.clone()
        };
        typed.faults(&town.clerks.country(), today).remove(0)
    };
    assert_eq!(of("2026-03-13"), TakenFault::ArrivedOn(DayFault::Ahead));
    // Last year's date, typed in March: a slip, by which the case would be late at once.
    assert_eq!(of("2025-03-11"), TakenFault::ArrivedOn(DayFault::TooOld));
    assert!(matches!(
        of("soon"),
        TakenFault::ArrivedOn(DayFault::Unreadable(_))
    ));
    assert!(town.references().await.is_empty());
}

async fn whoever_agrees_by_code_reads_one_out(town: &Town) {
    let agent = hired(town, Role::Officer, town::TIZNIT).await;
    let mut typed = whole(&agent);
    typed.consent = Some(Consent::ByCode);
    "fatima@example.org".clone_into(&mut typed.filing.email);
    let token = begin(town, &agent, typed.clone()).await;
    let unread = town
        .clerks
        .file_for_someone(agent.clone(), token.clone(), 1)
        .await
        .unwrap();
    assert!(matches!(unread, TakenFate::Faulty(faults) if faults == [TakenFault::CodeMissing]));
    let contact = typed.contact_for_code().unwrap();
    town.clerks
        .send_contact_code(contact.clone(), Language::Arabic)
        .await
        .unwrap();
    let mails = town.take_mail("https://portal.test").await;
    let code = ContactCode::parse(code_in(&mails[0].text).unwrap()).unwrap();
    let proof = town
        .clerks
        .prove_contact_for_someone(agent.clone(), token.clone(), contact, code)
        .await
        .unwrap();
    assert_eq!(proof.fault(), None);
    let receipt = file(town, &agent, &token, 2).await;
    let (_, fact) = filed(town, &agent, &receipt).await;
    assert_eq!(fact.taken_down.unwrap().consent, Consent::ByCode);
    // Whoever gave an address has the reference there, too.
    let mails = town.take_mail("https://portal.test").await;
    assert_eq!(mails.len(), 1);
    assert!(mails[0].text.contains(receipt.reference.as_str()));
}

async fn a_receipt_is_printed_again_on_its_day_by_whoever_filed(town: &Town) {
    let agent = hired(town, Role::Registry, town::TIZNIT).await;
    let other = hired(town, Role::UnitHead, town::TIZNIT).await;
    let token = begin(town, &agent, whole(&agent)).await;
    let receipt = file(town, &agent, &token, 1).await;
    let again = |officer: &Officer| {
        town.clerks
            .receipt_filed_here(officer.clone(), receipt.reference.clone())
    };
    let printed = again(&agent).await.unwrap();
    assert_eq!(printed.access_code, receipt.access_code);
    assert!(matches!(again(&other).await, Err(Trouble::NotFound)));
    // What the filer filed alone is nobody's to print.
    let own = town.clerks.file(town::filing()).await.unwrap();
    let theirs = town
        .clerks
        .receipt_filed_here(agent.clone(), own.reference)
        .await;
    assert!(matches!(theirs, Err(Trouble::NotFound)));
    town.clock.advance_minutes(24 * 60);
    assert!(matches!(again(&agent).await, Err(Trouble::NotFound)));
    let list = town.clerks.filed_here(agent, None).await.unwrap();
    assert!(list.lines.is_empty());
}

async fn scan(town: &Town, officer: &Officer, reference: &Reference) -> Result<(), FileRefusal> {
    let bytes = stream::iter([Ok::<_, std::io::Error>(Bytes::from_static(b"%PDF-1.7\n"))]);
    let officer = Box::new(officer.clone());
    let destination = Destination::Desk(officer, reference.clone(), Audience::Colleagues);
    let received = town.clerks.attach(destination, "letter.pdf", bytes).await;
    received.map(|_| ())
}

async fn the_registry_adds_letters_to_cases_of_its_body_alone(town: &Town) {
    let registry = hired(town, Role::Registry, town::TIZNIT).await;
    let elsewhere = hired(town, Role::Registry, AGADIR).await;
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    let reference = receipt.reference;
    let came = |officer: &Officer, day: &str| {
        town.clerks
            .letter_came(officer.clone(), reference.clone(), day.to_owned())
    };
    assert!(matches!(came(&elsewhere, "").await, Err(Trouble::NotFound)));
    assert!(matches!(
        scan(town, &elsewhere, &reference).await,
        Err(FileRefusal::Trouble(Trouble::NotFound))
    ));
    assert_eq!(
        came(&registry, "2199-01-01").await.unwrap(),
        Err(CameFault::Ahead)
    );
    assert_eq!(came(&registry, "2026-03-02").await.unwrap(), Ok(()));
    scan(town, &registry, &reference).await.unwrap();
    let page = town
        .clerks
        .desk_page(registry.clone(), reference.clone())
        .await
        .unwrap();
    let case = &page.page.case;
    assert_eq!(case.stage, Stage::Filed);
    assert!(case.filer_wrote_last, "nobody has read the letter yet");
    let note = StaffAct::Note {
        note: "La lettre est au classeur 4.".to_owned(),
    };
    town.clerks
        .act(registry.clone(), reference.clone(), case.version, note)
        .await
        .unwrap();
    // To examine it stays the matter of those who answer.
    let examine = town
        .clerks
        .act(
            registry.clone(),
            reference.clone(),
            case.version + 1,
            StaffAct::Examine,
        )
        .await;
    assert!(matches!(examine, Err(Trouble::Forbidden)));
    let facts = town.facts(&reference.to_string()).await;
    assert_eq!(facts, ["filed", "noted", "file-added", "noted"]);
    let today = town.clerks.country().calendar.date_of(town.clerks.now());
    let post = town
        .clerks
        .postal_register(registry, asked(today))
        .await
        .unwrap();
    assert_eq!(post.lines.len(), 1);
    assert_eq!(post.lines[0].written_on, Some(date(2026, 3, 2)));
    let theirs = town
        .clerks
        .postal_register(elsewhere, asked(today))
        .await
        .unwrap();
    assert!(theirs.lines.is_empty());
}
