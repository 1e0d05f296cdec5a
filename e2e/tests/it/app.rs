//! The application on a telephone: a filing written without a network outlives the browser and is sent once; a new version
//! waits until a draft is done; the engine that sends bears every order of mishaps.

mod killed;
mod wire;

use std::{net::SocketAddr, path::PathBuf};

use anyhow::{Context as _, ensure};
use chikaya_domain::Language;
use chikaya_testkit::{Engine, Town};
use e2e::{Browser, Look, Theme};
use serde_json::Value;
use tempfile::TempDir;

use self::wire::Wire;

/// The engine against a portal, a network and a clock that all fail.
const SIMULATION: &str = include_str!("app/simulate.js");

/// Schedules that are tried.
const SCHEDULES: u32 = 200;

/// A phone with scripts.
const PHONE: Look = Look {
    scripts: true,
    ..Look::PHONE
};

/// What was written, in words that stand nowhere else.
const WORDS: &str = "Le puits du douar est à sec depuis trois semaines, dit xylophone.";

/// The worker has everything, and answers for the page.
const READY: &str =
    "!document.getElementById('ready').hidden && navigator.serviceWorker.controller !== null";

/// What was written has arrived, and its receipt is shown.
const SENT: &str = "document.querySelector(\"[data-state='sent'] dl\") !== null";

/// Asks the new worker to take over; answers whether it does.
const TAKE_OVER: &str = "navigator.serviceWorker.getRegistration('/').then(own => new Promise(resolve => { \
    const channel = new MessageChannel(); channel.port1.onmessage = ({ data }) => resolve(data); \
    own.waiting.postMessage('update', [channel.port2]); }))";

async fn new_town() -> anyhow::Result<(Town, SocketAddr)> {
    let town = tokio::task::spawn_blocking(|| Town::on(Engine::Sqlite)).await?;
    let address = town.open_counters().await;
    Ok((town, address))
}

/// Opens the application once with a network: from then on it needs none.
async fn keep(browser: &Browser, wire: &Wire) -> anyhow::Result<()> {
    browser.go(&wire.page("/fr/app")).await?;
    browser.until(READY).await
}

/// Writes a filing, and leaves it unsent.
async fn write(browser: &Browser) -> anyhow::Result<()> {
    browser.find("form[data-ready]").await?;
    browser.click("input[value='complaint']").await?;
    browser.fill("#text", WORDS).await?;
    browser.fill("#name", "Fatima Exemple").await
}

/// Two photographs as PNG, drawn by the browser itself.
async fn photos(browser: &Browser, folder: &TempDir) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for (name, colour) in [("first", "#0b5345"), ("second", "#b3571d")] {
        let drawn = browser
            .evaluate(&format!(
                "(() => {{ const canvas = document.createElement('canvas'); canvas.width = 2600; canvas.height = 1200; \
                 const brush = canvas.getContext('2d'); brush.fillStyle = '{colour}'; brush.fillRect(0, 0, 2600, 1200); \
                 return canvas.toDataURL('image/png').split(',')[1]; }})()"
            ))
            .await?;
        let text = drawn.as_str().context("the browser draws")?;
        let file = folder.path().join(format!("{name}.png"));
        std::fs::write(&file, data_encoding::BASE64.decode(text.as_bytes())?)?;
        files.push(file);
    }
    Ok(files)
}

/// Says something for a second, beside two photographs.
async fn record(browser: &Browser) -> anyhow::Result<()> {
    browser.click("[data-start]").await?;
    browser
        .until("/^0:0[1-9]$/.test(document.querySelector('[data-clock]').textContent)")
        .await?;
    browser.click("[data-stop]").await?;
    browser
        .until("document.querySelectorAll('#photos li').length === 3")
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_filing_written_without_a_network_outlives_the_browser_and_is_sent_once()
-> anyhow::Result<()> {
    let (town, portal) = new_town().await?;
    let wire = Wire::to(portal).await?;
    let folder = TempDir::new()?;
    let browser = Browser::open(PHONE).await?;
    keep(&browser, &wire).await?;
    let errors = browser.installability_errors().await?;
    ensure!(errors.is_empty(), "it cannot be installed: {errors:?}");
    wire.cut();
    // From the start page on there is no network.
    browser.go(&wire.page("/fr/")).await?;
    browser.press("a[href$='/fr/app/file']").await?;
    write(&browser).await?;
    browser
        .evaluate(
            "(() => { const region = document.getElementById('region'); region.selectedIndex = 3; \
             region.dispatchEvent(new Event('change', { bubbles: true })); })()",
        )
        .await?;
    ensure!(
        browser.value_of("#territory").await?.starts_with("region-"),
        "the lists are on the telephone"
    );
    let pictures = photos(&browser, &folder).await?;
    browser.attach("#files", &pictures).await?;
    browser
        .until("document.querySelectorAll('#photos li').length === 2")
        .await?;
    record(&browser).await?;
    browser.press("#filing button.big").await?;
    browser.find("[data-state='waiting']").await?;
    ensure!(town.references().await.is_empty(), "nothing has arrived");

    let profile = browser.kill()?;
    let browser = Browser::open_in(PHONE, profile).await?;
    browser.go(&wire.page("/fr/app/mine")).await?;
    // It is tried now and then, and waits again.
    browser
        .until("document.querySelector(\"[data-state='waiting']\").innerText.includes('xylophone')")
        .await?;
    wire.mend();
    browser.reload().await?;
    browser.until(SENT).await?;
    let receipt = browser.text_of("#filings").await?;
    let references = town.references().await;
    let [reference] = references.as_slice() else {
        anyhow::bail!("there are other cases than one: {references:?}");
    };
    for shown in [reference.as_str(), "photo-1.jpg", "photo-2.jpg", "sound-"] {
        ensure!(receipt.contains(shown), "no {shown} in {receipt}");
    }
    // Opened again and again, it is not sent again.
    browser.reload().await?;
    browser.until(SENT).await?;
    ensure!(town.references().await.len() == 1, "it is sent once");
    // The telephone knows reference and code, and asks for neither.
    browser.press("[data-follow]").await?;
    browser
        .arrive(&format!("/track/{}", reference.as_str()))
        .await?;
    ensure!(browser.text().await?.contains(WORDS), "it is the case");
    browser.close().await?;
    tokio::task::spawn_blocking(move || drop(town)).await?;
    Ok(())
}

/// Files that are sent over a line that breaks, and pixels of their sides: `CHIKAYA_E2E_FILES` and `CHIKAYA_E2E_SIDE` for more
/// (2048 makes some 5 MB).
#[expect(
    clippy::disallowed_methods,
    reason = "whoever measures says so in the environment"
)]
fn load() -> (u32, u32) {
    let told = |name, usual| {
        let text = std::env::var(name).ok();
        text.and_then(|text| text.parse().ok()).unwrap_or(usual)
    };
    (told("CHIKAYA_E2E_FILES", 4), told("CHIKAYA_E2E_SIDE", 900))
}

/// A photograph of noise, so that nothing makes it smaller on the way.
async fn noise(
    browser: &Browser,
    folder: &TempDir,
    number: u32,
    side: u32,
) -> anyhow::Result<PathBuf> {
    let drawn = browser
        .evaluate(&format!(
            "(() => {{ const canvas = document.createElement('canvas'); canvas.width = {side}; canvas.height = {side}; \
             const brush = canvas.getContext('2d'); const picture = brush.createImageData({side}, {side}); \
             const {{ data }} = picture; \
             for (let at = 0; at < data.length; at += 65536) crypto.getRandomValues(data.subarray(at, Math.min(at + 65536, data.length))); \
             for (let at = 3; at < data.length; at += 4) data[at] = 255; \
             brush.putImageData(picture, 0, 0); return canvas.toDataURL('image/jpeg', 0.95).split(',')[1]; }})()"
        ))
        .await?;
    let text = drawn.as_str().context("the browser draws")?;
    let file = folder.path().join(format!("noise-{number}.jpg"));
    std::fs::write(&file, data_encoding::BASE64.decode(text.as_bytes())?)?;
    Ok(file)
}

/// Bytes that the telephone keeps of the files of the one filing on it.
const KEPT: &str = "new Promise(done => { const asked = indexedDB.open('chikaya', 1); asked.onsuccess = () => { \
     const all = asked.result.transaction('filings').objectStore('filings').getAll(); \
     all.onsuccess = () => done(all.result[0].files.reduce((sum, file) => sum + file.size, 0)); }; })";

/// Bytes that a connection carries before it breaks.
const FRAIL: u64 = 1_000_000;

/// How often it is asked for ten seconds whether all has arrived.
const WAITS: u32 = 30;

/// Most bytes on the wire for each byte of the files, in hundredths: a break costs the part that was under way, and the first
/// parts after it are small.
const HUNDREDTHS_AT_MOST: u64 = 115;

#[tokio::test(flavor = "multi_thread")]
async fn photos_over_a_line_that_breaks_cost_little_more_than_their_bytes() -> anyhow::Result<()> {
    let (town, portal) = new_town().await?;
    let wire = Wire::to(portal).await?;
    let folder = TempDir::new()?;
    let browser = Browser::open(PHONE).await?;
    keep(&browser, &wire).await?;
    browser.go(&wire.page("/fr/app/file")).await?;
    wire.cut();
    write(&browser).await?;
    let (count, side) = load();
    for number in 1..=count {
        let photo = noise(&browser, &folder, number, side).await?;
        browser.attach("#files", &[photo]).await?;
        browser
            .until(&format!(
                "document.querySelectorAll('#photos li').length === {number}"
            ))
            .await?;
    }
    browser.press("#filing button.big").await?;
    browser.find("[data-state='waiting']").await?;
    let kept = browser.evaluate(KEPT).await?;
    let kept = kept.as_u64().context("files are kept")?;
    let before = wire.carried();
    wire.carry_at_most(FRAIL);
    wire.mend();
    browser.reload().await?;
    let mut has_arrived = false;
    for _ in 0..WAITS {
        has_arrived = browser.until(SENT).await.is_ok();
        if has_arrived {
            break;
        }
    }
    ensure!(
        has_arrived,
        "it has arrived: {}",
        browser.text_of("#filings").await?
    );
    let sent = wire.carried() - before;
    println!(
        "{count} files, {kept} bytes: {sent} bytes sent, {} connections broken",
        wire.broken()
    );
    ensure!(wire.broken() > 0, "the line breaks");
    ensure!(
        sent * 100 <= kept * HUNDREDTHS_AT_MOST,
        "{sent} bytes are sent for {kept}"
    );
    let receipt = browser.text_of("#filings").await?;
    for number in 1..=count {
        let name = format!("photo-{number}.jpg");
        ensure!(receipt.contains(&name), "no {name} in {receipt}");
    }
    ensure!(town.references().await.len() == 1, "it is sent once");
    browser.close().await?;
    tokio::task::spawn_blocking(move || drop(town)).await?;
    Ok(())
}

/// Pixels of the longer side of the one file that the telephone keeps.
const SIDE_KEPT: &str = "new Promise(done => { const asked = indexedDB.open('chikaya', 1); asked.onsuccess = () => { \
     const all = asked.result.transaction('bytes').objectStore('bytes').getAll(); \
     all.onsuccess = () => createImageBitmap(new Blob(all.result)) \
     .then(picture => done(picture.width)); }; })";

#[tokio::test(flavor = "multi_thread")]
async fn a_telephone_that_spares_data_sends_smaller_photos_and_says_so() -> anyhow::Result<()> {
    let (town, portal) = new_town().await?;
    let folder = TempDir::new()?;
    for (is_sparing, side) in [(false, 2048), (true, 1280)] {
        let browser = Browser::open(PHONE).await?;
        if is_sparing {
            browser.spare_data().await?;
        }
        browser.go(&format!("http://{portal}/fr/app/file")).await?;
        browser.find("form[data-ready]").await?;
        let is_said = "!document.getElementById('sparing').hidden";
        ensure!(browser.evaluate(is_said).await? == is_sparing);
        let pictures = photos(&browser, &folder).await?;
        browser.attach("#files", &pictures[..1]).await?;
        browser
            .until("document.querySelectorAll('#photos li').length === 1")
            .await?;
        ensure!(browser.evaluate(SIDE_KEPT).await? == side);
        browser.close().await?;
    }
    tokio::task::spawn_blocking(move || drop(town)).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_that_is_open_in_another_page_says_so_at_its_head() -> anyhow::Result<()> {
    let (town, portal) = new_town().await?;
    let browser = Browser::open(PHONE).await?;
    browser.go(&format!("http://{portal}/fr/app/file")).await?;
    write(&browser).await?;
    browser.until("location.search.startsWith('?id=')").await?;
    browser
        .evaluate("(globalThis.other = window.open(location.href)) !== null")
        .await?;
    // Said where it is seen and heard: the rest of that page takes no words.
    browser
        .until(
            "(() => { const page = other.document; const notice = page.getElementById('notice'); \
             return !notice.hidden && notice.textContent.includes('autre page') && page.getElementById('matter').inert \
             && !page.getElementById('matter').contains(notice); })()",
        )
        .await?;
    ensure!(browser.value_of("#text").await? == WORDS, "here it goes on");
    browser.close().await?;
    tokio::task::spawn_blocking(move || drop(town)).await?;
    Ok(())
}

/// How often the application is opened until the new version must have taken over.
const TIMES_OPENED: u32 = 5;

/// Whether the new version has taken over, or does so within four seconds.
const TAKEN_OVER: &str = "(async () => { const own = await navigator.serviceWorker.getRegistration('/'); \
     for (let left = 40; own.waiting !== null && left > 0; left -= 1) \
     await new Promise(done => setTimeout(done, 100)); return own.waiting === null; })()";

#[tokio::test(flavor = "multi_thread")]
async fn a_new_version_waits_until_the_draft_is_sent() -> anyhow::Result<()> {
    let (old_town, old) = new_town().await?;
    // Another address draws another shell: as far as a telephone sees, another version.
    let (town, new) = new_town().await?;
    let wire = Wire::to(old).await?;
    let browser = Browser::open(PHONE).await?;
    keep(&browser, &wire).await?;
    browser.go(&wire.page("/fr/app/file")).await?;
    write(&browser).await?;
    browser.until("location.search.startsWith('?id=')").await?;
    wire.lead_to(new);
    browser
        .evaluate("navigator.serviceWorker.getRegistration('/').then(own => own.update()).then(() => true)")
        .await?;
    browser
        .until("navigator.serviceWorker.getRegistration('/').then(own => own.waiting !== null)")
        .await?;
    ensure!(
        browser.value_of("#text").await? == WORDS,
        "the draft is kept"
    );
    ensure!(
        browser.evaluate(TAKE_OVER).await? == Value::Bool(false),
        "it waits while a draft is open"
    );
    let before = shells(&browser).await?;
    ensure!(before.len() == 2, "both are whole: {before:?}");
    browser.press("#filing button.big").await?;
    browser.until(SENT).await?;
    // At the latest when the application is opened next: the old worker may have something to do until then.
    let mut is_new = false;
    for _ in 0..TIMES_OPENED {
        browser.go("about:blank").await?;
        browser.go(&wire.page("/fr/app")).await?;
        is_new = browser.evaluate(TAKEN_OVER).await? == Value::Bool(true);
        if is_new {
            break;
        }
    }
    ensure!(is_new, "the new version has taken over");
    browser
        .until("caches.keys().then(names => names.filter(name => name.startsWith('shell-')).length === 1)")
        .await?;
    browser.go(&wire.page("/fr/app/file")).await?;
    browser.find("form[data-ready]").await?;
    ensure!(town.references().await.len() == 1, "it is sent once");
    browser.close().await?;
    tokio::task::spawn_blocking(move || drop((town, old_town))).await?;
    Ok(())
}

/// The shells that the browser keeps.
async fn shells(browser: &Browser) -> anyhow::Result<Vec<String>> {
    let names = browser
        .evaluate("caches.keys().then(names => names.filter(name => name.startsWith('shell-')))")
        .await?;
    Ok(serde_json::from_value(names)?)
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_breaks_each_filing_is_sent_once() -> anyhow::Result<()> {
    let (town, portal) = new_town().await?;
    let browser = Browser::open(Look::LAPTOP).await?;
    let page = format!("http://{portal}/fr/app/mine");
    browser.go(&page).await?;
    // The engine as this page imports it: the first module that the page's own module names so.
    let wrong = browser
        .evaluate(&format!(
            "(async () => {{ const page = document.querySelector('script[type=module]').src; \
             const source = await (await fetch(page)).text(); \
             const engine = await import(/\"([^\"]*app-engine[^\"]*)\"/.exec(source)[1]); \
             return await ({SIMULATION})(engine, {SCHEDULES}); }})()"
        ))
        .await?;
    ensure!(wrong == Value::Array(Vec::new()), "{wrong}");
    browser.close().await?;
    tokio::task::spawn_blocking(move || drop(town)).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn its_pages_fit_a_small_phone_in_every_language() -> anyhow::Result<()> {
    let (town, portal) = new_town().await?;
    let browser = Browser::open(PHONE).await?;
    for language in Language::ALL {
        for page in ["app", "app/file", "app/mine", "app/offline"] {
            browser
                .go(&format!("http://{portal}/{language}/{page}"))
                .await?;
            let width = browser.page_width().await?;
            ensure!(width <= 360, "{language}/{page} is {width} pixels wide");
            browser.light(Theme::Light).await?;
            let faults = browser.faults(Theme::Light).await?;
            ensure!(faults.is_empty(), "{language}/{page}: {faults:?}");
        }
    }
    browser.close().await?;
    tokio::task::spawn_blocking(move || drop(town)).await?;
    Ok(())
}
