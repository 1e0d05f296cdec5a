//! A gateway that answers, refuses, is away or says nothing: what is learnt of the message, and how soon.

#![expect(clippy::unwrap_used, reason = "a test that meets an error fails there")]

use std::time::{Duration, Instant};

use chikaya_channels::{
    mail::SendError,
    sms::{Gateway, GatewaySettings, Protocol, Text},
};
use chikaya_domain::sms::segments;
use jiff::Timestamp;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpListener,
    task::JoinHandle,
};
use uuid::Uuid;

const TEXT: &str = "توصلنا بملفكم\nCK-26-7K3M-9QDX";

fn text() -> Text {
    Text {
        id: Uuid::from_u128(7),
        to: "+212600000001".to_owned(),
        text: TEXT.to_owned(),
        segments: segments(TEXT),
        language: "ar",
        report_word: "word".to_owned(),
    }
}

fn gateway(port: u16) -> Gateway {
    Gateway::new(&GatewaySettings {
        url: format!("http://127.0.0.1:{port}/cgi-bin/sendsms"),
        protocol: Protocol::Kannel {
            user: "chikaya".to_owned(),
            password: "secret".to_owned(),
        },
        from: "3737".to_owned(),
        report: None,
        timeout_seconds: 1,
    })
    .unwrap()
}

/// A server that hears one request and gives this answer; none: it hears and says nothing. Answers with what it heard.
async fn server(answer: Option<&'static str>) -> (u16, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    #[expect(
        clippy::disallowed_methods,
        reason = "the server ends with the test's runtime"
    )]
    let heard = tokio::spawn(async move {
        let (mut line, _) = listener.accept().await.unwrap();
        let mut heard = Vec::new();
        let mut piece = [0; 4096];
        while !heard.windows(4).any(|end| end == b"\r\n\r\n") {
            let count = line.read(&mut piece).await.unwrap();
            if count == 0 {
                break;
            }
            heard.extend_from_slice(&piece[..count]);
        }
        match answer {
            Some(answer) => line.write_all(answer.as_bytes()).await.unwrap(),
            None => tokio::time::sleep(Duration::from_secs(5)).await,
        }
        String::from_utf8(heard).unwrap()
    });
    (port, heard)
}

const ACCEPTED: &str =
    "HTTP/1.1 202 Accepted\r\nContent-Length: 25\r\n\r\n0: Accepted for delivery\n";

#[tokio::test]
async fn a_message_is_handed_over_letter_by_letter() {
    let (port, heard) = server(Some(ACCEPTED)).await;
    gateway(port)
        .send(&text(), Timestamp::UNIX_EPOCH)
        .await
        .unwrap();
    let heard = heard.await.unwrap();
    let target = heard.split(' ').nth(1).unwrap();
    let url = url::Url::parse("http://localhost")
        .unwrap()
        .join(target)
        .unwrap();
    let of = |name: &str| {
        let pair = url.query_pairs().find(|(key, _)| key == name).unwrap();
        pair.1.into_owned()
    };
    assert!(target.starts_with("/cgi-bin/sendsms?"), "{target}");
    assert_eq!(of("text"), TEXT);
    assert_eq!(
        (of("coding"), of("charset")),
        ("2".to_owned(), "UTF-8".to_owned())
    );
    assert!(
        heard.contains(&format!("host: 127.0.0.1:{port}")),
        "{heard}"
    );
}

#[tokio::test]
async fn what_a_gateway_answers_says_what_becomes_of_the_message() {
    type Is = fn(&SendError) -> bool;
    let cases: [(&str, Is); 5] = [
        ("400 Bad Request", |error| {
            matches!(error, SendError::Refused(_))
        }),
        ("403 Forbidden", |error| {
            matches!(error, SendError::NoServer(_))
        }),
        ("404 Not Found", |error| {
            matches!(error, SendError::NoServer(_))
        }),
        ("429 Too Many Requests", |error| {
            matches!(error, SendError::Postponed(_))
        }),
        ("503 Service Unavailable", |error| {
            matches!(error, SendError::Postponed(_))
        }),
    ];
    for (status, is) in cases {
        let answer = format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n").leak();
        let (port, _heard) = server(Some(answer)).await;
        let error = gateway(port)
            .send(&text(), Timestamp::UNIX_EPOCH)
            .await
            .unwrap_err();
        assert!(is(&error), "{status}: {error}");
    }
}

#[tokio::test]
async fn a_gateway_that_is_away_or_silent_holds_nobody_up() {
    let closed = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = closed.local_addr().unwrap().port();
    drop(closed);
    let away = gateway(port);
    assert!(matches!(
        away.send(&text(), Timestamp::UNIX_EPOCH).await,
        Err(SendError::NoServer(_))
    ));
    assert!(away.test().await.is_err());

    let (port, _heard) = server(None).await;
    let begun = Instant::now();
    let silent = gateway(port).send(&text(), Timestamp::UNIX_EPOCH).await;
    // It may have taken the message: it is sent again under the same name.
    assert!(matches!(silent, Err(SendError::Broken(_))), "{silent:?}");
    assert!(begun.elapsed() < Duration::from_secs(3));
}

#[test]
fn settings_that_cannot_work_are_refused() {
    let settings = GatewaySettings {
        url: "http://127.0.0.1:13013/".to_owned(),
        protocol: Protocol::Kannel {
            user: "chikaya".to_owned(),
            password: String::new(),
        },
        from: String::new(),
        report: None,
        timeout_seconds: 20,
    };
    assert!(Gateway::new(&settings).is_ok());
    for url in ["", "127.0.0.1", "ftp://gateway.example.org/"] {
        let wrong = GatewaySettings {
            url: url.to_owned(),
            ..settings.clone()
        };
        assert!(Gateway::new(&wrong).is_err(), "{url}");
    }
    for timeout_seconds in [0, 61] {
        let wrong = GatewaySettings {
            timeout_seconds,
            ..settings.clone()
        };
        assert!(Gateway::new(&wrong).is_err(), "{timeout_seconds}");
    }
}
