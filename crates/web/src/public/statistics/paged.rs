//! Lists of more than a page: the country has 1,500 communes, and a page stays one that a telephone loads.

use chikaya_i18n::Argument;

use crate::visit::Visit;

/// Lines of a page: some 70 KB before they are compressed.
pub(super) const SHOWN: usize = 100;

/// The parameter that asks for a page.
const PAGE: &str = "page";

/// A page of a list.
pub(super) struct Turned {
    /// Lines before it.
    pub(super) skip: usize,
    /// Which lines it holds, and of how many; none where it holds all.
    pub(super) held: Option<String>,
    /// The address of the page before.
    pub(super) before: Option<String>,
    /// The address of the next one.
    pub(super) next: Option<String>,
}

impl Turned {
    /// The page that a visit asks for, of a list of so many lines; `address` is that of the first, to which a parameter can
    /// be added, and `id` where on the page the list stands.
    pub(super) fn of(visit: &Visit, all: usize, address: &str, id: &str) -> Self {
        let asked = visit.parameter(PAGE).and_then(|page| page.parse().ok());
        let last = all.div_ceil(SHOWN).max(1);
        let at = usize::clamp(asked.unwrap_or(1), 1, last);
        let skip = (at - 1) * SHOWN;
        let turned = |page: usize| match page {
            1 => format!("{address}#{id}"),
            page => format!("{address}&{PAGE}={page}#{id}"),
        };
        let number = |number: usize| {
            let number = i64::try_from(number).unwrap_or(i64::MAX);
            visit.voice.number(number)
        };
        Self {
            skip,
            held: (last > 1).then(|| {
                visit.voice.say_with(
                    "statistics-held",
                    &[
                        ("first", Argument::Text(&number(skip + 1))),
                        ("last", Argument::Text(&number((skip + SHOWN).min(all)))),
                        ("all", Argument::Text(&number(all))),
                    ],
                )
            }),
            before: (at > 1).then(|| turned(at - 1)),
            next: (at < last).then(|| turned(at + 1)),
        }
    }
}
