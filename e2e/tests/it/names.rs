//! Fields of the desk that take one name, worked by keyboard alone.

use chikaya_domain::access::Role;
use chikaya_testkit::{Engine, Town, town};
use e2e::{Browser, Look};

#[tokio::test(flavor = "multi_thread")]
async fn a_body_is_chosen_by_keyboard_and_nothing_is_sent_half_written() -> anyhow::Result<()> {
    let town = tokio::task::spawn_blocking(|| {
        let town = Town::on(Engine::Sqlite);
        town.hire("k.exemple@sample.test", Role::Officer, town::TIZNIT);
        town
    })
    .await?;
    let portal = format!("http://{}", town.open_counters().await);
    let case = town.clerks.file(town::filing()).await?.reference;
    let place = format!("{portal}/fr/desk/case/{case}");
    let browser = Browser::open(Look::DESKTOP).await?;
    browser.go(&format!("{portal}/fr/desk")).await?;
    browser.fill("#email", "k.exemple@sample.test").await?;
    browser.fill("#password", town::PASSWORD).await?;
    browser.press("button.big").await?;
    browser.go(&place).await?;
    browser.keys("t").await?;
    assert_eq!(browser.focused().await?, "transfer-to");

    browser.fill("#transfer-to", "commune").await?;
    browser.until(OPEN).await?;
    let shown = browser.evaluate(HIDDEN_OPTIONS).await?;
    assert_eq!(shown, serde_json::json!([]), "all that is offered is seen");
    // Enter with nothing chosen takes nothing and sends nothing.
    browser.keys("\u{e007}").await?;
    assert_eq!(browser.value_of("#transfer-to").await?, "commune");
    assert!(browser.address().await?.contains(case.as_str()));
    // Down twice and up once: the first, and the focus stays in the field.
    browser.keys("\u{e015}\u{e015}\u{e013}").await?;
    assert_eq!(browser.focused().await?, "transfer-to");
    browser
        .until("document.querySelector('#transfer-to').getAttribute('aria-activedescendant') === 'transfer-to-found-0'")
        .await?;
    let first = browser
        .text_of("#transfer-to-found [aria-selected='true'] b")
        .await?;
    browser.keys("\u{e007}").await?;
    assert_eq!(browser.value_of("#transfer-to").await?, first);
    browser.until(CLOSED).await?;

    // Escape closes the list and leaves what was typed; whoever goes on leaves no list open.
    browser.fill("#transfer-to", "commune").await?;
    browser.until(OPEN).await?;
    browser.keys("\u{e00c}").await?;
    browser.until(CLOSED).await?;
    assert_eq!(browser.focused().await?, "transfer-to");
    browser.keys("s").await?;
    browser.until(OPEN).await?;
    browser.keys("\u{e004}").await?;
    browser.until(CLOSED).await?;
    assert_eq!(browser.focused().await?, "transfer-reason");
    browser.close().await?;
    tokio::task::spawn_blocking(move || drop(town)).await?;
    Ok(())
}

/// Whether names are offered.
const OPEN: &str = "document.querySelector('#transfer-to').getAttribute('aria-expanded') === 'true'
    && document.querySelectorAll('#transfer-to-found [role=option]').length > 1";

/// Whether none are.
const CLOSED: &str =
    "document.querySelector('#transfer-to').getAttribute('aria-expanded') === 'false'
    && document.querySelector('#transfer-to-found').hidden";

/// Names that lie under the bar at the bottom, when the list is no higher than what is seen of the page.
const HIDDEN_OPTIONS: &str = "
    const foot = document.querySelector('.case-foot').getBoundingClientRect().top;
    [...document.querySelectorAll('#transfer-to-found [role=option]')]
        .filter((option) => option.getBoundingClientRect().bottom > foot)
        .map((option) => option.textContent)";
