//! How far the feasts of the pack reach, and by what a clock that is behind is known.

use chikaya_domain::clock::HolidayKind;
use chikaya_testkit::{Engine, Town, town};
use jiff::civil::date;

crate::in_both_towns! {
    the_newest_event_tells_whether_the_clock_is_behind => super::the_newest_event_tells_whether_the_clock_is_behind;
}

async fn the_newest_event_tells_whether_the_clock_is_behind(town: &Town) {
    assert_eq!(town.clerks.newest_event_at().await.unwrap(), None);
    town.clerks.file(town::filing()).await.unwrap();
    let first = town.clerks.now();
    town.clock.advance_days(1);
    town.clerks.file(town::filing()).await.unwrap();
    while town.clerks.place_events().await.unwrap().placed > 0 {}
    let newest = town.clerks.newest_event_at().await.unwrap().unwrap();
    assert!(newest > first);
    assert_eq!(newest, town.clerks.now());
}

#[test]
fn feasts_and_ramadans_of_the_pack_reach_ten_years_ahead_and_are_marked_as_estimates() {
    let town = Town::on(Engine::Sqlite);
    let country = town.clerks.country();
    let until = country.calendar.movable_until().unwrap();
    assert!(until >= date(2036, 12, 31), "{until}");
    for (day, holiday) in country.calendar.holidays() {
        // What was kept is known; what is to come is not, before the moon is seen.
        let is_to_come = day > date(2026, 12, 31);
        if is_to_come && holiday.kind == HolidayKind::Religious {
            assert!(holiday.is_estimated, "{day}");
        }
    }
    // Every Ramadan ends on the eve of a feast of its end.
    for (day, holiday) in country.calendar.holidays() {
        if holiday.names.en.as_deref() == Some("Eid al-Fitr") {
            let eve = day.yesterday().unwrap();
            let is_second = country.calendar.holiday(eve).is_some_and(|before| {
                before
                    .names
                    .en
                    .as_deref()
                    .is_some_and(|name| name.contains("Eid al-Fitr"))
            });
            assert!(is_second || country.calendar.is_ramadan(eve), "{day}");
            assert!(!country.calendar.is_ramadan(day), "{day}");
        }
    }
}
