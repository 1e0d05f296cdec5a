//! Between which counts each of several lies, of which sums and differences are known: what somebody can compute who puts
//! tables together.

/// Cells, each added (`1`) or taken away (`-1`), that are known together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The cells with their signs.
    pub members: Vec<(usize, i64)>,
    /// What they are together.
    pub whole: i64,
}

/// Rounds after which bounds are taken as they are: each makes them narrower, and few change anything.
const ROUNDS: usize = 24;

/// What is known of no bound.
const NEVER: i64 = i64::MAX;

/// A sum of bounds, of which some may be unknown.
#[derive(Clone, Copy, Default)]
struct Sum {
    known: i64,
    unknown: usize,
}

impl Sum {
    fn add(&mut self, bound: Option<i64>) {
        match bound {
            Some(bound) => self.known += bound,
            None => self.unknown += 1,
        }
    }

    /// The sum without one of its parts; none where another is unknown.
    fn without(self, bound: Option<i64>) -> Option<i64> {
        let unknown = self.unknown - usize::from(bound.is_none());
        (unknown == 0).then(|| self.known - bound.unwrap_or(0))
    }
}

/// The lowest and the highest that a cell adds to its line.
fn adds((low, high): (i64, i64), sign: i64) -> (Option<i64>, Option<i64>) {
    let high = (high != NEVER).then_some(high);
    if sign > 0 {
        (Some(low), high)
    } else {
        (high.map(|high| -high), Some(-low))
    }
}

/// Between which counts each cell lies; none is below zero. Where nothing bounds it from above, that is [`i64::MAX`].
pub fn between(cells: usize, lines: &[Line]) -> Vec<(i64, i64)> {
    let mut bounds = vec![(0, NEVER); cells];
    for _ in 0..ROUNDS {
        let mut changed = false;
        for Line { members, whole } in lines {
            let (mut lows, mut highs) = (Sum::default(), Sum::default());
            for (cell, sign) in members {
                let (low, high) = adds(bounds[*cell], *sign);
                lows.add(low);
                highs.add(high);
            }
            for (cell, sign) in members {
                let (own_low, own_high) = bounds[*cell];
                let (low, high) = adds(bounds[*cell], *sign);
                let (least, most) = (lows.without(low), highs.without(high));
                // The cell is the whole without the others, or the others without the whole where it is taken away.
                let (from, to) = if *sign > 0 {
                    (
                        most.map(|most| whole - most),
                        least.map(|least| whole - least),
                    )
                } else {
                    (
                        least.map(|least| least - whole),
                        most.map(|most| most - whole),
                    )
                };
                let next = (
                    from.map_or(own_low, |from| own_low.max(from)),
                    to.map_or(own_high, |to| own_high.min(to)),
                );
                if next != bounds[*cell] {
                    bounds[*cell] = next;
                    changed = true;
                }
            }
            // The sums of this line are old as soon as one of its cells changed; the next round reads them anew.
        }
        if !changed {
            break;
        }
    }
    bounds
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(members: &[(usize, i64)], whole: i64) -> Line {
        Line {
            members: members.to_vec(),
            whole,
        }
    }

    #[test]
    fn sums_and_differences_bound_their_cells() {
        let lines = [line(&[(0, 1), (1, 1)], 10), line(&[(0, 1), (2, -1)], 7)];
        assert_eq!(between(3, &lines), [(7, 10), (0, 3), (0, 3)]);
        // What only grows, and came to five together, of which the other grew by five.
        let lines = [line(&[(0, 1), (1, 1)], 5), line(&[(1, 1), (2, -1)], 5)];
        assert_eq!(between(3, &lines), [(0, 0), (5, 5), (0, 0)]);
        assert_eq!(between(1, &[]), [(0, i64::MAX)]);
    }
}
