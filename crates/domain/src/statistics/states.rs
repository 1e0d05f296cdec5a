//! What may be told of a state of the record beside what was told of earlier ones.
//!
//! Within one state whatever is left out is covered along every line ([`super::family()`]). Two states tell more, because
//! what is counted only grows: where one event lies between them, wholes and parts grew by one in one row and one column,
//! so everybody knows which cell it came to. If that cell was told as none before, it is known to be one now, whatever is
//! left out within the row. Nothing that leaves out single cells prevents this; the row has to go, with its whole.
//!
//! So the rule is: *of a row by which a small count of any of these states would be known, nothing is told in the new
//! state.* It is told again once enough came to it that nothing small is known by it. What was left out earlier stays left
//! out, with what covers it, as long as telling it would tell a small count of then.
//!
//! Why this holds. Let what is told of the earlier states have let no small count be known. A new state in which nothing is
//! told of any row adds, for each column, only what is told of the whole anyway: what all rows and the rest have together
//! now. Take any counts that agree with the earlier states; what the whole gained since, put to the rest (what belongs to
//! none of the rows, and is told nowhere), gives counts of now that agree with everything told. So nothing more is known
//! of the earlier states than before, and of the new state nothing is known but that each cell is not below what it was:
//! no small one. Leaving out row after row therefore ends, at the latest with all of them, in a state that tells nothing
//! small. Whether one is known before that is what [`told`] computes, from all lines of all states, of what came between
//! them, and from the bounds that these set to each other.
//!
//! It computes bounds, as whoever subtracts would. Counts that can fall (what is open, owed, waiting) are not linked from
//! state to state: nothing follows from one state for another.

use super::{
    between::{Line, between},
    family::{Shown, Whole},
    publish::is_small,
};

/// What is told of one of several in a state.
#[derive(Clone, Copy, Debug)]
pub enum Told<'a> {
    /// Nothing is counted of it, which everybody sees.
    Nothing,
    /// This is shown.
    Shown(&'a Shown),
    /// It is left out. What was shown when it was told last: what only grows is not below that.
    Out(Option<&'a Shown>),
}

/// A state: what is told of what is around several, and what is told of each of them.
#[derive(Clone, Debug)]
pub struct State<'a> {
    /// What is told of what is around them; none where one stands alone.
    pub around: Option<&'a Shown>,
    /// What is told of each, always in the same order.
    pub rows: Vec<Told<'a>>,
}

/// Of which of several a small count would be known, of any of these states, which follow each other; `grows` says whether
/// what is counted only grows.
pub fn told(whole: Whole, grows: bool, parts: usize, states: &[State<'_>]) -> Vec<bool> {
    let rows = states.last().map_or(0, |state| state.rows.len());
    let mut board = Board::new(rows, parts, whole, states.len());
    for (place, state) in states.iter().enumerate() {
        board.state(place, state);
    }
    if grows && !states.is_empty() {
        for place in 1..states.len() {
            board.step(place - 1, place);
        }
        // Of a row that was out meanwhile, what came since it was told last is a line of its own.
        let last = states.len() - 1;
        for earlier in 0..last.saturating_sub(1) {
            board.step(earlier, last);
        }
        for (place, state) in states.iter().enumerate() {
            board.floors(place, state);
        }
    }
    board.judge()
}

/// A cell as far as it is known to everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Known {
    /// So many.
    Told(i64),
    /// It is left out: an unknown of this number.
    Out(usize),
    /// There is no such cell.
    Absent,
}

/// A line of cells, some known, before the unknown ones are taken out of it.
#[derive(Clone, Default)]
struct Cells {
    line: Line,
    is_whole: bool,
}

impl Cells {
    fn of(whole: i64) -> Self {
        Self {
            line: Line {
                members: Vec::new(),
                whole,
            },
            is_whole: true,
        }
    }

    fn add(&mut self, known: Known, sign: i64) {
        match known {
            Known::Told(cases) => self.line.whole -= sign * cases,
            Known::Out(cell) => self.line.members.push((cell, sign)),
            Known::Absent => self.is_whole = false,
        }
    }
}

/// The cells of a line, by row and column.
type Members = Vec<(usize, usize)>;

struct Board {
    rows: usize,
    /// Parts, and behind them the whole where that is told here.
    columns: usize,
    parts: usize,
    whole: Whole,
    /// Cells by state, row and column; behind the rows what belongs to none of them.
    cells: Vec<Vec<Vec<Known>>>,
    /// The lines of each state: those of columns, then those of rows, with nothing where there is none.
    lines: Vec<Vec<Option<Members>>>,
    wholes: Vec<Vec<i64>>,
    unknown: usize,
    told: Vec<Line>,
}

impl Board {
    fn new(rows: usize, parts: usize, whole: Whole, states: usize) -> Self {
        let has_whole = whole == Whole::Told;
        let columns = parts + usize::from(has_whole);
        Self {
            rows,
            columns,
            parts,
            whole,
            cells: vec![vec![vec![Known::Absent; columns]; rows + 1]; states],
            lines: vec![vec![None; columns + rows]; states],
            wholes: vec![vec![0; columns + rows]; states],
            unknown: 0,
            told: Vec::new(),
        }
    }

    fn unknown(&mut self) -> usize {
        self.unknown += 1;
        self.unknown - 1
    }

    fn cell(&mut self, told: Option<i64>) -> Known {
        match told {
            Some(cases) => Known::Told(cases),
            None => Known::Out(self.unknown()),
        }
    }

    fn state(&mut self, place: usize, state: &State<'_>) {
        for (row, told) in state.rows.iter().enumerate() {
            for column in 0..self.columns {
                let is_whole = column == self.parts;
                let cases = match told {
                    Told::Nothing => Some(0),
                    Told::Shown(shown) if is_whole => shown.whole,
                    // A month that had not begun.
                    Told::Shown(shown) => shown.parts.get(column).map_or(Some(0), |part| *part),
                    Told::Out(_) => None,
                };
                self.cells[place][row][column] = self.cell(cases);
            }
            if self.whole.is_made_up() && self.parts > 0 {
                self.row_line(place, row, told);
            }
        }
        if let Some(around) = state.around {
            for column in 0..self.columns {
                let told = if column == self.parts {
                    around.whole
                } else {
                    around.parts.get(column).map_or(Some(0), |part| *part)
                };
                let Some(told) = told else {
                    continue;
                };
                // What belongs to none of them is told nowhere.
                self.cells[place][self.rows][column] = Known::Out(self.unknown());
                let members = (0..=self.rows).map(|row| (row, column)).collect();
                self.keep(place, column, members, told);
            }
        }
    }

    /// The parts of a row are its whole.
    fn row_line(&mut self, place: usize, row: usize, told: &Told<'_>) {
        let members: Vec<(usize, usize)> = (0..self.parts).map(|column| (row, column)).collect();
        let index = self.columns + row;
        match told {
            Told::Shown(Shown {
                whole: Some(whole), ..
            }) => self.keep(place, index, members, *whole),
            Told::Shown(_) | Told::Out(_) if self.whole == Whole::Told => {
                // The whole is unknown as well.
                let mut cells = Cells::of(0);
                for (row, column) in members {
                    cells.add(self.cells[place][row][column], 1);
                }
                cells.add(self.cells[place][row][self.parts], -1);
                self.told.push(cells.line);
            }
            Told::Nothing | Told::Shown(_) | Told::Out(_) => {}
        }
    }

    /// Keeps a line of a state, where its parts are not more than it.
    fn keep(&mut self, place: usize, index: usize, members: Members, whole: i64) {
        let mut cells = Cells::of(whole);
        for (row, column) in &members {
            cells.add(self.cells[place][*row][*column], 1);
        }
        if cells.is_whole && cells.line.whole >= 0 {
            if !cells.line.members.is_empty() {
                self.told.push(cells.line);
            }
            self.lines[place][index] = Some(members);
            self.wholes[place][index] = whole;
        }
    }

    /// What came between two states: it is nowhere below nothing, and makes up what lines grew by.
    fn step(&mut self, earlier: usize, place: usize) {
        let mut grown = vec![vec![Known::Absent; self.columns]; self.rows + 1];
        for (row, grown) in grown.iter_mut().enumerate() {
            for (column, grown) in grown.iter_mut().enumerate() {
                let before = self.cells[earlier][row][column];
                let after = self.cells[place][row][column];
                *grown = match (before, after) {
                    (Known::Absent, _) | (_, Known::Absent) => Known::Absent,
                    (Known::Told(before), Known::Told(after)) => Known::Told(after - before),
                    (Known::Told(_) | Known::Out(_), Known::Told(_) | Known::Out(_)) => {
                        let grown = Known::Out(self.unknown());
                        let mut cells = Cells::of(0);
                        cells.add(after, 1);
                        cells.add(before, -1);
                        cells.add(grown, -1);
                        self.told.push(cells.line);
                        grown
                    }
                };
            }
        }
        for index in 0..self.columns + self.rows {
            let (Some(members), true) = (
                &self.lines[place][index],
                self.lines[earlier][index].is_some(),
            ) else {
                continue;
            };
            let mut cells = Cells::of(self.wholes[place][index] - self.wholes[earlier][index]);
            for (row, column) in members {
                cells.add(grown[*row][*column], 1);
            }
            if cells.is_whole && cells.line.whole >= 0 && !cells.line.members.is_empty() {
                self.told.push(cells.line);
            }
        }
    }

    /// What is left out is not below what it was when it was told last.
    fn floors(&mut self, place: usize, state: &State<'_>) {
        for (row, told) in state.rows.iter().enumerate() {
            let Told::Out(Some(shown)) = told else {
                continue;
            };
            for column in 0..self.columns {
                let floor = if column == self.parts {
                    shown.whole
                } else {
                    shown.parts.get(column).copied().flatten()
                };
                if let (Some(floor), Known::Out(cell)) = (floor, self.cells[place][row][column]) {
                    let more = self.unknown();
                    self.told.push(Line {
                        members: vec![(cell, 1), (more, -1)],
                        whole: floor,
                    });
                }
            }
        }
    }

    fn judge(&self) -> Vec<bool> {
        let bounds = between(self.unknown, &self.told);
        let is_known = |known: &Known| {
            let Known::Out(cell) = known else {
                return false;
            };
            let (low, high) = bounds[*cell];
            low == high && is_small(low)
        };
        (0..self.rows)
            .map(|row| {
                let mut states = self.cells.iter();
                states.any(|cells| cells[row].iter().any(is_known))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(whole: i64, parts: &[Option<i64>]) -> Shown {
        Shown {
            whole: Some(whole),
            parts: parts.to_vec(),
        }
    }

    #[test]
    fn one_case_between_two_states_is_known_unless_its_row_goes() {
        let before = [
            shown(20, &[Some(20), Some(0)]),
            shown(40, &[Some(30), Some(10)]),
        ];
        let around = [
            shown(60, &[Some(50), Some(10)]),
            shown(61, &[Some(50), Some(11)]),
        ];
        let first = State {
            around: Some(&around[0]),
            rows: before.iter().map(Told::Shown).collect(),
        };
        // A case of the second kind came to the first row.
        let after = [shown(21, &[None, None]), shown(40, &[None, None])];
        let next = |rows| State {
            around: Some(&around[1]),
            rows,
        };
        let known = next(after.iter().map(Told::Shown).collect());
        let found = told(Whole::Told, true, 2, &[first.clone(), known]);
        assert_eq!(found, [true, false]);
        // Without the row, nobody knows whether it came to the row or to none.
        let out = next(vec![Told::Out(Some(&before[0])), Told::Shown(&after[1])]);
        assert_eq!(
            told(Whole::Told, true, 2, &[first.clone(), out]),
            [false, false]
        );
        // What may fall as well tells nothing from state to state.
        let known = next(after.iter().map(Told::Shown).collect());
        assert_eq!(told(Whole::Told, false, 2, &[first, known]), [false, false]);
    }

    #[test]
    fn what_is_told_again_tells_what_was_left_out() {
        // Three and seven were left out; nothing came since, and one of them is told.
        let earlier = shown(10, &[None, None]);
        let later = shown(10, &[Some(7), None]);
        let states = |later| {
            [&earlier, later].map(|shown| State {
                around: None,
                rows: vec![Told::Shown(shown)],
            })
        };
        assert_eq!(told(Whole::Told, true, 2, &states(&later)), [true]);
        assert_eq!(told(Whole::Told, true, 2, &states(&earlier)), [false]);
    }
}
