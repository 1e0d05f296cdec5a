//! The drawings of a receipt that differ from one to the next: its QR code, and the frieze of its scale.
//!
//! Each is one path of each colour: what a page costs goes by how many pieces it is drawn in.

use std::fmt::Write as _;

use qrcode::bits::encode_auto;
use qrcode::canvas::{Canvas, MaskPattern};
use qrcode::ec::construct_codewords;
use qrcode::types::QrError;
use qrcode::{Color, EcLevel};

/// Width of a tile of the frieze in units of its drawing.
const TILE_WIDTH: u32 = 32;

/// Height of a tile of the frieze in units of its drawing.
const TILE_HEIGHT: u32 = 20;

/// A colour and what is filled with it: where each piece begins, from the left end of its tile, and its outline from
/// there.
type Layer = (&'static str, &'static [(f64, f64, &'static str)]);

/// One tile: an eight-pointed star in a star in a star, and half a lozenge on each side.
const TILE: [Layer; 4] = [
    (
        "#2b6b5d",
        &[(
            16.0,
            0.4,
            "l2.81 2.81h3.98v3.98l2.81 2.81-2.81 2.81v3.98h-3.98l-2.81 2.81-2.81-2.81h-3.98v-3.98l-2.81-2.81 2.81-2.81v-3.98h3.98z",
        )],
    ),
    (
        "#0a4439",
        &[(
            16.0,
            3.4,
            "l1.93 1.93h2.74v2.74l1.93 1.93-1.93 1.93v2.74h-2.74l-1.93 1.93-1.93-1.93h-2.74v-2.74l-1.93-1.93 1.93-1.93v-2.74h2.74z",
        )],
    ),
    (
        "#f2b632",
        &[(
            17.3,
            6.86,
            "l.54 1.3 1.3 .54-.54 1.3 .54 1.3-1.3 .54-.54 1.3-1.3-.54-1.3 .54-.54-1.3-1.3-.54 .54-1.3-.54-1.3 1.3-.54 .54-1.3 1.3 .54z",
        )],
    ),
    (
        "#c9e3db",
        &[
            (0.0, 6.6, "l2.4 3.4-2.4 3.4z"),
            (32.0, 6.6, "l-2.4 3.4 2.4 3.4z"),
        ],
    ),
];

/// One course of so many tiles, as SVG.
pub(crate) fn frieze(tiles: u32) -> String {
    let width = tiles * TILE_WIDTH;
    let mut svg = opened(width, TILE_HEIGHT);
    for (colour, pieces) in TILE {
        let mut outline = String::new();
        for tile in 0..tiles {
            let left = f64::from(tile * TILE_WIDTH);
            for (x, y, rest) in pieces {
                let _ = write!(outline, "M{} {y}{rest}", left + x);
            }
        }
        let _ = write!(svg, r#"<path fill="{colour}" d="{outline}"/>"#);
    }
    svg + "</svg>"
}

/// An address as a QR code without margin, as SVG: the page gives it room.
pub(crate) fn qr(address: &str) -> Result<String, QrError> {
    let (dark, side) = code(address)?;
    let mut outline = String::new();
    for (y, row) in dark.chunks(side).enumerate() {
        // Dark squares side by side are one piece.
        let mut x = 0;
        for run in row.chunk_by(|left, right| left == right) {
            let width = run.len();
            if run[0] {
                let _ = write!(outline, "M{x} {y}h{width}v1h-{width}z");
            }
            x += width;
        }
    }
    let svg = opened(side, side);
    Ok(format!(
        r##"{svg}<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path fill="#000" d="{outline}"/></svg>"##
    ))
}

/// The masks of ISO/IEC 18004, section 7.8.2, in their order.
const MASKS: [MaskPattern; 8] = [
    MaskPattern::Checkerboard,
    MaskPattern::HorizontalLines,
    MaskPattern::VerticalLines,
    MaskPattern::DiagonalLines,
    MaskPattern::LargeCheckerboard,
    MaskPattern::Fields,
    MaskPattern::Diamonds,
    MaskPattern::Meadow,
];

/// The dark squares of a code, row by row, and how many a row has. The library draws it; which of its masks reads best
/// is found here, because the library takes a twentieth of a receipt's time for that.
fn code(address: &str) -> Result<(Vec<bool>, usize), QrError> {
    let bits = encode_auto(address.as_bytes(), EcLevel::M)?;
    let version = bits.version();
    let side = usize::from(version.width().unsigned_abs());
    let (data, correction) = construct_codewords(&bits.into_bytes(), version, EcLevel::M)?;
    let mut canvas = Canvas::new(version, EcLevel::M);
    canvas.draw_all_functional_patterns();
    canvas.draw_data(&data, &correction);
    let masked = MASKS.iter().map(|mask| {
        let mut canvas = canvas.clone();
        canvas.apply_mask(*mask);
        let colours = canvas.into_colors().into_iter();
        colours.map(|colour| colour == Color::Dark).collect()
    });
    let best = masked.min_by_key(|dark: &Vec<bool>| penalty(dark, side));
    Ok((best.unwrap_or_default(), side))
}

/// How badly a code reads, by ISO/IEC 18004, section 7.8.3; only differences between masks of one code mean anything.
fn penalty(dark: &[bool], side: usize) -> usize {
    let columns: Vec<bool> = (0..side * side)
        .map(|place| dark[place % side * side + place / side])
        .collect();
    let lines = dark.chunks(side).chain(columns.chunks(side));
    let in_lines: usize = lines.map(penalty_of_line).sum();
    let pairs = dark.chunks(side).zip(dark.chunks(side).skip(1));
    let blocks: usize = pairs
        .map(|(row, next)| {
            let squares = row.windows(2).zip(next.windows(2));
            let alike = |(up, down): &(&[bool], &[bool])| up[0] == up[1] && *up == *down;
            squares.filter(alike).count()
        })
        .sum();
    let balance = (dark.iter().filter(|dark| **dark).count() * 200 / dark.len()).abs_diff(100);
    in_lines + 3 * blocks + balance
}

/// What long runs of one colour in a row or column, and what looks like the corner of a code there, count.
fn penalty_of_line(line: &[bool]) -> usize {
    const CORNER: [bool; 7] = [true, false, true, true, true, false, true];
    let runs: usize = line
        .chunk_by(|left, right| left == right)
        .map(<[bool]>::len)
        .filter(|length| *length >= 5)
        .map(|length| length - 2)
        .sum();
    let corners = line.windows(CORNER.len()).enumerate();
    let corners = corners
        .filter(|(start, window)| {
            let is_free = |squares: &[bool]| !squares.contains(&true);
            let end = start + CORNER.len();
            **window == CORNER
                && (is_free(&line[start.saturating_sub(4)..*start])
                    || is_free(&line[end..line.len().min(end + 4)]))
        })
        .count();
    runs + 40 * corners
}

/// The beginning of a drawing of a size.
fn opened<T: std::fmt::Display>(width: T, height: T) -> String {
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">"#
    )
}

#[cfg(test)]
mod tests {
    use qrcode::QrCode;

    use super::*;

    /// The squares that a path of rows of one height covers.
    fn covered(svg: &str, side: usize) -> Vec<bool> {
        let (_, outline) = svg.rsplit_once(" d=\"").unwrap();
        let (outline, _) = outline.split_once('"').unwrap();
        let mut squares = vec![false; side * side];
        for piece in outline.split('M').skip(1) {
            let (corner, rest) = piece.split_once('h').unwrap();
            let (x, y) = corner.split_once(' ').unwrap();
            let (width, _) = rest.split_once('v').unwrap();
            let [x, y, width] = [x, y, width].map(|number| number.parse::<usize>().unwrap());
            assert_eq!(rest, format!("{width}v1h-{width}z"));
            for square in &mut squares[y * side + x..y * side + x + width] {
                assert!(!*square, "covered twice");
                *square = true;
            }
        }
        squares
    }

    #[test]
    fn a_code_is_the_one_of_the_library_square_for_square() {
        let words = [
            "a",
            "https://chikaya.example/ar/track/CK-26-7K3M-9QDX?",
            "b/ ",
        ];
        for length in (1..=420).step_by(7) {
            let word = words[length % words.len()];
            let address: String = word.chars().cycle().skip(length % 5).take(length).collect();
            let code = QrCode::with_error_correction_level(&address, EcLevel::M).unwrap();
            let dark: Vec<bool> = code
                .to_colors()
                .into_iter()
                .map(|colour| colour == Color::Dark)
                .collect();
            assert_eq!(
                covered(&qr(&address).unwrap(), code.width()),
                dark,
                "{address}"
            );
        }
    }

    #[test]
    fn each_tile_of_a_frieze_stands_beside_the_one_before() {
        let svg = frieze(3);
        assert!(svg.contains(r#"viewBox="0 0 96 20""#), "{svg}");
        for (_, pieces) in TILE {
            for (x, y, rest) in pieces {
                for left in [0.0, 32.0, 64.0] {
                    assert!(svg.contains(&format!("M{} {y}{rest}", left + x)), "{svg}");
                }
            }
        }
    }
}
