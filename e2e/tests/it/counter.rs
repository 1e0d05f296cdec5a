//! A counter: somebody without more than a card is filed for, by keyboard alone.

use chikaya_domain::access::Role;
use chikaya_testkit::{Engine, Town, town};
use e2e::{Browser, Look};

/// Presses of the tabulator after which something should have been reached.
const PRESSES: usize = 60;

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
const SPACE: &str = " ";

/// Goes on from a field for files to the button behind it, as the tabulator does; whether it was there.
const PAST_FILES: &str = "document.activeElement.type === 'file' \
    && (document.querySelector('[name=act][value=check]').focus(), true)";

/// Goes on with the tabulator until something has the focus.
async fn tab_to(browser: &Browser, what: &str) -> anyhow::Result<()> {
    for _ in 0..PRESSES {
        // The driver takes what is pressed in a field for files for the name of one.
        if browser.evaluate(PAST_FILES).await? != serde_json::json!(true) {
            browser.keys(TAB).await?;
        }
        let script = format!("document.activeElement.matches({what:?})");
        if browser.evaluate(&script).await? == serde_json::json!(true) {
            return Ok(());
        }
    }
    anyhow::bail!("the keyboard does not reach {what}")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_with_a_card_alone_is_filed_for_by_keyboard() -> anyhow::Result<()> {
    let town = tokio::task::spawn_blocking(|| {
        let town = Town::on(Engine::Sqlite);
        town.hire("r.exemple@sample.test", Role::Registry, town::TIZNIT);
        town
    })
    .await?;
    let portal = format!("http://{}", town.open_counters().await);
    let browser = Browser::open(Look::DESKTOP).await?;
    browser.go(&format!("{portal}/fr/desk/new")).await?;
    browser.fill("#email", "r.exemple@sample.test").await?;
    browser.fill("#password", town::PASSWORD).await?;
    browser.press("button.big").await?;
    browser.arrive("/fr/desk/new").await?;

    tab_to(&browser, "[name=channel]").await?;
    browser.keys(SPACE).await?;
    tab_to(&browser, "#text").await?;
    browser
        .keys("Les lampadaires de la rue de l'École sont éteints depuis trois semaines.")
        .await?;
    tab_to(&browser, "#sought").await?;
    browser.keys("Tiznit").await?;
    // Enter files nothing: it shows what is suggested, with all that was typed.
    browser.keys(ENTER).await?;
    browser.until("location.hash === '#suggested'").await?;
    assert_eq!(browser.value_of("#sought").await?, "Tiznit");
    assert!(browser.value_of("#text").await?.contains("lampadaires"));
    tab_to(&browser, "[name=territory]").await?;
    browser.keys(SPACE).await?;
    tab_to(&browser, "[name=subject]").await?;
    browser.keys(SPACE).await?;
    tab_to(&browser, "#name").await?;
    browser.keys("Fatima Exemplaire").await?;
    tab_to(&browser, "#identity-number").await?;
    browser.keys("JE123456").await?;
    tab_to(&browser, "[name=consent]").await?;
    browser.keys(SPACE).await?;
    tab_to(&browser, "[name=act][value=check]").await?;
    browser.keys(ENTER).await?;
    // What the subject asks beside is asked before anything is read back.
    if !browser.address().await?.ends_with("/check") {
        browser.until("location.search === '?look=yes'").await?;
        tab_to(&browser, "[name=act][value=check]").await?;
        browser.keys(ENTER).await?;
    }
    browser.arrive("/check").await?;
    tab_to(&browser, "[name=act][value=file]").await?;
    browser.keys(ENTER).await?;
    browser
        .until("document.getElementById('access-code') !== null")
        .await?;
    let reference = browser.text_of("#reference").await?;
    assert!(browser.address().await?.ends_with(&reference));
    tab_to(&browser, "a[href*='/desk/new?channel=']").await?;
    assert!(browser.page_width().await? <= 1440);
    browser.resize(360, 740).await?;
    assert!(browser.page_width().await? <= 360);
    browser.close().await?;
    assert_eq!(town.references().await, [reference]);
    tokio::task::spawn_blocking(move || drop(town)).await?;
    Ok(())
}
