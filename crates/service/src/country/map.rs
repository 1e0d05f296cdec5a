//! The outlines of regions and provinces as they are drawn on maps, read once from the country pack: whole lines that
//! neighbours share (`TopoJSON`), so that no gap opens between two of them. They are drawn and decide nothing.

use std::{collections::BTreeMap, sync::LazyLock};

use chikaya_domain::id::TerritoryCode;
use serde::Deserialize;

/// The outlines, or what is wrong with their file.
static OUTLINES: LazyLock<Result<Outlines, String>> =
    LazyLock::new(|| read(include_str!("../../../../data/morocco/map.topojson")));

/// The outlines of territories in one plane.
#[derive(Clone, Debug, Default)]
pub struct Outlines(BTreeMap<TerritoryCode, Vec<Ring>>);

/// A closed line; its last corner is joined to its first. Parts and holes alike: what lies inside an odd number of them is
/// within.
pub type Ring = Vec<Corner>;

/// A corner on a plane that is true to length along the country's middle parallel and along all meridians, in degrees of
/// latitude (about 111 km). Corners that two territories share are equal to the last bit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Corner {
    /// To the east of Greenwich.
    pub east: f64,
    /// To the south of the equator.
    pub south: f64,
}

impl Outlines {
    /// The outlines of a territory; none of what is on no map.
    pub fn of(&self, code: &TerritoryCode) -> Option<&[Ring]> {
        self.0.get(code).map(Vec::as_slice)
    }
}

/// The outlines of the pack compiled into the program.
pub(super) fn of_the_pack() -> Result<&'static Outlines, &'static String> {
    OUTLINES.as_ref()
}

/// A file of `TopoJSON`, as far as it is read: arcs in whole numbers, each corner as the step from the one before it.
#[derive(Deserialize)]
struct Topology {
    transform: Transform,
    arcs: Vec<Vec<(i32, i32)>>,
    objects: BTreeMap<String, Collection>,
}

#[derive(Deserialize)]
struct Transform {
    scale: (f64, f64),
    translate: (f64, f64),
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
#[serde(tag = "type")]
enum Geometry {
    Polygon {
        id: String,
        arcs: Vec<Vec<i32>>,
    },
    MultiPolygon {
        id: String,
        arcs: Vec<Vec<Vec<i32>>>,
    },
}

fn read(text: &str) -> Result<Outlines, String> {
    let file: Topology =
        serde_json::from_str(text).map_err(|error| format!("map.topojson: {error}"))?;
    let arcs: Vec<Vec<(i32, i32)>> = file.arcs.iter().map(|arc| steps(arc)).collect();
    let (low, high) = arcs
        .iter()
        .flatten()
        .fold((i32::MAX, i32::MIN), |(low, high), (_, north)| {
            (low.min(*north), high.max(*north))
        });
    let Transform { scale, translate } = file.transform;
    let north = |steps: f64| translate.1 + steps * scale.1;
    let middle = north(f64::midpoint(f64::from(low), f64::from(high)));
    let width = middle.to_radians().cos();
    let corner = |(east, up): (i32, i32)| Corner {
        east: (translate.0 + f64::from(east) * scale.0) * width,
        south: -north(f64::from(up)),
    };
    let mut all = BTreeMap::new();
    for geometry in file
        .objects
        .into_values()
        .flat_map(|found| found.geometries)
    {
        let (id, rings) = match geometry {
            Geometry::Polygon { id, arcs } => (id, arcs),
            Geometry::MultiPolygon { id, arcs } => (id, arcs.concat()),
        };
        let code = TerritoryCode::parse(&id).map_err(|error| format!("map.topojson: {error}"))?;
        let outlines = rings
            .iter()
            .map(|ring| {
                let corners = joined(&arcs, ring)
                    .ok_or_else(|| format!("map.topojson: {id} has an arc that is not there"))?;
                Ok(corners.into_iter().map(corner).collect())
            })
            .collect::<Result<Vec<Ring>, String>>()?;
        all.insert(code, outlines);
    }
    Ok(Outlines(all))
}

/// The corners of an arc, from the steps between them.
fn steps(arc: &[(i32, i32)]) -> Vec<(i32, i32)> {
    let mut at = (0, 0);
    arc.iter()
        .map(|(east, north)| {
            at = (at.0 + east, at.1 + north);
            at
        })
        .collect()
}

/// The corners of a ring: its arcs one after the other, those with a negative number (`!number`) backwards.
fn joined(arcs: &[Vec<(i32, i32)>], ring: &[i32]) -> Option<Vec<(i32, i32)>> {
    let mut corners: Vec<(i32, i32)> = Vec::new();
    for number in ring {
        let is_back = *number < 0;
        let place = if is_back { !number } else { *number };
        let arc = arcs.get(usize::try_from(place).ok()?)?;
        let mut along: Vec<(i32, i32)> = arc.clone();
        if is_back {
            along.reverse();
        }
        // Each arc begins where the one before it ends.
        let skip = usize::from(!corners.is_empty());
        corners.extend(along.into_iter().skip(skip));
    }
    corners.pop();
    Some(corners)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use chikaya_domain::territory::Coordinates;

    use super::*;
    use crate::country::shapes;

    fn area(ring: &[Corner]) -> f64 {
        let next = ring.iter().cycle().skip(1);
        let twice: f64 = ring
            .iter()
            .zip(next)
            .map(|(from, to)| from.east * to.south - to.east * from.south)
            .sum();
        (twice / 2.0).abs()
    }

    fn holds(rings: &[Ring], at: Corner) -> bool {
        let edges = rings.iter().flat_map(|ring| {
            let next = ring.iter().cycle().skip(1);
            ring.iter().zip(next)
        });
        edges
            .filter(|(from, to)| (from.south <= at.south) != (to.south <= at.south))
            .filter(|(from, to)| {
                let share = (at.south - from.south) / (to.south - from.south);
                at.east < from.east + share * (to.east - from.east)
            })
            .count()
            % 2
            == 1
    }

    #[test]
    fn the_map_shows_every_region_and_province_in_one_piece() {
        let outlines = of_the_pack().unwrap();
        let mut regions = 0.0;
        let mut provinces = 0.0;
        let mut count = (0, 0);
        for (code, rings) in &outlines.0 {
            assert_eq!(rings.len(), 1, "{code}");
            let own: f64 = rings.iter().map(|ring| area(ring)).sum();
            if code.as_str().starts_with("region-") {
                regions += own;
                count.0 += 1;
            } else {
                provinces += own;
                count.1 += 1;
            }
        }
        assert_eq!(count, (12, 75));
        // In squares of a degree of latitude, 12,365 km² each: some 700,000 km² on this plane.
        assert!((55.0..58.0).contains(&regions), "{regions}");
        assert!((regions - provinces).abs() < 1e-6, "{regions} {provinces}");
    }

    #[test]
    fn neighbours_share_their_corners() {
        let outlines = of_the_pack().unwrap();
        let corners = |code: &str| -> BTreeSet<(u64, u64)> {
            let code = TerritoryCode::parse(code).unwrap();
            let rings = outlines.of(&code).unwrap().iter().flatten();
            rings
                .map(|corner| (corner.east.to_bits(), corner.south.to_bits()))
                .collect()
        };
        let shared = corners("region-10")
            .intersection(&corners("region-11"))
            .count();
        assert!(shared > 5, "{shared}");
        let along = corners("region-11")
            .intersection(&corners("region-12"))
            .count();
        assert!(along > 5, "{along}");
    }

    #[test]
    fn a_commune_lies_within_its_region_on_the_map() {
        let outlines = of_the_pack().unwrap();
        let width = {
            let middle = f64::midpoint(20.8148, 35.92);
            middle.to_radians().cos()
        };
        let shapes = shapes::of_the_pack().unwrap();
        let (mut within, mut all) = (0, 0);
        for shape in shapes.all() {
            let Some(point) = shape.point_within() else {
                continue;
            };
            let at = |point: Coordinates| Corner {
                east: f64::from(point.longitude_micro()) / 1e6 * width,
                south: -f64::from(point.latitude_micro()) / 1e6,
            };
            // The first number of a code is that of its region.
            let number: String = shape
                .territory()
                .as_str()
                .chars()
                .skip_while(|sign| !sign.is_ascii_digit())
                .take(2)
                .collect();
            let region = TerritoryCode::parse(&format!("region-{number}")).unwrap();
            all += 1;
            within += i32::from(holds(outlines.of(&region).unwrap(), at(point)));
        }
        // Borders are simplified: a small unit beside one may fall to its neighbour.
        assert!(
            all > 1_500 && within * 200 >= all * 199,
            "{within} of {all}"
        );
    }
}
