//! The files of open data: rows of figures with their columns, as CSV and JSON, both written from the figures.

use std::sync::Arc;

use chikaya_domain::{
    Names,
    id::{OrganisationCode, SubjectCode, TerritoryCode},
    statistics::Axis,
    table::Cell,
};
use chikaya_service::{
    Country,
    statistics::{AsOf, Published, Scope, Told},
};
use serde_json::{Value, json};

use super::{
    column::Column,
    dataset::{Address, Dataset, Form},
    poll_column::PollColumn,
    written::{Unmade, VERSION, csv},
};
use crate::{
    public::statistics::{figure::real, words::YEARS},
    settings::State,
};

/// A field.
#[derive(Clone, Debug)]
enum Field {
    Text(String),
    Number(f64),
    Empty,
}

impl Field {
    fn number(number: Option<f64>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }

    fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

/// Data before they are written.
struct Data {
    columns: Vec<String>,
    rows: Vec<Vec<Field>>,
    as_of: AsOf,
}

/// The file of an address.
pub(super) async fn file(
    state: &State,
    as_of: AsOf,
    address: Address,
) -> Result<(&'static str, String), Unmade> {
    let data = match (address.dataset, address.year) {
        (Dataset::CountryMonths, _) => of_months(state, as_of).await?,
        (Dataset::CountryYears, _) => of_years(state, as_of).await?,
        (Dataset::Surveys, _) => of_surveys(state, as_of).await?,
        (dataset, year) => of_all(state, as_of, dataset, year.unwrap_or_default()).await?,
    };
    let text = match address.form {
        Form::Csv => {
            let headings: Vec<&str> = data.columns.iter().map(String::as_str).collect();
            let rows = data.rows.iter().map(|row| {
                let fields = row.iter().map(|field| match field {
                    Field::Text(text) => Cell::text(text),
                    Field::Number(number) => Cell::Real(*number),
                    Field::Empty => Cell::Empty,
                });
                fields.collect()
            });
            csv(&headings, rows)?
        }
        Form::Json => json_of(state, address.dataset, data)?,
    };
    Ok((address.form.media_type(), text))
}

/// The years that are told, the earliest first.
fn years(as_of: AsOf) -> impl Iterator<Item = i16> {
    let last = as_of.today.year();
    last - YEARS..=last
}

async fn of_country(state: &State, as_of: AsOf, year: i16) -> Result<Arc<Told>, Unmade> {
    let clerks = &state.clerks;
    Ok(clerks.statistics_in(as_of, Scope::Country, year).await?)
}

fn head(columns: &[&str], measures: &[Column]) -> Vec<String> {
    columns
        .iter()
        .map(|&name| name.to_owned())
        .chain(measures.iter().map(|column| column.name()))
        .collect()
}

/// As of when a row is told: by which event, and until which day times are counted.
fn state_of(as_of: AsOf) -> [Field; 2] {
    [
        Field::Number(real(as_of.position)),
        Field::text(as_of.today.to_string()),
    ]
}

async fn of_years(state: &State, as_of: AsOf) -> Result<Data, Unmade> {
    let measures = Column::along(Axis::Country);
    let columns = head(&["year", "position", "as_of"], &measures);
    let mut rows = Vec::new();
    for year in years(as_of) {
        let told = of_country(state, as_of, year).await?;
        let mut row = vec![Field::Number(f64::from(year))];
        row.extend(state_of(told.as_of));
        row.extend(figures(&measures, Some(&told.figures)));
        rows.push(row);
    }
    Ok(Data {
        columns,
        rows,
        as_of,
    })
}

/// What the random sample says is read from the record, not from an edition: each row says as of which event.
async fn of_surveys(state: &State, as_of: AsOf) -> Result<Data, Unmade> {
    let measures = PollColumn::all();
    let mut columns = head(&["year", "position", "as_of", "weeks"], &[]);
    columns.extend(measures.iter().map(|column| column.name()));
    let mut rows = Vec::new();
    for year in years(as_of) {
        let told = state.clerks.survey(year).await?;
        let Some(whole) = &told.year else {
            continue;
        };
        let poll = whole.poll.as_ref();
        let mut row = vec![Field::Number(f64::from(year))];
        row.extend(state_of(told.as_of));
        row.push(Field::text(format!("{}/{}", whole.from, whole.until)));
        let numbers = measures.iter().map(|column| column.number(poll));
        row.extend(numbers.map(Field::number));
        rows.push(row);
    }
    Ok(Data {
        columns,
        rows,
        as_of,
    })
}

async fn of_months(state: &State, as_of: AsOf) -> Result<Data, Unmade> {
    let columns = head(
        &[
            "month",
            "position",
            "as_of",
            "received-in-month",
            "answered-in-month",
            "open-at-end-of-month",
        ],
        &[],
    );
    let mut rows = Vec::new();
    for year in years(as_of) {
        let told = of_country(state, as_of, year).await?;
        for flow in &told.figures.flows {
            let cases = |cases: Option<i64>| Field::number(cases.map(real));
            let mut row = vec![Field::text(flow.month.to_string())];
            row.extend(state_of(told.as_of));
            row.extend([cases(flow.received), cases(flow.answered), cases(flow.open)]);
            rows.push(row);
        }
    }
    Ok(Data {
        columns,
        rows,
        as_of,
    })
}

async fn of_all(state: &State, as_of: AsOf, dataset: Dataset, year: i16) -> Result<Data, Unmade> {
    let country = state.clerks.country();
    let measures = Column::along(dataset.axis());
    let columns = head(
        &[
            "code", "parent", "name_ar", "name_fr", "year", "position", "as_of",
        ],
        &measures,
    );
    let Some(compared) = dataset.compared() else {
        return Err(Unmade::Unwritten("a set without a table".to_owned()));
    };
    let clerks = &state.clerks;
    let table = clerks.statistics_by_in(as_of, compared, year).await?;
    let mut rows = Vec::new();
    for row in &table.rows {
        // A code that the lists do not know any more has no page either.
        let Some((names, parent)) = named(&country, dataset, &row.code) else {
            continue;
        };
        let mut fields = vec![
            Field::text(row.code.clone()),
            Field::text(parent),
            Field::text(names.ar),
            Field::text(names.fr),
            Field::Number(f64::from(year)),
        ];
        fields.extend(state_of(table.as_of));
        fields.extend(figures(&measures, row.figures.as_ref()));
        rows.push(fields);
    }
    Ok(Data {
        columns,
        rows,
        as_of,
    })
}

fn figures(columns: &[Column], told: Option<&Published>) -> Vec<Field> {
    columns
        .iter()
        .map(|column| Field::number(told.and_then(|told| column.number(told))))
        .collect()
}

/// The names of a code, and the code around it.
fn named(country: &Country, dataset: Dataset, code: &str) -> Option<(Names, String)> {
    let word = |code: Option<String>| code.unwrap_or_default();
    match dataset {
        Dataset::CountryMonths | Dataset::CountryYears | Dataset::Surveys => None,
        Dataset::Bodies => {
            let body = country
                .organisations
                .find(&OrganisationCode::parse(code).ok()?)?;
            let parent = body.parent.as_ref().map(ToString::to_string);
            Some((body.names.clone(), word(parent)))
        }
        Dataset::Subjects => {
            let subject = country.subjects.find(&SubjectCode::parse(code).ok()?)?;
            let parent = subject.parent.as_ref().map(ToString::to_string);
            Some((subject.names.clone(), word(parent)))
        }
        Dataset::Territories => {
            let place = country
                .territories
                .find(&TerritoryCode::parse(code).ok()?)?;
            let parent = place.parent.as_ref().map(ToString::to_string);
            Some((place.names.clone(), word(parent)))
        }
    }
}

fn json_of(state: &State, dataset: Dataset, data: Data) -> Result<String, Unmade> {
    let rows: Vec<Value> = data
        .rows
        .into_iter()
        .map(|row| {
            let fields = row.into_iter().map(|field| match field {
                Field::Text(text) => Value::from(text),
                // Whole numbers stand as such.
                #[expect(
                    clippy::cast_possible_truncation,
                    reason = "whole numbers below 2^53 alone"
                )]
                Field::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 => {
                    Value::from(number as i64)
                }
                Field::Number(number) => Value::from(number),
                Field::Empty => Value::Null,
            });
            Value::Array(fields.collect())
        })
        .collect();
    let file = json!({
        "version": VERSION,
        "dataset": dataset.as_str(),
        "edition": dataset.is_of_an_edition().then_some(data.as_of.edition),
        "position": data.as_of.position,
        "as_of": data.as_of.today.to_string(),
        "is_sample": data.as_of.is_sample,
        "licence": state.settings.data_licence,
        "publisher": state.settings.data_publisher,
        "dictionary": format!("{}/open-data/dictionary.json", state.settings.public_url),
        "columns": data.columns,
        "rows": rows,
    });
    serde_json::to_string(&file).map_err(|error| Unmade::Unwritten(error.to_string()))
}
