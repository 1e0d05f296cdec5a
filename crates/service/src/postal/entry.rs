//! An entry of the postal register.

use chikaya_domain::{
    case::{Case, Command, Told},
    id::CaseId,
};
use chikaya_store::{
    Tx,
    postal::{self, NewItem},
};
use jiff::civil::Date;

use crate::{Circumstances, Trouble, staff::Officer};

/// Which way a letter went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// It reached the body.
    In,
    /// The body posted it.
    Out,
}

impl Direction {
    /// Both.
    pub const ALL: [Self; 2] = [Self::In, Self::Out];

    /// The word under which it is kept.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::In => "in",
            Self::Out => "out",
        }
    }

    /// What a word stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.as_str() == word)
    }
}

/// A letter about a case.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Letter {
    case: CaseId,
    direction: Direction,
    written_on: Option<Date>,
    /// The day on which it came or went.
    moved_on: Date,
}

impl Letter {
    /// One that came on a day.
    pub(crate) const fn came(case: CaseId, written_on: Option<Date>, on: Date) -> Self {
        Self {
            case,
            direction: Direction::In,
            written_on,
            moved_on: on,
        }
    }

    /// The one that a command says was posted, today.
    pub(crate) fn posted(case: &Case, command: &Command, today: Date) -> Option<Self> {
        matches!(command, Command::Tell { how: Told::Posted }).then_some(Self {
            case: case.id,
            direction: Direction::Out,
            written_on: None,
            moved_on: today,
        })
    }
}

/// Enters a letter into the register of the body for which an officer works.
pub(crate) fn enter(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    letter: Letter,
) -> Result<(), Trouble> {
    let written_on = letter.written_on.map(|day| day.to_string());
    let moved_on = letter.moved_on.to_string();
    postal::insert(
        tx,
        NewItem {
            id: circumstances.uuid(),
            organisation: &officer.organisation,
            direction: letter.direction.as_str(),
            case: letter.case,
            staff: officer.id,
            at: circumstances.at(),
            written_on: written_on.as_deref(),
            moved_on: &moved_on,
        },
    )?;
    Ok(())
}
