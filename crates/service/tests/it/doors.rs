//! The two short doors: an urgent case stands first and is told of at once; a report of wrongdoing exists for few.

use chikaya_domain::{
    Language,
    access::Role,
    case::{Refusal, Track},
    clock::days_between,
    id::StaffId,
    person::{Contact, Email},
    reference::Reference,
};
use chikaya_service::{
    Trouble,
    attachment::Destination,
    case::{
        act::StaffAct,
        file::{Filer, Filing, Receipt},
        filer::FilerSought,
        queue::{Order, View},
    },
    staff::Officer,
};
use chikaya_store::case::event;
use chikaya_testkit::{Town, town};
use jiff::civil::date;

crate::in_both_towns! {
    a_report_exists_for_few => super::a_report_exists_for_few;
    a_report_that_is_handed_on_exists_for_the_head_alone => super::a_report_that_is_handed_on_exists_for_the_head_alone;
    nobody_else_is_given_a_report_or_asked_about_it => super::nobody_else_is_given_a_report_or_asked_about_it;
    a_contact_without_a_name_is_left_with_a_report_alone => super::a_contact_without_a_name_is_left_with_a_report_alone;
    of_a_report_few_are_told => super::of_a_report_few_are_told;
    a_message_about_a_report_says_nothing_of_it => super::a_message_about_a_report_says_nothing_of_it;
    administrators_are_shown_no_report => super::administrators_are_shown_no_report;
    an_urgent_case_stands_first_and_is_told_of_at_once => super::an_urgent_case_stands_first_and_is_told_of_at_once;
    the_ordinary_track_goes_without_saying => super::the_ordinary_track_goes_without_saying;
    each_door_has_its_own_days => super::each_door_has_its_own_days;
}

const AUTHORITY: &str = "reform-authority";
const ONEE: &str = "onee";
const PORTAL: &str = "https://portal.test";

/// A word that stands in the report and nowhere else.
const WORD: &str = "xylophone";

const ROLES: [Role; 6] = [
    Role::Officer,
    Role::UnitHead,
    Role::AdministrationHead,
    Role::Registry,
    Role::ReformAuthority,
    Role::Auditor,
];

fn by(track: Track) -> Filing {
    Filing {
        track,
        text: format!("Le chef du bureau demande de l’argent, dit {WORD}."),
        is_sample: false,
        ..town::filing()
    }
}

async fn file(town: &Town, filing: Filing) -> Receipt {
    let receipt = town.clerks.file(filing).await.unwrap();
    fold(town).await;
    receipt
}

async fn fold(town: &Town) {
    while town.clerks.place_events().await.unwrap().folded > 0 {}
}

async fn a_contact_without_a_name_is_left_with_a_report_alone(town: &Town) {
    let unnamed = |track| {
        let mut filing = by(track);
        if let Filer::Known(known) = &mut filing.filer {
            known.person.name = None;
        }
        filing
    };
    for track in [Track::Ordinary, Track::Danger] {
        let refused = town.clerks.file(unnamed(track)).await;
        assert!(matches!(refused, Err(Trouble::NotAcceptable(_))), "{track}");
    }
    let receipt = file(town, unnamed(Track::Wrongdoing)).await;
    assert!(!receipt.is_anonymous);
    let head = at_work(town, Role::AdministrationHead, AUTHORITY).await;
    let page = town.clerks.desk_page(head, receipt.reference).await;
    let filer = page.unwrap().filer.unwrap();
    assert_eq!((filer.name, filer.contacts.len()), (None, 1));
}

async fn at_work(town: &Town, role: Role, organisation: &str) -> Officer {
    let email = format!("{role}-{organisation}@sample.test");
    town.officer(&email, role, organisation).await
}

/// The references in a queue, those shown before the others included.
async fn listed(town: &Town, officer: &Officer, view: View) -> Vec<String> {
    let page = town
        .clerks
        .queue(officer.clone(), view, None, Order::DueFirst, None)
        .await
        .unwrap();
    page.first
        .into_iter()
        .chain(page.lines)
        .map(|line| line.reference)
        .collect()
}

async fn found(town: &Town, officer: &Officer, question: &str) -> usize {
    let hits = town
        .clerks
        .search(officer.clone(), question.to_owned(), None);
    hits.await.unwrap().lines.len()
}

/// How many cases all queues and searches of someone show, by whatever can be asked; counts and lists agree.
async fn shown(town: &Town, officer: &Officer, reference: &Reference) -> usize {
    let mut shown = 0;
    for count in town.clerks.queue_counts(officer.clone()).await.unwrap() {
        let lines = listed(town, officer, count.view).await;
        assert_eq!(
            i64::try_from(lines.len()).unwrap(),
            count.cases,
            "{:?} of {}",
            count.view,
            officer.role
        );
        shown += lines.len();
    }
    for view in View::ALL {
        for order in [Order::DueFirst, Order::DueLast] {
            for kind in [None, Some(chikaya_domain::case::Kind::Complaint)] {
                let page = town
                    .clerks
                    .queue(officer.clone(), view, kind, order, None)
                    .await
                    .unwrap();
                shown += page.first.len() + page.lines.len();
            }
        }
    }
    shown += listed(town, officer, View::Left).await.len();
    shown += found(town, officer, WORD).await;
    shown += found(town, officer, reference.as_str()).await;
    if chikaya_service::case::filer::may_ask(officer) {
        let name = FilerSought::parse("فاطمة", town.clerks.country().numbering).unwrap();
        let page = town.clerks.find_filer(officer.clone(), name).await.unwrap();
        shown += page.lines.len();
    }
    shown
}

/// Asks for a case by every way that takes its reference; each must be as for a case that is not there.
async fn does_not_exist(town: &Town, officer: &Officer, reference: &Reference) {
    let who = (officer.role, &officer.organisation);
    let clerks = &town.clerks;
    let missing = |trouble: Trouble| assert!(matches!(trouble, Trouble::NotFound), "{who:?}");
    let page = clerks.desk_page(officer.clone(), reference.clone()).await;
    missing(page.unwrap_err());
    let page = clerks.desk_page_to_answer(officer.clone(), reference.clone());
    missing(page.await.unwrap_err());
    let page = clerks.desk_page_with_contacts(officer.clone(), reference.clone());
    missing(page.await.unwrap_err());
    missing(
        clerks
            .letter(officer.clone(), reference.clone())
            .await
            .unwrap_err(),
    );
    let sees = clerks.may_see(officer.clone(), reference.clone()).await;
    assert!(!sees.unwrap(), "{who:?}");
    let handed = clerks.handed_on(officer.clone(), reference.clone()).await;
    assert_eq!(handed.unwrap(), None, "{who:?}");
    for act in [
        StaffAct::TakeUp,
        StaffAct::Note {
            note: "Sample.".to_owned(),
        },
        StaffAct::Transfer {
            to: town::organisation_code(ONEE),
            reason: "Sample.".to_owned(),
        },
        StaffAct::Arbitrate {
            competent: town::organisation_code(ONEE),
            reason: "Sample.".to_owned(),
        },
    ] {
        let done = clerks.act(officer.clone(), reference.clone(), 1, act).await;
        missing(done.unwrap_err());
    }
    let file = chikaya_domain::id::AttachmentId::new(uuid::Uuid::nil());
    let file = clerks.file_for_officer(officer.clone(), reference.clone(), file);
    missing(file.await.err().unwrap());
    let destination = Destination::Desk(
        Box::new(officer.clone()),
        reference.clone(),
        chikaya_domain::owner::Audience::Colleagues,
    );
    let may = clerks.may_attach(destination).await;
    let refusal = may.unwrap_err();
    assert!(
        matches!(
            refusal,
            chikaya_service::attachment::FileRefusal::Trouble(Trouble::NotFound)
        ),
        "{who:?}: {refusal:?}"
    );
}

async fn a_report_exists_for_few(town: &Town) {
    // The body chosen is the one it is about.
    let receipt = file(
        town,
        Filing {
            organisation: Some(town::organisation_code(town::TIZNIT)),
            ..by(Track::Wrongdoing)
        },
    )
    .await;
    let reference = &receipt.reference;
    assert_eq!(receipt.organisation.as_str(), AUTHORITY);
    for organisation in [AUTHORITY, town::TIZNIT, ONEE] {
        for role in ROLES {
            let officer = at_work(town, role, organisation).await;
            let may_know = match role {
                Role::ReformAuthority | Role::Auditor => true,
                Role::AdministrationHead => organisation == AUTHORITY,
                _ => false,
            };
            let shown = shown(town, &officer, reference).await;
            assert_eq!(shown > 0, may_know, "{role} of {organisation}: {shown}");
            if may_know {
                let page = town.clerks.desk_page(officer, reference.clone()).await;
                assert_eq!(page.unwrap().page.case.track, Track::Wrongdoing);
            } else {
                does_not_exist(town, &officer, reference).await;
            }
        }
    }
    let administrator = at_work(town, Role::Administrator, AUTHORITY).await;
    does_not_exist(town, &administrator, reference).await;
}

async fn a_report_that_is_handed_on_exists_for_the_head_alone(town: &Town) {
    let receipt = file(town, by(Track::Wrongdoing)).await;
    let reference = &receipt.reference;
    let authority = at_work(town, Role::ReformAuthority, AUTHORITY).await;
    let transfer = StaffAct::Transfer {
        to: town::organisation_code(town::TIZNIT),
        reason: "À examiner sur place.".to_owned(),
    };
    let handed = || {
        town.clerks
            .act(authority.clone(), reference.clone(), 1, transfer.clone())
    };
    // Where only others are at work nobody could open it.
    at_work(town, Role::Officer, town::TIZNIT).await;
    let refused = handed().await.unwrap_err();
    assert!(
        matches!(
            refused,
            Trouble::NotAcceptable("error-nobody-reads-reports")
        ),
        "{refused:?}"
    );
    at_work(town, Role::AdministrationHead, town::TIZNIT).await;
    handed().await.unwrap();
    // The authority finds it without searching, whoever has it.
    assert_eq!(listed(town, &authority, View::OfWrongdoing).await.len(), 1);
    // Before the figures are folded, and after.
    for _ in 0..2 {
        for role in ROLES {
            let officer = at_work(town, role, town::TIZNIT).await;
            let may_know = matches!(
                role,
                Role::AdministrationHead | Role::ReformAuthority | Role::Auditor
            );
            let sees = town.clerks.may_see(officer.clone(), reference.clone());
            assert_eq!(sees.await.unwrap(), may_know, "{role}");
            if !may_know {
                assert_eq!(shown(town, &officer, reference).await, 0, "{role}");
                does_not_exist(town, &officer, reference).await;
            }
        }
        fold(town).await;
    }
    let head = at_work(town, Role::AdministrationHead, town::TIZNIT).await;
    assert!(shown(town, &head, reference).await > 0);
    assert_eq!(listed(town, &head, View::Open).await.len(), 1);
    assert_eq!(listed(town, &head, View::OfWrongdoing).await.len(), 1);
    let other = at_work(town, Role::AdministrationHead, ONEE).await;
    assert!(listed(town, &other, View::OfWrongdoing).await.is_empty());
    does_not_exist(town, &other, reference).await;
    assert!(
        town.clerks
            .may_see(authority, reference.clone())
            .await
            .unwrap()
    );
}

async fn nobody_else_is_given_a_report_or_asked_about_it(town: &Town) {
    let receipt = file(town, by(Track::Wrongdoing)).await;
    let authority = at_work(town, Role::ReformAuthority, AUTHORITY).await;
    let officer = at_work(town, Role::Officer, AUTHORITY).await;
    let head = at_work(town, Role::AdministrationHead, AUTHORITY).await;
    let reference = receipt.reference;
    let act = async |who: &Officer, version, act| {
        town.clerks
            .act(who.clone(), reference.clone(), version, act)
            .await
    };
    act(&authority, 1, StaffAct::Examine).await.unwrap();
    let assign = |officer: StaffId| StaffAct::Assign { officer };
    let refused = act(&authority, 2, assign(officer.id)).await.unwrap_err();
    assert!(matches!(
        refused,
        Trouble::NotAcceptable("error-officer-unknown")
    ));
    let page = town.clerks.desk_page(authority.clone(), reference.clone());
    let offered: Vec<StaffId> = page
        .await
        .unwrap()
        .colleagues
        .iter()
        .map(|colleague| colleague.id)
        .collect();
    assert!(offered.contains(&head.id) && !offered.contains(&officer.id));
    act(&authority, 2, assign(head.id)).await.unwrap();
    let consult = StaffAct::Consult {
        of: town::organisation_code(ONEE),
        question: "Sample?".to_owned(),
        respond_by: date(2026, 3, 20),
    };
    let refused = act(&head, 3, consult).await.unwrap_err();
    assert!(matches!(refused, Trouble::Refused(Refusal::Confidential)));
    fold(town).await;
    assert_eq!(listed(town, &head, View::Mine).await.len(), 1);
}

async fn told(town: &Town) -> Vec<String> {
    town.tell_staff().await;
    town.take_mail(PORTAL)
        .await
        .into_iter()
        .map(|mail| mail.to)
        .filter(|to| to.ends_with("@sample.test"))
        .collect()
}

async fn of_a_report_few_are_told(town: &Town) {
    for organisation in [AUTHORITY, town::TIZNIT] {
        for role in ROLES {
            let officer = at_work(town, role, organisation).await;
            let every = chikaya_service::staff::notifications::Topic::ALL
                .into_iter()
                .map(|topic| (topic, chikaya_service::staff::notifications::Choice::AtOnce))
                .collect();
            let chosen = town.clerks.choose_notifications(officer, every).await;
            assert_eq!(
                chosen.is_ok(),
                !matches!(role, Role::Registry | Role::Auditor)
            );
        }
    }
    let receipt = file(town, by(Track::Wrongdoing)).await;
    let mut to = told(town).await;
    to.sort_unstable();
    assert_eq!(
        to,
        [
            "administration-head-reform-authority@sample.test",
            "reform-authority-reform-authority@sample.test",
        ]
    );
    let authority = town
        .clerks
        .sign_in(
            "reform-authority-reform-authority@sample.test".to_owned(),
            chikaya_service::staff::Password::typed(town::PASSWORD),
        )
        .await
        .unwrap();
    let Some(chikaya_service::staff::SignIn::Done(token)) = authority else {
        panic!("a sample account signs in with its password alone");
    };
    let authority = town.clerks.officer(token).await.unwrap().unwrap();
    let transfer = StaffAct::Transfer {
        to: town::organisation_code(town::TIZNIT),
        reason: "À examiner sur place.".to_owned(),
    };
    let done = town.clerks.act(authority, receipt.reference, 1, transfer);
    done.await.unwrap();
    fold(town).await;
    // The clerk of the authority who sits in the commune, too: that role reads reports everywhere.
    let mut to = told(town).await;
    to.sort_unstable();
    assert_eq!(
        to,
        [
            format!("administration-head-{}@sample.test", town::TIZNIT),
            format!("reform-authority-{}@sample.test", town::TIZNIT),
        ]
    );
}

async fn a_message_about_a_report_says_nothing_of_it(town: &Town) {
    let filing = by(Track::Wrongdoing);
    let Filer::Known(_) = &filing.filer else {
        panic!("someone who left an address");
    };
    let receipt = file(town, filing).await;
    let authority = at_work(town, Role::ReformAuthority, AUTHORITY).await;
    for (version, act) in (1..).zip([
        StaffAct::Examine,
        StaffAct::TakeUp,
        StaffAct::Ask {
            question: format!("Combien, {WORD} ?"),
            respond_by: date(2026, 3, 20),
        },
    ]) {
        // Taking up says two things.
        let version = if version == 3 { 4 } else { version };
        let done = town
            .clerks
            .act(authority.clone(), receipt.reference.clone(), version, act);
        done.await.unwrap();
    }
    let address = Contact::Email(Email::parse("fatima@example.org").unwrap());
    town.clerks
        .send_lost_receipt(address, Language::French)
        .await
        .unwrap();
    let mails = town.take_mail(PORTAL).await;
    assert!(mails.len() >= 3, "{}", mails.len());
    for mail in mails {
        for text in [&mail.subject, &mail.text, &mail.html] {
            assert!(!text.contains(WORD), "{text}");
        }
    }
}

async fn administrators_are_shown_no_report(town: &Town) {
    let administrator = at_work(town, Role::Administrator, AUTHORITY).await;
    let authority = at_work(town, Role::ReformAuthority, AUTHORITY).await;
    let reference = file(town, by(Track::Wrongdoing)).await.reference;
    town.give_up_message("550 no such mailbox").await;
    let page = town.clerks.undelivered(administrator.clone(), None).await;
    let messages = page.unwrap().messages;
    assert_eq!(messages.len(), 1);
    assert_eq!(messages[0].reference, None);
    for (version, act) in [(1, StaffAct::Examine), (2, StaffAct::TakeUp)] {
        let done = town
            .clerks
            .act(authority.clone(), reference.clone(), version, act);
        done.await.unwrap();
    }
    let held = town.clerks.held_by(administrator, authority.id).await;
    assert_eq!(held.unwrap().cases, []);
}

async fn an_urgent_case_stands_first_and_is_told_of_at_once(town: &Town) {
    let head = at_work(town, Role::AdministrationHead, town::TIZNIT).await;
    let officer = at_work(town, Role::Officer, town::TIZNIT).await;
    let ordinary = file(town, town::filing()).await;
    let _ = told(town).await;
    let urgent = file(town, by(Track::Danger)).await;
    // Nobody chose anything: other cases are told of once a day.
    assert_eq!(
        told(town).await,
        [format!("administration-head-{}@sample.test", town::TIZNIT)]
    );
    town.clock.set(town::instant("2026-03-16T10:00:00Z"));
    let (urgent, ordinary) = (urgent.reference.to_string(), ordinary.reference.to_string());
    for who in [&head, &officer] {
        for view in [View::Open, View::New] {
            let lines = listed(town, who, view).await;
            assert_eq!(lines, [urgent.clone(), ordinary.clone()], "{view:?}");
        }
        assert_eq!(
            listed(town, who, View::Urgent).await,
            std::slice::from_ref(&urgent)
        );
    }
    let counts = town.clerks.queue_counts(head.clone()).await.unwrap();
    let count = counts.iter().find(|count| count.view == View::Urgent);
    assert_eq!(count.unwrap().cases, 1);
    let reference = Reference::parse(&urgent).unwrap();
    for (version, act) in [
        (1, StaffAct::Examine),
        (2, StaffAct::TakeUp),
        (
            4,
            StaffAct::Answer(town::answer(chikaya_domain::answer::Outcome::Granted)),
        ),
    ] {
        let done = town
            .clerks
            .act(officer.clone(), reference.clone(), version, act);
        done.await.unwrap();
    }
    fold(town).await;
    assert!(listed(town, &officer, View::Urgent).await.is_empty());
}

async fn each_door_has_its_own_days(town: &Town) {
    let country = town.clerks.country();
    let filed = date(2026, 3, 12);
    let policy = country.policies.in_force_on(filed);
    for (track, days) in [
        (Track::Ordinary, policy.answer_days),
        (Track::Danger, policy.danger_answer_days.unwrap()),
        (Track::Wrongdoing, policy.wrongdoing_answer_days.unwrap()),
    ] {
        let receipt = file(town, by(track)).await;
        let due = &receipt.answer_due;
        assert_eq!(due.derivation.days, days, "{track}");
        assert!(receipt.transfer_due.date <= due.date, "{track}");
        let last = due.derivation.last_counted_day;
        assert_eq!(days_between(filed, last), i32::from(days), "{track}");
    }
}

/// Events are written as they were before there were doors: their hashes stay.
async fn the_ordinary_track_goes_without_saying(town: &Town) {
    for track in Track::ALL {
        let case = file(town, by(*track)).await.case;
        let archive = town.database.archive();
        let events = archive.read(move |tx| event::list(tx, case)).await.unwrap();
        let said = events[0].payload.contains("\"track\"");
        assert_eq!(said, *track != Track::Ordinary, "{}", events[0].payload);
    }
}
