//! Messages and recordings as those at the call centre and at the desk meet them.

use chikaya_domain::access::Role;
use chikaya_testkit::{Town, town};

use super::{AUTHORITY, left, wav};
use crate::{
    cases::colleague,
    visitor::{PORTAL, counters},
};

chikaya_testkit::in_both_towns! {
    a_message_is_heard_written_down_and_filed => super::a_message_is_heard_written_down_and_filed;
    a_message_is_set_aside_with_a_reason_and_put_back => super::a_message_is_set_aside_with_a_reason_and_put_back;
    what_is_filed_from_a_call_stands_on_its_page => super::what_is_filed_from_a_call_stands_on_its_page;
}

async fn a_message_is_heard_written_down_and_filed(town: &Town) {
    let counters = counters(town);
    let mut browser = colleague(town, &counters, Role::CallAgent, AUTHORITY)
        .await
        .browser;
    browser
        .get("/fr/calls/messages")
        .await
        .says(&["Messages vocaux", "Aucun message vocal ici"]);
    let message = left(town, "1/voice").await;
    let list = browser.get("/fr/calls/messages").await;
    list.says(&[
        "06\u{a0}00\u{a0}••\u{a0}••\u{a0}42",
        "parle français",
        "0:02",
    ]);
    let address = format!("/fr/calls/messages/{message}");
    let page = browser.get(&address).await;
    page.says(&[
        "+212600000042",
        "<audio controls",
        "Écrire ce qui est dit",
        "à partir du jour où le message a été laissé",
    ]);

    // The player asks for a part, and is given that part under a policy that lets nothing run.
    let policy = page.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("media-src 'self'"), "{policy}");
    let sound = format!("{address}/sound");
    let whole = browser.get_with(&sound, &[]).await;
    assert_eq!(whole.code(), 200);
    assert_eq!(whole.headers["accept-ranges"], "bytes");
    assert_eq!(whole.headers["content-type"], "audio/wav");
    assert_eq!(whole.body, wav(2));
    let part = browser.get_with(&sound, &[("range", "bytes=44-143")]).await;
    assert_eq!(part.code(), 206);
    assert_eq!(part.headers["content-range"], "bytes 44-143/32044");
    assert_eq!(part.headers["content-length"], "100");
    assert_eq!(part.body, wav(2)[44..144]);
    let beyond = browser.get_with(&sound, &[("range", "bytes=99999-")]).await;
    assert_eq!(beyond.code(), 200, "all of it");

    let empty = browser.post(&format!("{address}/write"), &[]).await;
    assert_eq!(empty.code(), 422);
    empty.says(&["Ce champ est vide"]);
    let said = "La fontaine de la place ne donne plus d’eau.";
    let written = [("words", said), ("version", "0")];
    let kept = browser.post(&format!("{address}/write"), &written).await;
    assert_eq!(kept.code(), 303);
    let other = [("words", "Autre chose"), ("version", "0")];
    let stale = browser.post(&format!("{address}/write"), &other).await;
    assert_eq!(stale.code(), 422);
    stale.says(&["Autre chose"]);
    let filing = browser.post(&format!("{address}/file"), &[]).await;
    assert_eq!(filing.code(), 303);
    let page = browser.get(filing.place()).await;
    page.says(&[
        said,
        "+212600000042",
        &format!("/fr/calls/messages/{message}/sound"),
    ]);
    town.word_mail(PORTAL).await;
}

async fn a_message_is_set_aside_with_a_reason_and_put_back(town: &Town) {
    let counters = counters(town);
    let mut browser = colleague(town, &counters, Role::CallSupervisor, AUTHORITY)
        .await
        .browser;
    let message = left(town, "1/voice").await;
    let address = format!("/fr/calls/messages/{message}");
    let without = browser.post(&format!("{address}/set-aside"), &[]).await;
    assert_eq!(without.code(), 422);
    let reason = [("reason", "nuisance")];
    let done = browser.post(&format!("{address}/set-aside"), &reason).await;
    assert_eq!(done.place(), "/fr/calls/messages?done=yes");
    browser
        .get("/fr/calls/messages")
        .await
        .says(&["Aucun message vocal ici"]);
    browser
        .get("/fr/calls/messages?state=set-aside")
        .await
        .says(&["est une insulte, un jeu ou une publicité"]);
    let page = browser.get(&address).await;
    page.says(&["Remettre parmi ceux qui attendent", "gardé jusqu’au"]);
    assert!(!page.text().contains("Écrire ce qui est dit"));
    let back = browser.post(&format!("{address}/put-back"), &[]).await;
    assert_eq!(back.code(), 303);
    browser.get(&address).await.says(&["Écrire ce qui est dit"]);
}

async fn what_is_filed_from_a_call_stands_on_its_page(town: &Town) {
    let counters = counters(town);
    let someone = colleague(town, &counters, Role::CallAgent, AUTHORITY).await;
    let mut browser = someone.browser;
    browser.post("/fr/calls/begin", &[]).await;
    let desk = town.clerks.call_desk(someone.officer).await.unwrap();
    let call = desk.in_hand.unwrap().call;
    let page = browser
        .get(&format!("/fr/desk/new?channel=phone&call={call}"))
        .await;
    page.says(&[&format!("name=\"call\" value=\"{call}\"")]);
    let filing = town::filing();
    let subject = filing.subject.unwrap().to_string();
    let territory = filing.territory.unwrap().to_string();
    let call_word = call.to_string();
    let fields = [
        ("call", call_word.as_str()),
        ("channel", "phone"),
        ("language", "fr"),
        ("kind", "complaint"),
        ("text", "Les lampadaires sont éteints depuis un mois."),
        ("subject", subject.as_str()),
        ("asked", subject.as_str()),
        ("territory", territory.as_str()),
        ("category", "person"),
        ("name", "Fatima Exemple"),
        ("preferred", "nothing"),
        ("consent", "spoken"),
        ("act", "check"),
    ];
    let begun = browser.post("/fr/desk/new", &fields).await;
    assert_eq!(begun.code(), 303);
    assert!(begun.place().ends_with("/check"), "{}", begun.place());
    let filed = browser.post(begun.place(), &[("version", "1")]).await;
    assert_eq!(filed.code(), 303, "{}", filed.text());
    let reference = filed.place().rsplit('/').next().unwrap().to_owned();
    let sheet = browser.get(&format!("/fr/calls/{call}")).await;
    sheet.says(&["Dossiers déposés pendant cet appel", &reference]);
    browser
        .get("/fr/calls/history")
        .await
        .says(&[&format!("/fr/calls/{call}")]);

    // At the desk the case says how it came, and shows no address that its officer could not open.
    let mut own = colleague(town, &counters, Role::Officer, town::TIZNIT)
        .await
        .browser;
    let page = own.get(&format!("/fr/desk/case/{reference}")).await;
    page.says(&["Déposé pendant un appel"]);
    assert!(!page.text().contains(&format!("/fr/calls/{call}\"")));
    town.word_mail(PORTAL).await;
}
