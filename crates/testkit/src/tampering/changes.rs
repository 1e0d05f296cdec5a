//! What somebody with the database in hand can change of a case, one by one.

/// What is changed of a case by hand, and what is said of it behind the case's reference.
pub struct Change {
    /// What is done.
    pub name: &'static str,
    /// By which statements.
    pub statements: &'static str,
    /// Words of the break that must be told.
    pub named: &'static str,
}

const fn change(name: &'static str, statements: &'static str, named: &'static str) -> Change {
    Change {
        name,
        statements,
        named,
    }
}

/// `{case}` is the case, `{other}` one that is left alone, `{new}` a fresh identifier, `{zeros}` 32 bytes.
pub const OF_A_CASE: &[Change] = &[
    change(
        "a text is edited",
        "UPDATE document SET body = 'Tout va bien.' WHERE owner = {case} AND title IS NOT NULL",
        ", text ",
    ),
    change(
        "a title is edited",
        "UPDATE document SET title = 'Merci' WHERE owner = {case} AND title IS NOT NULL",
        ", text ",
    ),
    change(
        "the time of a text is edited",
        "UPDATE document SET created_at = created_at - 1 WHERE owner = {case} AND body = '214'",
        "it is not what was recorded",
    ),
    change(
        "a text is deleted",
        "DELETE FROM document WHERE owner = {case} AND body = '214'",
        "it was recorded, and is gone",
    ),
    change(
        "a text is inserted",
        "INSERT INTO document (id, owner_kind, owner, title, body, language, created_at, salt) SELECT {new}, owner_kind, owner, title, 'autre chose', language, created_at, salt FROM document WHERE owner = {case} AND body = '214'",
        "no event speaks of it",
    ),
    change(
        "a text is given to another case",
        "UPDATE document SET owner = {other} WHERE owner = {case} AND body = '214'",
        "it was recorded, and is gone",
    ),
    change(
        "two texts are swapped",
        "UPDATE document SET body = CASE body WHEN '214' THEN 'Quel poteau ?' ELSE '214' END WHERE owner = {case} AND title IS NULL",
        "it is not what was recorded",
    ),
    change(
        "a salt is taken away",
        "UPDATE document SET salt = NULL WHERE owner = {case} AND body = '214'",
        "it is not what was recorded",
    ),
    change(
        "the name of a file is edited",
        "UPDATE attachment SET name = 'facture.pdf' WHERE owner = {case}",
        ", file ",
    ),
    change(
        "the digest of a file is edited",
        "UPDATE attachment SET sha256 = {zeros} WHERE owner = {case}",
        ", file ",
    ),
    change(
        "a file is shown to the filer",
        "UPDATE attachment SET audience = 'colleagues' WHERE owner = {case}",
        ", file ",
    ),
    change(
        "a file is deleted",
        "DELETE FROM attachment WHERE owner = {case}",
        "it was recorded, and is gone",
    ),
    change(
        "a filer is renamed",
        "UPDATE person SET name = 'Autre Exemple' WHERE id = (SELECT person FROM case_state WHERE id = {case})",
        ", filer ",
    ),
    change(
        "an address is edited",
        "UPDATE contact SET value = 'other@example.org' WHERE person = (SELECT person FROM case_state WHERE id = {case})",
        ", contact ",
    ),
    change(
        "an address is proven by hand",
        "UPDATE contact SET verified_at = 1 WHERE person = (SELECT person FROM case_state WHERE id = {case})",
        ", contact ",
    ),
    change(
        "an address is deleted",
        "DELETE FROM contact WHERE person = (SELECT person FROM case_state WHERE id = {case})",
        "it was recorded, and is gone",
    ),
    change(
        "an address is inserted",
        "INSERT INTO contact (id, person, kind, value, preferred, verified_at, created_at) SELECT {new}, person, kind, 'spy@example.org', preferred, 1, created_at FROM contact WHERE person = (SELECT person FROM case_state WHERE id = {case})",
        "no event speaks of it",
    ),
    change(
        "an event is backdated",
        "UPDATE event SET at = at - 86400000000 WHERE case_id = {case} AND sequence = 3",
        ", event 3: at is ",
    ),
    change(
        "the day of an event is edited in its text",
        "UPDATE event SET payload = REPLACE(payload, '2026-03-20', '2026-05-20') WHERE case_id = {case} AND fact = 'question-asked'",
        ": it is not what was chained",
    ),
    change(
        "the word of an event is edited",
        "UPDATE event SET fact = 'noted' WHERE case_id = {case} AND sequence = 4",
        ", event 4: fact is noted",
    ),
    change(
        "who acted is edited",
        "UPDATE event SET actor = 'filer' WHERE case_id = {case} AND fact = 'examined'",
        "actor is filer",
    ),
    change(
        "the account of who acted is edited",
        "UPDATE event SET staff = {new} WHERE case_id = {case} AND fact = 'examined'",
        "staff is ",
    ),
    change(
        "the last event is deleted",
        "DELETE FROM event WHERE case_id = {case} AND fact = 'replied'",
        ": the chain does not end where its state says",
    ),
    change(
        "an event in the middle is deleted",
        "DELETE FROM event WHERE case_id = {case} AND sequence = 4",
        ", event 5: event 4 was due there",
    ),
    change(
        "an event is inserted",
        "INSERT INTO event (case_id, sequence, at, fact, actor, organisation, payload, chain) SELECT case_id, 90, at, fact, actor, organisation, payload, chain FROM event WHERE case_id = {case} AND sequence = 4",
        ", event 90: event 9 was due there",
    ),
    change(
        "two events change places",
        "UPDATE event SET sequence = 99 WHERE case_id = {case} AND sequence = 2; UPDATE event SET sequence = 2 WHERE case_id = {case} AND sequence = 3; UPDATE event SET sequence = 3 WHERE case_id = {case} AND sequence = 99",
        ", event 2: it is not what was chained",
    ),
    change(
        "what an event binds is emptied",
        "UPDATE event SET bound = {empty} WHERE case_id = {case} AND fact = 'replied'",
        "it is not what was chained",
    ),
    change(
        "the mark of an event is taken away",
        "UPDATE event SET mark = NULL WHERE case_id = {case} AND fact = 'replied'",
        "it was not written by the portal",
    ),
    change(
        "a due day beside an event is edited",
        "UPDATE event SET answer_due = '2027-01-01' WHERE case_id = {case} AND sequence = 4",
        ", event 4: answer_due is 2027-01-01",
    ),
    change(
        "the body beside an event is edited",
        "UPDATE event SET organisation = 'min.interior' WHERE case_id = {case} AND sequence = 4",
        ", event 4: organisation is min.interior",
    ),
    change(
        "the stage beside an event is edited",
        "UPDATE event SET stage = 'closed' WHERE case_id = {case} AND sequence = 4",
        ", event 4: stage is closed",
    ),
    change(
        "the hash of an event is edited",
        "UPDATE event SET chain = {zeros} WHERE case_id = {case} AND sequence = 4",
        ", event 4: it is not what was chained",
    ),
    change(
        "the due day is edited",
        "UPDATE case_state SET answer_due = '2027-01-01' WHERE id = {case}",
        ": answer_due is 2027-01-01",
    ),
    change(
        "the due day is edited in the state",
        "UPDATE case_state SET state = REPLACE(state, '\"stage\":\"', '\"stage\": \"') WHERE id = {other}; UPDATE case_state SET state = REPLACE(state, '\"extended\":false', '\"extended\":true') WHERE id = {case}",
        ": state is another one",
    ),
    change(
        "a case is closed by hand",
        "UPDATE case_state SET stage = 'closed', is_open = FALSE WHERE id = {case}",
        ": stage is closed",
    ),
    change(
        "a case is given to another body",
        "UPDATE case_state SET organisation = 'min.interior' WHERE id = {case}",
        ": organisation is min.interior",
    ),
    change(
        "a case is taken from its officer",
        "UPDATE case_state SET officer = NULL WHERE id = {case}",
        ": officer is nothing",
    ),
    change(
        "a case becomes a remark",
        "UPDATE case_state SET kind = 'remark' WHERE id = {case}",
        ": kind is remark",
    ),
    change(
        "the code of a case is changed",
        "UPDATE case_state SET access_hash = {zeros} WHERE id = {case}",
        ", reference, code and place: it is not what was recorded",
    ),
    change(
        "the place is edited",
        "UPDATE case_state SET place = 'ailleurs' WHERE id = {case}",
        ", reference, code and place: it is not what was recorded",
    ),
    change(
        "the point is edited",
        "UPDATE case_state SET latitude_micro = 1, longitude_micro = 1 WHERE id = {case}",
        ", reference, code and place: it is not what was recorded",
    ),
    change(
        "a case becomes a sample",
        "UPDATE case_state SET is_sample = FALSE WHERE id = {case}",
        ", reference, code and place: it is not what was recorded",
    ),
    change(
        "the head is edited",
        "UPDATE case_state SET chain_head = {zeros} WHERE id = {case}",
        ": the chain does not end where its state says",
    ),
    change(
        "a case is never reminded of",
        "UPDATE case_state SET next_reminder = NULL WHERE id = {case}",
        ": next_reminder is nothing",
    ),
    change(
        "a mark is taken away",
        "DELETE FROM case_mark WHERE case_id = {case}",
        ": marks is nothing",
    ),
    change(
        "a mark is put there",
        "INSERT INTO case_mark (organisation, mark, answer_due, case_id) SELECT organisation, 'opinion', answer_due, id FROM case_state WHERE id = {case}",
        ": marks is ",
    ),
    change(
        "all events of a case are deleted",
        "DELETE FROM event WHERE case_id = {case}",
        ": it has no events any more",
    ),
    change(
        "what is filed later is made the first",
        "UPDATE event SET sequence = sequence + 1000 WHERE case_id = {case}",
        ", event 1001: event 1 was due there",
    ),
];
