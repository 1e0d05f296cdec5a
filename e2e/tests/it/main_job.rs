//! The main job: filed on a phone in Arabic without scripts, worked on at a desk in French, followed, reopened, closed.

use std::path::PathBuf;

use anyhow::Context as _;
use chikaya_domain::access::Role;
use chikaya_testkit::{Engine, PostOffice, Town, town};
use e2e::{Browser, Look};

/// What the person writes.
const WORDS: &str = "ثلاث أسابيع هادي والمصابيح مطفأة في زنقة المدرسة بحي النخيل. الدراري كيرجعو من المدرسة في الظلام.";

/// A reasoned answer.
const ANSWER: &str = "Nos agents sont passés rue de l’École le 14 avril 2026 : le câble sera réparé le mercredi 22 avril.";

#[tokio::test(flavor = "multi_thread")]
async fn filed_on_a_phone_answered_at_a_desk_on_sqlite() -> anyhow::Result<()> {
    journey(Engine::Sqlite).await
}

#[tokio::test(flavor = "multi_thread")]
async fn filed_on_a_phone_answered_at_a_desk_on_postgres() -> anyhow::Result<()> {
    journey(Engine::Postgres).await
}

async fn journey(engine: Engine) -> anyhow::Result<()> {
    let town = tokio::task::spawn_blocking(move || {
        let town = Town::on(engine);
        town.hire("one@sample.test", Role::Officer, town::TIZNIT);
        town.hire("two@sample.test", Role::Officer, town::TIZNIT);
        town.hire("water@sample.test", Role::Officer, "onee");
        (town, PostOffice::open())
    });
    let (town, office) = town.await?;
    let portal = format!("http://{}", town.open_counters().await);
    let pictures = (engine == Engine::Sqlite).then(screens);

    let phone = Browser::open(Look::PHONE).await?;
    let receipt = file(&phone, &portal, pictures.as_ref()).await?;

    // What the worker does in its rounds: the figures beside the queues.
    town.clerks.place_events().await?;

    // A body that is not competent does not see it; the competent one asks.
    let water = Browser::open(Look::DESKTOP).await?;
    sign_in(&water, &portal, "water@sample.test").await?;
    assert!(!water.text().await?.contains(&receipt.reference));
    water.close().await?;

    let one = Browser::open(Look::DESKTOP).await?;
    sign_in(&one, &portal, "one@sample.test").await?;
    assert!(
        one.has(&format!("a.item[href$='{}']", receipt.reference))
            .await?
    );
    let open_cases = one.text_of(".queues a[aria-current] .n").await?;
    assert_eq!(open_cases, "1");
    keep(&one, pictures.as_ref(), "desk-inbox.fr.1440.png").await?;
    let case = format!("{portal}/fr/desk/case/{}", receipt.reference);
    one.go(&case).await?;
    one.press("form[action$='/examine'] button").await?;
    one.press("form[action$='/take-up'] button").await?;
    one.click("#act-ask summary").await?;
    one.fill("#question", "Quel est le numéro du poteau ?")
        .await?;
    one.press("#act-ask button").await?;
    keep(&one, pictures.as_ref(), "desk-case.fr.1440.png").await?;

    // The question arrives by mail in Arabic, and its link opens the case on the phone.
    town.send_mail(&office, &portal).await;
    let mails = tokio::task::spawn_blocking(move || {
        let mails = office.wait_for(2);
        (mails, office)
    });
    let (mails, office) = mails.await?;
    assert!(mails.iter().all(|mail| mail.to == "fatima@example.org"));
    let question = mails
        .iter()
        .find(|mail| mail.text.contains("Quel est le numéro du poteau"))
        .context("the question is in a mail")?;
    assert!(question.html.contains("lang=\"ar\" dir=\"rtl\""));
    phone
        .go(question.link().context("the mail has a link")?)
        .await?;
    keep(&phone, pictures.as_ref(), "track.ar.360.png").await?;
    assert!(phone.page_width().await? <= 360);
    phone.fill("#reply", "العمود رقم 214").await?;
    phone.press("form[action$='/reply'] button").await?;

    // A stock phrase is stopped, a reasoned answer goes out.
    one.go(&format!("{case}/answer")).await?;
    one.click("input[name='outcome'][value='partly-granted']")
        .await?;
    one.fill("#reasons", "Le nécessaire a été fait.").await?;
    one.press("form.case-body button").await?;
    assert!(one.has("#reasons-error").await?);
    keep(&one, pictures.as_ref(), "desk-answer.fr.1440.png").await?;
    one.fill("#reasons", ANSWER).await?;
    one.press("form.case-body button").await?;
    assert_eq!(one.address().await?, case);

    // Not solved: reopened, and not to the same officer.
    let track = format!("{portal}/ar/track/{}", receipt.reference);
    phone.go(&track).await?;
    phone.click("input[name='resolved'][value='no']").await?;
    phone.press("form[action$='/judge'] button").await?;
    phone.fill("#reason", "مازال الضوء مقطوع").await?;
    phone.press("form[action$='/reopen'] button").await?;
    one.go(&case).await?;
    one.press("form[action$='/take-up'] button").await?;
    assert!(one.has(".errors").await?, "the same officer is refused");
    one.close().await?;

    // The desk works without scripts too.
    let two = Browser::open(Look {
        scripts: false,
        ..Look::DESKTOP
    })
    .await?;
    sign_in(&two, &portal, "two@sample.test").await?;
    two.go(&case).await?;
    two.press("form[action$='/take-up'] button").await?;
    two.go(&format!("{case}/answer")).await?;
    two.click("input[name='outcome'][value='granted']").await?;
    two.fill("#reasons", ANSWER).await?;
    two.press("form.case-body button").await?;
    two.close().await?;

    // Solved: the filer's word is the first key.
    phone.go(&track).await?;
    phone.click("input[name='resolved'][value='yes']").await?;
    phone.press("form[action$='/judge'] button").await?;
    assert!(phone.has(".tag.is-done").await?);
    phone.close().await?;

    // Acknowledgement and question came before; answer, reopening, answer and closure follow.
    town.send_mail(&office, &portal).await;
    let mails = tokio::task::spawn_blocking(move || office.wait_for(6)).await?;
    assert_eq!(mails.len(), 6);
    tokio::task::spawn_blocking(move || drop(town)).await?;
    Ok(())
}

struct Receipt {
    reference: String,
}

/// Files a complaint with two attachments, step by step, with a mistake on the way.
async fn file(
    phone: &Browser,
    portal: &str,
    pictures: Option<&PathBuf>,
) -> anyhow::Result<Receipt> {
    phone.go(&format!("{portal}/ar/")).await?;
    keep(phone, pictures, "home.ar.360.png").await?;
    assert!(phone.page_width().await? <= 360);
    phone.press("a.door[href*='kind=complaint']").await?;
    phone.press("form button").await?;
    phone.fill("#text", WORDS).await?;
    phone
        .click("#subject option[value='public-lighting']")
        .await?;
    phone.press("button.big").await?;
    if phone.address().await?.ends_with("/what") {
        phone.press("button.big").await?;
    }
    phone.fill("#sought", "tiznit").await?;
    phone.press("button[name='look-up']").await?;
    phone
        .click(&format!(
            "input[name='territory'][value='{}']",
            town::TIZNIT
        ))
        .await?;
    phone.fill("#place", "زنقة المدرسة").await?;
    keep(phone, pictures, "file-where.ar.360.png").await?;
    phone.press("button.big").await?;
    assert!(
        phone
            .has(&format!("input[value='{}']:checked", town::TIZNIT))
            .await?
    );
    keep(phone, pictures, "file-who.ar.360.png").await?;
    phone.press("button.big").await?;
    let folder = tempfile::TempDir::new()?;
    phone.attach("#files", &attachments(folder.path())?).await?;
    phone.press("button.plain").await?;
    assert_eq!(
        phone.text().await?.matches("sample-").count(),
        4,
        "two files, each named twice"
    );
    phone.press("button.big").await?;

    // A mistake: nothing is lost, and what is wrong stands beside its field.
    phone.fill("#name", "فاطمة مثال").await?;
    phone.fill("#email", "fatima.example.org").await?;
    phone.fill("#phone", "06 12 34 56").await?;
    phone.press("button.big").await?;
    assert!(phone.has("#errors").await? && phone.has("#phone-error").await?);
    keep(phone, pictures, "file-errors.ar.360.png").await?;
    phone.fill("#email", "fatima@example.org").await?;
    phone.fill("#phone", "06 12 34 56 78").await?;
    phone.press("button.big").await?;
    keep(phone, pictures, "check.ar.360.png").await?;
    assert!(phone.page_width().await? <= 360);
    phone.click("#declaration").await?;
    phone.press("button.big").await?;
    keep(phone, pictures, "receipt.ar.360.png").await?;
    let reference = phone.text_of("#reference").await?;
    assert!(reference.starts_with("CK-26-"), "{reference}");
    Ok(Receipt { reference })
}

async fn sign_in(browser: &Browser, portal: &str, email: &str) -> anyhow::Result<()> {
    browser.go(&format!("{portal}/fr/desk")).await?;
    browser.fill("#email", email).await?;
    browser.fill("#password", town::PASSWORD).await?;
    browser.press("button.big").await?;
    assert!(browser.address().await?.ends_with("/fr/desk"));
    Ok(())
}

/// Two small files of kinds that are taken.
fn attachments(folder: &std::path::Path) -> anyhow::Result<Vec<PathBuf>> {
    const DOT: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    let picture = folder.join("sample-lamp.png");
    std::fs::write(&picture, data_encoding::BASE64.decode(DOT.as_bytes())?)?;
    let paper = folder.join("sample-request.pdf");
    std::fs::write(&paper, "%PDF-1.4\n% a sample without pages\n")?;
    Ok(vec![picture, paper])
}

/// Where pictures of the pages are kept for README and review.
fn screens() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../target/screens")
}

async fn keep(browser: &Browser, folder: Option<&PathBuf>, name: &str) -> anyhow::Result<()> {
    match folder {
        Some(folder) => browser.picture(&folder.join(name)).await,
        None => Ok(()),
    }
}
