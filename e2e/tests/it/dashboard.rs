//! A head looks at the figures of the week in a browser: on a desk and, without scripts, on a telephone.

use chikaya_domain::{access::Role, answer::Outcome, reference::Reference};
use chikaya_service::{
    case::{act::StaffAct, answer::TypedAnswer, file::Filing},
    staff::Officer,
};
use chikaya_testkit::{Engine, Town, town};
use e2e::{Browser, Look, Theme, screens};

const HEAD: &str = "head@sample.test";
/// So many that came first are left where they are.
const ELDEST: usize = 6;

const AUTHORITY: &str = "authority@sample.test";

#[tokio::test(flavor = "multi_thread")]
async fn a_head_goes_from_a_figure_to_the_cases_behind_it() -> anyhow::Result<()> {
    let town = tokio::task::spawn_blocking(|| {
        let town = Town::on(Engine::Sqlite);
        town.hire(HEAD, Role::AdministrationHead, town::TIZNIT);
        town.hire(AUTHORITY, Role::ReformAuthority, "reform-authority");
        town
    })
    .await?;
    let portal = format!("http://{}", town.open_counters().await);
    months(&town).await?;

    let desk = Browser::open(Look::DESKTOP).await?;
    sign_in(&desk, &format!("{portal}/fr/desk/dashboard"), HEAD).await?;
    desk.arrive("/fr/desk/dashboard").await?;
    // As high as the whole page, which scrolls within its pane.
    desk.resize(1440, 2300).await?;
    desk.picture(&screens().join("dashboard.fr.1440.png"))
        .await?;
    desk.likes_dark(true).await?;
    desk.light(Theme::Dark).await?;
    desk.picture(&screens().join("dashboard.fr.dark.1440.png"))
        .await?;
    desk.likes_dark(false).await?;
    // As many cases stand behind a figure as it says.
    let late = desk.text_of(".keyfig b.is-late a").await?;
    let late: usize = late.split_whitespace().next().unwrap_or_default().parse()?;
    assert!(late > 0);
    desk.press(".keyfig b.is-late a").await?;
    desk.arrive("view=late").await?;
    let listed = desk
        .evaluate("document.querySelectorAll('a.item').length")
        .await?;
    assert_eq!(listed.as_u64(), Some(late as u64));
    desk.close().await?;

    let phone = Browser::open(Look::PHONE).await?;
    phone.resize(360, 780).await?;
    sign_in(&phone, &format!("{portal}/ar/desk/dashboard"), HEAD).await?;
    assert!(phone.page_width().await? <= 360);
    phone
        .picture(&screens().join("dashboard.ar.360.png"))
        .await?;
    phone.close().await?;

    let bodies = Browser::open(Look::DESKTOP).await?;
    let address = format!("{portal}/fr/desk/dashboard/bodies");
    sign_in(&bodies, &address, AUTHORITY).await?;
    bodies
        .picture(&screens().join("dashboard-bodies.fr.1440.png"))
        .await?;
    bodies.close().await?;
    tokio::task::spawn_blocking(move || drop(town)).await?;
    Ok(())
}

async fn sign_in(browser: &Browser, address: &str, email: &str) -> anyhow::Result<()> {
    browser.go(address).await?;
    browser.fill("#email", email).await?;
    browser.fill("#password", town::PASSWORD).await?;
    browser.press("button.big").await
}

/// Three months in a commune: some cases a day, of which most are answered after some weeks.
async fn months(town: &Town) -> anyhow::Result<()> {
    let mut officers = Vec::new();
    for name in ["a.exemple", "b.exemple", "c.exemple"] {
        let email = format!("{name}@sample.test");
        officers.push(town.officer(&email, Role::Officer, town::TIZNIT).await);
    }
    let mut waiting: Vec<Reference> = Vec::new();
    for day in 0..100_usize {
        for _ in 0..=(day * 7 % 3) {
            let receipt = town.clerks.file(Filing {
                is_sample: false,
                ..town::filing()
            });
            waiting.push(receipt.await?.reference);
        }
        if day > 20 && day % 4 > 0 {
            let officer = &officers[day % officers.len()];
            let answered = waiting.remove(ELDEST + day * 5 % 7);
            answer(town, officer, &answered, day).await?;
            if day % 8 < 5 {
                let answered = waiting.remove(ELDEST + day % 9);
                answer(town, officer, &answered, day).await?;
            }
        }
        if day > 70
            && day % 3 == 0
            && let Some(begun) = waiting.last()
        {
            let officer = &officers[day / 3 % officers.len()];
            does(town, officer, begun, [StaffAct::Examine, StaffAct::TakeUp]).await?;
        }
        town.clock.advance_days(1);
    }
    while town.clerks.place_events().await?.folded > 0 {}
    Ok(())
}

async fn answer(
    town: &Town,
    officer: &Officer,
    case: &Reference,
    day: usize,
) -> anyhow::Result<()> {
    let reasons = match day % 3 {
        0 => format!("L’équipe est passée le {day} : la lampe de la rue a été remplacée."),
        _ => format!(
            "Le câble de la place numéro {} a été réparé par l’équipe {day}-{case}.",
            "un ".repeat(day)
        ),
    };
    let acts = [
        StaffAct::Examine,
        StaffAct::TakeUp,
        StaffAct::Answer(TypedAnswer {
            reasons,
            ..town::answer(Outcome::Granted)
        }),
    ];
    does(town, officer, case, acts).await
}

async fn does(
    town: &Town,
    officer: &Officer,
    case: &Reference,
    acts: impl IntoIterator<Item = StaffAct>,
) -> anyhow::Result<()> {
    for act in acts {
        let seen = town.clerks.desk_page(officer.clone(), case.clone()).await?;
        let version = seen.page.case.version;
        town.clerks
            .act(officer.clone(), case.clone(), version, act)
            .await?;
    }
    Ok(())
}
