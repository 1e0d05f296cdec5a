//! What a family tells of a year, as it is kept in an edition: compressed JSON, with what later editions must know of it.

use std::collections::BTreeMap;

use chikaya_domain::statistics::{Axis, Figures, Months, Shown, Waits};
use chikaya_store::{StoreError, edition::KeptFamily};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{
    family::{Earlier, ToldOf, published},
    matter::{Matter, ShownOf},
    told::{AsOf, Compared, Published, Row, Table, of_year, rows_in_order},
};
use crate::Trouble;

/// How hard it is compressed: the default of zstd.
const LEVEL: i32 = 3;

/// What is kept of a family.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Content {
    /// Whether anything is told of what is around it, so that of whom nothing is counted there are noughts.
    is_told: bool,
    /// What is known of what is around it: what may be told in later editions depends on it, and it is never shown.
    around: KeptShown,
    rows: Vec<KeptRow>,
}

#[derive(Serialize, Deserialize)]
struct KeptRow {
    code: String,
    /// What is shown; none where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    shown: Option<KeptShown>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    waits: Option<Waits>,
    /// What was shown when it was told last, of what is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    last: Option<KeptShown>,
}

/// What is shown of each matter: the whole and the parts.
type KeptShown = BTreeMap<String, (Option<i64>, Vec<Option<i64>>)>;

fn kept(shown: &ShownOf) -> KeptShown {
    shown
        .iter()
        .map(|(matter, shown)| (matter.word(), (shown.whole, shown.parts.clone())))
        .collect()
}

/// What was shown of what this version knows.
fn shown(kept: &KeptShown) -> ShownOf {
    kept.iter()
        .filter_map(|(word, (whole, parts))| {
            let shown = Shown {
                whole: *whole,
                parts: parts.clone(),
            };
            Some((Matter::from_word(word)?, shown))
        })
        .collect()
}

/// One of several, before it is kept.
pub(super) struct NewRow<'a> {
    pub(super) code: &'a str,
    pub(super) told: Option<&'a Published>,
    pub(super) last: Option<&'a ShownOf>,
}

impl Content {
    pub(super) fn new(is_told: bool, around: &ShownOf, rows: &[NewRow<'_>]) -> Self {
        let rows = rows.iter().map(|row| KeptRow {
            code: row.code.to_owned(),
            shown: row.told.map(|told| kept(told.all_shown())),
            waits: row.told.and_then(Published::waits).cloned(),
            last: row.last.filter(|_| row.told.is_none()).map(kept),
        });
        Self {
            is_told,
            around: kept(around),
            rows: rows.collect(),
        }
    }

    /// As it is kept.
    pub(super) fn pack(&self, year: i16, family: &str) -> Result<KeptFamily, Trouble> {
        let unreadable = || StoreError::unreadable("edition_family.content", family);
        let json = serde_json::to_vec(self).map_err(|_| unreadable())?;
        let content = zstd::bulk::compress(&json, LEVEL).map_err(|_| unreadable())?;
        Ok(KeptFamily {
            year,
            family: family.to_owned(),
            is_told: self.rows.iter().any(|row| row.shown.is_some()),
            digest: Sha256::digest(&json).to_vec(),
            content,
        })
    }

    /// What was kept.
    pub(super) fn unpack(content: &[u8], family: &str) -> Result<Self, Trouble> {
        let unreadable = || StoreError::unreadable("edition_family.content", family);
        let json = zstd::stream::decode_all(content).map_err(|_| unreadable())?;
        Ok(serde_json::from_slice(&json).map_err(|_| unreadable())?)
    }

    /// What later states must know of it.
    pub(super) fn earlier(&self) -> Earlier {
        let rows = self.rows.iter().map(|row| {
            let told = match &row.shown {
                Some(told) => ToldOf::Shown(shown(told)),
                None => ToldOf::Out(row.last.as_ref().map(shown)),
            };
            (row.code.clone(), told)
        });
        Earlier {
            around: shown(&self.around),
            rows: rows.collect(),
        }
    }

    /// Its table, as everybody sees it.
    pub(super) fn table(&self, as_of: AsOf, compared: &Compared, year: i16) -> Table {
        let months = of_year(year, as_of.today);
        let rows = self.rows.iter().map(|row| {
            let told = row
                .shown
                .as_ref()
                .map(|told| Published::kept(months, shown(told), row.waits.clone()));
            Row::of(row.code.clone(), told)
        });
        Table {
            as_of,
            is_told: self.is_told,
            none: nought(months, as_of.today, compared),
            rows: rows_in_order(rows.collect()),
        }
    }

    /// The figures of one that stands alone.
    pub(super) fn alone(&self, months: Months) -> Option<Published> {
        let row = self.rows.first()?;
        let told = row.shown.as_ref()?;
        Some(Published::kept(months, shown(told), row.waits.clone()))
    }
}

/// What is told of a country of which nothing is counted.
pub(super) fn nought_of_country(months: Months, today: Date) -> Published {
    published(&Figures::new(months, today), Axis::Country, &[])
}

/// What is told of one of which nothing is counted.
pub(super) fn nought(months: Months, today: Date, compared: &Compared) -> Published {
    published(&Figures::new(months, today), compared.axis(), &[])
}
