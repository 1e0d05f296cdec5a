//! The random sample of satisfaction: drawn once, by nobody's choice, asked once, and told with what it does not know.

use chikaya_domain::{
    access::Role,
    answer::Outcome,
    case::{Resolved, Track, Treatment},
    clock::SurveyPolicy,
    id::CaseId,
    person::{Contact, Contacts, Email, Phone},
    reference::Reference,
    statistics::{Proportion, Week, sample::Asking},
};
use chikaya_service::{
    Trouble,
    case::{
        act::StaffAct,
        file::{Filer, Filing},
        follow::FilerAct,
    },
    staff::Officer,
    survey::{Again, Check},
    token::CasePass,
};
use chikaya_testkit::{PostOffice, Town, town};
use jiff::civil::date;

use crate::acts::act;

crate::in_both_towns! {
    a_week_is_drawn_once_and_can_be_drawn_again => super::a_week_is_drawn_once_and_can_be_drawn_again;
    weeks_that_were_missed_are_drawn_each => super::weeks_that_were_missed_are_drawn_each;
    who_was_drawn_is_asked_once_and_reminded_once => super::who_was_drawn_is_asked_once_and_reminded_once;
    who_cannot_be_asked_by_mail_waits_and_says_why => super::who_cannot_be_asked_by_mail_waits_and_says_why;
    what_is_said_is_told_with_its_bounds => super::what_is_said_is_told_with_its_bounds;
}

const PORTAL: &str = "https://portal.test";

fn week(text: &str) -> Week {
    Week::parse(text).unwrap()
}

/// A filing that is no sample, by somebody with a proven address.
fn by(address: &str) -> Filing {
    let email = Contact::Email(Email::parse(address).unwrap());
    let mut filing = Filing {
        is_sample: false,
        ..town::filing()
    };
    if let Filer::Known(known) = &mut filing.filer {
        known.contacts = Contacts::new([email.clone()]);
        known.verified = Some(email);
    }
    filing
}

/// The same by somebody with these contacts, of which none is proven.
fn unproven(contacts: impl IntoIterator<Item = Contact>) -> Filing {
    Filing {
        is_sample: false,
        ..town::filing_with(contacts)
    }
}

/// Whoever answers, signed in now.
async fn officer(town: &Town) -> Officer {
    town.officer("officer@sample.test", Role::Officer, town::TIZNIT)
        .await
}

/// Files and answers; the case with its reference.
async fn answered(town: &Town, officer: &Officer, filing: Filing) -> (CaseId, Reference) {
    let receipt = town.clerks.file(filing).await.unwrap();
    for step in [
        StaffAct::Examine,
        StaffAct::TakeUp,
        StaffAct::Answer(town::answer(Outcome::Granted)),
    ] {
        act(town, officer, &receipt.reference, step).await;
    }
    (receipt.case, receipt.reference)
}

async fn as_filer(town: &Town, case: CaseId, act: FilerAct) {
    let pass = CasePass::issue(case, town.clerks.now());
    let version = town.clerks.follow(pass.clone()).await.unwrap().case.version;
    town.clerks.act_as_filer(pass, version, act).await.unwrap();
}

async fn judge(town: &Town, case: CaseId, resolved: Resolved, treatment: Option<Treatment>) {
    let judge = FilerAct::Judge {
        resolved,
        treatment,
    };
    as_filer(town, case, judge).await;
}

/// Sets the clock, and lets the record be sealed, which somebody's sign-in gives cause to.
async fn on(town: &Town, moment: &str) {
    town.clock.set(town::instant(moment));
    town.officer("watch@sample.test", Role::Auditor, "reform-authority")
        .await;
    while town.clerks.place_events().await.unwrap().folded > 0 {}
    town.clerks.seal_record().await.unwrap();
}

/// From tomorrow on, so many are drawn each week.
async fn draw_each_week(town: &Town, size: u16) {
    let officer = town
        .officer("admin@sample.test", Role::Administrator, "reform-authority")
        .await;
    let mut policy = town.clerks.policies(officer.clone()).await.unwrap()[0].clone();
    policy.version += 1;
    policy.effective_from = date(2026, 3, 3);
    policy.survey = Some(SurveyPolicy {
        size,
        reminder_days: Some(7),
        rest_days: 365,
    });
    town.clerks.add_policy(officer, policy).await.unwrap();
}

/// Begins on a Monday, when nothing is drawn yet.
async fn begin(town: &Town, size: u16) {
    town.clock.set(town::instant("2026-03-02T09:00:00Z"));
    draw_each_week(town, size).await;
    assert!(!town.clerks.draw_survey().await.unwrap());
}

async fn draw(town: &Town) {
    while town.clerks.draw_survey().await.unwrap() {}
    while town.clerks.ask_drawn().await.unwrap() > 0 {}
}

async fn again(town: &Town, of: &str) -> Option<Again> {
    let (clerks, week) = (town.clerks.clone(), week(of));
    tokio::task::spawn_blocking(move || clerks.draw_again(week).unwrap())
        .await
        .unwrap()
}

/// Who was drawn in a week: references with what became of asking.
async fn drawn(town: &Town, of: &str) -> Vec<(String, Asking)> {
    let (clerks, week) = (town.clerks.clone(), week(of));
    let members = tokio::task::spawn_blocking(move || clerks.survey_members(week).unwrap())
        .await
        .unwrap();
    members
        .into_iter()
        .map(|member| (member.reference.unwrap(), member.asking))
        .collect()
}

async fn a_week_is_drawn_once_and_can_be_drawn_again(town: &Town) {
    begin(town, 5).await;
    let officer = officer(town).await;
    for filer in 0..12 {
        answered(town, &officer, by(&format!("filer{filer}@example.org"))).await;
    }
    // Neither samples nor other doors nor what waits for its answer.
    answered(town, &officer, town::filing()).await;
    let danger = Filing {
        track: Track::Danger,
        ..by("danger@example.org")
    };
    answered(town, &officer, danger).await;
    town.clerks.file(by("waits@example.org")).await.unwrap();
    on(town, "2026-03-08T23:00:00Z").await;
    assert!(!town.clerks.draw_survey().await.unwrap());
    assert_eq!(again(town, "2026-W10").await, None, "it is not over");
    // Over, and not sealed since.
    town.clock.set(town::instant("2026-03-09T09:00:00Z"));
    assert!(!town.clerks.draw_survey().await.unwrap());
    assert_eq!(again(town, "2026-W10").await, None);
    on(town, "2026-03-09T09:00:00Z").await;
    // Of two workers one draws.
    let other = town.second_node().await;
    let (one, two) = tokio::join!(town.clerks.draw_survey(), other.draw_survey());
    one.unwrap();
    two.unwrap();
    assert!(!town.clerks.draw_survey().await.unwrap());
    let found = again(town, "2026-W10").await.unwrap();
    assert_eq!((found.drawn.population, found.drawn.members), (12, 5));
    assert_eq!(found.wrong, [], "{found:?}");
    let members = drawn(town, "2026-W10").await;
    assert_eq!(members.len(), 5);
    // The trail holds what the draw hangs on.
    let officer = town
        .officer("watch@sample.test", Role::Auditor, "reform-authority")
        .await;
    let question = chikaya_service::audit::TrailQuestion {
        action: "survey.draw".to_owned(),
        ..Default::default()
    };
    let trail = town.clerks.trail(officer, question).await.unwrap();
    assert_eq!(trail.lines.len(), 1);
    assert_eq!(trail.lines[0].object, "2026-W10");
    let detail = trail.lines[0].detail.clone().unwrap();
    assert!(detail.contains("population=12 drawn=5 seed="), "{detail}");
    // A case that is answered once more changes nothing, nor does what happens later.
    while town.clerks.ask_drawn().await.unwrap() > 0 {}
    on(town, "2026-03-30T09:00:00Z").await;
    draw(town).await;
    assert_eq!(again(town, "2026-W10").await.unwrap().wrong, []);
    // Somebody puts another case into the place of one that was drawn.
    town.by_hand(
        "UPDATE survey_member SET case_id = (SELECT id FROM case_state WHERE id NOT IN (SELECT case_id FROM survey_member) \
         AND track = 'ordinary' AND is_sample = FALSE AND stage = 'answered' ORDER BY id LIMIT 1) \
         WHERE place = 1 AND week = '2026-W10'",
    )
    .await;
    let found = again(town, "2026-W10").await.unwrap();
    assert_eq!(found.wrong, [Check::Members], "{found:?}");
}

async fn weeks_that_were_missed_are_drawn_each(town: &Town) {
    begin(town, 5).await;
    let answers = officer(town).await;
    answered(town, &answers, by("one@example.org")).await;
    on(town, "2026-03-10T09:00:00Z").await;
    let answers = officer(town).await;
    answered(town, &answers, by("two@example.org")).await;
    // Nobody was there for two weeks, one of which brought nothing.
    on(town, "2026-03-24T09:00:00Z").await;
    draw(town).await;
    for (of, population) in [("2026-W10", 1), ("2026-W11", 1), ("2026-W12", 0)] {
        let found = again(town, of).await.unwrap();
        assert_eq!(found.drawn.population, population, "{of}");
        assert_eq!(found.wrong, [], "{found:?}");
    }
    assert_eq!(again(town, "2026-W13").await, None);
    assert_eq!(again(town, "2026-W09").await, None);
    let told = town.clerks.survey(2026).await.unwrap();
    let year = told.year.unwrap();
    assert_eq!(
        (year.from, year.until),
        (week("2026-W10"), week("2026-W12"))
    );
    assert_eq!(year.poll, None, "two are few");
}

async fn who_was_drawn_is_asked_once_and_reminded_once(town: &Town) {
    begin(town, 100).await;
    let answers = officer(town).await;
    let office = PostOffice::open();
    let (_, first) = answered(town, &answers, by("fatima@example.org")).await;
    let (_, second) = answered(town, &answers, by("fatima@example.org")).await;
    let (case, third) = answered(town, &answers, by("said@example.org")).await;
    judge(town, case, Resolved::Partly, None).await;
    let (reopens, fourth) = answered(town, &answers, by("reopens@example.org")).await;
    as_filer(
        town,
        reopens,
        FilerAct::Reopen("Rien n’a changé.".to_owned()),
    )
    .await;
    let (later, fifth) = answered(town, &answers, by("later@example.org")).await;
    town.take_mail(PORTAL).await;
    on(town, "2026-03-09T09:00:00Z").await;
    draw(town).await;
    let members = drawn(town, "2026-W10").await;
    assert_eq!(members.len(), 5);
    let of = |reference: &Reference| {
        let text = reference.to_string();
        let found = members.iter().find(|(other, _)| *other == text);
        found.unwrap().1
    };
    let mut twice = [of(&first), of(&second)];
    twice.sort_unstable();
    assert_eq!(
        twice,
        [Asking::ByMail, Asking::Rested],
        "one person, one mail"
    );
    assert_eq!(of(&third), Asking::Judged);
    assert_eq!(of(&fourth), Asking::Reopened);
    assert_eq!(of(&fifth), Asking::ByMail);
    town.deliver_mail(&office, PORTAL).await;
    let mails = office.wait_for(2);
    assert_eq!(mails.len(), 2);
    let mut to: Vec<&str> = mails.iter().map(|mail| mail.to.as_str()).collect();
    to.sort_unstable();
    assert_eq!(to, ["fatima@example.org", "later@example.org"]);
    for mail in &mails {
        assert!(mail.subject.contains("سؤالان"), "{}", mail.subject);
        let link = mail.link().unwrap();
        assert!(
            link.starts_with(&format!("{PORTAL}/ar/track/CK-")),
            "{link}"
        );
        assert!(link.contains("/open/"), "{link}");
        assert!(!mail.text.contains("câble"), "the answer is not repeated");
    }
    // Whoever answers is not reminded; the other is, once.
    judge(town, later, Resolved::Yes, Some(Treatment::Fair)).await;
    town.take_mail(PORTAL).await;
    on(town, "2026-03-16T09:30:00Z").await;
    draw(town).await;
    town.deliver_mail(&office, PORTAL).await;
    let mails = office.wait_for(3);
    assert_eq!(mails.len(), 3);
    assert_eq!(mails[2].to, "fatima@example.org");
    assert!(
        mails[2].subject.contains("في انتظاركم"),
        "{}",
        mails[2].subject
    );
    on(town, "2026-04-20T09:30:00Z").await;
    draw(town).await;
    assert!(town.take_mail(PORTAL).await.is_empty());
    // A message that waits when its reader judges says nothing any more.
    let answers = officer(town).await;
    let (last, _) = answered(town, &answers, by("quick@example.org")).await;
    town.take_mail(PORTAL).await;
    on(town, "2026-04-27T09:30:00Z").await;
    draw(town).await;
    judge(town, last, Resolved::No, None).await;
    let subjects: Vec<String> = town
        .take_mail(PORTAL)
        .await
        .into_iter()
        .map(|mail| mail.subject)
        .collect();
    assert!(
        !subjects.iter().any(|subject| subject.contains("سؤالان")),
        "{subjects:?}"
    );
}

async fn who_cannot_be_asked_by_mail_waits_and_says_why(town: &Town) {
    begin(town, 100).await;
    let answers = officer(town).await;
    let email = |text: &str| Contact::Email(Email::parse(text).unwrap());
    let phone = Contact::Phone(Phone::kept("+212612345678").unwrap());
    let (called, to_call) = answered(town, &answers, unproven([phone.clone()])).await;
    let (_, stranger) = answered(town, &answers, unproven([email("stranger@example.org")])).await;
    let (_, both) = answered(
        town,
        &answers,
        unproven([email("other@example.org"), phone]),
    )
    .await;
    let (_, nobody) = answered(town, &answers, unproven([])).await;
    on(town, "2026-03-09T09:00:00Z").await;
    draw(town).await;
    let members = drawn(town, "2026-W10").await;
    let of = |reference: &Reference| {
        let text = reference.to_string();
        let found = members.iter().find(|(other, _)| *other == text);
        found.unwrap().1
    };
    assert_eq!(of(&to_call), Asking::ToCall);
    assert_eq!(
        of(&both),
        Asking::ToCall,
        "the number, while the address is not proven"
    );
    assert_eq!(of(&stranger), Asking::Unproven);
    assert_eq!(of(&nobody), Asking::Unreachable);
    let auditor = town
        .officer("watch@sample.test", Role::Auditor, "reform-authority")
        .await;
    let waiting = |asking| town.clerks.drawn_to_ask(auditor.clone(), asking, None);
    let calls = waiting(Asking::ToCall).await.unwrap();
    assert_eq!(calls.len(), 2);
    assert!(
        calls
            .iter()
            .any(|waits| waits.reference == to_call.to_string())
    );
    let next = Some((calls[0].week, calls[0].place));
    let rest = town
        .clerks
        .drawn_to_ask(auditor.clone(), Asking::ToCall, next);
    assert_eq!(rest.await.unwrap(), calls[1..]);
    judge(town, called, Resolved::Yes, None).await;
    assert_eq!(waiting(Asking::ToCall).await.unwrap().len(), 1);
    let officer = town
        .officer("officer@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let refused = town
        .clerks
        .drawn_to_ask(officer, Asking::ToCall, None)
        .await;
    assert!(matches!(refused, Err(Trouble::Forbidden)));
}

async fn what_is_said_is_told_with_its_bounds(town: &Town) {
    begin(town, 100).await;
    let answers = officer(town).await;
    let mut cases = Vec::new();
    for filer in 0..30 {
        let (case, _) = answered(town, &answers, by(&format!("filer{filer}@example.org"))).await;
        cases.push(case);
    }
    on(town, "2026-03-09T09:00:00Z").await;
    draw(town).await;
    for (place, case) in cases.iter().take(20).enumerate() {
        let resolved = if place < 12 {
            Resolved::Yes
        } else {
            Resolved::No
        };
        let treatment = (place < 9).then_some(Treatment::Fair);
        judge(town, *case, resolved, treatment).await;
    }
    on(town, "2026-03-10T09:00:00Z").await;
    let told = town.clerks.survey(2026).await.unwrap();
    let year = told.year.unwrap();
    assert_eq!(told.lately, None, "they are the same");
    let poll = year.poll.unwrap();
    assert_eq!((poll.weeks, poll.population, poll.drawn), (1, 30, 30));
    assert_eq!(poll.asked, Some(30));
    assert_eq!(poll.response, Some(Proportion { part: 20, of: 30 }));
    let resolved = poll.resolved.unwrap();
    assert_eq!(resolved.given, 20);
    let estimate = resolved.estimate;
    assert!((estimate.share.value - 0.6).abs() < 1e-12);
    // All were drawn, and two of three answered: what the others think is not known.
    assert!(0.4 < estimate.share.low && estimate.share.low < 0.6);
    assert!(0.6 < estimate.share.high && estimate.share.high < 0.8);
    assert!((estimate.at_least - 0.4).abs() < 1e-12);
    assert!((estimate.at_most - 22.0 / 30.0).abs() < 1e-12);
    let treated = poll.treated.unwrap();
    assert_eq!(treated.given, 9);
    assert!((treated.estimate.share.value - 1.0).abs() < 1e-12);
}
