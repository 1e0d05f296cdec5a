#!/usr/bin/env bash
# Guess: a prepared statement of SQLite is compiled once and run as often as one likes.
# Instead: where LIMIT is a bound parameter, the planner looks at its value and marks the
# statement as made for that value: each later binding, even of the same number, has it compiled again at its next run.
# A LIMIT written as a figure is not, nor is any after SQLITE_DBCONFIG_ENABLE_QPSG, which forbids the planner to look at
# bound values.
# Who meets it: every list with a page size. A fifth of the time of a page of cases was the parser and the planner.
. "$(dirname "$0")/lib.sh"
crate 'rusqlite = { version = "=0.40.2", features = ["bundled"] }' <<'R'
use rusqlite::{Connection, StatementStatus, config::DbConfig};

fn compiled_again(is_stable: bool, words: &str, has_limit: bool) -> i32 {
    let database = Connection::open_in_memory().unwrap();
    database.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, is_stable).unwrap();
    database.execute_batch("CREATE TABLE t (a INTEGER PRIMARY KEY); INSERT INTO t VALUES (1), (2), (3)").unwrap();
    let mut statement = database.prepare(words).unwrap();
    for _ in 0..10 {
        let mut rows = if has_limit { statement.query([0, 2]) } else { statement.query([0]) }.unwrap();
        while rows.next().unwrap().is_some() {}
    }
    statement.get_status(StatementStatus::RePrepare)
}

fn main() {
    println!("SQLite {}", rusqlite::version());
    let bound = "SELECT a FROM t WHERE a > ?1 ORDER BY a LIMIT ?2";
    let written = "SELECT a FROM t WHERE a > ?1 ORDER BY a LIMIT 2";
    println!("LIMIT ?: compiled again {} times in 10 runs", compiled_again(false, bound, true));
    println!("LIMIT 2: {}", compiled_again(false, written, false));
    println!("LIMIT ? with QPSG: {}", compiled_again(true, bound, true));
}
R
"$program" >"$place/seen"
expect <<'S'
SQLite 3.53.2
LIMIT ?: compiled again 10 times in 10 runs
LIMIT 2: 0
LIMIT ? with QPSG: 0
S
