//! A head chooses on a telephone what she is told, and comes there from a mail.

use chikaya_domain::access::Role;
use chikaya_service::staff::notifications::{Choice, Topic};
use chikaya_testkit::{Engine, Town, town};
use e2e::{Browser, Look, screens};

const HEAD: &str = "head@sample.test";

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_leads_to_where_its_reader_chooses_what_she_is_told() -> anyhow::Result<()> {
    let town = tokio::task::spawn_blocking(|| Town::on(Engine::Sqlite)).await?;
    let portal = format!("http://{}", town.open_counters().await);
    let head = town.officer(HEAD, Role::UnitHead, town::TIZNIT).await;
    town.clerks
        .choose_notifications(head.clone(), vec![(Topic::Arrival, Choice::AtOnce)])
        .await?;
    town.clerks.file(town::filing()).await?;
    town.tell_staff().await;
    let mails = town.take_mail(&portal).await;
    let mail = mails
        .iter()
        .find(|mail| mail.to == HEAD)
        .expect("the head is told");
    let link = mail
        .text
        .lines()
        .find(|line| line.ends_with("/desk/me#notifications"))
        .expect("the mail leads there");

    // Without scripts, on a narrow telephone, in Arabic: the link leads to the door, and the door back.
    let phone = Browser::open(Look::PHONE).await?;
    phone.resize(360, 780).await?;
    phone.go(&link.replace("/fr/", "/ar/")).await?;
    phone.fill("#email", HEAD).await?;
    phone.fill("#password", town::PASSWORD).await?;
    phone.press("button.big").await?;
    assert!(phone.address().await?.contains("/ar/desk/me"));
    assert!(phone.page_width().await? <= 360);
    phone.click("#arrival option[value='never']").await?;
    phone.press("#notifications form button").await?;
    assert!(phone.has("main [role='status']").await?);
    assert_eq!(phone.value_of("#arrival").await?, "never");
    phone
        .picture(&screens().join("notifications.ar.360.png"))
        .await?;
    phone.close().await?;

    town.clerks.file(town::filing()).await?;
    town.tell_staff().await;
    let mails = town.take_mail(&portal).await;
    assert!(mails.iter().all(|mail| mail.to != HEAD));
    Ok(())
}
