//! The keys of a mapping: which there are, and which a mapping must have. All that is wrong with them is told at once.

use toml::{Table, Value};

/// A section: its name, what it must have, what it may have, and whether it says what a row is: by a column, or without
/// one the same of every row.
struct Section {
    name: &'static str,
    must: &'static [&'static str],
    may: &'static [&'static str],
    speaks: bool,
}

/// Sections in the order in which a mapping has them; the first is the file itself.
const SECTIONS: &[Section] = &[
    Section {
        name: "",
        must: &[
            "register",
            "name",
            "language",
            "time",
            "columns",
            "status",
            "organisation",
        ],
        may: &["kind", "letters", "file", "outcome", "subject", "territory"],
        speaks: false,
    },
    Section {
        name: "language",
        must: &[],
        may: &["column", "values", "default", "others"],
        speaks: true,
    },
    Section {
        name: "kind",
        must: &[],
        may: &["column", "values", "default", "others"],
        speaks: true,
    },
    Section {
        name: "file",
        must: &[],
        may: &["delimiter", "encoding", "twice_encoded", "html", "empty"],
        speaks: false,
    },
    Section {
        name: "time",
        must: &["format"],
        may: &["zone"],
        speaks: false,
    },
    Section {
        name: "columns",
        must: &["number", "filed", "text"],
        may: &[
            "title",
            "examined",
            "taken_up",
            "written",
            "closed",
            "last_words",
            "place",
            "latitude",
            "longitude",
            "point",
            "person",
            "email",
            "phone",
        ],
        speaks: false,
    },
    Section {
        name: "status",
        must: &[],
        may: &["column", "values", "default", "others", "since", "undated"],
        speaks: true,
    },
    Section {
        name: "outcome",
        must: &[],
        may: &["column", "values", "default", "others"],
        speaks: true,
    },
    Section {
        name: "territory",
        must: &[],
        may: &["column", "values", "default", "others"],
        speaks: true,
    },
    Section {
        name: "organisation",
        must: &[],
        may: &["column", "values", "default", "create"],
        speaks: true,
    },
    Section {
        name: "organisation.create",
        must: &["prefix", "parent"],
        may: &["parent_name", "kind", "names", "codes"],
        speaks: false,
    },
    Section {
        name: "subject",
        must: &[],
        may: &["column", "values", "default", "separator", "create"],
        speaks: true,
    },
    Section {
        name: "subject.create",
        must: &["prefix", "sector", "answers"],
        may: &["sector_name", "names", "codes"],
        speaks: false,
    },
];

/// Keys that are missing or unknown.
pub(super) fn faults(mapping: &Table) -> Vec<String> {
    let mut faults = Vec::new();
    for section in SECTIONS {
        let Some(table) = find(mapping, section.name) else {
            continue;
        };
        let place = if section.name.is_empty() {
            String::new()
        } else {
            format!("[{}] ", section.name)
        };
        for key in section.must {
            if !table.contains_key(*key) {
                faults.push(format!("{place}{key} is missing"));
            }
        }
        if section.speaks && !table.contains_key("column") && !table.contains_key("default") {
            faults.push(format!(
                "{place}column is missing, or a default that holds for every row"
            ));
        }
        for key in table.keys() {
            let known = section.must.iter().chain(section.may);
            if !known.clone().any(|known| known == key) {
                let near = known.min_by_key(|known| distance(known, key));
                let hint = near
                    .filter(|near| distance(near, key) <= 2)
                    .map_or_else(String::new, |near| format!(": {near}?"));
                faults.push(format!("{place}{key} is no key of a mapping{hint}"));
            }
        }
    }
    faults
}

fn find<'a>(mapping: &'a Table, name: &str) -> Option<&'a Table> {
    if name.is_empty() {
        return Some(mapping);
    }
    name.split('.').try_fold(mapping, |table, key| {
        table.get(key).and_then(Value::as_table)
    })
}

/// How many signs must be put in, taken out or changed to make one word of another.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (before, sign) in one.chars().enumerate() {
        let mut corner = row[0];
        row[0] = before + 1;
        for (at, letter) in other.iter().enumerate() {
            let changed = corner + usize::from(sign != *letter);
            corner = row[at + 1];
            row[at + 1] = changed.min(corner + 1).min(row[at] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_near_another_is_known() {
        assert_eq!(distance("closed", "close"), 1);
        assert_eq!(distance("written", "closed"), 6);
    }
}
