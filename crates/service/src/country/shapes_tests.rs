//! Known places in the country pack, found by their coordinates.

use std::collections::BTreeSet;

use chikaya_domain::territory::Coordinates;
use serde::Deserialize;

use super::{rows::rows, shapes};

const TERRITORIES: &str = include_str!("../../../../data/morocco/territories.csv");

#[derive(Deserialize)]
struct Row {
    code: String,
    level: String,
    parent: String,
}

fn territories() -> Vec<Row> {
    rows("territories.csv", TERRITORIES, |row: Row| Ok(row)).unwrap()
}

fn located(latitude: f64, longitude: f64) -> Option<(String, u32)> {
    let point = Coordinates::from_degrees(latitude, longitude).unwrap();
    let located = shapes::of_the_pack().unwrap().locate(point)?;
    Some((located.territory.to_string(), located.metres))
}

#[test]
fn known_places_are_found() {
    for (place, latitude, longitude, territory) in [
        (
            "Rabat, Bab el Had",
            34.0209,
            -6.8416,
            "arrondissement-04-421-01-05",
        ),
        (
            "Rabat, Agdal",
            33.9990,
            -6.8500,
            "arrondissement-04-421-01-01",
        ),
        ("Tiznit", 29.6974, -9.7316, "commune-09-581-01-07"),
        ("Tafraout", 29.7212, -8.9747, "commune-09-581-01-05"),
        (
            "Casablanca, Sidi Belyout",
            33.5950,
            -7.6187,
            "arrondissement-06-141-01-07",
        ),
        (
            "Casablanca, Hay Hassani",
            33.5700,
            -7.6800,
            "arrondissement-06-141-01-31",
        ),
        (
            "Casablanca, Sidi Bernoussi",
            33.6100,
            -7.5000,
            "arrondissement-06-141-01-51",
        ),
        (
            "Marrakech, Jemaa el-Fna",
            31.6258,
            -7.9892,
            "arrondissement-07-351-01-07",
        ),
        (
            "Fès, Bab Boujloud",
            34.0617,
            -4.9840,
            "arrondissement-03-231-01-07",
        ),
        ("Laâyoune", 27.1500, -13.2000, "commune-11-321-01-03"),
        ("Dakhla", 23.7000, -15.9300, "commune-12-391-01-01"),
        ("Figuig", 32.1100, -1.2300, "commune-02-251-01-03"),
        (
            "Bouarfa, around which lies Bni Guil",
            32.5300,
            -1.9600,
            "commune-02-251-01-01",
        ),
    ] {
        assert_eq!(
            located(latitude, longitude),
            Some((territory.to_owned(), 0)),
            "{place}"
        );
    }
}

#[test]
fn off_the_coast_the_nearest_is_meant_and_abroad_none() {
    // A kilometre off the harbour of Agadir.
    let (territory, metres) = located(30.4180, -9.6500).unwrap();
    assert!(territory.starts_with("commune-09-001-01"), "{territory}");
    assert!((1..=3_000).contains(&metres), "{metres}");
    for (place, latitude, longitude) in [
        ("the Atlantic", 30.0, -12.5),
        ("Algiers", 36.7538, 3.0588),
        ("Maghnia", 34.8450, -1.7280),
        ("Tindouf", 27.6711, -8.1476),
        ("Paris", 48.8566, 2.3522),
        ("numbers the wrong way round", -9.7316, 29.6974),
    ] {
        assert_eq!(located(latitude, longitude), None, "{place}");
    }
}

#[test]
fn each_commune_and_arrondissement_is_found_at_a_point_of_its_own() {
    let territories = territories();
    let divided: BTreeSet<&str> = territories
        .iter()
        .filter(|row| row.level == "arrondissement")
        .map(|row| row.parent.as_str())
        .collect();
    let mut with_shape = BTreeSet::new();
    for shape in shapes::of_the_pack().unwrap().all() {
        let point = shape.point_within().unwrap();
        let located = shapes::of_the_pack().unwrap().locate(point).unwrap();
        assert_eq!((&located.territory, located.metres), (shape.territory(), 0));
        assert!(with_shape.insert(shape.territory().as_str()));
    }
    // A commune of arrondissements has no shape: the arrondissement says more.
    for row in &territories {
        let has_own_land = match row.level.as_str() {
            "commune" => !divided.contains(row.code.as_str()),
            level => level == "arrondissement",
        };
        if has_own_land {
            assert!(
                with_shape.remove(row.code.as_str()),
                "{} has no shape",
                row.code
            );
        }
    }
    // Sebta and Melilia are no communes of the census.
    assert_eq!(
        with_shape.into_iter().collect::<Vec<_>>(),
        ["prefecture-01-573", "province-02-381"]
    );
}
