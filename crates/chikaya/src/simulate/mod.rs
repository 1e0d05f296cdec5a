//! Simulation: a coherent, seeded population of cases with ground truth, made by the verbs that people's acts call.

mod phrases;

use std::{
    io::Write as _,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use anyhow::Context as _;
use chikaya_domain::{
    Language,
    access::Role,
    answer::Outcome,
    case::{Actor, Channel, Kind, Resolved, Track, Treatment},
    id::{OrganisationCode, SubjectCode, TerritoryCode},
    person::{Category, Contact, Contacts, Email, Person, PersonName},
    territory::Level,
};
use chikaya_service::{
    Clerks, Country,
    case::{
        act::StaffAct,
        answer::TypedAnswer,
        file::{Filer, Filing, KnownFiler, Receipt},
        follow::FilerAct,
    },
    seam::{Clock, FrozenClock},
    staff::{NewStaff, Officer, Password},
};
use jiff::{Timestamp, ToSpan};
use rand::{RngExt as _, SeedableRng as _, rngs::StdRng};

use self::phrases::{ANSWERS, TOPICS, Tongue, Topic};
use crate::building::Building;

/// What to simulate.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    /// How many cases.
    pub cases: usize,
    /// The seed: the same seed makes the same population.
    pub seed: u64,
    /// How many days before now the first is filed.
    pub days: i64,
}

/// Cases worked on at the same time, so that they share commits.
const HANDS: usize = 16;

/// Communes that appear, largest first, so that queues fill.
const COMMUNES: usize = 40;

/// How one simulated case ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Filed,
    Examined,
    Working,
    Waiting,
    Answered,
    Solved,
    Reopened,
    Withdrawn,
    Transferred,
}

const FATES: &[(Fate, u32)] = &[
    (Fate::Filed, 12),
    (Fate::Examined, 8),
    (Fate::Working, 18),
    (Fate::Waiting, 8),
    (Fate::Answered, 22),
    (Fate::Solved, 16),
    (Fate::Reopened, 7),
    (Fate::Withdrawn, 3),
    (Fate::Transferred, 6),
];

/// One who lives cases: clerks with a clock of their own.
pub(crate) struct Hand {
    clerks: Clerks,
    clock: Arc<FrozenClock>,
}

/// The hands for a plan. To be called outside of asynchronous code: clerks read the country at once.
pub(crate) fn hands(building: &Building, plan: Plan) -> anyhow::Result<Vec<Hand>> {
    (0..HANDS)
        .map(|hand| {
            let clock = Arc::new(FrozenClock::at(building.clerks().now()));
            let seam: Arc<dyn Clock> = clock.clone();
            let clerks = building.clerks_with(seam, plan.seed.wrapping_add(hand as u64))?;
            Ok(Hand { clerks, clock })
        })
        .collect()
}

/// Simulates a population; answers how many cases were made. The truth behind them goes to `truth` as CSV.
pub(crate) async fn run(
    building: &Building,
    plan: Plan,
    hands: Vec<Hand>,
    truth: &Path,
    progress: impl Fn(usize) + Send + Sync + 'static,
) -> anyhow::Result<usize> {
    let country = building.clerks().country();
    let communes = communes(&country);
    let now = building.clerks().now();
    let mut file = std::fs::File::create(truth)
        .with_context(|| format!("{} cannot be written", truth.display()))?;
    writeln!(
        file,
        "reference,subject,territory,organisation,tongue,outcome,duplicate_of"
    )?;
    let file = Arc::new(Mutex::new(file));
    let progress = Arc::new(progress);
    let staff = Arc::new(Staffing::hire(building, &country, &communes).await?);
    let order = by_age(plan, communes.len());
    let mut working = tokio::task::JoinSet::new();
    for (hand, Hand { clerks, clock }) in hands.into_iter().enumerate() {
        let simulator = Simulator {
            clerks,
            clock,
            now,
            plan,
            communes: communes.clone(),
            staff: Arc::clone(&staff),
        };
        let (file, progress) = (Arc::clone(&file), Arc::clone(&progress));
        let order = Arc::clone(&order);
        working.spawn(async move {
            let mut done = 0;
            for number in order.iter().skip(hand).step_by(HANDS) {
                let line = simulator.live(*number).await?;
                writeln!(
                    file.lock().unwrap_or_else(PoisonError::into_inner),
                    "{line}"
                )?;
                done += 1;
                progress(1);
            }
            anyhow::Ok(done)
        });
    }
    let mut done = 0;
    while let Some(hand) = working.join_next().await {
        done += hand??;
    }
    while building.clerks().place_events().await?.placed > 0 {}
    building.clerks().seal_record().await?;
    Ok(done)
}

/// Officers of the simulation: two for each body, made as marked samples.
struct Staffing {
    officers: std::collections::BTreeMap<OrganisationCode, [Officer; 2]>,
}

impl Staffing {
    async fn hire(
        building: &Building,
        country: &Country,
        communes: &[TerritoryCode],
    ) -> anyhow::Result<Self> {
        let mut bodies: Vec<OrganisationCode> = vec![country.reform_authority.clone()];
        for topic in TOPICS {
            let subject = SubjectCode::parse(topic.subject)?;
            for commune in communes {
                bodies.extend(
                    country
                        .suggest(Some(&subject), Some(commune))
                        .into_iter()
                        .map(|suggestion| suggestion.organisation),
                );
            }
        }
        bodies.sort();
        bodies.dedup();
        let secret = format!("{:032x}", building.clerks().identifiers().number());
        let password = Password::choose(&secret, "sample@sample.invalid")
            .map_err(|weak| anyhow::anyhow!("a sample password is {weak}"))?;
        let pair = |body: &OrganisationCode| [1, 2].map(|number| sample(country, body, number));
        let wanted: Vec<NewStaff> = bodies.iter().flat_map(pair).collect();
        let (clerks, asked) = (building.clerks().clone(), wanted.clone());
        let ids =
            tokio::task::spawn_blocking(move || clerks.sample_officers(asked, &password)).await??;
        let officers: Vec<Officer> = wanted
            .into_iter()
            .zip(ids)
            .map(|(new, id)| Officer {
                id,
                name: new.name,
                role: new.role,
                organisation: new.organisation,
                unit: None,
                language: new.language,
                is_sample: true,
                proven_at: Timestamp::UNIX_EPOCH,
            })
            .collect();
        let officers = bodies
            .into_iter()
            .zip(officers.chunks_exact(2))
            .map(|(body, pair)| (body, [pair[0].clone(), pair[1].clone()]))
            .collect();
        Ok(Self { officers })
    }
}

/// The account of a body's sample officer.
fn sample(country: &Country, body: &OrganisationCode, number: usize) -> NewStaff {
    NewStaff {
        email: format!("{body}-{number}@sample.invalid"),
        name: format!("Sample officer {number}"),
        role: if *body == country.reform_authority {
            Role::ReformAuthority
        } else {
            Role::Officer
        },
        organisation: body.clone(),
        unit: None,
        language: Language::French,
    }
}

/// What is drawn for a case before anything of it happens.
struct Lot {
    /// What else is drawn comes from these.
    dice: StdRng,
    topic: &'static Topic,
    tongue: Tongue,
    words: &'static str,
    /// Which of the communes.
    commune: usize,
    fate: Fate,
    /// How many hours ago it is filed.
    age: i64,
}

impl Lot {
    fn draw(plan: Plan, number: usize, communes: usize) -> Self {
        let mut dice = StdRng::seed_from_u64(plan.seed ^ ((number as u64) << 20));
        let topic = weighted(&mut dice, TOPICS, |topic| topic.weight);
        let (tongue, words) = topic.said[dice.random_range(0..topic.said.len())];
        let place = dice.random_range(0..communes);
        // Larger communes come first and are met more often.
        let commune = place * dice.random_range(0..=100) / 100;
        let fate = weighted(&mut dice, FATES, |(_, weight)| *weight).0;
        let age = dice.random_range(2..plan.days * 24);
        Self {
            dice,
            topic,
            tongue,
            words,
            commune,
            fate,
            age,
        }
    }
}

/// The numbers of the cases, oldest first, as cases come in: identifiers are ordered by time, so what is written stands at
/// the end of tables and indexes and not all over them.
fn by_age(plan: Plan, communes: usize) -> Arc<[usize]> {
    let mut order: Vec<(i64, usize)> = (0..plan.cases)
        .map(|number| (-Lot::draw(plan, number, communes).age, number))
        .collect();
    order.sort_unstable();
    order.into_iter().map(|(_, number)| number).collect()
}

/// Lives the lives of cases, one after the other, on a clock of its own.
struct Simulator {
    clerks: Clerks,
    clock: Arc<FrozenClock>,
    now: Timestamp,
    plan: Plan,
    communes: Vec<TerritoryCode>,
    staff: Arc<Staffing>,
}

impl Simulator {
    /// Lives one case; answers its line of truth.
    async fn live(&self, number: usize) -> anyhow::Result<String> {
        let Lot {
            mut dice,
            topic,
            tongue,
            words,
            commune,
            fate,
            age,
        } = Lot::draw(self.plan, number, self.communes.len());
        let commune = &self.communes[commune];
        let filed_at = self.now.saturating_sub(age.hours())?;
        self.clock.set(filed_at);
        let filing = Self::filing(&mut dice, topic, tongue, words, commune)?;
        let receipt = self.clerks.file(filing).await?;
        self.proceed(&mut dice, &receipt, fate, tongue).await?;
        Ok(format!(
            "{},{},{commune},{},{tongue:?},{fate:?},",
            receipt.reference, topic.subject, receipt.organisation
        ))
    }

    fn filing(
        dice: &mut StdRng,
        topic: &Topic,
        tongue: Tongue,
        words: &str,
        commune: &TerritoryCode,
    ) -> anyhow::Result<Filing> {
        let person = Person {
            name: Some(PersonName::parse(&format!(
                "Sample person {}",
                dice.random_range(1..100_000)
            ))?),
            identity: None,
            sex: None,
            on_behalf_of: None,
            representative: None,
        };
        let email = Email::parse(&format!(
            "person{}@sample.invalid",
            dice.random_range(1..100_000)
        ))?;
        let kind = match dice.random_range(0..100) {
            0..95 => Kind::Complaint,
            95..98 => Kind::Remark,
            _ => Kind::Proposal,
        };
        Ok(Filing {
            key: None,
            kind,
            track: Track::Ordinary,
            channel: weighted(
                dice,
                &[
                    (Channel::Web, 60),
                    (Channel::Mobile, 20),
                    (Channel::Phone, 12),
                    (Channel::Counter, 8),
                ],
                |(_, weight)| *weight,
            )
            .0,
            language: language(tongue),
            category: Category::Person,
            subject: Some(SubjectCode::parse(topic.subject)?),
            territory: Some(commune.clone()),
            coordinates: None,
            place: None,
            organisation: None,
            title: None,
            text: words.to_owned(),
            details: Vec::new(),
            filer: Filer::Known(Box::new(KnownFiler {
                person,
                contacts: Contacts::new([Contact::Email(email)]),
                verified: None,
            })),
            actor: Actor::Filer,
            taken_down: None,
            is_sample: true,
        })
    }

    /// Carries a case on to its fate, as far as the days until now allow.
    async fn proceed(
        &self,
        dice: &mut StdRng,
        receipt: &Receipt,
        fate: Fate,
        tongue: Tongue,
    ) -> anyhow::Result<()> {
        let Some([first, second]) = self.staff.officers.get(&receipt.organisation) else {
            return Ok(());
        };
        if fate == Fate::Filed || !self.later(dice, 1, 9) {
            return Ok(());
        }
        if fate == Fate::Withdrawn {
            return self.as_filer(receipt, 1, FilerAct::Withdraw).await;
        }
        if fate == Fate::Transferred {
            let to = self.clerks.country().reform_authority.clone();
            if to != receipt.organisation {
                let reason = "La commune n’est pas compétente pour cette affaire.".to_owned();
                self.act(first, receipt, 1, StaffAct::Transfer { to, reason })
                    .await?;
            }
            return Ok(());
        }
        self.act(first, receipt, 1, StaffAct::Examine).await?;
        if fate == Fate::Examined || !self.later(dice, 1, 6) {
            return Ok(());
        }
        // Taking up writes two events: the assignment and the beginning.
        self.act(first, receipt, 2, StaffAct::TakeUp).await?;
        if fate == Fate::Working || !self.later(dice, 2, 20) {
            return Ok(());
        }
        if fate == Fate::Waiting {
            let today = self.clerks.country().calendar.date_of(self.clerks.now());
            let ask = StaffAct::Ask {
                question: question(tongue).to_owned(),
                respond_by: today.saturating_add(7.days()),
            };
            return self.act(first, receipt, 4, ask).await;
        }
        self.answer(dice, first, receipt, 4, tongue).await?;
        if fate == Fate::Answered || !self.later(dice, 1, 8) {
            return Ok(());
        }
        if fate == Fate::Solved {
            let judge = FilerAct::Judge {
                resolved: Resolved::Yes,
                treatment: Some(Treatment::Fair),
            };
            return self.as_filer(receipt, 5, judge).await;
        }
        let judge = FilerAct::Judge {
            resolved: Resolved::No,
            treatment: None,
        };
        self.as_filer(receipt, 5, judge).await?;
        self.as_filer(
            receipt,
            6,
            FilerAct::Reopen(words_of_reopening(tongue).to_owned()),
        )
        .await?;
        if self.later(dice, 1, 6) {
            // The reopening wrote two events: itself and that the head was told.
            self.act(second, receipt, 8, StaffAct::TakeUp).await?;
        }
        Ok(())
    }

    async fn answer(
        &self,
        dice: &mut StdRng,
        officer: &Officer,
        receipt: &Receipt,
        version: u32,
        tongue: Tongue,
    ) -> anyhow::Result<()> {
        let own: Vec<&str> = ANSWERS
            .iter()
            .filter(|(answered, _)| language(*answered) == language(tongue))
            .map(|(_, text)| *text)
            .collect();
        let fallback = ANSWERS[0].1;
        let reasons = own
            .get(dice.random_range(0..own.len().max(1)))
            .copied()
            .unwrap_or(fallback);
        let outcome = match receipt.kind {
            Kind::Complaint if dice.random_range(0..10) < 7 => Outcome::Granted,
            Kind::Complaint => Outcome::PartlyGranted,
            Kind::Remark | Kind::Proposal => Outcome::Noted,
        };
        let answer = TypedAnswer {
            body: String::new(),
            outcome: Some(outcome),
            reasons: reasons.to_owned(),
            ground: String::new(),
            recourse: String::new(),
        };
        self.clerks
            .answer(officer.clone(), receipt.reference.clone(), version, answer)
            .await?;
        Ok(())
    }

    async fn act(
        &self,
        officer: &Officer,
        receipt: &Receipt,
        version: u32,
        act: StaffAct,
    ) -> anyhow::Result<()> {
        self.clerks
            .act(officer.clone(), receipt.reference.clone(), version, act)
            .await?;
        Ok(())
    }

    async fn as_filer(&self, receipt: &Receipt, version: u32, act: FilerAct) -> anyhow::Result<()> {
        let pass = self
            .clerks
            .open_with_code(receipt.reference.clone(), receipt.access_code.clone())
            .await?;
        self.clerks.act_as_filer(pass, version, act).await?;
        Ok(())
    }

    /// Lets days pass; answers whether that moment has come yet.
    fn later(&self, dice: &mut StdRng, least: i64, most: i64) -> bool {
        let days = dice.random_range(least..=most);
        let hours = dice.random_range(0..8_i64);
        let then = Clock::now(&*self.clock)
            .saturating_add((days * 24 + hours).hours())
            .unwrap_or(self.now);
        // What lies back an hour is nobody's news: nobody is written to about what was made.
        if then > self.now.saturating_sub(1.hour()).unwrap_or(self.now) {
            return false;
        }
        self.clock.set(then);
        true
    }
}

fn communes(country: &Country) -> Vec<TerritoryCode> {
    let mut communes: Vec<_> = country
        .territories
        .all()
        .filter(|territory| territory.level == Level::Commune)
        .collect();
    communes.sort_by_key(|territory| std::cmp::Reverse(territory.population));
    // The commune of the sample accounts first: low places are drawn most often.
    TerritoryCode::parse("commune-09-581-01-07")
        .into_iter()
        .chain(
            communes
                .into_iter()
                .take(COMMUNES)
                .map(|territory| territory.code.clone()),
        )
        .collect()
}

const fn language(tongue: Tongue) -> Language {
    match tongue {
        Tongue::Arabic | Tongue::Darija => Language::Arabic,
        Tongue::Arabizi | Tongue::French => Language::French,
        Tongue::English => Language::English,
        Tongue::Tamazight => Language::Tamazight,
    }
}

const fn question(tongue: Tongue) -> &'static str {
    match language(tongue) {
        Language::Arabic => "المرجو أن تحددوا لنا العنوان بدقة.",
        Language::French => "Pouvez-vous préciser l’adresse exacte ?",
        Language::English => "Could you give us the exact address?",
        Language::Tamazight => "ⵎⴰⵏⵉ ⵙ ⵓⵙⵏⵎⵍ? (المرجو تحديد العنوان)",
    }
}

const fn words_of_reopening(tongue: Tongue) -> &'static str {
    match language(tongue) {
        Language::Arabic => "لم يتغير شيء منذ الجواب.",
        Language::French => "Rien n’a changé depuis la réponse.",
        Language::English => "Nothing has changed since the answer.",
        Language::Tamazight => "ⵓⵔ ⵉⵏⴼⵉⵍ ⵡⴰⵍⵓ.",
    }
}

fn weighted<'a, T>(dice: &mut StdRng, items: &'a [T], weight: impl Fn(&T) -> u32) -> &'a T {
    let total: u32 = items.iter().map(&weight).sum();
    let mut drawn = dice.random_range(0..total.max(1));
    for item in items {
        let its = weight(item);
        if drawn < its {
            return item;
        }
        drawn -= its;
    }
    &items[0]
}
