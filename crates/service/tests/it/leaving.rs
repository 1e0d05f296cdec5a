//! What becomes of cases when people leave, and when nobody of a body can examine one: no case rests with nobody.

use chikaya_domain::{
    access::Role,
    answer::Outcome,
    case::{EscalationLevel, Fact, Refusal, Resolved, Stage},
    id::StaffId,
    reference::Reference,
};
use chikaya_service::{
    Trouble,
    case::{
        act::StaffAct,
        answer::{AnswerFate, TypedAnswer},
        file::Receipt,
        follow::FilerAct,
        hand_on::Handed,
        queue::{Order, View},
    },
    staff::{Officer, Switch},
};
use chikaya_testkit::{Town, town};
use jiff::civil::date;

use crate::acts::{act, try_to};

crate::in_both_towns! {
    a_head_sees_what_each_has_to_do_and_hands_several_over => super::a_head_sees_what_each_has_to_do_and_hands_several_over;
    an_officer_leaves_and_forty_cases_go_on => super::an_officer_leaves_and_forty_cases_go_on;
    a_case_that_waits_for_its_filer_waits_on_without_an_officer => super::a_case_that_waits_for_its_filer_waits_on_without_an_officer;
    cases_of_the_last_one_who_leaves_climb => super::cases_of_the_last_one_who_leaves_climb;
    what_nobody_had_climbs_with_the_last_one_who_leaves => super::what_nobody_had_climbs_with_the_last_one_who_leaves;
    cases_left_behind_are_found_by_themselves => super::cases_left_behind_are_found_by_themselves;
    a_reopened_answer_of_the_only_officer_climbs_to_the_body_above => super::a_reopened_answer_of_the_only_officer_climbs_to_the_body_above;
    a_late_case_rises_to_those_who_can_act => super::a_late_case_rises_to_those_who_can_act;
    colleagues_of_one_name_are_told_apart => super::colleagues_of_one_name_are_told_apart;
    a_day_after_the_due_day_is_refused => super::a_day_after_the_due_day_is_refused;
}

/// The body above the commune of Tiznit.
const PROVINCE: &str = "province-09-581";

/// A case that `officer` works on.
async fn taken_up(town: &Town, officer: &Officer) -> Receipt {
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    act(town, officer, &receipt.reference, StaffAct::Examine).await;
    act(town, officer, &receipt.reference, StaffAct::TakeUp).await;
    receipt
}

async fn administrator(town: &Town) -> Officer {
    town.officer(
        "administrator@sample.test",
        Role::Administrator,
        "reform-authority",
    )
    .await
}

async fn leaves(town: &Town, who: &Officer, receivers: Vec<StaffId>) -> Handed {
    let administrator = administrator(town).await;
    let member = town
        .clerks
        .member(administrator.clone(), who.id)
        .await
        .unwrap();
    town.clerks
        .switch_off(administrator, who.id, member.version, receivers)
        .await
        .unwrap()
}

async fn as_filer(town: &Town, receipt: &Receipt, what: FilerAct) {
    let pass = town
        .clerks
        .open_with_code(receipt.reference.clone(), receipt.access_code.clone())
        .await
        .unwrap();
    let version = town.clerks.follow(pass.clone()).await.unwrap().case.version;
    town.clerks.act_as_filer(pass, version, what).await.unwrap();
}

async fn mine(town: &Town, officer: &Officer) -> usize {
    let mut after = None;
    let mut count = 0;
    loop {
        let page = town
            .clerks
            .queue(officer.clone(), View::Mine, None, Order::DueFirst, after)
            .await
            .unwrap();
        count += page.lines.len();
        after = page.next;
        if after.is_none() {
            return count;
        }
    }
}

async fn a_head_sees_what_each_has_to_do_and_hands_several_over(town: &Town) {
    let absent = town
        .officer("one@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let present = town
        .officer("two@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let head = town
        .officer("head@sample.test", Role::UnitHead, town::TIZNIT)
        .await;
    let elsewhere = town
        .officer("else@sample.test", Role::UnitHead, "onee")
        .await;
    let mut cases = Vec::new();
    for _ in 0..5 {
        cases.push(taken_up(town, &absent).await.reference);
    }
    town.clock.set(town::instant("2026-05-13T08:00:00Z"));
    cases.push(taken_up(town, &absent).await.reference);
    let loads = async |who: &Officer| {
        let loads = town.clerks.workloads(who.clone()).await.unwrap();
        let found = loads.into_iter();
        found
            .map(|load| (load.colleague.id, (load.open, load.late)))
            .collect::<std::collections::BTreeMap<_, _>>()
    };
    let seen = loads(&head).await;
    assert_eq!((seen[&absent.id], seen[&present.id]), ((6, 5), (0, 0)));
    assert!(!loads(&elsewhere).await.contains_key(&absent.id));
    let officers = town.clerks.workloads(present.clone()).await;
    assert!(matches!(officers, Err(Trouble::Forbidden)));
    // Nobody of another body looks at them, nor moves them.
    let of = |who: &Officer| town.clerks.cases_of_colleague(who.clone(), absent.id);
    assert!(matches!(of(&elsewhere).await, Err(Trouble::NotFound)));
    let moved = town
        .clerks
        .hand_over(elsewhere, absent.id, cases.clone(), present.id);
    assert_eq!(moved.await.unwrap().given, 0);
    let all = cases.iter().cloned();
    // Of several, one that is elsewhere by now stops none of the others.
    let strange = town.clerks.file(town::filing()).await.unwrap().reference;
    let some: Vec<Reference> = std::iter::once(strange).chain(all.skip(5)).collect();
    let last = some.clone();
    let handed = town
        .clerks
        .hand_over(head.clone(), absent.id, last, present.id)
        .await
        .unwrap();
    assert_eq!((handed.given, handed.left), (1, 1));
    let back = town
        .clerks
        .hand_over(head.clone(), present.id, some, absent.id)
        .await
        .unwrap();
    assert_eq!(back.given, 1);

    let listed = of(&head).await.unwrap();
    assert_eq!(listed.lines.len(), 6);
    assert!(listed.receivers.iter().all(|other| other.id != absent.id));
    town.tell_staff().await;
    town.take_mail("https://portal.test").await;
    let handed = town
        .clerks
        .hand_over(head.clone(), absent.id, cases[..4].to_vec(), present.id)
        .await
        .unwrap();
    assert_eq!((handed.given, handed.left), (4, 0));
    // Once more, they are no longer theirs.
    let again = town
        .clerks
        .hand_over(head.clone(), absent.id, cases[..4].to_vec(), present.id)
        .await
        .unwrap();
    assert_eq!((again.given, again.left), (0, 4));
    let seen = loads(&head).await;
    assert_eq!((seen[&absent.id], seen[&present.id]), ((2, 1), (4, 4)));
    // One mail tells of all of them, and of which are late.
    town.tell_staff().await;
    let mails = town.take_mail("https://portal.test").await;
    let told: Vec<_> = mails
        .iter()
        .filter(|mail| mail.to == "two@sample.test")
        .collect();
    let [mail] = told[..] else {
        panic!("one mail, not {}", told.len());
    };
    for case in &cases[..4] {
        assert!(mail.text.contains(case.as_str()), "{}", mail.text);
    }
    assert_eq!(mail.text.matches("en retard").count(), 4, "{}", mail.text);
}

async fn an_officer_leaves_and_forty_cases_go_on(town: &Town) {
    let leaver = town
        .officer("one@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let second = town
        .officer("two@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let third = town
        .officer("three@sample.test", Role::UnitHead, town::TIZNIT)
        .await;
    let auditor = town
        .officer("auditor@sample.test", Role::Auditor, town::TIZNIT)
        .await;
    let mut cases = Vec::new();
    for _ in 0..40 {
        cases.push(taken_up(town, &leaver).await.reference);
    }
    let held = town
        .clerks
        .held_by(administrator(town).await, leaver.id)
        .await
        .unwrap();
    assert_eq!((held.cases.len(), held.has_more), (40, false));
    let receivers: Vec<StaffId> = held.receivers.iter().map(|one| one.id).collect();
    assert!(receivers.contains(&second.id) && receivers.contains(&third.id));
    assert!(!receivers.contains(&leaver.id) && !receivers.contains(&auditor.id));

    let handed = leaves(town, &leaver, vec![second.id, third.id]).await;
    let expected = Handed {
        given: 40,
        ..Handed::default()
    };
    assert_eq!(handed, expected);
    assert_eq!(mine(town, &leaver).await, 0);
    assert_eq!(
        (mine(town, &second).await, mine(town, &third).await),
        (20, 20),
        "each gets as many as the other"
    );
    for reference in &cases {
        let facts = town.facts(reference.as_str()).await;
        assert_eq!(facts.last().unwrap(), "assigned", "{reference}: {facts:?}");
    }
    let page = town
        .clerks
        .desk_page(second.clone(), cases[0].clone())
        .await
        .unwrap();
    let checked = town.clerks.check_chain(page.page.case.id).await.unwrap();
    assert_eq!(checked, page.page.case.version);
    // A second pass finds nothing more to do.
    assert_eq!(
        town.clerks.take_up_what_was_left(100).await.unwrap(),
        Handed::default()
    );
}

async fn a_case_that_waits_for_its_filer_waits_on_without_an_officer(town: &Town) {
    let leaver = town
        .officer("one@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let second = town
        .officer("two@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let working = taken_up(town, &leaver).await;
    let waiting = taken_up(town, &leaver).await;
    let ask = StaffAct::Ask {
        question: "Quel poteau ?".to_owned(),
        respond_by: date(2026, 3, 20),
    };
    act(town, &leaver, &waiting.reference, ask).await;
    let handed = leaves(town, &leaver, Vec::new()).await;
    assert_eq!((handed.given, handed.unassigned, handed.climbed), (0, 2, 0));
    let stage = async |reference: &Reference| {
        let case = town
            .clerks
            .desk_page(second.clone(), reference.clone())
            .await
            .unwrap()
            .page
            .case;
        assert_eq!(case.officer, None);
        case.stage
    };
    assert_eq!(stage(&working.reference).await, Stage::Admissible);
    assert_eq!(stage(&waiting.reference).await, Stage::Waiting);
    let unassigned = "unassigned".to_owned();
    assert_eq!(
        town.facts(working.reference.as_str()).await.last(),
        Some(&unassigned)
    );
    // The filer still sees the question, and whoever replies is heard by someone.
    as_filer(town, &waiting, FilerAct::Reply("214".to_owned())).await;
    assert_eq!(stage(&waiting.reference).await, Stage::Admissible);
    act(town, &second, &waiting.reference, StaffAct::TakeUp).await;
}

async fn cases_of_the_last_one_who_leaves_climb(town: &Town) {
    let leaver = town
        .officer("one@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let above = town
        .officer("above@sample.test", Role::Officer, PROVINCE)
        .await;
    let receipt = taken_up(town, &leaver).await;
    let due = receipt.answer_due.date;
    let handed = leaves(town, &leaver, Vec::new()).await;
    assert_eq!((handed.given, handed.unassigned, handed.climbed), (0, 0, 1));
    let page = town
        .clerks
        .desk_page(above.clone(), receipt.reference.clone())
        .await
        .unwrap();
    let case = &page.page.case;
    assert_eq!(case.organisation.as_str(), PROVINCE);
    assert_eq!(case.stage, Stage::Admissible);
    assert_eq!(case.answer_due, due, "the filer’s clock goes on as it was");
    let facts = town.facts(receipt.reference.as_str()).await;
    assert!(facts.ends_with(&["unassigned".to_owned(), "climbed".to_owned()]));
    act(town, &above, &receipt.reference, StaffAct::TakeUp).await;
}

async fn what_nobody_had_climbs_with_the_last_one_who_leaves(town: &Town) {
    let first = town
        .officer("one@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let last = town
        .officer("two@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let above = town
        .officer("above@sample.test", Role::Officer, PROVINCE)
        .await;
    let examined = town.clerks.file(town::filing()).await.unwrap();
    act(town, &first, &examined.reference, StaffAct::Examine).await;
    let new = town.clerks.file(town::filing()).await.unwrap();
    assert_eq!(leaves(town, &first, Vec::new()).await, Handed::default());
    // They were nobody's, and are not counted as those of whoever leaves.
    assert_eq!(leaves(town, &last, Vec::new()).await, Handed::default());
    for receipt in [examined, new] {
        let page = town
            .clerks
            .desk_page(above.clone(), receipt.reference.clone())
            .await
            .unwrap();
        assert_eq!(page.page.case.organisation.as_str(), PROVINCE);
    }
}

async fn cases_left_behind_are_found_by_themselves(town: &Town) {
    let leaver = town
        .officer("one@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let second = town
        .officer("two@sample.test", Role::Officer, town::TIZNIT)
        .await;
    taken_up(town, &leaver).await;
    let administrator = administrator(town).await;
    let version = town
        .clerks
        .member(administrator.clone(), leaver.id)
        .await
        .unwrap()
        .version;
    // As before there was anything to hand on: the account alone is switched off.
    town.clerks
        .switch_member(administrator, leaver.id, version, Switch::Off)
        .await
        .unwrap();
    let left = town
        .clerks
        .queue(second.clone(), View::Left, None, Order::DueFirst, None)
        .await
        .unwrap();
    assert_eq!(left.lines.len(), 1, "the filter finds it");
    let round = town.clerks.run_daily_routine().await.unwrap();
    assert_eq!((round.left.unassigned, round.left.climbed), (1, 0));
    let left = town
        .clerks
        .queue(second, View::Left, None, Order::DueFirst, None)
        .await
        .unwrap();
    assert!(left.lines.is_empty());
}

fn answer() -> TypedAnswer {
    TypedAnswer {
        body: String::new(),
        outcome: Some(Outcome::Granted),
        reasons:
            "Le câble de la rue de l’École sera réparé le mercredi 22 avril 2026 par nos agents."
                .to_owned(),
        ground: String::new(),
        recourse: "Vous pouvez demander la réouverture.".to_owned(),
    }
}

async fn a_reopened_answer_of_the_only_officer_climbs_to_the_body_above(town: &Town) {
    let only = town
        .officer("one@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let above = town
        .officer("above@sample.test", Role::AdministrationHead, PROVINCE)
        .await;
    let receipt = taken_up(town, &only).await;
    let page = town
        .clerks
        .desk_page(only.clone(), receipt.reference.clone())
        .await
        .unwrap();
    let version = page.page.case.version;
    let fate = town
        .clerks
        .answer(only.clone(), receipt.reference.clone(), version, answer())
        .await
        .unwrap();
    assert!(matches!(fate, AnswerFate::Sent));
    let judge = FilerAct::Judge {
        resolved: Resolved::No,
        treatment: None,
    };
    as_filer(town, &receipt, judge).await;
    as_filer(
        town,
        &receipt,
        FilerAct::Reopen("toujours éteint".to_owned()),
    )
    .await;
    let facts = town.facts(receipt.reference.as_str()).await;
    assert_eq!(facts.last().unwrap(), "climbed", "{facts:?}");
    let page = town
        .clerks
        .desk_page(above.clone(), receipt.reference.clone())
        .await
        .unwrap();
    assert_eq!(page.page.case.organisation.as_str(), PROVINCE);
    act(town, &above, &receipt.reference, StaffAct::TakeUp).await;
    // The filer is told where it went.
    let pass = town
        .clerks
        .open_with_code(receipt.reference.clone(), receipt.access_code.clone())
        .await
        .unwrap();
    let told = town.clerks.follow(pass).await.unwrap();
    assert!(
        told.timeline.iter().any(
            |entry| matches!(&entry.fact, Fact::Climbed { to, .. } if to.as_str() == PROVINCE)
        )
    );
}

async fn a_late_case_rises_to_those_who_can_act(town: &Town) {
    let officer = town
        .officer("one@sample.test", Role::Officer, town::TIZNIT)
        .await;
    town.officer("head@sample.test", Role::AdministrationHead, town::TIZNIT)
        .await;
    town.officer("above@sample.test", Role::AdministrationHead, PROVINCE)
        .await;
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    let mut levels = Vec::new();
    for days in [61, 75, 90, 105] {
        town.clock.set(town::instant("2026-03-12T20:14:00Z"));
        town.clock.advance_days(days);
        town.clerks.run_daily_routine().await.unwrap();
    }
    let page = town
        .clerks
        .desk_page(
            town.officer("one@sample.test", Role::Officer, town::TIZNIT)
                .await,
            receipt.reference.clone(),
        )
        .await
        .unwrap();
    for entry in &page.page.timeline {
        if let Fact::Escalated { level } = entry.fact {
            levels.push(level);
        }
    }
    // There is no head of a unit: the head of the administration is the first who can act.
    assert_eq!(
        levels,
        [
            EscalationLevel::AdministrationHead,
            EscalationLevel::BodyAbove
        ]
    );
    drop(officer);
}

async fn colleagues_of_one_name_are_told_apart(town: &Town) {
    let head = town
        .officer("head@sample.test", Role::UnitHead, town::TIZNIT)
        .await;
    let one = town
        .officer("a.exemple@one.test", Role::Officer, town::TIZNIT)
        .await;
    let other = town
        .officer("a.exemple@other.test", Role::Officer, town::TIZNIT)
        .await;
    assert_eq!(one.name, other.name);
    let receipt = taken_up(town, &one).await;
    let give = StaffAct::Assign { officer: other.id };
    act(town, &head, &receipt.reference, give).await;
    let page = town
        .clerks
        .desk_page(head.clone(), receipt.reference.clone())
        .await
        .unwrap();
    for (id, address) in [
        (one.id, "a.exemple@one.test"),
        (other.id, "a.exemple@other.test"),
    ] {
        let listed = page
            .colleagues
            .iter()
            .find(|colleague| colleague.id == id)
            .unwrap();
        assert!(listed.name.contains(address), "{}", listed.name);
        assert!(page.names[&id].contains(address), "{}", page.names[&id]);
    }
    assert!(page.officer_name.unwrap().contains("a.exemple@other.test"));
    assert_eq!(
        page.names.get(&head.id),
        Some(&head.name),
        "one name alone stays as it is"
    );
}

async fn a_day_after_the_due_day_is_refused(town: &Town) {
    let officer = town
        .officer("one@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let receipt = taken_up(town, &officer).await;
    let due = receipt.answer_due.date;
    let asked = |respond_by| StaffAct::Ask {
        question: "Quel poteau ?".to_owned(),
        respond_by,
    };
    let consulted = |respond_by| StaffAct::Consult {
        of: town::organisation_code("onee"),
        question: "À qui est le poteau ?".to_owned(),
        respond_by,
    };
    let after = due.tomorrow().unwrap();
    for late in [asked(after), consulted(after)] {
        let refused = try_to(town, &officer, &receipt.reference, late).await;
        assert!(
            matches!(refused, Err(Trouble::Refused(Refusal::DateAfterDue { .. }))),
            "{refused:?}"
        );
    }
    act(town, &officer, &receipt.reference, consulted(due)).await;
    act(town, &officer, &receipt.reference, asked(due)).await;
}
