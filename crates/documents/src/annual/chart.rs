//! Where the lines, columns and words of a drawing of months stand, in points from its left upper corner.

use serde_json::{Value, json};

use super::hand::{Hand, WIDTH};
use super::report::Months;

/// Height of a drawing.
const HEIGHT: f64 = 158.0;

/// Where the highest mark is.
const TOP: f64 = 8.0;

/// Where nothing is.
const BOTTOM: f64 = 136.0;

/// Room between a mark's words and the drawing, and between a line's end and its name.
const GAP: f64 = 6.0;

/// Size of words, for Latin letters.
const SIZE: f64 = 8.0;

/// A line of words, in sizes of its letters.
const LEADING: f64 = 1.45;

/// Room in which the template sets a mark or the name of a month.
const WORD: f64 = 118.0;

/// The share of the width that the words of the marks may take, at most.
const MARKS: f64 = 0.2;

/// The share of the width that is kept for the names of lines.
const NAMES: f64 = 0.2;

/// The share of its month that a column fills.
const FILLED: f64 = 0.62;

/// What may be marked beside counts up to one: nothing, a half and a round number that none of them exceeds.
pub fn scale(most: u64) -> [u64; 3] {
    let mut unit: u64 = 1;
    while unit.saturating_mul(10) < most {
        unit = unit.saturating_mul(10);
    }
    let rounds = [2, 4, 6, 8, 10].map(|times| unit.saturating_mul(times));
    let round = rounds
        .into_iter()
        .find(|round| *round >= most)
        .unwrap_or(most);
    [0, round / 2, round]
}

/// What the template draws.
pub(super) fn drawing(months: &Months<'_>, hand: &Hand<'_>) -> Value {
    let ruler = &hand.regular;
    let size = SIZE * hand.grow;
    let marks: Vec<(u64, String)> = months
        .marks
        .iter()
        .map(|(at, words)| {
            (
                *at,
                ruler.shortened(&hand.word(words), (WIDTH * MARKS).min(WORD) / size),
            )
        })
        .collect();
    let widest = marks.iter().map(|(_, words)| ruler.width(words));
    let left = widest.fold(0.0, f64::max) * size + 2.0 * GAP;
    let is_one = months.series.len() == 1;
    let right = if is_one { WIDTH } else { WIDTH * (1.0 - NAMES) };
    let points = months.series.iter().flat_map(|series| series.points);
    let highest = points
        .flatten()
        .chain(months.marks.iter().map(|(at, _)| at));
    let highest = highest.copied().max().unwrap_or(0);
    let count = months.labels.len().max(1);
    let month = (right - left) / real(count);
    let middle = |place: usize| left + (real(place) + 0.5) * month;
    let up = |count: u64| BOTTOM - (BOTTOM - TOP) * ratio(count, highest);

    let lines: Vec<Value> = marks
        .iter()
        .map(|(at, words)| json!({ "y": tenth(up(*at)), "words": words }))
        .collect();
    // As many names as stand beside each other, always with the same number left out between.
    let labels: Vec<String> = months.labels.iter().map(|label| hand.word(label)).collect();
    let longest = labels
        .iter()
        .map(|label| ruler.width(label))
        .fold(0.0, f64::max)
        * size;
    let every = (1..count)
        .find(|every| real(*every) * month >= longest)
        .unwrap_or(count);
    let below: Vec<Value> = labels
        .iter()
        .enumerate()
        .filter(|(place, _)| place % every == 0)
        .map(|(place, words)| {
            // Neither beyond its neighbours nor, at the ends, beyond the page.
            let at = middle(place);
            let room = (real(every) * month)
                .min(WORD)
                .min(2.0 * at)
                .min(2.0 * (WIDTH - at))
                / size;
            json!({ "x": tenth(at), "words": ruler.shortened(words, room) })
        })
        .collect();
    let mut words = json!({
        "height": HEIGHT, "left": tenth(left), "right": tenth(right), "bottom": BOTTOM,
        "marks": lines, "labels": below, "size": size,
        "columns": [], "lines": [], "names": [],
    });
    if is_one {
        let wide = month * FILLED;
        let columns = months.series.iter().flat_map(|series| series.points);
        let columns = columns.take(count).enumerate();
        words["columns"] = columns
            .filter_map(|(place, point)| {
                let top = up((*point)?);
                Some(json!({
                    "x": tenth(middle(place) - wide / 2.0), "y": tenth(top),
                    "width": tenth(wide), "height": tenth(BOTTOM - top),
                }))
            })
            .collect();
        return words;
    }
    let drawn = months.series.iter().map(|series| {
        let points = &series.points[..series.points.len().min(count)];
        line(points, &middle, &up)
    });
    let (runs, ends): (Vec<_>, Vec<_>) = drawn.unzip();
    words["lines"] = runs.into_iter().map(Value::Array).collect();
    let ends: Vec<f64> = ends.into_iter().map(|end| end.unwrap_or(BOTTOM)).collect();
    words["names"] = names(months, hand, right, &ends);
    words
}

/// The names of lines that end at some heights, right of a place.
fn names(months: &Months<'_>, hand: &Hand<'_>, right: f64, ends: &[f64]) -> Value {
    let size = SIZE * hand.grow;
    let ruler = &hand.heavy;
    let room = (WIDTH - right - GAP) / size;
    let names: Vec<(String, f64)> = months
        .series
        .iter()
        .map(|series| {
            let name = ruler.shortened(&hand.word(series.name), room * 1.8);
            let lines = if ruler.width(&name) > room { 2.0 } else { 1.0 };
            (ruler.broken(&name, room), lines * size * LEADING)
        })
        .collect();
    let heights: Vec<f64> = names.iter().map(|(_, height)| *height).collect();
    names
        .into_iter()
        .zip(apart(ends, &heights))
        .map(|((words, height), middle)| {
            json!({
                "x": tenth(right + GAP), "y": tenth(middle - height / 2.0),
                "height": tenth(height), "words": words,
            })
        })
        .collect()
}

/// The runs of a line that nothing interrupts, and the height at which it ends.
fn line(
    points: &[Option<u64>],
    middle: &impl Fn(usize) -> f64,
    up: &impl Fn(u64) -> f64,
) -> (Vec<Value>, Option<f64>) {
    let places: Vec<Option<(f64, f64)>> = points
        .iter()
        .enumerate()
        .map(|(place, count)| count.map(|count| (middle(place), up(count))))
        .collect();
    let runs = places
        .split(Option::is_none)
        .filter(|run| !run.is_empty())
        .map(|run| {
            let run = run.iter().flatten();
            run.map(|(x, y)| json!([tenth(*x), tenth(*y)])).collect()
        })
        .collect();
    let end = places.iter().rev().flatten().next();
    (runs, end.map(|(_, y)| *y))
}

/// Places for names that would stand at some heights, moved so far that none lies on another: the middles, in the
/// order in which they came.
fn apart(wanted: &[f64], heights: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|left, right| wanted[*left].total_cmp(&wanted[*right]));
    let mut places = wanted.to_vec();
    let mut free = 0.0_f64;
    for &name in &order {
        let top = (wanted[name] - heights[name] / 2.0).max(free);
        places[name] = top + heights[name] / 2.0;
        free = top + heights[name];
    }
    let mut free = HEIGHT;
    for &name in order.iter().rev() {
        let bottom = (places[name] + heights[name] / 2.0).min(free);
        places[name] = bottom - heights[name] / 2.0;
        free = bottom - heights[name];
    }
    places
}

fn ratio(count: u64, highest: u64) -> f64 {
    if highest == 0 {
        return 0.0;
    }
    #[expect(
        clippy::cast_precision_loss,
        reason = "a drawing needs three figures of a count"
    )]
    let ratio = count as f64 / highest as f64;
    ratio
}

fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// A place to a tenth of a point, so that a drawing is the same on every machine.
fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_ends_at_a_round_number_that_no_count_exceeds_and_whose_half_is_whole() {
        for (most, round) in [(0, 2), (1, 2), (3, 4), (10, 10), (11, 20), (163, 200)] {
            assert_eq!(scale(most), [0, round / 2, round], "{most}");
        }
        let [_, half, round] = scale(u64::MAX);
        assert!(round == u64::MAX && half < round);
    }

    #[test]
    fn names_of_lines_that_end_together_stand_apart_and_in_their_order() {
        let heights = [11.0; 4];
        for wanted in [
            [50.0, 51.0, 52.0, 50.5],
            [155.0, 155.0, 155.0, 155.0],
            [0.0, 0.0, 158.0, 158.0],
        ] {
            let places = apart(&wanted, &heights);
            let mut sorted = places.clone();
            sorted.sort_by(f64::total_cmp);
            assert!(
                sorted
                    .windows(2)
                    .all(|pair| pair[1] - pair[0] >= 11.0 - 1e-9),
                "{places:?}"
            );
            assert!(sorted[0] >= 5.5 && sorted[3] <= HEIGHT - 5.5, "{places:?}");
        }
        let places = apart(&[50.0, 51.0, 52.0, 50.5], &heights);
        assert!(places[0] < places[3] && places[3] < places[1] && places[1] < places[2]);
    }

    #[test]
    fn a_count_that_may_not_be_told_is_a_gap() {
        let points = [Some(1), None, Some(2), Some(3)];
        let (runs, end) = line(&points, &|place| real(place), &|count| {
            f64::from(u32::try_from(count).unwrap())
        });
        assert_eq!(json!(runs), json!([[[0.0, 1.0]], [[2.0, 2.0], [3.0, 3.0]]]));
        assert_eq!(end, Some(3.0));
    }
}
