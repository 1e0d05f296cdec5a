//! `/{language}/file/{draft}/receipt.pdf`: the receipt to keep, in the filer's language.

use axum::{
    extract::{Path, State as Shared},
    http::HeaderMap,
    response::Response,
};
use chikaya_domain::reference::Keypad;
use chikaya_i18n::{Argument, Voice, plain};
use chikaya_service::{case::file::Receipt, token::Token};

use super::receipt::{body_facts, due_sentence, held, steps, title};
use crate::{
    download::saved,
    error::{Detour, Kind, Problem},
    press::{Paper, Sheet},
    print::print,
    settings::State,
    visit::Visit,
    words::{derivation, kind_word, received_word},
};

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Detour> {
    let missing = || Problem::at(&visit, Kind::NotFound);
    if state.press.is_none() {
        return Err(missing().into());
    }
    let token = Token::parse(&word).ok_or_else(missing)?;
    let receipt = held(&state, &visit, &headers, &token).await?;
    let paper = Sheet::Receipt(Box::new(paper(&state, &visit, &receipt)));
    let name = format!("{}.pdf", receipt.reference);
    let printed = print(&state, &visit, paper).await?;
    Ok(saved(&name, "application/pdf", printed))
}

/// What a printed receipt says, in its filer's language.
pub(crate) fn paper(state: &State, visit: &Visit, receipt: &Receipt) -> Paper {
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
        keypad: Keypad::of(&receipt.reference).to_string(),
        title: title(voice, receipt),
        kind: kind_word(voice, receipt.kind, receipt.track),
        heading: received_word(voice, receipt.kind, receipt.track),
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
        files: (!receipt.files.is_empty()).then(|| receipt.files.join(" · ")),
        due: due_sentence(&in_filers_language, receipt, organisation),
        derivation: derivation(voice, due, false),
        start: voice.day_month(filed.date()),
        end: voice.day_month(due.date),
        steps: steps(&in_filers_language, receipt),
        follow_url: address,
        filer: receipt.body.as_ref().map(|body| {
            let facts = body_facts(voice, body).into_iter();
            facts
                .map(|(_, value)| value)
                .collect::<Vec<_>>()
                .join(" · ")
        }),
        is_sample: state.settings.demo,
        created: receipt.filed_at,
    }
}
