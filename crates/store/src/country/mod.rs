//! The country in the archive: territory, organisations, subjects, competence, grounds, calendar and policies.

pub mod additions;
pub mod calendar;
pub mod organisation;

use chikaya_domain::{
    Names,
    clock::{Holiday, HolidayKind, Period, Policy},
    competence::{Answerer, Rule},
    ground::Ground,
    id::{GroundCode, OrganisationCode, SubjectCode, TerritoryCode},
    organisation::{Organisation, OrganisationKind},
    subject::{Question, QuestionKind, Subject},
    territory::{Level, Territory},
};
use jiff::civil::Date;

use crate::{Row, StoreError, Tx, json, statements};

statements! {
    TERRITORIES = "
        SELECT code, level, parent, name_ar, name_fr, population
        FROM territory
        ORDER BY code
        LIMIT 100000";
    PUT_TERRITORY = "
        INSERT INTO territory (code, level, parent, name_ar, name_fr, population)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (code) DO NOTHING";
    ORGANISATIONS = "
        SELECT code, kind, parent, territory, acronym, name_ar, name_fr, name_zgh, name_en, supervisor,
            receives AND is_active
        FROM organisation
        ORDER BY code
        LIMIT 100000";
    PUT_ORGANISATION = "
        INSERT INTO organisation (
            code, kind, parent, territory, acronym, name_ar, name_fr, name_zgh, name_en, supervisor,
            receives, address, is_edited, version
        )
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, FALSE, 1)
        ON CONFLICT (code) DO UPDATE
        SET kind = excluded.kind, parent = excluded.parent, territory = excluded.territory,
            acronym = excluded.acronym, name_ar = excluded.name_ar, name_fr = excluded.name_fr,
            name_zgh = excluded.name_zgh, name_en = excluded.name_en, supervisor = excluded.supervisor,
            receives = excluded.receives, address = excluded.address, version = organisation.version + 1
        WHERE organisation.is_edited = FALSE";
    SUBJECTS = "
        SELECT code, parent, icon, name_ar, name_fr, name_zgh, name_en, words
        FROM subject
        ORDER BY place, code
        LIMIT 100000";
    PUT_SUBJECT = "
        INSERT INTO subject (code, parent, place, icon, name_ar, name_fr, name_zgh, name_en, words)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (code) DO UPDATE
        SET parent = excluded.parent, place = excluded.place, icon = excluded.icon,
            name_ar = excluded.name_ar, name_fr = excluded.name_fr, name_zgh = excluded.name_zgh,
            name_en = excluded.name_en, words = excluded.words";
    QUESTIONS = "
        SELECT subject, code, kind, is_required, label_ar, label_fr, label_zgh, label_en,
            hint_ar, hint_fr, hint_zgh, hint_en
        FROM question
        ORDER BY subject, place, code
        LIMIT 100000";
    FORGET_QUESTIONS = "
        DELETE FROM question";
    PUT_QUESTION = "
        INSERT INTO question (
            subject, code, place, kind, is_required, label_ar, label_fr, label_zgh, label_en,
            hint_ar, hint_fr, hint_zgh, hint_en
        )
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    RULES = "
        SELECT id, subject, within, answers, rank, when_ar, when_fr, when_zgh, when_en,
            reason_ar, reason_fr, reason_zgh, reason_en
        FROM competence
        ORDER BY id
        LIMIT 100000";
    FORGET_RULES = "
        DELETE FROM competence
        WHERE id < $1";
    PUT_RULE = "
        INSERT INTO competence (
            id, subject, within, answers, rank, when_ar, when_fr, when_zgh, when_en,
            reason_ar, reason_fr, reason_zgh, reason_en
        )
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    GROUNDS = "
        SELECT code, name_ar, name_fr, name_zgh, name_en, explanation_ar, explanation_fr,
            explanation_zgh, explanation_en, law_reference, redirects
        FROM ground
        ORDER BY place, code
        LIMIT 1000";
    FORGET_GROUNDS = "
        DELETE FROM ground";
    PUT_GROUND = "
        INSERT INTO ground (
            code, place, name_ar, name_fr, name_zgh, name_en, explanation_ar, explanation_fr,
            explanation_zgh, explanation_en, law_reference, redirects
        )
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    HOLIDAYS = "
        SELECT day, kind, name_ar, name_fr, name_zgh, name_en, is_estimated
        FROM holiday
        WHERE is_dropped = FALSE
        ORDER BY day
        LIMIT 10000";
    PUT_HOLIDAY = "
        INSERT INTO holiday (day, kind, name_ar, name_fr, name_zgh, name_en, is_estimated)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (day) DO UPDATE
        SET kind = excluded.kind, name_ar = excluded.name_ar, name_fr = excluded.name_fr,
            name_zgh = excluded.name_zgh, name_en = excluded.name_en, is_estimated = excluded.is_estimated
        WHERE holiday.is_edited = FALSE";
    RAMADANS = "
        SELECT from_day, until_day
        FROM ramadan
        ORDER BY from_day
        LIMIT 1000";
    PUT_RAMADAN = "
        INSERT INTO ramadan (from_day, until_day, is_estimated)
        VALUES ($1, $2, $3)
        ON CONFLICT (from_day) DO UPDATE
        SET until_day = excluded.until_day, is_estimated = excluded.is_estimated";
    POLICIES = "
        SELECT content, version
        FROM policy
        ORDER BY version
        LIMIT 1000";
    PUT_POLICY = "
        INSERT INTO policy (version, effective_from, content)
        VALUES ($1, $2, $3)
        ON CONFLICT (version) DO NOTHING";
}

/// Rules with this number or a higher one are no pack's.
pub(super) const FIRST_RULE: i64 = 1_000_000;

/// All territories, by code.
pub fn territories(tx: &mut Tx<'_>) -> Result<Vec<Territory>, StoreError> {
    tx.query_all(TERRITORIES, &[], |row| {
        let code: String = row.get(0)?;
        Ok(Territory {
            code: territory(&code, "territory.code", &code)?,
            level: Level::from_word(&row.get::<String>(1)?)
                .ok_or_else(|| StoreError::unreadable("territory.level", &code))?,
            parent: row
                .get::<Option<String>>(2)?
                .map(|parent| territory(&parent, "territory.parent", &code))
                .transpose()?,
            names: Names {
                ar: row.get(3)?,
                fr: row.get(4)?,
                zgh: None,
                en: None,
            },
            population: row
                .get::<Option<i64>>(5)?
                .and_then(|number| u32::try_from(number).ok()),
        })
    })
}

/// Keeps a territory, unless it is there. The parent must be there.
pub fn put_territory(tx: &mut Tx<'_>, territory: &Territory) -> Result<(), StoreError> {
    tx.execute(
        PUT_TERRITORY,
        &[
            &territory.code.as_str(),
            &territory.level.as_str(),
            &territory.parent.as_ref().map(TerritoryCode::as_str),
            &territory.names.ar,
            &territory.names.fr,
            &territory.population.map(i64::from),
        ],
    )?;
    Ok(())
}

/// All organisations, by code.
pub fn organisations(tx: &mut Tx<'_>) -> Result<Vec<Organisation>, StoreError> {
    tx.query_all(ORGANISATIONS, &[], read_organisation)
}

/// An organisation from the first eleven columns of a row.
fn read_organisation(row: &Row<'_>) -> Result<Organisation, StoreError> {
    let code: String = row.get(0)?;
    Ok(Organisation {
        code: organisation(&code, "organisation.code", &code)?,
        kind: OrganisationKind::from_word(&row.get::<String>(1)?)
            .ok_or_else(|| StoreError::unreadable("organisation.kind", &code))?,
        parent: body(row, 2, "organisation.parent")?,
        territory: row
            .get::<Option<String>>(3)?
            .map(|place| territory(&place, "organisation.territory", &code))
            .transpose()?,
        acronym: row.get(4)?,
        names: names(row, 5)?,
        supervisor: body(row, 9, "organisation.supervisor")?,
        receives: row.get(10)?,
    })
}

/// The organisation that a column names, if any; the code of the row's own is in the first.
fn body(row: &Row<'_>, place: usize, column: &str) -> Result<Option<OrganisationCode>, StoreError> {
    let Some(named) = row.get::<Option<String>>(place)? else {
        return Ok(None);
    };
    organisation(&named, column, &row.get::<String>(0)?).map(Some)
}

/// Keeps an organisation as a country pack has it, with its postal address where the pack knows it, unless an
/// administrator edited it. The parent must be there.
pub fn put_organisation(
    tx: &mut Tx<'_>,
    body: &Organisation,
    address: Option<&str>,
) -> Result<(), StoreError> {
    tx.execute(
        PUT_ORGANISATION,
        &[
            &body.code.as_str(),
            &body.kind.as_str(),
            &body.parent.as_ref().map(OrganisationCode::as_str),
            &body.territory.as_ref().map(TerritoryCode::as_str),
            &body.acronym,
            &body.names.ar,
            &body.names.fr,
            &body.names.zgh,
            &body.names.en,
            &body.supervisor.as_ref().map(OrganisationCode::as_str),
            &body.receives,
            &address,
        ],
    )?;
    Ok(())
}

/// All subjects in order, with their questions.
pub fn subjects(tx: &mut Tx<'_>) -> Result<Vec<Subject>, StoreError> {
    let mut subjects: Vec<Subject> = tx.query_all(SUBJECTS, &[], |row| {
        let code: String = row.get(0)?;
        Ok(Subject {
            code: subject(&code, "subject.code", &code)?,
            parent: row
                .get::<Option<String>>(1)?
                .map(|parent| subject(&parent, "subject.parent", &code))
                .transpose()?,
            icon: row.get(2)?,
            names: names(row, 3)?,
            words: row
                .get::<String>(7)?
                .split(';')
                .map(|word| word.trim().to_owned())
                .filter(|word| !word.is_empty())
                .collect(),
            questions: Vec::new(),
        })
    })?;
    let questions = tx.query_all(QUESTIONS, &[], |row| {
        let (of, code): (String, String) = (row.get(0)?, row.get(1)?);
        let which = format!("{of}/{code}");
        let question = Question {
            code,
            kind: QuestionKind::from_word(&row.get::<String>(2)?)
                .ok_or_else(|| StoreError::unreadable("question.kind", &which))?,
            is_required: row.get(3)?,
            label: names(row, 4)?,
            hint: optional_names(row, 8)?,
        };
        Ok((subject(&of, "question.subject", &which)?, question))
    })?;
    for (of, question) in questions {
        if let Some(subject) = subjects.iter_mut().find(|subject| subject.code == of) {
            subject.questions.push(question);
        }
    }
    Ok(subjects)
}

/// Replaces all questions by those of `subjects` and keeps the subjects in this order, sectors first.
pub fn put_subjects(tx: &mut Tx<'_>, subjects: &[Subject]) -> Result<(), StoreError> {
    tx.execute(FORGET_QUESTIONS, &[])?;
    let (sectors, others): (Vec<_>, Vec<_>) = subjects
        .iter()
        .enumerate()
        .partition(|(_, subject)| subject.parent.is_none());
    for (place, subject) in sectors.into_iter().chain(others) {
        tx.execute(
            PUT_SUBJECT,
            &[
                &subject.code.as_str(),
                &subject.parent.as_ref().map(SubjectCode::as_str),
                &number(place),
                &subject.icon,
                &subject.names.ar,
                &subject.names.fr,
                &subject.names.zgh,
                &subject.names.en,
                &subject.words.join(";"),
            ],
        )?;
        for (place, question) in subject.questions.iter().enumerate() {
            let hint = question.hint.as_ref();
            tx.execute(
                PUT_QUESTION,
                &[
                    &subject.code.as_str(),
                    &question.code,
                    &number(place),
                    &question.kind.as_str(),
                    &question.is_required,
                    &question.label.ar,
                    &question.label.fr,
                    &question.label.zgh,
                    &question.label.en,
                    &hint.map(|hint| hint.ar.as_str()),
                    &hint.map(|hint| hint.fr.as_str()),
                    &hint.and_then(|hint| hint.zgh.as_deref()),
                    &hint.and_then(|hint| hint.en.as_deref()),
                ],
            )?;
        }
    }
    Ok(())
}

/// All rules of competence, by number.
pub fn rules(tx: &mut Tx<'_>) -> Result<Vec<Rule>, StoreError> {
    tx.query_all(RULES, &[], |row| {
        let id: i64 = row.get(0)?;
        let which = id.to_string();
        Ok(Rule {
            id: u32::try_from(id).map_err(|_| StoreError::unreadable("competence.id", &which))?,
            subject: subject(&row.get::<String>(1)?, "competence.subject", &which)?,
            within: row
                .get::<Option<String>>(2)?
                .map(|place| territory(&place, "competence.within", &which))
                .transpose()?,
            answers: answerer(&row.get::<String>(3)?)
                .ok_or_else(|| StoreError::unreadable("competence.answers", &which))?,
            rank: u8::try_from(row.get::<i64>(4)?).unwrap_or(u8::MAX),
            when: optional_names(row, 5)?,
            reason: names(row, 9)?,
        })
    })
}

/// Replaces all rules of competence but those that were added beside the pack's.
pub fn put_rules(tx: &mut Tx<'_>, rules: &[Rule]) -> Result<(), StoreError> {
    tx.execute(FORGET_RULES, &[&FIRST_RULE])?;
    for rule in rules {
        put_rule(tx, i64::from(rule.id), rule)?;
    }
    Ok(())
}

fn put_rule(tx: &mut Tx<'_>, id: i64, rule: &Rule) -> Result<(), StoreError> {
    let answers = match &rule.answers {
        Answerer::Organisation(code) => code.to_string(),
        Answerer::AtPlace(level) => format!("@{level}"),
    };
    let when = rule.when.as_ref();
    tx.execute(
        PUT_RULE,
        &[
            &id,
            &rule.subject.as_str(),
            &rule.within.as_ref().map(TerritoryCode::as_str),
            &answers,
            &i64::from(rule.rank),
            &when.map(|when| when.ar.as_str()),
            &when.map(|when| when.fr.as_str()),
            &when.and_then(|when| when.zgh.as_deref()),
            &when.and_then(|when| when.en.as_deref()),
            &rule.reason.ar,
            &rule.reason.fr,
            &rule.reason.zgh,
            &rule.reason.en,
        ],
    )?;
    Ok(())
}

/// Reads who answers: a code, or `@commune` and the like for the authority at the place. `None` when it is neither.
pub fn answerer(text: &str) -> Option<Answerer> {
    match text.strip_prefix('@') {
        Some(level) => Level::from_word(level).map(Answerer::AtPlace),
        None => OrganisationCode::parse(text)
            .ok()
            .map(Answerer::Organisation),
    }
}

/// All grounds of inadmissibility in order.
pub fn grounds(tx: &mut Tx<'_>) -> Result<Vec<Ground>, StoreError> {
    tx.query_all(GROUNDS, &[], |row| {
        let code: String = row.get(0)?;
        Ok(Ground {
            code: GroundCode::parse(&code)
                .map_err(|_| StoreError::unreadable("ground.code", &code))?,
            names: names(row, 1)?,
            explanation: names(row, 5)?,
            law_reference: row.get(9)?,
            redirects: row.get(10)?,
        })
    })
}

/// Replaces all grounds.
pub fn put_grounds(tx: &mut Tx<'_>, grounds: &[Ground]) -> Result<(), StoreError> {
    tx.execute(FORGET_GROUNDS, &[])?;
    for (place, ground) in grounds.iter().enumerate() {
        tx.execute(
            PUT_GROUND,
            &[
                &ground.code.as_str(),
                &number(place),
                &ground.names.ar,
                &ground.names.fr,
                &ground.names.zgh,
                &ground.names.en,
                &ground.explanation.ar,
                &ground.explanation.fr,
                &ground.explanation.zgh,
                &ground.explanation.en,
                &ground.law_reference,
                &ground.redirects,
            ],
        )?;
    }
    Ok(())
}

/// All holidays by date.
pub fn holidays(tx: &mut Tx<'_>) -> Result<Vec<(Date, Holiday)>, StoreError> {
    tx.query_all(HOLIDAYS, &[], |row| {
        let day: String = row.get(0)?;
        Ok((
            date(&day, "holiday.day", &day)?,
            Holiday {
                kind: HolidayKind::from_word(&row.get::<String>(1)?)
                    .ok_or_else(|| StoreError::unreadable("holiday.kind", &day))?,
                names: names(row, 2)?,
                is_estimated: row.get(6)?,
            },
        ))
    })
}

/// Keeps or replaces a holiday as a country pack has it, unless an administrator edited or took off that of the day.
pub fn put_holiday(tx: &mut Tx<'_>, day: Date, holiday: &Holiday) -> Result<(), StoreError> {
    tx.execute(
        PUT_HOLIDAY,
        &[
            &day.to_string(),
            &holiday.kind.as_str(),
            &holiday.names.ar,
            &holiday.names.fr,
            &holiday.names.zgh,
            &holiday.names.en,
            &holiday.is_estimated,
        ],
    )?;
    Ok(())
}

/// The months of Ramadan.
pub fn ramadans(tx: &mut Tx<'_>) -> Result<Vec<Period>, StoreError> {
    tx.query_all(RAMADANS, &[], |row| {
        let from: String = row.get(0)?;
        Ok(Period {
            from: date(&from, "ramadan.from_day", &from)?,
            until: date(&row.get::<String>(1)?, "ramadan.until_day", &from)?,
        })
    })
}

/// Keeps a month of Ramadan.
pub fn put_ramadan(tx: &mut Tx<'_>, period: Period, is_estimated: bool) -> Result<(), StoreError> {
    tx.execute(
        PUT_RAMADAN,
        &[
            &period.from.to_string(),
            &period.until.to_string(),
            &is_estimated,
        ],
    )?;
    Ok(())
}

/// All versions of the policy.
pub fn policies(tx: &mut Tx<'_>) -> Result<Vec<Policy>, StoreError> {
    tx.query_all(POLICIES, &[], |row| {
        json::read("policy.content", row.get::<i64>(1)?, &row.get::<String>(0)?)
    })
}

/// Keeps a version of the policy, unless it is there.
pub fn put_policy(tx: &mut Tx<'_>, policy: &Policy) -> Result<(), StoreError> {
    tx.execute(
        PUT_POLICY,
        &[
            &i64::from(policy.version),
            &policy.effective_from.to_string(),
            &json::write(policy)?,
        ],
    )?;
    Ok(())
}

fn names(row: &Row<'_>, first: usize) -> Result<Names, StoreError> {
    Ok(Names {
        ar: row.get(first)?,
        fr: row.get(first + 1)?,
        zgh: row.get(first + 2)?,
        en: row.get(first + 3)?,
    })
}

fn optional_names(row: &Row<'_>, first: usize) -> Result<Option<Names>, StoreError> {
    let (ar, fr): (Option<String>, Option<String>) = (row.get(first)?, row.get(first + 1)?);
    Ok(match (ar, fr) {
        (Some(ar), Some(fr)) if !ar.is_empty() && !fr.is_empty() => Some(Names {
            ar,
            fr,
            zgh: row.get(first + 2)?,
            en: row.get(first + 3)?,
        }),
        _ => None,
    })
}

/// A code that stands in a column of the row `of`.
fn territory(text: &str, column: &str, of: &str) -> Result<TerritoryCode, StoreError> {
    TerritoryCode::parse(text).map_err(|_| StoreError::unreadable(column, of))
}

fn organisation(text: &str, column: &str, of: &str) -> Result<OrganisationCode, StoreError> {
    OrganisationCode::parse(text).map_err(|_| StoreError::unreadable(column, of))
}

fn subject(text: &str, column: &str, of: &str) -> Result<SubjectCode, StoreError> {
    SubjectCode::parse(text).map_err(|_| StoreError::unreadable(column, of))
}

fn date(text: &str, column: &str, of: &str) -> Result<Date, StoreError> {
    text.parse().map_err(|_| StoreError::unreadable(column, of))
}

fn number(place: usize) -> i64 {
    i64::try_from(place).unwrap_or(i64::MAX)
}
