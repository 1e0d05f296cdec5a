//! Mail that comes in: where each of a table of mails ends, over the door that mail servers use and through real ones, and what
//! the desk does with those that wait.

mod desk;
mod door;
mod person;
mod real;

use std::net::SocketAddr;

use chikaya_domain::{
    access::Role,
    case::{Channel, Fact, Stage},
    id::CaseId,
    mail::MailReason,
    reference::DraftCode,
};
use chikaya_service::{
    case::{act::StaffAct, file::Receipt},
    draft::{DraftState, filing::TypedFiling},
    mail_in::MailFate,
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
    a_new_mail_is_answered_once_and_completed_by_a_link => super::a_new_mail_is_answered_once_and_completed_by_a_link;
    nobody_is_answered_without_end => super::nobody_is_answered_without_end;
    ended_links_end_the_words_for_replies => super::ended_links_end_the_words_for_replies;
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
            for piece in ["RCPT TO:<", recipient, ">\r\n"] {
                commands.push_str(piece);
            }
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
        let end: &[u8] = if raw.ends_with(b"\r\n") {
            b".\r\n"
        } else {
            b"\r\n.\r\n"
        };
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
async fn must_have_ended(
    town: &Town,
    case: CaseId,
    readers: &[Officer],
    row: &Row<'_>,
    fates: &[MailFate],
) {
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
                    for piece in [&mail.subject, "\n", &mail.beginning, "\n"] {
                        told.push_str(piece);
                    }
                }
            }
            told
        }
    };
    assert!(told.contains(says), "{name}: {told}");
    assert!(
        !told.contains("steal()") && !told.contains("<p>"),
        "{name}: {told}"
    );
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
        server
            .deliver(row.returned_to, &row.to, &whole(row.name))
            .await;
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
    for act in [StaffAct::Examine, StaffAct::TakeUp, ask] {
        let reference = ours.receipt.reference.clone();
        let page = town.clerks.desk_page(head.clone(), reference.clone()).await;
        let version = page.unwrap().page.case.version;
        let done = town.clerks.act(head.clone(), reference, version, act).await;
        done.unwrap();
        town.clock.advance_minutes(1);
    }
    let question = town.take_mail(PORTAL).await.pop().unwrap();
    let to = question.reply.unwrap().to;
    assert_ne!(to, ours.reply, "each mail has a word of its own");
    let (door, _open) = town.open_mail_door().await;
    let mut server = Server::at(door).await;
    let reply = mail(
        FATIMA,
        "r1",
        "Rue de l’École.\r\n\r\nLe 12 mars 2026, Chikaya a écrit :\r\n> Quelle rue ?",
    );
    server.deliver(FATIMA, &to, &reply).await;
    assert_eq!(town.read_mails().await[0].state, "joined");
    let facts = facts(town, ours.receipt.case).await;
    assert!(
        facts
            .iter()
            .any(|fact| matches!(fact, Fact::Replied { .. })),
        "{facts:?}"
    );
    let page = town
        .clerks
        .desk_page(head, ours.receipt.reference)
        .await
        .unwrap();
    assert_ne!(page.page.case.stage, Stage::Waiting);
    assert!(
        said(town, ours.receipt.case)
            .await
            .contains("> Quelle rue ?"),
        "nothing is cut"
    );
}

async fn a_new_mail_is_answered_once_and_completed_by_a_link(town: &Town) {
    let (door, _open) = town.open_mail_door().await;
    let mut server = Server::at(door).await;
    let to = format!("chikaya@{}", town::MAIL_DOMAIN);
    let words =
        "Depuis trois semaines les lampadaires de notre rue sont éteints et personne ne répond.";
    server
        .deliver(
            "karim@example.org",
            &to,
            &mail("karim@example.org", "n1", words),
        )
        .await;
    assert_eq!(town.read_mails().await[0].state, "begun");
    let answers = town.take_mail(PORTAL).await;
    let [answer] = &answers[..] else {
        panic!("one answer");
    };
    assert_eq!(answer.to, "karim@example.org");
    assert_eq!(answer.answers.as_deref(), Some("<n1@example.org>"));
    assert!(
        answer.text.contains("Complétez votre dépôt") || answer.subject == "Complétez votre dépôt"
    );
    assert!(
        !answer.text.contains("lampadaires"),
        "the answer says nothing of it"
    );
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
    let page = town
        .clerks
        .mails_waiting(authority.clone(), None)
        .await
        .unwrap();
    assert_eq!(page.mails.len(), 25);
    assert_eq!(page.mails[0].reason, MailReason::Many);
    let rest = town
        .clerks
        .mails_waiting(authority, page.next)
        .await
        .unwrap();
    assert!(
        rest.mails
            .iter()
            .any(|mail| mail.reason == MailReason::AnsweredEnough)
    );
}

async fn ended_links_end_the_words_for_replies(town: &Town) {
    let ours = written_to(town).await;
    let pass = CasePass::issue(ours.receipt.case, town.clerks.now());
    town.clerks.end_links(pass).await.unwrap();
    let (door, _open) = town.open_mail_door().await;
    let mut server = Server::at(door).await;
    server
        .deliver(FATIMA, &ours.reply, &mail(FATIMA, "r1", "Trop tard."))
        .await;
    let fates = town.read_mails().await;
    assert_eq!(fates[0].reason, Some(MailReason::EndedWord));
}
