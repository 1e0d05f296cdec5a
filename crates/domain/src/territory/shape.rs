//! Shapes of territories, roughly, and which of them holds a point.

use thiserror::Error;

use super::Coordinates;
use crate::id::TerritoryCode;

/// How far outside every shape a point may lie and still be counted to the nearest, in metres: shapes are simplified,
/// a gap may open between two of them, and a harbour reaches into the sea.
pub const NEAR_METRES: u32 = 3_000;

/// Outlines are written in ten-thousandths of a degree, about 11 m.
const STEP_MICRO: i64 = 100;

/// Metres in a millionth of a degree of latitude, on a globe of 6,371,008.8 m radius.
const METRES_PER_MICRO: f64 = 6_371_008.8 * std::f64::consts::PI / 180.0 / 1e6;

/// A closed line; the last corner is joined to the first.
pub type Outline = Vec<Coordinates>;

/// The land of one territory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    territory: TerritoryCode,
    /// Parts and holes alike: a point is within where it lies inside an odd number of them.
    outlines: Vec<Outline>,
    bounds: Bounds,
}

/// An outline that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ShapeError {
    /// Something that is no whole number, or half a corner.
    #[error("an outline is written as pairs of whole numbers")]
    Number,
    /// A corner that is not on the globe.
    #[error("a corner lies outside the globe")]
    Range,
    /// Fewer than three corners.
    #[error("an outline has three corners or more")]
    Corners,
}

/// The territory to which a point belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// The territory.
    pub territory: TerritoryCode,
    /// Metres from the point to its edge; 0 within it.
    pub metres: u32,
}

/// All shapes of a country.
#[derive(Clone, Debug, Default)]
pub struct Shapes {
    /// The smallest first, so that a town is found before the land around it.
    shapes: Vec<Shape>,
}

/// A box around a shape, in millionths of a degree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Bounds {
    south: i32,
    north: i32,
    west: i32,
    east: i32,
}

impl Shape {
    /// Reads a shape from text: outlines parted by `;`, each the latitude and longitude of its first corner and then
    /// the steps to the next ones, all in ten-thousandths of a degree, parted by spaces.
    pub fn parse(territory: TerritoryCode, text: &str) -> Result<Self, ShapeError> {
        let outlines = text
            .split(';')
            .map(outline)
            .collect::<Result<Vec<_>, _>>()?;
        let bounds = Bounds::around(&outlines).ok_or(ShapeError::Corners)?;
        Ok(Self {
            territory,
            outlines,
            bounds,
        })
    }

    /// The territory.
    pub const fn territory(&self) -> &TerritoryCode {
        &self.territory
    }

    /// Whether a point lies within, by the rule of the even and the odd: a line from the point to the east crosses the
    /// outlines an odd number of times. Each edge holds its southern end and not its northern one, so that a corner
    /// counts once (after W. R. Franklin, PNPOLY, 1970). Whole numbers throughout: there is nothing to round.
    pub fn holds(&self, point: Coordinates) -> bool {
        self.bounds.holds(point, 0.0)
            && self
                .edges()
                .filter(|(from, to)| crosses(point, *from, *to))
                .count()
                % 2
                == 1
    }

    /// Metres from a point to the nearest edge, on a plane that touches the globe at the point: exact to a thousandth
    /// over the few kilometres for which it is asked.
    pub fn metres_to(&self, point: Coordinates) -> f64 {
        self.edges()
            .map(|(from, to)| distance(point, from, to))
            .fold(f64::INFINITY, f64::min)
    }

    /// A point well within: the middle of the longest stretch of land on the parallels through the shape's middle.
    pub fn point_within(&self) -> Option<Coordinates> {
        let Bounds { south, north, .. } = self.bounds;
        let height = i64::from(north) - i64::from(south);
        (1..8)
            .flat_map(|eighth| self.stretches(i64::from(south) + height * eighth / 8))
            .max_by_key(|(west, east, _)| east - west)
            .and_then(|(west, east, latitude)| {
                Coordinates::from_micro(latitude, i64::midpoint(west, east)).ok()
            })
    }

    /// The stretches of land along a parallel, from west to east.
    fn stretches(&self, latitude: i64) -> Vec<(i64, i64, i64)> {
        let mut crossings: Vec<i64> = self
            .edges()
            .filter_map(|(from, to)| {
                let (south, north) = if from.latitude_micro() < to.latitude_micro() {
                    (from, to)
                } else {
                    (to, from)
                };
                let (low, high) = (
                    i64::from(south.latitude_micro()),
                    i64::from(north.latitude_micro()),
                );
                let (start, end) = (
                    i64::from(south.longitude_micro()),
                    i64::from(north.longitude_micro()),
                );
                (low <= latitude && latitude < high)
                    .then(|| start + (end - start) * (latitude - low) / (high - low))
            })
            .collect();
        crossings.sort_unstable();
        crossings
            .chunks_exact(2)
            .map(|stretch| (stretch[0], stretch[1], latitude))
            .collect()
    }

    fn edges(&self) -> impl Iterator<Item = (Coordinates, Coordinates)> {
        self.outlines.iter().flat_map(|outline| {
            let next = outline.iter().cycle().skip(1);
            outline.iter().copied().zip(next.copied())
        })
    }
}

impl Shapes {
    /// Gathers shapes.
    pub fn new(list: impl IntoIterator<Item = Shape>) -> Self {
        let mut shapes: Vec<Shape> = list.into_iter().collect();
        shapes.sort_by_key(|shape| (shape.bounds.size(), shape.territory.clone()));
        Self { shapes }
    }

    /// All shapes, the smallest first.
    pub fn all(&self) -> impl Iterator<Item = &Shape> {
        self.shapes.iter()
    }

    /// Whether a point lies in one of the territories asked for, or within so many metres of one.
    pub fn any_near(
        &self,
        point: Coordinates,
        metres: u32,
        asks_for: impl Fn(&TerritoryCode) -> bool,
    ) -> bool {
        let near = f64::from(metres);
        self.shapes
            .iter()
            .filter(|shape| shape.bounds.holds(point, near) && asks_for(&shape.territory))
            .any(|shape| shape.holds(point) || shape.metres_to(point) <= near)
    }

    /// The territory that holds a point, or the nearest within [`NEAR_METRES`]; `None` outside the country.
    pub fn locate(&self, point: Coordinates) -> Option<Located> {
        let found = |shape: &Shape, metres| Located {
            territory: shape.territory.clone(),
            metres,
        };
        if let Some(shape) = self.shapes.iter().find(|shape| shape.holds(point)) {
            return Some(found(shape, 0));
        }
        let near = f64::from(NEAR_METRES);
        self.shapes
            .iter()
            .filter(|shape| shape.bounds.holds(point, near))
            .map(|shape| (shape, shape.metres_to(point)))
            .filter(|(_, metres)| *metres <= near)
            .min_by(|(_, one), (_, other)| one.total_cmp(other))
            .map(|(shape, metres)| {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "between 0 and NEAR_METRES"
                )]
                let metres = (metres.ceil() as u32).max(1);
                found(shape, metres)
            })
    }
}

impl Bounds {
    fn around(outlines: &[Outline]) -> Option<Self> {
        let corners = || outlines.iter().flatten();
        let (south, north) = extremes(corners().map(|corner| corner.latitude_micro()))?;
        let (west, east) = extremes(corners().map(|corner| corner.longitude_micro()))?;
        Some(Self {
            south,
            north,
            west,
            east,
        })
    }

    /// Whether a point lies in the box, widened by so many metres on every side.
    fn holds(&self, point: Coordinates, metres: f64) -> bool {
        let margin = metres / METRES_PER_MICRO;
        let wider = margin / shrinking(point);
        let is_between = |value: i32, low: i32, high: i32, margin: f64| {
            let value = f64::from(value);
            f64::from(low) - margin <= value && value <= f64::from(high) + margin
        };
        is_between(point.latitude_micro(), self.south, self.north, margin)
            && is_between(point.longitude_micro(), self.west, self.east, wider)
    }

    /// Its area, on a scale that serves to compare neighbours.
    fn size(&self) -> i64 {
        (i64::from(self.north) - i64::from(self.south))
            * (i64::from(self.east) - i64::from(self.west))
    }
}

fn extremes(mut values: impl Iterator<Item = i32>) -> Option<(i32, i32)> {
    let first = values.next()?;
    Some(values.fold((first, first), |(least, most), value| {
        (least.min(value), most.max(value))
    }))
}

fn outline(text: &str) -> Result<Outline, ShapeError> {
    let numbers = text
        .split_whitespace()
        .map(str::parse)
        .collect::<Result<Vec<i64>, _>>()
        .map_err(|_| ShapeError::Number)?;
    let steps = numbers.chunks_exact(2);
    if !steps.remainder().is_empty() {
        return Err(ShapeError::Number);
    }
    let (mut latitude, mut longitude) = (0_i64, 0_i64);
    let mut outline = Vec::with_capacity(steps.len());
    for step in steps {
        latitude = latitude.saturating_add(step[0]);
        longitude = longitude.saturating_add(step[1]);
        let corner = Coordinates::from_micro(
            latitude.saturating_mul(STEP_MICRO),
            longitude.saturating_mul(STEP_MICRO),
        );
        outline.push(corner.map_err(|_| ShapeError::Range)?);
    }
    if outline.len() < 3 {
        return Err(ShapeError::Corners);
    }
    Ok(outline)
}

/// Whether a line from a point to the east crosses an edge.
fn crosses(point: Coordinates, from: Coordinates, to: Coordinates) -> bool {
    let (latitude, longitude) = wide(point);
    let (from_latitude, from_longitude) = wide(from);
    let (to_latitude, to_longitude) = wide(to);
    if (from_latitude > latitude) == (to_latitude > latitude) {
        return false;
    }
    let rise = to_latitude - from_latitude;
    let past = (longitude - from_longitude) * rise;
    let slope = (to_longitude - from_longitude) * (latitude - from_latitude);
    if rise > 0 { past < slope } else { past > slope }
}

fn wide(point: Coordinates) -> (i64, i64) {
    (
        i64::from(point.latitude_micro()),
        i64::from(point.longitude_micro()),
    )
}

/// By how much a degree of longitude is shorter than one of latitude at a point. Never zero: at the poles themselves
/// everything is near.
fn shrinking(point: Coordinates) -> f64 {
    (f64::from(point.latitude_micro()) / 1e6)
        .to_radians()
        .cos()
        .max(1e-6)
}

fn distance(point: Coordinates, from: Coordinates, to: Coordinates) -> f64 {
    let shrinking = shrinking(point);
    let flat = |corner: Coordinates| {
        let north = f64::from(corner.latitude_micro()) - f64::from(point.latitude_micro());
        let east = f64::from(corner.longitude_micro()) - f64::from(point.longitude_micro());
        (
            east * shrinking * METRES_PER_MICRO,
            north * METRES_PER_MICRO,
        )
    };
    let (x, y) = flat(from);
    let (other_x, other_y) = flat(to);
    let (run, rise) = (other_x - x, other_y - y);
    let length = run * run + rise * rise;
    let share = if length > 0.0 {
        (-(x * run + y * rise) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (x + share * run).hypot(y + share * rise)
}
