//! Six people who turn to the portal, each with a browser of their own kind: how many pages and how much time it takes them,
//! and where their words go.

use std::{
    collections::BTreeSet,
    io::{Write as _, stderr},
};

use anyhow::Context as _;
use chikaya_testkit::{Engine, Town, town};
use e2e::{Browser, Look};

/// Signs that a person types in a second on an old telephone.
const TYPED: f64 = 2.0;

/// Seconds to read a page, and to make a choice on it.
const READING: f64 = 6.0;
const CHOOSING: f64 = 2.0;

/// One person's way through the pages.
struct Walk {
    browser: Browser,
    /// The addresses of the pages, each once, without what follows the path.
    pages: BTreeSet<String>,
    seconds: f64,
}

impl Walk {
    async fn begin(look: Look, address: &str) -> anyhow::Result<Self> {
        let browser = Browser::open(look).await?;
        browser.go(address).await?;
        let mut walk = Self {
            browser,
            pages: BTreeSet::new(),
            seconds: 0.0,
        };
        walk.look().await?;
        Ok(walk)
    }

    async fn look(&mut self) -> anyhow::Result<()> {
        let address = self.browser.address().await?;
        // Two places on a page are one page.
        let page = address.split(['?', '#']).next().unwrap_or_default();
        self.pages.insert(page.to_owned());
        self.seconds += READING;
        Ok(())
    }

    async fn types(&mut self, field: &str, words: &str) -> anyhow::Result<()> {
        let signs = u32::try_from(words.chars().count()).unwrap_or(u32::MAX);
        self.seconds += f64::from(signs) / TYPED;
        let filled = self.browser.fill(field, words).await;
        filled.with_context(|| field.to_owned())
    }

    async fn chooses(&mut self, choice: &str) -> anyhow::Result<()> {
        self.seconds += CHOOSING;
        let clicked = self.browser.click(choice).await;
        clicked.with_context(|| choice.to_owned())
    }

    async fn presses(&mut self, button: &str) -> anyhow::Result<()> {
        self.browser.press(button).await?;
        self.look().await
    }

    async fn goes_on(&mut self) -> anyhow::Result<()> {
        self.presses("main button.big").await
    }

    async fn is_at(&self, step: &str) -> anyhow::Result<()> {
        let address = self.browser.address().await?;
        anyhow::ensure!(address.ends_with(step), "{address} and not {step}");
        Ok(())
    }

    /// Sends from the page of all answers; answers the reference.
    async fn sends(&mut self) -> anyhow::Result<String> {
        self.is_at("/check").await?;
        self.chooses("#declaration").await?;
        self.goes_on().await?;
        self.browser.text_of("#reference").await
    }

    /// Says what it took. The receipt is the last page, and none of those on which something is to be done.
    fn took(&self, who: &str) -> anyhow::Result<(usize, f64)> {
        let pages = self.pages.len() - 1;
        let seconds = self.seconds;
        writeln!(stderr(), "{who}: {pages} pages, {seconds:.0} seconds")?;
        Ok((pages, seconds))
    }
}

async fn new_town() -> anyhow::Result<(Town, String)> {
    let town = tokio::task::spawn_blocking(|| Town::on(Engine::Sqlite)).await?;
    let portal = format!("http://{}", town.open_counters().await);
    Ok((town, portal))
}

async fn leave(town: Town, walk: Walk) -> anyhow::Result<()> {
    walk.browser.close().await?;
    tokio::task::spawn_blocking(move || drop(town)).await?;
    Ok(())
}

/// The body that has a case.
async fn body_of(town: &Town, reference: &str) -> anyhow::Result<String> {
    town.body_of(reference)
        .await
        .context("the case is with a body")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_village_telephone_without_scripts() -> anyhow::Result<()> {
    let (town, portal) = new_town().await?;
    let mut walk = Walk::begin(Look::PHONE, &format!("{portal}/ar/file?kind=complaint")).await?;
    walk.types("#text", "المصابيح مطفأة في الدوار هادي شهر والدراري خايفين")
        .await?;
    walk.goes_on().await?;
    walk.is_at("/where").await?;
    walk.types("#sought", "اكلو").await?;
    walk.goes_on().await?;
    walk.chooses("input[value='commune-09-581-11-15']").await?;
    walk.goes_on().await?;
    walk.is_at("/about").await?;
    walk.chooses("input[name='subject'][value='public-lighting']")
        .await?;
    walk.goes_on().await?;
    if walk.is_at("/details").await.is_ok() {
        walk.goes_on().await?;
    }
    walk.is_at("/you").await?;
    walk.types("#name", "إبراهيم مثال").await?;
    walk.chooses("input[name='preferred'][value='phone']")
        .await?;
    walk.types("#phone", "0661 23 45 67").await?;
    walk.goes_on().await?;
    assert!(walk.browser.page_width().await? <= 360);
    let reference = walk.sends().await?;
    assert_eq!(
        body_of(&town, &reference).await?,
        "commune-09-581-11-15",
        "the own commune"
    );
    let (pages, seconds) = walk.took("a village telephone")?;
    assert!(pages <= 6, "{pages} pages: {:?}", walk.pages);
    assert!(seconds <= 180.0, "{seconds} seconds");
    leave(town, walk).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shop_that_is_a_company() -> anyhow::Result<()> {
    let (town, portal) = new_town().await?;
    let mut walk = Walk::begin(Look::LAPTOP, &format!("{portal}/fr/file?kind=complaint")).await?;
    let words = "L’impôt sur les sociétés de mon magasin a été compté deux fois par les impôts cette année.";
    walk.types("#text", words).await?;
    walk.goes_on().await?;
    walk.types("#sought", "ville de Tiznit").await?;
    walk.chooses(&format!("input[value='{}']", town::TIZNIT))
        .await?;
    walk.goes_on().await?;
    walk.is_at("/about").await?;
    walk.chooses("input[name='subject'][value='income-tax']")
        .await?;
    walk.goes_on().await?;
    if walk.is_at("/details").await.is_ok() {
        walk.goes_on().await?;
    }
    if walk.is_at("/who").await.is_ok() {
        walk.goes_on().await?;
    }
    walk.is_at("/you").await?;
    walk.chooses("input[name='category'][value='company']")
        .await?;
    walk.types("#name", "Épicerie Exemple SARL").await?;
    walk.types("#representative", "Salma Exemple").await?;
    walk.types("#quality", "gérante").await?;
    walk.chooses("input[name='preferred'][value='phone']")
        .await?;
    walk.types("#phone", "0661 23 45 67").await?;
    walk.goes_on().await?;
    let reference = walk.sends().await?;
    let receipt = walk.browser.text().await?;
    assert!(receipt.contains("Salma Exemple"), "{receipt}");
    assert_eq!(body_of(&town, &reference).await?, "dgi");
    let (pages, _) = walk.took("a shop")?;
    assert!(pages <= 7, "{pages} pages");
    leave(town, walk).await
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_abroad() -> anyhow::Result<()> {
    let (town, portal) = new_town().await?;
    let mut walk = Walk::begin(Look::LAPTOP, &format!("{portal}/fr/file?kind=complaint")).await?;
    let words = "Aucun rendez-vous au consulat depuis trois mois pour refaire mon passeport.";
    walk.types("#text", words).await?;
    walk.goes_on().await?;
    walk.types("#sought", "Montreal").await?;
    walk.chooses("input[name='territory'][value='abroad']")
        .await?;
    walk.goes_on().await?;
    walk.is_at("/about").await?;
    walk.chooses("input[name='subject'][value='consulate']")
        .await?;
    walk.goes_on().await?;
    walk.is_at("/details").await?;
    walk.types("[name^='detail-']", "Montréal").await?;
    walk.goes_on().await?;
    walk.is_at("/you").await?;
    walk.types("#name", "Karim Exemple").await?;
    walk.chooses("input[name='preferred'][value='nothing']")
        .await?;
    walk.goes_on().await?;
    let check = walk.browser.text().await?;
    assert!(check.contains("Montreal") && check.contains("À l’étranger"));
    let reference = walk.sends().await?;
    assert_eq!(
        body_of(&town, &reference).await?,
        "ministry-foreign-affairs"
    );
    let (pages, _) = walk.took("somebody abroad")?;
    assert!(pages <= 6, "{pages} pages");
    leave(town, walk).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_association_that_does_not_know_where() -> anyhow::Result<()> {
    let (town, portal) = new_town().await?;
    let mut walk = Walk::begin(Look::PHONE, &format!("{portal}/ar/file?kind=proposal")).await?;
    walk.types("#text", "نقترح فتح مكتبات المدارس للحي يوم السبت")
        .await?;
    walk.goes_on().await?;
    walk.chooses("input[name='territory'][value='country']")
        .await?;
    walk.goes_on().await?;
    walk.is_at("/about").await?;
    walk.chooses("input[name='subject'][value='unknown']")
        .await?;
    walk.goes_on().await?;
    walk.is_at("/who").await?;
    walk.types("#sought", "المدرسة").await?;
    walk.presses("button.plain[name='look-up']").await?;
    walk.chooses("input[value='ministry-education']").await?;
    walk.goes_on().await?;
    walk.is_at("/you").await?;
    walk.chooses("input[name='category'][value='association']")
        .await?;
    walk.types("#name", "جمعية مثال").await?;
    walk.types("#representative", "مريم مثال").await?;
    walk.chooses("input[name='preferred'][value='nothing']")
        .await?;
    walk.goes_on().await?;
    let reference = walk.sends().await?;
    assert_eq!(body_of(&town, &reference).await?, "ministry-education");
    let (pages, _) = walk.took("an association")?;
    assert!(pages <= 6, "{pages} pages");
    leave(town, walk).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_witness_of_bribery() -> anyhow::Result<()> {
    let (town, portal) = new_town().await?;
    let mut walk = Walk::begin(Look::PHONE, &format!("{portal}/ar/")).await?;
    walk.presses("a[href$='/wrongdoing']").await?;
    walk.goes_on().await?;
    walk.is_at("/what").await?;
    walk.types("#text", "الموظف في الشباك كيطلب الفلوس باش يعطي الورقة")
        .await?;
    walk.goes_on().await?;
    walk.chooses("input[name='territory'][value='unknown']")
        .await?;
    walk.goes_on().await?;
    walk.is_at("/concerned").await?;
    walk.types("#concerned", "شباك التجارب").await?;
    walk.goes_on().await?;
    walk.is_at("/you").await?;
    assert!(!walk.browser.has("#name").await?, "nobody is asked who");
    walk.goes_on().await?;
    let reference = walk.sends().await?;
    assert_eq!(body_of(&town, &reference).await?, "reform-authority");
    walk.took("a witness")?;
    leave(town, walk).await
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_who_lost_the_receipt() -> anyhow::Result<()> {
    let (town, portal) = new_town().await?;
    let mut walk = Walk::begin(Look::PHONE, &format!("{portal}/ar/track")).await?;
    walk.presses("a[href$='/track/lost']").await?;
    walk.types("input[name='email']", "0661123456").await?;
    walk.presses("main form button.button").await?;
    let said = walk.browser.text().await?;
    assert!(
        said.contains("3737"),
        "by telephone through the desk: {said}"
    );
    walk.took("a lost receipt")?;
    leave(town, walk).await
}
