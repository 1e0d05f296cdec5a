//! Instants as a register writes them: in one form or several, with figures as spreadsheets here write them.

use chikaya_domain::text::{FIRST_YEAR, LAST_YEAR, plain};
use jiff::{Timestamp, fmt::strtime::BrokenDownTime, tz::TimeZone};

/// Seconds since 1970, in the words of `strftime`.
const EPOCH: &str = "%s";

/// From here on a number of seconds would be after the year 5000: it counts milliseconds.
const MILLISECONDS: i64 = 100_000_000_000;

/// How a register writes instants.
#[derive(Clone, Debug)]
pub(super) struct Times {
    formats: Vec<String>,
    zone: TimeZone,
}

impl Times {
    /// Forms, as `strftime` has them, and the zone of the register's clock.
    pub(super) const fn new(formats: Vec<String>, zone: TimeZone) -> Self {
        Self { formats, zone }
    }

    /// The instant that a cell holds, or why it holds none. What two forms read differently could be either day.
    pub(super) fn read(&self, value: &str) -> Result<Timestamp, String> {
        let plain = plain(value);
        let mut found: Option<(Timestamp, &str)> = None;
        let mut why = None;
        for format in &self.formats {
            let Some(parsed) = self.of(format, value).or_else(|| self.of(format, &plain)) else {
                continue;
            };
            match (parsed, found) {
                (Ok(instant), Some((other, first))) if instant != other => {
                    return Err(format!(
                        "it is one instant by the form {first:?} and another by {format:?}: leave one of them out"
                    ));
                }
                (Ok(instant), _) => found = found.or(Some((instant, format))),
                (Err(misread), _) => why = why.or(Some(misread)),
            }
        }
        if let Some((instant, _)) = found {
            return Ok(instant);
        }
        Err(why.unwrap_or_else(|| {
            let forms: Vec<String> = self.formats.iter().map(|format| format!("{format:?}")).collect();
            let hint = if is_day_of_a_spreadsheet(&plain) {
                "; a spreadsheet may have written its own number of the day: export the register anew, with this column as text"
            } else {
                ""
            };
            format!("it is no time of the form {}{hint}", forms.join(" or "))
        }))
    }

    /// What a cell is by one form: nothing, an instant, or a time that cannot be meant.
    fn of(&self, format: &str, value: &str) -> Option<Result<Timestamp, String>> {
        if format == EPOCH {
            let seconds: i64 = value.parse().ok()?;
            let instant = if seconds.abs() >= MILLISECONDS {
                Timestamp::from_millisecond(seconds)
            } else {
                Timestamp::from_second(seconds)
            };
            let instant = instant.ok()?;
            let year = TimeZone::UTC.to_datetime(instant).year();
            return Some(misread(year).map_or(Ok(instant), Err));
        }
        let parts = BrokenDownTime::parse(format, value).ok()?;
        if let Some(why) = parts.year().and_then(misread) {
            return Some(Err(why));
        }
        let read = || -> Result<Timestamp, jiff::Error> {
            let instant = if parts.offset().is_some() {
                parts.to_timestamp()?
            } else {
                parts
                    .to_datetime()
                    // A form without an hour is the beginning of the day.
                    .or_else(|_| Ok::<_, jiff::Error>(parts.to_date()?.at(0, 0, 0, 0)))?
                    .to_zoned_datetime(self.zone.clone())?
                    .timestamp()
            };
            // The archive keeps microseconds.
            Timestamp::from_microsecond(instant.as_microsecond())
        };
        read().ok().map(Ok)
    }
}

/// Whether a form says by itself which instant it means.
pub(super) fn has_offset(format: &str) -> bool {
    format == EPOCH
        || ["%z", "%:z", "%::z", "%:::z"]
            .iter()
            .any(|sign| format.contains(sign))
}

/// A day of these years as a spreadsheet counts it, from 1900: 36526 is 1 January 2000.
fn is_day_of_a_spreadsheet(value: &str) -> bool {
    value
        .parse::<f64>()
        .is_ok_and(|days| (20_000.0..80_000.0).contains(&days))
}

/// Why a year cannot be that of a case, if it cannot.
fn misread(year: i16) -> Option<String> {
    if (FIRST_YEAR..=LAST_YEAR).contains(&year) {
        return None;
    }
    Some(match year {
        // A year of two figures is read as one of the first century.
        0..=99 => {
            format!("its year is {year}: years of two figures are written %y in the format, not %Y")
        }
        // From 1882 to 2174, in the years of the Hijra.
        1300..=1600 => {
            "its year is one of the Hijri calendar: turn such years into Gregorian ones first"
                .to_owned()
        }
        _ => format!("its year is not between {FIRST_YEAR} and {LAST_YEAR}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(formats: &[&str]) -> Times {
        let zone = TimeZone::get("Africa/Casablanca").unwrap();
        Times::new(
            formats.iter().map(|format| (*format).to_owned()).collect(),
            zone,
        )
    }

    fn read(formats: &[&str], value: &str) -> Result<String, String> {
        times(formats)
            .read(value)
            .map(|instant| instant.to_string())
    }

    #[test]
    fn seconds_and_milliseconds_since_1970_are_instants() {
        for value in ["1772359200", "1772359200000", "١٧٧٢٣٥٩٢٠٠"] {
            assert_eq!(
                read(&["%s"], value).unwrap(),
                "2026-03-01T10:00:00Z",
                "{value}"
            );
        }
        assert!(read(&["%s"], "yesterday").is_err());
    }

    #[test]
    fn one_file_may_have_several_forms_but_no_value_two_meanings() {
        let forms = ["%Y-%m-%d %H:%M", "%d/%m/%Y", "%Y-%m-%dT%H:%M:%S%z"];
        for (value, instant) in [
            ("2020-02-03 10:00", "2020-02-03T09:00:00Z"),
            ("03/02/2020", "2020-02-02T23:00:00Z"),
            ("2020-02-03T10:00:00+0000", "2020-02-03T10:00:00Z"),
        ] {
            assert_eq!(read(&forms, value).unwrap(), instant, "{value}");
        }
        let both = ["%d/%m/%Y", "%m/%d/%Y"];
        assert!(
            read(&both, "03/02/2020")
                .unwrap_err()
                .contains("another by")
        );
        assert_eq!(read(&both, "23/02/2020").unwrap(), "2020-02-22T23:00:00Z");
        assert_eq!(read(&both, "02/02/2020").unwrap(), "2020-02-01T23:00:00Z");
    }

    #[test]
    fn offsets_are_read_in_each_form_of_databases() {
        for (format, value) in [
            ("%Y-%m-%d %H:%M:%S%z", "2020-02-03 11:00:00+0100"),
            ("%Y-%m-%d %H:%M:%S%:z", "2020-02-03 11:00:00+01:00"),
            ("%Y-%m-%d %H:%M:%S%:::z", "2020-02-03 11:00:00+01"),
            ("%Y-%m-%d %H:%M:%S%.f%:::z", "2020-02-03 15:30:00.0+05:30"),
        ] {
            assert!(has_offset(format), "{format}");
            assert_eq!(read(&[format], value).unwrap(), "2020-02-03T10:00:00Z");
        }
    }

    #[test]
    fn the_number_of_a_day_is_told_apart() {
        let said = read(&["%d/%m/%Y"], "43864.45").unwrap_err();
        assert!(said.contains("spreadsheet"), "{said}");
    }
}
