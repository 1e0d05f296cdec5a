//! `/{language}/file/{draft}/receipt.pdf`: the receipt to keep, in the filer's language.

use std::sync::Arc;

use axum::{
    extract::{Path, State as Shared},
    response::Response,
};
use chikaya_domain::Language;
use chikaya_i18n::{Argument, Voice, plain};
use chikaya_service::{case::file::Receipt, draft::DraftState, token::Token};

use super::receipt::steps;
use crate::{
    download::download,
    error::{Kind, Problem},
    settings::State,
    visit::Visit,
    words::derivation,
};

/// What a printed receipt says: facts in words, ready to be set.
#[derive(Clone, Debug)]
pub struct Paper {
    /// The filer's language.
    pub language: Language,
    /// The reference.
    pub reference: String,
    /// The access code.
    pub access_code: String,
    /// The line that names the case.
    pub title: String,
    /// Word of the kind.
    pub kind: String,
    /// The heading: what was received.
    pub heading: String,
    /// Who must answer.
    pub organisation: String,
    /// How it was filed, and in which language.
    pub channel: String,
    /// When it was received, as a sentence.
    pub filed_at: String,
    /// Who must answer by when, as a sentence.
    pub due: String,
    /// Why that day.
    pub derivation: String,
    /// First day of the time limit, in words.
    pub start: String,
    /// Last day of the time limit, in words.
    pub end: String,
    /// What happens next: title and text.
    pub steps: Vec<(String, String)>,
    /// The address that leads to the case.
    pub follow_url: String,
    /// Whether it is sample data.
    pub is_sample: bool,
    /// When it was filed; the paper of one filing is always the same.
    pub created: jiff::Timestamp,
}

/// Sets a paper as PDF; the press is another room's. Answers bytes, or what went wrong, for the log.
pub type Printer = Arc<dyn Fn(&Paper) -> Result<Vec<u8>, String> + Send + Sync>;

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    visit: Visit,
) -> Result<Response, Problem> {
    let missing = || Problem::at(&visit, Kind::NotFound);
    let printer = state.printer.clone().ok_or_else(missing)?;
    let token = Token::parse(&word).ok_or_else(missing)?;
    let found = state
        .clerks
        .draft(token)
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    let DraftState::Filed(receipt) = found else {
        return Err(missing());
    };
    let paper = paper(&state, &visit, &receipt);
    let name = format!("{}.pdf", receipt.reference);
    let printed = tokio::task::spawn_blocking(move || printer(&paper))
        .await
        .map_err(|error| Problem::fault(&visit, error))?
        .map_err(|error| Problem::fault(&visit, error))?;
    Ok(download(&name, "application/pdf", printed.into()))
}

fn paper(state: &State, visit: &Visit, receipt: &Receipt) -> Paper {
    let country = state.clerks.country();
    let voice = Voice::of(receipt.language);
    let filed = country.calendar.local(receipt.filed_at);
    let organisation = country
        .organisations
        .name_of(&receipt.organisation, receipt.language);
    let due = &receipt.answer_due;
    let in_filers_language = Visit {
        voice,
        ..visit.clone()
    };
    let address = format!(
        "{}/{}/track/{}",
        state.settings.public_url,
        voice.code(),
        receipt.reference
    );
    Paper {
        language: receipt.language,
        reference: receipt.reference.to_string(),
        access_code: receipt.access_code.to_string(),
        title: receipt.title.clone(),
        kind: voice
            .say(&format!("case-kind-{}", receipt.kind))
            .into_owned(),
        heading: voice
            .say(&format!("case-kind-{}-received", receipt.kind))
            .into_owned(),
        organisation: organisation.to_owned(),
        channel: format!(
            "{} · {}",
            voice.say(&format!("case-channel-{}", receipt.channel)),
            voice.say(&format!("language-{}", receipt.language))
        ),
        filed_at: plain(&voice.say_with(
            "receipt-received",
            &[("moment", Argument::Text(&voice.date_time(filed)))],
        ))
        .into_owned(),
        due: voice.say_with(
            "due-by-organisation",
            &[
                ("organisation", Argument::Text(organisation)),
                ("date", Argument::Date(due.date)),
            ],
        ),
        derivation: derivation(voice, due, false),
        start: voice.day_month(filed.date()),
        end: voice.day_month(due.date),
        steps: steps(&in_filers_language, receipt),
        follow_url: address,
        is_sample: state.settings.demo,
        created: receipt.filed_at,
    }
}
