//! The cases of an account: those whose filer proved a contact that is proven for it too.

use chikaya_domain::{id::OrganisationCode, reference::Reference};
use chikaya_store::{
    StoreError,
    account::{self as accounts, Line, Place},
};
use jiff::civil::Date;
use uuid::Uuid;

use super::holder::session;
use crate::{
    Clerks, Trouble,
    token::{CasePass, Token},
};

/// Cases on one page.
pub const CASES_A_PAGE: i64 = 20;

/// A case as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountCase {
    /// Reference.
    pub reference: String,
    /// The line that names it.
    pub title: String,
    /// Word of the stage.
    pub stage: String,
    /// Whether it is open.
    pub is_open: bool,
    /// By when it must be answered.
    pub answer_due: Date,
    /// Who has it.
    pub organisation: OrganisationCode,
}

/// A page of the list, newest first.
#[derive(Clone, Debug)]
pub struct AccountCases {
    /// The cases.
    pub cases: Vec<AccountCase>,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
    /// Today, to tell what is late.
    pub today: Date,
}

impl Clerks {
    /// A page of the cases of an account, after the place `after` that an earlier page gave. Filings that named the
    /// contact without proving it are not among them: anyone can write any address.
    pub async fn cases_of_account(
        &self,
        token: Token,
        after: Option<String>,
    ) -> Result<AccountCases, Trouble> {
        self.read(move |tx, circumstances| {
            let stored = session(tx, circumstances, &token)?.ok_or(Trouble::NotFound)?;
            let place = after
                .as_deref()
                .and_then(read_place)
                .unwrap_or(Place::start());
            let mut lines = accounts::cases(tx, stored.person, place, CASES_A_PAGE + 1)?;
            let page = usize::try_from(CASES_A_PAGE).unwrap_or(usize::MAX);
            let is_more = lines.len() > page;
            lines.truncate(page);
            let last = lines.last().map(|line| write_place(line.place));
            Ok(AccountCases {
                next: last.filter(|_| is_more),
                cases: lines
                    .into_iter()
                    .map(shown)
                    .collect::<Result<_, StoreError>>()?,
                today: circumstances.today(),
            })
        })
        .await
    }

    /// Opens a case of an account without its access code. A case of someone else is not found, as one that does not
    /// exist. The pass is for the request at hand: when the session ends, nothing of it is left.
    pub async fn open_with_account(
        &self,
        token: Token,
        reference: Reference,
    ) -> Result<CasePass, Trouble> {
        self.read(move |tx, circumstances| {
            let stored = session(tx, circumstances, &token)?.ok_or(Trouble::NotFound)?;
            let case =
                accounts::find_case(tx, &reference, stored.person)?.ok_or(Trouble::NotFound)?;
            Ok(CasePass::issue(case, circumstances.now))
        })
        .await
    }
}

fn shown(line: Line) -> Result<AccountCase, StoreError> {
    Ok(AccountCase {
        title: line.title.unwrap_or_default(),
        stage: line.stage,
        is_open: line.is_open,
        answer_due: line
            .answer_due
            .parse()
            .map_err(|_| StoreError::unreadable("case_state.answer_due", &line.reference))?,
        organisation: OrganisationCode::parse(&line.organisation)
            .map_err(|_| StoreError::unreadable("case_state.organisation", &line.reference))?,
        reference: line.reference,
    })
}

/// A place as it stands in addresses.
fn write_place(place: Place) -> String {
    format!("{}.{}", place.filed_at, place.id.simple())
}

fn read_place(text: &str) -> Option<Place> {
    let (filed_at, id) = text.split_once('.')?;
    Some(Place {
        filed_at: filed_at.parse().ok()?,
        id: Uuid::try_parse(id).ok()?,
    })
}
