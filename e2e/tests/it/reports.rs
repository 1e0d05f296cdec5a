//! The chain of annual reports: three administrations report, one report comes back, the synthesis is written and approved,
//! and everybody reads what was published. In Arabic and French.

use anyhow::{Context as _, ensure};
use chikaya_domain::access::Role;
use chikaya_service::{case::file::Filing, staff::Password, staff::SignIn};
use chikaya_testkit::{Engine, Town, town};
use e2e::{Browser, Look, screens};

/// The administrations that report.
const BODIES: [&str; 3] = [town::TIZNIT, "onee", "ministry-education"];

/// What the third is told.
const REASONS: &str = "المرجو إتمام الجزء المتعلق بالوحدة ووسائلها.";

struct Chain {
    town: Town,
    portal: String,
    browser: Browser,
}

impl Chain {
    /// From now on somebody else sits at the browser.
    async fn sits(&self, email: &str) -> anyhow::Result<()> {
        let signed_in = self
            .town
            .clerks
            .sign_in(email.to_owned(), Password::typed(town::PASSWORD))
            .await?;
        let Some(SignIn::Done(token)) = signed_in else {
            anyhow::bail!("{email} is asked for more than a password");
        };
        self.browser
            .take_cookie(&self.portal, "ck_session", token.as_str())
            .await
    }

    async fn go(&self, place: &str) -> anyhow::Result<()> {
        self.browser.go(&format!("{}{place}", self.portal)).await
    }

    /// Does something that is not undone: opens it, confirms it, presses its button.
    async fn surely(&self, act: &str) -> anyhow::Result<()> {
        let browser = &self.browser;
        browser.click(&format!("#act-{act} summary")).await?;
        browser.click(&format!("#act-{act} #sure")).await?;
        browser.press(&format!("#act-{act} button")).await?;
        self.was_done().await
    }

    /// Does something by its button alone.
    async fn plainly(&self, act: &str) -> anyhow::Result<()> {
        self.browser
            .press(&format!("form[action$='/{act}'] button"))
            .await?;
        self.was_done().await
    }

    async fn was_done(&self) -> anyhow::Result<()> {
        let is_done = self.browser.has(".note.done").await?;
        ensure!(is_done, "not done: {}", self.browser.text().await?);
        Ok(())
    }

    async fn says(&self, words: &str) -> anyhow::Result<()> {
        let text = self.browser.text().await?;
        ensure!(text.contains(words), "no {words} in: {text}");
        Ok(())
    }

    async fn keep(&self, name: &str) -> anyhow::Result<()> {
        self.browser.picture(&screens().join(name)).await
    }
}

fn email(body: &str) -> String {
    format!("{body}@sample.test")
}

const GOVERNMENT: &str = "government@sample.test";
const AUTHORITY: &str = "authority@sample.test";

async fn chain() -> anyhow::Result<Chain> {
    let town = tokio::task::spawn_blocking(|| -> anyhow::Result<Town> {
        let town = Town::on(Engine::Sqlite).with_printer(chikaya::press::printer()?);
        for body in BODIES {
            town.hire(&email(body), Role::AdministrationHead, body);
        }
        town.hire(GOVERNMENT, Role::HeadOfGovernment, "head-of-government");
        town.hire(AUTHORITY, Role::ReformAuthority, "reform-authority");
        Ok(town)
    })
    .await??;
    for _ in 0..7 {
        let filing = Filing {
            is_sample: false,
            ..town::filing()
        };
        town.clerks.file(filing).await?;
    }
    town.clock.set(town::instant("2027-01-11T09:00:00Z"));
    while town.clerks.place_events().await?.folded > 0 {}
    let portal = format!("http://{}", town.open_counters().await);
    let browser = Browser::open(Look {
        width: 1280,
        ..Look::PLAIN_DESKTOP
    })
    .await?;
    Ok(Chain {
        town,
        portal,
        browser,
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn three_administrations_report_and_the_synthesis_is_published() -> anyhow::Result<()> {
    let chain = chain().await?;
    let mut places = report(&chain).await?;
    hand_on(&chain, &places).await?;
    places.push(synthesize(&chain, &places).await?);
    chain.sits(AUTHORITY).await?;
    for place in &places {
        chain.go(&format!("/fr/{place}")).await?;
        chain.surely("publish").await?;
    }
    chain.go("/fr/desk/reports?stage=published").await?;
    chain.keep("annual-wall.fr.1280.png").await?;
    read(&chain, &places[0]).await?;
    let Chain { town, browser, .. } = chain;
    browser.close().await?;
    tokio::task::spawn_blocking(move || drop(town)).await?;
    Ok(())
}

/// Each administration writes and sends its report; answers where they are.
async fn report(chain: &Chain) -> anyhow::Result<Vec<String>> {
    let browser = &chain.browser;
    let mut places = Vec::new();
    for body in BODIES {
        chain.sits(&email(body)).await?;
        chain.go("/fr/desk/reports").await?;
        browser
            .press("form[action$='/desk/reports'] button")
            .await?;
        let address = browser.address().await?;
        let id = address.rsplit('/').next().context("an address ends")?;
        places.push(format!("desk/reports/{id}"));
        if body == town::TIZNIT {
            for (section, language, text) in [
                (
                    "causes",
                    "fr",
                    "Les lampes de la rue de l’École attendent un câble.",
                ),
                ("causes", "ar", "مصابيح زنقة المدرسة تنتظر سلكا جديدا."),
            ] {
                let place = format!("/{language}/desk/reports/{id}/{section}?in={language}");
                chain.go(&place).await?;
                browser.fill("#text", text).await?;
                browser.press("main form button").await?;
                chain.says(text).await?;
            }
            chain.go(&format!("/fr/desk/reports/{id}")).await?;
        }
        chain.plainly("freeze").await?;
        chain.plainly("approve").await?;
        chain.surely("transmit").await?;
        chain.says("Chez le Chef du Gouvernement").await?;
    }
    chain.keep("annual-report.fr.1280.png").await?;
    Ok(places)
}

/// The Head of Government's people, in Arabic, hand two on and return the third, which is sent again.
async fn hand_on(chain: &Chain, places: &[String]) -> anyhow::Result<()> {
    let browser = &chain.browser;
    chain.sits(GOVERNMENT).await?;
    chain.go("/ar/desk").await?;
    browser.arrive("/ar/desk/reports").await?;
    chain.says("التقارير المرسلة").await?;
    for place in &places[..2] {
        chain.go(&format!("/ar/{place}")).await?;
        chain.surely("forward").await?;
    }
    chain.go(&format!("/ar/{}", places[2])).await?;
    browser.click("#act-return summary").await?;
    browser.fill("#reasons", REASONS).await?;
    browser.press("#act-return button").await?;
    chain.says("أُعيد للاستكمال").await?;
    chain.sits(&email(BODIES[2])).await?;
    chain.go(&format!("/ar/{}", places[2])).await?;
    chain.says(REASONS).await?;
    chain.plainly("approve").await?;
    chain.surely("transmit").await?;
    chain.sits(GOVERNMENT).await?;
    chain.go(&format!("/ar/{}", places[2])).await?;
    chain.surely("forward").await?;
    Ok(())
}

/// The reform authority takes all three and writes the synthesis, which is approved; answers where that is.
async fn synthesize(chain: &Chain, places: &[String]) -> anyhow::Result<String> {
    let browser = &chain.browser;
    chain.sits(AUTHORITY).await?;
    for place in places {
        chain.go(&format!("/fr/{place}")).await?;
        chain.surely("accept").await?;
    }
    chain.go("/fr/desk/reports").await?;
    browser.press("#synthesis button").await?;
    let address = browser.address().await?;
    let id = address.rsplit('/').next().context("an address ends")?;
    let synthesis = format!("desk/reports/{id}");
    chain.plainly("freeze").await?;
    chain.surely("transmit").await?;
    chain.sits(GOVERNMENT).await?;
    chain.go(&format!("/ar/{synthesis}")).await?;
    chain.plainly("approve").await?;
    chain.keep("annual-synthesis.ar.1280.png").await?;
    Ok(synthesis)
}

/// Everybody reads what was published.
async fn read(chain: &Chain, place: &str) -> anyhow::Result<()> {
    let browser = &chain.browser;
    browser.drop_cookie(&chain.portal, "ck_session").await?;
    chain.go("/fr/reports").await?;
    for words in ["Synthèse nationale 2026", "Commune de Tiznit", "SHA-256"] {
        chain.says(words).await?;
    }
    browser.resize(360, 740).await?;
    chain.go("/ar/reports").await?;
    chain.says("التقرير التركيبي الوطني").await?;
    ensure!(browser.page_width().await? <= 360);
    chain.keep("annual-public.ar.360.png").await?;
    chain.sits(GOVERNMENT).await?;
    chain.go(&format!("/ar/{place}")).await?;
    chain.keep("annual-report.ar.360.png").await?;
    browser.resize(1280, 800).await?;
    browser.likes_dark(true).await?;
    chain.go(&format!("/fr/{place}")).await?;
    chain.keep("annual-report.fr.dark.1280.png").await?;
    Ok(())
}
