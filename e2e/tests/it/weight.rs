//! What a first visit costs on a slow network: everything the browser fetches, as it comes over the wire.

use anyhow::{Context as _, ensure};
use chikaya_domain::Language;
use chikaya_testkit::{Engine, Town};
use e2e::{Browser, Look};

/// Most bytes of a first visit, without headers: half a minute on a network of the second generation.
const AT_MOST: u64 = 60_000;

/// Bytes of the page and of everything it fetched, compressed as they came, each with its address. The picture of the
/// tab is fetched by the browser itself, out of sight of the page, so the page fetches it once more.
const WEIGH: &str = "(async () => { \
    await document.fonts.ready; \
    await fetch(document.querySelector('link[rel=icon]').href).then(answer => answer.blob()); \
    return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')] \
        .map(entry => [entry.name, entry.encodedBodySize]); })()";

#[tokio::test(flavor = "multi_thread")]
async fn a_first_visit_is_light() -> anyhow::Result<()> {
    let town = tokio::task::spawn_blocking(|| Town::on(Engine::Sqlite)).await?;
    let portal = format!("http://{}", town.open_counters().await);
    let browser = Browser::open(Look {
        scripts: true,
        ..Look::PHONE
    })
    .await?;
    let mut weights = Vec::new();
    for language in Language::ALL {
        for page in ["/", "/file"] {
            browser.forget().await?;
            browser.go(&format!("{portal}/{language}{page}")).await?;
            let fetched: Vec<(String, u64)> =
                serde_json::from_value(browser.evaluate(WEIGH).await?)
                    .context("the browser says what it fetched")?;
            let kinds = [".css", ".woff2", ".svg"];
            for kind in kinds {
                let is_weighed = fetched
                    .iter()
                    .any(|(address, bytes)| address.ends_with(kind) && *bytes > 0);
                ensure!(
                    is_weighed,
                    "{language}{page} fetched no {kind}: {fetched:?}"
                );
            }
            let weight: u64 = fetched.iter().map(|(_, bytes)| bytes).sum();

            weights.push((format!("{language}{page}"), weight));
        }
    }
    browser.close().await?;
    tokio::task::spawn_blocking(move || drop(town)).await?;
    let heavy: Vec<_> = weights
        .iter()
        .filter(|(_, weight)| *weight > AT_MOST)
        .collect();
    ensure!(heavy.is_empty(), "more than {AT_MOST} bytes: {heavy:?}");
    Ok(())
}
