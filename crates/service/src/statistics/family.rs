//! From figures to what may be told of them: of one that stands alone, and of several that are parts of one, each beside
//! what was told in earlier states.

use std::collections::BTreeMap;

use chikaya_domain::{
    person::Category,
    statistics::{
        Axis, Count, Figures, Flow, Measure, Month, Shown, Split, Whole, family, publish,
        states::{self, State, Told},
    },
};

use super::{
    matter::{ALONE, MOVED, Matter, ShownOf, TOLD, told_words},
    told::Published,
};

/// What was told of one of several.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum ToldOf {
    /// This.
    Shown(ShownOf),
    /// Nothing; and what was shown when it was told last.
    Out(Option<ShownOf>),
}

/// What was told of several, by their codes, in an earlier state.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Earlier {
    /// What was told of what is around them.
    pub(super) around: ShownOf,
    /// Each of which something is counted.
    pub(super) rows: BTreeMap<String, ToldOf>,
}

/// Whether a count is told along an axis.
fn is_along(count: Count, axis: Axis) -> bool {
    Measure::from_word(count.as_str()).is_some_and(|measure| measure.is_along(axis))
}

/// Everything that is told along an axis; what others depend on comes first.
fn matters(axis: Axis) -> Vec<(Matter, Whole)> {
    let words = TOLD.into_iter().filter(|count| is_along(*count, axis));
    let alone = ALONE
        .into_iter()
        .filter(|count| is_along(*count, axis) && !MOVED.contains(count));
    let times = [
        (Matter::Cases, Whole::Known),
        (Matter::Waiting, Whole::Told),
    ];
    words
        .map(|count| (Matter::Words(count), Whole::Told))
        .chain(alone.map(|count| (Matter::Alone(count), Whole::Told)))
        .chain([
            (Matter::Moved, Whole::Tied),
            (Matter::InTime, Whole::Told),
            (Matter::Resolved, Whole::Told),
            (Matter::Treated, Whole::Told),
            (Matter::Overdue, Whole::Told),
            (Matter::Received, Whole::Known),
            (Matter::Answered, Whole::Known),
            (Matter::Open, Whole::Apart),
        ])
        .chain(times.into_iter().filter(|_| axis == Axis::Country))
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

fn split(matter: Matter, figures: &Figures, axis: Axis) -> Split {
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
        Matter::Moved => Split {
            whole: 0,
            parts: MOVED
                .into_iter()
                .filter(|count| is_along(*count, axis))
                .map(|count| figures.total(count))
                .collect(),
            without: None,
        },
        Matter::InTime => halves(figures.in_time.part, figures.in_time.of),
        Matter::Resolved => judged(Count::Resolved, "yes"),
        Matter::Treated => judged(Count::Treatment, "fair"),
        Matter::Cases => halves(cases(figures.waits.cases()), figures.total(Count::Received)),
        Matter::Waiting => halves(cases(figures.waits.answers()), cases(figures.waits.cases())),
        Matter::Overdue => alone(figures.overdue),
        // What others sent is no part of it: the months, without what was filed, would tell how much that is.
        Matter::Received => months(figures, |flow| flow.filed),
        Matter::Answered => months(figures, |flow| flow.answered),
        Matter::Open => Split {
            whole: 0,
            ..months(figures, |flow| flow.open)
        },
    }
}

/// Whether it is told of parts by whole months alone.
const fn is_by_month(matter: Matter) -> bool {
    matches!(matter, Matter::Received | Matter::Answered)
}

/// What is around several: what went from one to another is known of all together, for what left one came to another.
fn split_around(matter: Matter, around: &Figures, children: &[&Figures], axis: Axis) -> Split {
    let mut split = split(matter, around, axis);
    if matter == Matter::Moved {
        let counts = MOVED.into_iter().filter(|count| is_along(*count, axis));
        for (part, count) in split.parts.iter_mut().zip(counts) {
            if matches!(count, Count::HandedIn | Count::HandedOn) {
                *part = children.iter().map(|child| child.total(count)).sum();
            }
        }
    }
    split
}

/// What may be told of one that is no part of another, and of which this was told earlier.
pub(super) fn published(figures: &Figures, axis: Axis, earlier: &[Earlier]) -> Published {
    let mut all = ShownOf::new();
    for (matter, whole) in matters(axis) {
        let split = split(matter, figures, axis);
        let mut shown = Shown::alone(&split, whole);
        let is_known = |shown: &Shown| {
            let states: Vec<State<'_>> = earlier
                .iter()
                .filter_map(|earlier| told_of(earlier.rows.get(""), matter))
                .chain([Told::Shown(shown)])
                .map(|told| State {
                    around: None,
                    rows: vec![told],
                })
                .collect();
            let parts = split.parts.len();
            states::told(whole, matter.grows(), parts, &states).contains(&true)
        };
        // What is open is what came without what was answered.
        let answered = all.get(&Matter::Words(Count::Answered));
        if matter == Matter::Open && answered.is_some_and(|answered| answered.whole.is_none()) {
            shown.parts.fill(None);
        }
        // Its parts go first, and then the whole.
        if is_known(&shown) {
            shown.parts.fill(None);
        }
        if is_known(&shown) {
            shown.whole = None;
        }
        all.insert(matter, shown);
    }
    told_of_times(&mut all);
    Published::of(figures, all)
}

/// Of how many cases times are told is told where it does not tell how many gave no name.
fn told_of_times(all: &mut ShownOf) {
    let anonymous = Category::Anonymous.as_str();
    let place = told_words(Count::ReceivedOf)
        .iter()
        .position(|word| *word == anonymous);
    let is_told = place.is_some_and(|place| {
        let shown = all.get(&Matter::Words(Count::ReceivedOf));
        shown.is_some_and(|shown| shown.parts.get(place).is_some_and(Option::is_some))
    });
    let cases = all.get(&Matter::Cases).and_then(|shown| shown.parts[0]);
    if !is_told || cases.is_none() {
        for matter in [Matter::Cases, Matter::Waiting] {
            if let Some(shown) = all.get_mut(&matter) {
                shown.whole = None;
                shown.parts.fill(None);
            }
        }
    }
}

/// What was told of a matter; none where it was not told along that axis then.
fn told_of(told: Option<&ToldOf>, matter: Matter) -> Option<Told<'_>> {
    Some(match told {
        None => Told::Nothing,
        Some(ToldOf::Shown(shown)) => Told::Shown(shown.get(&matter)?),
        Some(ToldOf::Out(last)) => Told::Out(last.as_ref().and_then(|last| last.get(&matter))),
    })
}

/// Several that are parts of one.
pub(super) struct Beside<'a> {
    /// What is around them, and what is told of it.
    pub(super) around: &'a Figures,
    pub(super) told: &'a Published,
    /// Their codes and their figures, in the order of the codes.
    pub(super) codes: &'a [&'a str],
    pub(super) children: &'a [&'a Figures],
    pub(super) axis: Axis,
    /// What was told of them, the oldest first.
    pub(super) earlier: &'a [Earlier],
}

impl Beside<'_> {
    /// What may be told of each, or nothing at all.
    pub(super) fn published(&self) -> Vec<Option<Published>> {
        let mut is_out = vec![false; self.children.len()];
        loop {
            let (all, out) = self.of_this_state(&is_out);
            let known = self.known(&all, &out);
            let mut next = is_out.clone();
            for (row, known) in known.iter().enumerate() {
                if *known {
                    next[row] = true;
                }
            }
            let is_new = |row: usize| known[row] && !out[row];
            if (0..known.len()).any(is_new) || !known.contains(&true) {
                // Whatever is known of those that are out already may end with the others.
            } else if let Some(row) = self.smallest_told(&out) {
                next[row] = true;
            }
            if next == is_out {
                return self
                    .children
                    .iter()
                    .zip(all)
                    .zip(out)
                    .map(|((figures, shown), out)| (!out).then(|| Published::of(figures, shown)))
                    .collect();
            }
            is_out = next;
        }
    }

    /// The one that is told and to which fewest cases came.
    fn smallest_told(&self, out: &[bool]) -> Option<usize> {
        (0..out.len())
            .filter(|row| !out[*row])
            .min_by_key(|row| self.children[*row].total(Count::Received))
    }

    /// What may be told as far as this state alone goes, where of some nothing is.
    fn of_this_state(&self, forced: &[bool]) -> (Vec<ShownOf>, Vec<bool>) {
        let mut all: Vec<ShownOf> = self.children.iter().map(|_| BTreeMap::new()).collect();
        let mut is_out = forced.to_vec();
        for (matter, whole) in matters(self.axis) {
            let splits: Vec<Split> = self
                .children
                .iter()
                .map(|child| split(matter, child, self.axis))
                .collect();
            let of = split_around(matter, self.around, self.children, self.axis);
            // What the parent is not told of is not told of its parts only where it is counted along both.
            let shown = self
                .told
                .shown(matter)
                .filter(|shown| shown.parts.len() == of.parts.len())
                .unwrap_or_else(|| Shown::alone(&of, whole));
            let answered = |shown: &ShownOf| {
                let words = shown.get(&Matter::Words(Count::Answered));
                words.is_none_or(|words| words.whole.is_some())
            };
            // What is open is what came without what was answered.
            let is_of_answers = matches!(matter, Matter::Answered | Matter::Open);
            let without: Vec<bool> = is_out
                .iter()
                .zip(&all)
                .map(|(out, shown)| *out || (is_of_answers && !answered(shown)))
                .collect();
            let shown = family(&of, &shown, &splits, &without, whole);
            if matter == Matter::Words(Count::Received) {
                // Of whoever few cases came to, or might be known to have come to, nothing is told.
                is_out = shown.iter().map(|shown| shown.whole.is_none()).collect();
            }
            for (own, mut shown) in all.iter_mut().zip(shown) {
                if is_by_month(matter) {
                    self.only_whole_months(&mut shown);
                }
                own.insert(matter, shown);
            }
        }
        (all, is_out)
    }

    /// Of a part it is told month by month what came and what was answered where no month that is over has few: all of them
    /// or none. What one month left out held could be had from two editions, one before it and one after. The month that goes
    /// on is not told: it begins with few.
    fn only_whole_months(&self, shown: &mut Shown) {
        let running = Month::of(self.around.today);
        let months = self.around.months.each();
        let mut is_whole = true;
        for (month, part) in months.zip(&mut shown.parts) {
            if month >= running {
                *part = None;
            } else {
                is_whole &= part.is_some();
            }
        }
        if !is_whole {
            shown.parts.fill(None);
        }
    }

    /// Of which of them a small count would be known, of this state or of an earlier one.
    fn known(&self, all: &[ShownOf], out: &[bool]) -> Vec<bool> {
        let mut known = vec![false; all.len()];
        if self.earlier.is_empty() {
            return known;
        }
        // Months have no cell that is left out to be known.
        let judged = matters(self.axis);
        for (matter, whole) in judged
            .into_iter()
            .filter(|(matter, _)| !is_by_month(*matter))
        {
            let of = self.shown_around(matter);
            let mut states: Vec<State<'_>> = Vec::new();
            for earlier in self.earlier {
                let Some(around) = earlier.around.get(&matter) else {
                    continue;
                };
                let rows: Option<Vec<Told<'_>>> = self
                    .codes
                    .iter()
                    .map(|code| told_of(earlier.rows.get(*code), matter))
                    .collect();
                if let Some(rows) = rows {
                    states.push(State {
                        around: Some(around),
                        rows,
                    });
                }
            }
            let last = self.last_told();
            let rows = all.iter().zip(out).zip(last).map(|((shown, out), last)| {
                let shown = shown.get(&matter).filter(|_| !out);
                shown.map_or_else(
                    || Told::Out(last.and_then(|last| last.get(&matter))),
                    Told::Shown,
                )
            });
            states.push(State {
                around: Some(&of),
                rows: rows.collect(),
            });
            let found = states::told(whole, matter.grows(), of.parts.len(), &states);
            for (known, found) in known.iter_mut().zip(found) {
                *known |= found;
            }
        }
        known
    }

    /// What was shown of each when it was told last.
    pub(super) fn last_told(&self) -> Vec<Option<&ShownOf>> {
        let of = |code: &&str| match self.earlier.last()?.rows.get(*code)? {
            ToldOf::Shown(shown) => Some(shown),
            ToldOf::Out(last) => last.as_ref(),
        };
        self.codes.iter().map(of).collect()
    }

    /// What is known of what is around them: what is told of it, and whatever is not small, for what was left out to cover
    /// a small count may be computed from two states. What went from one to another is known of all together.
    fn shown_around(&self, matter: Matter) -> Shown {
        let of = split_around(matter, self.around, self.children, self.axis);
        let known = |cases: i64| (!publish::is_small(cases)).then_some(cases);
        let told = self.told.shown(matter).unwrap_or_default();
        let parts = of.parts.iter().enumerate();
        Shown {
            whole: told.whole.or_else(|| known(of.whole)),
            parts: parts
                .map(|(place, part)| match told.parts.get(place) {
                    Some(told) => told.or_else(|| known(*part)),
                    None => Some(*part),
                })
                .collect(),
        }
    }

    /// What is known of what is around them, as it is kept for later states.
    pub(super) fn around(&self) -> ShownOf {
        matters(self.axis)
            .into_iter()
            .map(|(matter, _)| (matter, self.shown_around(matter)))
            .collect()
    }
}
