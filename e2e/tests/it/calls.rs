//! An agent of the call centre in a browser: what rings comes to the page by itself, all day long.

use anyhow::Context as _;
use chikaya_domain::{
    Language,
    access::Role,
    call::{CallWish, Exchange, QueueName},
    person::Phone,
};
use chikaya_service::call::{Coming, ExternalCall};
use chikaya_testkit::{Engine, Town, town};
use e2e::{Browser, Look};

const AGENT: &str = "agent@sample.test";

/// More than the connections that a browser has for one portal over HTTP/1.1.
const PAGES: usize = 9;

#[tokio::test(flavor = "multi_thread")]
async fn an_agent_goes_from_page_to_page_and_is_told_what_rings() -> anyhow::Result<()> {
    let town = tokio::task::spawn_blocking(|| Town::on(Engine::Sqlite)).await?;
    let agent = town
        .officer(AGENT, Role::CallAgent, "reform-authority")
        .await;
    let queue = QueueName::parse("general")?;
    town.clerks
        .sign_in_to_queue(agent, queue, "204".to_owned())
        .await?;
    let portal = format!("http://{}", town.open_counters().await);

    let desk = Browser::open(Look::DESKTOP).await?;
    // With the application on the same machine, whose worker takes a page that does not come for a network that is gone.
    desk.go(&format!("{portal}/fr/app")).await?;
    desk.until("navigator.serviceWorker.ready.then(() => true)")
        .await?;
    sign_in(&desk, &format!("{portal}/fr/calls")).await?;
    for page in 0..PAGES {
        desk.go(&format!("{portal}/fr/calls?page={page}")).await?;
        desk.until(&ringing(0)).await?;
        rings(&town, page).await?;
        desk.until(&ringing(1)).await?;
        town.clerks
            .call_ended(call(page)?, town.clerks.now())
            .await?;
        desk.until(&ringing(0)).await?;
    }
    // Back finds the page as it was left, and what rang meanwhile comes to it all the same.
    desk.go(&format!("{portal}/fr/calls/call-backs")).await?;
    rings(&town, PAGES).await?;
    desk.back().await?;
    desk.until(&ringing(1)).await?;
    desk.close().await?;
    tokio::task::spawn_blocking(move || drop(town)).await?;
    Ok(())
}

/// Whether the page shows so many calls that ring.
fn ringing(count: usize) -> String {
    format!(
        "document.querySelectorAll('[data-ringing] form[action$=\"/take\"]').length === {count}"
    )
}

/// A call as the exchange names it.
fn call(number: usize) -> anyhow::Result<ExternalCall> {
    ExternalCall::new(Exchange::parse("pbx")?, &format!("call-{number}")).context("it is a name")
}

async fn rings(town: &Town, number: usize) -> anyhow::Result<()> {
    let caller = format!("+21260000{number:04}");
    let coming = Coming {
        call: call(number)?,
        caller: Phone::parse(&caller, town.clerks.country().numbering).ok(),
        queue: Some(QueueName::parse("general")?),
        language: Some(Language::French),
        wish: Some(CallWish::Follow),
        digits: String::new(),
        at: town.clerks.now(),
    };
    town.clerks.call_came(coming).await?;
    Ok(())
}

async fn sign_in(browser: &Browser, address: &str) -> anyhow::Result<()> {
    browser.go(address).await?;
    browser.fill("#email", AGENT).await?;
    browser.fill("#password", town::PASSWORD).await?;
    browser.press("main button.big").await
}
