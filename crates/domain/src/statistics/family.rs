//! What may be told of several that are parts of one, each itself in parts: of the regions of a country, month by month.
//!
//! Whoever knows a whole subtracts from it the parts that are told, along every line of the table: a column (one month of
//! all regions, with that month of the country) and a row (the months of one region, with its year). So a part that is
//! small takes others along in its column and in its row, until nothing that is left out can be told.

use serde::{Deserialize, Serialize};

use super::{
    between::{Line, between},
    publish::{SMALLEST, is_small, published},
};

/// A whole with its parts, as they are counted. All splits of one family have the same parts, in the same order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Split {
    /// The whole.
    pub whole: i64,
    /// Its parts; none where it is told alone.
    pub parts: Vec<i64>,
    /// A part that is left out in any case.
    pub without: Option<usize>,
}

/// A whole with its parts, as they may be told: what is left out is none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// The whole.
    pub whole: Option<i64>,
    /// Its parts.
    pub parts: Vec<Option<i64>>,
}

/// How the parts of a split hang together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whole {
    /// They make up the whole, which is told as well.
    Told,
    /// They make up a whole that is told elsewhere: it cannot be left out here.
    Known,
    /// Nothing is made up of them: what was open at the end of each month.
    Apart,
    /// Nothing is made up of them, and they are told together or not at all: of what balances, one that is left out would
    /// be told by the others.
    Tied,
}

impl Whole {
    /// Whether the parts make it up.
    pub(super) const fn is_made_up(self) -> bool {
        matches!(self, Self::Told | Self::Known)
    }
}

impl Shown {
    /// What may be told of one that is no part of another.
    pub fn alone(split: &Split, whole: Whole) -> Self {
        let parts = match whole {
            Whole::Told | Whole::Known => published(&split.parts),
            Whole::Apart => split.parts.iter().map(|part| told(*part)).collect(),
            Whole::Tied => {
                let has_small = split.parts.iter().any(|part| is_small(*part));
                let parts = split.parts.iter();
                parts.map(|part| (!has_small).then_some(*part)).collect()
            }
        };
        Self {
            whole: told(split.whole),
            parts,
        }
    }
}

fn told(cases: i64) -> Option<i64> {
    (!is_small(cases)).then_some(cases)
}

/// Which of several are left out, because what came to them could be told from what came to all (`whole`) and to the
/// others. What came to none of them is a part too: it is nowhere told, and everybody can compute it. Those in
/// `is_hidden` are left out in any case.
pub fn hidden_beside(whole: i64, parts: &[i64], is_hidden: &[bool]) -> Vec<bool> {
    let mut flags: Vec<bool> = parts
        .iter()
        .zip(is_hidden)
        .map(|(part, hidden)| *hidden || is_small(*part))
        .collect();
    cover_column(whole, parts, &mut flags, |_| true);
    flags
}

/// What may be told of the parts of one: of `parent`, of which `shown` is told, the `children`, of which those in
/// `is_hidden` are not told at all.
pub fn family(
    parent: &Split,
    shown: &Shown,
    children: &[Split],
    is_hidden: &[bool],
    whole: Whole,
) -> Vec<Shown> {
    let wholes: Vec<i64> = children.iter().map(|child| child.whole).collect();
    let is_out = match whole {
        Whole::Told => hidden_beside(parent.whole, &wholes, is_hidden),
        Whole::Known | Whole::Apart | Whole::Tied => is_hidden.to_vec(),
    };
    let mut table = Table {
        parent,
        shown,
        children,
        is_out: &is_out,
        whole,
        flags: children
            .iter()
            .zip(&is_out)
            .map(|(child, out)| {
                let parts = child.parts.iter().enumerate();
                parts
                    .map(|(place, part)| *out || is_small(*part) || child.without == Some(place))
                    .collect()
            })
            .collect(),
    };
    table.cover();
    children
        .iter()
        .zip(&is_out)
        .zip(table.flags)
        .map(|((child, out), flags)| Shown {
            whole: (!out).then_some(child.whole),
            parts: child
                .parts
                .iter()
                .zip(flags)
                .map(|(part, hidden)| (!hidden).then_some(*part))
                .collect(),
        })
        .collect()
}

/// Leaves out more of the parts of a whole until what is left out can be told by no difference: it is nothing, or two
/// parts at least that are not small together. `ranks` says which are left out first; none is one that cannot be.
fn cover_line<K: Ord>(
    values: &[i64],
    flags: &mut [bool],
    ranks: impl Fn(usize) -> Option<K>,
) -> bool {
    let mut changed = false;
    if values.iter().all(|value| *value == 0) {
        return changed;
    }
    loop {
        let out = || flags.iter().zip(values).filter(|(hidden, _)| **hidden);
        let count = out().count();
        let together: i64 = out().map(|(_, value)| value).sum();
        if count == 0 || (count >= 2 && !is_small(together)) {
            return changed;
        }
        let next = (0..values.len())
            .filter(|place| !flags[*place])
            .filter_map(|place| Some((ranks(place)?, place)))
            .min();
        let Some((_, next)) = next else {
            return changed;
        };
        flags[next] = true;
        changed = true;
    }
}

/// As [`cover_line`], of the parts of a whole that may be more than they are together: the rest counts as one of them. Where
/// they are more than the whole, they are no parts of it, and nothing can be subtracted.
fn cover_column(
    whole: i64,
    parts: &[i64],
    flags: &mut [bool],
    may_go_early: impl Fn(usize) -> bool,
) -> bool {
    let rest = whole - parts.iter().sum::<i64>();
    if rest < 0 {
        return false;
    }
    let mut values = parts.to_vec();
    let mut all = flags.to_vec();
    if rest > 0 {
        values.push(rest);
        all.push(is_small(rest));
    }
    let last = parts.len();
    // The rest is told by everybody who subtracts: it can be left out only by leaving out another part.
    let changed = cover_line(&values, &mut all, |place| {
        (place < last).then(|| {
            let value = values[place];
            (value == 0, !may_go_early(place), value)
        })
    });
    flags.copy_from_slice(&all[..last]);
    changed
}

struct Table<'a> {
    parent: &'a Split,
    shown: &'a Shown,
    children: &'a [Split],
    /// Rows that are not told at all.
    is_out: &'a [bool],
    whole: Whole,
    /// Which parts are left out, row by row.
    flags: Vec<Vec<bool>>,
}

impl Table<'_> {
    fn cover(&mut self) {
        loop {
            while self.cover_once() {}
            let Some(row) = self.told_by_bounds() else {
                return;
            };
            if !self.leave_out(row) {
                return;
            }
        }
    }

    /// One round along all columns and rows; whether anything was left out.
    fn cover_once(&mut self) -> bool {
        let mut changed = false;
        for column in 0..self.parent.parts.len() {
            let values = self.column(column);
            let mut flags: Vec<bool> = self.flags.iter().map(|row| row[column]).collect();
            // A part that stands alone in its row hides nothing: the rest of its row is none.
            let has_others = |row: usize| {
                self.children[row]
                    .parts
                    .iter()
                    .filter(|part| **part > 0)
                    .count()
                    > 1
            };
            changed |= cover_column(self.parent.parts[column], &values, &mut flags, has_others);
            if self.shown.parts.get(column).is_some_and(Option::is_none) {
                changed |= cover_sum(&values, &mut flags);
            }
            for (row, flag) in self.flags.iter_mut().zip(flags) {
                row[column] = flag;
            }
        }
        if self.whole.is_made_up() {
            for ((row, child), out) in self.flags.iter_mut().zip(self.children).zip(self.is_out) {
                if !out {
                    let parts = &child.parts;
                    changed |=
                        cover_line(parts, row, |place| Some((parts[place] == 0, parts[place])));
                }
            }
        }
        if self.whole == Whole::Tied {
            let torn = |row: &&mut Vec<bool>| row.contains(&true) && row.contains(&false);
            for row in self.flags.iter_mut().filter(torn) {
                row.fill(true);
                changed = true;
            }
        }
        changed
    }

    fn column(&self, column: usize) -> Vec<i64> {
        self.children
            .iter()
            .map(|child| child.parts[column])
            .collect()
    }

    /// Leaves out all parts of a row, or of the smallest that is told where the row is left out already; whether there was
    /// one.
    fn leave_out(&mut self, row: usize) -> bool {
        let is_told = |flags: &Vec<bool>| flags.iter().any(|hidden| !hidden);
        let row = if is_told(&self.flags[row]) {
            Some(row)
        } else {
            (0..self.children.len())
                .filter(|row| is_told(&self.flags[*row]))
                .min_by_key(|row| {
                    let whole = self.children[*row].whole;
                    (whole == 0, whole, *row)
                })
        };
        row.is_some_and(|row| {
            self.flags[row].fill(true);
            true
        })
    }

    /// A row of which a small part is told by the bounds that rows and columns set to each other.
    fn told_by_bounds(&self) -> Option<usize> {
        let (rows, columns) = (self.children.len(), self.parent.parts.len());
        // What is left out of each line: the cells, and what they are together.
        let mut lines: Vec<(Vec<usize>, i64)> = Vec::new();
        let cell = |row: usize, column: usize| row * columns + column;
        let mut count = rows * columns;
        for column in 0..columns {
            let rest = self.parent.parts[column] - self.column(column).iter().sum::<i64>();
            if rest < 0 {
                continue;
            }
            let out = || (0..rows).filter(|row| self.flags[*row][column]);
            let mut cells: Vec<usize> = out().map(|row| cell(row, column)).collect();
            let mut together: i64 = out().map(|row| self.children[row].parts[column]).sum();
            if is_small(rest) {
                cells.push(count);
                count += 1;
                together += rest;
            }
            lines.push((cells, together));
        }
        if self.whole.is_made_up() {
            for row in (0..rows).filter(|row| !self.is_out[*row]) {
                let out = || (0..columns).filter(|column| self.flags[row][*column]);
                let cells = out().map(|column| cell(row, column)).collect();
                let parts = &self.children[row].parts;
                lines.push((cells, out().map(|column| parts[column]).sum()));
            }
        }
        let bounds = bounds(count, &lines);
        (0..rows).find(|row| {
            (0..columns).any(|column| {
                let (low, high) = bounds[cell(*row, column)];
                self.flags[*row][column]
                    && is_small(self.children[*row].parts[column])
                    && low == high
            })
        })
    }
}

/// Leaves out parts of a whole that is itself left out, so that they do not make it up.
fn cover_sum(values: &[i64], flags: &mut [bool]) -> bool {
    let whole: i64 = values.iter().sum();
    let mut changed = false;
    loop {
        let out = flags.iter().zip(values).filter(|(hidden, _)| **hidden);
        let together: i64 = out.map(|(_, value)| value).sum();
        if together >= SMALLEST.min(whole) {
            return changed;
        }
        let next = (0..values.len())
            .filter(|place| !flags[*place] && values[*place] > 0)
            .min_by_key(|place| values[*place]);
        let Some(next) = next else {
            return changed;
        };
        flags[next] = true;
        changed = true;
    }
}

/// Between which counts each cell lies, of lines whose cells are known together and none of which is below zero.
pub fn bounds(cells: usize, lines: &[(Vec<usize>, i64)]) -> Vec<(i64, i64)> {
    let lines: Vec<Line> = lines
        .iter()
        .map(|(members, whole)| Line {
            members: members.iter().map(|cell| (*cell, 1)).collect(),
            whole: *whole,
        })
        .collect();
    between(cells, &lines)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn split(parts: &[i64]) -> Split {
        Split {
            whole: parts.iter().sum(),
            parts: parts.to_vec(),
            without: None,
        }
    }

    fn sum(children: &[Split], rest: &[i64]) -> Split {
        let parts: Vec<i64> = rest
            .iter()
            .enumerate()
            .map(|(column, rest)| {
                rest + children
                    .iter()
                    .map(|child| child.parts[column])
                    .sum::<i64>()
            })
            .collect();
        split(&parts)
    }

    /// Small counts that whoever reads the tables can compute, by bounds along every line of what is told.
    fn computed(parent: &Shown, children: &[Split], shown: &[Shown]) -> Vec<(usize, usize)> {
        let columns = parent.parts.len();
        let cell = |row: usize, column: usize| row * (columns + 1) + column;
        let count = (children.len() + 2) * (columns + 1);
        let mut lines = Vec::new();
        let mut line = |cells: Vec<(usize, Option<i64>, i64)>, whole: (usize, Option<i64>)| {
            // Parts minus whole is none; a whole that is left out bounds nothing.
            if let (_, Some(whole)) = whole {
                let told: i64 = cells.iter().filter_map(|(_, told, _)| *told).sum();
                let out = cells.iter().filter(|(_, told, _)| told.is_none());
                lines.push((out.map(|(cell, _, _)| *cell).collect(), whole - told));
            }
        };
        for (row, (child, shown)) in children.iter().zip(shown).enumerate() {
            let cells = (0..columns)
                .map(|column| (cell(row, column), shown.parts[column], child.parts[column]))
                .collect();
            line(cells, (cell(row, columns), shown.whole));
        }
        for column in 0..columns {
            let mut cells: Vec<_> = (0..children.len())
                .map(|row| {
                    let part = children[row].parts[column];
                    (cell(row, column), shown[row].parts[column], part)
                })
                .collect();
            // What came to none of them is told nowhere.
            cells.push((cell(children.len(), column), None, 0));
            line(
                cells,
                (cell(children.len() + 1, column), parent.parts[column]),
            );
        }
        let bounds = bounds(count, &lines);
        let mut found = Vec::new();
        for (row, child) in children.iter().enumerate() {
            for column in 0..columns {
                let (low, high) = bounds[cell(row, column)];
                let is_out = shown[row].parts[column].is_none();
                if is_out && low == high && is_small(child.parts[column]) {
                    found.push((row, column));
                }
            }
        }
        found
    }

    #[test]
    fn a_small_part_takes_others_along_in_both_directions() {
        let children = [split(&[40, 3]), split(&[20, 9]), split(&[90, 30])];
        let parent = sum(&children, &[0, 0]);
        let shown = Shown::alone(&parent, Whole::Told);
        let told = family(&parent, &shown, &children, &[false; 3], Whole::Told);
        assert_eq!(told[0].parts, [None, None]);
        assert_eq!(told[1].parts, [None, None]);
        assert_eq!(told[2].parts, [Some(90), Some(30)]);
        let wholes: Vec<_> = told.iter().map(|shown| shown.whole).collect();
        assert_eq!(wholes, [Some(43), Some(29), Some(120)]);
    }

    #[test]
    fn what_belongs_to_none_of_them_is_told_by_no_difference() {
        // Two cases came to no region: with all regions told, they would be known.
        assert_eq!(hidden_beside(102, &[60, 40], &[false; 2]), [false, true],);
        // Of seven, nothing can be known.
        assert_eq!(hidden_beside(107, &[60, 40], &[false; 2]), [false, false]);
        // Where they are more than the whole, they are no parts of it.
        assert_eq!(hidden_beside(50, &[60, 3], &[false; 2]), [false, true]);
    }

    #[test]
    fn what_is_left_out_of_a_whole_is_not_made_up_of_parts() {
        // The country tells neither its 3 nor its 20; a region that told the 20 would tell the 3.
        let children = [split(&[0, 20, 90]), split(&[3, 0, 60])];
        let parent = sum(&children, &[0; 3]);
        let shown = Shown::alone(&parent, Whole::Told);
        assert_eq!(shown.parts, [None, None, Some(150)]);
        let told = family(&parent, &shown, &children, &[false; 2], Whole::Told);
        assert!(
            told.iter().all(|shown| shown.parts[1].is_none()),
            "{told:?}"
        );
    }

    #[test]
    fn what_is_left_out_wholly_is_left_out_in_all_its_parts() {
        let children = [split(&[40, 13]), split(&[20, 9]), split(&[90, 30])];
        let parent = sum(&children, &[0, 0]);
        let shown = Shown::alone(&parent, Whole::Known);
        let told = family(
            &parent,
            &shown,
            &children,
            &[true, true, false],
            Whole::Known,
        );
        assert_eq!(told[0], told[1]);
        assert_eq!(told[0].parts, [None, None]);
        assert_eq!(told[2].parts, [Some(90), Some(30)]);
    }

    proptest! {
        #[test]
        fn no_small_count_is_computed_from_what_is_told(
            table in (1_usize..5).prop_flat_map(|columns| {
                let row = prop::collection::vec(prop_oneof![3 => 0_i64..9, 1 => 0_i64..200], columns);
                (prop::collection::vec(row.clone(), 1..9), row)
            }),
            has_rest: bool,
        ) {
            let children: Vec<Split> = table.0.iter().map(|row| split(row)).collect();
            let rest: Vec<i64> = table.1.iter().map(|rest| if has_rest { *rest } else { 0 }).collect();
            let parent = sum(&children, &rest);
            let shown = Shown::alone(&parent, Whole::Told);
            let told = family(&parent, &shown, &children, &vec![false; children.len()], Whole::Told);
            for (child, shown) in children.iter().zip(&told) {
                prop_assert!(!shown.whole.is_some_and(is_small));
                prop_assert!(shown.parts.iter().flatten().all(|part| !is_small(*part)));
                prop_assert!(shown.whole.is_some() || shown.parts.iter().all(Option::is_none));
                prop_assert!(shown.whole.is_none_or(|whole| whole == child.whole));
            }
            let found = computed(&shown, &children, &told);
            prop_assert!(found.is_empty(), "{found:?} of {told:?}");
        }
    }
}
