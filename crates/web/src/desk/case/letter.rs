//! `/{language}/desk/case/{reference}/letter`: what is to be told, as a letter in the filer's language.

use axum::{
    extract::{Path, State as Shared},
    response::Response,
};
use chikaya_domain::{case::Fact, id::OrganisationCode, reference::Reference};
use chikaya_i18n::{Argument, Speaker, plain};
use chikaya_service::{
    Country,
    case::letter::{Letter, LetterPart},
};

use super::super::AtDesk;
use crate::{
    download::saved,
    error::{Kind, Problem},
    press::{LetterPaper, Sheet},
    print::print,
    settings::State,
};

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, reference)): Path<(String, String)>,
    desk: AtDesk,
) -> Result<Response, Problem> {
    let AtDesk { visit, officer } = desk;
    let missing = || Problem::at(&visit, Kind::NotFound);
    if state.press.is_none() {
        return Err(missing());
    }
    let reference = Reference::parse(&reference).map_err(|_| missing())?;
    let letter = state
        .clerks
        .letter(officer, reference)
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    let name = format!("{}.pdf", letter.reference);
    let sheet = Sheet::Letter(Box::new(paper(&state, &letter)));
    let printed = print(&state, &visit, sheet).await?;
    Ok(saved(&name, "application/pdf", printed))
}

/// What a letter says on paper.
pub(crate) fn paper(state: &State, letter: &Letter) -> LetterPaper {
    let country = state.clerks.country();
    let voice = Speaker::of(letter.language, &letter.wording);
    let body = |code: &OrganisationCode| {
        let name = country.organisations.name_of(code, letter.language);
        name.to_owned()
    };
    let attention = letter.representative.as_deref().map(|name| {
        plain(&voice.say_with("letter-attention", &[("name", Argument::Text(name))])).into_owned()
    });
    let recipient = letter
        .name
        .iter()
        .chain(&attention)
        .chain(&letter.on_behalf_of)
        .cloned()
        .chain(letter.address.lines().map(str::to_owned))
        .filter(|line| !line.trim().is_empty())
        .collect();
    LetterPaper {
        language: letter.language,
        reference: letter.reference.to_string(),
        title: letter.title.clone(),
        sender: body(&letter.organisation),
        sender_address: sender_address(&country, letter),
        recipient,
        day: voice.date(letter.day),
        parts: letter
            .parts
            .iter()
            .map(|told| part(voice, told, body))
            .collect(),
        follow_url: format!("{}/{}/track", state.settings.public_url, voice.code()),
        code_url: format!(
            "{}/{}/track/{}",
            state.settings.public_url,
            voice.code(),
            letter.reference
        ),
        is_sample: state.settings.demo,
        created: letter.at,
    }
}

/// Where the body that writes can be written to. Where no address is known, the place it serves and what that lies in say
/// at least which body of that name it is; a body of the whole country has none.
fn sender_address(country: &Country, letter: &Letter) -> Vec<String> {
    if let Some(address) = &letter.sender_address {
        return address
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect();
    }
    let names: Vec<&str> = country
        .organisations
        .chain(&letter.organisation)
        .find_map(|around| around.territory.as_ref())
        .into_iter()
        .flat_map(|territory| country.territories.chain(territory))
        .take(PLACES)
        .map(|place| place.names.in_language(letter.language))
        .collect();
    if names.is_empty() {
        Vec::new()
    } else {
        vec![names.join(" · ")]
    }
}

/// Places by which a body without an address is told from others: its own and the one around it.
const PLACES: usize = 2;

/// What happened, what it means, and what the office wrote.
fn part(
    voice: Speaker<'_>,
    told: &LetterPart,
    body: impl Fn(&OrganisationCode) -> String,
) -> (String, Vec<String>, Vec<String>) {
    let means = means(voice, &told.fact, body);
    let heading = format!(
        "{} · {}",
        voice.say(&format!("case-event-{}", told.fact.name())),
        voice.date(told.day)
    );
    let lines = told
        .text
        .iter()
        .flat_map(|text| text.lines())
        .filter(|line| !line.trim().is_empty())
        .map(str::to_owned)
        .collect();
    let means = means
        .iter()
        .map(|sentence| plain(sentence).into_owned())
        .collect();
    (heading, means, lines)
}

/// What something that happened means for the filer: what a letter says, and what is read out in a call.
pub(super) fn means(
    voice: Speaker<'_>,
    fact: &Fact,
    body: impl Fn(&OrganisationCode) -> String,
) -> Vec<String> {
    let dated = |key: &str, date| voice.say_with(key, &[("date", Argument::Date(date))]);
    match fact {
        Fact::Transferred { to, .. } | Fact::Arbitrated { competent: to, .. } => vec![
            voice.say("mail-transfer-lead").into_owned(),
            voice.say_with(
                "mail-transfer-to",
                &[("organisation", Argument::Text(&body(to)))],
            ),
        ],
        Fact::QuestionAsked { respond_by, .. } => vec![
            dated("mail-question-lead", *respond_by),
            voice.say("mail-question-voice").into_owned(),
        ],
        Fact::Extended { answer_due, .. } => vec![dated("mail-extension-lead", *answer_due)],
        Fact::Answered { outcome, .. } => {
            let outcome = voice.say(&format!("case-outcome-{outcome}"));
            vec![voice.say_with(
                "mail-answer-outcome",
                &[("outcome", Argument::Text(&outcome))],
            )]
        }
        _ => Vec::new(),
    }
}
