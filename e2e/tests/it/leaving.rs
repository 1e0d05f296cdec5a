//! Cases outlive those who work on them: a body with one officer whose answer is reopened, and an officer who leaves.

use chikaya_domain::{access::Role, reference::Reference};
use chikaya_service::{
    case::{
        act::StaffAct,
        answer::{AnswerFate, TypedAnswer},
        file::Receipt,
    },
    staff::Officer,
};
use chikaya_testkit::{Engine, Town, town};
use e2e::{Browser, Look, screens};

/// The body above the commune of Tiznit.
const PROVINCE: &str = "province-09-581";

/// What the only officer of the commune answered.
const ANSWER: &str = "Nos agents sont passés rue de l’École le 14 avril 2026 : le câble sera réparé le mercredi 22 avril.";

/// Why the filer is not satisfied.
const STILL_DARK: &str = "La rue est toujours dans le noir.";

async fn new_town() -> anyhow::Result<Town> {
    Ok(tokio::task::spawn_blocking(|| Town::on(Engine::Sqlite)).await?)
}

async fn act(
    town: &Town,
    officer: &Officer,
    reference: &Reference,
    act: StaffAct,
) -> anyhow::Result<()> {
    let seen = town
        .clerks
        .desk_page(officer.clone(), reference.clone())
        .await?;
    let version = seen.page.case.version;
    town.clerks
        .act(officer.clone(), reference.clone(), version, act)
        .await?;
    Ok(())
}

/// A case that an officer works on.
async fn taken_up(town: &Town, officer: &Officer) -> anyhow::Result<Receipt> {
    let receipt = town.clerks.file(town::filing()).await?;
    act(town, officer, &receipt.reference, StaffAct::Examine).await?;
    act(town, officer, &receipt.reference, StaffAct::TakeUp).await?;
    Ok(receipt)
}

async fn sign_in(browser: &Browser, portal: &str, email: &str) -> anyhow::Result<()> {
    browser.go(&format!("{portal}/fr/desk/sign-in")).await?;
    browser.fill("#email", email).await?;
    browser.fill("#password", town::PASSWORD).await?;
    browser.press("button.big").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_with_one_officer_whose_answer_is_reopened() -> anyhow::Result<()> {
    let town = new_town().await?;
    let portal = format!("http://{}", town.open_counters().await);
    let only = town
        .officer("one@sample.test", Role::Officer, town::TIZNIT)
        .await;
    town.officer("above@sample.test", Role::Officer, PROVINCE)
        .await;
    let receipt = taken_up(&town, &only).await?;
    let seen = town
        .clerks
        .desk_page(only.clone(), receipt.reference.clone())
        .await?;
    let answer = TypedAnswer {
        body: String::new(),
        outcome: Some(chikaya_domain::answer::Outcome::Granted),
        reasons: ANSWER.to_owned(),
        ground: String::new(),
        recourse: "Vous pouvez demander la réouverture.".to_owned(),
    };
    let fate = town
        .clerks
        .answer(
            only.clone(),
            receipt.reference.clone(),
            seen.page.case.version,
            answer,
        )
        .await?;
    assert!(matches!(fate, AnswerFate::Sent));

    // The filer, on a phone without scripts, is not satisfied.
    let filer = Browser::open(Look::PHONE).await?;
    filer.go(&format!("{portal}/fr/track")).await?;
    filer.fill("#reference", receipt.reference.as_str()).await?;
    filer
        .fill("#code", &receipt.access_code.to_string())
        .await?;
    filer.press("main form button").await?;
    filer.fill("#reason", STILL_DARK).await?;
    filer.press("button[formaction$='/reopen']").await?;
    let told = filer.text().await?;
    assert!(told.contains("Province de Tiznit"), "{told}");
    // Who has the case now did not give that answer.
    let signed = filer
        .text_of("section[aria-labelledby='answer'] .by")
        .await?;
    assert!(signed.contains("Commune de Tiznit"), "{signed}");
    filer.close().await?;

    // At the province someone else finds it first, with why it was reopened and what was answered before.
    let desk = Browser::open(Look::DESKTOP).await?;
    sign_in(&desk, &portal, "above@sample.test").await?;
    assert!(desk.text_of(".list .group").await?.contains("Rouverts"));
    desk.press("a.item").await?;
    let case = desk.text_of(".case .reopened").await?;
    assert!(case.contains(STILL_DARK) && case.contains(ANSWER), "{case}");
    desk.picture(&screens().join("desk-reopened.fr.1440.png"))
        .await?;
    desk.press(".case-foot form[action*='/take-up'] button")
        .await?;
    desk.press(".case-foot a[data-key='answer']").await?;
    let beside = desk.text_of(".reopened").await?;
    assert!(
        beside.contains(STILL_DARK) && beside.contains(ANSWER),
        "{beside}"
    );
    desk.click("input[name='outcome'][value='granted']").await?;
    desk.fill(
        "#reasons",
        "Le câble de la rue de l’École a été remplacé le 27 mars 2026 par nos agents et la rue est éclairée.",
    )
    .await?;
    desk.press(".case-foot button[form='answer']:not([name])")
        .await?;
    // The filer wrote in Arabic: that the answer is in French is meant.
    desk.click("input[name='other-language']").await?;
    desk.press(".case-foot button[form='answer']:not([name])")
        .await?;
    let sent = desk.text().await?;
    assert!(sent.contains("Réponse envoyée"), "{sent}");
    desk.close().await?;
    tokio::task::spawn_blocking(move || drop(town)).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_officer_leaves_and_forty_cases_go_on() -> anyhow::Result<()> {
    let town = new_town().await?;
    let portal = format!("http://{}", town.open_counters().await);
    let leaver = town
        .officer("k.exemple@sample.test", Role::Officer, town::TIZNIT)
        .await;
    for (email, role) in [
        ("two@sample.test", Role::Officer),
        ("head@sample.test", Role::UnitHead),
    ] {
        town.officer(email, role, town::TIZNIT).await;
    }
    town.officer(
        "administrator@sample.test",
        Role::Administrator,
        "reform-authority",
    )
    .await;
    for _ in 0..40 {
        taken_up(&town, &leaver).await?;
    }
    town.clerks.place_events().await?;

    let office = Browser::open(Look::PLAIN_DESKTOP).await?;
    sign_in(&office, &portal, "administrator@sample.test").await?;
    office
        .go(&format!("{portal}/fr/admin/people/{}", leaver.id))
        .await?;
    let page = office.text().await?;
    assert!(page.contains("Dossiers en cours : 40"), "{page}");
    office
        .picture(&screens().join("admin-hand-on.fr.1440.png"))
        .await?;
    office
        .click("input[name='hand-on'][value='colleagues']")
        .await?;
    // Nobody is chosen yet: nothing is done, and the page says where.
    office.press("#cases button.grave").await?;
    assert!(office.has("#receivers .error").await?);
    office
        .click("input[name='hand-on'][value='colleagues']")
        .await?;
    let boxes = office
        .evaluate("document.querySelectorAll(\"input[name='receivers']\").length")
        .await?;
    assert_eq!(boxes, serde_json::json!(2));
    for place in [1, 2] {
        office
            .click(&format!(
                "#receivers .choices[role='group'] label:nth-child({place}) input"
            ))
            .await?;
    }
    office.press("#cases button.grave").await?;
    let done = office.text().await?;
    assert!(done.contains("Dossiers affectés : 40"), "{done}");
    office.close().await?;

    // Whoever takes over has them at once, and the counts say so.
    town.clerks.place_events().await?;
    let desk = Browser::open(Look::DESKTOP).await?;
    sign_in(&desk, &portal, "two@sample.test").await?;
    desk.go(&format!("{portal}/fr/desk?view=mine")).await?;
    let heading = desk.text_of(".list-head h1").await?;
    assert!(heading.contains("20"), "{heading}");
    desk.press("a.item").await?;
    let timeline = desk.text_of(".timeline").await?;
    assert!(timeline.contains("Affecté · Two"), "{timeline}");
    // The leaver signs in no more.
    let gone = Browser::open(Look::PHONE).await?;
    sign_in(&gone, &portal, "k.exemple@sample.test").await?;
    assert!(gone.has("#email").await?);
    gone.close().await?;
    desk.close().await?;
    tokio::task::spawn_blocking(move || drop(town)).await?;
    Ok(())
}
