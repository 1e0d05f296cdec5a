//! How the two databases would answer: from an index, and lists in its order, so that a question costs the same
//! however many cases there are.

use chikaya_store::{DatabaseUrl, registry};
use chikaya_testbed::{Engine, TestDatabase};
use postgres::{Client, NoTls, SimpleQueryMessage};

/// Tables with a row or more for each case, message or visit.
const LARGE: &[&str] = &[
    "answer_words",
    "attachment",
    "audit",
    "call_back",
    "call_back_to",
    "call_recording",
    "case_mark",
    "case_state",
    "case_words",
    "case_words_row",
    "contact",
    "contact_code",
    "cti_heard",
    "desk_day",
    "document",
    "draft",
    "ended_session",
    "event",
    "filed_for_someone",
    "interrupted_post",
    "job",
    "mail_in",
    "mailbox",
    "person",
    "phone_call",
    "phone_call_case",
    "phone_call_filed",
    "phone_caller",
    "phone_consent",
    "postal_item",
    "push_subscription",
    "register_entry",
    "session",
    "sms_came",
    "sms_number",
    "sms_sent",
    "statistic",
    "survey_member",
    "tally",
    "upload",
    "upload_part",
    "voice_message",
    "voice_message_words",
];

/// What narrows a statement to the rows of one case, draft, person or contact, which are few: those may be sorted.
const FEW: &[&str] = &[
    "WHERE case_id = ",
    "WHERE owner = ",
    "WHERE person = ",
    "WHERE contact_hash = ",
    // The sessions of one member of staff.
    "WHERE staff = ",
    "WHERE lower(k.value) = ",
    // Staff of an organisation, and territories: as many as there are offices, not as there are cases.
    "FROM staff",
    "FROM territory",
    "FROM organisation",
    "FROM subject",
    "FROM question",
    "FROM competence",
    "FROM ground",
    "FROM holiday",
    "FROM ramadan",
    "FROM policy",
    // Sums for statistics: as many rows as bodies, months and days, and kept for a while by who asks.
    "FROM statistic",
    // As many as are drawn in a week.
    "FROM survey",
    // As many as sit in the call centre.
    "FROM call_agent",
    // Sums for dashboards of all bodies, likewise, and what one body answered in a quarter of a year.
    "FROM desk_day",
    "FROM answer_words",
    // Where the parts of a register end: one entry of a thousand, of 20,000 at most.
    "WHERE place % ",
    // What one person said of being told, for a case and at their account, and what they proved.
    "FROM preference",
    "FROM contact mine",
    // As many as administrators changed words.
    "FROM wording",
    // The cases of one person.
    "WHERE p.identity_number = ",
];

/// A sum over the whole tally, asked once after a change of the calendar, to show how far its consequences are.
const OPEN_CASES: &str = "FROM tally\n        WHERE measure = 'stage' AND value NOT IN";

fn may_sort(statement: &str) -> bool {
    FEW.iter().any(|few| statement.contains(few))
}

/// A follower forgets all it made before it is built again: the whole of a table is meant.
const WHOLE: &[&str] = &[
    "DELETE FROM tally",
    "DELETE FROM statistic",
    "DELETE FROM desk_day",
    "DELETE FROM register_entry",
    "DELETE FROM case_words",
    "DELETE FROM case_words_row",
];

/// Whether a statement could be a question of many rows, asked often: it reads or changes what is there already.
fn has_plan(statement: &str) -> bool {
    let statement = statement.trim();
    !statement.starts_with("INSERT")
        && !statement.contains(OPEN_CASES)
        && !WHOLE.contains(&statement)
}

/// The words of a plan's step that follow `before`, as far as the next space.
fn table<'a>(step: &'a str, before: &str) -> Option<&'a str> {
    step.split_once(before)?.1.split_whitespace().next()
}

#[test]
fn sqlite_scans_no_large_table_and_sorts_no_list() {
    let database = TestDatabase::on(Engine::Sqlite);
    let DatabaseUrl::Sqlite(path) = database.url() else {
        panic!("not SQLite");
    };
    let connection = rusqlite::Connection::open(path).unwrap();
    let mut faults = Vec::new();
    let mut seen = 0;
    for statement in registry::sqlite().filter(|statement| has_plan(statement)) {
        let mut plan = connection
            .prepare(&format!("EXPLAIN QUERY PLAN {statement}"))
            .unwrap();
        let nothing = vec![rusqlite::types::Null; plan.parameter_count()];
        let steps: Vec<String> = plan
            .query_map(rusqlite::params_from_iter(nothing), |row| row.get(3))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        seen += 1;
        let sorts = steps.iter().any(|step| step.starts_with("USE TEMP B-TREE"));
        let scans = steps.iter().any(|step| {
            // Read in an index's order up to the limit, and the search index itself, which is asked by word.
            let is_bounded =
                step.contains("USING INDEX") || step.contains("VIRTUAL TABLE INDEX 0:");
            let by_word = statement.contains("MATCH ?1");
            step.starts_with("SCAN") && !is_bounded && !by_word && is_large(&statement, step)
        });
        let passes_over = steps
            .iter()
            .any(|step| step.starts_with("SCAN") && step.contains("USING"))
            && !statement.contains("LIMIT")
            && !may_sort(&statement);
        // In an index's order up to the limit is all of it where another table decides which rows count.
        let sifts = !statement.contains("MATCH ?1")
            && steps
                .iter()
                .any(|step| step.starts_with("SCAN") && is_large(&statement, step))
            && steps
                .iter()
                .any(|step| step.starts_with("SEARCH") && !step.ends_with("LEFT-JOIN"));
        if scans || passes_over || sifts || (sorts && !may_sort(&statement)) {
            faults.push(format!("{steps:?}: {statement}"));
        }
    }
    assert!(seen > 60, "{seen} statements were looked at");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Whether a step that scans means a large table: by its name or by the alias the statement gives it.
fn is_large(statement: &str, step: &str) -> bool {
    table(step, "SCAN ").is_some_and(|scanned| {
        LARGE.iter().any(|large| {
            scanned == *large
                || statement.contains(&format!("FROM {large} {scanned}\n"))
                || statement.contains(&format!("JOIN {large} {scanned} "))
        })
    })
}

#[test]
fn postgres_has_an_index_for_every_question_of_a_large_table() {
    let database = TestDatabase::on(Engine::Postgres);
    let DatabaseUrl::Postgres(url) = database.url() else {
        panic!("not PostgreSQL");
    };
    let mut client = Client::connect(url, NoTls).unwrap();
    // Empty tables are scanned whatever indexes there are: with scans and sorts made dear, those that remain are
    // those for which there is no other way.
    client
        .batch_execute(
            "SET enable_seqscan = off; SET enable_sort = off; SET enable_incremental_sort = off;
             SET plan_cache_mode = force_generic_plan",
        )
        .unwrap();
    let mut faults = Vec::new();
    let mut seen = 0;
    for statement in registry::postgres().filter(|statement| has_plan(statement)) {
        // The index of words is read by bitmap alone; what it finds has no order and is sorted, up to a limit.
        let by_word = statement.contains("@@");
        let bitmaps = if by_word { "on" } else { "off" };
        client
            .batch_execute(&format!("SET enable_bitmapscan = {bitmaps}"))
            .unwrap();
        seen += 1;
        let plan = plan(&mut client, statement);
        let scans = plan
            .iter()
            .filter_map(|step| table(step, "Seq Scan on "))
            .any(|scanned| LARGE.contains(&scanned));
        let sorts = plan.iter().any(|step| step.contains("Sort Key"));
        if scans || (sorts && !may_sort(statement) && !by_word) {
            faults.push(format!("{}: {statement}", plan.join("\n")));
        }
    }
    assert!(seen > 60, "{seen} statements were looked at");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// An index of the few rows that wait looks smaller than that of all rows, and a plan made while a table was nearly empty
/// is kept: whoever changes one row of a key must find it by that key.
#[test]
fn postgres_finds_a_row_that_changes_by_its_key() {
    let database = TestDatabase::on(Engine::Postgres);
    let DatabaseUrl::Postgres(url) = database.url() else {
        panic!("not PostgreSQL");
    };
    let mut client = Client::connect(url, NoTls).unwrap();
    client
        .batch_execute("SET enable_seqscan = off; SET plan_cache_mode = force_generic_plan")
        .unwrap();
    let mut faults = Vec::new();
    let mut seen = 0;
    let changes = |statement: &&str| {
        let statement = statement.trim();
        statement.starts_with("UPDATE") || statement.starts_with("DELETE")
    };
    for statement in registry::postgres().filter(changes) {
        let of_one_row =
            statement.contains("WHERE id = $") || statement.contains("AND sequence = $");
        if !of_one_row {
            continue;
        }
        seen += 1;
        let plan = plan(&mut client, statement);
        if !plan.iter().any(|step| step.contains("_pkey on ")) {
            faults.push(format!("{}: {statement}", plan.join("\n")));
        }
    }
    assert!(seen > 10, "{seen} statements were looked at");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The steps of a statement's plan, made without knowing its parameters.
fn plan(client: &mut Client, statement: &str) -> Vec<String> {
    client
        .batch_execute(&format!("PREPARE asked AS {statement}"))
        .unwrap_or_else(|error| panic!("{error:?}: {statement}"));
    let parameters = (1..=99)
        .take_while(|number| statement.contains(&format!("${number}")))
        .count();
    let arguments = vec!["NULL"; parameters].join(", ");
    let call = if parameters == 0 {
        "asked".to_owned()
    } else {
        format!("asked ({arguments})")
    };
    let answer = client
        .simple_query(&format!("EXPLAIN EXECUTE {call}"))
        .unwrap();
    client.batch_execute("DEALLOCATE asked").unwrap();
    answer
        .into_iter()
        .filter_map(|message| match message {
            SimpleQueryMessage::Row(row) => row.get(0).map(str::to_owned),
            _ => None,
        })
        .collect()
}
