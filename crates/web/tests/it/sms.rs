//! What gateways bring and report is believed only from them; people prove their telephone by a code; administrators see what
//! it costs.

use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode},
};
use chikaya_domain::{Language, access::Role};
use chikaya_i18n::Voice;
use chikaya_service::{seam::Clock as _, webhook::WebhookSecret};
use chikaya_testkit::{Town, post_office, town};
use chikaya_web::{SmsHook, SmsProof};
use tower::ServiceExt as _;

use crate::{
    cases::{WORDS, colleague},
    visitor::{PORTAL, Visitor, counters},
};

chikaya_testkit::in_texting_towns! {
    kannel_is_known_by_its_word_and_where_it_calls_from => super::kannel_is_known_by_its_word_and_where_it_calls_from;
    a_signed_gateway_is_believed_once_and_for_a_while => super::a_signed_gateway_is_believed_once_and_for_a_while;
    a_report_is_believed_by_the_word_of_its_message => super::a_report_is_believed_by_the_word_of_its_message;
    a_telephone_is_proven_by_a_code_while_filing => super::a_telephone_is_proven_by_a_code_while_filing;
    administrators_see_what_leaves_and_try_a_text => super::administrators_see_what_leaves_and_try_a_text;
}

const TOKEN: &str = "a-word-that-nobody-guesses";
const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

/// The counters of a town with a gateway that calls from these addresses. Requests of these tests come from 0.0.0.0.
fn portal(town: &Town, name: &'static str, proof: SmsProof, allowed: &str) -> Router {
    let mut settings = town::web_settings(PORTAL);
    settings.sms = Some(SmsHook {
        name,
        proof,
        allowed: vec![allowed.parse().unwrap()],
    });
    chikaya_web::router(chikaya_web::State::new(town.clerks.clone(), settings))
}

fn kannel(town: &Town) -> Router {
    portal(
        town,
        "kannel",
        SmsProof::Token(TOKEN.to_owned()),
        "0.0.0.0/8",
    )
}

async fn get(portal: &Router, address: &str) -> StatusCode {
    let request = Request::get(address).body(Body::empty()).unwrap();
    let answer = portal.clone().oneshot(request).await.unwrap();
    let status = answer.status();
    let body = axum::body::to_bytes(answer.into_body(), 4096)
        .await
        .unwrap();
    // Kannel would send any word back as a message.
    assert!(!status.is_success() || body.is_empty());
    status
}

async fn kannel_is_known_by_its_word_and_where_it_calls_from(town: &Town) {
    let portal_ = kannel(town);
    // تتبع in UTF-16, as Kannel brings Arabic.
    let came = "id=k-1&from=%2B212600000001&coding=UTF-16BE&text=%06%2A%06%2A%06%28%06%39";
    let at = |token: &str| format!("/hooks/sms/kannel?token={token}&{came}");
    assert_eq!(get(&portal_, &at("another")).await, StatusCode::FORBIDDEN);
    assert_eq!(
        get(&portal_, &format!("/hooks/sms/kannel?{came}")).await,
        StatusCode::FORBIDDEN
    );
    let elsewhere = at(TOKEN).replace("kannel", "signed");
    assert_eq!(get(&portal_, &elsewhere).await, StatusCode::NOT_FOUND);
    let far = portal(
        town,
        "kannel",
        SmsProof::Token(TOKEN.to_owned()),
        "192.0.2.0/24",
    );
    assert_eq!(get(&far, &at(TOKEN)).await, StatusCode::FORBIDDEN);
    let deaf = portal(town, "kannel", SmsProof::ReportsAlone, "0.0.0.0/8");
    assert_eq!(get(&deaf, &at(TOKEN)).await, StatusCode::FORBIDDEN);
    assert!(town.take_texts(PORTAL).await.is_empty());

    assert_eq!(get(&portal_, &at(TOKEN)).await, StatusCode::OK);
    assert_eq!(get(&portal_, &at(TOKEN)).await, StatusCode::OK);
    let told = town.take_texts(PORTAL).await;
    assert_eq!(told.len(), 1, "brought twice, answered once");
    assert_eq!(told[0].language, "ar");
    // A name in letters cannot be answered, and nothing without a name is known again.
    let named = at(TOKEN)
        .replace("%2B212600000001", "OPERATOR")
        .replace("k-1", "k-2");
    assert_eq!(get(&portal_, &named).await, StatusCode::OK);
    let nameless = at(TOKEN).replace("id=k-1", "id=");
    assert_eq!(get(&portal_, &nameless).await, StatusCode::BAD_REQUEST);
    assert!(town.take_texts(PORTAL).await.is_empty());
}

async fn a_signed_gateway_is_believed_once_and_for_a_while(town: &Town) {
    let secret = WebhookSecret::parse(SECRET).unwrap();
    let portal_ = portal(
        town,
        "signed",
        SmsProof::Signature(secret.clone()),
        "0.0.0.0/8",
    );
    let body = r#"{"from":"+212600000001","text":"مساعدة"}"#;
    let now = town.clock.now().as_second();
    let send = async |id: &str, moment: i64, signature: String, body: &'static str| {
        let request = Request::post("/hooks/sms/signed")
            .header("content-type", "application/json")
            .header("webhook-id", id)
            .header("webhook-timestamp", moment.to_string())
            .header("webhook-signature", signature)
            .body(Body::from(body))
            .unwrap();
        portal_.clone().oneshot(request).await.unwrap().status()
    };
    let sign = |id: &str, moment: i64| secret.sign(id, moment, body.as_bytes());
    let other = r#"{"from":"+212600000002","text":"STOP"}"#;
    assert_eq!(
        send("a", now, sign("a", now), other).await,
        StatusCode::FORBIDDEN
    );
    let old = now - 301;
    assert_eq!(
        send("a", old, sign("a", old), body).await,
        StatusCode::FORBIDDEN
    );
    assert_eq!(
        send("a", now, String::new(), body).await,
        StatusCode::FORBIDDEN
    );
    assert!(town.take_texts(PORTAL).await.is_empty());
    for _ in 0..3 {
        assert_eq!(send("a", now, sign("a", now), body).await, StatusCode::OK);
    }
    assert_eq!(town.take_texts(PORTAL).await.len(), 1);
    let broken = "{}";
    let signature = secret.sign("b", now, broken.as_bytes());
    assert_eq!(
        send("b", now, signature, broken).await,
        StatusCode::BAD_REQUEST
    );
}

async fn a_report_is_believed_by_the_word_of_its_message(town: &Town) {
    let portal_ = kannel(town);
    let came =
        format!("/hooks/sms/kannel?token={TOKEN}&id=k&from=%2B212600000001&coding=UTF-8&text=AIDE");
    assert_eq!(get(&portal_, &came).await, StatusCode::OK);
    let text = town.take_texts(PORTAL).await.pop().unwrap();
    let report = |word: &str, state: &str| {
        format!(
            "/hooks/sms/kannel/report?id={}&word={word}&state={state}",
            text.id
        )
    };
    let other = "abcdefghijklmnopqrstuvwxyz234567";
    assert_eq!(
        get(&portal_, &report(other, "1")).await,
        StatusCode::FORBIDDEN
    );
    assert_eq!(get(&portal_, &report("", "1")).await, StatusCode::FORBIDDEN);
    assert_eq!(
        get(&portal_, &report(&text.report_word, "8")).await,
        StatusCode::OK
    );
    let administrator = town
        .officer("admin@portal.test", Role::Administrator, "reform-authority")
        .await;
    let delivered = async || {
        let page = town.clerks.sms_page(administrator.clone()).await.unwrap();
        page.sent.delivered
    };
    assert_eq!(delivered().await, 0, "it is on its way");
    assert_eq!(
        get(&portal_, &report(&text.report_word, "1")).await,
        StatusCode::OK
    );
    assert_eq!(delivered().await, 1);
}

async fn a_telephone_is_proven_by_a_code_while_filing(town: &Town) {
    // In the evening the code alone leaves: news are for the morning.
    town.clock.set(town::instant("2026-03-12T21:14:00Z"));
    let counters = counters(town);
    for language in Language::ALL {
        let mut visitor = Visitor::new(&counters).await;
        let begun = visitor
            .post(
                &format!("/{language}/file"),
                &[("kind", "complaint"), ("text", WORDS)],
            )
            .await;
        let word = begun.place().split('/').nth(3).unwrap().to_owned();
        let draft = format!("/{language}/file/{word}");
        visitor
            .post(&format!("{draft}/where"), &[("territory", town::TIZNIT)])
            .await;
        visitor
            .post(&format!("{draft}/who"), &[("organisation", town::TIZNIT)])
            .await;
        let voice = Voice::of(language);
        let you = visitor.get(&format!("{draft}/you")).await.text();
        assert!(
            you.contains(&*voice.say("filing-you-by-phone-texted")),
            "{you}"
        );
        let place = Language::ALL.iter().position(|other| *other == language);
        let number = format!("060000000{}", place.unwrap());
        let sent = visitor
            .post(
                &format!("{draft}/you"),
                &[
                    ("category", "person"),
                    ("name", "Fatima Exemple"),
                    ("preferred", "phone"),
                    ("phone", &number),
                ],
            )
            .await;
        assert_eq!(sent.place(), format!("{draft}/verify"), "{}", sent.text());
        let page = visitor.get(&format!("{draft}/verify")).await;
        page.says(&[&voice.say("filing-you-code-title-phone")]);
        let told = town.take_texts(PORTAL).await;
        assert_eq!(told.len(), 1);
        let code = post_office::code_in(&told[0].text).unwrap();
        let proven = visitor
            .post(&format!("{draft}/verify"), &[("code", code)])
            .await;
        assert_eq!(
            proven.place(),
            format!("{draft}/check"),
            "{}",
            proven.text()
        );
        let check = visitor.get(&format!("{draft}/check")).await;
        check.says(&[
            &voice.say("news-by-sms"),
            &voice.say("filing-you-code-done"),
        ]);
        visitor
            .post(&format!("{draft}/check"), &[("declaration", "yes")])
            .await;
        let receipt = visitor.get(&format!("{draft}/receipt")).await;
        receipt.says(&[&voice.say("news-by-sms")]);
    }
}

async fn administrators_see_what_leaves_and_try_a_text(town: &Town) {
    let counters = counters(town);
    let mut own = colleague(town, &counters, Role::Administrator, "reform-authority").await;
    for language in Language::ALL {
        let voice = Voice::of(language);
        let page = own.browser.get(&format!("/{language}/admin/sms")).await;
        page.says(&[
            &voice.say("admin-sms-open"),
            "21:00–08:00",
            &voice.say("admin-sms-cost"),
        ]);
        let tried = own
            .browser
            .post(
                &format!("/{language}/admin/sms"),
                &[("text", "Votre reçu est prêt: 3 €")],
            )
            .await;
        assert_eq!(tried.code(), 200);
        tried.says(&[
            &voice.say("admin-sms-alphabet-ucs2"),
            "ç ê",
            "Votre reçu est prêt",
        ]);
    }
    assert!(town.take_texts(PORTAL).await.is_empty(), "nothing is sent");
}
