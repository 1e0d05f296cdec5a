//! Why a time limit ends on its day, told in sentences from what the legal clock computed.

use chikaya_domain::clock::{DayOff, DayUnit, DueDate, Holiday};
use jiff::civil::Date;

use crate::voice::{Argument, Voice};

/// What a time limit counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// The day of deposit.
    Deposit,
    /// The day on which the filer had the case reopened.
    Reopening,
}

impl Voice {
    /// Why `due` falls on its day: one sentence for each thing that shaped it, in the order of the counting.
    pub fn derivation(self, due: &DueDate, start: Start) -> Vec<String> {
        let why = &due.derivation;
        let mut sentences = vec![self.counting(due, start)];
        if why.extension_days > 0 {
            let days = Argument::Number(i64::from(why.extension_days));
            sentences.push(self.say_with("derivation-extended", &[("days", days)]));
        }
        if why.paused_days > 0 {
            let days = Argument::Number(i64::from(why.paused_days));
            sentences.push(self.say_with("derivation-paused", &[("days", days)]));
        }
        if !why.holidays_counted.is_empty() {
            let days = why
                .holidays_counted
                .iter()
                .map(|(day, holiday)| self.holiday(*day, holiday));
            let list = self.list(days);
            sentences.push(self.say_with(
                "derivation-holidays-counted",
                &[("list", Argument::Text(&list))],
            ));
        }
        sentences.push(self.landing(due));
        let estimated = |(_, off): &(Date, DayOff)| matches!(off, DayOff::Holiday(holiday) if holiday.is_estimated);
        if why.moved_over.iter().any(estimated) {
            sentences.push(self.say("derivation-estimated-holiday").into_owned());
        }
        sentences
    }

    /// How many days, counted how, from when.
    fn counting(self, due: &DueDate, start: Start) -> String {
        let key = match (start, due.derivation.unit) {
            (Start::Deposit, DayUnit::Calendar) => "derivation-calendar",
            (Start::Deposit, DayUnit::Working) => "derivation-working",
            (Start::Reopening, DayUnit::Calendar) => "derivation-reopening-calendar",
            (Start::Reopening, DayUnit::Working) => "derivation-reopening-working",
        };
        let days = Argument::Number(i64::from(due.derivation.days));
        let from = self.day_month_year(due.derivation.start);
        self.say_with(key, &[("days", days), ("from", Argument::Text(&from))])
    }

    /// On which day the counting ended, and over what the limit moved from there.
    fn landing(self, due: &DueDate) -> String {
        let counted = ("date", Argument::Date(due.derivation.last_counted_day));
        let moved = ("due", Argument::Date(due.date));
        match due.derivation.moved_over.as_slice() {
            [] => self.say_with("derivation-not-moved", &[counted]),
            [(_, DayOff::Weekend(_))] => {
                self.say_with("derivation-rolled-weekend", &[counted, moved])
            }
            [(_, DayOff::Holiday(holiday))] => {
                let name = holiday.names.in_language(self.language());
                self.say_with(
                    "derivation-rolled-holiday",
                    &[counted, moved, ("holiday", Argument::Text(name))],
                )
            }
            days => {
                let list = self.list(days.iter().map(|(day, off)| match off {
                    DayOff::Weekend(_) => self.weekday_day_month(*day),
                    DayOff::Holiday(holiday) => self.holiday(*day, holiday),
                }));
                self.say_with(
                    "derivation-rolled-run",
                    &[counted, moved, ("list", Argument::Text(&list))],
                )
            }
        }
    }

    /// `20 mars (Aïd al-Fitr)`.
    fn holiday(self, day: Date, holiday: &Holiday) -> String {
        format!(
            "{} ({})",
            self.day_month(day),
            holiday.names.in_language(self.language())
        )
    }
}
