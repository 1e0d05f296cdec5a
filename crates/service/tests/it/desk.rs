//! The desk: who sees and does what, the gate, reopening to another officer, arbitration, queues and search.

use chikaya_domain::{
    access::Role,
    answer::{GateFinding, Outcome},
    case::{Refusal, Resolved, Stage, Verb},
    id::OrganisationCode,
    reference::Reference,
};
use chikaya_service::{
    Trouble,
    case::{
        act::StaffAct,
        answer::{AnswerFate, TypedAnswer},
        file::Receipt,
        follow::FilerAct,
        queue::{Order, View},
    },
    draft::{
        desk::DraftFate,
        spent::{SpentDraft, Words},
    },
    staff::Officer,
};
use chikaya_testkit::{Town, town};
use jiff::civil::date;

use crate::acts::try_to;

crate::in_both_towns! {
    a_complaint_is_examined_asked_about_answered_reopened_and_closed => super::a_complaint_is_examined_asked_about_answered_reopened_and_closed;
    a_draft_ends_with_the_act_it_was_for_and_not_before => super::a_draft_ends_with_the_act_it_was_for_and_not_before;
    officers_of_other_bodies_learn_nothing => super::officers_of_other_bodies_learn_nothing;
    the_third_refusal_of_competence_goes_to_arbitration => super::the_third_refusal_of_competence_goes_to_arbitration;
    queues_page_without_loss_and_search_meets_any_script => super::queues_page_without_loss_and_search_meets_any_script;
    a_case_is_found_by_its_reference_at_once_and_by_its_words_after_a_round => super::a_case_is_found_by_its_reference_at_once_and_by_its_words_after_a_round;
}

async fn version(town: &Town, officer: &Officer, reference: &Reference) -> u32 {
    let page = town
        .clerks
        .desk_page(officer.clone(), reference.clone())
        .await
        .unwrap();
    page.page.case.version
}

fn answer(reasons: &str) -> TypedAnswer {
    TypedAnswer {
        body: String::new(),
        outcome: Some(Outcome::Granted),
        reasons: reasons.to_owned(),
        ground: String::new(),
        recourse: "Vous pouvez demander la réouverture.".to_owned(),
    }
}

const GOOD: &str =
    "Le câble de la rue de l’École sera réparé le mercredi 22 avril 2026 par nos agents.";

async fn send(town: &Town, officer: &Officer, reference: &Reference, reasons: &str) -> AnswerFate {
    let version = version(town, officer, reference).await;
    town.clerks
        .answer(officer.clone(), reference.clone(), version, answer(reasons))
        .await
        .unwrap()
}

async fn as_filer(town: &Town, receipt: &Receipt, what: FilerAct) -> Result<(), Trouble> {
    let pass = town
        .clerks
        .open_with_code(receipt.reference.clone(), receipt.access_code.clone())
        .await
        .unwrap();
    let version = town.clerks.follow(pass.clone()).await.unwrap().case.version;
    town.clerks.act_as_filer(pass, version, what).await
}

async fn a_complaint_is_examined_asked_about_answered_reopened_and_closed(town: &Town) {
    let first = town
        .officer("one@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let second = town
        .officer("two@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    let reference = &receipt.reference;
    try_to(town, &first, reference, StaffAct::Examine)
        .await
        .unwrap();
    try_to(town, &first, reference, StaffAct::TakeUp)
        .await
        .unwrap();
    let ask = StaffAct::Ask {
        question: "Quel poteau ?".to_owned(),
        respond_by: date(2026, 3, 20),
    };
    try_to(town, &first, reference, ask).await.unwrap();
    as_filer(town, &receipt, FilerAct::Reply("214".to_owned()))
        .await
        .unwrap();

    let stopped = send(town, &first, reference, "تم اتخاذ اللازم").await;
    assert!(matches!(
        stopped,
        AnswerFate::Stopped(findings) if findings.contains(&GateFinding::StockPhraseAlone)
    ));
    assert!(matches!(
        send(town, &first, reference, GOOD).await,
        AnswerFate::Sent
    ));

    let judge = FilerAct::Judge {
        resolved: Resolved::No,
        treatment: None,
    };
    as_filer(town, &receipt, judge).await.unwrap();
    as_filer(
        town,
        &receipt,
        FilerAct::Reopen("toujours éteint".to_owned()),
    )
    .await
    .unwrap();
    // What must fail is not offered, and the page says why.
    let seen = town.clerks.desk_page(first.clone(), reference.clone());
    let seen = seen.await.unwrap();
    assert!(!seen.verbs.contains(&Verb::TakeUp) && !seen.verbs.contains(&Verb::Answer));
    assert!(seen.verbs.contains(&Verb::Note));
    let barred = seen
        .barred
        .iter()
        .map(|(verb, refusal)| (*verb, refusal.key()));
    assert_eq!(
        barred.collect::<Vec<_>>(),
        [
            Verb::Transfer,
            Verb::RefuseCompetence,
            Verb::TakeUp,
            Verb::Answer
        ]
        .map(|verb| (verb, "refusal-must-be-another-officer"))
    );
    let seen = town.clerks.desk_page(second.clone(), reference.clone());
    assert!(seen.await.unwrap().verbs.contains(&Verb::TakeUp));
    let again = try_to(town, &first, reference, StaffAct::TakeUp).await;
    assert!(matches!(
        again,
        Err(Trouble::Refused(Refusal::MustBeAnotherOfficer))
    ));
    try_to(town, &second, reference, StaffAct::TakeUp)
        .await
        .unwrap();
    assert!(matches!(
        send(town, &second, reference, GOOD).await,
        AnswerFate::Sent
    ));
    let solved = FilerAct::Judge {
        resolved: Resolved::Yes,
        treatment: None,
    };
    as_filer(town, &receipt, solved).await.unwrap();
    let page = town
        .clerks
        .desk_page(second, reference.clone())
        .await
        .unwrap();
    assert_eq!(page.page.case.stage, Stage::Closed);
    let events = town.clerks.check_chain(receipt.case).await.unwrap();
    assert_eq!(events, page.page.case.version);
}

async fn a_draft_ends_with_the_act_it_was_for_and_not_before(town: &Town) {
    let first = town
        .officer("one@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let second = town
        .officer("two@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let third = town
        .officer("three@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let reference = town.clerks.file(town::filing()).await.unwrap().reference;
    try_to(town, &first, &reference, StaffAct::Examine)
        .await
        .unwrap();
    let says = |text: &str| Words::from([("reasons".to_owned(), text.to_owned())]);
    let other = "Autre chose.";
    for (officer, text) in [(&first, GOOD), (&second, GOOD), (&third, other)] {
        let kept = town
            .clerks
            .keep_desk_draft(
                officer.clone(),
                reference.clone(),
                Verb::Answer,
                says(text),
                0,
            )
            .await;
        // A colleague's words that were opened and left as they were are not kept a second time.
        let version = i64::from(officer.id != second.id);
        assert!(
            matches!(kept, Ok(DraftFate::Kept(kept)) if kept == version),
            "{kept:?}"
        );
    }
    let drafts = async || {
        let page = town.clerks.desk_page(first.clone(), reference.clone());
        let mut words: Vec<String> = page
            .await
            .unwrap()
            .drafts
            .into_iter()
            .map(|draft| draft.words["reasons"].clone())
            .collect();
        words.sort();
        words
    };
    assert_eq!(drafts().await, [other, GOOD]);
    let send = async |version: u32, reasons: &str| {
        let draft = SpentDraft {
            verb: Verb::Answer,
            words: says(GOOD),
            version: 1,
        };
        town.clerks
            .answer_with_draft(
                first.clone(),
                reference.clone(),
                version,
                answer(reasons),
                Some(draft),
            )
            .await
    };
    let seen = version(town, &first, &reference).await;
    // What is not sent is kept: over another version, and before the gate.
    assert!(matches!(send(seen - 1, GOOD).await, Err(Trouble::Stale)));
    assert!(matches!(
        send(seen, "تم اتخاذ اللازم").await,
        Ok(AnswerFate::Stopped(_))
    ));
    assert_eq!(drafts().await, [other, GOOD]);
    // What is sent is no draft from then on; what a colleague wrote otherwise is theirs.
    assert!(matches!(send(seen, GOOD).await, Ok(AnswerFate::Sent)));
    let page = town.clerks.desk_page(first.clone(), reference.clone());
    assert!(page.await.unwrap().drafts.is_empty());
    let page = town.clerks.desk_page(third.clone(), reference.clone());
    assert_eq!(page.await.unwrap().drafts[0].words, says(other));
}

async fn officers_of_other_bodies_learn_nothing(town: &Town) {
    let stranger = town
        .officer("stranger@sample.test", Role::Officer, "onee")
        .await;
    let auditor = town
        .officer("auditor@sample.test", Role::Auditor, "reform-authority")
        .await;
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    let reference = &receipt.reference;
    let seen = town
        .clerks
        .desk_page(stranger.clone(), reference.clone())
        .await;
    assert!(matches!(seen, Err(Trouble::NotFound)));
    let done = town
        .clerks
        .act(stranger, reference.clone(), 1, StaffAct::Examine)
        .await;
    assert!(matches!(done, Err(Trouble::NotFound)));
    let audited = town
        .clerks
        .desk_page(auditor.clone(), reference.clone())
        .await
        .unwrap();
    assert!(audited.verbs.is_empty() && audited.filer.is_none());
    let done = town
        .clerks
        .act(auditor, reference.clone(), 1, StaffAct::Examine)
        .await;
    assert!(matches!(done, Err(Trouble::Forbidden)));
}

async fn the_third_refusal_of_competence_goes_to_arbitration(town: &Town) {
    let commune = town
        .officer("one@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let water = town
        .officer("water@sample.test", Role::Officer, "onee")
        .await;
    let reform = town
        .officer(
            "reform@sample.test",
            Role::ReformAuthority,
            "reform-authority",
        )
        .await;
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    let reference = &receipt.reference;
    let refuse = |to: &str| StaffAct::RefuseCompetence {
        to: Some(town::organisation_code(to)),
        reason: "ce n’est pas à nous".to_owned(),
    };
    try_to(town, &commune, reference, refuse("onee"))
        .await
        .unwrap();
    try_to(town, &water, reference, refuse(town::TIZNIT))
        .await
        .unwrap();
    try_to(town, &commune, reference, refuse("onee"))
        .await
        .unwrap();
    let page = town
        .clerks
        .desk_page(reform.clone(), reference.clone())
        .await
        .unwrap();
    assert_eq!(page.page.case.stage, Stage::Arbitration);
    assert!(page.verbs.contains(&Verb::Arbitrate));
    while town.clerks.place_events().await.unwrap().placed > 0 {}
    let counts = town.clerks.queue_counts(reform.clone()).await.unwrap();
    let waiting = counts
        .iter()
        .find(|count| count.view == View::Arbitration)
        .unwrap();
    assert_eq!(waiting.cases, 1, "whoever had the case");
    assert_eq!(page.page.case.answer_due, receipt.answer_due.date);
    let settle = StaffAct::Arbitrate {
        competent: town::organisation_code(town::TIZNIT),
        reason: "l’éclairage est communal".to_owned(),
    };
    try_to(town, &reform, reference, settle).await.unwrap();
    let fourth = try_to(town, &commune, reference, refuse("onee")).await;
    assert!(matches!(
        fourth,
        Err(Trouble::Refused(Refusal::BoundByArbitration))
    ));
    // Nor does whoever must answer pass it on, or answer that another body is competent; the authority may.
    let pass_on = || StaffAct::Transfer {
        to: town::organisation_code("onee"),
        reason: "ce n’est pas à nous".to_owned(),
    };
    for act in [
        pass_on(),
        StaffAct::Answer(town::answer(Outcome::Redirected)),
    ] {
        let done = try_to(town, &commune, reference, act).await;
        assert!(
            matches!(done, Err(Trouble::Refused(Refusal::BoundByArbitration))),
            "{done:?}"
        );
    }
    let page = town.clerks.desk_page(commune.clone(), reference.clone());
    let page = page.await.unwrap();
    assert!(!page.verbs.contains(&Verb::Transfer), "{:?}", page.verbs);
    try_to(town, &reform, reference, pass_on()).await.unwrap();
}

async fn queues_page_without_loss_and_search_meets_any_script(town: &Town) {
    let officer = town
        .officer("one@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let stranger = town
        .officer("stranger@sample.test", Role::Officer, "onee")
        .await;
    let mut filed: Vec<String> = Vec::new();
    for number in 0..60 {
        let mut filing = town::filing();
        filing.text = format!("{} قضية رقم {number}", filing.text);
        filing.place = Some("درب السانية".to_owned());
        filed.push(
            town.clerks
                .file(filing)
                .await
                .unwrap()
                .reference
                .to_string(),
        );
        if number % 7 == 0 {
            town.clock.advance_days(1);
        }
    }
    let mut orders = Vec::new();
    for order in [Order::DueFirst, Order::DueLast] {
        let mut seen = Vec::new();
        let mut after = None;
        loop {
            let page = town
                .clerks
                .queue(officer.clone(), View::New, None, order, after)
                .await
                .unwrap();
            seen.extend(page.lines.iter().map(|line| line.reference.clone()));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        orders.push(seen);
    }
    let latest: Vec<String> = orders[1].iter().rev().cloned().collect();
    assert_eq!(orders[0], latest, "backwards is the same list backwards");
    let mut seen = orders.swap_remove(0);
    let count = seen.len();
    seen.sort_unstable();
    seen.dedup();
    filed.sort_unstable();
    assert_eq!((count, &seen), (60, &filed));

    while town.clerks.place_events().await.unwrap().placed > 0 {}
    let counts = town.clerks.queue_counts(officer.clone()).await.unwrap();
    let new = counts.iter().find(|count| count.view == View::New).unwrap();
    assert_eq!(new.cases, 60);

    for question in [
        "المصابيح",
        "lmsabi7",
        "qadiya 41",
        "9adiya 41",
        "درب السانية",
    ] {
        let hits = town
            .clerks
            .search(officer.clone(), question.to_owned(), None)
            .await
            .unwrap()
            .lines;
        assert!(!hits.is_empty(), "{question}");
        let none = town
            .clerks
            .search(stranger.clone(), question.to_owned(), None)
            .await
            .unwrap()
            .lines;
        assert!(none.is_empty(), "{question}");
    }
    let one = town
        .clerks
        .search(officer, filed[0].to_lowercase(), None)
        .await
        .unwrap()
        .lines;
    assert_eq!(one.len(), 1);
}

async fn a_case_is_found_by_its_reference_at_once_and_by_its_words_after_a_round(town: &Town) {
    let here = town
        .officer("here@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let there = town
        .officer("there@sample.test", Role::Officer, "onee")
        .await;
    let found = async |officer: &Officer, question: &str| {
        let hits = town
            .clerks
            .search(officer.clone(), question.to_owned(), None);
        hits.await.unwrap().lines.len()
    };
    let mut filing = town::filing();
    "Le xylographe de la place est cassé.".clone_into(&mut filing.text);
    let reference = town.clerks.file(filing).await.unwrap().reference;
    assert_eq!(found(&here, reference.as_str()).await, 1);
    assert_eq!(found(&here, "xylographe").await, 0);
    town.clerks.place_events().await.unwrap();
    assert_eq!(found(&here, "xylographe").await, 1);

    let hand_on = StaffAct::Transfer {
        to: OrganisationCode::parse("onee").unwrap(),
        reason: "Le kiosque relève de vous.".to_owned(),
    };
    town.clerks
        .act(here.clone(), reference, 1, hand_on)
        .await
        .unwrap();
    assert_eq!(found(&here, "xylographe").await, 0, "it is theirs no more");
    town.clerks.place_events().await.unwrap();
    assert_eq!(found(&here, "xylographe").await, 0);
    assert_eq!(found(&there, "xylographe").await, 1);
    assert_eq!(found(&there, "kiosque").await, 1, "what was written since");

    let clerks = town.clerks.clone();
    let rebuilt = tokio::task::spawn_blocking(move || clerks.rebuild_follower("words", |_| {}));
    let rebuilt = rebuilt.await.unwrap().unwrap();
    assert_eq!((rebuilt.lag(), rebuilt.rebuilds_until), (0, None));
    assert!(rebuilt.folded >= 2);
    assert_eq!(found(&there, "xylographe").await, 1);
}
