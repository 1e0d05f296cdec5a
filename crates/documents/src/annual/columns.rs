//! How wide the columns of a table are, and how large its letters, so that each word fits into its column.

use super::hand::{Hand, WIDTH};

/// Sizes of letters that are tried, in points for Latin letters, from the roomiest.
const SIZES: [f64; 5] = [9.5, 8.8, 8.0, 7.2, 6.5];

/// Room left and right of what stands in a cell, in points.
pub(super) const INSET: f64 = 3.5;

/// A longer word is broken rather than all others made small for it, in em: longer than any word of our languages.
const LONGEST: f64 = 13.0;

/// A column whose cells fill more than this share of the page has them in several lines.
const WIDEST: f64 = 0.45;

/// Lines up to which a row is kept on one page.
const TALL: f64 = 12.0;

/// Lines up to which a whole table is: twelve months with their head and a sum.
const SHORT: f64 = 15.0;

/// What is known of the words of a column, in em.
#[derive(Clone, Copy, Default)]
struct Need {
    /// Its longest word.
    word: f64,
    /// Its longest cell.
    line: f64,
}

/// Columns of a table, in points.
pub(super) struct Columns {
    /// Size of the letters.
    pub(super) size: f64,
    pub(super) widths: Vec<f64>,
    /// Whether a row may go over two pages, because one of them holds very much.
    pub(super) rows_break: bool,
    /// Whether it is so short that it is kept on one page.
    pub(super) is_short: bool,
}

impl Columns {
    /// For a table as wide as the page, of words that are printable.
    pub(super) fn of(head: &[String], rows: &[Vec<String>], hand: &Hand<'_>) -> Self {
        let longest_row = rows.iter().map(Vec::len).max().unwrap_or(0);
        let mut needs = vec![Need::default(); head.len().max(longest_row)];
        let all = rows.iter().map(|row| (row.as_slice(), &hand.regular));
        for (cells, ruler) in std::iter::once((head, &hand.heavy)).chain(all) {
            for (need, cell) in needs.iter_mut().zip(cells) {
                need.word = need.word.max(ruler.longest_word(cell).min(LONGEST));
                need.line = need.line.max(ruler.width(cell));
            }
        }
        let sizes = SIZES.map(|size| size * hand.grow);
        let fitting = sizes.into_iter().find(|size| {
            let words = needs.iter().map(|need| need.word * size + 2.0 * INSET);
            words.sum::<f64>() <= WIDTH
        });
        let size = fitting.unwrap_or(sizes[SIZES.len() - 1]);
        let widths = shared(&needs, size, WIDTH);
        // Words part lines before they are full: what is reckoned here is a little less than what will stand there.
        let lines = |cells: &Vec<String>| {
            let lines = cells.iter().zip(&widths).map(|(cell, width)| {
                let room = (width - 2.0 * INSET).max(1.0);
                (hand.regular.width(cell) * size / room).ceil()
            });
            lines.fold(1.0, f64::max)
        };
        let rows_break = rows.iter().any(|row| lines(row) > TALL);
        let is_short = !rows_break && rows.iter().map(lines).sum::<f64>() <= SHORT;
        Self {
            size,
            widths,
            rows_break,
            is_short,
        }
    }
}

/// Gives each column what its longest word needs, and shares out the rest by what else would stand on one line.
fn shared(needs: &[Need], size: f64, width: f64) -> Vec<f64> {
    let words: Vec<f64> = needs
        .iter()
        .map(|need| need.word * size + 2.0 * INSET)
        .collect();
    let all_words: f64 = words.iter().sum();
    if all_words > width {
        let most = levelled(&words, width);
        return words.into_iter().map(|word| word.min(most)).collect();
    }
    let lines: Vec<f64> = needs
        .iter()
        .zip(&words)
        .map(|(need, word)| {
            (need.line * size + 2.0 * INSET)
                .min(width * WIDEST)
                .max(*word)
        })
        .collect();
    let all_lines: f64 = lines.iter().sum();
    if all_lines <= width {
        // All stand on one line: what is left goes to all, by their widths.
        return lines
            .into_iter()
            .map(|line| line * width / all_lines.max(1.0))
            .collect();
    }
    let share = (width - all_words) / (all_lines - all_words);
    words
        .into_iter()
        .zip(lines)
        .map(|(word, line)| word + (line - word) * share)
        .collect()
}

/// The width to which the widest columns are cut so that all together have a width.
fn levelled(widths: &[f64], width: f64) -> f64 {
    let mut sorted = widths.to_vec();
    sorted.sort_by(f64::total_cmp);
    let mut rest = width;
    for (place, narrow) in sorted.iter().enumerate() {
        let columns = f64::from(u32::try_from(sorted.len() - place).unwrap_or(u32::MAX));
        if narrow * columns >= rest {
            return rest / columns;
        }
        rest -= narrow;
    }
    width
}

#[cfg(test)]
mod tests {
    use super::*;

    fn need(word: f64, line: f64) -> Need {
        Need { word, line }
    }

    #[test]
    fn what_fits_fills_the_page_and_what_does_not_is_cut_where_it_is_widest() {
        for needs in [
            vec![need(1.0, 1.0); 3],
            vec![need(5.0, 80.0), need(3.0, 3.0), need(3.0, 3.0)],
            vec![need(13.0, 13.0); 12],
            vec![need(2.0, 2.0), need(40.0, 200.0), need(30.0, 30.0)],
            vec![need(0.0, 0.0); 2],
        ] {
            let widths = shared(&needs, 10.0, 480.0);
            let all: f64 = widths.iter().sum();
            assert!((all - 480.0).abs() < 1e-6, "{widths:?}");
            assert!(widths.iter().all(|width| *width > 0.0), "{widths:?}");
        }
        assert_eq!(shared(&[], 10.0, 480.0), Vec::<f64>::new());
    }

    #[test]
    fn short_columns_keep_their_words_whole_beside_a_long_one() {
        let widths = shared(&[need(5.0, 80.0), need(4.0, 4.0)], 10.0, 480.0);
        assert!(widths[1] >= 40.0 + 2.0 * INSET, "{widths:?}");
        let widths = shared(&[need(90.0, 90.0), need(4.0, 4.0)], 10.0, 480.0);
        assert!((widths[1] - 47.0).abs() < 1e-9, "{widths:?}");
    }
}
