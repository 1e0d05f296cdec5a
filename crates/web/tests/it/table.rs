//! The table of routes in `docs/routes.md`, read and compared with the router.

use std::collections::BTreeSet;

use chikaya_domain::access::Role;
use chikaya_web::ROUTES;

/// The committed table.
const TABLE: &str = include_str!("../../../../docs/routes.md");

/// How rows of the table begin.
const METHODS: [&str; 6] = [
    "| GET ",
    "| HEAD ",
    "| POST ",
    "| PATCH ",
    "| DELETE ",
    "| OPTIONS ",
];

/// Letters of the roles in the table.
const LETTERS: &[(&str, Role)] = &[
    ("O", Role::Officer),
    ("U", Role::UnitHead),
    ("H", Role::AdministrationHead),
    ("R", Role::Registry),
    ("G", Role::ReformAuthority),
    ("C", Role::HeadOfGovernment),
    ("A", Role::Auditor),
    ("M", Role::Administrator),
    ("T", Role::CallAgent),
    ("S", Role::CallSupervisor),
];

/// One row.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) method: String,
    pub(crate) path: String,
    /// `anyone`, `draft link`, `case proof`, `account`, `session`, `invitation link`, `staff`, `mail`, `reports`, `calls`,
    /// `exchange`, `administration`.
    pub(crate) who: String,
    pub(crate) own: Vec<Role>,
    pub(crate) consulted: Vec<Role>,
    pub(crate) other: Vec<Role>,
    /// Whether a form must carry the visitor's token.
    pub(crate) token: bool,
    /// Facts of the case, `audit …`, `draft`, or nothing.
    pub(crate) leaves: Vec<String>,
}

/// The table.
pub(crate) fn rows() -> Vec<Row> {
    let rows: Vec<Row> = TABLE
        .lines()
        .filter(|line| METHODS.iter().any(|method| line.starts_with(method)))
        .map(read)
        .collect();
    assert!(rows.len() > 50, "the table is read");
    rows
}

/// The rows for members of staff.
pub(crate) fn staff_rows() -> Vec<Row> {
    rows()
        .into_iter()
        .filter(|row| row.who == "staff")
        .collect()
}

/// The rows of annual reports at the desk.
pub(crate) fn report_rows() -> Vec<Row> {
    rows()
        .into_iter()
        .filter(|row| row.who == "reports")
        .collect()
}

/// The rows of the call centre.
pub(crate) fn call_rows() -> Vec<Row> {
    rows()
        .into_iter()
        .filter(|row| row.who == "calls")
        .collect()
}

/// The rows of the administration pages.
pub(crate) fn administration_rows() -> Vec<Row> {
    rows()
        .into_iter()
        .filter(|row| row.who == "administration")
        .collect()
}

fn read(line: &str) -> Row {
    let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
    let [method, path, who, own, consulted, other, token, leaves] = cells.as_slice() else {
        panic!("a row has eight cells: {line}");
    };
    Row {
        method: (*method).to_owned(),
        path: path.trim_matches('`').to_owned(),
        who: (*who).to_owned(),
        own: roles(own),
        consulted: roles(consulted),
        other: roles(other),
        token: match *token {
            "yes" => true,
            "–" => false,
            word => panic!("a token is asked for or not: {word}"),
        },
        leaves: leaves
            .split(',')
            .map(|word| word.trim().trim_matches('`').to_owned())
            .filter(|word| word != "–")
            .collect(),
    }
}

fn roles(cell: &str) -> Vec<Role> {
    cell.split_whitespace()
        .filter(|word| *word != "–")
        .map(|letter| {
            LETTERS
                .iter()
                .find(|(known, _)| *known == letter)
                .map_or_else(
                    || panic!("no role has the letter {letter}"),
                    |(_, role)| *role,
                )
        })
        .collect()
}

/// Whether a path of the table is the route's: an act stands by its name where the router has `{act}`.
fn is_of(path: &str, route: &str) -> bool {
    path == route
        || route
            .strip_suffix("{act}")
            .and_then(|before| path.strip_prefix(before))
            .is_some_and(|act| !act.is_empty() && !act.contains(['/', '{']))
}

#[test]
fn every_route_stands_in_the_table_and_nothing_else_does() {
    let rows = rows();
    let mut unlisted = Vec::new();
    for route in ROUTES {
        for method in route.methods {
            let listed = rows
                .iter()
                .any(|row| row.method == *method && is_of(&row.path, route.path));
            if !listed {
                unlisted.push(format!("{method} {}", route.path));
            }
        }
    }
    assert!(unlisted.is_empty(), "not in docs/routes.md: {unlisted:?}");
    let vanished: Vec<String> = rows
        .iter()
        .filter(|row| {
            !ROUTES.iter().any(|route| {
                route.methods.contains(&row.method.as_str()) && is_of(&row.path, route.path)
            })
        })
        .map(|row| format!("{} {}", row.method, row.path))
        .collect();
    assert!(vanished.is_empty(), "not in the router: {vanished:?}");
}

#[test]
fn a_row_stands_once_and_says_the_access_that_the_router_says() {
    let mut seen = BTreeSet::new();
    for row in rows() {
        assert!(
            seen.insert((row.method.clone(), row.path.clone())),
            "{} {} stands twice",
            row.method,
            row.path
        );
        let route = ROUTES
            .iter()
            .find(|route| route.path == row.path)
            .or_else(|| ROUTES.iter().find(|route| is_of(&row.path, route.path)))
            .unwrap();
        let access = match row.who.as_str() {
            "case proof" | "account" => "filer",
            "staff" | "mail" | "reports" | "calls" => "staff",
            "administration" if row.own == [Role::Administrator] => "administrator",
            "administration" => "auditor",
            _ => "anyone",
        };
        assert_eq!(route.access, access, "{} {}", row.method, row.path);
        let has_roles = !row.own.is_empty() || !row.consulted.is_empty() || !row.other.is_empty();
        let names_roles = matches!(
            row.who.as_str(),
            "staff" | "mail" | "administration" | "reports" | "calls"
        );
        assert_eq!(has_roles, names_roles, "{}", row.path);
        // What a telephone shares comes from no page of ours; nothing is done with it here.
        let is_form = row.method == "POST"
            && row.path.starts_with("/{language}/")
            && row.path != "/{language}/app/share";
        assert_eq!(row.token, is_form, "{} {}", row.method, row.path);
    }
}
