//! The draw of a week that is over.

use chikaya_domain::{
    clock::SurveyPolicy,
    id::CaseId,
    statistics::{
        Week,
        sample::{Asking, Seed},
    },
};
use chikaya_store::{
    StoreError, Tx,
    record::seal::{self, StoredSeal},
    setting,
    survey::{self, Bounds, Member, StoredSurvey},
};

use crate::{
    Circumstances, Clerks, Trouble,
    audit::{self, Deed},
};

/// Where it is kept until which week draws were made.
const MARK: &str = "survey.drawn";

/// Microseconds after the end of a week at which what happened in it is in the record for certain.
const AFTERWARDS: i64 = 3_600_000_000;

/// Cases of a frame read at once.
const FRAME: i64 = 5_000;

/// A frame: the cases that could be drawn, in the order of their identifiers, each with the number of the event that answered
/// it first; and the seal under which they stand.
pub(super) struct Frame {
    pub(super) seal: StoredSeal,
    pub(super) cases: Vec<(CaseId, u32)>,
}

/// A draw as it is made: who was drawn, in order.
pub(super) struct Draw {
    pub(super) seed: Seed,
    pub(super) members: Vec<(CaseId, u32)>,
}

/// What is to be done about a week.
enum Next {
    /// Nothing yet.
    Wait,
    /// This instance begins with the week in which this was asked first.
    Begin(Week),
    /// Nobody is asked in that week.
    Skip(Week, String),
    /// It is drawn.
    Draw(Box<StoredSurvey>, Vec<(CaseId, u32)>, String),
}

impl Clerks {
    /// Draws the next week that is over and was not drawn, if there is one; answers whether there may be another. To be called
    /// by workers: of several one draws. A new instance begins with the week in which this is called first.
    ///
    /// A week is drawn an hour after its end at the earliest, as soon as the record was sealed afterwards: the seed is made of
    /// the first such seal, which nobody can choose.
    pub async fn draw_survey(&self) -> Result<bool, Trouble> {
        let is_sample = self.is_demo();
        // What takes long only reads.
        let next = self
            .read(move |tx, circumstances| next(tx, circumstances, is_sample))
            .await?;
        let (week, mark, drawn) = match next {
            Next::Wait => return Ok(false),
            Next::Begin(week) => {
                self.write(move |tx, _| {
                    setting::put_once(tx, MARK, &week.to_string())?;
                    Ok(())
                })
                .await?;
                return Ok(false);
            }
            Next::Skip(week, mark) => (week, mark, None),
            Next::Draw(survey, members, mark) => (survey.week, mark, Some((*survey, members))),
        };
        self.write(move |tx, circumstances| {
            // Whoever comes second finds it moved, and draws nothing.
            if !setting::advance(tx, MARK, &mark, &week.to_string())? {
                return Ok(true);
            }
            if let Some((survey, members)) = &drawn {
                keep(tx, circumstances, survey, members)?;
            }
            Ok(true)
        })
        .await
    }
}

/// What is to be done now.
fn next(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    is_sample: bool,
) -> Result<Next, Trouble> {
    let begun = Week::of(circumstances.today()).before();
    let Some(mark) = setting::find(tx, MARK)? else {
        return Ok(Next::Begin(begun));
    };
    let Some(last) = Week::parse(&mark) else {
        return Err(StoreError::unreadable("setting.value", MARK).into());
    };
    let week = last.next();
    if circumstances.at() < sealed_from(circumstances, week) {
        return Ok(Next::Wait);
    }
    let policies = &circumstances.country.policies;
    let Some(policy) = policies.in_force_on(week.last_day()).survey else {
        return Ok(Next::Skip(week, mark));
    };
    let Some(frame) = frame(tx, circumstances, week, is_sample)? else {
        return Ok(Next::Wait);
    };
    let wanted = wanted(policy);
    let head = head_of(&frame.seal)?;
    let draw = draw(&frame, &head, week, wanted);
    let survey = StoredSurvey {
        week,
        is_sample,
        position: frame.seal.position,
        head,
        seed: draw.seed,
        wanted: count(wanted),
        population: count(frame.cases.len()),
        drawn: count(draw.members.len()),
        at: circumstances.at(),
    };
    Ok(Next::Draw(Box::new(survey), draw.members, mark))
}

fn wanted(policy: SurveyPolicy) -> usize {
    usize::from(policy.size.min(SurveyPolicy::MOST))
}

/// The instant from which on a seal holds all that happened in a week.
fn sealed_from(circumstances: &Circumstances<'_>, week: Week) -> i64 {
    let calendar = &circumstances.country.calendar;
    calendar
        .beginning_of(week.next().first_day())
        .as_microsecond()
        + AFTERWARDS
}

/// The frame of a week; none before the record was sealed after it.
pub(super) fn frame(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    week: Week,
    is_sample: bool,
) -> Result<Option<Frame>, Trouble> {
    let calendar = &circumstances.country.calendar;
    let from = calendar.beginning_of(week.first_day()).as_microsecond();
    let before = calendar
        .beginning_of(week.next().first_day())
        .as_microsecond();
    let Some(seal) = seal::first_since(tx, sealed_from(circumstances, week))? else {
        return Ok(None);
    };
    // What was sealed before the week began happened before it.
    let mut after = seal::last_before(tx, from)?.map_or(0, |seal| seal.position);
    let mut cases = Vec::new();
    loop {
        let bounds = Bounds {
            after,
            until: seal.position,
            from,
            before,
        };
        let read = survey::frame(tx, bounds, is_sample, FRAME)?;
        let is_last = count(read.len()) < FRAME;
        after = read.last().map_or(after, |(position, ..)| *position);
        cases.extend(read.into_iter().map(|(_, case, sequence)| (case, sequence)));
        if is_last {
            break;
        }
    }
    cases.sort_unstable();
    Ok(Some(Frame { seal, cases }))
}

pub(super) fn head_of(seal: &StoredSeal) -> Result<[u8; 32], StoreError> {
    let root = seal.root.as_slice();
    root.try_into()
        .map_err(|_| StoreError::unreadable("record_seal.root", seal.number))
}

/// Draws from a frame.
pub(super) fn draw(frame: &Frame, head: &[u8; 32], week: Week, wanted: usize) -> Draw {
    let seed = Seed::of(head, frame.seal.position.unsigned_abs(), week);
    let ids: Vec<CaseId> = frame.cases.iter().map(|(case, _)| *case).collect();
    let members = seed
        .draw(&ids, wanted)
        .into_iter()
        .filter_map(|drawn| {
            let place = frame.cases.binary_search_by_key(&drawn, |(case, _)| *case);
            place.ok().map(|place| frame.cases[place])
        })
        .collect();
    Draw { seed, members }
}

fn keep(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    survey: &StoredSurvey,
    members: &[(CaseId, u32)],
) -> Result<(), Trouble> {
    survey::insert(tx, survey)?;
    for (place, (case, sequence)) in (1..).zip(members) {
        let member = Member {
            week: survey.week,
            is_sample: survey.is_sample,
            place,
            case: *case,
            sequence: *sequence,
            asking: Asking::Due,
            asked_at: None,
            reminded_at: None,
            next_at: Some(circumstances.at()),
        };
        survey::insert_member(tx, &member)?;
    }
    let detail = format!(
        "position={} population={} drawn={} seed={}",
        survey.position,
        survey.population,
        survey.drawn,
        data_encoding::HEXLOWER.encode(survey.seed.as_bytes())
    );
    let deed = Deed {
        action: "survey.draw",
        object: &survey.week.to_string(),
        organisation: None,
        detail: Some(&detail),
    };
    audit::note_of(tx, circumstances, None, deed)
}

/// A number of cases as it is kept.
pub(super) fn count(cases: usize) -> i64 {
    i64::try_from(cases).unwrap_or(i64::MAX)
}
