//! Coordinates as people type and paste them.

use proptest::prelude::*;

use super::{Coordinates, CoordinatesError};

/// The town of Tiznit.
fn tiznit() -> Coordinates {
    Coordinates::from_degrees(29.6974, -9.7316).unwrap()
}

#[test]
fn numbers_are_read_as_people_write_them() {
    for text in [
        "29.6974, -9.7316",
        "29.6974,-9.7316",
        " 29.6974  -9.7316 ",
        "29.6974; −9.7316",
        "(29.6974, –9.7316)",
        "+29.697400 -9.731600",
        "29,6974 -9,7316",
        "29,6974, -9,7316",
        "29,6974; -9,7316",
        "29,6974,-9,7316",
        "29.6974 N, 9.7316 W",
        "29,6974N 9,7316O",
        "N 29.6974 W 9.7316",
        "9.7316 W, 29.6974 N",
        "29.6974° N 9.7316° W",
        "29,6974°, -9,7316°",
        "29°41′50.64″N 9°43′53.76″W",
        "29°41'50,64\" N, 9°43'53,76\" O",
        "-9°43′53.76″E 29°41′50.64″N",
        "٢٩٫٦٩٧٤، -٩٫٧٣١٦",
        "٢٩.٦٩٧٤ -٩.٧٣١٦",
        "\u{2066}۲۹٫۶۹۷۴، \u{200e}−۹٫۷۳۱۶\u{2069}",
        "29.6974\t-9.7316",
    ] {
        assert_eq!(Coordinates::parse(text), Ok(tiznit()), "{text}");
    }
    let whole = Coordinates::from_degrees(29.0, -9.0).unwrap();
    for text in ["29,-9", "29 -9", "29, -9", "29N,9W"] {
        assert_eq!(Coordinates::parse(text), Ok(whole), "{text}");
    }
}

#[test]
fn addresses_of_maps_are_read() {
    for text in [
        "geo:29.6974,-9.7316",
        "GEO:29.6974,-9.7316;u=35",
        "geo:29.6974,-9.7316,80?z=17",
        "geo:0,0?q=29.6974,-9.7316(Tiznit)",
        "https://www.google.com/maps/@29.6974,-9.7316,15z",
        "https://www.google.com/maps/place/Tiznit/@29.7,-9.8,13z/data=!3m1!4b1!8m2!3d29.6974!4d-9.7316",
        "https://maps.google.com/?q=29.6974,-9.7316",
        "maps.google.com/maps?q=29.6974%2C-9.7316&z=17",
        "https://www.google.com/maps/search/29.6974,+-9.7316",
        "https://www.openstreetmap.org/#map=15/29.6974/-9.7316",
        "https://www.openstreetmap.org/?mlat=29.6974&mlon=-9.7316#map=15/29.7/-9.8",
        "https://maps.apple.com/?ll=29.6974,-9.7316&q=Tiznit",
        "https://waze.com/ul?ll=29.6974%2C-9.7316&navigate=yes",
        "https://waze.com/live-map/directions?to=ll.29.6974%2C-9.7316",
    ] {
        assert_eq!(Coordinates::parse(text), Ok(tiznit()), "{text}");
    }
}

#[test]
fn points_of_databases_are_read_with_the_longitude_first() {
    for text in [
        "POINT (-9.7316 29.6974)",
        "POINT(-9.7316 29.6974)",
        "Point ( -9.7316  29.6974 )",
    ] {
        assert_eq!(Coordinates::parse(text), Ok(tiznit()), "{text}");
    }
    for text in [
        "POINT EMPTY",
        "POINT (29.6974)",
        "POINT Z (-9.7316 29.6974 250)",
        "POINT (-9,7316 29,6974)",
        "POINT (-9.7316, 29.6974)",
    ] {
        assert!(Coordinates::parse(text).is_err(), "{text}");
    }
    assert_eq!(
        Coordinates::parse("POINT (29.6974 -109.7316)"),
        Err(CoordinatesError::Range)
    );
}

#[test]
fn what_is_none_is_told_apart() {
    use CoordinatesError::{Form, Link, One, Range};
    for (text, error) in [
        ("", Form),
        ("Tiznit", Form),
        ("no", Form),
        ("29.6974 X", Form),
        ("29.6974 N 9.7316 N", Form),
        ("29.6974 N 9.7316", Form),
        ("1 2 3", Form),
        ("29,6974,-9", Form),
        ("29°61′ -9°10′", Form),
        ("https://maps.app.goo.gl/Wq3bT7", Link),
        ("goo.gl/maps/Wq3bT7", Link),
        ("près de la mosquée / la route", Form),
        ("geo:", Form),
        ("29.6974", One),
        ("29,6974", One),
        ("34,02", One),
        ("29°41′", One),
        ("91, -9", Range),
        ("29.6974, -181.5", Range),
        ("geo:120.5,-9.7", Range),
    ] {
        assert_eq!(Coordinates::parse(text), Err(error), "{text}");
    }
    assert_eq!(
        Coordinates::from_degrees(f64::NAN, 0.0),
        Err(CoordinatesError::Range)
    );
    assert_eq!(
        Coordinates::from_degrees(0.0, 180.000_001),
        Err(CoordinatesError::Range)
    );
}

#[test]
fn a_point_is_shown_with_four_to_six_decimals_and_never_by_debug() {
    assert_eq!(tiznit().to_string(), "29.6974, −9.7316");
    assert_eq!(tiznit().uri(), "geo:29.6974,-9.7316");
    let other = Coordinates::from_degrees(-0.000_25, 12.0).unwrap();
    assert_eq!(other.to_string(), "−0.00025, 12.0000");
    let shown = format!("{:?}", tiznit());
    assert!(!shown.contains("29") && !shown.contains("73"), "{shown}");
}

proptest! {
    #[test]
    fn what_is_shown_is_read_back(
        latitude in -90_000_000_i64..=90_000_000,
        longitude in -180_000_000_i64..=180_000_000,
    ) {
        let point = Coordinates::from_micro(latitude, longitude).unwrap();
        prop_assert_eq!(Coordinates::parse(&point.to_string()), Ok(point));
        prop_assert_eq!(Coordinates::parse(&point.uri()), Ok(point));
    }

    #[test]
    fn no_text_breaks_the_reading(text in "\\PC{0,60}") {
        let _ = Coordinates::parse(&text);
    }

    #[test]
    fn no_heap_of_signs_breaks_the_reading(text in "[0-9.,;°′″ nwo/@=!d+-]{0,40}") {
        if let Ok(point) = Coordinates::parse(&text) {
            prop_assert_eq!(Coordinates::parse(&point.to_string()), Ok(point));
        }
    }
}
