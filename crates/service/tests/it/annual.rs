//! Annual reports: what goes from an administration to everybody, who may do what on the way, and that nothing of it can be
//! changed unseen.

use chikaya_domain::{
    Language,
    access::Role,
    annual::{Fact, Kind, LANGUAGES, Section, Stage, Verb, Year},
    answer::Outcome,
    id::AnnualId,
    statistics::Count,
};
use chikaya_service::{
    Trouble,
    annual::{AnnualAct, Document, Writing},
    case::{act::StaffAct, file::Filing},
    staff::Officer,
};
use chikaya_testkit::{Town, town};

use crate::acts::act;

crate::in_both_towns! {
    a_report_goes_from_its_administration_to_everybody => super::a_report_goes_from_its_administration_to_everybody;
    a_report_that_comes_back_says_why_and_is_sent_again => super::a_report_that_comes_back_says_why_and_is_sent_again;
    nobody_writes_over_what_they_have_not_seen => super::nobody_writes_over_what_they_have_not_seen;
    figures_stay_as_they_were_taken => super::figures_stay_as_they_were_taken;
    each_step_is_the_act_of_those_alone_whose_it_is => super::each_step_is_the_act_of_those_alone_whose_it_is;
    a_synthesis_is_approved_by_the_head_of_government => super::a_synthesis_is_approved_by_the_head_of_government;
    whatever_is_changed_of_a_report_is_named => super::whatever_is_changed_of_a_report_is_named;
    whoever_owes_a_report_is_reminded_on_the_days_of_the_policy => super::whoever_owes_a_report_is_reminded_on_the_days_of_the_policy;
}

const AUTHORITY: &str = "reform-authority";
const GOVERNMENT: &str = "head-of-government";

pub(crate) fn year() -> Year {
    Year::new(2026).unwrap()
}

pub(crate) fn real() -> Filing {
    Filing {
        is_sample: false,
        ..town::filing()
    }
}

pub(crate) async fn settle(town: &Town) {
    while town.clerks.place_events().await.unwrap().folded > 0 {}
    town.clerks.publish_statistics().await.unwrap();
}

/// Seven cases of 2026, of which five are answered; then it is 2027.
pub(crate) async fn a_year(town: &Town) {
    town.clock.set(town::instant("2026-03-02T09:00:00Z"));
    let officer = town
        .officer("before@sample.test", Role::Officer, town::TIZNIT)
        .await;
    for number in 0..7 {
        let receipt = town.clerks.file(real()).await.unwrap();
        if number < 5 {
            act(town, &officer, &receipt.reference, StaffAct::Examine).await;
            act(town, &officer, &receipt.reference, StaffAct::TakeUp).await;
            let answer = StaffAct::Answer(town::answer(Outcome::Granted));
            act(town, &officer, &receipt.reference, answer).await;
        }
    }
    town.clock.set(town::instant("2027-01-11T09:00:00Z"));
    settle(town).await;
}

pub(crate) async fn someone(town: &Town, role: Role) -> Officer {
    let (email, body) = match role {
        Role::ReformAuthority => ("authority@sample.test", AUTHORITY),
        Role::HeadOfGovernment => ("government@sample.test", GOVERNMENT),
        Role::Auditor => ("auditor@sample.test", AUTHORITY),
        Role::AdministrationHead => ("head@sample.test", town::TIZNIT),
        _ => ("writer@sample.test", town::TIZNIT),
    };
    town.officer(email, role, body).await
}

pub(crate) fn documents(words: &str) -> Vec<Document> {
    LANGUAGES
        .iter()
        .map(|language| Document {
            language: *language,
            bytes: format!("{words} {language}").into_bytes(),
        })
        .collect()
}

pub(crate) async fn version(town: &Town, officer: &Officer, id: AnnualId) -> u32 {
    let page = town.clerks.annual(officer.clone(), id).await.unwrap();
    page.state.version
}

pub(crate) async fn does(
    town: &Town,
    officer: &Officer,
    id: AnnualId,
    act: AnnualAct,
) -> Result<(), Trouble> {
    let version = version(town, officer, id).await;
    town.clerks
        .act_on_annual(officer.clone(), id, version, act)
        .await
}

/// A report that is begun, written in part, and has its figures.
pub(crate) async fn begun(town: &Town, writer: &Officer) -> AnnualId {
    let id = town
        .clerks
        .begin_annual(writer.clone(), year())
        .await
        .unwrap();
    let written = town
        .clerks
        .write_annual(
            writer.clone(),
            id,
            (Section::Causes, Language::French),
            "L’éclairage public.".to_owned(),
            0,
        )
        .await
        .unwrap();
    assert_eq!(written, Writing::Kept(1));
    does(town, writer, id, AnnualAct::Freeze).await.unwrap();
    id
}

pub(crate) async fn sent(town: &Town, writer: &Officer, head: &Officer) -> AnnualId {
    let id = begun(town, writer).await;
    does(town, head, id, AnnualAct::Approve).await.unwrap();
    let version = version(town, head, id).await;
    town.clerks
        .transmit_annual(head.clone(), id, version, documents("sent"))
        .await
        .unwrap();
    id
}

async fn a_report_goes_from_its_administration_to_everybody(town: &Town) {
    a_year(town).await;
    let writer = someone(town, Role::Officer).await;
    let head = someone(town, Role::AdministrationHead).await;
    let government = someone(town, Role::HeadOfGovernment).await;
    let authority = someone(town, Role::ReformAuthority).await;
    let clerks = &town.clerks;

    let id = begun(town, &writer).await;
    let again = clerks.begin_annual(writer.clone(), year()).await.unwrap();
    assert_eq!(again, id, "there is one report of a year");
    let page = clerks.annual(writer.clone(), id).await.unwrap();
    let told = page.figures.unwrap().told();
    assert_eq!(told.year.total(Count::Received), Some(7));
    assert_eq!(told.year.open, Some(2));
    assert_eq!(page.verbs, [Verb::Write, Verb::Freeze]);

    // Who did not write it learns that it is there, and nothing of what it says.
    let seen = clerks.annual(government.clone(), id).await.unwrap();
    assert!(seen.texts.is_empty() && seen.figures.is_none() && seen.verbs.is_empty());

    does(town, &head, id, AnnualAct::Approve).await.unwrap();
    let version = version(town, &head, id).await;
    for _ in 0..2 {
        let pressed = clerks.transmit_annual(head.clone(), id, version, documents("sent"));
        pressed.await.unwrap();
    }
    let page = clerks.annual(head.clone(), id).await.unwrap();
    let sendings = page
        .facts
        .iter()
        .filter(|line| matches!(line.fact, Fact::Transmitted { .. }));
    assert_eq!(sendings.count(), 1, "pressed twice, sent once");
    let kept = clerks
        .transmitted_annual(government.clone(), id, Language::Arabic)
        .await
        .unwrap();
    assert_eq!(kept, b"sent ar");

    does(town, &government, id, AnnualAct::Forward)
        .await
        .unwrap();
    does(town, &authority, id, AnnualAct::Accept).await.unwrap();
    let (shown, has_more) = clerks.published_annuals(year(), None, 50).await.unwrap();
    assert!(shown.is_empty() && !has_more);
    assert!(clerks.published_annual(id, Language::French).await.is_err());
    let page = clerks.annual(authority.clone(), id).await.unwrap();
    clerks
        .publish_annual(authority, id, page.state.version, documents("shown"), "")
        .await
        .unwrap();
    let (shown, _) = clerks.published_annuals(year(), None, 50).await.unwrap();
    assert_eq!(shown.len(), 1);
    let bytes = clerks
        .published_annual(id, Language::French)
        .await
        .unwrap()
        .bytes;
    assert_eq!(bytes, b"shown fr");
    // What was sent is still what was sent.
    let kept = clerks
        .transmitted_annual(government, id, Language::Arabic)
        .await
        .unwrap();
    assert_eq!(kept, b"sent ar");
    assert_eq!(town.breaks().await, Vec::<String>::new());
}

async fn a_report_that_comes_back_says_why_and_is_sent_again(town: &Town) {
    a_year(town).await;
    let writer = someone(town, Role::Officer).await;
    let head = someone(town, Role::AdministrationHead).await;
    let government = someone(town, Role::HeadOfGovernment).await;
    let id = sent(town, &writer, &head).await;
    let back = |reasons: &str| AnnualAct::Return {
        reasons: reasons.to_owned(),
    };
    let refused = does(town, &government, id, back(" ")).await;
    assert!(matches!(
        refused,
        Err(Trouble::NotAcceptable("error-annual-reasons"))
    ));
    does(town, &government, id, back("The unit is not told of."))
        .await
        .unwrap();
    let page = town.clerks.annual(writer.clone(), id).await.unwrap();
    assert_eq!(page.state.stage, Stage::Returned);
    let reasons = page.facts.iter().find_map(|line| match &line.fact {
        Fact::Returned { reasons } => Some(reasons.as_str()),
        _ => None,
    });
    assert_eq!(reasons, Some("The unit is not told of."));
    town.clerks
        .write_annual(
            writer,
            id,
            (Section::Unit, Language::Arabic),
            "ثلاثة موظفين.".to_owned(),
            0,
        )
        .await
        .unwrap();
    does(town, &head, id, AnnualAct::Approve).await.unwrap();
    let version = version(town, &head, id).await;
    town.clerks
        .transmit_annual(head, id, version, documents("again"))
        .await
        .unwrap();
    let kept = town
        .clerks
        .transmitted_annual(government, id, Language::French)
        .await
        .unwrap();
    assert_eq!(kept, b"again fr");
}

async fn nobody_writes_over_what_they_have_not_seen(town: &Town) {
    a_year(town).await;
    let writer = someone(town, Role::Officer).await;
    let head = someone(town, Role::AdministrationHead).await;
    let id = begun(town, &writer).await;
    let write = |who: &Officer, words: &str, version: u32| {
        town.clerks.write_annual(
            who.clone(),
            id,
            (Section::Causes, Language::French),
            words.to_owned(),
            version,
        )
    };
    assert_eq!(
        write(&head, "La voirie.", 1).await.unwrap(),
        Writing::Kept(2)
    );
    let Writing::Meanwhile(theirs) = write(&writer, "Les déchets.", 1).await.unwrap() else {
        panic!("somebody wrote meanwhile");
    };
    assert_eq!((theirs.version, theirs.body.as_str()), (2, "La voirie."));
    // The same once more, as by a second press, is no conflict.
    assert_eq!(
        write(&head, "La voirie.", 1).await.unwrap(),
        Writing::Kept(2)
    );
    // Another section is another text.
    let other = town.clerks.write_annual(
        writer.clone(),
        id,
        (Section::Causes, Language::Arabic),
        "الإنارة".to_owned(),
        0,
    );
    assert_eq!(other.await.unwrap(), Writing::Kept(1));
    let long = write(&writer, &"a".repeat(20_001), 2).await;
    assert!(matches!(
        long,
        Err(Trouble::NotAcceptable("error-annual-section-long"))
    ));
}

async fn figures_stay_as_they_were_taken(town: &Town) {
    a_year(town).await;
    let writer = someone(town, Role::Officer).await;
    let id = begun(town, &writer).await;
    let open = |page: &chikaya_service::annual::AnnualPage| {
        let figures = page.figures.as_ref().unwrap();
        figures.told().year.overdue
    };
    let before = town.clerks.annual(writer.clone(), id).await.unwrap();
    town.clerks.file(real()).await.unwrap();
    town.clock.set(town::instant("2027-09-01T09:00:00Z"));
    let writer = someone(town, Role::UnitHead).await;
    settle(town).await;
    let after = town.clerks.annual(writer.clone(), id).await.unwrap();
    assert_eq!(before.figures, after.figures);
    // Taken anew, they say what the record says now.
    does(town, &writer, id, AnnualAct::Freeze).await.unwrap();
    let anew = town.clerks.annual(writer, id).await.unwrap();
    assert!(anew.figures.as_ref().unwrap().position > before.figures.as_ref().unwrap().position);
    assert_eq!((open(&before), open(&anew)), (Some(2), Some(2)));
    // Everybody is told what public statistics tell: nothing of two.
    let shown = town
        .clerks
        .annual_for_everybody(Kind::Report, anew.organisation, year())
        .await
        .unwrap();
    assert_eq!(shown.told.year.open, None);
    assert_eq!(shown.told.year.total(Count::Received), Some(7));
    assert!(shown.told.subjects.is_empty());
}

async fn each_step_is_the_act_of_those_alone_whose_it_is(town: &Town) {
    a_year(town).await;
    let writer = someone(town, Role::Officer).await;
    let head = someone(town, Role::AdministrationHead).await;
    let government = someone(town, Role::HeadOfGovernment).await;
    let authority = someone(town, Role::ReformAuthority).await;
    let auditor = someone(town, Role::Auditor).await;
    let stranger = town
        .officer("stranger@sample.test", Role::AdministrationHead, "onee")
        .await;
    let clerks = &town.clerks;
    let id = begun(town, &writer).await;
    assert!(matches!(
        clerks.annual(stranger.clone(), id).await,
        Err(Trouble::NotFound)
    ));
    assert!(matches!(
        clerks.annual_wall(stranger.clone(), year()).await,
        Err(Trouble::Forbidden)
    ));
    for other in [&writer, &government, &authority, &auditor] {
        let refused = does(town, other, id, AnnualAct::Approve).await;
        assert!(matches!(refused, Err(Trouble::Forbidden)), "{}", other.role);
    }
    let unbegun = clerks.begin_annual(auditor.clone(), year()).await;
    assert!(matches!(unbegun, Err(Trouble::Forbidden)));
    let early = clerks
        .begin_annual(head.clone(), Year::new(2027).unwrap())
        .await;
    assert!(matches!(
        early,
        Err(Trouble::NotAcceptable("error-annual-year"))
    ));
    does(town, &head, id, AnnualAct::Approve).await.unwrap();
    let late = clerks
        .write_annual(
            writer,
            id,
            (Section::Unit, Language::French),
            "Après.".to_owned(),
            0,
        )
        .await;
    assert!(matches!(late, Err(Trouble::Stale)), "it is approved");
    let wall = clerks.annual_wall(auditor, year()).await.unwrap();
    assert!(wall.rows.len() > 1_000, "every body that receives");
    assert_eq!(wall.delivered(), 0);
    let row = wall
        .rows
        .iter()
        .find(|row| row.organisation.as_str() == town::TIZNIT);
    let (_, stage, _) = row.unwrap().annual.unwrap();
    assert_eq!(stage, Stage::Approved);
}

async fn a_synthesis_is_approved_by_the_head_of_government(town: &Town) {
    a_year(town).await;
    let government = someone(town, Role::HeadOfGovernment).await;
    let authority = someone(town, Role::ReformAuthority).await;
    let clerks = &town.clerks;
    let id = clerks
        .begin_annual(authority.clone(), year())
        .await
        .unwrap();
    assert!(matches!(
        clerks.annual(government.clone(), id).await,
        Err(Trouble::NotFound)
    ));
    does(town, &authority, id, AnnualAct::Freeze).await.unwrap();
    let page = clerks.annual(authority.clone(), id).await.unwrap();
    let told = page.figures.unwrap().told();
    assert_eq!(told.bodies.len(), 1);
    assert_eq!(told.bodies[0].received, Some(7));
    clerks
        .transmit_annual(authority.clone(), id, page.state.version, documents("sent"))
        .await
        .unwrap();
    let unasked = clerks
        .publish_annual(
            authority.clone(),
            id,
            page.state.version + 1,
            documents("shown"),
            "",
        )
        .await;
    assert!(matches!(unasked, Err(Trouble::Stale)), "not approved yet");
    does(town, &government, id, AnnualAct::Approve)
        .await
        .unwrap();
    let version = version(town, &authority, id).await;
    let page = clerks.annual(authority.clone(), id).await.unwrap();
    assert_eq!(page.reports.map(|reports| reports.accepted), Some(0));
    // No report of the year is accepted: everybody is told why there is a synthesis all the same.
    let publish = |reasons: &'static str| {
        clerks.publish_annual(authority.clone(), id, version, documents("shown"), reasons)
    };
    assert!(matches!(
        publish("  ").await,
        Err(Trouble::NotAcceptable("error-annual-unaccepted"))
    ));
    publish("The first year of the portal.").await.unwrap();
    let (shown, _) = clerks.published_annuals(year(), None, 50).await.unwrap();
    assert_eq!(
        shown[0].reasons.as_deref(),
        Some("The first year of the portal.")
    );
    assert_eq!(clerks.years_published().await.unwrap(), [year()]);
    assert_eq!(town.breaks().await, Vec::<String>::new());
}

async fn whatever_is_changed_of_a_report_is_named(town: &Town) {
    a_year(town).await;
    let writer = someone(town, Role::Officer).await;
    let head = someone(town, Role::AdministrationHead).await;
    let id = sent(town, &writer, &head).await;
    settle(town).await;
    assert_eq!(town.breaks().await, Vec::<String>::new(), "untouched");
    let changes = [
        (
            "UPDATE annual_text SET body = 'Rien.'",
            "causes fr, version 1",
        ),
        (
            "UPDATE annual_figures SET content = replace(content, '\"2026-03\"', '\"2026-04\"')",
            "figures of fact",
        ),
        (
            "DELETE FROM annual_document WHERE language = 'ar'",
            "ar: it was recorded, and is gone",
        ),
        (
            "UPDATE annual_fact SET staff = NULL WHERE sequence = 4",
            "fact 4: it is not what was recorded",
        ),
        (
            "UPDATE annual_fact SET at = at + 1 WHERE sequence = 3",
            "fact 3: it is not what was chained",
        ),
        (
            "UPDATE annual SET year = 2025",
            "it is not what the last line of the audit trail about it left",
        ),
    ];
    for (statement, named) in changes {
        town.by_hand(statement).await;
        let breaks = town.breaks().await;
        let report = format!("report {id}");
        assert!(
            breaks
                .iter()
                .any(|found| found.starts_with(&report) && found.contains(named)),
            "{statement}: {breaks:#?}"
        );
    }
}

pub(crate) async fn reminded(town: &Town, day: &str) -> Vec<(String, String)> {
    town.clock.set(town::instant(&format!("{day}T09:00:00Z")));
    while town.clerks.remind_of_annuals().await.unwrap() {}
    let mails = town.take_mail("http://portal.test").await;
    mails
        .into_iter()
        .map(|mail| (mail.to, mail.subject))
        .collect()
}

async fn whoever_owes_a_report_is_reminded_on_the_days_of_the_policy(town: &Town) {
    a_year(town).await;
    let writer = someone(town, Role::Officer).await;
    let head = someone(town, Role::AdministrationHead).await;
    someone(town, Role::ReformAuthority).await;
    let id = begun(town, &writer).await;
    // What filers are told of that year.
    town.take_mail("http://portal.test").await;
    // Whoever begins to run the portal reminds nobody of days that passed before.
    assert!(reminded(town, "2027-01-12").await.is_empty());
    assert!(reminded(town, "2027-01-15").await.is_empty());
    let due = ("head@sample.test", "Le rapport annuel 2026 est attendu");
    let due = vec![(due.0.to_owned(), due.1.to_owned())];
    assert_eq!(reminded(town, "2027-01-16").await, due);
    assert!(reminded(town, "2027-01-16").await.is_empty(), "once a day");
    // What stood still over two of the days reminds once.
    let late = ("head@sample.test", "Le rapport annuel 2026 est en retard");
    let late = vec![(late.0.to_owned(), late.1.to_owned())];
    assert_eq!(reminded(town, "2027-02-02").await, late);
    let page = town.clerks.annual(head.clone(), id).await.unwrap();
    let reminders = page
        .facts
        .iter()
        .filter(|line| matches!(line.fact, Fact::Reminded));
    assert_eq!(reminders.count(), 2);

    let head = someone_else(town).await;
    does(town, &head, id, AnnualAct::Approve).await.unwrap();
    let version = version(town, &head, id).await;
    town.clerks
        .transmit_annual(head, id, version, documents("sent"))
        .await
        .unwrap();
    // Of the synthesis the reform authority is reminded, of what was sent nobody.
    let synthesis = reminded(town, "2027-03-16").await;
    assert_eq!(synthesis.len(), 1, "{synthesis:?}");
    assert_eq!(synthesis[0].0, "authority@sample.test");
    assert_eq!(town.breaks().await, Vec::<String>::new());
}

/// Sessions end over weeks: the other head of the administration signs in.
async fn someone_else(town: &Town) -> Officer {
    town.officer(
        "second-head@sample.test",
        Role::AdministrationHead,
        town::TIZNIT,
    )
    .await
}
