//! What each event changes of the counts.

use jiff::civil::date;

use super::count::*;
use crate::{
    Language,
    answer::Outcome,
    case::{Channel, Kind},
    id::{OrganisationCode, SubjectCode},
    person::Category,
};

fn standing() -> Standing {
    Standing {
        organisation: OrganisationCode::parse("onee").unwrap(),
        subjects: SubjectCode::parse("water-cut").into_iter().collect(),
        territories: Vec::new(),
        is_open: true,
        was_answered: false,
        answer_due: date(2026, 3, 2),
    }
}

fn filed() -> Happened {
    Happened {
        what: Happening::Filed,
        on: date(2026, 1, 31),
        filed_on: date(2026, 1, 31),
        kind: Kind::Complaint,
        channel: Channel::Web,
        language: Language::French,
        category: Category::Person,
        is_sample: false,
        is_confidential: false,
        before: None,
        after: standing(),
    }
}

/// What changes along an axis: key, month, count, value, by how many.
fn along(event: &Happened, axis: Axis) -> Vec<String> {
    event
        .changes()
        .into_iter()
        .filter(|(counted, _)| counted.cell.axis == axis)
        .map(|(counted, by)| {
            let Counted {
                cell,
                month,
                count,
                value,
            } = counted;
            format!("{}|{month}|{count}|{value}|{by:+}", cell.key)
        })
        .collect()
}

#[test]
fn a_filing_is_received_and_owed_an_answer() {
    assert_eq!(
        along(&filed(), Axis::Subject),
        [
            "water-cut|2026-01|received|complaint|+1",
            "water-cut|2026-01|open-since|2026-01-31|+1",
            "water-cut|2026-01|stock||+1",
            "water-cut|2026-03|due|2026-03-02|+1",
        ]
    );
    assert_eq!(
        along(&filed(), Axis::BodyTerritory),
        ["onee |2026-01|received|complaint|+1"]
    );
    assert_eq!(along(&filed(), Axis::Country).len(), 7);
}

#[test]
fn an_answer_ends_what_was_owed() {
    let mut event = filed();
    event.what = Happening::Answered(Outcome::Granted);
    event.on = date(2026, 3, 3);
    event.before = Some(standing());
    event.after.is_open = false;
    event.after.was_answered = true;
    assert_eq!(
        along(&event, Axis::Body),
        [
            "onee|2026-01|open-since|2026-01-31|-1",
            "onee|2026-01|answered-after|31|+1",
            "onee|2026-03|answered|granted|+1",
            "onee|2026-03|due|2026-03-02|-1",
            "onee|2026-03|late||+1",
            "onee|2026-03|stock||-1",
        ]
    );
    // Answered again after a reopening: in time or late once more, and no first answer.
    event.before = Some(Standing {
        was_answered: true,
        answer_due: date(2026, 4, 1),
        ..standing()
    });
    assert_eq!(
        along(&event, Axis::Body),
        [
            "onee|2026-03|answered|granted|+1",
            "onee|2026-03|stock||-1",
            "onee|2026-04|due|2026-04-01|-1",
            "onee|2026-04|in-time||+1",
        ]
    );
}

#[test]
fn what_goes_to_another_body_is_owed_by_that_body() {
    let mut event = filed();
    event.what = Happening::Other;
    event.on = date(2026, 2, 3);
    event.before = Some(standing());
    event.after.organisation = OrganisationCode::parse("srm-01").unwrap();
    assert_eq!(
        along(&event, Axis::Body),
        [
            "onee|2026-01|open-since|2026-01-31|-1",
            "onee|2026-02|handed-on||+1",
            "onee|2026-02|stock||-1",
            "onee|2026-03|due|2026-03-02|-1",
            "srm-01|2026-01|open-since|2026-01-31|+1",
            "srm-01|2026-02|handed-in||+1",
            "srm-01|2026-02|stock||+1",
            "srm-01|2026-03|due|2026-03-02|+1",
        ]
    );
    assert!(along(&event, Axis::Country).is_empty());
    assert!(along(&event, Axis::Subject).is_empty());
}

#[test]
fn who_gave_no_name_is_counted_and_no_time_of_it() {
    let mut event = filed();
    event.category = Category::Anonymous;
    assert_eq!(
        along(&event, Axis::Subject),
        [
            "water-cut|2026-01|received|complaint|+1",
            "water-cut|2026-01|stock||+1",
        ]
    );
}

#[test]
fn a_sector_counts_what_its_subjects_count() {
    let mut event = filed();
    event
        .after
        .subjects
        .push(SubjectCode::parse("water").unwrap());
    let lines = along(&event, Axis::Subject);
    assert_eq!(lines.len(), 8);
    assert!(lines.contains(&"water|2026-01|received|complaint|+1".to_owned()));
    assert_eq!(along(&event, Axis::BodySubject).len(), 1);
}

#[test]
fn of_a_report_few_may_know_of_the_country_alone_has_a_count() {
    let mut event = filed();
    event.is_confidential = true;
    assert!(
        event
            .changes()
            .keys()
            .all(|counted| counted.cell.axis == Axis::Country)
    );
}

#[test]
fn months_follow_each_other() {
    let month = Month::parse("2026-12").unwrap();
    assert_eq!(month.next().to_string(), "2027-01");
    assert_eq!(month.first_day(), date(2026, 12, 1));
    assert_eq!(month.before(12).to_string(), "2025-12");
    assert_eq!(month.before(11).to_string(), "2026-01");
    for wrong in ["2026-13", "2026-1", "26-01", "2026", "2026-00"] {
        assert_eq!(Month::parse(wrong), None, "{wrong}");
    }
}
