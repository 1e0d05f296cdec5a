//! Editions put together, of which one follows the other after few cases: what is left out of any of them cannot be computed
//! from what the others tell, though whoever subtracts knows that what is counted only grows.

use std::collections::BTreeMap;

use chikaya_domain::{
    access::Role,
    answer::Outcome,
    case::Kind,
    id::{OrganisationCode, SubjectCode, TerritoryCode},
    reference::Reference,
    statistics::{Line, between, publish},
};
use chikaya_service::{
    case::{act::StaffAct, file::Filing},
    statistics::{AsOf, Compared, Published, Publishing, Scope, Table},
};
use chikaya_testkit::{Town, town};

use crate::{
    acts::act,
    differences::{
        Numbers, a_town_with_cases, cells, cells_of_part, is_of_a_month, wholes_with_parts,
    },
};

crate::in_both_towns! {
    no_two_editions_tell_what_one_leaves_out => super::no_two_editions_tell_what_one_leaves_out;
    nor_do_others => super::nor_do_others;
}

async fn no_two_editions_tell_what_one_leaves_out(town: &Town) {
    editions_put_together(town, 31).await;
}

async fn nor_do_others(town: &Town) {
    editions_put_together(town, 1_807).await;
}

/// Editions made one after the other.
const STEPS: usize = 12;

/// A cell of a state: where, and what.
type Cell = (String, String);

/// A line of a state: its cells with their signs, and what is told of each. Together they are nothing: wholes are taken away.
type Told = Vec<(Cell, i64, Option<i64>)>;

/// Everything that an edition tells, line by line.
struct State {
    lines: BTreeMap<String, Told>,
}

async fn editions_put_together(town: &Town, seed: u64) {
    a_town_with_cases(town).await;
    let mut numbers = Numbers(seed);
    let mut states = vec![read(town, town.clerks.edition(None).await.unwrap().as_of).await];
    for step in 0..STEPS {
        let day = step + 6;
        town.clock
            .set(town::instant(&format!("2026-12-{day:02}T09:00:00Z")));
        for _ in 0..=numbers.below(3) {
            happen(town, &mut numbers).await;
        }
        while town.clerks.place_events().await.unwrap().folded > 0 {}
        let Publishing::Made(edition) = town.clerks.publish_statistics().await.unwrap() else {
            panic!("no edition was made");
        };
        states.push(read(town, edition.as_of).await);
    }
    let told = |state: &State| {
        let told = state.lines.values().flatten();
        told.filter(|(_, _, told)| told.is_some()).count()
    };
    // Something is told of the last one too: else there would be nothing to find.
    assert!(told(&states[STEPS]) > told(&states[0]) / 2);
    for later in 1..states.len() {
        for earlier in 0..later {
            let found = computed(&[&states[earlier], &states[later]]);
            assert!(found.is_empty(), "{earlier} and {later}: {found:?}");
        }
    }
    let all: Vec<&State> = states.iter().collect();
    let found = computed(&all);
    assert!(found.is_empty(), "{found:?}");
}

/// A case is filed, answered or handed on.
async fn happen(town: &Town, numbers: &mut Numbers) {
    let country = town.clerks.country();
    let mut few = |limit: usize| numbers.below(limit).min(numbers.below(limit));
    let places: Vec<TerritoryCode> = country
        .territories
        .within(None)
        .filter(|place| place.code.as_str().starts_with("region-"))
        .map(|place| place.code.clone())
        .collect();
    let region = &places[few(8)];
    let provinces: Vec<_> = country.territories.within(Some(region)).collect();
    let province = &provinces[few(provinces.len())].code;
    let communes: Vec<_> = country.territories.within(Some(province)).collect();
    let commune = &communes[few(communes.len())].code;
    let sectors: Vec<&SubjectCode> = country.subjects.sectors().map(|own| &own.code).collect();
    let sector = sectors[few(6)];
    let subjects: Vec<&SubjectCode> = country
        .subjects
        .of_sector(sector)
        .map(|own| &own.code)
        .collect();
    let bodies: Vec<OrganisationCode> = country
        .organisations
        .all()
        .filter(|body| body.receives)
        .take(9)
        .map(|body| body.code.clone())
        .collect();
    let body = bodies[few(bodies.len())].clone();
    let filing = Filing {
        is_sample: false,
        kind: Kind::ALL[few(3)],
        territory: (few(9) < 7).then(|| commune.clone()),
        subject: Some(subjects[few(subjects.len())].clone()),
        organisation: Some(body.clone()),
        ..town::filing()
    };
    // Thanks and proposals have other answers.
    let what = if filing.kind == Kind::Complaint {
        few(4)
    } else {
        2 * few(2)
    };
    let other = bodies[few(bodies.len())].clone();
    let receipt = town.clerks.file(filing).await.unwrap();
    if what > 0 {
        work(town, &body, other, &receipt.reference, what > 1).await;
    }
}

async fn work(
    town: &Town,
    body: &OrganisationCode,
    other: OrganisationCode,
    reference: &Reference,
    is_handed_on: bool,
) {
    let email = format!("head-of-{body}@sample.test");
    let officer = town
        .officer(&email, Role::AdministrationHead, body.as_str())
        .await;
    act(town, &officer, reference, StaffAct::Examine).await;
    if is_handed_on {
        if other == *body {
            return;
        }
        let reason = "Another body has to answer this.".to_owned();
        act(
            town,
            &officer,
            reference,
            StaffAct::Transfer { to: other, reason },
        )
        .await;
        return;
    }
    act(town, &officer, reference, StaffAct::TakeUp).await;
    let answer = StaffAct::Answer(town::answer(Outcome::Granted));
    act(town, &officer, reference, answer).await;
}

/// Everything that an edition tells of the year.
async fn read(town: &Town, edition: AsOf) -> State {
    let clerks = &town.clerks;
    let mut state = State {
        lines: BTreeMap::new(),
    };
    let of = |scope| clerks.statistics_in(edition, scope, 2026);
    let by = |compared| clerks.statistics_by_in(edition, compared, 2026);
    let country = of(Scope::Country).await.unwrap();
    state.within("country", &country.figures, country.before.open());
    for compared in [Compared::Regions, Compared::Sectors, Compared::Bodies] {
        let table = by(compared.clone()).await.unwrap();
        state.beside("country", &country.figures, &table);
        if compared == Compared::Bodies {
            state.handed(&table);
        }
    }
    let lists = clerks.country();
    for territory in lists.territories.all() {
        let table = by(Compared::Within(territory.code.clone())).await.unwrap();
        if !table.rows.is_empty() {
            let whole = of(Scope::Territory(territory.code.clone())).await.unwrap();
            state.beside(territory.code.as_str(), &whole.figures, &table);
        }
    }
    for sector in lists.subjects.sectors() {
        let table = by(Compared::SubjectsOf(sector.code.clone())).await.unwrap();
        let whole = of(Scope::Subject(sector.code.clone())).await.unwrap();
        state.beside(sector.code.as_str(), &whole.figures, &table);
    }
    state
}

impl State {
    /// The lines within one: words and months make up wholes, and what is open is what came without what left.
    fn within(&mut self, place: &str, told: &Published, open_before: Option<i64>) {
        let all = cells(told);
        let cell = |name: &str| -> (Cell, Option<i64>) {
            let told = all.get(name).copied().flatten();
            ((place.to_owned(), name.to_owned()), told)
        };
        for (whole, parts) in wholes_with_parts(told) {
            if place != "country" && parts.iter().any(|name| is_of_a_month(name)) {
                continue;
            }
            let mut line: Told = Vec::new();
            for part in &parts {
                let (cell, told) = cell(part);
                line.push((cell, 1, told));
            }
            let (cell, told) = cell(&whole);
            line.push((cell, -1, told));
            self.lines
                .insert(format!("{place}: {whole} of {}", parts[0]), line);
        }
        let last = told.flows.last().unwrap();
        let open = (place.to_owned(), "open before".to_owned());
        let mut line: Told = vec![(open, 1, open_before)];
        for (name, sign) in [
            ("received", 1),
            ("handed-in", 1),
            ("reopened", 1),
            ("answered", -1),
            ("withdrawn", -1),
            ("handed-on", -1),
        ] {
            if all.contains_key(name) {
                let (cell, told) = cell(name);
                line.push((cell, sign, told));
            }
        }
        let (cell, told) = cell(&format!("open {}", last.month));
        line.push((cell, -1, told));
        self.lines.insert(format!("{place}: balance"), line);
    }

    /// The lines of a whole and of those that are parts of it, with what belongs to none of them.
    fn beside(&mut self, place: &str, whole: &Published, table: &Table) {
        let nothing = BTreeMap::new();
        for (name, told) in cells_of_part(whole) {
            let mut line: Told = vec![((place.to_owned(), name.clone()), -1, told)];
            for row in &table.rows {
                let own = row.figures.as_ref().map(cells_of_part);
                let own = own.as_ref().unwrap_or(&nothing);
                let told = own.get(&name).copied().flatten();
                if told.is_none() && is_of_a_month(&name) {
                    continue;
                }
                line.push(((row.code.clone(), name.clone()), 1, told));
            }
            let first = table.rows.first().map_or("", |row| row.code.as_str());
            let rest = format!("rest of {place} beside {first:.4}");
            line.push(((rest, name.clone()), 1, None));
            self.lines
                .insert(format!("{place} beside {first:.4}: {name}"), line);
        }
        for row in &table.rows {
            if let Some(own) = &row.figures {
                // Of the year before nothing is counted, and everybody sees that.
                self.within(&row.code, own, Some(0));
            }
        }
    }

    /// What left one body came to another.
    fn handed(&mut self, table: &Table) {
        let mut line: Told = Vec::new();
        for row in &table.rows {
            for (name, sign) in [("handed-in", 1), ("handed-on", -1)] {
                let told = row.figures.as_ref().and_then(|own| cells(own)[name]);
                line.push(((row.code.clone(), name.to_owned()), sign, told));
            }
        }
        self.lines
            .insert("handed from body to body".to_owned(), line);
    }
}

/// What only grows: all but what is open or owed.
fn grows(cell: &Cell) -> bool {
    !cell.1.starts_with("open") && !cell.1.starts_with("timed") && cell.1 != "overdue"
}

/// Small counts that are left out and can be computed from states that follow each other.
fn computed(states: &[&State]) -> Vec<(usize, Cell)> {
    let mut numbers: BTreeMap<(usize, bool, Cell), usize> = BTreeMap::new();
    let mut number = |state: usize, grown: bool, cell: &Cell| {
        let next = numbers.len();
        *numbers.entry((state, grown, cell.clone())).or_insert(next)
    };
    let mut lines: Vec<Line> = Vec::new();
    for (place, state) in states.iter().enumerate() {
        for told in state.lines.values() {
            let mut line = Line::default();
            for (cell, sign, told) in told {
                match told {
                    Some(cases) => line.whole -= sign * cases,
                    None => line.members.push((number(place, false, cell), *sign)),
                }
            }
            lines.push(line);
        }
    }
    // What came between two states is nowhere below nothing.
    for place in 1..states.len() {
        let cells = |place: usize| -> BTreeMap<&Cell, Option<i64>> {
            let lines = states[place].lines.values().flatten();
            lines.map(|(cell, _, told)| (cell, *told)).collect()
        };
        let (earlier, later) = (cells(place - 1), cells(place));
        // Of whom nothing was counted then, everybody knows it.
        let mut grown: BTreeMap<&Cell, Option<i64>> = BTreeMap::new();
        for (cell, after) in &later {
            if !grows(cell) {
                continue;
            }
            let before = earlier.get(cell).copied();
            let is_new = before.is_none() && !cell.0.starts_with("rest") && !is_of_a_month(&cell.1);
            match (if is_new { Some(Some(0)) } else { before }, after) {
                (Some(Some(before)), Some(after)) => {
                    grown.insert(cell, Some(after - before));
                }
                (None, _) => {}
                (Some(before), after) => {
                    let mut line = Line {
                        members: vec![(number(place, true, cell), -1)],
                        whole: 0,
                    };
                    for (state, told, sign) in [(place, *after, 1), (place - 1, before, -1)] {
                        match told {
                            Some(cases) => line.whole -= sign * cases,
                            None => line.members.push((number(state, false, cell), sign)),
                        }
                    }
                    lines.push(line);
                    grown.insert(cell, None);
                }
            }
        }
        for told in states[place].lines.values() {
            if !told.iter().all(|(cell, _, _)| grown.contains_key(cell)) {
                continue;
            }
            let mut line = Line::default();
            for (cell, sign, _) in told {
                match grown[cell] {
                    Some(cases) => line.whole -= sign * cases,
                    None => line.members.push((number(place, true, cell), *sign)),
                }
            }
            lines.push(line);
        }
    }
    lines.retain(|line| !line.members.is_empty());
    let bounds = between(numbers.len(), &lines);
    numbers
        .into_iter()
        .filter(|((_, grown, cell), number)| {
            let (low, high) = bounds[*number];
            !grown && !cell.0.starts_with("rest") && low == high && publish::is_small(low)
        })
        .map(|((state, _, cell), _)| (state, cell))
        .collect()
}
