//! The application on a telephone: a filing written without a network outlives the browser and is sent once; a new version
//! waits until a draft is done; the engine that sends bears every order of mishaps.

use std::{
    net::SocketAddr,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use anyhow::{Context as _, ensure};
use chikaya_domain::Language;
use chikaya_testkit::{Engine, Town};
use e2e::{Browser, Look, Theme};
use serde_json::Value;
use tempfile::TempDir;
use tokio::{
    net::{TcpListener, TcpStream},
    sync::watch,
};

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

/// A wire between browser and portal that can be cut. The browser’s own emulation cuts off pages and not their workers.
struct Wire {
    address: SocketAddr,
    carries: Arc<AtomicBool>,
    cut: watch::Sender<SocketAddr>,
}

impl Wire {
    #[expect(
        clippy::disallowed_methods,
        reason = "the wire ends with the test's runtime"
    )]
    async fn to(portal: SocketAddr) -> anyhow::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let carries = Arc::new(AtomicBool::new(true));
        let (cut, told) = watch::channel(portal);
        let open = Arc::clone(&carries);
        tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                if open.load(Ordering::SeqCst) {
                    tokio::spawn(carry(near, told.clone()));
                }
            }
        });
        Ok(Self {
            address,
            carries,
            cut,
        })
    }

    /// Cuts every connection, and takes none.
    fn cut(&self) {
        self.carries.store(false, Ordering::SeqCst);
        self.cut.send_modify(|_| {});
    }

    fn mend(&self) {
        self.carries.store(true, Ordering::SeqCst);
    }

    /// Leads to another portal from now on.
    fn lead_to(&self, portal: SocketAddr) {
        self.cut.send_replace(portal);
    }

    fn page(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }
}

async fn carry(mut near: TcpStream, mut told: watch::Receiver<SocketAddr>) {
    let portal = *told.borrow_and_update();
    let Ok(mut far) = TcpStream::connect(portal).await else {
        return;
    };
    tokio::select! {
        _ = tokio::io::copy_bidirectional(&mut near, &mut far) => {}
        _ = told.changed() => {}
    }
}

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
    browser.click("[data-start]").await?;
    browser
        .until("/^0:0[1-9]$/.test(document.querySelector('[data-clock]').textContent)")
        .await?;
    browser.click("[data-stop]").await?;
    browser
        .until("document.querySelectorAll('#photos li').length === 3")
        .await?;
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
