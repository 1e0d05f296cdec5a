//! The second factor is set up with a telephone: what it is to photograph can be photographed.

use chikaya_domain::{Language, access::Role};
use chikaya_service::staff::{NewStaff, Password};
use chikaya_testkit::{Engine, Town, town};
use e2e::{Browser, Look, screens};

/// Whoever must have a second factor, and sets it up on signing in.
const AUDITOR: &str = "auditor@example.org";

/// Whoever sets it up of their own will.
const OFFICER: &str = "officer@sample.test";

/// The smallest side of a code that a telephone reads from a screen, in pixels.
const LEAST: f64 = 200.0;

/// Boxes of the white ground, of the drawing in it and of the line below, and the colours a camera sees.
const MEASURE: &str = "(() => {
    const box = (element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return [left, top, right, bottom];
    };
    const ground = document.querySelector('.qr');
    const drawing = ground.querySelector('svg');
    const style = (of, what) => getComputedStyle(of).getPropertyValue(what);
    return {
        ground: box(ground),
        drawing: box(drawing),
        below: ground.nextElementSibling.getBoundingClientRect().top,
        colours: [
            style(ground, 'background-color'),
            style(drawing.querySelector('rect'), 'fill'),
            style(drawing.querySelector('path'), 'fill'),
        ],
        window: document.documentElement.clientWidth,
    };
})()";

async fn sign_in(
    browser: &Browser,
    portal: &str,
    language: &str,
    email: &str,
) -> anyhow::Result<()> {
    browser
        .go(&format!("{portal}/{language}/desk/sign-in"))
        .await?;
    browser.fill("#email", email).await?;
    browser.fill("#password", town::PASSWORD).await?;
    browser.press("button.big").await?;
    Ok(())
}

/// The code on the page can be photographed: a square of a good size, dark on white, wholly on its white ground and
/// wholly in the window, with nothing across it.
async fn can_be_photographed(browser: &Browser, name: &str) -> anyhow::Result<()> {
    let seen = browser.evaluate(MEASURE).await?;
    let sides = |of: &str| [0, 1, 2, 3].map(|side| seen[of][side].as_f64().unwrap_or(f64::NAN));
    let [left, top, right, bottom] = sides("drawing");
    assert!(right - left >= LEAST, "{name}: {seen}");
    assert!(
        ((right - left) - (bottom - top)).abs() < 1.0,
        "{name}: {seen}"
    );
    let ground = sides("ground");
    assert!(
        left >= ground[0] - 0.5 && top >= ground[1] - 0.5,
        "{name}: {seen}"
    );
    assert!(
        right <= ground[2] + 0.5 && bottom <= ground[3] + 0.5,
        "{name}: {seen}"
    );
    assert!(
        seen["below"].as_f64() >= Some(ground[3] - 0.5),
        "{name}: {seen}"
    );
    assert!(
        ground[0] >= 0.0 && seen["window"].as_f64() >= Some(ground[2]),
        "{name}: {seen}"
    );
    let white = "rgb(255, 255, 255)";
    let colours = serde_json::json!([white, white, "rgb(0, 0, 0)"]);
    assert_eq!(seen["colours"], colours, "{name}");
    browser
        .picture(&screens().join(format!("second-factor.{name}.png")))
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_telephone_can_photograph_the_code_of_the_second_factor() -> anyhow::Result<()> {
    let town = tokio::task::spawn_blocking(|| Town::on(Engine::Sqlite)).await?;
    let portal = format!("http://{}", town.open_counters().await);
    let clerks = town.clerks.clone();
    tokio::task::spawn_blocking(move || {
        let password = Password::choose(town::PASSWORD, AUDITOR).expect("a good password");
        let new = NewStaff {
            email: AUDITOR.to_owned(),
            name: "Sample auditor".to_owned(),
            role: Role::Auditor,
            organisation: town::organisation_code("reform-authority"),
            unit: None,
            language: Language::French,
        };
        clerks.create_staff(new, &password)
    })
    .await??;
    town.officer(OFFICER, Role::Officer, town::TIZNIT).await;

    // Where the policy asks for it, on the way in; here without scripts, on a narrow telephone, in Arabic.
    let phone = Browser::open(Look::PHONE).await?;
    sign_in(&phone, &portal, "ar", AUDITOR).await?;
    phone.arrive("/second-factor/set-up").await?;
    phone.resize(360, 780).await?;
    can_be_photographed(&phone, "ar.360").await?;
    phone.likes_dark(true).await?;
    can_be_photographed(&phone, "ar.360.dark").await?;
    // A wrong code is the app's, which nobody sent.
    phone.fill("#code", "000000").await?;
    phone.press("main form button").await?;
    let told = phone.text_of("#code-error").await?;
    assert!(told.contains("تطبيقكم"), "{told}");
    phone.close().await?;

    // On one's own page.
    let desk = Browser::open(Look::DESKTOP).await?;
    sign_in(&desk, &portal, "fr", OFFICER).await?;
    desk.go(&format!("{portal}/fr/desk/me/second-factor"))
        .await?;
    desk.resize(1280, 800).await?;
    can_be_photographed(&desk, "fr.1280").await?;
    desk.likes_dark(true).await?;
    can_be_photographed(&desk, "fr.1280.dark").await?;
    desk.close().await
}
