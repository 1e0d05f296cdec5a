//! `/{language}/desk/filed`: what somebody filed for others today, and each receipt, to be printed at once and again.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    response::Response,
};
use chikaya_domain::reference::Reference;
use chikaya_service::{case::file::Receipt, staff::Officer};

use super::{
    AtDesk,
    inbox::{QueueLink, beside},
};
use crate::{
    download::saved,
    error::{Kind, Problem},
    frame::Frame,
    press::Sheet,
    print::print,
    public::file::{paper::paper, receipt::due_sentence},
    settings::State,
    visit::Visit,
    words::Page,
};

#[derive(Template)]
#[template(path = "desk/filed.html")]
struct FiledPage {
    frame: Frame,
    organisation: String,
    question: String,
    queues: Vec<QueueLink>,
    lines: Vec<Line>,
    first: Option<String>,
    next: Option<String>,
}

/// A case: nothing of what it says.
struct Line {
    reference: String,
    address: String,
    kind: String,
    channel: String,
    organisation: String,
    hour: String,
}

#[derive(Template)]
#[template(path = "desk/filed-receipt.html")]
struct ReceiptPage {
    frame: Frame,
    organisation: String,
    question: String,
    queues: Vec<QueueLink>,
    reference: String,
    code: String,
    /// The language of the person, and its direction.
    language: &'static str,
    direction: &'static str,
    due: String,
    /// Where the receipt is printed: on A4, and on the roll of 80 mm.
    papers: Option<(String, String)>,
    another: String,
    list: String,
}

/// `GET`: the list of today.
pub(crate) async fn get(Shared(state): Shared<State>, desk: AtDesk) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    let after = visit.parameter("after");
    let is_first = after.is_none();
    let found = state
        .clerks
        .filed_here(officer.clone(), after)
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    let queues = beside(&state, &visit, &officer).await?;
    let country = state.clerks.country();
    let voice = visit.voice;
    let lines = found.lines.into_iter().map(|line| Line {
        address: visit.path(&format!("/desk/filed/{}", line.reference)),
        reference: line.reference,
        kind: voice.say(&format!("case-kind-{}", line.kind)).into_owned(),
        channel: voice
            .say(&format!("case-channel-{}", line.channel))
            .into_owned(),
        organisation: country
            .organisations
            .name_of(&line.organisation, visit.language())
            .to_owned(),
        hour: voice.date_time(country.calendar.local(line.at)),
    });
    let page = FiledPage {
        lines: lines.collect(),
        organisation: organisation(&state, &visit, &officer),
        question: String::new(),
        queues,
        first: (!is_first).then(|| visit.path("/desk/filed")),
        next: found
            .next
            .map(|next| visit.path(&format!("/desk/filed?after={next}"))),
        frame: Frame::of(&state, &visit).with(officer),
    };
    Page::of(&visit, &page)
}

/// `GET …/{reference}`: the receipt, while it is today.
pub(crate) async fn receipt(
    Shared(state): Shared<State>,
    Path((_, reference)): Path<(String, String)>,
    desk: AtDesk,
) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    let receipt = held(&state, &visit, &officer, &reference).await?;
    let queues = beside(&state, &visit, &officer).await?;
    let country = state.clerks.country();
    let in_filers_language = Visit {
        voice: chikaya_i18n::Voice::of(receipt.language),
        ..visit.clone()
    };
    let answers = country
        .organisations
        .name_of(&receipt.organisation, receipt.language);
    let here = visit.path(&format!("/desk/filed/{}", receipt.reference));
    let page = ReceiptPage {
        organisation: organisation(&state, &visit, &officer),
        question: String::new(),
        queues,
        due: due_sentence(&in_filers_language, &receipt, answers),
        reference: receipt.reference.to_string(),
        code: receipt.access_code.to_string(),
        language: receipt.language.code(),
        direction: receipt.language.direction(),
        papers: state
            .press
            .as_ref()
            .map(|_| (format!("{here}/receipt.pdf"), format!("{here}/slip.pdf"))),
        another: visit.path(&format!("/desk/new?channel={}", receipt.channel)),
        list: visit.path("/desk/filed"),
        frame: Frame::of(&state, &visit).with(officer),
    };
    Page::of(&visit, &page)
}

/// `GET …/{reference}/{paper}`: the receipt on A4 (`receipt.pdf`) or on the roll of 80 mm (`slip.pdf`), in the person's
/// language.
pub(crate) async fn print_out(
    Shared(state): Shared<State>,
    Path((_, reference, file)): Path<(String, String, String)>,
    desk: AtDesk,
) -> Result<Response, Problem> {
    let AtDesk { visit, officer } = desk;
    let missing = || Problem::at(&visit, Kind::NotFound);
    let receipt = held(&state, &visit, &officer, &reference).await?;
    if state.press.is_none() {
        return Err(missing());
    }
    let words = Box::new(paper(&state, &visit, &receipt));
    let (sheet, ending) = match file.as_str() {
        "receipt.pdf" => (Sheet::Receipt(words), ""),
        "slip.pdf" => (Sheet::Slip(words), "-80"),
        _ => return Err(missing()),
    };
    let name = format!("{}{ending}.pdf", receipt.reference);
    let printed = print(&state, &visit, sheet).await?;
    Ok(saved(&name, "application/pdf", printed))
}

async fn held(
    state: &State,
    visit: &Visit,
    officer: &Officer,
    reference: &str,
) -> Result<Receipt, Problem> {
    let reference = Reference::parse(reference).map_err(|_| Problem::at(visit, Kind::NotFound))?;
    state
        .clerks
        .receipt_filed_here(officer.clone(), reference)
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))
}

fn organisation(state: &State, visit: &Visit, officer: &Officer) -> String {
    let country = state.clerks.country();
    let name = country
        .organisations
        .name_of(&officer.organisation, visit.language());
    name.to_owned()
}
