//! The case seal: a small rosette drawn from a reference, so that people know their paper by its face.
//!
//! It is a recognition aid for those who do not read at ease, never a proof: the signature proves, and two cases may
//! look alike. The same reference always gives the same drawing, with or without hyphens, in capitals or not.

use std::{fmt::Write as _, sync::OnceLock};

use sha2::{Digest, Sha256};

/// Ground, ink and accent, as numbers of colours.
const PALETTES: [[u8; 3]; 10] = [
    [1, 2, 3],
    [2, 1, 3],
    [1, 4, 2],
    [2, 4, 1],
    [3, 1, 4],
    [4, 1, 3],
    [4, 1, 2],
    [3, 2, 1],
    [1, 3, 2],
    [4, 3, 1],
];

/// The number of the colour that is the paper itself.
const PAPER: u8 = 0;

/// Paper, qarmoud green, Fez blue, saffron, oxide red: the classes `z0` to `z4` on white paper.
const COLOURS: [&str; 5] = ["#ffffff", "#0b5345", "#1c5c9c", "#e0a01f", "#b3401f"];

/// How far the outer points of a khatam lie from its inner ones: two squares, one turned by 45 degrees.
const KHATAM: f64 = 0.765;

/// One seal, ready to be written as SVG for the screen or for paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    shapes: Vec<Shape>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Shape {
    colour: u8,
    path: String,
}

/// Eight kites around the centre, coloured in turn; lengths in units of a drawing 64 wide, the angle in degrees.
struct Ring {
    near: f64,
    middle: f64,
    far: f64,
    width: f64,
}

impl Seal {
    /// Draws the seal of a case from its public reference, such as `CK-26-7K3M-9QDX`.
    pub fn of(reference: &str) -> Self {
        Choice::of(reference).draw()
    }

    /// The drawing for a page: colours are the classes `z0` to `z4`, so that no inline style is needed and a dark
    /// screen may choose its own. `label`, already in the reader's words, is its text for those who do not see it;
    /// without one it counts as decoration.
    pub fn html(&self, label: Option<&str>) -> String {
        framed(&self.paths(), label)
    }

    /// As [`Self::html`] of the seal of a case, from drawings that are kept once made: there are no more than
    /// [`DRAWINGS`] of them, and a page would spend more time on drawing its seal than on the rest of its template.
    pub fn kept_html(reference: &str, label: Option<&str>) -> String {
        static KEPT: [OnceLock<Box<str>>; DRAWINGS] = [const { OnceLock::new() }; DRAWINGS];
        let choice = Choice::of(reference);
        let paths = KEPT[choice.number()].get_or_init(|| choice.draw().paths().into());
        framed(paths, label)
    }

    /// The shapes for a page.
    fn paths(&self) -> String {
        let mut paths = String::new();
        for Shape { colour, path } in &self.shapes {
            write!(paths, r#"<path class="z{colour}" d="{path}"/>"#)
                .expect("a String takes all text");
        }
        paths
    }

    /// The drawing for paper: a file of its own, in the colours of the light screen.
    pub fn svg(&self) -> String {
        let mut svg = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">"#.to_owned();
        for Shape { colour, path } in &self.shapes {
            let colour = COLOURS[usize::from(*colour)];
            write!(svg, r#"<path fill="{colour}" d="{path}"/>"#).expect("a String takes all text");
        }
        svg.push_str("</svg>");
        svg
    }

    fn petals(&mut self, kind: usize, turn: f64, size: f64, [ground, ink, accent]: [u8; 3]) {
        let ring = |near, middle, far, width| Ring::new(near, middle, far, width).sized(size);
        match kind {
            0 => self.ring(&ring(14.0, 19.0, 26.5, 15.0), turn, &[ink]),
            1 => self.ring(&ring(13.0, 21.0, 26.5, 11.0), turn, &[ink, accent]),
            2 => {
                self.ring(&ring(17.0, 21.5, 26.0, 10.0), turn, &[accent]);
                self.ring(&ring(11.0, 15.0, 19.0, 12.0), turn + 22.5, &[ink]);
            }
            3 => self.ring(&ring(18.0, 22.0, 26.0, 14.0), turn, &[ink, ground]),
            _ => self.ring(&ring(12.0, 22.0, 26.0, 8.0), turn, &[ground, ink]),
        }
    }

    fn heart(&mut self, kind: usize, turn: f64, size: f64, [ground, ink, accent]: [u8; 3]) {
        match kind {
            0 => self.star(13.0 * size, turn, accent, KHATAM),
            1 => self.star(12.0 * size, turn + 22.5, ink, 0.55),
            2 => {
                self.star(12.5 * size, turn, ground, KHATAM);
                self.star(8.0 * size, turn + 22.5, PAPER, KHATAM);
            }
            3 => self.octagon(12.0 * size, turn + 22.5, accent),
            _ => {
                let ring = Ring::new(2.0, 7.0, 13.0, 18.0).sized(size);
                self.ring(&ring, turn, &[ground, accent]);
            }
        }
    }

    /// Eight points: with `inner` at [`KHATAM`], two squares laid over each other.
    fn star(&mut self, radius: f64, turn: f64, colour: u8, inner: f64) {
        let corners = (0..16u8).map(|k| {
            let reach = if k % 2 == 0 { 1.0 } else { inner };
            polar(radius * reach, turn + 22.5 * f64::from(k))
        });
        self.polygon(corners, colour);
    }

    fn octagon(&mut self, radius: f64, turn: f64, colour: u8) {
        self.polygon(
            (0..8u8).map(|k| polar(radius, turn + 45.0 * f64::from(k))),
            colour,
        );
    }

    fn ring(&mut self, ring: &Ring, turn: f64, colours: &[u8]) {
        for (k, &colour) in (0..8u8).zip(colours.iter().cycle()) {
            let angle = turn + 45.0 * f64::from(k);
            let kite = [
                polar(ring.near, angle),
                polar(ring.middle, angle + ring.width),
                polar(ring.far, angle),
                polar(ring.middle, angle - ring.width),
            ];
            self.polygon(kite.into_iter(), colour);
        }
    }

    fn polygon(&mut self, corners: impl Iterator<Item = (f64, f64)>, colour: u8) {
        let mut path = String::with_capacity(160);
        for (x, y) in corners {
            path.push(if path.is_empty() { 'M' } else { 'L' });
            push_tenths(&mut path, x);
            path.push(' ');
            push_tenths(&mut path, y);
        }
        path.push('z');
        self.shapes.push(Shape { colour, path });
    }
}

/// How many seals there are.
const DRAWINGS: usize = PALETTES.len() * TURNS.len() * PETALS * HEARTS * MIDDLES;

/// Turned rings fit between the arms of the star, so they are smaller: degrees, and the size beside that of others.
const TURNS: [(f64, f64); 2] = [(0.0, 1.0), (22.5, 0.79)];

/// Kinds of petals.
const PETALS: usize = 5;

/// Kinds of hearts.
const HEARTS: usize = 5;

/// Kinds of middles.
const MIDDLES: usize = 4;

/// Which of the seals it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Choice {
    palette: usize,
    turn: usize,
    petals: usize,
    heart: usize,
    middle: usize,
}

impl Choice {
    fn of(reference: &str) -> Self {
        let folded = reference.replace('-', "").to_uppercase();
        let draw = Sha256::digest(folded.as_bytes());
        let pick = |byte: usize, choices: usize| usize::from(draw[byte]) % choices;
        Self {
            palette: pick(0, PALETTES.len()),
            turn: pick(1, TURNS.len()),
            petals: pick(2, PETALS),
            heart: pick(3, HEARTS),
            middle: pick(4, MIDDLES),
        }
    }

    /// Its number among all, below [`DRAWINGS`].
    const fn number(self) -> usize {
        let ring = self.palette * TURNS.len() + self.turn;
        ((ring * PETALS + self.petals) * HEARTS + self.heart) * MIDDLES + self.middle
    }

    fn draw(self) -> Seal {
        let colours = PALETTES[self.palette];
        let [ground, ink, accent] = colours;
        let (turn, size) = TURNS[self.turn];
        let mut seal = Seal { shapes: Vec::new() };
        seal.star(31.0, 0.0, ground, KHATAM);
        seal.star(27.5, 0.0, PAPER, KHATAM);
        if turn > 0.0 {
            seal.ring(&Ring::new(21.0, 23.5, 26.2, 5.0), 0.0, &[accent]);
        }
        seal.petals(self.petals, turn, size, colours);
        seal.heart(self.heart, turn, size, colours);
        match self.middle {
            0 => seal.star(5.0, 0.0, PAPER, KHATAM),
            1 => seal.star(4.5, 22.5, ground, KHATAM),
            2 => seal.octagon(4.0, 0.0, ink),
            _ => seal.star(6.0, 0.0, ink, 0.45),
        }
        seal
    }
}

impl Ring {
    const fn new(near: f64, middle: f64, far: f64, width: f64) -> Self {
        Self {
            near,
            middle,
            far,
            width,
        }
    }

    fn sized(self, size: f64) -> Self {
        Self {
            near: self.near * size,
            middle: self.middle * size,
            far: self.far * size,
            ..self
        }
    }
}

/// A point of the drawing, whose centre is (32, 32); 0 degrees is up, and angles grow clockwise.
fn polar(radius: f64, degrees: f64) -> (f64, f64) {
    let angle = (degrees - 90.0).to_radians();
    (32.0 + radius * angle.cos(), 32.0 + radius * angle.sin())
}

/// A length with one digit after the point. Every case page draws a seal of some hundred points: exact decimals,
/// as `{:.1}` makes them, would cost more than the rest of the page's template.
fn push_tenths(path: &mut String, length: f64) {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a drawing is 64 wide: nothing is negative or large"
    )]
    let tenths = (length * 10.0).round() as u32;
    write!(path, "{}.{}", tenths / 10, tenths % 10).expect("a String takes all text");
}

/// Shapes as a drawing of a page, named or counted as decoration.
fn framed(paths: &str, label: Option<&str>) -> String {
    let naming = match label {
        Some(label) => format!(r#" role="img" aria-label="{}""#, escape(label)),
        None => r#" aria-hidden="true""#.to_owned(),
    };
    format!(r#"<svg class="seal" viewBox="0 0 64 64"{naming}>{paths}</svg>"#)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::Seal;

    #[test]
    fn draws_what_the_design_drew() {
        // Begin and end of the mock-up's seal for this reference.
        let html = Seal::of("CK-26-7K3M-9QDX").html(None);
        assert!(html.starts_with(concat!(
            r#"<svg class="seal" viewBox="0 0 64 64" aria-hidden="true"><path class="z4" d="M32.0 1.0L41.1 10.1"#,
            "L53.9 10.1L53.9 22.9L63.0 32.0"
        )));
        assert!(html.ends_with(concat!(
            r#"<path class="z4" d="M33.7 27.8L34.4 29.6L36.2 30.3L35.4 32.0L36.2 33.7L34.4 34.4L33.7 36.2L32.0 35.4"#,
            r#"L30.3 36.2L29.6 34.4L27.8 33.7L28.6 32.0L27.8 30.3L29.6 29.6L30.3 27.8L32.0 28.6z"/></svg>"#
        )));
        assert_eq!(html.matches("<path").count(), 12);
    }

    #[test]
    fn what_is_kept_is_what_is_drawn() {
        for number in 0..200 {
            let reference = format!("CK-26-7K3M-{number:04}");
            let drawn = Seal::of(&reference).html(Some("Seal"));
            // Drawn when it is first asked for, and taken from what is kept after that.
            for _ in 0..2 {
                assert_eq!(Seal::kept_html(&reference, Some("Seal")), drawn);
            }
        }
    }

    #[test]
    fn is_the_same_however_the_reference_is_typed() {
        assert_eq!(Seal::of("CK-26-7K3M-9QDX"), Seal::of("ck267k3m9qdx"));
        assert_ne!(Seal::of("CK-26-7K3M-9QDX"), Seal::of("CK-26-7K3M-9QDY"));
    }

    #[test]
    fn its_label_cannot_break_out_of_the_attribute() {
        let html = Seal::of("CK-26-7K3M-9QDX").html(Some(r#""><script>&"#));
        assert!(html.contains(r#"aria-label="&quot;&gt;&lt;script&gt;&amp;""#));
    }
}
