//! The register in parts, where it is too long for a sheet, and what the trail says of pages and files; and whose names a unit
//! of the reform authority reads.

use chikaya_domain::{
    access::Role,
    case::{Kind, Track},
    organisation::OrganisationKind,
};
use chikaya_service::{
    Trouble,
    audit::TrailQuestion,
    case::file::Filing,
    register::{Exported, FileForm, RegisterPage, RegisterQuestion},
};
use chikaya_testkit::{Town, town};

use crate::register::{AUTHORITY, at_work, file_as, fold, of, read};

crate::in_both_towns! {
    what_is_too_long_for_a_sheet_leaves_in_parts_that_go_on => super::what_is_too_long_for_a_sheet_leaves_in_parts_that_go_on;
    a_unit_of_the_authority_reads_names_but_those_of_reports => super::a_unit_of_the_authority_reads_names_but_those_of_reports;
}

async fn what_is_too_long_for_a_sheet_leaves_in_parts_that_go_on(town: &Town) {
    for number in 0..7 {
        let kind = if number == 2 {
            Kind::Remark
        } else {
            Kind::Complaint
        };
        let filing = Filing {
            kind,
            ..town::filing()
        };
        file_as(town, filing).await;
    }
    fold(town).await;
    let head = at_work(town, Role::UnitHead, town::TIZNIT).await;
    let part = async |question: RegisterQuestion, number: usize| {
        town.clerks
            .export_register(head.clone(), question, FileForm::Pdf, 3, Some(number))
            .await
    };
    let mut numbers = Vec::new();
    for (number, first, count) in [(1, 1, 3), (2, 4, 3), (3, 7, 1)] {
        let exported = part(of(town::TIZNIT), number).await.unwrap();
        let Exported::Entries(entries, _, Some(told)) = exported else {
            panic!("part {number} was refused");
        };
        assert_eq!(entries.len(), count);
        assert_eq!((told.number, told.of), (number, 3));
        assert_eq!((told.first, told.all), (first, 7));
        numbers.extend(entries.iter().map(|entry| entry.number.number));
    }
    assert_eq!(numbers, (1..=7).collect::<Vec<_>>(), "each once, in order");
    for beyond in [0, 4] {
        let refused = part(of(town::TIZNIT), beyond).await;
        assert!(matches!(refused, Err(Trouble::NotFound)), "{beyond}");
    }
    // What is narrowed has parts of its own, and the trail says which entries were read.
    let question = RegisterQuestion {
        kind: Some(Kind::Complaint),
        ..of(town::TIZNIT)
    };
    let Exported::Entries(entries, ..) = part(question.clone(), 2).await.unwrap() else {
        panic!("it was refused");
    };
    let numbers: Vec<u32> = entries.iter().map(|entry| entry.number.number).collect();
    assert_eq!(numbers, [5, 6, 7]);
    read(town, &head, question).await;
    let auditor = at_work(town, Role::Auditor, AUTHORITY).await;
    let trail = async |action: &str| {
        let question = TrailQuestion {
            action: action.to_owned(),
            ..TrailQuestion::default()
        };
        let trail = town.clerks.trail(auditor.clone(), question).await.unwrap();
        let mut details = trail.lines.into_iter().filter_map(|line| line.detail);
        details.next().unwrap()
    };
    let opened = trail("register.open").await;
    assert!(
        opened.ends_with("rows=6 entries=2026/1-2,2026/4-7"),
        "{opened}"
    );
    let exported = trail("register.export").await;
    assert!(exported.ends_with("rows=3 part=2 position=7"), "{exported}");
}

/// Whoever works in a unit of the reform authority reads its register as one of its people, and no name of who reported
/// wrongdoing: reports are of the head's house alone.
async fn a_unit_of_the_authority_reads_names_but_those_of_reports(town: &Town) {
    let unit = "authority-front-desk";
    let administrator = at_work(town, Role::Administrator, AUTHORITY).await;
    let clerks = &town.clerks;
    let mut body = clerks
        .organisation(administrator.clone(), town::organisation_code(AUTHORITY))
        .await
        .unwrap();
    body.organisation.parent = Some(body.organisation.code.clone());
    body.organisation.code = town::organisation_code(unit);
    body.organisation.kind = OrganisationKind::Unit;
    body.organisation.acronym = None;
    clerks
        .create_organisation(administrator, body)
        .await
        .unwrap();
    let to = |organisation: &str| Filing {
        organisation: Some(town::organisation_code(organisation)),
        ..town::filing()
    };
    file_as(town, to(AUTHORITY)).await;
    file_as(
        town,
        Filing {
            track: Track::Wrongdoing,
            ..to(AUTHORITY)
        },
    )
    .await;
    fold(town).await;
    let name = Some("فاطمة مثال".to_owned());
    let names = |page: RegisterPage| -> Vec<(String, Option<String>)> {
        let entries = page.entries.into_iter();
        entries
            .map(|entry| (entry.number.to_string(), entry.filer))
            .collect()
    };
    let there = at_work(town, Role::Officer, unit).await;
    let page = read(town, &there, of(AUTHORITY)).await;
    assert_eq!(names(page), [("2026/1".to_owned(), name.clone())]);
    let head = at_work(town, Role::ReformAuthority, unit).await;
    let page = read(town, &head, of(AUTHORITY)).await;
    let reports: Vec<_> = names(page)
        .into_iter()
        .filter(|(number, _)| number.contains('W'))
        .collect();
    assert_eq!(reports, [("2026/W1".to_owned(), None)]);
    let own = at_work(town, Role::ReformAuthority, AUTHORITY).await;
    let page = read(town, &own, of(AUTHORITY)).await;
    assert!(names(page).contains(&("2026/W1".to_owned(), name)));
}
