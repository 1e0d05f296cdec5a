//! The door that mail servers use: what it answers, and what it bears.

use chikaya_domain::mail::MailReason;
use chikaya_service::mail_in::{Envelope, MailRefusal};
use chikaya_testkit::{Town, town};

use super::{FATIMA, Server, mail, said, written_to};

crate::in_both_towns! {
    a_mail_that_is_brought_twice_is_kept_once => super::a_mail_that_is_brought_twice_is_kept_once;
    bombs_are_put_aside_and_what_is_too_large_is_refused => super::bombs_are_put_aside_and_what_is_too_large_is_refused;
    the_door_speaks_as_servers_do => super::the_door_speaks_as_servers_do;
}

async fn a_mail_that_is_brought_twice_is_kept_once(town: &Town) {
    let ours = written_to(town).await;
    let (door, _open) = town.open_mail_door().await;
    let mut server = Server::at(door).await;
    let once = mail(FATIMA, "r1", "Une fois.");
    server.deliver(FATIMA, &ours.reply, &once).await;
    // As it comes when the answer was not heard, over another server even.
    let again = [b"Received: from mx2.portal.test\r\n".as_slice(), &once].concat();
    server.deliver(FATIMA, &ours.reply, &again).await;
    assert_eq!(town.read_mails().await.len(), 1);
    let told = said(town, ours.receipt.case).await;
    assert_eq!(told.matches("Une fois.").count(), 1, "{told}");
}

async fn bombs_are_put_aside_and_what_is_too_large_is_refused(town: &Town) {
    let (door, _open) = town.open_mail_door().await;
    let mut server = Server::at(door).await;
    let to = format!("chikaya@{}", town::MAIL_DOMAIN);
    let mut parts =
        b"From: x@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n".to_vec();
    for _ in 0..5_000 {
        parts.extend_from_slice(b"--b\r\nContent-Type: text/plain\r\n\r\nx\r\n");
    }
    parts.extend_from_slice(b"--b--\r\n");
    server.deliver("x@example.org", &to, &parts).await;
    let mut deep = b"From: y@example.org\r\n".to_vec();
    for level in 0..500 {
        deep.extend_from_slice(
            format!("Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n")
                .as_bytes(),
        );
    }
    deep.extend_from_slice(b"Content-Type: text/plain\r\n\r\nx\r\n");
    server.deliver("y@example.org", &to, &deep).await;
    let none = b"\x00\x01\x02 no mail at all\r\n";
    server.deliver("z@example.org", &to, none).await;
    let fates = town.read_mails().await;
    assert_eq!(fates.len(), 3);
    assert!(
        fates.iter().all(|fate| fate.state == "waiting"),
        "{fates:?}"
    );
    for reason in [MailReason::TooManyParts, MailReason::Unreadable] {
        assert!(
            fates.iter().any(|fate| fate.reason == Some(reason)),
            "{fates:?}"
        );
    }

    let mut large = b"From: z@example.org\r\n\r\n".to_vec();
    large.resize(41_000_000, b'a');
    for line in large.chunks_mut(1_000).skip(1) {
        line[0] = b'\n';
    }
    let heard = server.bring("z@example.org", &[&to, &to], &large).await;
    assert!(
        heard.iter().all(|answer| answer.starts_with("552 5.3.4")),
        "{heard:?}"
    );
    server
        .say("MAIL FROM:<z@example.org> SIZE=50000000\r\n")
        .await;
    assert!(server.hear().await.starts_with("552 5.3.4"));
    let envelope = Envelope {
        reverse_path: String::new(),
        recipient: "x".repeat(400),
    };
    let refused = town
        .clerks
        .receive_mail(envelope, b"From: x\r\n\r\n".as_slice().into())
        .await;
    assert!(matches!(refused, Err(MailRefusal::Address)));
}

async fn the_door_speaks_as_servers_do(town: &Town) {
    let (door, open) = town.open_mail_door().await;
    let mut server = Server::at(door).await;
    for (command, answer) in [
        ("EHLO x", "500"),
        ("RCPT TO:<a@reply.portal.test>", "503"),
        ("DATA", "503"),
        ("MAIL FROM:x", "501"),
        ("MAIL FROM:<>", "250"),
        ("MAIL FROM:<>", "503"),
        ("RCPT TO:<a@elsewhere.test>", "550"),
        ("RCPT TO:<شكاية@reply.portal.test>", "250"),
        ("RSET", "250"),
        ("NOOP", "250"),
        ("VRFY a", "252"),
        ("nonsense", "500"),
    ] {
        server.say(&format!("{command}\r\n")).await;
        let heard = server.hear().await;
        assert!(heard.starts_with(answer), "{command}: {heard}");
    }
    let to = [
        format!("a@{}", town::MAIL_DOMAIN),
        format!("b@{}", town::MAIL_DOMAIN.to_uppercase()),
    ];
    let to: Vec<&str> = to.iter().map(String::as_str).collect();
    // Two mails hidden in one: a dot between line ends of one sign alone ends nothing.
    let hidden = b"From: x@example.org\r\n\r\none\n.\nMAIL FROM:<y@example.org>\r\n";
    let heard = server.bring("x@example.org", &to, hidden).await;
    assert_eq!(heard.len(), 2, "a status for each recipient");
    server.say("QUIT\r\n").await;
    assert!(server.hear().await.starts_with("221 "));
    assert_eq!(town.read_mails().await.len(), 2);
    let mut waiting = Server::at(door).await;
    open.send(true).unwrap();
    assert!(
        waiting.hear().await.starts_with("421 "),
        "whoever waits is told that the door closes"
    );
}
