//! A case at the desk: the page for an officer, the actions legal now.

use std::collections::{BTreeMap, BTreeSet};

use chikaya_domain::{
    Language,
    access::{self, Action, Standing},
    case::{Case, Errand, Fact, Refusal, Side, Verb, verbs_in},
    id::{OrganisationCode, PersonId, StaffId},
    person::{Email, Identity, IdentityKind, NumberingPlan, Phone},
    reference::Reference,
};
use chikaya_i18n::Wording;
use chikaya_store::{
    case::{event, state},
    document,
    person::{self as people, StoredContact},
    staff::{self, named},
};

use super::{
    act::{self, action_of, standing},
    page::{self, CasePage, Reader},
    queue::{self, ViewCount},
    report::may_process,
};
use crate::{
    Circumstances, Clerks, Trouble,
    audit::{self, Deed},
    call::{self, CallOfCase},
    draft::{self, desk::DeskDraft},
    named::{Colleague, called},
    preference::known,
    sms::number,
    staff::Officer,
    wording::InForce,
};

/// Members of an organisation offered for assignment at most.
const COLLEAGUES: i64 = 200;

/// What stands for a value of which nothing is shown.
const HIDDEN: &str = "•••";

/// A case as the desk shows it.
#[derive(Clone, Debug)]
pub struct DeskPage {
    /// What there is to read.
    pub page: CasePage,
    /// What the officer may do now, in the order of the table of transitions.
    pub verbs: Vec<Verb>,
    /// What the officer's role and the stage allow and the law refuses to this officer or this case, and why.
    pub barred: Vec<(Verb, Refusal)>,
    /// How the officer stands to the case.
    pub standing: Standing,
    /// Who filed and how to reach them; absent when the role may not see it or the filing is anonymous.
    pub filer: Option<FilerCard>,
    /// Whom the case can be given to.
    pub colleagues: Vec<Colleague>,
    /// The name of the officer in charge.
    pub officer_name: Option<String>,
    /// Names of those who acted on it.
    pub names: BTreeMap<StaffId, String>,
    /// What is being written about it in the officer's organisation.
    pub drafts: Vec<DeskDraft>,
    /// How many cases wait in each queue.
    pub counts: Vec<ViewCount>,
    /// The calls that led to it, for those who may know who filed.
    pub calls: Vec<CallOfCase>,
    /// What whoever calls the filer reads out is said in this language and these words; none where nobody is to be called.
    pub script: Option<Script>,
}

/// In which language and words something is read out.
#[derive(Clone, Debug)]
pub struct Script {
    /// The language that the filer wants.
    pub language: Language,
    /// The words in place of the house's.
    pub wording: Wording,
}

/// Who filed, as the desk shows it. Its `Debug` shows nothing personal.
#[derive(Clone)]
pub struct FilerCard {
    /// Name.
    pub name: Option<String>,
    /// The identity document: its kind, and its number, of which the middle is hidden until it is asked for.
    pub identity: Option<(IdentityKind, String)>,
    /// For whom.
    pub on_behalf_of: Option<String>,
    /// Who speaks for a body.
    pub representative: Option<String>,
    /// As what.
    pub quality: Option<String>,
    /// Contacts, hidden likewise.
    pub contacts: Vec<ContactCard>,
    /// Whether anything of it is hidden.
    pub hides: bool,
}

/// Whether the number of the identity document and the contacts are shown in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    Hidden,
    InFull,
}

impl std::fmt::Debug for FilerCard {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("FilerCard(hidden)")
    }
}

/// A contact, as the desk shows it.
#[derive(Clone)]
pub struct ContactCard {
    /// `email`, `phone` or `letter`.
    pub kind: String,
    /// The address or number, or what of it is not hidden.
    pub value: String,
    /// Whether the person wants to be reached there first.
    pub is_preferred: bool,
    /// Whether they proved that it is theirs.
    pub is_verified: bool,
    /// Whether what is sent there comes back.
    pub is_failing: bool,
    /// Why short messages do not reach it, as a word; none where they do, or nobody would send any.
    pub texts: Option<&'static str>,
}

impl Clerks {
    /// The page of a case for an officer. Opening a case is itself on the audit trail: the page is read beside
    /// other readers, and answered once the line about it is durable.
    pub async fn desk_page(
        &self,
        officer: Officer,
        reference: Reference,
    ) -> Result<DeskPage, Trouble> {
        self.desk_page_at(officer, reference, Action::SeeCase, "case.open")
            .await
    }

    /// The same page for whoever means to answer; [`Trouble::Forbidden`] for those who may see the case and not
    /// answer it.
    pub async fn desk_page_to_answer(
        &self,
        officer: Officer,
        reference: Reference,
    ) -> Result<DeskPage, Trouble> {
        self.desk_page_at(officer, reference, Action::Answer, "case.open")
            .await
    }

    /// The same page with the number of the filer's identity document and the contacts in full, for those who may
    /// see who filed. It is on the audit trail as a deed of its own.
    pub async fn desk_page_with_contacts(
        &self,
        officer: Officer,
        reference: Reference,
    ) -> Result<DeskPage, Trouble> {
        self.desk_page_at(officer, reference, Action::SeeIdentity, "contacts.show")
            .await
    }

    async fn desk_page_at(
        &self,
        officer: Officer,
        reference: Reference,
        action: Action,
        deed: &'static str,
    ) -> Result<DeskPage, Trouble> {
        let reader = officer.clone();
        let page = self
            .read(move |tx, circumstances| read(tx, circumstances, &reader, &reference, action))
            .await?;
        let opened = page.page.case.reference.to_string();
        self.write(move |tx, circumstances| {
            audit::note(
                tx,
                circumstances,
                &officer,
                Deed {
                    action: deed,
                    object: &opened,
                    organisation: Some(officer.organisation.as_str()),
                    detail: None,
                },
            )
        })
        .await?;
        Ok(page)
    }

    /// Whether an officer may see a case as it is now. Nothing of it is shown, so nothing is written down.
    pub async fn may_see(&self, officer: Officer, reference: Reference) -> Result<bool, Trouble> {
        self.read(move |tx, circumstances| {
            let Some(stored) = state::find_by_reference(tx, &reference)? else {
                return Ok(false);
            };
            let standing = standing(circumstances.country, &officer, &stored.case);
            Ok(access::allows_on(
                stored.case.track,
                officer.role,
                Action::SeeCase,
                standing,
            ))
        })
        .await
    }

    /// The opinion on a case that this officer gave last; `None` when they gave none. It is their own words, which
    /// stay theirs to read when the case is not theirs to open any more.
    pub async fn own_opinion(
        &self,
        officer: Officer,
        reference: Reference,
    ) -> Result<Option<String>, Trouble> {
        self.read(move |tx, _| {
            let Some(stored) = state::find_by_reference(tx, &reference)? else {
                return Ok(None);
            };
            let events = event::list(tx, stored.case.id)?;
            let given = events
                .iter()
                .rev()
                .find_map(|entry| match entry.event.fact {
                    Fact::OpinionGiven { document, .. }
                        if entry.event.actor.staff() == Some(officer.id) =>
                    {
                        Some(document)
                    }
                    _ => None,
                });
            match given {
                Some(document) => Ok(document::find(tx, document)?.map(|text| text.body)),
                None => Ok(None),
            }
        })
        .await
    }

    /// Who has a case now that this officer handed on, by what they did to it last; `None` when someone else moved it
    /// last, or nobody: who does not see a case learns nothing of it.
    pub async fn handed_on(
        &self,
        officer: Officer,
        reference: Reference,
    ) -> Result<Option<OrganisationCode>, Trouble> {
        self.read(move |tx, _| {
            let Some(stored) = state::find_by_reference(tx, &reference)? else {
                return Ok(None);
            };
            let events = event::list(tx, stored.case.id)?;
            let moves = |entry: &event::StoredEvent| {
                matches!(
                    entry.event.fact,
                    Fact::Transferred { .. }
                        | Fact::SentToArbitration
                        | Fact::Arbitrated { .. }
                        | Fact::Climbed { .. }
                )
            };
            let last = events.iter().rposition(moves);
            // A case climbs by itself, after what someone did.
            let mover = last.and_then(|last| {
                events[..=last]
                    .iter()
                    .rev()
                    .find_map(|entry| entry.event.actor.staff())
            });
            Ok((mover == Some(officer.id)).then_some(stored.case.organisation))
        })
        .await
    }
}

fn read(
    tx: &mut chikaya_store::Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    reference: &Reference,
    action: Action,
) -> Result<DeskPage, Trouble> {
    let stored = state::find_by_reference(tx, reference)?.ok_or(Trouble::NotFound)?;
    let reach = match action {
        Action::SeeIdentity => Reach::InFull,
        _ => Reach::Hidden,
    };
    act::permit(circumstances.country, officer, &stored.case, action)?;
    chikaya_store::case::announce_page(tx, stored.case.id)?;
    named::announce_acted_on(tx, stored.case.id)?;
    let standing = standing(circumstances.country, officer, &stored.case);
    let track = stored.case.track;
    let allowed = |action| access::allows_on(track, officer.role, action, standing);
    let (verbs, barred) = legal_verbs(circumstances, officer, &stored.case, standing);
    draft::desk::announce_list(tx, &stored.case, officer)?;
    if verbs.contains(&Verb::Assign) {
        staff::announce_list_of_organisation(tx, &stored.case.organisation, COLLEAGUES)?;
    }
    queue::announce_counts(tx, circumstances, officer)?;
    let sees_who = allowed(Action::SeeIdentity);
    if sees_who {
        call::announce_of_case(tx, stored.case.id)?;
    }
    let contacts = match stored.case.person {
        Some(person) => {
            if sees_who {
                people::announce(tx, person)?;
            }
            people::contacts(tx, person)?
        }
        None => Vec::new(),
    };
    let filer = match stored.case.person {
        Some(person) if sees_who => card(tx, circumstances, person, contacts.clone(), reach)?,
        _ => None,
    };
    let colleagues = if verbs.contains(&Verb::Assign) {
        staff::list_of_organisation(tx, &stored.case.organisation, COLLEAGUES)?
            .into_iter()
            .filter(|member| may_process(member, track))
            .collect()
    } else {
        Vec::new()
    };
    let drafts = draft::desk::list(tx, &stored.case, officer, &verbs)?;
    let counts = queue::counts(tx, circumstances, officer)?;
    let calls = if sees_who {
        call::of_case(tx, officer, stored.case.id)?
    } else {
        Vec::new()
    };
    // All of the list, so that two of one name are told apart even where one of them cannot be chosen.
    let colleagues = Colleague::list(colleagues)
        .into_iter()
        .filter(|colleague| !stored.case.answered_by.contains(&colleague.id))
        .collect();
    let officer = stored.case.officer;
    let mut names: BTreeMap<StaffId, String> = named::acted_on(tx, stored.case.id)?
        .iter()
        .map(|acted| (acted.id, called(acted)))
        .collect();
    let page = page::read(tx, circumstances, stored, &contacts, Reader::Desk)?;
    // Whoever was given the case may not have acted on it.
    for id in page.given_to().chain(officer) {
        if !names.contains_key(&id)
            && let Some(found) = named::find(tx, id)?
        {
            names.insert(id, called(&found));
        }
    }
    let script = if page.case.awaits(Errand::Telephone) {
        Some(script(tx, circumstances, &page.case, &contacts)?)
    } else {
        None
    };
    Ok(DeskPage {
        script,
        officer_name: officer.and_then(|id| names.get(&id).cloned()),
        names,
        drafts,
        counts,
        calls,
        page,
        verbs,
        barred,
        standing,
        filer,
        colleagues,
    })
}

/// In which language and words the filer of a case is told on the telephone.
fn script(
    tx: &mut chikaya_store::Tx<'_>,
    circumstances: &Circumstances<'_>,
    case: &Case,
    contacts: &[StoredContact],
) -> Result<Script, Trouble> {
    let language = match case.person {
        Some(person) => known(tx, person, contacts)?.language(case.language),
        None => case.language,
    };
    let organisations = &circumstances.country.organisations;
    let (wording, _) = InForce::read(tx)?.of(organisations, Some(&case.organisation), language);
    Ok(Script { language, wording })
}

/// Who filed, read from the one table of people.
fn card(
    tx: &mut chikaya_store::Tx<'_>,
    circumstances: &Circumstances<'_>,
    id: PersonId,
    contacts: Vec<StoredContact>,
    reach: Reach,
) -> Result<Option<FilerCard>, Trouble> {
    let Some(person) = people::find(tx, id)? else {
        return Ok(None);
    };
    let kind = person
        .identity_kind
        .as_deref()
        .and_then(IdentityKind::from_word);
    let identity = kind.zip(person.identity_number).map(|(kind, number)| {
        let shown = match (reach, Identity::parse(kind, &number)) {
            (Reach::InFull, _) => number,
            (Reach::Hidden, Ok(identity)) => identity.masked(),
            (Reach::Hidden, Err(_)) => HIDDEN.to_owned(),
        };
        (kind, shown)
    });
    let plan = circumstances.country.numbering;
    let mut cards = Vec::with_capacity(contacts.len());
    for contact in contacts {
        let phone = (contact.kind == "phone")
            .then(|| Phone::kept(&contact.value))
            .flatten();
        let texts = match phone {
            Some(phone) => number::reach(tx, circumstances, &phone)?.word(),
            None => None,
        };
        cards.push(ContactCard {
            value: match reach {
                Reach::InFull => contact.value,
                Reach::Hidden => masked(plan, &contact.kind, &contact.value),
            },
            kind: contact.kind,
            is_preferred: contact.preferred,
            is_verified: contact.verified_at.is_some(),
            is_failing: contact.failing_since.is_some(),
            texts,
        });
    }
    let contacts = cards;
    Ok(Some(FilerCard {
        hides: reach == Reach::Hidden && (identity.is_some() || !contacts.is_empty()),
        name: person.name,
        identity,
        on_behalf_of: person.on_behalf_of,
        representative: person.representative,
        quality: person.quality,
        contacts,
    }))
}

/// What of a contact is shown before it is asked for: enough to tell one from another.
fn masked(plan: &NumberingPlan, kind: &str, value: &str) -> String {
    let part = match kind {
        "email" => Email::parse(value).ok().map(|email| email.masked()),
        "phone" => Phone::parse(value, plan).ok().map(|phone| phone.masked()),
        _ => None,
    };
    part.unwrap_or_else(|| HIDDEN.to_owned())
}

/// The verbs legal in the case's stage that the officer's role may do at this standing; and those of them that the law
/// refuses all the same, with the reason.
fn legal_verbs(
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    case: &Case,
    standing: Standing,
) -> (Vec<Verb>, Vec<(Verb, Refusal)>) {
    let in_stage: BTreeSet<Verb> = verbs_in(case.stage, Side::Office)
        .chain(verbs_in(case.stage, Side::Authority))
        .filter(|verb| {
            action_of(*verb)
                .is_some_and(|action| access::allows_on(case.track, officer.role, action, standing))
        })
        .filter(|verb| *verb != Verb::Tell || !case.untold.is_empty())
        .collect();
    let (actor, today) = (officer.actor(), circumstances.today());
    let law = circumstances.law_of(case);
    let (mut verbs, mut barred) = (Vec::new(), Vec::new());
    for verb in in_stage {
        match case.may(verb, &actor, today, law) {
            Ok(()) => verbs.push(verb),
            Err(Refusal::NotYours { .. } | Refusal::NotInThisStage { .. }) => {}
            Err(refusal) => barred.push((verb, refusal)),
        }
    }
    (verbs, barred)
}
