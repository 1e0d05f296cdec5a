//! Words are never lost: an answer outlives the session it was written in, and a filing every way back and across.

use chikaya_domain::{Language, access::Role, reference::Reference};
use chikaya_service::case::{act::StaffAct, file::Filing};
use chikaya_testkit::{Engine, Town, town};
use e2e::{Browser, Look, screens};

const OFFICER: &str = "k.exemple@sample.test";

const ANSWER: &str = "Nos agents sont passés rue de l’École le 14 mars 2026 : le câble est coupé entre deux poteaux. \
    Il sera réparé le mercredi 22 avril, et la rue sera éclairée le soir même.";

const COMPLAINT: &str =
    "ثلاث أسابيع هادي والمصابيح مطفأة في زنقة المدرسة. الدراري كيرجعو من المدرسة في الظلام.";

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_outlives_its_session_without_scripts() -> anyhow::Result<()> {
    answer_after_an_hour(Look::PLAIN_DESKTOP).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_outlives_its_session_with_scripts() -> anyhow::Result<()> {
    answer_after_an_hour(Look::DESKTOP).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_filing_outlives_every_way_back_without_scripts() -> anyhow::Result<()> {
    to_and_fro(Look::PHONE).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_filing_outlives_every_way_back_with_scripts() -> anyhow::Result<()> {
    to_and_fro(Look {
        scripts: true,
        ..Look::PHONE
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_added_after_the_browsers_way_back_is_kept() -> anyhow::Result<()> {
    let town = tokio::task::spawn_blocking(|| Town::on(Engine::Sqlite)).await?;
    let portal = format!("http://{}", town.open_counters().await);
    let phone = Browser::open(Look {
        scripts: true,
        ..Look::PHONE
    })
    .await?;
    phone
        .go(&format!("{portal}/ar/file?kind=complaint"))
        .await?;
    phone.fill("#text", COMPLAINT).await?;
    phone.press("button.big").await?;
    phone.arrive("/where").await?;
    phone.press("button.back").await?;
    phone.arrive("/what").await?;
    let step = phone.address().await?;
    phone.press("main button.big").await?;
    phone.arrive("/where").await?;

    // The page as it was left, by its old mark, or fetched anew: what is added is kept either way.
    let shown = "document.readyState === 'complete' \
        && performance.getEntriesByType('navigation')[0].type !== 'navigate'";
    phone.evaluate("history.back()").await?;
    phone.arrive("/what").await?;
    phone.until(shown).await?;
    let mark = "document.querySelector('form[data-keep] input[name^=\"mark.\"]').name";
    let before = phone.evaluate(mark).await?;
    let more = format!("{COMPLAINT} زيادة بعد الرجوع.");
    phone.fill("#text", &more).await?;
    phone.until(&format!("{mark} !== {before}")).await?;
    phone.reload().await?;
    assert_eq!(phone.value_of("#text").await?, more, "after a reload");
    phone.go(&portal).await?;
    phone.go(&step).await?;
    assert_eq!(phone.value_of("#text").await?, more, "after another page");
    phone.close().await?;
    tokio::task::spawn_blocking(move || drop(town)).await?;
    Ok(())
}

/// An officer's session ends with a long answer typed; she signs in, the answer is there, she sends it.
async fn answer_after_an_hour(look: Look) -> anyhow::Result<()> {
    let town = tokio::task::spawn_blocking(|| {
        let town = Town::on(Engine::Sqlite);
        town.hire(OFFICER, Role::Officer, town::TIZNIT);
        town
    })
    .await?;
    let portal = format!("http://{}", town.open_counters().await);
    let filing = Filing {
        language: Language::French,
        ..town::filing()
    };
    let receipt = town.clerks.file(filing).await?;
    let reference = receipt.reference.to_string();
    work_on(&town, &receipt.reference).await?;
    let page = format!("{portal}/fr/desk/case/{reference}/answer");

    let browser = Browser::open(look).await?;
    // The link of a mail leads through the door to its case.
    browser.go(&page).await?;
    sign_in(&browser).await?;
    assert_eq!(browser.address().await?, page);
    browser
        .click("input[name='outcome'][value='granted']")
        .await?;
    browser.fill("#reasons", ANSWER).await?;
    town.clock.advance_minutes(70);
    browser.press("button[form='answer']:not([name])").await?;
    assert!(browser.has("#password").await?, "she is asked who she is");
    sign_in(&browser).await?;
    assert_eq!(browser.address().await?, page);
    assert_eq!(browser.value_of("#reasons").await?, ANSWER);
    assert!(
        browser
            .has("input[name='outcome'][value='granted']:checked")
            .await?
    );
    if look.scripts {
        browser
            .picture(&screens().join("answer-kept.fr.1440.png"))
            .await?;
    }
    let facts = town.facts(&reference).await;
    assert!(!facts.iter().any(|fact| fact == "answered"), "{facts:?}");
    browser.press("button[form='answer']:not([name])").await?;
    assert!(browser.address().await?.ends_with(&reference));
    let facts = town.facts(&reference).await;
    assert!(facts.iter().any(|fact| fact == "answered"), "{facts:?}");
    browser.close().await?;
    tokio::task::spawn_blocking(move || drop(town)).await?;
    Ok(())
}

/// On through what the subject asks, to the person.
async fn to_you(phone: &Browser) -> anyhow::Result<()> {
    phone.press("button.big").await?;
    if phone.address().await?.ends_with("/details") {
        phone.press("button.big").await?;
    }
    assert!(phone.address().await?.ends_with("/you"));
    Ok(())
}

async fn sign_in(browser: &Browser) -> anyhow::Result<()> {
    browser.fill("#email", OFFICER).await?;
    browser.fill("#password", town::PASSWORD).await?;
    browser.press("main button.big").await
}

/// Brings the case to the officer's table.
async fn work_on(town: &Town, reference: &Reference) -> anyhow::Result<()> {
    let officer = town
        .officer("n.exemple@sample.test", Role::Officer, town::TIZNIT)
        .await;
    for act in [StaffAct::Examine, StaffAct::TakeUp] {
        let page = town
            .clerks
            .desk_page(officer.clone(), reference.clone())
            .await?;
        let version = page.page.case.version;
        town.clerks
            .act(officer.clone(), reference.clone(), version, act)
            .await?;
    }
    Ok(())
}

/// A filer changes the language with a text typed, goes back two steps, changes the place, and the case goes to the right
/// body.
async fn to_and_fro(look: Look) -> anyhow::Result<()> {
    let town = tokio::task::spawn_blocking(|| Town::on(Engine::Sqlite)).await?;
    let portal = format!("http://{}", town.open_counters().await);
    let phone = Browser::open(look).await?;
    phone
        .go(&format!("{portal}/ar/file?kind=complaint"))
        .await?;
    phone.fill("#text", COMPLAINT).await?;
    if look.scripts {
        phone.reload().await?;
        assert_eq!(phone.value_of("#text").await?, COMPLAINT, "after a reload");
    }
    phone.press(".langs button[value='fr']").await?;
    assert!(phone.address().await?.contains("/fr/file/"));
    assert_eq!(phone.value_of("#text").await?, COMPLAINT);
    assert!(phone.page_width().await? <= 360);
    // On and back again: the same filing.
    phone.press("main button.big").await?;
    phone.press("button.back").await?;
    assert_eq!(phone.value_of("#text").await?, COMPLAINT);
    phone.press(".langs button[value='ar']").await?;

    phone.press("button.big").await?;
    place(&phone, "تيزنيت", town::TIZNIT).await?;
    assert!(phone.address().await?.ends_with("/about"));
    phone
        .click("input[name='subject'][value='public-lighting']")
        .await?;
    to_you(&phone).await?;

    // Back to the place, and another one.
    phone.press("button.back").await?;
    while !phone.address().await?.ends_with("/where") {
        phone.press("button.back").await?;
    }
    assert!(phone.page_width().await? <= 360);
    place(&phone, "تافراوت", TAFRAOUT).await?;
    let subject = "input[name='subject'][value='public-lighting']:checked";
    assert!(phone.has(subject).await?, "chosen still");
    to_you(&phone).await?;
    phone
        .click("input[name='category'][value='anonymous']")
        .await?;
    let one = "[...document.querySelectorAll('#step fieldset')].every(group => \
        new Set([...group.querySelectorAll('.choice')].map(choice => getComputedStyle(choice).backgroundColor) \
        .filter((colour, _, all) => all.indexOf(colour) === all.lastIndexOf(colour))).size <= 1)";
    assert_eq!(phone.evaluate(one).await?, true, "one choice looks chosen");
    // Nobody is asked for a name that goes nowhere.
    let hidden = "document.querySelector('#name').checkVisibility()";
    assert_eq!(phone.evaluate(hidden).await?, false);
    phone.press("main button.big").await?;
    assert!(phone.address().await?.ends_with("/check"));
    let check = phone.text().await?;
    assert!(check.contains("زنقة المدرسة"));
    let (found_anew, before) = ("جماعة تافراوت", "جماعة تيزنيت");
    assert!(
        check.contains(found_anew) && !check.contains(before),
        "{check}"
    );
    phone.click("#declaration").await?;
    phone.press("main button.big").await?;
    assert!(phone.text_of("#reference").await?.starts_with("CK-26-"));
    assert!(phone.text().await?.contains("جماعة تافراوت"));
    assert_eq!(town.references().await.len(), 1);
    phone.close().await?;
    tokio::task::spawn_blocking(move || drop(town)).await?;
    Ok(())
}

/// A neighbouring commune.
const TAFRAOUT: &str = "commune-09-581-01-05";

/// Looks a place up by its button, as it works without scripts, and goes on with it.
async fn place(phone: &Browser, name: &str, code: &str) -> anyhow::Result<()> {
    phone.fill("#sought", name).await?;
    phone.press("button.plain[name='look-up']").await?;
    phone
        .click(&format!("input[name='territory'][value='{code}']"))
        .await?;
    phone.press("main button.big").await
}
