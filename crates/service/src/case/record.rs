//! Recording: the one way by which events of a case reach the archive, the chain and the outbox.

use chikaya_domain::{
    Language,
    case::{Actor, Case, Command, Errand, Event, Fact, Stage},
    clock::{self, Policy},
    id::{CaseId, DocumentId},
    owner::Owner,
    responsibility,
    text::free,
};
use chikaya_ledger::{
    EventHash,
    binding::{self, Item},
    chain,
};
use chikaya_store::{
    StoreError, Tx, attachment,
    case::{
        event::{self, Linked},
        mark,
        state::{self, Beginning, Change, StoredCase},
    },
    document::Document,
    person,
};
use jiff::{Timestamp, civil::Date};

use crate::{
    Circumstances, Trouble,
    message::{
        order::{self, Occasion, Order, Recipient},
        way,
    },
    push,
    record::bind::{self, Beside, link},
};

/// Records a new case with its first event, which binds who files and what they sent, and tells the filer.
pub(crate) fn begin(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    case: &Case,
    first: &Event,
    beginning: &Beginning<'_>,
    words: Document,
    bound: Vec<Item>,
) -> Result<(), Trouble> {
    let texts = [(words, circumstances.now)];
    let events = std::slice::from_ref(first);
    begin_silently(tx, circumstances, case, events, beginning, &texts, bound)?;
    announce(tx, circumstances, case, first)
}

/// Records a new case with all its events at once and tells nobody: what events of another register say was
/// said by that register. Each text stands beside the instant at which it was written, and is bound by the event that
/// speaks of it; the first one binds `bound` and what stands beside the state.
pub(crate) fn begin_silently(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    case: &Case,
    events: &[Event],
    beginning: &Beginning<'_>,
    texts: &[(Document, Timestamp)],
    bound: Vec<Item>,
) -> Result<(), Trouble> {
    let mut first = bound;
    first.push(beside(case, beginning));
    let mut bound_texts = Vec::with_capacity(texts.len());
    for (text, at) in texts {
        let owner = Owner::Case(case.id);
        let item = bind::keep_text(tx, circumstances, owner, text, at.as_microsecond())?;
        bound_texts.push(item);
    }
    let mut head = chain::genesis(case.id.as_uuid().as_bytes());
    let mut linked = Vec::with_capacity(events.len());
    for event in events {
        let payload = event::payload(event)?;
        let mut items = std::mem::take(&mut first);
        items.extend(text_of(event, &bound_texts));
        let bound = binding::encode(items);
        head = link(&head, event, &payload, Some(&bound));
        linked.push((event, payload, bound, head));
    }
    let reminder = next_reminder(case, circumstances);
    state::insert(
        tx,
        case,
        beginning,
        Change {
            chain_head: head.as_bytes(),
            at: circumstances.at(),
            next_reminder: reminder.as_deref(),
        },
    )?;
    mark::begin(tx, case)?;
    // Each event is kept with the case as it stood after it; the last one left it as it is.
    let mut stood: Option<Case> = None;
    for (event, payload, bound, head) in &linked {
        let after = if events.len() == 1 {
            None
        } else {
            stood = match stood.take() {
                None => Case::replay(case.reference.clone(), [*event]),
                Some(mut before) => {
                    before.apply(event);
                    Some(before)
                }
            };
            stood.as_ref()
        };
        let linked = Linked {
            payload,
            bound,
            chain: head.as_bytes(),
            mark: &bind::mark(circumstances.key, head),
        };
        event::append(tx, after.unwrap_or(case), event, linked)?;
    }
    Ok(())
}

/// Adds what was written in an act to its `texts`; answers the identifier by which the command refers to it.
pub(crate) fn write_down(
    texts: &mut Vec<Document>,
    circumstances: &Circumstances<'_>,
    body: &str,
    language: Option<Language>,
) -> DocumentId {
    let id = DocumentId::new(circumstances.uuid());
    texts.push(Document {
        id,
        title: None,
        body: free(body),
        language: language.map(|language| language.code().to_owned()),
    });
    id
}

/// Decides a command on a stored case and records what follows, with the texts it refers to. The case
/// must still be as it was read; otherwise [`Trouble::Stale`].
pub(crate) fn carry_out(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    stored: &mut StoredCase,
    command: &Command,
    actor: &Actor,
    texts: &[Document],
) -> Result<Vec<Event>, Trouble> {
    let version = stored.case.version;
    let before = stored.case.clone();
    let law = circumstances.law_of(&stored.case);
    let errand = errand_of(tx, circumstances, &before, command)?;
    let events = stored
        .case
        .carry_out_by_errand(command, actor, circumstances.now, law, errand)?;
    if events.is_empty() {
        return Ok(events);
    }
    let mut bound_texts = Vec::with_capacity(texts.len());
    for text in texts {
        let owner = Owner::Case(stored.case.id);
        bound_texts.push(bind::keep_text(
            tx,
            circumstances,
            owner,
            text,
            circumstances.at(),
        )?);
    }
    let mut head = EventHash::from_slice(&stored.chain_head)
        .map_err(|_| StoreError::unreadable("case_state.chain_head", stored.case.id))?;
    // Each event is kept with the case as it stood after it; the last one left it as it is.
    let mut stood = (events.len() > 1).then(|| before.clone());
    for event in &events {
        let payload = event::payload(event)?;
        let mut items: Vec<Item> = text_of(event, &bound_texts).collect();
        items.extend(kept_by(tx, circumstances, &event.fact)?);
        let bound = binding::encode(items);
        head = link(&head, event, &payload, Some(&bound));
        if let Some(stood) = &mut stood {
            stood.apply(event);
        }
        let after = stood.as_ref().unwrap_or(&stored.case);
        let linked = Linked {
            payload: &payload,
            bound: &bound,
            chain: head.as_bytes(),
            mark: &bind::mark(circumstances.key, &head),
        };
        event::append(tx, after, event, linked)?;
    }
    let reminder = next_reminder(&stored.case, circumstances);
    let change = Change {
        chain_head: head.as_bytes(),
        at: circumstances.at(),
        next_reminder: reminder.as_deref(),
    };
    if !state::update(tx, &stored.case, version, change)? {
        return Err(Trouble::Stale);
    }
    mark::follow(tx, &before, &stored.case)?;
    stored.chain_head = head.as_bytes().to_vec();
    for event in &events {
        announce(tx, circumstances, &stored.case, event)?;
    }
    Ok(events)
}

/// How the filer is told of what follows from a command, where no message can tell them. Asked only where something
/// follows that must be told.
fn errand_of(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    case: &Case,
    command: &Command,
) -> Result<Option<Errand>, Trouble> {
    Ok(match command {
        Command::Transfer { .. }
        | Command::RefuseCompetence { .. }
        | Command::Arbitrate { .. }
        | Command::Ask { .. }
        | Command::Extend { .. }
        | Command::Answer { .. } => way::to_filer(tx, circumstances, case)?.errand(),
        // It was the number that said so.
        Command::ReportLost => Some(Errand::Telephone),
        _ => None,
    })
}

/// What the first event binds of what stands beside the state of a case.
fn beside(case: &Case, beginning: &Beginning<'_>) -> Item {
    let point = beginning.coordinates;
    Beside {
        case: case.id.as_uuid(),
        reference: case.reference.as_str(),
        access_hash: beginning.access_hash,
        filing_key: beginning.filing_key,
        place: beginning.place,
        point: (
            point.map(|point| i64::from(point.latitude_micro())),
            point.map(|point| i64::from(point.longitude_micro())),
        ),
        is_sample: beginning.is_sample,
    }
    .item(beginning.salt)
}

/// Of the texts written in an act the one that an event speaks of.
fn text_of(event: &Event, texts: &[Item]) -> impl Iterator<Item = Item> {
    let document = event.fact.document();
    texts.iter().copied().filter(move |text| {
        document.is_some_and(|document| document.as_uuid().as_bytes() == &text.id)
    })
}

/// What an event speaks of that was kept just before it: a file, or a contact that is proven now.
fn kept_by(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    fact: &Fact,
) -> Result<Option<Item>, Trouble> {
    Ok(match fact {
        Fact::FileAdded { attachment, .. } => {
            let kept = attachment::find(tx, *attachment)?.ok_or(Trouble::NotFound)?;
            Some(bind::item_of_kept_file(tx, circumstances, &kept)?)
        }
        Fact::ContactProven { contact } => {
            let kept = person::find_contact(tx, *contact)?.ok_or(Trouble::NotFound)?;
            Some(bind::item_of_kept_contact(tx, circumstances, &kept)?)
        }
        _ => None,
    })
}

/// Checks the whole chain of a case against the head kept with its state; answers the number of events.
pub(crate) fn check_chain(tx: &mut Tx<'_>, case: CaseId) -> Result<u32, Trouble> {
    let stored = state::find(tx, case)?.ok_or(Trouble::NotFound)?;
    let mut head = chain::genesis(case.as_uuid().as_bytes());
    let mut count = 0;
    for entry in event::list(tx, case)? {
        head = link(&head, &entry.event, &entry.payload, entry.bound.as_deref());
        count += 1;
        if entry.event.sequence != count || head.as_bytes().as_slice() != entry.chain {
            return Err(StoreError::unreadable("event.chain", format!("{case}/{count}")).into());
        }
    }
    if head.as_bytes().as_slice() != stored.chain_head || count != stored.case.version {
        return Err(StoreError::unreadable("case_state.chain_head", case).into());
    }
    Ok(count)
}

/// The next day on which the officer is reminded: the days the policy names before the due date, the day after it, and
/// those on which a late case is raised higher. None while the clock stands still for the filer.
fn next_reminder(case: &Case, circumstances: &Circumstances<'_>) -> Option<String> {
    let policy = circumstances.law_of(case).policy;
    next_reminder_after(case, policy, circumstances.today())
}

/// As [`next_reminder`], with `today` given.
pub(crate) fn next_reminder_after(case: &Case, policy: &Policy, today: Date) -> Option<String> {
    let stands_still = policy.pause_while_waiting && case.stage == Stage::Waiting;
    if !case.stage.is_open() || stands_still {
        return None;
    }
    let mut days = clock::reminder_days(case.answer_due, policy);
    days.extend(responsibility::days_of_raising(case.answer_due));
    days.sort_unstable();
    days.into_iter()
        .find(|day| *day > today)
        .map(|day| day.to_string())
}

/// Puts the message an event calls for into the outbox, in the same transaction, to whoever it concerns as the event
/// leaves the case. Members of staff are told afterwards, by [`crate::message::notices`].
fn announce(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    case: &Case,
    event: &Event,
) -> Result<(), Trouble> {
    let occasion = match &event.fact {
        Fact::Filed(_) => Occasion::Acknowledgement,
        Fact::Transferred { .. } | Fact::Arbitrated { .. } => Occasion::Transfer,
        Fact::QuestionAsked { .. } => Occasion::Question,
        Fact::Extended { .. } => Occasion::Extension,
        Fact::Answered { .. } => Occasion::Answer,
        Fact::Closed { .. } => Occasion::Closure,
        Fact::Reopened { .. } => Occasion::Reopening,
        _ => return Ok(()),
    };
    // Whoever gave no name can be told in a browser. Of a filing no browser is told: none could ask for it before.
    if occasion != Occasion::Acknowledgement {
        push::order(tx, circumstances, case.id, event.sequence)?;
    }
    if case.person.is_none() {
        return Ok(());
    }
    order::push(
        tx,
        circumstances,
        &Order::Case {
            case: case.id.as_uuid(),
            sequence: event.sequence,
            occasion,
            to: Some(Recipient::Filer),
        },
    )
}
