//! Notices: members of staff are told of the events that wait for them, at once or once a day, as each of them chose.

use std::collections::{BTreeMap, BTreeSet};

use chikaya_domain::{
    access::Role,
    case::{Actor, Case, EscalationLevel, Event, Fact, Track},
    id::{OrganisationCode, StaffId},
};
use chikaya_store::{
    StoreError, Tx,
    case::{event, state},
    setting, staff as people,
    staff::notice,
};
use jiff::{Timestamp, ToSpan as _, civil::Date};

use uuid::Uuid;

use super::{
    content::at_event,
    order::{self, Occasion, Order, Recipient},
    receivers::{COLLEAGUES, is_head, of_role, who_receives},
};
use crate::{
    Circumstances, Clerks, Country, Trouble,
    case::{escalate, report},
    staff::notifications::{Choice, Topic, choice_of},
};

/// Where the notices stand: the name under which the last position told of is kept.
const TOLD: &str = "notices.position";

/// Events looked at in one transaction at most.
const BATCH: i64 = 200;

/// Older events are history and nobody's news: days of 24 hours.
const NEWS_DAYS: i64 = 3;

/// What a simulation tells lies back at least so far, hours: nobody is told of it.
const SAMPLE_NEWS_HOURS: i64 = 1;

/// Notices looked at in one transaction at most, to find for whom messages of the day are made.
const WAITING: i64 = 100;

/// The hour from which the messages of a day go.
const DIGEST_HOUR: i64 = 7;

/// Days for which it is kept what messages of the day told.
const KEEP_DAYS: i64 = 30;

impl Clerks {
    /// Tells members of staff of the events that got their position since, at most a batch of them; answers how many
    /// were looked at. To be called by workers, again as long as there are any. Each event is told of once: how far
    /// the telling is moves in the same transaction.
    pub async fn tell_staff(&self) -> Result<u64, Trouble> {
        self.write(|tx, circumstances| {
            let mark = if let Some(text) = setting::find(tx, TOLD)? {
                text
            } else {
                setting::put(tx, TOLD, "0")?;
                "0".to_owned()
            };
            let told: i64 = mark
                .parse()
                .map_err(|_| StoreError::corrupt("setting.value: notices.position"))?;
            let events = event::after(tx, told, BATCH)?;
            let count = events.len() as u64;
            if count == 0 {
                return Ok(0);
            }
            // Positions have no gaps. The mark moves first: of two instances that look at the same events one tells.
            let reached = told + i64::try_from(count).unwrap_or(i64::MAX);
            if !setting::advance(tx, TOLD, &mark, &reached.to_string())? {
                return Ok(0);
            }
            let mut known = Known {
                given_many: given_many(circumstances, &events),
                ..Known::default()
            };
            for stored in &events {
                tell(tx, circumstances, &mut known, &stored.event)?;
            }
            for (reader, digest) in &known.told_together {
                let order = Order::Digest {
                    staff: *reader,
                    digest: *digest,
                    day: circumstances.today(),
                };
                order::push(tx, circumstances, &order)?;
            }
            Ok(count)
        })
        .await
    }

    /// Orders the messages of the day for those for whom notices wait, once it is time; answers how many. To be called
    /// by workers, again as long as there are any.
    pub async fn order_digests(&self) -> Result<u64, Trouble> {
        self.write(|tx, circumstances| {
            let day = circumstances.today();
            let Some(before) = digest_time(circumstances, day) else {
                return Ok(0);
            };
            let readers = notice::readers(tx, before.as_microsecond(), WAITING)?;
            for reader in &readers {
                let digest = circumstances.uuid();
                // Another instance may have gathered them.
                if notice::gather(tx, digest, *reader, before.as_microsecond())? == 0 {
                    continue;
                }
                let order = Order::Digest {
                    staff: *reader,
                    digest,
                    day,
                };
                order::push(tx, circumstances, &order)?;
            }
            Ok(readers.len() as u64)
        })
        .await
    }

    /// Forgets what messages of the day told long ago; answers how many notices.
    pub async fn forget_notices(&self) -> Result<u64, Trouble> {
        self.write(|tx, circumstances| {
            let before = circumstances.at_in_days(-KEEP_DAYS);
            Ok(notice::forget(tx, before, BATCH)?)
        })
        .await
    }
}

/// The instant from which the messages of a day go, if it has come.
fn digest_time(circumstances: &Circumstances<'_>, day: Date) -> Option<Timestamp> {
    let begins = circumstances.country.calendar.beginning_of(day);
    let time = begins.checked_add(DIGEST_HOUR.hours()).ok()?;
    (circumstances.now >= time).then_some(time)
}

/// Of whom an event asks something, and what it is called for them.
struct Call {
    topic: Topic,
    occasion: Occasion,
    readers: Vec<StaffId>,
    /// The body it came to: whoever there asked to be told is told too.
    body: Option<OrganisationCode>,
}

/// To whom an event comes.
enum To {
    /// Whoever receives for a body.
    Body(OrganisationCode),
    /// These.
    People(Vec<StaffId>),
}

/// What was asked already for the same batch: many filings come to few bodies.
#[derive(Default)]
struct Known {
    receivers: BTreeMap<OrganisationCode, Vec<StaffId>>,
    choices: BTreeMap<(StaffId, Topic), Choice>,
    wishes: BTreeMap<(OrganisationCode, Topic), Vec<StaffId>>,
    /// Those who were given many cases: one message tells of all, of this identifier.
    given_many: BTreeMap<StaffId, Uuid>,
    /// Those of them who want to be told at once of any.
    told_together: BTreeMap<StaffId, Uuid>,
}

/// So many cases given to someone are many: when a colleague leaves, or a head hands over.
const MANY: usize = 3;

/// To whom many cases were given among some events, each with the identifier of the message that tells of them.
fn given_many(
    circumstances: &Circumstances<'_>,
    events: &[event::StoredEvent],
) -> BTreeMap<StaffId, Uuid> {
    let mut given: BTreeMap<StaffId, usize> = BTreeMap::new();
    for stored in events {
        if let Fact::Assigned { officer, .. } = stored.event.fact {
            *given.entry(officer).or_default() += 1;
        }
    }
    given
        .into_iter()
        .filter(|(_, cases)| *cases >= MANY)
        .map(|(officer, _)| (officer, circumstances.uuid()))
        .collect()
}

impl Known {
    fn choice(
        &mut self,
        tx: &mut Tx<'_>,
        reader: StaffId,
        topic: Topic,
    ) -> Result<Choice, Trouble> {
        if let Some(choice) = self.choices.get(&(reader, topic)) {
            return Ok(*choice);
        }
        let choice = choice_of(tx, reader, topic)?;
        self.choices.insert((reader, topic), choice);
        Ok(choice)
    }

    /// The message by which someone is told of this with other cases given to them, if they were given many.
    fn told_together(&mut self, reader: StaffId, topic: Topic) -> Option<Uuid> {
        let digest = (topic == Topic::Assignment)
            .then(|| self.given_many.get(&reader).copied())
            .flatten()?;
        self.told_together.insert(reader, digest);
        Some(digest)
    }

    /// Those of a body who asked to be told of a topic, whoever receives for it.
    fn wishes(
        &mut self,
        tx: &mut Tx<'_>,
        body: OrganisationCode,
        topic: Topic,
    ) -> Result<Vec<StaffId>, Trouble> {
        let asked = (body, topic);
        if let Some(wishes) = self.wishes.get(&asked) {
            return Ok(wishes.clone());
        }
        let never = Choice::Never.as_str();
        let wishes = notice::wishes(tx, &asked.0, topic.as_str(), never, COLLEAGUES)?;
        self.wishes.insert(asked, wishes.clone());
        Ok(wishes)
    }

    fn receivers(
        &mut self,
        tx: &mut Tx<'_>,
        circumstances: &Circumstances<'_>,
        body: &OrganisationCode,
    ) -> Result<Vec<StaffId>, Trouble> {
        if let Some(receivers) = self.receivers.get(body) {
            return Ok(receivers.clone());
        }
        let receivers = who_receives(tx, circumstances, body)?;
        self.receivers.insert(body.clone(), receivers.clone());
        Ok(receivers)
    }
}

fn tell(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    known: &mut Known,
    event: &Event,
) -> Result<(), Trouble> {
    let is_old = event.at.as_microsecond() < circumstances.at_in_days(-NEWS_DAYS);
    if is_old || event.actor == Actor::Register {
        return Ok(());
    }
    if is_simulated(tx, circumstances, event)? {
        return Ok(());
    }
    let Some(mut call) = call(tx, circumstances, known, event)? else {
        return Ok(());
    };
    let (track, case) = filed_by(tx, event)?;
    if call.topic == Topic::Arrival {
        match track {
            Track::Danger => {
                call.topic = Topic::Danger;
                call.occasion = Occasion::Urgent;
            }
            Track::Wrongdoing => call.topic = Topic::Report,
            Track::Ordinary => {}
        }
    }
    if let Some(body) = call.body.take() {
        let wishes = known.wishes(tx, body, call.topic)?;
        let told: BTreeSet<StaffId> = call.readers.iter().copied().collect();
        call.readers
            .extend(wishes.into_iter().filter(|wish| !told.contains(wish)));
    }
    if track.is_confidential() {
        call.readers = match case {
            Some(case) => those_who_may_know(tx, circumstances, &case, call.readers)?,
            None => Vec::new(),
        };
    }
    for reader in call.readers {
        // Nobody is told what they did themselves.
        if event.actor.staff() == Some(reader) {
            continue;
        }
        let digest = match known.choice(tx, reader, call.topic)? {
            Choice::Never => continue,
            Choice::Daily => None,
            Choice::AtOnce => {
                let Some(digest) = known.told_together(reader, call.topic) else {
                    let order = Order::Case {
                        case: event.case.as_uuid(),
                        sequence: event.sequence,
                        occasion: call.occasion,
                        to: Some(Recipient::Staff(reader)),
                    };
                    order::push(tx, circumstances, &order)?;
                    continue;
                };
                Some(digest)
            }
        };
        let notice = notice::Notice {
            case: event.case,
            sequence: event.sequence,
            occasion: call.occasion.as_str().to_owned(),
        };
        notice::keep(tx, reader, &notice, event.at.as_microsecond(), digest)?;
    }
    Ok(())
}

/// The case of an event with the door by which it was filed. A filing says that itself: unless few may know of it, its case
/// is not looked for.
fn filed_by(tx: &mut Tx<'_>, event: &Event) -> Result<(Track, Option<Case>), Trouble> {
    let said = match &event.fact {
        Fact::Filed(filed) => Some(filed.track),
        _ => None,
    };
    if let Some(track) = said.filter(|track| !track.is_confidential()) {
        return Ok((track, None));
    }
    let case = state::find(tx, event.case)?.map(|stored| stored.case);
    let track = case.as_ref().map(|case| case.track).or(said);
    Ok((track.unwrap_or(Track::Ordinary), case))
}

/// Of a report of wrongdoing those alone are told who may open it; where that is nobody, the heads of the body that has it
/// who may, else the authority in charge of reform.
fn those_who_may_know(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    case: &Case,
    readers: Vec<StaffId>,
) -> Result<Vec<StaffId>, Trouble> {
    let country = circumstances.country;
    let may_know = who_may_open(tx, country, case, readers)?;
    if !may_know.is_empty() {
        return Ok(may_know);
    }
    let heads = of_role(tx, &case.organisation, is_head)?;
    let may_know = who_may_open(tx, country, case, heads)?;
    if !may_know.is_empty() {
        return Ok(may_know);
    }
    of_role(tx, &country.reform_authority, |role| {
        role == Role::ReformAuthority
    })
}

/// Those of some members of staff who may open a case.
fn who_may_open(
    tx: &mut Tx<'_>,
    country: &Country,
    case: &Case,
    members: Vec<StaffId>,
) -> Result<Vec<StaffId>, Trouble> {
    let mut may_open = Vec::new();
    for id in members {
        let member = people::find(tx, id)?;
        if member.is_some_and(|member| report::may_open(country, &member, case)) {
            may_open.push(id);
        }
    }
    Ok(may_open)
}

/// Whether an event belongs to a population that was made, and not to what someone does with it now: of sample cases
/// only fresh acts of people are news, and never that they are due or late.
fn is_simulated(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    event: &Event,
) -> Result<bool, Trouble> {
    let fresh_from = circumstances.at() - SAMPLE_NEWS_HOURS * 3_600_000_000;
    let lies_back = event.at.as_microsecond() < fresh_from;
    let is_by_itself = event.actor == Actor::System
        && matches!(event.fact, Fact::Reminded { .. } | Fact::Escalated { .. });
    // Whether the case is a sample is asked only where it matters: filings are told of without it.
    Ok((lies_back || is_by_itself)
        && state::find(tx, event.case)?.is_some_and(|stored| stored.is_sample))
}

/// Whom an event concerns at the desk, by the state at that event. What was done in one act is told once: the head to
/// whom a reopened or a late case is raised in the act that reopened it, or reminded of it, is not told again.
fn call(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    known: &mut Known,
    event: &Event,
) -> Result<Option<Call>, Trouble> {
    let (topic, occasion, to) = match &event.fact {
        Fact::Filed(filed) => (
            Topic::Arrival,
            Occasion::NewCase,
            To::Body(filed.organisation.clone()),
        ),
        Fact::Transferred { to, .. } => {
            (Topic::Arrival, Occasion::TransferIn, To::Body(to.clone()))
        }
        Fact::Climbed { to, .. } => (Topic::Arrival, Occasion::ClimbedIn, To::Body(to.clone())),
        Fact::Arbitrated { competent, .. } => (
            Topic::Arrival,
            Occasion::Arbitrated,
            To::Body(competent.clone()),
        ),
        Fact::SentToArbitration => (
            Topic::Arbitration,
            Occasion::ToArbitrate,
            To::Body(circumstances.country.reform_authority.clone()),
        ),
        Fact::Assigned { officer, .. } => (
            Topic::Assignment,
            Occasion::Assigned,
            To::People(vec![*officer]),
        ),
        Fact::OpinionAsked { of, .. } => {
            (Topic::Opinion, Occasion::OpinionAsked, To::Body(of.clone()))
        }
        Fact::OpinionGiven { .. } => (
            Topic::Opinion,
            Occasion::OpinionGiven,
            To::People(who_answers(tx, circumstances, event)?),
        ),
        Fact::Replied { .. } | Fact::MessageAdded { .. } => (
            Topic::Reply,
            Occasion::Reply,
            To::People(who_answers(tx, circumstances, event)?),
        ),
        Fact::Reopened { .. } => {
            let goes_on = act_of(tx, event)?
                .iter()
                .any(|other| matches!(other.fact, Fact::Climbed { .. }));
            let readers = if goes_on {
                // Nobody there can examine it: whom it came to is told.
                Vec::new()
            } else {
                who_answers(tx, circumstances, event)?
            };
            (Topic::Reopening, Occasion::ToReexamine, To::People(readers))
        }
        Fact::Reminded { .. } => (
            Topic::DueDate,
            Occasion::Reminder,
            To::People(who_answers(tx, circumstances, event)?),
        ),
        Fact::Escalated { level } => return raised(tx, circumstances, event, *level).map(Some),
        // The rest is for filers, or for the record.
        _ => return Ok(None),
    };
    let (readers, body) = match to {
        To::Body(body) => (known.receivers(tx, circumstances, &body)?, Some(body)),
        To::People(readers) => (readers, None),
    };
    Ok(Some(Call {
        topic,
        occasion,
        readers,
        body,
    }))
}

/// Whom it concerns that a case is raised, and why it is: because it was reopened, or because it is late.
fn raised(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    event: &Event,
    level: EscalationLevel,
) -> Result<Call, Trouble> {
    let act = act_of(tx, event)?;
    let (case, _) = at_event(tx, event.case, event.sequence)?;
    let mut readers = heads_told(tx, circumstances, &case, level)?;
    let mut reason = (Topic::DueDate, Occasion::Escalated);
    for other in &act {
        match other.fact {
            Fact::Reminded { .. } => {
                let told = who_answers(tx, circumstances, other)?;
                readers.retain(|reader| !told.contains(reader));
            }
            Fact::Reopened { .. } => {
                reason = (Topic::Reopening, Occasion::ToReexamine);
                let told = who_answers(tx, circumstances, other)?;
                readers.retain(|reader| !told.contains(reader));
            }
            Fact::Climbed { .. } => readers.clear(),
            _ => {}
        }
    }
    let (topic, occasion) = reason;
    Ok(Call {
        topic,
        occasion,
        readers,
        body: None,
    })
}

/// The events of the act to which one belongs: those of its case at the same instant.
fn act_of(tx: &mut Tx<'_>, event: &Event) -> Result<Vec<Event>, Trouble> {
    Ok(event::list(tx, event.case)?
        .into_iter()
        .map(|stored| stored.event)
        .filter(|other| other.at == event.at)
        .collect())
}

/// The officer in charge at an event; where nobody was, the heads.
fn who_answers(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    event: &Event,
) -> Result<Vec<StaffId>, Trouble> {
    let (case, _) = at_event(tx, event.case, event.sequence)?;
    match case.officer {
        Some(officer) if is_at_work(tx, officer)? => Ok(vec![officer]),
        _ => heads_told(tx, circumstances, &case, EscalationLevel::UnitHead),
    }
}

/// The heads before whom a case is brought that is raised to `level`.
fn heads_told(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    case: &Case,
    level: EscalationLevel,
) -> Result<Vec<StaffId>, Trouble> {
    Ok(escalate::told(tx, circumstances, case, level)?
        .map(|told| told.heads)
        .unwrap_or_default())
}

fn is_at_work(tx: &mut Tx<'_>, member: StaffId) -> Result<bool, Trouble> {
    Ok(people::find(tx, member)?.is_some_and(|member| member.is_active))
}
