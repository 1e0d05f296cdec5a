//! Annual reports: being written, sent and published.

use chikaya_domain::{
    access::Role,
    annual::{LANGUAGES, Section, Year},
    id::AnnualId,
};
use chikaya_service::{
    annual::{AnnualAct, Document},
    staff::Officer,
};
use chikaya_testkit::{Town, town};

use super::{
    stops::{By, Deed, Walk},
    town::{HEAD, Scene},
};
use Deed::{Press, Type, Unfold};

/// Who reads all reports.
const GOVERNMENT: &str = "government@sample.test";

/// Who sees all bodies.
pub(super) const AUTHORITY: &str = "reform@sample.test";

/// Reports in their stages.
pub(super) struct Reports {
    draft: AnnualId,
    sent: AnnualId,
}

/// Begins a report and sends another one; a third is published.
pub(super) async fn make(town: &Town) -> anyhow::Result<Reports> {
    while town.clerks.place_events().await?.folded > 0 {}
    let head = town
        .officer("chief@sample.test", Role::AdministrationHead, town::TIZNIT)
        .await;
    let government = town
        .officer(GOVERNMENT, Role::HeadOfGovernment, "head-of-government")
        .await;
    let authority = town
        .officer(AUTHORITY, Role::ReformAuthority, "reform-authority")
        .await;
    let draft = written(town, &head, 2025).await?;
    let sent = sent(town, &head, 2024).await?;
    let shown = self::sent(town, &head, 2023).await?;
    does(town, &government, shown, AnnualAct::Forward).await?;
    does(town, &authority, shown, AnnualAct::Accept).await?;
    let version = version(town, &authority, shown).await?;
    town.clerks
        .publish_annual(authority, shown, version, documents(), "")
        .await?;
    Ok(Reports { draft, sent })
}

async fn written(town: &Town, head: &Officer, year: i16) -> anyhow::Result<AnnualId> {
    let clerks = &town.clerks;
    let id = clerks.begin_annual(head.clone(), Year::new(year)?).await?;
    for (language, text) in LANGUAGES.into_iter().zip([
        "السبب الأول هو غياب قطع الغيار.",
        "La première cause est le manque de pièces.",
    ]) {
        let section = (Section::Causes, language);
        clerks
            .write_annual(head.clone(), id, section, text.to_owned(), 0)
            .await?;
    }
    does(town, head, id, AnnualAct::Freeze).await?;
    Ok(id)
}

async fn sent(town: &Town, head: &Officer, year: i16) -> anyhow::Result<AnnualId> {
    let id = written(town, head, year).await?;
    does(town, head, id, AnnualAct::Approve).await?;
    let version = version(town, head, id).await?;
    town.clerks
        .transmit_annual(head.clone(), id, version, documents())
        .await?;
    Ok(id)
}

async fn version(town: &Town, who: &Officer, id: AnnualId) -> anyhow::Result<u32> {
    Ok(town.clerks.annual(who.clone(), id).await?.state.version)
}

async fn does(town: &Town, who: &Officer, id: AnnualId, what: AnnualAct) -> anyhow::Result<()> {
    let version = version(town, who, id).await?;
    town.clerks
        .act_on_annual(who.clone(), id, version, what)
        .await?;
    Ok(())
}

fn documents() -> Vec<Document> {
    LANGUAGES
        .iter()
        .map(|language| Document {
            language: *language,
            bytes: format!("%PDF of {language}").into_bytes(),
        })
        .collect()
}

/// The pages, and what may be wrong on them.
pub(super) fn pages(walk: &mut Walk, scene: &Scene) {
    let Reports { draft, sent } = &scene.reports;
    walk.see("/reports");
    walk.see("/reports?year=2000");
    walk.by(&By::Staff(HEAD), |walk| {
        walk.see("/desk/reports");
        walk.see(&format!("/desk/reports/{draft}"));
        walk.see(&format!("/desk/reports/{sent}"));
        walk.see(&format!("/desk/reports/{draft}/causes?in=ar"));
        walk.see(&format!("/desk/reports/{draft}/unit?in=fr"));
        // No longer to be written.
        walk.see(&format!("/desk/reports/{sent}/causes?in=fr"));
    });
    walk.by(&By::Staff(GOVERNMENT), |walk| {
        walk.see("/desk/reports");
        walk.see("/desk/reports?year=2024&stage=transmitted");
        walk.see("/desk/me");
        walk.see(&format!("/desk/reports/{draft}"));
        let report = format!("/desk/reports/{sent}");
        walk.see(&report);
        let unsure = [Unfold("#act-forward summary"), Press("#act-forward button")];
        walk.see_wrong(&report, unsure);
        let without = [
            Unfold("#act-return summary"),
            Type("#reasons", " "),
            Press("#act-return button"),
        ];
        walk.see_wrong(&report, without);
    });
}
