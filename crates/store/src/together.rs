//! Many rows with one statement: what several verbs, or one verb several times, insert into one table of PostgreSQL goes
//! there together, and the server begins, checks and ends a statement once instead of for each row.

use bytes::{BufMut as _, BytesMut};
use postgres::types::{Kind, Type};

use crate::encoded::Encoded;

/// A row that waits to be inserted.
pub(crate) struct Waiting {
    /// The statement, told from others.
    pub(crate) statement: &'static str,
    /// Number of the verb that inserts it, within its transaction.
    pub(crate) verb: usize,
    /// Its parameters.
    pub(crate) params: Vec<Encoded>,
}

/// Rows of one statement.
pub(crate) struct Batch {
    /// The statement for one row.
    pub(crate) statement: &'static str,
    /// The parameters of each row.
    pub(crate) rows: Vec<Vec<Encoded>>,
}

/// The statement that inserts as many rows as its parameters, which are arrays, are long; none when one row cannot be
/// told from several: it is no insertion of one row of values, or answers something, or changes what is there already.
pub(crate) fn for_many(statement: &str, kinds: &[Type]) -> Option<String> {
    let statement = statement.trim();
    let (head, rest) = statement.split_once("VALUES (")?;
    let (values, tail) = until_closed(rest)?;
    let is_insertion = statement.starts_with("INSERT INTO") && !head.contains("SELECT");
    let is_plain = kinds.iter().all(|kind| *kind.kind() == Kind::Simple);
    let tail = tail.trim();
    let adds_alone =
        tail.is_empty() || (tail.starts_with("ON CONFLICT") && tail.ends_with("DO NOTHING"));
    if !is_insertion || !is_plain || !adds_alone || kinds.is_empty() || values.contains("SELECT") {
        return None;
    }
    let arrays = kinds
        .iter()
        .enumerate()
        .map(|(number, kind)| format!("${}::{}[]", number + 1, kind.name()));
    let names = (1..=kinds.len()).map(|number| format!("p{number}"));
    Some(format!(
        "{head}SELECT {} FROM unnest({}) AS waiting ({}) {tail}",
        values.replace('$', "waiting.p"),
        arrays.collect::<Vec<_>>().join(", "),
        names.collect::<Vec<_>>().join(", "),
    ))
}

/// What stands before the parenthesis that closes, and what stands after it.
fn until_closed(text: &str) -> Option<(&str, &str)> {
    let mut depth = 1;
    let end = text.find(|sign| {
        match sign {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        depth == 0
    })?;
    Some((&text[..end], &text[end + 1..]))
}

/// The rows in batches. What one verb inserts stays in its order, so that whatever a row refers to is there before it;
/// rows of several verbs know nothing of each other.
pub(crate) fn batches(waiting: impl IntoIterator<Item = Waiting>) -> Vec<Batch> {
    let mut batches: Vec<Batch> = Vec::new();
    let mut verb = None;
    let mut earliest = 0;
    for row in waiting {
        if verb != Some(row.verb) {
            verb = Some(row.verb);
            earliest = 0;
        }
        let place = batches
            .iter()
            .skip(earliest)
            .position(|batch| std::ptr::eq(batch.statement, row.statement));
        earliest = if let Some(place) = place {
            batches[earliest + place].rows.push(row.params);
            earliest + place
        } else {
            batches.push(Batch {
                statement: row.statement,
                rows: vec![row.params],
            });
            batches.len() - 1
        };
    }
    batches
}

/// One parameter of all rows, as an array in the form in which PostgreSQL reads it.
pub(crate) fn array(kind: &Type, rows: &[Vec<Encoded>], column: usize) -> Encoded {
    let cells = || {
        rows.iter()
            .map(|row| row.get(column).and_then(Encoded::bytes))
    };
    let length = |bytes: usize| i32::try_from(bytes).unwrap_or(i32::MAX);
    let mut array = BytesMut::new();
    array.put_i32(1);
    array.put_i32(i32::from(cells().any(|cell| cell.is_none())));
    array.put_u32(kind.oid());
    array.put_i32(length(rows.len()));
    array.put_i32(1);
    for cell in cells() {
        match cell {
            None => array.put_i32(-1),
            Some(bytes) => {
                array.put_i32(length(bytes.len()));
                array.put_slice(bytes);
            }
        }
    }
    Encoded::from_bytes(array)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_insertion_of_one_row_becomes_one_of_many() {
        let one = "
            INSERT INTO job (id, kind, attempts)
            VALUES ($1, lower($2), 0)
            ON CONFLICT (id) DO NOTHING";
        assert_eq!(
            for_many(one, &[Type::UUID, Type::TEXT]).unwrap(),
            "INSERT INTO job (id, kind, attempts)
            SELECT waiting.p1, lower(waiting.p2), 0 FROM unnest($1::uuid[], $2::text[]) AS waiting (p1, p2) \
             ON CONFLICT (id) DO NOTHING"
        );
    }

    #[test]
    fn what_changes_or_answers_stays_alone() {
        for alone in [
            "UPDATE job SET kind = $1",
            "INSERT INTO job (id) VALUES ($1) RETURNING id",
            "INSERT INTO job (id) VALUES ($1) ON CONFLICT (id) DO UPDATE SET id = excluded.id",
            "INSERT INTO job (id) SELECT $1",
            "INSERT INTO job (id) VALUES ((SELECT $1))",
        ] {
            assert_eq!(for_many(alone, &[Type::UUID]), None, "{alone}");
        }
        let of_an_array = "INSERT INTO job (id) VALUES ($1)";
        assert_eq!(for_many(of_an_array, &[Type::UUID_ARRAY]), None);
    }

    #[test]
    fn no_row_comes_before_what_its_verb_inserted_earlier() {
        const PERSON: &str = "person";
        const CASE: &str = "case";
        let verbs = [
            vec![CASE],
            vec![PERSON, CASE],
            vec![CASE],
            vec![PERSON, CASE],
        ];
        let waiting = verbs.iter().enumerate().flat_map(|(verb, rows)| {
            rows.iter().map(move |statement| Waiting {
                statement,
                verb,
                params: Vec::new(),
            })
        });
        let batches: Vec<(&str, usize)> = batches(waiting)
            .iter()
            .map(|batch| (batch.statement, batch.rows.len()))
            .collect();
        assert_eq!(batches, [(CASE, 2), (PERSON, 2), (CASE, 2)]);
    }
}
