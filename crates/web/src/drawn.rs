//! Pages as they were drawn: what an edition of the statistics tells never changes, so a page of it is drawn once and kept
//! packed.

use std::sync::{Arc, Weak};

use axum::{http::HeaderMap, response::Response};
use chikaya_domain::Language;
use chikaya_service::Country;
use quick_cache::{Weighter, sync::Cache};

use crate::encoding::{Packed, pack_once};

/// Bytes of packed pages kept at most.
const BYTES: u64 = 16 * 1024 * 1024;

/// Pages that are expected, for the first size of the tables.
const PAGES: usize = 1_000;

/// What a page is made of, but for the lists of the country.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    /// The language.
    pub(crate) language: Language,
    /// The path below it, and the question.
    pub(crate) address: String,
    /// The edition that it tells.
    pub(crate) edition: i64,
    /// Whether there is no newer one.
    pub(crate) is_newest: bool,
    /// As of which event the random sample is told; 0 where it is not.
    pub(crate) sampled: i64,
    /// Whether the reader saves data.
    pub(crate) saves_data: bool,
}

/// A page that was drawn with the lists of a country.
#[derive(Clone)]
struct Sheet {
    country: Weak<Country>,
    page: Packed,
}

#[derive(Clone)]
struct Weight;

impl Weighter<Key, Sheet> for Weight {
    fn weight(&self, key: &Key, sheet: &Sheet) -> u64 {
        u64::try_from(key.address.len() + sheet.page.len()).unwrap_or(u64::MAX)
    }
}

/// The pages.
#[derive(Clone)]
pub(crate) struct Drawn(Arc<Cache<Key, Sheet, Weight>>);

impl Default for Drawn {
    fn default() -> Self {
        Self(Arc::new(Cache::with_weighter(PAGES, BYTES, Weight)))
    }
}

impl Drawn {
    /// The answer with a page that was kept; none where it was not drawn, or with other lists: somebody changed a name.
    pub(crate) fn find(
        &self,
        country: &Arc<Country>,
        key: &Key,
        headers: &HeaderMap,
    ) -> Option<Response> {
        let sheet = self.0.get(key)?;
        let is_same = Weak::ptr_eq(&sheet.country, &Arc::downgrade(country));
        is_same.then(|| sheet.page.answer(headers)).flatten()
    }

    /// Keeps a page that was drawn with these lists, if there is memory to pack it.
    pub(crate) fn keep(&self, country: &Arc<Country>, key: Key, html: &str) {
        if let Some(page) = pack_once(html.as_bytes()) {
            let country = Arc::downgrade(country);
            self.0.insert(key, Sheet { country, page });
        }
    }
}
