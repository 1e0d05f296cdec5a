//! The land of communes and arrondissements, read once from the country pack. It is never stored: nobody edits it, and
//! it only suggests where a point lies.

use std::sync::LazyLock;

use chikaya_domain::{
    id::TerritoryCode,
    territory::{Shape, Shapes},
};
use serde::Deserialize;

use super::rows::rows;

/// The shapes, or what is wrong with their file.
static SHAPES: LazyLock<Result<Shapes, String>> =
    LazyLock::new(|| read(include_str!("../../../../data/morocco/shapes.csv")));

#[derive(Deserialize)]
struct ShapeRow {
    territory: String,
    outlines: String,
}

/// The shapes of the pack compiled into the program.
pub(super) fn of_the_pack() -> Result<&'static Shapes, &'static String> {
    SHAPES.as_ref()
}

fn read(text: &str) -> Result<Shapes, String> {
    rows("shapes.csv", text, |row: ShapeRow| {
        let territory = TerritoryCode::parse(&row.territory)
            .map_err(|error| format!("{}: {error}", row.territory))?;
        Shape::parse(territory, &row.outlines).map_err(|error| error.to_string())
    })
    .map(Shapes::new)
    .map_err(|error| error.to_string())
}
