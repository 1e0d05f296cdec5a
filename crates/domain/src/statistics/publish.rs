//! What may be published of a count: nothing from which few people could be known.

/// The smallest count that is published.
pub const SMALLEST: i64 = 5;

/// Which parts are hidden of a whole that is published itself.
///
/// Parts below [`SMALLEST`] are, but for none at all. Because the whole is known, what is hidden can be told together: so
/// at least two parts are hidden, and at least [`SMALLEST`] together; the smallest of the others go first.
pub fn hidden(parts: &[i64]) -> Vec<bool> {
    let mut is_hidden: Vec<bool> = parts.iter().map(|part| is_small(*part)).collect();
    if !is_hidden.contains(&true) {
        return is_hidden;
    }
    let mut others: Vec<usize> = (0..parts.len())
        .filter(|place| !is_hidden[*place])
        .collect();
    // What is none hides little, and is told by its absence: it goes last.
    others.sort_by_key(|place| (parts[*place] == 0, parts[*place], *place));
    for place in others {
        let together: i64 = sum(parts, &is_hidden);
        let count = is_hidden.iter().filter(|hidden| **hidden).count();
        if count >= 2 && together >= SMALLEST {
            break;
        }
        is_hidden[place] = true;
    }
    is_hidden
}

/// Parts with those that are hidden left out.
pub fn published(parts: &[i64]) -> Vec<Option<i64>> {
    let is_hidden = hidden(parts);
    parts
        .iter()
        .zip(is_hidden)
        .map(|(part, hidden)| (!hidden).then_some(*part))
        .collect()
}

/// A count that stands alone, unless it is small.
pub fn alone(count: i64) -> Option<i64> {
    (!is_small(count)).then_some(count)
}

/// Whether so few are meant that they could be known.
pub const fn is_small(count: i64) -> bool {
    0 < count && count < SMALLEST
}

fn sum(parts: &[i64], chosen: &[bool]) -> i64 {
    parts
        .iter()
        .zip(chosen)
        .filter(|(_, chosen)| **chosen)
        .map(|(part, _)| part)
        .sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_small_part_takes_another_along() {
        assert_eq!(hidden(&[100, 3, 40, 60]), [false, true, true, false]);
        assert_eq!(hidden(&[1, 1, 1, 1, 90]), [true, true, true, true, true]);
        assert_eq!(hidden(&[4, 4, 90]), [true, true, false]);
        assert_eq!(hidden(&[0, 5, 90]), [false, false, false]);
        assert_eq!(hidden(&[3]), [true]);
    }

    #[test]
    fn of_parts_that_are_alike_the_first_goes_along() {
        // Which of them is told alike each time: two answers of one state are never subtracted.
        assert_eq!(hidden(&[40, 3, 40]), [true, true, false]);
        assert_eq!(hidden(&[2, 2, 7, 7]), [true, true, true, false]);
        assert_eq!(hidden(&[5, 5, 5]), [false, false, false]);
        assert_eq!(hidden(&[0, 0, 4]), [true, true, true]);
    }

    proptest! {
        #[test]
        fn what_is_hidden_is_told_by_no_difference(parts in prop::collection::vec(0_i64..12, 1..12)) {
            let shown = published(&parts);
            let whole: i64 = parts.iter().sum();
            let rest = whole - shown.iter().flatten().sum::<i64>();
            let count = shown.iter().filter(|part| part.is_none()).count();
            prop_assert!(shown.iter().flatten().all(|part| !is_small(*part)));
            // All that is left is hidden where nothing else can be.
            prop_assert!(count == 0 || count == parts.len() || (count >= 2 && rest >= SMALLEST));
        }
    }
}
