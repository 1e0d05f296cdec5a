//! What is left out of public statistics cannot be computed from what is told: all tables of one state are put together, each
//! whole with its parts, as somebody would who subtracts one from another.

use std::collections::BTreeMap;

use chikaya_domain::{
    Language,
    case::{Kind, Track},
    id::{OrganisationCode, SubjectCode, TerritoryCode},
    statistics::{Count, Month, Months, bounds, publish},
};
use chikaya_service::{
    case::file::Filing,
    statistics::{ALONE, Compared, Published, Scope, TOLD, Table, told_words},
};
use chikaya_testkit::{Town, town};

crate::in_both_towns! {
    nothing_that_is_left_out_is_told_by_a_difference => super::nothing_that_is_left_out_is_told_by_a_difference;
    every_table_tells_the_same => super::every_table_tells_the_same;
}

fn year() -> Months {
    Months {
        from: Month::parse("2026-01").unwrap(),
        until: Month::parse("2026-12").unwrap(),
    }
}

/// Numbers that follow from each other, the same in every run.
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        // Knuth's multiplier (TAOCP 2, 3.3.4); the upper half is used.
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

/// Cases of which a few places, subjects and bodies have many and others one or two, and a report of wrongdoing that is
/// counted for the country alone.
pub(crate) async fn a_town_with_cases(town: &Town) {
    let country = town.clerks.country();
    let regions: Vec<TerritoryCode> = country
        .territories
        .within(None)
        .filter(|place| place.code.as_str().starts_with("region-"))
        .map(|place| place.code.clone())
        .collect();
    let first = |code: &TerritoryCode, place: usize| {
        let within: Vec<TerritoryCode> = country
            .territories
            .within(Some(code))
            .map(|inner| inner.code.clone())
            .collect();
        within[place.min(within.len() - 1)].clone()
    };
    let subjects: Vec<SubjectCode> = country
        .subjects
        .sectors()
        .take(4)
        .flat_map(|sector| country.subjects.of_sector(&sector.code).take(3))
        .map(|subject| subject.code.clone())
        .collect();
    let bodies: Vec<OrganisationCode> = country
        .organisations
        .all()
        .filter(|body| body.receives)
        .take(7)
        .map(|body| body.code.clone())
        .collect();
    let mut numbers = Numbers(18);
    // The smaller of two numbers: the first of each list come most often.
    for number in 0..150 {
        let mut few = |limit: usize| numbers.below(limit).min(numbers.below(limit));
        let region = &regions[few(5)];
        let province = first(region, few(3));
        let commune = first(&province, few(4));
        let month = few(6) + 1;
        let filing = Filing {
            is_sample: false,
            kind: Kind::ALL[few(3)],
            language: Language::ALL[few(4)],
            track: if number == 149 {
                Track::Wrongdoing
            } else {
                Track::Ordinary
            },
            territory: (few(9) < 7).then_some(commune),
            subject: Some(subjects[few(subjects.len())].clone()),
            organisation: Some(bodies[few(bodies.len())].clone()),
            ..town::filing()
        };
        town.clock
            .set(town::instant(&format!("2026-{month:02}-05T09:00:00Z")));
        town.clerks.file(filing).await.unwrap();
    }
    town.clock.set(town::instant("2026-12-05T09:00:00Z"));
    while town.clerks.place_events().await.unwrap().folded > 0 {}
    town.clerks.publish_statistics().await.unwrap();
}

/// What is left out, by where it stands and what it is; and the lines along which somebody can subtract.
#[derive(Default)]
struct Ledger {
    cells: BTreeMap<(String, String), usize>,
    lines: Vec<(Vec<usize>, i64)>,
}

impl Ledger {
    /// A whole that is the sum of parts, of which some may be left out; nobody can subtract from a whole that is left out.
    fn line(
        &mut self,
        whole: Option<i64>,
        parts: Vec<(String, String, Option<i64>)>,
        has_rest: bool,
    ) {
        let Some(mut left) = whole else {
            return;
        };
        let mut members = Vec::new();
        for (place, what, told) in parts {
            match told {
                Some(cases) => left -= cases,
                None => members.push(self.cell(place, what)),
            }
        }
        if has_rest {
            let rest = self.cells.len();
            members.push(self.cell("rest".to_owned(), rest.to_string()));
        }
        // Where parts are more than the whole, it is no whole of theirs.
        if left >= 0 {
            self.lines.push((members, left));
        }
    }

    fn cell(&mut self, place: String, what: String) -> usize {
        let next = self.cells.len();
        *self.cells.entry((place, what)).or_insert(next)
    }

    /// What can be computed to be few.
    fn computed(&self) -> Vec<&(String, String)> {
        let bounds = bounds(self.cells.len(), &self.lines);
        self.cells
            .iter()
            .filter(|(_, cell)| {
                let (low, high) = bounds[**cell];
                low == high && publish::is_small(low)
            })
            .map(|(name, _)| name)
            .collect()
    }
}

/// Whether a cell is what came or was answered in a month. Of parts of the country such cells are told all or none, but for
/// the month that goes on, and there is none that is left out.
pub(crate) fn is_of_a_month(name: &str) -> bool {
    name.starts_with("received 2") || name.starts_with("answered 2")
}

/// Everything that is told of one, by name.
pub(crate) fn cells(told: &Published) -> BTreeMap<String, Option<i64>> {
    let mut all = BTreeMap::new();
    for count in TOLD.into_iter().filter(|count| told.tells(*count)) {
        all.insert(count.to_string(), told.total(count));
        for word in told_words(count) {
            all.insert(format!("{count} {word}"), told.of_word(count, word));
        }
    }
    for count in ALONE.into_iter().filter(|count| told.tells(*count)) {
        all.insert(count.to_string(), told.total(count));
    }
    for flow in &told.flows {
        all.insert(format!("received {}", flow.month), flow.received);
        all.insert(format!("answered {}", flow.month), flow.answered);
        all.insert(format!("open {}", flow.month), flow.open);
    }
    all.insert("overdue".to_owned(), told.overdue());
    if let Some(times) = told.times().filter(|times| times.cases.is_some()) {
        all.insert("timed".to_owned(), times.cases);
        all.insert("timed waiting".to_owned(), times.waiting);
        all.insert("timed answered".to_owned(), None);
    }
    all
}

/// The wholes of one with what makes each of them up, by name.
pub(crate) fn wholes_with_parts(told: &Published) -> Vec<(String, Vec<String>)> {
    let mut all = Vec::new();
    for count in TOLD.into_iter().filter(|count| told.tells(*count)) {
        let words = told_words(count).into_iter();
        let parts = words.map(|word| format!("{count} {word}")).collect();
        all.push((count.to_string(), parts));
    }
    for (count, word) in [(Count::Received, "received"), (Count::Answered, "answered")] {
        let months = told.flows.iter();
        let parts = months
            .map(|flow| format!("{word} {}", flow.month))
            .collect();
        all.push((count.to_string(), parts));
    }
    // Of the country it is told how many cases have times, and how many of these wait.
    if told.times().is_some_and(|times| times.cases.is_some()) {
        let anonymous = "received-of anonymous".to_owned();
        all.push(("received".to_owned(), vec!["timed".to_owned(), anonymous]));
        let parts = vec!["timed answered".to_owned(), "timed waiting".to_owned()];
        all.push(("timed".to_owned(), parts));
    }
    all
}

/// Those of a part of the country: whatever is not told of months is no cell.
pub(crate) fn cells_of_part(told: &Published) -> BTreeMap<String, Option<i64>> {
    let mut all = cells(told);
    all.retain(|name, told| told.is_some() || !is_of_a_month(name));
    all
}

/// The lines within one: its words and its months make up its wholes.
fn within(ledger: &mut Ledger, place: &str, told: &Published) {
    let all = cells(told);
    let parts = |names: Vec<String>| -> Vec<(String, String, Option<i64>)> {
        names
            .into_iter()
            .map(|name| {
                let told = all[&name];
                (place.to_owned(), name, told)
            })
            .collect()
    };
    for (whole, names) in wholes_with_parts(told) {
        let is_of_months = names.iter().any(|name| is_of_a_month(name));
        if place == "country" || !is_of_months {
            ledger.line(all[&whole], parts(names), false);
        }
    }
}

/// The lines of a whole and those that are parts of it. Of a part without a row nothing is counted.
fn beside(ledger: &mut Ledger, whole: &Published, table: &Table) {
    for (name, told) in cells_of_part(whole) {
        let parts = table
            .rows
            .iter()
            .filter_map(|row| {
                let own = row
                    .figures
                    .as_ref()
                    .and_then(|own| cells_of_part(own).get(&name).copied());
                let is_cell = own.is_some() || !is_of_a_month(&name);
                is_cell.then(|| (row.code.clone(), name.clone(), own.flatten()))
            })
            .collect();
        ledger.line(told, parts, true);
    }
    for row in &table.rows {
        if let Some(own) = &row.figures {
            within(ledger, &row.code, own);
        }
    }
}

async fn nothing_that_is_left_out_is_told_by_a_difference(town: &Town) {
    a_town_with_cases(town).await;
    let clerks = &town.clerks;
    let mut ledger = Ledger::default();
    let country = clerks.statistics(Scope::Country, year()).await.unwrap();
    within(&mut ledger, "country", &country.figures);
    for compared in [Compared::Regions, Compared::Sectors, Compared::Bodies] {
        let table = clerks.statistics_by(compared, year()).await.unwrap();
        assert!(table.rows.len() > 2);
        beside(&mut ledger, &country.figures, &table);
    }
    let lists = clerks.country();
    let mut told = 0;
    for territory in lists.territories.all() {
        if lists
            .territories
            .within(Some(&territory.code))
            .next()
            .is_none()
        {
            continue;
        }
        let scope = Scope::Territory(territory.code.clone());
        let compared = Compared::Within(territory.code.clone());
        let table = clerks.statistics_by(compared, year()).await.unwrap();
        if table.rows.is_empty() {
            continue;
        }
        let whole = clerks.statistics(scope, year()).await.unwrap();
        told += table
            .rows
            .iter()
            .filter(|row| row.figures.is_some())
            .count();
        beside(&mut ledger, &whole.figures, &table);
    }
    for sector in lists.subjects.sectors() {
        let compared = Compared::SubjectsOf(sector.code.clone());
        let table = clerks.statistics_by(compared, year()).await.unwrap();
        let whole = clerks
            .statistics(Scope::Subject(sector.code.clone()), year())
            .await
            .unwrap();
        beside(&mut ledger, &whole.figures, &table);
    }
    // Something is told, and something is left out: else there would be nothing to find.
    assert!(told > 5, "{told}");
    assert!(ledger.cells.len() > 200, "{}", ledger.cells.len());
    assert!(ledger.lines.len() > 200, "{}", ledger.lines.len());
    assert!(ledger.computed().is_empty(), "{:?}", ledger.computed());
}

/// Open data and pages: a figure that one of them hid and another told would be hidden nowhere.
async fn every_table_tells_the_same(town: &Town) {
    a_town_with_cases(town).await;
    let clerks = &town.clerks;
    let subjects = clerks
        .statistics_by(Compared::EverySubject, year())
        .await
        .unwrap();
    let territories = clerks
        .statistics_by(Compared::EveryTerritory, year())
        .await
        .unwrap();
    let bodies = clerks
        .statistics_by(Compared::Bodies, year())
        .await
        .unwrap();
    let mut scopes: Vec<(Scope, &chikaya_service::statistics::Row)> = Vec::new();
    for row in &subjects.rows {
        scopes.push((Scope::Subject(SubjectCode::parse(&row.code).unwrap()), row));
    }
    for row in &territories.rows {
        scopes.push((
            Scope::Territory(TerritoryCode::parse(&row.code).unwrap()),
            row,
        ));
    }
    for row in &bodies.rows {
        scopes.push((
            Scope::Body(OrganisationCode::parse(&row.code).unwrap()),
            row,
        ));
    }
    assert!(scopes.len() > 30, "{}", scopes.len());
    for (scope, row) in scopes {
        let page = clerks.statistics(scope.clone(), year()).await.unwrap();
        match &row.figures {
            Some(told) => assert_eq!(cells(&page.figures), cells(told), "{scope:?}"),
            None => assert!(
                cells(&page.figures).values().all(Option::is_none),
                "{scope:?}"
            ),
        }
    }
}
