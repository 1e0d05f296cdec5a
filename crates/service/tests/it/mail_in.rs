//! Mail that comes in: where each of a table of mails ends, over the door that mail servers use and through real ones, and what
//! the desk does with those that wait.

mod real;

use std::net::SocketAddr;

use chikaya_domain::{
    access::Role,
    case::{Channel, Fact, Stage},
    id::CaseId,
    mail::MailReason,
    reference::{DraftCode, Reference},
};
use chikaya_service::{
    Trouble,
    case::{act::StaffAct, file::Receipt},
    draft::{DraftState, filing::TypedFiling},
    mail_in::{Envelope, MailFate, MailRefusal},
    staff::Officer,
    token::CasePass,
};
use chikaya_testkit::{Town, town};
use jiff::civil::date;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::TcpStream,
};

crate::in_both_towns! {
    each_mail_ends_where_the_table_says => super::each_mail_ends_where_the_table_says;
    a_mail_replies_to_the_question_that_waits => super::a_mail_replies_to_the_question_that_waits;
    a_mail_that_is_brought_twice_is_kept_once => super::a_mail_that_is_brought_twice_is_kept_once;
    a_new_mail_is_answered_once_and_completed_by_a_link => super::a_new_mail_is_answered_once_and_completed_by_a_link;
    nobody_is_answered_without_end => super::nobody_is_answered_without_end;
    ended_links_end_the_words_for_replies => super::ended_links_end_the_words_for_replies;
    what_comes_back_is_told_and_nothing_more_is_sent_there => super::what_comes_back_is_told_and_nothing_more_is_sent_there;
    the_desk_says_what_becomes_of_a_mail => super::the_desk_says_what_becomes_of_a_mail;
    few_see_a_mail_that_waits => super::few_see_a_mail_that_waits;
    bombs_are_put_aside_and_what_is_too_large_is_refused => super::bombs_are_put_aside_and_what_is_too_large_is_refused;
    mails_are_forgotten_when_their_time_is_over => super::mails_are_forgotten_when_their_time_is_over;
    the_door_speaks_as_servers_do => super::the_door_speaks_as_servers_do;
}

const PORTAL: &str = "https://portal.test";
const FATIMA: &str = "fatima@example.org";

/// Where each mail of the folder ends.
const TABLE: &str = include_str!("../mails/table.tsv");

fn whole(name: &str) -> Vec<u8> {
    let file = format!("{}/tests/mails/{name}.eml", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(file).unwrap()
}

/// The addresses that a mail of ours about a case gives.
struct Ours {
    receipt: Receipt,
    reply: String,
    bounce: String,
}

/// A case whose filer was written to.
async fn written_to(town: &Town) -> Ours {
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    let mail = town.take_mail(PORTAL).await.pop().unwrap();
    let reply = mail.reply.unwrap();
    Ours {
        receipt,
        reply: reply.to,
        bounce: reply.returned_to,
    }
}

/// A conversation with the door.
struct Server {
    stream: BufReader<TcpStream>,
}

impl Server {
    async fn at(door: SocketAddr) -> Self {
        let mut server = Self {
            stream: BufReader::new(TcpStream::connect(door).await.unwrap()),
        };
        assert!(server.hear().await.starts_with("220 "));
        server.say("LHLO mx.portal.test\r\n").await;
        assert!(server.hear().await.contains("250-SMTPUTF8"));
        server
    }

    async fn say(&mut self, words: &str) {
        self.stream.write_all(words.as_bytes()).await.unwrap();
    }

    /// One answer, all its lines.
    async fn hear(&mut self) -> String {
        let mut answer = String::new();
        loop {
            let from = answer.len();
            self.stream.read_line(&mut answer).await.unwrap();
            let line = &answer[from..];
            if line.as_bytes().get(3) != Some(&b'-') {
                return answer;
            }
        }
    }

    /// Brings a mail, all commands in one go, and hears what became of it for each recipient.
    async fn bring(&mut self, reverse_path: &str, to: &[&str], raw: &[u8]) -> Vec<String> {
        let mut commands = format!("MAIL FROM:<{reverse_path}> SMTPUTF8 BODY=8BITMIME\r\n");
        for recipient in to {
            commands.push_str(&format!("RCPT TO:<{recipient}>\r\n"));
        }
        commands.push_str("DATA\r\n");
        self.say(&commands).await;
        for _ in 0..=to.len() {
            let answer = self.hear().await;
            assert!(answer.starts_with("250 "), "{answer}");
        }
        assert!(self.hear().await.starts_with("354 "));
        for line in raw.split_inclusive(|byte| *byte == b'\n') {
            if line.starts_with(b".") {
                self.stream.write_all(b".").await.unwrap();
            }
            self.stream.write_all(line).await.unwrap();
        }
        let end: &[u8] = if raw.ends_with(b"\r\n") { b".\r\n" } else { b"\r\n.\r\n" };
        self.stream.write_all(end).await.unwrap();
        let mut heard = Vec::new();
        for _ in to {
            heard.push(self.hear().await);
        }
        heard
    }

    /// Brings one that is kept.
    async fn deliver(&mut self, reverse_path: &str, to: &str, raw: &[u8]) {
        let heard = self.bring(reverse_path, &[to], raw).await;
        assert!(heard[0].starts_with("250 2.1.5"), "{heard:?}");
    }
}

/// A mail by somebody, proven, with words of its own.
fn mail(from: &str, id: &str, words: &str) -> Vec<u8> {
    let domain = from.split_once('@').unwrap().1;
    format!(
        "Authentication-Results: {}; dmarc=pass header.from={domain}\r\nFrom: <{from}>\r\nSubject: Bonjour\r\nMessage-ID: <{id}@{domain}>\r\nDate: Thu, 12 Mar 2026 21:20:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{words}\r\n",
        town::BORDER
    )
    .into_bytes()
}

/// All that was said about a case, and the names of its files.
async fn said(town: &Town, case: CaseId) -> String {
    let pass = CasePass::issue(case, town.clerks.now());
    let page = town.clerks.follow(pass).await.unwrap();
    let words = page.timeline.iter().filter_map(|entry| entry.text.as_ref());
    let words = words.map(|text| text.body.clone());
    let files = page.files.iter().map(|file| format!("file:{}", file.name));
    words.chain(files).collect::<Vec<_>>().join("\n")
}

async fn facts(town: &Town, case: CaseId) -> Vec<Fact> {
    let pass = CasePass::issue(case, town.clerks.now());
    let page = town.clerks.follow(pass).await.unwrap();
    page.timeline.into_iter().map(|entry| entry.fact).collect()
}

/// What stands in the draft to which a mail with a code leads.
async fn draft(town: &Town, text: &str) -> (TypedFiling, Vec<String>) {
    let code = text
        .split_whitespace()
        .find_map(|word| word.split_once("/continue/"))
        .and_then(|(_, code)| DraftCode::parse(code).ok())
        .unwrap();
    let token = town.clerks.draft_with_code(code).await.unwrap().unwrap();
    let DraftState::Open(draft) = town.clerks.draft::<TypedFiling>(token).await.unwrap() else {
        panic!("nothing was sent yet");
    };
    let files = draft.files.into_iter().map(|file| file.name).collect();
    (draft.content, files)
}

async fn authority(town: &Town) -> Officer {
    town.officer(
        "route@sample.test",
        Role::ReformAuthority,
        "reform-authority",
    )
    .await
}

/// A row of the table.
struct Row<'a> {
    name: &'a str,
    to: String,
    returned_to: &'a str,
    ends: &'a str,
    why: Option<MailReason>,
    says: Option<&'a str>,
}

/// The rows, with the addresses that a mail of ours gave.
fn rows(ours: &Ours) -> Vec<Row<'static>> {
    let domain = town::MAIL_DOMAIN;
    let found: Vec<Row<'static>> = TABLE
        .lines()
        .filter(|row| !row.starts_with('#'))
        .map(|row| {
            let cells: Vec<&str> = row.split('\t').collect();
            let [name, to, returned_to, ends, why, says] = cells[..] else {
                panic!("a row has six cells: {row}");
            };
            let to = match to {
                "reply" => ours.reply.clone(),
                "REPLY" => {
                    let (local, domain) = ours.reply.split_once('@').unwrap();
                    format!("{}@{domain}", local.to_uppercase())
                }
                "bounce" => ours.bounce.clone(),
                "false" => format!("reply+{}@{domain}", "a".repeat(50)),
                "bounce-false" => format!("bounce+{}@{domain}", "a".repeat(50)),
                "cut" => format!("{}@{domain}", &ours.reply[..40]),
                _ => format!("chikaya@{domain}"),
            };
            let given = |cell: &'static str| (cell != "-").then_some(cell);
            Row {
                name,
                to,
                returned_to,
                ends,
                why: given(why).map(|why| MailReason::from_word(why).unwrap()),
                says: given(says),
            }
        })
        .collect();
    assert!(found.len() >= 40, "{} mails", found.len());
    found
}

/// Whether a mail that was read ended where its row says, and says what it says.
async fn must_have_ended(town: &Town, case: CaseId, readers: &[Officer], row: &Row<'_>, fates: &[MailFate]) {
    let name = row.name;
    let [MailFate { state, reason }] = fates[..] else {
        panic!("{name}: {fates:?}");
    };
    assert_eq!((state, reason), (row.ends, row.why), "{name}");
    let Some(says) = row.says else { return };
    let told = match row.ends {
        "joined" => said(town, case).await,
        "begun" => {
            let answer = town.take_mail(PORTAL).await.pop().unwrap();
            let (typed, files) = draft(town, &answer.text).await;
            let files = files.into_iter().map(|file| format!("file:{file}"));
            let words = [typed.text].into_iter().chain(files);
            words.collect::<Vec<_>>().join("\n")
        }
        _ => {
            let mut told = String::new();
            for officer in readers {
                let waiting = town.clerks.mails_waiting(officer.clone(), None).await;
                for mail in waiting.unwrap().mails {
                    told.push_str(&format!("{}\n{}\n", mail.subject, mail.beginning));
                }
            }
            told
        }
    };
    assert!(told.contains(says), "{name}: {told}");
    assert!(!told.contains("steal()") && !told.contains("<p>"), "{name}: {told}");
}

/// Those who see all mails that wait.
async fn readers(town: &Town) -> Vec<Officer> {
    let head = town
        .officer("head@sample.test", Role::UnitHead, town::TIZNIT)
        .await;
    vec![authority(town).await, head]
}

async fn each_mail_ends_where_the_table_says(town: &Town) {
    let ours = written_to(town).await;
    let readers = readers(town).await;
    let (door, _open) = town.open_mail_door().await;
    let mut server = Server::at(door).await;
    for row in rows(&ours) {
        server.deliver(row.returned_to, &row.to, &whole(row.name)).await;
        let fates = town.read_mails().await;
        must_have_ended(town, ours.receipt.case, &readers, &row, &fates).await;
    }
    // Nobody is answered but those whose mails began a filing.
    assert!(town.take_mail(PORTAL).await.is_empty());
    town.checked().await;
}

async fn a_mail_replies_to_the_question_that_waits(town: &Town) {
    let ours = written_to(town).await;
    let head = town
        .officer("head@sample.test", Role::UnitHead, town::TIZNIT)
        .await;
    let ask = StaffAct::Ask {
        question: "Quelle rue ?".to_owned(),
        respond_by: date(2026, 3, 20),
    };
    for (version, act) in [StaffAct::Examine, StaffAct::TakeUp, ask].into_iter().enumerate() {
        let version = u32::try_from(version).unwrap() + 1;
        let reference = ours.receipt.reference.clone();
        let done = town.clerks.act(head.clone(), reference, version, act).await;
        done.unwrap();
    }
    let question = town.take_mail(PORTAL).await.pop().unwrap();
    let to = question.reply.unwrap().to;
    assert_ne!(to, ours.reply, "each mail has a word of its own");
    let (door, _open) = town.open_mail_door().await;
    let mut server = Server::at(door).await;
    let reply = mail(FATIMA, "r1", "Rue de l’École.\r\n\r\nLe 12 mars 2026, Chikaya a écrit :\r\n> Quelle rue ?");
    server.deliver(FATIMA, &to, &reply).await;
    assert_eq!(town.read_mails().await[0].state, "joined");
    let facts = facts(town, ours.receipt.case).await;
    assert!(facts.iter().any(|fact| matches!(fact, Fact::Replied { .. })), "{facts:?}");
    let page = town.clerks.desk_page(head, ours.receipt.reference).await.unwrap();
    assert_ne!(page.page.case.stage, Stage::Waiting);
    assert!(said(town, ours.receipt.case).await.contains("> Quelle rue ?"), "nothing is cut");
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

async fn a_new_mail_is_answered_once_and_completed_by_a_link(town: &Town) {
    let (door, _open) = town.open_mail_door().await;
    let mut server = Server::at(door).await;
    let to = format!("chikaya@{}", town::MAIL_DOMAIN);
    let words = "Depuis trois semaines les lampadaires de notre rue sont éteints et personne ne répond.";
    server.deliver("karim@example.org", &to, &mail("karim@example.org", "n1", words)).await;
    assert_eq!(town.read_mails().await[0].state, "begun");
    let answers = town.take_mail(PORTAL).await;
    let [answer] = &answers[..] else {
        panic!("one answer");
    };
    assert_eq!(answer.to, "karim@example.org");
    assert_eq!(answer.answers.as_deref(), Some("<n1@example.org>"));
    assert!(answer.text.contains("Complétez votre dépôt") || answer.subject == "Complétez votre dépôt");
    assert!(!answer.text.contains("lampadaires"), "the answer says nothing of it");
    let (typed, _) = draft(town, &answer.text).await;
    assert!(typed.text.contains(words), "{}", typed.text);
    assert_eq!(typed.channel, Channel::Email);
    assert_eq!(typed.verified.as_deref(), Some("karim@example.org"));
}

async fn nobody_is_answered_without_end(town: &Town) {
    let (door, _open) = town.open_mail_door().await;
    let mut server = Server::at(door).await;
    let to = format!("chikaya@{}", town::MAIL_DOMAIN);
    for number in 0..60 {
        town.clock.advance_minutes(1);
        let words = format!("Demande numéro {number}.");
        let raw = mail("karim@example.org", &format!("n{number}"), &words);
        server.deliver("karim@example.org", &to, &raw).await;
        town.read_mails().await;
    }
    assert_eq!(town.take_mail(PORTAL).await.len(), 3);
    let authority = authority(town).await;
    let page = town.clerks.mails_waiting(authority.clone(), None).await.unwrap();
    assert_eq!(page.mails.len(), 25);
    assert_eq!(page.mails[0].reason, MailReason::Many);
    let rest = town.clerks.mails_waiting(authority, page.next).await.unwrap();
    assert!(rest.mails.iter().any(|mail| mail.reason == MailReason::AnsweredEnough));
}

async fn ended_links_end_the_words_for_replies(town: &Town) {
    let ours = written_to(town).await;
    let pass = CasePass::issue(ours.receipt.case, town.clerks.now());
    town.clerks.end_links(pass).await.unwrap();
    let (door, _open) = town.open_mail_door().await;
    let mut server = Server::at(door).await;
    server.deliver(FATIMA, &ours.reply, &mail(FATIMA, "r1", "Trop tard.")).await;
    let fates = town.read_mails().await;
    assert_eq!(fates[0].reason, Some(MailReason::EndedWord));
}

async fn what_comes_back_is_told_and_nothing_more_is_sent_there(town: &Town) {
    let ours = written_to(town).await;
    let head = town
        .officer("head@sample.test", Role::UnitHead, town::TIZNIT)
        .await;
    let (door, _open) = town.open_mail_door().await;
    let mut server = Server::at(door).await;
    server.deliver("", &ours.bounce, &whole("returned")).await;
    assert_eq!(town.read_mails().await[0].reason, Some(MailReason::Returned));
    let waiting = town.clerks.mails_waiting(head.clone(), None).await.unwrap();
    let told = &waiting.mails[0];
    assert_eq!((told.sender.as_str(), told.subject.as_str()), (FATIMA, "5.1.1"));
    assert_eq!(told.reference.as_ref(), Some(&ours.receipt.reference));
    let transfer = StaffAct::Transfer {
        to: town::organisation_code("onee"),
        reason: "Réseau électrique.".to_owned(),
    };
    let reference = ours.receipt.reference.clone();
    town.clerks.act(head, reference, 1, transfer).await.unwrap();
    let mails = town.take_mail(PORTAL).await;
    assert!(mails.iter().all(|mail| mail.to != FATIMA));
}

async fn the_desk_says_what_becomes_of_a_mail(town: &Town) {
    let ours = written_to(town).await;
    let head = town
        .officer("head@sample.test", Role::UnitHead, town::TIZNIT)
        .await;
    let authority = authority(town).await;
    let (door, _open) = town.open_mail_door().await;
    let mut server = Server::at(door).await;
    server.deliver("ali@example.org", &ours.reply, &mail("ali@example.org", "o1", "Je réponds pour ma mère.")).await;
    let elsewhere = format!("chikaya@{}", town::MAIL_DOMAIN);
    let unproven = String::from_utf8(mail("sara@example.org", "u1", "Il y a un trou dans la rue.")).unwrap();
    let unproven = unproven.replace("dmarc=pass", "dmarc=none");
    server.deliver("sara@example.org", &elsewhere, unproven.as_bytes()).await;
    let spam = unproven.replace("u1@", "u2@").replace("un trou", "une offre");
    server.deliver("sara@example.org", &elsewhere, spam.as_bytes()).await;
    assert_eq!(town.read_mails().await.len(), 3);

    let waiting = town.clerks.mails_waiting(head.clone(), None).await.unwrap();
    let [of_case] = &waiting.mails[..] else {
        panic!("one mail about a case of theirs: {waiting:?}");
    };
    let opened = town.clerks.waiting_mail(head.clone(), of_case.id).await.unwrap();
    assert!(opened.parts[0].words.contains("pour ma mère"));
    let nobodys = Reference::parse("CK-26-0000-0000");
    assert!(nobodys.is_err() || town.clerks.join_mail(head.clone(), of_case.id, nobodys.unwrap()).await.is_err());
    let reference = ours.receipt.reference.clone();
    town.clerks.join_mail(head.clone(), of_case.id, reference.clone()).await.unwrap();
    let desk = town.clerks.desk_page(head.clone(), reference.clone()).await.unwrap();
    let note = desk.page.timeline.iter().rev().find(|entry| matches!(entry.fact, Fact::Noted { .. }));
    let note = note.and_then(|entry| entry.text.as_ref()).unwrap();
    assert!(note.body.contains("ali@example.org") && note.body.contains("pour ma mère"), "{}", note.body);
    assert!(!said(town, ours.receipt.case).await.contains("pour ma mère"), "the filer sees no note");
    let again = town.clerks.join_mail(head.clone(), of_case.id, reference).await;
    assert!(matches!(again, Err(Trouble::Stale | Trouble::NotFound)), "{again:?}");

    let waiting = town.clerks.mails_waiting(authority.clone(), None).await.unwrap();
    assert_eq!(waiting.mails.len(), 2);
    let find = |words: &str| waiting.mails.iter().find(|mail| mail.beginning.contains(words)).unwrap().id;
    town.clerks.begin_filing_of_mail(authority.clone(), find("un trou")).await.unwrap();
    let answer = town.take_mail(PORTAL).await.pop().unwrap();
    assert_eq!(answer.to, "sara@example.org");
    assert!(draft(town, &answer.text).await.0.text.contains("un trou"));
    town.clerks.leave_mail(authority.clone(), find("une offre")).await.unwrap();
    assert!(town.clerks.mails_waiting(authority.clone(), None).await.unwrap().mails.is_empty());
    town.checked().await;
}

async fn few_see_a_mail_that_waits(town: &Town) {
    let ours = written_to(town).await;
    let (door, _open) = town.open_mail_door().await;
    let mut server = Server::at(door).await;
    server.deliver("ali@example.org", &ours.reply, &mail("ali@example.org", "o1", "Pour elle.")).await;
    let elsewhere = format!("chikaya@{}", town::MAIL_DOMAIN);
    server.deliver("x@example.org", &elsewhere, &whole("new-unproven")).await;
    town.read_mails().await;
    for (role, organisation, seen) in [
        (Role::Officer, town::TIZNIT, Some(1)),
        (Role::AdministrationHead, town::TIZNIT, Some(1)),
        (Role::Officer, "onee", Some(0)),
        (Role::ReformAuthority, "reform-authority", Some(2)),
        (Role::Registry, town::TIZNIT, None),
        (Role::Auditor, "reform-authority", None),
        (Role::Administrator, "reform-authority", None),
    ] {
        let email = format!("{role}-{organisation}@sample.test");
        let officer = town.officer(&email, role, organisation).await;
        let found = town.clerks.mails_waiting(officer, None).await;
        match seen {
            Some(count) => assert_eq!(found.unwrap().mails.len(), count, "{role} {organisation}"),
            None => assert!(matches!(found, Err(Trouble::Forbidden)), "{role}"),
        }
    }
}

async fn bombs_are_put_aside_and_what_is_too_large_is_refused(town: &Town) {
    let (door, _open) = town.open_mail_door().await;
    let mut server = Server::at(door).await;
    let to = format!("chikaya@{}", town::MAIL_DOMAIN);
    let mut parts = b"From: x@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n".to_vec();
    for _ in 0..5_000 {
        parts.extend_from_slice(b"--b\r\nContent-Type: text/plain\r\n\r\nx\r\n");
    }
    parts.extend_from_slice(b"--b--\r\n");
    server.deliver("x@example.org", &to, &parts).await;
    let mut deep = b"From: y@example.org\r\n".to_vec();
    for level in 0..500 {
        deep.extend_from_slice(format!("Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n").as_bytes());
    }
    deep.extend_from_slice(b"Content-Type: text/plain\r\n\r\nx\r\n");
    server.deliver("y@example.org", &to, &deep).await;
    let fates = town.read_mails().await;
    assert_eq!(fates.len(), 2);
    assert_eq!(fates[0].reason, Some(MailReason::TooManyParts));
    assert_eq!(fates[1].state, "waiting");

    let mut large = b"From: z@example.org\r\n\r\n".to_vec();
    large.resize(41_000_000, b'a');
    for line in large.chunks_mut(1_000).skip(1) {
        line[0] = b'\n';
    }
    let heard = server.bring("z@example.org", &[&to, &to], &large).await;
    assert!(heard.iter().all(|answer| answer.starts_with("552 5.3.4")), "{heard:?}");
    server.say("MAIL FROM:<z@example.org> SIZE=50000000\r\n").await;
    assert!(server.hear().await.starts_with("552 5.3.4"));
    let envelope = Envelope {
        reverse_path: String::new(),
        recipient: "x".repeat(400),
    };
    let refused = town.clerks.receive_mail(envelope, b"From: x\r\n\r\n".as_slice().into()).await;
    assert!(matches!(refused, Err(MailRefusal::Address)));
}

async fn mails_are_forgotten_when_their_time_is_over(town: &Town) {
    let (door, _open) = town.open_mail_door().await;
    let mut server = Server::at(door).await;
    let to = format!("chikaya@{}", town::MAIL_DOMAIN);
    server.deliver("offres@example.com", &to, &whole("new-newsletter")).await;
    server.deliver("x@example.com", &to, &whole("new-unproven")).await;
    town.read_mails().await;
    assert_eq!(town.clerks.forget_mails().await.unwrap(), 0);
    town.clock.advance_minutes(31 * 24 * 60);
    assert_eq!(town.clerks.forget_mails().await.unwrap(), 1);
    town.clock.advance_minutes(160 * 24 * 60);
    assert_eq!(town.clerks.forget_mails().await.unwrap(), 1);
    assert!(town.clerks.mails_waiting(authority(town).await, None).await.unwrap().mails.is_empty());
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
    assert!(waiting.hear().await.starts_with("421 "), "whoever waits is told that the door closes");
}
