//! Annual reports: who owes one and since when it stands where it is, what two people write at one moment, what goes on within
//! a body, and on how many reports a synthesis draws.

use chikaya_domain::{
    Language, Names,
    access::Role,
    annual::{Fact, Kind, LANGUAGES, Section, Stage, Year},
    id::OrganisationCode,
    organisation::OrganisationKind,
    statistics::Count,
};
use chikaya_service::{
    Trouble,
    annual::{AnnualAct, Reports, WallRow, Writing},
    case::{act::StaffAct, file::Filing},
    organisation::OrganisationRecord,
    staff::Officer,
};
use chikaya_testkit::{Town, town};
use jiff::civil::date;

use crate::{
    acts::act,
    annual::{
        a_year, begun, documents, does, real, reminded, sent, settle, someone, version, year,
    },
};

crate::in_both_towns! {
    who_writes_another_section_at_the_same_moment_is_no_obstacle => super::who_writes_another_section_at_the_same_moment_is_no_obstacle;
    a_report_stands_where_it_is_since_it_came_there => super::a_report_stands_where_it_is_since_it_came_there;
    a_synthesis_says_on_how_many_reports_it_draws => super::a_synthesis_says_on_how_many_reports_it_draws;
    a_body_that_was_closed_keeps_its_report => super::a_body_that_was_closed_keeps_its_report;
    earlier_years_with_anything_are_offered => super::earlier_years_with_anything_are_offered;
    what_goes_from_unit_to_unit_leaves_no_body => super::what_goes_from_unit_to_unit_leaves_no_body;
    what_was_published_is_paged_by_its_key => super::what_was_published_is_paged_by_its_key;
}

async fn who_writes_another_section_at_the_same_moment_is_no_obstacle(town: &Town) {
    a_year(town).await;
    let writer = someone(town, Role::Officer).await;
    let head = someone(town, Role::AdministrationHead).await;
    let id = town
        .clerks
        .begin_annual(writer.clone(), year())
        .await
        .unwrap();
    // Each round both write at once: first two sections, then one and the same.
    let sections = Section::of(Kind::Report)
        .flat_map(|section| LANGUAGES.iter().map(move |language| (section, *language)));
    let sections: Vec<(Section, Language)> = sections.collect();
    for pair in sections.chunks(2) {
        let write = |who: &Officer, place: (Section, Language), words: &str| {
            town.clerks
                .write_annual(who.clone(), id, place, words.to_owned(), 0)
        };
        let (one, other) = tokio::join!(
            write(&writer, pair[0], "Le premier."),
            write(&head, pair[1], "Le second."),
        );
        assert_eq!(one.unwrap(), Writing::Kept(1));
        assert_eq!(other.unwrap(), Writing::Kept(1));
    }
    let write = |who: &Officer, words: &str| {
        let place = (Section::Causes, Language::French);
        town.clerks
            .write_annual(who.clone(), id, place, words.to_owned(), 1)
    };
    let (one, other) = tokio::join!(write(&writer, "Les câbles."), write(&head, "Les lampes."));
    let both = [one.unwrap(), other.unwrap()];
    let kept = both.iter().filter(|one| **one == Writing::Kept(2));
    assert_eq!(kept.count(), 1, "{both:?}");
    let theirs = both.iter().find_map(|one| match one {
        Writing::Meanwhile(theirs) => Some(theirs.version),
        Writing::Kept(_) => None,
    });
    assert_eq!(theirs, Some(2), "the other sees what was kept");
    assert_eq!(town.breaks().await, Vec::<String>::new());
}

async fn a_report_stands_where_it_is_since_it_came_there(town: &Town) {
    a_year(town).await;
    let writer = someone(town, Role::Officer).await;
    let head = someone(town, Role::AdministrationHead).await;
    let id = begun(town, &writer).await;
    town.take_mail("http://portal.test").await;
    assert!(reminded(town, "2027-01-12").await.is_empty());
    assert_eq!(reminded(town, "2027-01-16").await.len(), 1);
    let write = town.clerks.write_annual(
        writer.clone(),
        id,
        (Section::Unit, Language::French),
        "Trois agents.".to_owned(),
        0,
    );
    write.await.unwrap();
    let since = async || {
        let page = town.clerks.annual(head.clone(), id).await.unwrap();
        let lines = town.clerks.own_annuals(head.clone()).await.unwrap();
        assert_eq!(lines[0].since, page.since);
        let calendar = &town.clerks.country().calendar;
        (page.state.stage, calendar.date_of(page.since))
    };
    // A section and a reminder are no stage.
    assert_eq!(since().await, (Stage::Draft, date(2027, 1, 11)));
    does(town, &head, id, AnnualAct::Approve).await.unwrap();
    assert_eq!(since().await, (Stage::Approved, date(2027, 1, 16)));
    assert_eq!(town.breaks().await, Vec::<String>::new());
    town.by_hand("UPDATE annual SET stage_at = stage_at - 1")
        .await;
    assert!(!town.breaks().await.is_empty(), "it is told from the facts");
}

async fn a_synthesis_says_on_how_many_reports_it_draws(town: &Town) {
    a_year(town).await;
    let writer = someone(town, Role::Officer).await;
    let head = someone(town, Role::AdministrationHead).await;
    let government = someone(town, Role::HeadOfGovernment).await;
    let authority = someone(town, Role::ReformAuthority).await;
    let clerks = &town.clerks;
    let synthesis = clerks
        .begin_annual(authority.clone(), year())
        .await
        .unwrap();
    let report = sent(town, &writer, &head).await;
    let told = async || {
        does(town, &authority, synthesis, AnnualAct::Freeze)
            .await
            .unwrap();
        let page = clerks.annual(authority.clone(), synthesis).await.unwrap();
        let taken = page.figures.unwrap().reports.unwrap();
        assert_eq!(page.reports, Some(taken));
        taken
    };
    let Reports {
        accepted,
        sent,
        owed,
    } = told().await;
    assert_eq!((accepted, sent), (0, 1));
    let wall = clerks.annual_wall(authority.clone(), year()).await.unwrap();
    assert_eq!(usize::try_from(owed).unwrap(), wall.rows.len());
    does(town, &government, report, AnnualAct::Forward)
        .await
        .unwrap();
    does(town, &authority, report, AnnualAct::Accept)
        .await
        .unwrap();
    assert_eq!(told().await.accepted, 1);
    let at = version(town, &authority, synthesis).await;
    clerks
        .transmit_annual(authority.clone(), synthesis, at, documents("sent"))
        .await
        .unwrap();
    does(town, &government, synthesis, AnnualAct::Approve)
        .await
        .unwrap();
    let at = version(town, &authority, synthesis).await;
    let shown = documents("shown");
    clerks
        .publish_annual(authority.clone(), synthesis, at, shown, "")
        .await
        .unwrap();
    let told = clerks
        .annual_for_everybody(
            Kind::Synthesis,
            town::organisation_code("reform-authority"),
            year(),
        )
        .await
        .unwrap();
    assert_eq!(told.reports.map(|reports| reports.accepted), Some(1));
    let page = clerks.annual(authority, synthesis).await.unwrap();
    assert!(matches!(
        page.facts.last().unwrap().fact,
        Fact::Published { reasons: None, .. }
    ));
}

/// Makes a body beside those of the country: a unit of Tiznit, or an establishment.
async fn founded(town: &Town, code: &str, kind: OrganisationKind) -> OrganisationRecord {
    let administrator = town
        .officer("admin@portal.test", Role::Administrator, "reform-authority")
        .await;
    let tiznit = town::organisation_code(town::TIZNIT);
    let mut body = town
        .clerks
        .organisation(administrator.clone(), tiznit.clone())
        .await
        .unwrap();
    body.organisation.code = town::organisation_code(code);
    body.organisation.kind = kind;
    body.organisation.parent = (kind == OrganisationKind::Unit).then_some(tiznit);
    body.organisation.territory = None;
    body.organisation.acronym = None;
    body.organisation.names = Names {
        ar: "مكتب الإنارة".to_owned(),
        fr: "Office de l’éclairage".to_owned(),
        zgh: None,
        en: None,
    };
    town.clerks
        .create_organisation(administrator, body.clone())
        .await
        .unwrap();
    body
}

async fn a_body_that_was_closed_keeps_its_report(town: &Town) {
    let code = "lighting-office";
    town.clock.set(town::instant("2026-03-02T09:00:00Z"));
    founded(town, code, OrganisationKind::Establishment).await;
    let officer = town
        .officer("before@sample.test", Role::Officer, code)
        .await;
    let filing = Filing {
        organisation: Some(town::organisation_code(code)),
        ..real()
    };
    let receipt = town.clerks.file(filing).await.unwrap();
    let handed_on = StaffAct::Transfer {
        to: town::organisation_code(town::TIZNIT),
        reason: "L’office est fermé.".to_owned(),
    };
    act(town, &officer, &receipt.reference, handed_on).await;
    // Everybody has left by now.
    town.by_hand("UPDATE staff SET is_active = FALSE WHERE organisation = 'lighting-office'")
        .await;
    let administrator = town
        .officer(
            "closing@portal.test",
            Role::Administrator,
            "reform-authority",
        )
        .await;
    let body = town
        .clerks
        .organisation(administrator.clone(), town::organisation_code(code))
        .await
        .unwrap();
    let obstacles = town
        .clerks
        .switch_organisation_off(administrator, body.organisation.code.clone(), body.version)
        .await
        .unwrap();
    assert!(obstacles.is_empty(), "{obstacles:?}");
    town.clock.set(town::instant("2027-01-11T09:00:00Z"));
    settle(town).await;

    let authority = someone(town, Role::ReformAuthority).await;
    let head = someone(town, Role::AdministrationHead).await;
    let clerks = &town.clerks;
    let row = async |of: Year| -> Option<WallRow> {
        let wall = clerks.annual_wall(authority.clone(), of).await.unwrap();
        wall.rows
            .into_iter()
            .find(|row| row.organisation.as_str() == code)
    };
    let found = row(year()).await.unwrap();
    assert!(found.annual.is_none() && found.is_closed && found.begins);
    assert!(row(Year::new(2025).unwrap()).await.is_none(), "it had none");

    // The reform authority begins it and takes it to the Head of Government, once; nobody else does, and of no body where
    // people work.
    let begin = |who: &Officer, of: &str| {
        clerks.begin_annual_of(who.clone(), town::organisation_code(of), year())
    };
    assert!(matches!(begin(&head, code).await, Err(Trouble::Forbidden)));
    assert!(matches!(
        begin(&authority, town::TIZNIT).await,
        Err(Trouble::Forbidden)
    ));
    let id = begin(&authority, code).await.unwrap();
    assert_eq!(begin(&authority, code).await.unwrap(), id);
    does(town, &authority, id, AnnualAct::Freeze).await.unwrap();
    let page = clerks.annual(authority.clone(), id).await.unwrap();
    assert_eq!(page.organisation.as_str(), code);
    let told = page.figures.unwrap().told().year;
    assert_eq!(told.total(Count::Received), Some(1));
    assert_eq!(told.total(Count::HandedOn), Some(1));
    does(town, &authority, id, AnnualAct::Approve)
        .await
        .unwrap();
    let at = version(town, &authority, id).await;
    clerks
        .transmit_annual(authority.clone(), id, at, documents("sent"))
        .await
        .unwrap();
    let found = row(year()).await.unwrap();
    assert_eq!(
        found.annual.map(|(_, stage, _)| stage),
        Some(Stage::Transmitted)
    );
}

async fn earlier_years_with_anything_are_offered(town: &Town) {
    town.clock.set(town::instant("2024-05-02T09:00:00Z"));
    town.clerks.file(real()).await.unwrap();
    a_year(town).await;
    let writer = someone(town, Role::Officer).await;
    let authority = someone(town, Role::ReformAuthority).await;
    let offered = async |who: &Officer| -> Vec<i16> {
        let years = town.clerks.years_to_begin(who.clone()).await.unwrap();
        years.into_iter().map(Year::number).collect()
    };
    assert_eq!(offered(&writer).await, [2026, 2024]);
    let earlier = Year::new(2024).unwrap();
    town.clerks
        .begin_annual(writer.clone(), earlier)
        .await
        .unwrap();
    assert_eq!(offered(&writer).await, [2026]);
    assert!(offered(&authority).await.is_empty());
}

async fn what_goes_from_unit_to_unit_leaves_no_body(town: &Town) {
    town.clock.set(town::instant("2026-02-02T09:00:00Z"));
    founded(town, "lamps", OrganisationKind::Unit).await;
    let unit = town
        .officer("unit@sample.test", Role::Officer, "lamps")
        .await;
    let officer = town
        .officer("first@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let onward = |to: &str| StaffAct::Transfer {
        to: town::organisation_code(to),
        reason: "C’est à vous.".to_owned(),
    };
    // There and back within the commune, and out of it.
    let first = town.clerks.file(real()).await.unwrap().reference;
    act(town, &officer, &first, onward("lamps")).await;
    act(town, &unit, &first, onward(town::TIZNIT)).await;
    act(town, &officer, &first, onward("lamps")).await;
    let second = town.clerks.file(real()).await.unwrap().reference;
    act(town, &officer, &second, onward("onee")).await;
    a_year(town).await;

    let writer = someone(town, Role::Officer).await;
    let id = begun(town, &writer).await;
    let page = town.clerks.annual(writer, id).await.unwrap();
    let told = page.figures.unwrap().told().year;
    assert_eq!(told.total(Count::Received), Some(9));
    assert_eq!(told.total(Count::HandedOn), Some(1), "to another body");
    assert_eq!(told.total(Count::HandedIn), Some(0));
    let received: i64 = told.months.iter().filter_map(|month| month.received).sum();
    assert_eq!(received, 9, "each once");
}

async fn what_was_published_is_paged_by_its_key(town: &Town) {
    a_year(town).await;
    let government = someone(town, Role::HeadOfGovernment).await;
    let authority = someone(town, Role::ReformAuthority).await;
    let clerks = &town.clerks;
    for (place, body) in [town::TIZNIT, "onee", "cnss"].into_iter().enumerate() {
        let email = format!("head-{place}@sample.test");
        let head = town.officer(&email, Role::AdministrationHead, body).await;
        let id = sent(town, &head, &head).await;
        does(town, &government, id, AnnualAct::Forward)
            .await
            .unwrap();
        does(town, &authority, id, AnnualAct::Accept).await.unwrap();
        let at = version(town, &authority, id).await;
        clerks
            .publish_annual(authority.clone(), id, at, documents("shown"), "")
            .await
            .unwrap();
    }
    let mut after: Option<(Kind, OrganisationCode)> = None;
    let mut read = Vec::new();
    loop {
        let page = clerks.published_annuals(year(), after.clone(), 2).await;
        let (shown, has_more) = page.unwrap();
        assert!(shown.len() <= 2);
        after = shown
            .last()
            .map(|last| (last.kind, last.organisation.clone()));
        read.extend(shown.into_iter().map(|one| one.organisation.to_string()));
        if !has_more {
            break;
        }
    }
    assert_eq!(read, ["cnss", town::TIZNIT, "onee"]);
}
