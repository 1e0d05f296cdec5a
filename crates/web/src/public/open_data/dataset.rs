//! The sets of data, and the addresses of their files.

use std::fmt;

use chikaya_domain::statistics::Axis;
use chikaya_service::statistics::Compared;

use crate::download::CSV;

/// A set of data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dataset {
    /// The country, month by month.
    CountryMonths,
    /// The country, year by year.
    CountryYears,
    /// The random sample, year by year.
    Surveys,
    /// Every body, in a year.
    Bodies,
    /// Every sector and subject, in a year.
    Subjects,
    /// Every territory with all within it, in a year.
    Territories,
}

/// In which form a file is given out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// For spreadsheets.
    Csv,
    /// For programs.
    Json,
}

/// Which file is meant: `bodies-2026.csv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Address {
    pub(super) dataset: Dataset,
    /// The year, where the set has a file for each.
    pub(super) year: Option<i16>,
    pub(super) form: Form,
}

/// The first year that is asked for: before it there were no such registers.
const EARLIEST: i16 = 1990;

impl Dataset {
    /// All of them, the widest first.
    pub(super) const ALL: &'static [Self] = &[
        Self::CountryYears,
        Self::CountryMonths,
        Self::Surveys,
        Self::Bodies,
        Self::Subjects,
        Self::Territories,
    ];

    /// Its word in addresses.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::CountryMonths => "country-months",
            Self::CountryYears => "country-years",
            Self::Surveys => "surveys",
            Self::Bodies => "bodies",
            Self::Subjects => "subjects",
            Self::Territories => "territories",
        }
    }

    /// Whether it has a file for each year.
    pub(super) const fn is_of_a_year(self) -> bool {
        matches!(self, Self::Bodies | Self::Subjects | Self::Territories)
    }

    /// Whether an edition of the public statistics tells it. What the random sample says is read from the record as it is.
    pub(super) const fn is_of_an_edition(self) -> bool {
        !matches!(self, Self::Surveys)
    }

    /// The table it is made of; none of the country.
    pub(super) fn compared(self) -> Option<Compared> {
        match self {
            Self::CountryMonths | Self::CountryYears | Self::Surveys => None,
            Self::Bodies => Some(Compared::Bodies),
            Self::Subjects => Some(Compared::EverySubject),
            Self::Territories => Some(Compared::EveryTerritory),
        }
    }

    /// Along what it is counted.
    pub(super) const fn axis(self) -> Axis {
        match self {
            Self::CountryMonths | Self::CountryYears | Self::Surveys => Axis::Country,
            Self::Bodies => Axis::Body,
            Self::Subjects => Axis::Subject,
            Self::Territories => Axis::Territory,
        }
    }
}

impl fmt::Display for Dataset {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Form {
    /// All of them.
    pub(super) const ALL: [Self; 2] = [Self::Csv, Self::Json];

    /// What it is called.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Json => "JSON",
        }
    }

    pub(super) const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    pub(super) const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => CSV,
            Self::Json => "application/json",
        }
    }
}

impl Address {
    /// The file of a name; none where there is no such one, or none yet.
    pub(super) fn parse(name: &str, this_year: i16) -> Option<Self> {
        let (stem, ending) = name.rsplit_once('.')?;
        let form = Form::ALL.into_iter().find(|form| form.ending() == ending)?;
        let whole = Dataset::ALL.iter().find(|set| set.as_str() == stem);
        let (dataset, year) = if let Some(dataset) = whole {
            (*dataset, None)
        } else {
            let (word, year) = stem.rsplit_once('-')?;
            let dataset = Dataset::ALL.iter().find(|set| set.as_str() == word)?;
            let year = year.parse().ok().filter(|_| year.len() == 4)?;
            (*dataset, Some(year))
        };
        let is_there = year.is_none_or(|year: i16| (EARLIEST..=this_year).contains(&year));
        (is_there && dataset.is_of_a_year() == year.is_some()).then_some(Self {
            dataset,
            year,
            form,
        })
    }
}

impl fmt::Display for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "/open-data/{}", self.dataset)?;
        if let Some(year) = self.year {
            write!(formatter, "-{year}")?;
        }
        write!(formatter, ".{}", self.form.ending())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_lead_back_to_their_files() {
        for dataset in Dataset::ALL {
            for form in Form::ALL {
                let address = Address {
                    dataset: *dataset,
                    year: dataset.is_of_a_year().then_some(2025),
                    form,
                };
                let name = address.to_string();
                let name = name.strip_prefix("/open-data/").unwrap();
                assert_eq!(Address::parse(name, 2026), Some(address), "{name}");
            }
        }
    }

    #[test]
    fn what_is_no_file_has_no_address() {
        for name in [
            "bodies.csv",
            "bodies-2027.csv",
            "bodies-1.csv",
            "bodies-+202.csv",
            "country-months-2025.csv",
            "country-years.xml",
            "people-2025.csv",
            "",
        ] {
            assert_eq!(Address::parse(name, 2026), None, "{name}");
        }
    }
}
