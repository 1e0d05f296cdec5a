//! A filing by pictures: somebody who reads nothing touches what there is to touch, on a small phone in Arabic, and speaks.

use anyhow::{Context as _, ensure};
use chikaya_testkit::{Engine, Town};
use e2e::{Browser, Look};

/// A phone with scripts: it can record.
const PHONE: Look = Look {
    scripts: true,
    ..Look::PHONE
};

/// Whether the browser is at a question.
fn at(step: &str) -> String {
    format!("location.pathname.endsWith('/{step}') && document.readyState === 'complete'")
}

#[tokio::test(flavor = "multi_thread")]
async fn who_touches_pictures_and_speaks_files_one_case() -> anyhow::Result<()> {
    let town = tokio::task::spawn_blocking(|| Town::on(Engine::Sqlite)).await?;
    let portal = town.open_counters().await;
    let browser = Browser::open(PHONE).await?;
    browser.go(&format!("http://{portal}/ar/say")).await?;
    browser.press("button.picture[value='health']").await?;
    browser.until(&at("voice")).await?;
    // Touched once it records, touched again it ends and goes on by itself.
    browser
        .until("!document.querySelector('[data-record]').hidden")
        .await?;
    browser.click("[data-record]").await?;
    browser
        .until("/^0:0[1-9]$/.test(document.getElementById('heard').textContent)")
        .await?;
    browser.click("[data-record]").await?;
    browser.until(&at("photo")).await?;
    ensure!(
        browser.text_of("ul.files").await?.contains("voice."),
        "what was recorded is there"
    );
    browser.press("button[name='go-on']").await?;
    browser.press("a.picture[href$='?in=region-09']").await?;
    browser.press("button[value='unknown']").await?;
    browser.until(&at("phone")).await?;
    browser.press("button[value='none']").await?;
    browser.until(&at("receipt")).await?;
    let references = town.references().await;
    let [reference] = references.as_slice() else {
        anyhow::bail!("there are other cases than one: {references:?}");
    };
    let receipt = browser.text_of("main").await?;
    receipt
        .find(reference.as_str())
        .context("the receipt shows its reference")?;
    ensure!(receipt.contains("voice."), "no recording in {receipt}");
    Ok(())
}
