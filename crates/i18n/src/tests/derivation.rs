//! Due dates explained, for the calendars that people meet.

use chikaya_domain::clock::{DayOff, DayUnit, Derivation, DueDate, Holiday, HolidayKind};
use chikaya_domain::{Language, Names};
use jiff::civil::{Date, date};

use crate::{Start, Voice, plain};

fn holiday(ar: &str, fr: &str, is_estimated: bool) -> Holiday {
    let names = Names {
        ar: ar.to_owned(),
        fr: fr.to_owned(),
        zgh: None,
        en: None,
    };
    let kind = if is_estimated {
        HolidayKind::Religious
    } else {
        HolidayKind::National
    };
    Holiday {
        names,
        kind,
        is_estimated,
    }
}

fn sixty_days(start: Date, last: Date, due: Date, moved_over: Vec<(Date, DayOff)>) -> DueDate {
    DueDate {
        date: due,
        derivation: Derivation {
            start,
            days: 60,
            unit: DayUnit::Calendar,
            extension_days: 0,
            paused_days: 0,
            last_counted_day: last,
            moved_over,
            holidays_counted: Vec::new(),
        },
    }
}

fn told(language: Language, due: &DueDate, start: Start) -> String {
    plain(&Voice::of(language).derivation(due, start).join(" ")).into_owned()
}

#[test]
fn a_date_that_stays() {
    let mut due = sixty_days(
        date(2026, 3, 12),
        date(2026, 5, 11),
        date(2026, 5, 11),
        Vec::new(),
    );
    due.derivation.holidays_counted = vec![
        (date(2026, 3, 20), holiday("عيد الفطر", "Aïd al-Fitr", true)),
        (date(2026, 3, 21), holiday("عيد الفطر", "Aïd al-Fitr", true)),
    ];
    assert_eq!(
        told(Language::French, &due, Start::Deposit),
        "60 jours à compter du 12 mars 2026, jour du dépôt non compté. Les jours fériés compris dans ce délai \
         comptent\u{a0}: 20 mars (Aïd al-Fitr), 21 mars (Aïd al-Fitr). Le dernier jour est le lundi 11 mai 2026\u{a0}; \
         l’échéance n’est pas reportée."
    );
    assert_eq!(
        told(Language::Arabic, &due, Start::Deposit),
        "60 يوما ابتداء من 12 مارس 2026، ولا يُحسب يوم الإيداع. أيام العطل داخل الأجل تُحسب: 20 مارس (عيد الفطر)، \
         21 مارس (عيد الفطر). آخر يوم هو الاثنين 11 ماي 2026، ولا ينتقل الأجل إلى يوم آخر."
    );
}

#[test]
fn a_sunday_moves_it() {
    let sunday = date(2026, 5, 31);
    let due = sixty_days(
        date(2026, 4, 1),
        sunday,
        date(2026, 6, 1),
        vec![(sunday, DayOff::Weekend(7))],
    );
    let french = told(Language::French, &due, Start::Deposit);
    assert!(
        french.ends_with(
            "Le dernier jour est le dimanche 31 mai 2026, jour de repos\u{a0}: l’échéance passe au lundi 1er juin 2026."
        ),
        "{french}"
    );
}

#[test]
fn an_estimated_holiday_is_called_one() {
    let adha = date(2026, 5, 27);
    let off = DayOff::Holiday(holiday("عيد الأضحى", "Aïd al-Adha", true));
    let due = sixty_days(
        date(2026, 3, 28),
        adha,
        date(2026, 5, 29),
        vec![(adha, off)],
    );
    let french = told(Language::French, &due, Start::Deposit);
    assert!(
        french.contains("jour férié (Aïd al-Adha)") && french.contains("estimation"),
        "{french}"
    );
}

#[test]
fn several_days_off_are_listed() {
    let (friday, saturday, sunday) = (date(2026, 5, 1), date(2026, 5, 2), date(2026, 5, 3));
    let moved_over = vec![
        (
            friday,
            DayOff::Holiday(holiday("عيد الشغل", "Fête du Travail", false)),
        ),
        (saturday, DayOff::Weekend(6)),
        (sunday, DayOff::Weekend(7)),
    ];
    let due = sixty_days(date(2026, 3, 2), friday, date(2026, 5, 4), moved_over);
    let english = told(Language::English, &due, Start::Deposit);
    assert!(
        english.ends_with(
            "Days off in a row: 1 May (Fête du Travail), Saturday 2 May, Sunday 3 May. The due date moves to the next \
             working day, Monday 4 May 2026."
        ),
        "{english}"
    );
}

#[test]
fn extension_pause_and_reopening_are_told() {
    let mut due = sixty_days(
        date(2026, 3, 2),
        date(2026, 6, 4),
        date(2026, 6, 4),
        Vec::new(),
    );
    due.derivation.extension_days = 30;
    due.derivation.paused_days = 4;
    for language in Language::ALL {
        let told = told(language, &due, Start::Reopening);
        assert!(
            told.contains("60") && told.contains("30") && told.contains('4'),
            "{told}"
        );
    }
    assert!(
        told(Language::French, &due, Start::Reopening)
            .starts_with("60 jours à compter de la réouverture du 2 mars")
    );
}
