//! From figures to what may be told of them: of one that stands alone, and of several that are parts of one.

use std::collections::BTreeMap;

use chikaya_domain::statistics::{
    Axis, Count, Figures, Flow, Measure, Shown, Split, Whole, family, publish,
};

use super::{
    matter::{ALONE, Matter, TOLD, told_words},
    told::Published,
};

/// Whether a count is told along an axis.
fn is_along(count: Count, axis: Axis) -> bool {
    Measure::from_word(count.as_str()).is_some_and(|measure| measure.is_along(axis))
}

/// Everything that is told along an axis; what others depend on comes first.
fn matters(axis: Axis) -> Vec<(Matter, Whole)> {
    let words = TOLD.into_iter().filter(|count| is_along(*count, axis));
    let alone = ALONE.into_iter().filter(|count| is_along(*count, axis));
    words
        .map(|count| (Matter::Words(count), Whole::Told))
        .chain(alone.map(|count| (Matter::Alone(count), Whole::Told)))
        .chain([
            (Matter::InTime, Whole::Told),
            (Matter::Resolved, Whole::Told),
            (Matter::Treated, Whole::Told),
            (Matter::Cases, Whole::Told),
            (Matter::Waiting, Whole::Told),
            (Matter::Overdue, Whole::Told),
            (Matter::Received, Whole::Known),
            (Matter::Answered, Whole::Known),
            (Matter::Open, Whole::Apart),
        ])
        .collect()
}

fn alone(whole: i64) -> Split {
    Split {
        whole,
        ..Split::default()
    }
}

fn halves(part: i64, of: i64) -> Split {
    Split {
        whole: of,
        parts: vec![part, of - part],
        without: None,
    }
}

fn months(figures: &Figures, value: fn(&Flow) -> i64) -> Split {
    let parts: Vec<i64> = figures.flows.iter().map(value).collect();
    Split {
        whole: parts.iter().sum(),
        parts,
        without: None,
    }
}

fn cases(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn split(matter: Matter, figures: &Figures) -> Split {
    let judged = |count, word| {
        let of = figures.judged(count, word);
        halves(of.part, of.of)
    };
    match matter {
        Matter::Words(count) => {
            let counted = figures.by_word(count);
            let parts = told_words(count)
                .into_iter()
                .map(|word| counted.get(word).copied().unwrap_or(0));
            Split {
                whole: figures.total(count),
                parts: parts.collect(),
                without: None,
            }
        }
        Matter::Alone(count) => alone(figures.total(count)),
        Matter::InTime => halves(figures.in_time.part, figures.in_time.of),
        Matter::Resolved => judged(Count::Resolved, "yes"),
        Matter::Treated => judged(Count::Treatment, "fair"),
        Matter::Cases => alone(cases(figures.waits.cases())),
        Matter::Waiting => alone(cases(figures.waits.cases() - figures.waits.answers())),
        Matter::Overdue => alone(figures.overdue),
        Matter::Received => {
            let mut split = months(figures, |flow| flow.received);
            // The months hold what others sent too: all of them, without what was filed, would tell how much that is.
            if publish::is_small(figures.total(Count::HandedIn)) {
                let parts = split.parts.iter().enumerate();
                split.without = parts
                    .filter(|(_, part)| **part > 0)
                    .min_by_key(|(_, part)| **part)
                    .map(|(place, _)| place);
            }
            split
        }
        Matter::Answered => months(figures, |flow| flow.answered),
        Matter::Open => Split {
            whole: 0,
            ..months(figures, |flow| flow.open)
        },
    }
}

/// What may be told of one that is no part of another.
pub(super) fn published(figures: &Figures, axis: Axis) -> Published {
    let shown = matters(axis)
        .into_iter()
        .map(|(matter, whole)| (matter, Shown::alone(&split(matter, figures), whole)))
        .collect();
    Published::of(figures, shown)
}

/// What may be told of the parts of one, of each or nothing at all; `parent` is none where nothing is told of it, or where it
/// is too small.
pub(super) fn published_beside(
    parent: (&Figures, Option<&Published>),
    children: &[Figures],
    axis: Axis,
) -> Vec<Option<Published>> {
    let (around, Some(told)) = parent else {
        return children.iter().map(|_| None).collect();
    };
    let mut all: Vec<BTreeMap<Matter, Shown>> = children.iter().map(|_| BTreeMap::new()).collect();
    let mut is_out = vec![false; children.len()];
    for (matter, whole) in matters(axis) {
        let splits: Vec<Split> = children.iter().map(|child| split(matter, child)).collect();
        let of = split(matter, around);
        // What the parent is not told of is not told of its parts only where it is counted along both.
        let shown = told
            .shown(matter)
            .unwrap_or_else(|| Shown::alone(&of, whole));
        let answered = |shown: &BTreeMap<Matter, Shown>| {
            let words = shown.get(&Matter::Words(Count::Answered));
            words.is_none_or(|words| words.whole.is_some())
        };
        let without: Vec<bool> = is_out
            .iter()
            .zip(&all)
            .map(|(out, shown)| *out || (matter == Matter::Answered && !answered(shown)))
            .collect();
        let shown = family(&of, &shown, &splits, &without, whole);
        if matter == Matter::Words(Count::Received) {
            // Of whoever few cases came to, or might be known to have come to, nothing is told.
            is_out = shown.iter().map(|shown| shown.whole.is_none()).collect();
        }
        for (own, shown) in all.iter_mut().zip(shown) {
            own.insert(matter, shown);
        }
    }
    children
        .iter()
        .zip(all)
        .zip(is_out)
        .map(|((figures, shown), out)| (!out).then(|| Published::of(figures, shown)))
        .collect()
}
