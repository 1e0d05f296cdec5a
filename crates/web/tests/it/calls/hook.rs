//! The webhook of exchanges: believed when it is signed and fresh, heard once, and told what is wrong with it.

use chikaya_testkit::{Town, town};
use chikaya_web::HookSecret;
use jiff::{SignedDuration, Timestamp};

use super::AUTHORITY;
use crate::{
    cases::colleague,
    visitor::{Answer, Visitor, counters, counters_of},
};

chikaya_testkit::in_both_towns! {
    an_exchange_tells_of_a_call_from_its_coming_to_its_end => super::an_exchange_tells_of_a_call_from_its_coming_to_its_end;
    whoever_is_not_believed_is_told_why => super::whoever_is_not_believed_is_told_why;
}

/// Tells something, signed at an instant.
async fn tell(exchange: &mut Visitor, id: &str, at: Timestamp, body: &str) -> Answer {
    let secret = HookSecret::parse(town::CTI_SECRET).unwrap();
    let signature = secret.sign(id, at, body.as_bytes());
    told(exchange, id, &at.as_second().to_string(), &signature, body).await
}

async fn told(exchange: &mut Visitor, id: &str, at: &str, signature: &str, body: &str) -> Answer {
    let headers = [
        ("content-type", "application/json"),
        ("webhook-id", id),
        ("webhook-timestamp", at),
        ("webhook-signature", signature),
    ];
    exchange.post_with("/hooks/cti", &headers, body).await
}

async fn an_exchange_tells_of_a_call_from_its_coming_to_its_end(town: &Town) {
    let counters = counters(town);
    let lead = colleague(
        town,
        &counters,
        chikaya_domain::access::Role::CallSupervisor,
        AUTHORITY,
    )
    .await;
    let mut browser = lead.browser;
    let ready = [("act", "in"), ("queue", "general"), ("extension", "204")];
    assert_eq!(browser.post("/fr/calls/ready", &ready).await.code(), 303);
    let mut exchange = Visitor::stranger(&counters);
    let now = town.clerks.now();
    let new = format!(
        r#"{{"type":"new","call":"42","caller":"0600000042","language":"fr","wish":"orient","at":"{now}"}}"#
    );
    for _ in 0..2 {
        let answer = tell(&mut exchange, "m1", now, &new).await;
        assert_eq!(answer.code(), 204, "{}", answer.text());
        assert!(!answer.headers.contains_key("set-cookie"));
    }
    browser
        .get("/fr/calls")
        .await
        .says(&["Appel entrant", "savoir où aller"]);
    town.clock.advance_minutes(1);
    let answered = now + SignedDuration::from_secs(12);
    let body = format!(r#"{{"type":"answered","call":"42","agent":"204","at":"{answered}"}}"#);
    let sent = town.clerks.now();
    assert_eq!(tell(&mut exchange, "m2", sent, &body).await.code(), 204);
    browser.get("/fr/calls").await.says(&["+212600000042"]);
    let body = format!(r#"{{"type":"ended","call":"42","at":"{sent}"}}"#);
    assert_eq!(tell(&mut exchange, "m3", sent, &body).await.code(), 204);
    browser.get("/fr/calls").await.says(&["Notes à finir"]);
    let hidden = format!(r#"{{"type":"new","call":"43","caller":"anonymous","at":"{sent}"}}"#);
    assert_eq!(tell(&mut exchange, "m4", sent, &hidden).await.code(), 204);
    let history = browser.get("/fr/calls/history").await;
    assert_eq!(history.text().matches("<th scope=\"row\">").count(), 2);
    history.says(&["0:12", "Numéro effacé ou masqué"]);
}

async fn whoever_is_not_believed_is_told_why(town: &Town) {
    let counters = counters(town);
    let mut exchange = Visitor::stranger(&counters);
    let now = town.clerks.now();
    let body = format!(r#"{{"type":"new","call":"42","at":"{now}"}}"#);
    let at = now.as_second().to_string();
    let secret = HookSecret::parse(town::CTI_SECRET).unwrap();
    let right = secret.sign("m1", now, body.as_bytes());
    let long_ago = now - SignedDuration::from_mins(6);
    let table = [
        (
            told(&mut exchange, "m1", &at, "v1,AAAA", &body).await,
            401,
            "signature-wrong",
        ),
        (
            told(&mut exchange, "m2", &at, &right, &body).await,
            401,
            "signature-wrong",
        ),
        (
            told(&mut exchange, "m1", "soon", &right, &body).await,
            401,
            "signature-missing",
        ),
        (
            tell(&mut exchange, "m3", long_ago, &body).await,
            401,
            "signature-stale",
        ),
        (
            tell(&mut exchange, "m4", now, "{").await,
            400,
            "not-understood",
        ),
        (
            tell(&mut exchange, "m5", now, &body.replace("new", "lost")).await,
            400,
            "not-understood",
        ),
        (
            tell(&mut exchange, "m6", now, &body.replace("at", "when")).await,
            400,
            "not-understood",
        ),
        (
            tell(&mut exchange, "m7", now, &body.replace("42", "")).await,
            422,
            "invalid",
        ),
    ];
    for (answer, status, kind) in table {
        assert_eq!(answer.code(), status, "{}", answer.text());
        assert_eq!(answer.headers["content-type"], "application/problem+json");
        answer.says(&[kind]);
    }
    let large = format!(
        r#"{{"type":"new","call":"42","digits":"{}","at":"{now}"}}"#,
        "1".repeat(20_000)
    );
    assert_eq!(tell(&mut exchange, "m8", now, &large).await.code(), 413);
    // Who sends too much is asked to wait, before anything is looked at.
    let counters = counters_of(town, crate::visitor::PORTAL, 1);
    let mut exchange = Visitor::stranger(&counters);
    let mut last = 0;
    for number in 0..12 {
        last = tell(&mut exchange, &format!("n{number}"), now, &body)
            .await
            .code();
    }
    assert_eq!(last, 429);
}
