//! Every page in every language, light and dark: axe-core finds nothing, and nothing scrolls sideways on the smallest
//! phone.

mod account;
mod administration;
mod calls;
mod reports;
mod stops;
mod town;

use anyhow::ensure;
use chikaya_domain::Language;
use e2e::{Browser, Look, Theme};

use self::{
    stops::{By, Deed, Stop, stops},
    town::{Scene, scene},
};

/// Width of the smallest phone, in CSS pixels; also what 400 % of zoom leave of a window of 1280 (WCAG 1.4.10).
const NARROW: u32 = 320;

/// The cookie of a visitor over plain HTTP.
const VISITOR_COOKIE: &str = "ck_visitor";

/// The cookie of an account's session over plain HTTP.
const ACCOUNT_COOKIE: &str = "ck_account";

/// What was typed at a stop before is not shown at the next.
const KEPT_COOKIE: &str = "ck_kept";

/// With everything that is folded laid open, as a person may.
const UNFOLD: &str = "document.querySelectorAll('details').forEach(fold => { fold.open = true; })";

#[tokio::test(flavor = "multi_thread")]
async fn no_page_shuts_anybody_out() -> anyhow::Result<()> {
    let scene = scene().await?;
    // Two browsers, because a machine has two hands at least.
    let (one, two) = tokio::join!(
        walk(&scene, &[Language::Arabic, Language::French]),
        walk(&scene, &[Language::Tamazight, Language::English]),
    );
    let (mut faults, mut seen) = one?;
    let (more, others) = two?;
    faults.extend(more);
    seen += others;
    tokio::task::spawn_blocking(move || drop(scene)).await?;
    ensure!(
        faults.is_empty(),
        "{} faults on {seen} pages:\n{}",
        faults.len(),
        faults.join("\n")
    );
    ensure!(seen > 500, "only {seen} pages were seen");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_with_faults_is_found_out() -> anyhow::Result<()> {
    let scene = scene().await?;
    let browser = Browser::open(Look::DESKTOP).await?;
    let portal = &scene.portal;
    browser.go(&format!("{portal}/fr/track")).await?;
    ensure!(browser.faults(Theme::Light).await?.is_empty());
    browser
        .evaluate("document.querySelector('label[for=reference]').remove()")
        .await?;
    let rules: Vec<String> = browser
        .faults(Theme::Light)
        .await?
        .into_iter()
        .map(|fault| fault.rule)
        .collect();
    ensure!(rules.contains(&"label".to_owned()), "{rules:?}");
    browser.go(&format!("{portal}/fr/about/mediator")).await?;
    browser.light(Theme::Dark).await?;
    browser
        .evaluate(
            "document.querySelectorAll('main p').forEach(text => { text.style.color = '#444'; })",
        )
        .await?;
    let faults = browser.faults(Theme::Dark).await?;
    ensure!(faults.iter().any(|fault| fault.rule == "color-contrast"));
    browser.resize(NARROW, 740).await?;
    ensure!(browser.page_width().await? <= u64::from(NARROW));
    browser
        .evaluate("document.querySelector('main h1').style.minWidth = '400px'")
        .await?;
    ensure!(browser.page_width().await? > u64::from(NARROW));
    sign_in(&browser, &scene, Language::French, town::HEAD).await?;
    ensure!(browser.evaluate(WIDE_PANE).await? == false);
    browser
        .evaluate("document.querySelector('.panes > .list > *').style.minWidth = '400px'")
        .await?;
    ensure!(browser.evaluate(WIDE_PANE).await? == true);
    browser.close().await?;
    tokio::task::spawn_blocking(move || drop(scene)).await?;
    Ok(())
}

/// Walks all pages in some languages; answers what is wrong, and how many pages were seen.
async fn walk(scene: &Scene, languages: &[Language]) -> anyhow::Result<(Vec<String>, usize)> {
    let browser = Browser::open(Look::DESKTOP).await?;
    let mut faults = Vec::new();
    let mut seen = 0;
    for language in languages {
        let mut signed_in = String::new();
        for stop in stops(scene, *language) {
            // One page that cannot be come to does not hide what is wrong with the others.
            let visit = visit(
                &browser,
                scene,
                *language,
                &stop,
                &mut signed_in,
                &mut faults,
            );
            if let Err(trouble) = visit.await {
                faults.push(format!("{} · {language} · {trouble:#}", stop.name));
            }
            seen += 1;
        }
    }
    browser.close().await?;
    Ok((faults, seen))
}

/// Goes to a stop and looks at it.
async fn visit(
    browser: &Browser,
    scene: &Scene,
    language: Language,
    stop: &Stop,
    signed_in: &mut String,
    faults: &mut Vec<String>,
) -> anyhow::Result<()> {
    for cookie in [ACCOUNT_COOKIE, KEPT_COOKIE] {
        browser.drop_cookie(&scene.portal, cookie).await?;
    }
    browser
        .take_cookie(&scene.portal, VISITOR_COOKIE, town::VISITOR)
        .await?;
    match &stop.by {
        Some(By::Staff(email)) if email != signed_in => {
            sign_in(browser, scene, language, email).await?;
            (*email).clone_into(signed_in);
        }
        Some(By::Filer(word)) => {
            browser
                .take_cookie(&scene.portal, ACCOUNT_COOKIE, word)
                .await?;
        }
        Some(By::Staff(_)) | None => {}
    }
    browser
        .go(&format!("{}{}", scene.portal, stop.path))
        .await?;
    follow(browser, stop).await?;
    look(browser, stop, language, faults).await
}

/// What a person does on the page before it is looked at.
async fn follow(browser: &Browser, stop: &Stop) -> anyhow::Result<()> {
    for deed in &stop.then {
        match deed {
            Deed::Type(field, text) => browser.fill(field, text).await?,
            Deed::Unfold(fold) => browser.click(fold).await?,
            Deed::Attach(file) => browser.attach("#files", std::slice::from_ref(file)).await?,
            Deed::Run(script) => {
                browser.evaluate(script).await?;
            }
            Deed::Press(button) => browser.press(button).await?,
        }
    }
    ensure!(
        browser.has(stop.shows).await?,
        "{} shows no {}:\n{}",
        stop.name,
        stop.shows,
        browser.text().await?
    );
    Ok(())
}

/// Looks at the page wide in the light, and narrow in the dark.
async fn look(
    browser: &Browser,
    stop: &Stop,
    language: Language,
    faults: &mut Vec<String>,
) -> anyhow::Result<()> {
    browser.evaluate(UNFOLD).await?;
    for theme in [Theme::Light, Theme::Dark] {
        browser.light(theme).await?;
        if theme == Theme::Dark {
            browser.resize(NARROW, 740).await?;
            let width = browser.page_width().await?;
            let pane = browser.evaluate(WIDE_PANE).await?;
            if width > u64::from(NARROW) || pane == true {
                let who = browser.evaluate(WIDEST).await?;
                faults.push(format!(
                    "{} · {language} · {width} pixels wide instead of {NARROW}: {who}",
                    stop.name
                ));
            }
        }
        for fault in browser.faults(theme).await? {
            faults.push(format!("{} · {language} · {theme} · {fault}", stop.name));
        }
    }
    browser.light(Theme::Light).await?;
    browser
        .resize(Look::DESKTOP.width, Look::DESKTOP.height)
        .await
}

/// Whether a pane of the desk scrolls sideways in itself; the row of its queues may.
const WIDE_PANE: &str = "[...document.querySelectorAll('.panes > :not(.queues)')] \
    .some(pane => pane.scrollWidth > pane.clientWidth)";

/// The elements that reach over the edge, for whoever has to mend it.
const WIDEST: &str = "[...document.querySelectorAll('body *')].filter(element => { \
    const box = element.getBoundingClientRect(); return box.right > 321 || box.left < -1; }) \
    .slice(0, 4).map(element => element.outerHTML.slice(0, 120)).join(' | ')";

async fn sign_in(
    browser: &Browser,
    scene: &Scene,
    language: Language,
    email: &str,
) -> anyhow::Result<()> {
    let sign_in = format!("{}/{language}/desk/sign-in", scene.portal);
    browser.go(&sign_in).await?;
    browser.fill("#email", email).await?;
    browser
        .fill("#password", chikaya_testkit::town::PASSWORD)
        .await?;
    browser.press("main button.big").await
}
