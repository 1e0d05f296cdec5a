//! A town with a case in every stage, and people of several roles.

use std::path::PathBuf;

use anyhow::Context as _;
use chikaya_domain::{
    Language,
    access::Role,
    answer::Outcome,
    case::{Kind, Resolved, Track},
    id::{OrganisationCode, StaffId},
    person::{Category, Contact, Email, PersonName},
};
use chikaya_service::{
    case::{act::StaffAct, answer::TypedAnswer, file::Receipt, follow::FilerAct},
    clock::calendar::Exception,
    draft::filing::{FilingFate, TypedFiling},
    message::{contact::ContactCode, outbox::Delivered},
    seam::Key,
    staff::{NewInvitation, NewStaff, Officer, Password, Switch},
    token::{CasePass, Token, link_word},
};
use chikaya_testkit::{Engine, Town, post_office::code_in, town};
use jiff::civil::date;
use tempfile::TempDir;

use super::{
    calls::{Centre, make_centre},
    reports::{self, Reports},
};

/// Who works at the desk of Tiznit.
pub(super) const HEAD: &str = "head@sample.test";
/// Who administers the portal.
pub(super) const ADMINISTRATOR: &str = "administrator@sample.test";
/// Who takes calls, and has one in hand.
pub(super) const AGENT: &str = "agent@sample.test";
/// Who leads them.
pub(super) const SUPERVISOR: &str = "supervisor@sample.test";
/// Who has to set up a second factor.
pub(super) const NEWCOMER: &str = "newcomer@sample.test";

/// A reasoned answer.
const ANSWER: &str = "Nos agents sont passés rue de l’École le 14 avril 2026 : le câble sera réparé le mercredi 22 avril.";

/// The town, and where things are in it.
pub(super) struct Scene {
    /// Kept as long as its pages are looked at.
    _town: Town,
    _folder: TempDir,
    pub(super) portal: String,
    /// The word of a draft in which nothing was typed.
    pub(super) empty: String,
    /// The word of a draft into which coordinates are typed.
    pub(super) pointed: String,
    /// The word of a draft that only needs to be sent.
    pub(super) full: String,
    /// The word of a report of wrongdoing that only needs to be sent.
    pub(super) report: String,
    /// The word of a draft that was sent.
    pub(super) sent: String,
    /// The word of an invitation.
    pub(super) invitation: String,
    /// The word of a session at the account whose cases these are.
    pub(super) account: String,
    /// The word of a session at an account without cases.
    pub(super) new_account: String,
    /// A member of staff whom nobody keeps from working.
    pub(super) member: StaffId,
    /// A member of staff who may not sign in any more.
    pub(super) stopped: StaffId,
    /// Who administers the portal.
    pub(super) administrator: StaffId,
    /// Name of the stage, reference, and the word that opens it.
    pub(super) cases: Vec<(&'static str, String, String)>,
    /// Annual reports.
    pub(super) reports: Reports,
    /// The call centre.
    pub(super) centre: Centre,
    /// A page that calls itself a picture.
    pub(super) impostor: PathBuf,
}

/// How a case comes to a stage: the acts of the desk, then the filer's.
type Way = (&'static str, Vec<StaffAct>, Vec<FilerAct>);

fn ways() -> Vec<Way> {
    let in_progress = || vec![StaffAct::Examine, StaffAct::TakeUp];
    let then = |act: StaffAct| {
        let mut acts = in_progress();
        acts.push(act);
        acts
    };
    let answer = || {
        then(StaffAct::Answer(TypedAnswer {
            body: String::new(),
            reasons: ANSWER.to_owned(),
            ..town::answer(Outcome::PartlyGranted)
        }))
    };
    let judged = |resolved| FilerAct::Judge {
        resolved,
        treatment: None,
    };
    let ask = StaffAct::Ask {
        question: "Quel est le numéro du poteau ?".to_owned(),
        respond_by: date(2026, 3, 20),
    };
    let refuse = StaffAct::RefuseCompetence {
        to: None,
        reason: "Cette rue appartient à une autre commune.".to_owned(),
    };
    vec![
        ("filed", Vec::new(), Vec::new()),
        ("in progress", in_progress(), Vec::new()),
        ("waiting", then(ask), Vec::new()),
        ("in arbitration", vec![refuse], Vec::new()),
        ("answered", answer(), Vec::new()),
        ("not solved", answer(), vec![judged(Resolved::No)]),
        ("closed", answer(), vec![judged(Resolved::Yes)]),
        (
            "reopened",
            answer(),
            vec![FilerAct::Reopen("Toujours éteint.".to_owned())],
        ),
        ("withdrawn", Vec::new(), vec![FilerAct::Withdraw]),
    ]
}

pub(super) async fn scene() -> anyhow::Result<Scene> {
    let town = tokio::task::spawn_blocking(|| Town::on(Engine::Sqlite)).await?;
    let [officer, member, stopped] = hire(&town).await?;
    let portal = format!("http://{}", town.open_counters().await);
    let mut cases = Vec::new();
    for (name, acts, more) in ways() {
        let receipt = town.clerks.file(town::filing()).await?;
        for act in acts {
            by_desk(&town, &officer, &receipt, act).await?;
        }
        for act in more {
            by_filer(&town, &receipt, act).await?;
        }
        let word = link_word(receipt.case, town.clerks.now(), &Key::new(town::KEY));
        cases.push((name, receipt.reference.to_string(), word));
    }
    town.clerks.place_events().await?;
    let nothing = || TypedFiling::new(Kind::Complaint, Language::Arabic);
    let empty = town.clerks.open_draft(nothing()).await?;
    let pointed = town.clerks.open_draft(nothing()).await?;
    let full = town.clerks.open_draft(content()).await?;
    let report = TypedFiling {
        text: content().text,
        ..TypedFiling::by(Track::Wrongdoing, Language::Arabic)
    };
    let report = town.clerks.open_draft(report).await?;
    let sent = town.clerks.open_draft(content()).await?;
    send(&town, &sent).await?;
    town.clerks
        .deliver_to_mailbox(Delivered {
            id: uuid::Uuid::from_u128(37),
            recipient: "fatima@example.org".to_owned(),
            subject: "Votre réclamation".to_owned(),
            text: format!("Bonjour,\n\n{portal}/fr/track\n\nMerci."),
            html: "<p>Bonjour</p>".to_owned(),
            language: "fr".to_owned(),
            at: 1_773_346_440_000_000,
        })
        .await?;
    let folder = TempDir::new()?;
    let impostor = folder.path().join("lamp.jpg");
    std::fs::write(&impostor, "<!doctype html><p>no picture")?;
    let account = open_account(&town, &portal, "fatima@example.org").await?;
    let new_account = open_account(&town, &portal, "nouria@example.org").await?;
    give_up_a_message(&town, &portal).await?;
    let people = [(ADMINISTRATOR, Role::Administrator)];
    let [administrator] = make(&town, "reform-authority", people).await?;
    let invited = NewInvitation {
        email: Email::parse("invited@sample.test")?,
        name: PersonName::parse("Sample invited")?,
        role: Role::Officer,
        organisation: town::organisation_code(town::TIZNIT),
        language: Language::French,
    };
    let invitation = town.clerks.invite(administrator.clone(), invited).await?;
    administer(&town, &administrator, &stopped).await?;
    let reports = reports::make(&town).await?;
    let centre = make_centre(&town).await?;
    Ok(Scene {
        account,
        new_account,
        member: member.id,
        stopped: stopped.id,
        administrator: administrator.id,
        portal,
        empty: empty.as_str().to_owned(),
        pointed: pointed.as_str().to_owned(),
        full: full.as_str().to_owned(),
        report: report.as_str().to_owned(),
        sent: sent.as_str().to_owned(),
        invitation: invitation.as_str().to_owned(),
        cases,
        reports,
        centre,
        impostor,
        _folder: folder,
        _town: town,
    })
}

fn new(email: &str, role: Role, organisation: &str) -> NewStaff {
    NewStaff {
        email: email.to_owned(),
        name: format!("Sample {role}"),
        role,
        organisation: town::organisation_code(organisation),
        unit: None,
        language: Language::French,
    }
}

/// Whoever works for `organisation`, as they are once their accounts are made.
pub(super) async fn make<const COUNT: usize>(
    town: &Town,
    organisation: &'static str,
    people: [(&'static str, Role); COUNT],
) -> anyhow::Result<[Officer; COUNT]> {
    let clerks = town.clerks.clone();
    let made = tokio::task::spawn_blocking(move || -> anyhow::Result<_> {
        let password = Password::choose(town::PASSWORD, "sample")
            .map_err(|weak| anyhow::anyhow!("{}", weak.key()))?;
        let accounts = people.map(|(email, role)| new(email, role, organisation));
        Ok(clerks.sample_officers(Vec::from(accounts), &password)?)
    })
    .await??;
    let now = town.clerks.now();
    let ids: [StaffId; COUNT] = made
        .try_into()
        .map_err(|_| anyhow::anyhow!("somebody was not hired"))?;
    Ok(std::array::from_fn(|number| Officer {
        id: ids[number],
        name: format!("Sample {}", people[number].1),
        role: people[number].1,
        organisation: town::organisation_code(organisation),
        unit: None,
        language: Language::French,
        is_sample: true,
        proven_at: now,
    }))
}

/// The head of the unit of Tiznit, two officers, and someone without a second factor.
async fn hire(town: &Town) -> anyhow::Result<[Officer; 3]> {
    let clerks = town.clerks.clone();
    tokio::task::spawn_blocking(move || -> anyhow::Result<()> {
        let password = Password::choose(town::PASSWORD, NEWCOMER)
            .map_err(|weak| anyhow::anyhow!("{}", weak.key()))?;
        clerks.create_staff(new(NEWCOMER, Role::Auditor, town::TIZNIT), &password)?;
        Ok(())
    })
    .await??;
    let people = [
        (HEAD, Role::UnitHead),
        ("member@sample.test", Role::Officer),
        ("stopped@sample.test", Role::Officer),
    ];
    make(town, town::TIZNIT, people).await
}

/// What an administrator did before: switched someone off, and made a day a working day, which is followed through all
/// due dates.
async fn administer(town: &Town, administrator: &Officer, stopped: &Officer) -> anyhow::Result<()> {
    let clerks = &town.clerks;
    let member = clerks.member(administrator.clone(), stopped.id).await?;
    clerks
        .switch_member(
            administrator.clone(),
            member.id,
            member.version,
            Switch::Off,
        )
        .await?;
    clerks
        .set_exception(administrator.clone(), date(2026, 5, 2), Exception::Worked)
        .await?;
    Ok(())
}

/// Opens an account by the code that is sent; answers the word of its session.
async fn open_account(town: &Town, portal: &str, address: &str) -> anyhow::Result<String> {
    let contact = Contact::Email(Email::parse(address)?);
    town.clerks
        .send_account_code(contact.clone(), Language::French)
        .await?;
    let mails = town.take_mail(portal).await;
    let code = mails
        .iter()
        .filter(|mail| mail.to == address)
        .find_map(|mail| ContactCode::parse(code_in(&mail.text)?))
        .context("no mail carries a code")?;
    let opened = town
        .clerks
        .open_account(contact, code, Language::French)
        .await?;
    let session = opened.map_err(|proof| anyhow::anyhow!("the code is {proof:?}"))?;
    Ok(session.as_str().to_owned())
}

/// Leaves a message that no post office takes.
async fn give_up_a_message(town: &Town, portal: &str) -> anyhow::Result<()> {
    town.take_mail(portal).await;
    town.clerks.file(town::filing()).await?;
    town.give_up_message("550 5.1.1 <fatima@example.org>: no such mailbox")
        .await;
    Ok(())
}

async fn by_desk(
    town: &Town,
    officer: &Officer,
    receipt: &Receipt,
    act: StaffAct,
) -> anyhow::Result<()> {
    let reference = receipt.reference.clone();
    let page = town
        .clerks
        .desk_page(officer.clone(), reference.clone())
        .await?;
    let version = page.page.case.version;
    town.clerks
        .act(officer.clone(), reference, version, act)
        .await?;
    Ok(())
}

async fn by_filer(town: &Town, receipt: &Receipt, act: FilerAct) -> anyhow::Result<()> {
    let pass = CasePass::issue(receipt.case, town::instant("2026-03-12T20:14:00Z"));
    let version = town.clerks.follow(pass.clone()).await?.case.version;
    town.clerks.act_as_filer(pass, version, act).await?;
    Ok(())
}

/// What stands for every browser here, as its cookie says it: the one that filed sees the receipt.
pub(super) const VISITOR: &str = "aaaabbbbccccddddeeeeffffgggghhhh";

/// Everything that a filing asks for.
fn content() -> TypedFiling {
    let filing = town::filing();
    TypedFiling {
        text: filing.text,
        subject: filing.subject,
        territory: filing.territory,
        place: "زنقة المدرسة".to_owned(),
        organisation: OrganisationCode::parse(town::TIZNIT).ok(),
        category: Some(Category::Person),
        name: "فاطمة مثال".to_owned(),
        identity_kind: "cin".to_owned(),
        identity_number: "AB123456".to_owned(),
        email: "amina@example.org".to_owned(),
        phone: "0612345678".to_owned(),
        preferred: "email".to_owned(),
        ..TypedFiling::new(Kind::Complaint, Language::Arabic)
    }
}

async fn send(town: &Town, word: &Token) -> anyhow::Result<()> {
    let browser = Key::new(town::KEY).digest("browser", &[VISITOR.as_bytes()]);
    match town
        .clerks
        .file_draft(word.clone(), 1, browser, Language::Arabic)
        .await?
    {
        FilingFate::Filed(_) => Ok(()),
        FilingFate::Faulty(faults) => anyhow::bail!("it is no filing: {faults:?}"),
    }
}
