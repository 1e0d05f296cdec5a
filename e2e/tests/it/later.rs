//! A draft left for later and ended on a shared computer: the way back of the browser shows nothing of it, with scripts and
//! without, and the code opens it elsewhere.

use chikaya_testkit::{Engine, Town, town};
use e2e::{Browser, Look};

/// What was written, in words that stand nowhere else.
const WORDS: &str = "Les lampadaires sont éteints depuis trois semaines, dit xylophone.";

/// The button that ends the use of the browser.
const END: &str = "button[formaction$='/end']";

async fn new_town() -> anyhow::Result<(Town, String)> {
    let town = tokio::task::spawn_blocking(|| Town::on(Engine::Sqlite)).await?;
    let portal = format!("http://{}", town.open_counters().await);
    Ok((town, portal))
}

/// Goes back through everything that the browser remembers; answers the words of all pages and fields on the way.
async fn way_back(browser: &Browser, pages: usize) -> anyhow::Result<String> {
    let mut seen = String::new();
    for _ in 0..pages {
        browser.back().await?;
        seen.push_str(&browser.source().await?);
    }
    Ok(seen)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_left_on_a_shared_computer_is_found_by_its_code_alone() -> anyhow::Result<()> {
    let (_town, portal) = new_town().await?;
    for look in [Look::PHONE, Look::LAPTOP] {
        let shop = Browser::open(look).await?;
        shop.go(&format!("{portal}/fr/file")).await?;
        shop.click("input[value='complaint']").await?;
        shop.fill("#text", WORDS).await?;
        shop.press("main button.big").await?;
        shop.press("button.back").await?;
        shop.press("button[name='go'][value='later']").await?;
        let code = shop.text_of("#draft-code").await?;
        let is_offered = shop.has("[data-print]:not([hidden])").await?;
        assert_eq!(
            is_offered, look.scripts,
            "printing is for browsers that can"
        );
        // Until the end, the way back shows what was written.
        let before = way_back(&shop, 1).await?;
        assert!(before.contains("xylophone"), "{before}");
        shop.go(&format!(
            "{}/later",
            shop.address().await?.trim_end_matches("/what")
        ))
        .await?;
        shop.press(END).await?;
        shop.arrive("/fr/end").await?;
        assert_eq!(shop.cookies(&portal).await?, 0);
        let seen = way_back(&shop, 4).await?;
        assert!(!seen.contains("xylophone"), "{seen}");
        assert!(!seen.contains(&code), "{seen}");
        shop.close().await?;

        let home = Browser::open(Look::PHONE).await?;
        home.go(&format!("{portal}/fr/file")).await?;
        home.press("main a[href$='/continue']").await?;
        home.fill("#code", &code.to_lowercase()).await?;
        home.press("main button.big").await?;
        home.arrive("/what").await?;
        assert_eq!(home.value_of("#text").await?, WORDS);
        home.close().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_looked_at_on_a_shared_computer_is_closed_behind_its_filer() -> anyhow::Result<()> {
    let (town, portal) = new_town().await?;
    let receipt = town.clerks.file(town::filing()).await?;
    for look in [Look::PHONE, Look::LAPTOP] {
        let browser = Browser::open(look).await?;
        browser.go(&format!("{portal}/fr/track")).await?;
        browser
            .fill("#reference", receipt.reference.as_str())
            .await?;
        browser
            .fill("#code", &receipt.access_code.to_string())
            .await?;
        browser.press("main form button").await?;
        let title = browser.text_of("h1").await?;
        browser.press(END).await?;
        browser.arrive("/fr/end").await?;
        assert_eq!(browser.cookies(&portal).await?, 0);
        let seen = way_back(&browser, 2).await?;
        assert!(!seen.contains(&title), "{seen}");
        browser.close().await?;
    }
    Ok(())
}
