//! The map: regions, or provinces of a region, coloured by the share answered in time. Counts are never coloured: where more
//! people live, more is filed.

use std::fmt::Write as _;

use chikaya_domain::{id::TerritoryCode, statistics::Share};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::{
    Country,
    country::{Corner, Ring},
};

use super::say::{interval, percent};

/// Units in the longer side of a drawing: whole units are fine enough for a screen.
const SIDE: f64 = 1_000.0;

/// Room around the land, for its lines.
const MARGIN: f64 = 6.0;

/// Steps of colour, each a fifth of the scale: the same on every map, so that two can be compared.
const STEPS: u8 = 5;

/// A territory of the map.
pub(super) struct Area {
    /// Where its page is.
    pub(super) address: String,
    /// Its name and its figure, for those who hear the page and as a tip.
    pub(super) said: String,
    /// `m0` to `m4`, or `mh` where nothing is told.
    pub(super) class: String,
    pub(super) path: String,
    /// Where its figure stands.
    pub(super) across: String,
    pub(super) down: String,
    pub(super) figure: String,
}

/// A colour with its meaning.
pub(super) struct Key {
    pub(super) class: String,
    pub(super) is_hatched: bool,
    pub(super) text: String,
}

/// A map.
pub(super) struct Map {
    pub(super) size: String,
    pub(super) title: String,
    pub(super) described: String,
    pub(super) areas: Vec<Area>,
    pub(super) keys: Vec<Key>,
}

/// What is known of a territory before it is drawn.
pub(super) struct Place {
    pub(super) code: TerritoryCode,
    pub(super) name: String,
    pub(super) address: String,
    /// Its share in time, where it is told.
    pub(super) share: Option<Share>,
}

impl Map {
    /// The map of some territories; none where fewer than two of them are on one.
    pub(super) fn of(country: &Country, voice: Voice, places: Vec<Place>) -> Option<Self> {
        let drawn: Vec<(Place, &[Ring])> = places
            .into_iter()
            .filter_map(|place| {
                let rings = country.outlines.of(&place.code)?;
                Some((place, rings))
            })
            .collect();
        if drawn.len() < 2 {
            return None;
        }
        let corners = drawn.iter().flat_map(|(_, rings)| rings.iter().flatten());
        let sheet = Sheet::around(corners)?;
        let areas = drawn
            .into_iter()
            .map(|(place, rings)| area(voice, sheet, place, rings))
            .collect();
        let keys = (0..STEPS)
            .map(|step| Key {
                class: format!("m{step}"),
                is_hatched: false,
                text: percent_range(voice, step),
            })
            .chain([Key {
                class: "mh".to_owned(),
                is_hatched: true,
                text: voice.say("statistics-none").into_owned(),
            }])
            .collect();
        Some(Self {
            size: sheet.size(),
            title: voice.say("statistics-map-title").into_owned(),
            described: voice.say("statistics-map-text").into_owned(),
            areas,
            keys,
        })
    }
}

fn percent_range(voice: Voice, step: u8) -> String {
    let share = |step: u8| percent(voice, f64::from(step) / f64::from(STEPS));
    super::say::between(voice, &share(step), &share(step + 1))
}

fn area(voice: Voice, sheet: Sheet, place: Place, rings: &[Ring]) -> Area {
    let (figure, class, said) = if let Some(share) = place.share {
        let figure = percent(voice, share.value);
        let said = voice.say_with(
            "statistics-map-area",
            &[
                ("place", Argument::Text(&place.name)),
                ("share", Argument::Text(&figure)),
                ("interval", Argument::Text(&interval(voice, share))),
            ],
        );
        (figure, format!("m{}", step(share.value)), said)
    } else {
        let said = voice.say_with(
            "statistics-map-area-none",
            &[("place", Argument::Text(&place.name))],
        );
        (String::new(), "mh".to_owned(), said)
    };
    let drawn: Vec<Vec<(i32, i32)>> = rings.iter().map(|ring| sheet.points(ring)).collect();
    let (across, down) = within(&drawn);
    Area {
        address: place.address,
        said,
        class,
        path: path(&drawn),
        across: across.to_string(),
        down: down.to_string(),
        figure,
    }
}

/// The step of a share.
fn step(share: f64) -> u8 {
    let steps = f64::from(STEPS);
    (0..STEPS)
        .rev()
        .find(|step| share >= f64::from(*step) / steps)
        .unwrap_or(0)
}

/// Where the land lies in the drawing.
#[derive(Clone, Copy)]
struct Sheet {
    west: f64,
    north: f64,
    /// Units in a degree of latitude.
    scale: f64,
    width: f64,
    height: f64,
}

impl Sheet {
    fn around<'a>(corners: impl Iterator<Item = &'a Corner>) -> Option<Self> {
        let all = (f64::MAX, f64::MIN, f64::MAX, f64::MIN);
        let (west, east, north, south) = corners.fold(all, |bounds, corner| {
            (
                bounds.0.min(corner.east),
                bounds.1.max(corner.east),
                bounds.2.min(corner.south),
                bounds.3.max(corner.south),
            )
        });
        let side = (east - west).max(south - north);
        if side <= 0.0 {
            return None;
        }
        let scale = SIDE / side;
        Some(Self {
            west,
            north,
            scale,
            width: (east - west) * scale,
            height: (south - north) * scale,
        })
    }

    fn size(self) -> String {
        let room = 2.0 * MARGIN;
        format!(
            "{} {} {} {}",
            -MARGIN,
            -MARGIN,
            (self.width + room).ceil(),
            (self.height + room).ceil()
        )
    }

    /// The corners of an outline in whole units; those that fall together are one. Neighbours share their corners, so they
    /// still meet.
    fn points(self, ring: &Ring) -> Vec<(i32, i32)> {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "between 0 and the side of the drawing"
        )]
        let unit = |value: f64| (value * self.scale).round() as i32;
        let mut points: Vec<(i32, i32)> = ring
            .iter()
            .map(|corner| {
                (
                    unit(corner.east - self.west),
                    unit(corner.south - self.north),
                )
            })
            .collect();
        points.dedup();
        points
    }
}

/// Closed lines as a path of steps: `M3 4l5 6 7-8z`.
fn path(rings: &[Vec<(i32, i32)>]) -> String {
    let mut path = String::new();
    for ring in rings {
        let Some(first) = ring.first() else {
            continue;
        };
        let _ = write!(path, "M{} {}l", first.0, first.1);
        let steps = ring.windows(2);
        for (place, step) in steps.enumerate() {
            let (across, down) = (step[1].0 - step[0].0, step[1].1 - step[0].1);
            // A sign parts two numbers as a space does.
            for (number, is_first) in [(across, place == 0), (down, false)] {
                if number >= 0 && !is_first {
                    path.push(' ');
                }
                let _ = write!(path, "{number}");
            }
        }
        path.push('z');
    }
    path
}

/// A point well within some closed lines: the middle of the longest stretch of land on seven lines across them, of equal ones that nearest
/// to their middle.
fn within(rings: &[Vec<(i32, i32)>]) -> (i32, i32) {
    let downs = || rings.iter().flatten().map(|point| point.1);
    let (Some(top), Some(bottom)) = (downs().min(), downs().max()) else {
        return (0, 0);
    };
    (1..8)
        .map(|eighth| top + (bottom - top) * eighth / 8)
        .flat_map(|down| {
            let mut crossings: Vec<i32> = rings
                .iter()
                .flat_map(|ring| ring.iter().zip(ring.iter().cycle().skip(1)))
                .filter(|(from, to)| (from.1 <= down) != (to.1 <= down))
                .map(|(from, to)| from.0 + (to.0 - from.0) * (down - from.1) / (to.1 - from.1))
                .collect();
            crossings.sort_unstable();
            let stretches: Vec<(i32, i32, i32, i32)> = crossings
                .chunks_exact(2)
                .map(|stretch| {
                    let across = i32::midpoint(stretch[0], stretch[1]);
                    let off = (down - i32::midpoint(top, bottom)).abs();
                    (stretch[1] - stretch[0], -off, across, down)
                })
                .collect();
            stretches
        })
        .max()
        .map_or((0, 0), |(_, _, across, down)| (across, down))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_written_in_steps() {
        let square = vec![(0, 0), (10, 0), (10, 10), (0, 10)];
        assert_eq!(path(std::slice::from_ref(&square)), "M0 0l10 0 0 10-10 0z");
        assert_eq!(within(&[square]), (5, 5));
    }

    #[test]
    fn the_label_of_a_ring_with_a_hole_stands_on_land() {
        let around = vec![(0, 0), (80, 0), (80, 80), (0, 80)];
        let hole = vec![(10, 2), (70, 2), (70, 78), (10, 78)];
        let (across, _) = within(&[around, hole]);
        assert!(!(10..=70).contains(&across), "{across}");
    }

    #[test]
    fn steps_are_fifths() {
        let steps: Vec<u8> = [0.0, 0.199, 0.2, 0.5, 0.8, 1.0].map(step).to_vec();
        assert_eq!(steps, [0, 0, 1, 2, 4, 4]);
    }

    #[test]
    fn corners_that_fall_together_are_one() {
        let corner = |east: f64, south: f64| Corner { east, south };
        let ring = vec![
            corner(0.0, 0.0),
            corner(1.0, 0.0),
            corner(1.000_1, 0.0),
            corner(1.0, 1.0),
        ];
        let sheet = Sheet::around(ring.iter()).unwrap();
        assert_eq!(sheet.points(&ring), [(0, 0), (1_000, 0), (1_000, 1_000)]);
    }
}
