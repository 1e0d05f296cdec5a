//! The registry of all statements, so that a test can prepare each of them on the database it is for.

use crate::{
    account, annual, attachment, call, case, country, dashboard, dialect, document, draft, edition,
    follow, guess, interrupted, job, mail_in, message, person, postal, push, record, register,
    setting, sms, staff, statistics, survey, upload, wording,
};

/// Statements that both databases understand.
pub fn common() -> impl Iterator<Item = &'static str> {
    [
        account::STATEMENTS,
        annual::STATEMENTS,
        attachment::STATEMENTS,
        call::agent::STATEMENTS,
        call::back::STATEMENTS,
        call::caller::STATEMENTS,
        call::consent::STATEMENTS,
        call::filed::STATEMENTS,
        call::heard::STATEMENTS,
        call::message::STATEMENTS,
        call::recording::STATEMENTS,
        call::state::STATEMENTS,
        case::event::STATEMENTS,
        case::link::STATEMENTS,
        case::mark::STATEMENTS,
        case::of_person::STATEMENTS,
        case::queue::STATEMENTS,
        case::search::STATEMENTS,
        case::state::STATEMENTS,
        case::taken_down::STATEMENTS,
        case::tally::STATEMENTS,
        country::STATEMENTS,
        country::calendar::STATEMENTS,
        country::organisation::STATEMENTS,
        country::additions::STATEMENTS,
        dashboard::answer::STATEMENTS,
        dashboard::behind::STATEMENTS,
        dashboard::fold::STATEMENTS,
        dashboard::read::STATEMENTS,
        document::STATEMENTS,
        draft::STATEMENTS,
        draft::desk::STATEMENTS,
        edition::STATEMENTS,
        guess::STATEMENTS,
        interrupted::STATEMENTS,
        follow::moment::STATEMENTS,
        follow::run::STATEMENTS,
        job::STATEMENTS,
        mail_in::STATEMENTS,
        message::audit::STATEMENTS,
        message::code::STATEMENTS,
        message::mailbox::STATEMENTS,
        person::STATEMENTS,
        person::preference::STATEMENTS,
        postal::STATEMENTS,
        push::STATEMENTS,
        record::leaf::STATEMENTS,
        record::object::STATEMENTS,
        record::seal::STATEMENTS,
        record::sweep::STATEMENTS,
        record::trail::STATEMENTS,
        register::STATEMENTS,
        register::fold::STATEMENTS,
        setting::STATEMENTS,
        sms::STATEMENTS,
        staff::STATEMENTS,
        staff::directory::STATEMENTS,
        staff::named::STATEMENTS,
        staff::notice::STATEMENTS,
        staff::own::STATEMENTS,
        staff::weekly::STATEMENTS,
        statistics::STATEMENTS,
        survey::STATEMENTS,
        upload::STATEMENTS,
        wording::STATEMENTS,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// SQLite's own, in its own spelling.
pub fn sqlite() -> impl Iterator<Item = String> {
    common()
        .chain(dialect::sqlite::STATEMENTS.iter().copied())
        .map(crate::tx::spell_for_sqlite)
}

/// PostgreSQL's own and the common ones.
pub fn postgres() -> impl Iterator<Item = &'static str> {
    common().chain(dialect::postgres::STATEMENTS.iter().copied())
}
