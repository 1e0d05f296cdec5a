//! Points in drawn shapes: inside, outside, on corners, in holes and near edges.

use proptest::prelude::*;

use super::{Coordinates, Located, NEAR_METRES, Shape, ShapeError, Shapes};
use crate::id::TerritoryCode;

fn code(text: &str) -> TerritoryCode {
    TerritoryCode::parse(text).unwrap()
}

fn shape(name: &str, text: &str) -> Shape {
    Shape::parse(code(name), text).unwrap()
}

fn at(latitude: f64, longitude: f64) -> Coordinates {
    Coordinates::from_degrees(latitude, longitude).unwrap()
}

/// A square degree with a hole in its middle, and a town in a corner.
fn land() -> Shapes {
    Shapes::new([
        shape(
            "land",
            "300000 -80000 0 10000 10000 0 0 -10000;304000 -76000 0 2000 2000 0 0 -2000",
        ),
        shape("town", "301000 -79000 0 1000 1000 0 0 -1000"),
    ])
}

#[test]
fn a_point_is_found_in_the_smallest_shape_that_holds_it() {
    for (latitude, longitude, territory) in [
        (30.05, -7.95, Some("land")),
        (30.15, -7.85, Some("town")),
        (30.5, -7.5, None),
        (29.5, -7.5, None),
        (31.5, -7.5, None),
    ] {
        let found = land().locate(at(latitude, longitude));
        let expected = territory.map(|territory| Located {
            territory: code(territory),
            metres: 0,
        });
        assert_eq!(found, expected, "{latitude} {longitude}");
    }
}

#[test]
fn a_point_beside_a_shape_is_counted_to_it_up_to_a_few_kilometres() {
    // A thousandth of a degree of latitude is 111.2 m.
    let near = land().locate(at(29.99, -7.5)).unwrap();
    assert_eq!(near.territory, code("land"));
    assert!((1_110..=1_115).contains(&near.metres), "{}", near.metres);
    assert_eq!(land().locate(at(29.97, -7.5)), None, "3.3 km");
    // Beyond a corner: 2 km south and 2 km west are 2.8 km, 2.3 and 2.3 are more than 3.
    let corner = land().locate(at(29.982, -8.0207)).unwrap();
    assert!((2_800..=NEAR_METRES).contains(&corner.metres));
    assert_eq!(land().locate(at(29.9793, -8.0239)), None);
}

#[test]
fn neighbours_part_a_shared_edge_between_them() {
    let west = shape("west", "300000 -80000 0 5000 10000 0 0 -5000");
    let east = shape("east", "300000 -75000 0 5000 10000 0 0 -5000");
    for latitude in [30.0, 30.25, 30.999_999] {
        for longitude in [-7.6, -7.500_001, -7.5, -7.499_999, -7.4] {
            let point = at(latitude, longitude);
            let holders = [&west, &east]
                .iter()
                .filter(|shape| shape.holds(point))
                .count();
            assert_eq!(holders, 1, "{latitude} {longitude}");
        }
    }
}

#[test]
fn an_outline_that_cannot_be_read_is_refused() {
    for (text, error) in [
        ("", ShapeError::Corners),
        ("1 2 3 4", ShapeError::Corners),
        ("1 2 3 4 5", ShapeError::Number),
        ("1 2 3 4 5 x", ShapeError::Number),
        ("0 0 0 10 10 0;1 1", ShapeError::Corners),
        ("900001 0 0 10 10 0", ShapeError::Range),
        (
            "9223372036854775807 0 9223372036854775807 10 10 0",
            ShapeError::Range,
        ),
    ] {
        assert_eq!(Shape::parse(code("land"), text), Err(error), "{text}");
    }
}

proptest! {
    #[test]
    fn a_shape_holds_the_point_it_names(
        corners in proptest::collection::vec((-900_i64..900, -900_i64..900), 3..12),
    ) {
        let steps: Vec<String> = corners
            .iter()
            .map(|(latitude, longitude)| format!("{latitude} {longitude}"))
            .collect();
        let text = format!("300000 -80000 {}", steps.join(" "));
        let shape = shape("land", &text);
        if let Some(point) = shape.point_within() {
            // A stretch of one millionth has no middle of its own.
            prop_assert!(shape.holds(point) || shape.metres_to(point) < 1.0);
        }
    }
}
