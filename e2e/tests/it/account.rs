//! The account on a phone, in Arabic and without scripts: opened by a code, a case read from it, and left again.

use std::path::Path;

use anyhow::Context as _;
use chikaya_testkit::{Engine, Town, post_office::code_in, town};
use e2e::{Browser, Look};

#[tokio::test(flavor = "multi_thread")]
async fn ones_cases_in_one_place_on_a_phone() -> anyhow::Result<()> {
    let town = tokio::task::spawn_blocking(|| Town::on(Engine::Sqlite)).await?;
    let portal = format!("http://{}", town.open_counters().await);
    let receipt = town.clerks.file(town::filing()).await?;
    town.take_mail(&portal).await;
    let screens = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/screens");

    let phone = Browser::open(Look::PHONE).await?;
    phone.go(&format!("{portal}/ar/")).await?;
    phone.press(".foot a[href='/ar/account']").await?;
    assert!(phone.page_width().await? <= 360);
    phone.fill("#email", "fatima@example.org").await?;
    phone.press("button.big").await?;
    let mails = town.take_mail(&portal).await;
    let code = code_in(&mails[0].text).context("the mail carries a code")?;
    phone.fill("#code", code).await?;
    phone.press("button.big").await?;
    assert!(phone.address().await?.ends_with("/ar/account"));
    assert!(phone.page_width().await? <= 360);
    phone.picture(&screens.join("account.ar.360.png")).await?;

    phone.press("a.door").await?;
    assert!(phone.text().await?.contains("حي النخيل"));
    phone.go(&format!("{portal}/ar/account/settings")).await?;
    assert!(phone.page_width().await? <= 360);
    phone
        .picture(&screens.join("account-settings.ar.360.png"))
        .await?;
    phone.go(&format!("{portal}/ar/account/delete")).await?;
    phone.press("button.grave").await?;
    phone
        .go(&format!("{portal}/ar/track/{}", receipt.reference))
        .await?;
    assert!(
        phone.has("#code").await?,
        "the case asks for its code again"
    );
    phone.close().await?;
    tokio::task::spawn_blocking(move || drop(town)).await?;
    Ok(())
}
