//! A case as lists at the desk show it.

use chikaya_domain::{
    case::Track,
    id::{CaseId, StaffId},
};
use chikaya_store::{StoreError, case::queue};
use jiff::civil::Date;

use crate::Trouble;

/// A case as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Identifier.
    pub id: CaseId,
    /// Reference.
    pub reference: String,
    /// Word of the kind.
    pub kind: String,
    /// Word of the channel.
    pub channel: String,
    /// Word of the stage.
    pub stage: String,
    /// Day the answer is due.
    pub answer_due: Date,
    /// The body that has it.
    pub organisation: String,
    /// The officer in charge.
    pub officer: Option<StaffId>,
    /// Their name.
    pub officer_name: Option<String>,
    /// Code of the subject.
    pub subject: Option<String>,
    /// Code of the territory.
    pub territory: Option<String>,
    /// The place in the filer's words.
    pub place: Option<String>,
    /// Code of the language of the filer's words.
    pub language: Option<String>,
    /// The line that names it.
    pub title: Option<String>,
    /// The first 200 characters of the filer's words.
    pub beginning: String,
    /// Whether the filer had it reopened and it is not answered again yet.
    pub is_reopened: bool,
    /// The door by which it was filed.
    pub track: Track,
    /// Who filed it, in the list of those whose filer was asked for.
    pub filer: Option<String>,
    /// The day by which its filer was asked to reply, while it waits for that.
    pub question_due: Option<Date>,
    /// The opinion that is awaited of whoever looks, in the list of those.
    pub opinion: Option<Awaited>,
}

/// An opinion that is awaited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Awaited {
    /// The day on which it was asked for.
    pub asked_on: Date,
    /// The day by which it is wanted.
    pub respond_by: Date,
}

impl TryFrom<queue::Line> for Line {
    type Error = StoreError;

    fn try_from(kept: queue::Line) -> Result<Self, StoreError> {
        Ok(Self {
            answer_due: kept
                .answer_due
                .parse()
                .map_err(|_| StoreError::unreadable("case_state.answer_due", kept.id))?,
            id: kept.id,
            reference: kept.reference,
            kind: kept.kind,
            channel: kept.channel,
            stage: kept.stage,
            organisation: kept.organisation,
            officer: kept.officer,
            officer_name: kept.officer_name,
            subject: kept.subject,
            territory: kept.territory,
            place: kept.place,
            language: kept.language,
            title: kept.title,
            beginning: kept.beginning,
            is_reopened: kept.is_reopened,
            track: Track::from_word(&kept.track)
                .ok_or_else(|| StoreError::unreadable("case_state.track", kept.id))?,
            filer: None,
            question_due: kept.question_due,
            opinion: None,
        })
    }
}

/// Lines as they are kept, read.
pub(crate) fn read_lines(
    kept: impl IntoIterator<Item = queue::Line>,
) -> Result<Vec<Line>, Trouble> {
    Ok(kept
        .into_iter()
        .map(Line::try_from)
        .collect::<Result<_, _>>()?)
}
