//! Answers with the same words: what a body sent to many.
//!
//! The words of the reasons are folded, every number put aside, and a digest of them under the house key is kept with the
//! answer. So they can be counted without a text being read, and whoever has the database alone cannot find an answer by
//! guessing it.

use chikaya_domain::{
    case::{Case, Event},
    id::{DocumentId, OrganisationCode},
};
use chikaya_language::wording;
use chikaya_store::{
    StoreError, Tx,
    dashboard::answer::{self, Answered},
};
use jiff::{ToSpan as _, civil::Date};

use super::reach::{ALIKE_DAYS, ALIKE_MANY, reach};
use crate::{
    Circumstances, Clerks, Trouble,
    case::{
        answer::TypedAnswer,
        line::{Line, read_lines},
    },
    staff::Officer,
};

/// Texts listed at most.
const TEXTS: i64 = 20;

/// Cases of a text listed at most.
const CASES: i64 = 50;

/// What digests of words are kept for.
const PURPOSE: &str = "words of an answer";

/// Answers with the same words.
#[derive(Clone, Debug)]
pub struct AlikeAnswers {
    /// Their word in addresses: hexadecimal digits.
    pub word: String,
    /// How many.
    pub answers: i64,
    /// When the last was sent.
    pub last: Date,
    /// How the first letter with these words begins.
    pub beginning: String,
}

/// What a body sent to many.
#[derive(Clone, Debug)]
pub struct AlikePage {
    /// Whose answers.
    pub body: OrganisationCode,
    /// The texts, the most frequent first.
    pub texts: Vec<AlikeAnswers>,
    /// The cases that were answered with the text asked for and are with the body still, the last answered first.
    pub cases: Vec<Line>,
    /// Today, in the country's own time.
    pub today: Date,
}

/// Keeps what is needed to tell whether an answer was sent to many.
pub(crate) fn keep(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    case: &Case,
    events: &[Event],
    (typed, letter): (&TypedAnswer, DocumentId),
) -> Result<(), Trouble> {
    let Some(answered) = events.first() else {
        return Ok(());
    };
    let words = wording(&typed.reasons);
    let digest = circumstances.key.digest(PURPOSE, &[words.as_bytes()]);
    answer::keep(
        tx,
        Answered {
            case: case.id,
            sequence: answered.sequence,
            organisation: &case.organisation,
            track: case.track,
            day: circumstances.today(),
            digest: &digest[..16],
            letter,
        },
    )?;
    Ok(())
}

impl Clerks {
    /// The texts that a body sent to many in the last three months, and the cases of one of them; of one's own body when
    /// none is named. For those who may list its cases.
    pub async fn alike_answers(
        &self,
        officer: Officer,
        body: Option<OrganisationCode>,
        text: Option<String>,
    ) -> Result<AlikePage, Trouble> {
        let body = body.unwrap_or_else(|| officer.organisation.clone());
        let digest = text.and_then(|text| data_encoding::HEXLOWER.decode(text.as_bytes()).ok());
        self.read(move |tx, circumstances| {
            let reach = reach(circumstances.country, &officer, &body)?;
            if !reach.lists {
                return Err(Trouble::NotFound);
            }
            let today = circumstances.today();
            let from = today.saturating_sub(ALIKE_DAYS.days());
            let texts = answer::alike(tx, &body, reach.reports, from, (ALIKE_MANY, TEXTS))?
                .into_iter()
                .map(read)
                .collect::<Result<_, _>>()?;
            let mut cases = match &digest {
                None => Vec::new(),
                Some(digest) => {
                    answer::with_words(tx, &body, reach.reports, (from, digest), CASES)?
                }
            };
            // What went to another body since is opened there.
            cases.retain(|line| line.organisation == body.as_str());
            Ok(AlikePage {
                texts,
                cases: read_lines(cases)?,
                body: body.clone(),
                today,
            })
        })
        .await
    }
}

fn read(kept: answer::Alike) -> Result<AlikeAnswers, StoreError> {
    Ok(AlikeAnswers {
        word: data_encoding::HEXLOWER.encode(&kept.digest),
        answers: kept.answers,
        last: kept
            .last
            .parse()
            .map_err(|_| StoreError::corrupt("answer_words.day"))?,
        beginning: kept.beginning,
    })
}
