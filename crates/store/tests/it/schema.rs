//! One set of statements and one schema for both databases.

use std::{collections::BTreeMap, path::Path};

use chikaya_store::{DatabaseUrl, registry};
use chikaya_testbed::{Engine, TestDatabase};
use postgres::{Client, NoTls};

/// Tables that only one side has: the search index and what the tool for migrations keeps.
const OWN: &[&str] = &["case_words", "refinery_schema_history"];

#[test]
fn every_statement_can_be_prepared_on_sqlite() {
    let database = TestDatabase::on(Engine::Sqlite);
    let DatabaseUrl::Sqlite(path) = database.url() else {
        panic!("not SQLite");
    };
    let connection = rusqlite::Connection::open(path).unwrap();
    for statement in registry::sqlite() {
        if let Err(error) = connection.prepare(&statement) {
            panic!("{error}:\n{statement}");
        }
    }
}

#[test]
fn every_statement_can_be_prepared_on_postgres() {
    let database = TestDatabase::on(Engine::Postgres);
    let mut client = postgres(&database);
    for statement in registry::postgres() {
        if let Err(error) = client.prepare(statement) {
            panic!("{error:?}:\n{statement}");
        }
    }
}

#[test]
fn every_module_with_statements_is_in_the_registry() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let registry = std::fs::read_to_string(source.join("registry.rs")).unwrap();
    let mut missing = Vec::new();
    visit(&source, &mut |path, text| {
        if text.contains("\nstatements! {") {
            let relative = path.strip_prefix(&source).unwrap();
            let module = relative
                .to_str()
                .unwrap()
                .trim_end_matches(".rs")
                .trim_end_matches("/mod")
                .replace('/', "::");
            if !registry.contains(&format!("{module}::STATEMENTS")) {
                missing.push(module);
            }
        }
    });
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn both_schemas_have_the_same_tables_and_columns() {
    let sqlite = sqlite_schema();
    let postgres = postgres_schema();
    assert_eq!(sqlite, postgres);
}

fn visit(folder: &Path, see: &mut dyn FnMut(&Path, &str)) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            visit(&path, see);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            see(&path, &std::fs::read_to_string(&path).unwrap());
        }
    }
}

/// Table to its columns, each with a type in SQLite's words.
type Schema = BTreeMap<String, BTreeMap<String, String>>;

fn sqlite_schema() -> Schema {
    let database = TestDatabase::on(Engine::Sqlite);
    let DatabaseUrl::Sqlite(path) = database.url() else {
        panic!("not SQLite");
    };
    let connection = rusqlite::Connection::open(path).unwrap();
    let mut statement = connection
        .prepare(
            "SELECT m.name, c.name, c.type
             FROM sqlite_master m
             JOIN pragma_table_info(m.name) c
             WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE 'case_words%'",
        )
        .unwrap();
    let mut schema = Schema::new();
    let rows = statement
        .query_map([], |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, String>(2)?,
            ))
        })
        .unwrap();
    for row in rows {
        let (table, column, kind) = row.unwrap();
        if !OWN.contains(&table.as_str()) {
            schema.entry(table).or_default().insert(column, kind);
        }
    }
    schema
}

fn postgres_schema() -> Schema {
    let database = TestDatabase::on(Engine::Postgres);
    let rows = postgres(&database)
        .query(
            "SELECT table_name::text, column_name::text, data_type::text
             FROM information_schema.columns
             WHERE table_schema = 'public'",
            &[],
        )
        .unwrap();
    let mut schema = Schema::new();
    for row in rows {
        let (table, column, kind): (String, String, String) = (row.get(0), row.get(1), row.get(2));
        let kind = match kind.as_str() {
            "bigint" | "boolean" => "INTEGER",
            "uuid" | "bytea" => "BLOB",
            "text" => "TEXT",
            other => other,
        };
        if !OWN.contains(&table.as_str()) {
            schema
                .entry(table)
                .or_default()
                .insert(column, kind.to_owned());
        }
    }
    schema
}

fn postgres(database: &TestDatabase) -> Client {
    let DatabaseUrl::Postgres(url) = database.url() else {
        panic!("not PostgreSQL");
    };
    Client::connect(url, NoTls).unwrap()
}
