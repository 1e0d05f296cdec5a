//! A letter that came about a case: entered, and noted where colleagues see it.

use chikaya_domain::{
    Language,
    access::Action,
    case::Command,
    reference::Reference,
    text::{self, DayError},
};
use chikaya_i18n::{Argument, Voice};
use chikaya_store::{Tx, case::state};
use jiff::civil::Date;

use super::entry::{Letter, enter};
use crate::{
    Circumstances, Clerks, Trouble,
    case::{act::permit, record},
    staff::Officer,
};

/// Why a letter was not entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameFault {
    /// The day on it cannot be read.
    Unreadable(DayError),
    /// The day on it is still to come.
    Ahead,
}

impl Clerks {
    /// Enters a letter that came today about a case of an officer's body, and notes it for colleagues. `written_on` is the
    /// day that stands on it, as typed; empty where none does.
    pub async fn letter_came(
        &self,
        officer: Officer,
        reference: Reference,
        written_on: String,
    ) -> Result<Result<(), CameFault>, Trouble> {
        self.write(move |tx, circumstances| {
            came(tx, circumstances, &officer, &reference, &written_on)
        })
        .await
    }
}

fn came(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    reference: &Reference,
    written_on: &str,
) -> Result<Result<(), CameFault>, Trouble> {
    let mut stored = state::find_by_reference(tx, reference)?.ok_or(Trouble::NotFound)?;
    permit(
        circumstances.country,
        officer,
        &stored.case,
        Action::Annotate,
    )?;
    let today = circumstances.today();
    let written_on = match text::day(written_on) {
        Ok(day) if day > today => return Ok(Err(CameFault::Ahead)),
        Ok(day) => Some(day),
        Err(DayError::Empty) => None,
        Err(error) => return Ok(Err(CameFault::Unreadable(error))),
    };
    let mut texts = Vec::new();
    let words = words(officer.language, written_on);
    let document = record::write_down(&mut texts, circumstances, &words, Some(officer.language));
    record::carry_out(
        tx,
        circumstances,
        &mut stored,
        &Command::Note { document },
        &officer.actor(),
        &texts,
    )?;
    let letter = Letter::came(stored.case.id, written_on, today);
    enter(tx, circumstances, officer, letter)?;
    Ok(Ok(()))
}

/// The note.
fn words(language: Language, written_on: Option<Date>) -> String {
    let voice = Voice::of(language);
    match written_on {
        Some(day) => voice.say_with("postal-note-dated", &[("date", Argument::Date(day))]),
        None => voice.say("postal-note").into_owned(),
    }
}
