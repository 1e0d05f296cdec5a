//! An exchange and a gateway that are killed in the middle of much work: what was asked for comes, and comes once.

use std::{
    collections::BTreeMap,
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};

use chikaya_channels::{
    Post,
    mail::Letterhead,
    sms::{Gateway, GatewaySettings, Protocol},
    telephony::{CallCentre, Desk, ExchangeSettings, Kept, Switchboard, Tempo as Pace},
};
use chikaya_domain::{
    access::Role,
    call::{MessageState, QueueName},
    person::{Contact, Phone},
};
use chikaya_exchange::{Caller, Exchange, Tempo, wav};
use chikaya_service::{case::file::Filing, sms::SmsTerms, staff::Officer};
use chikaya_testkit::{Engine, Town, town};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpListener,
    sync::watch,
    task::JoinSet,
};

use super::{line::Line, messages::Mailroom};

/// Messages that wait.
const MESSAGES: usize = 200;

/// After how many of them the gateway is killed.
const BEFORE: usize = 70;

/// Callers of each kind: those who asked for a call back, who left a message, who wait for an agent, who type a reference, and
/// who only listen.
const OF_EACH: usize = 10;

/// Longest time until something is seen.
const PATIENCE: Duration = Duration::from_mins(1);

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_lost_or_doubled_on_sqlite() {
    killed(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_lost_or_doubled_on_postgres() {
    killed(Engine::Postgres).await;
}

async fn killed(engine: Engine) {
    let terms = SmsTerms {
        quiet: None,
        a_day: 10,
        price: None,
    };
    let town = tokio::task::spawn_blocking(move || Town::with_gateway(engine, terms));
    let town = town.await.expect("a town is made");
    tokio::join!(calls(&town), messages(&town));
    let done = tokio::task::spawn_blocking(move || drop(town));
    done.await.expect("a town ends");
}

fn phone(town: &Town, number: usize) -> Phone {
    let text = format!("06000{number:05}");
    Phone::parse(&text, town.clerks.country().numbering).expect("it is a number")
}

/// Polls until something is so.
async fn until(what: &str, mut is_so: impl AsyncFnMut() -> bool) {
    let wait = async {
        while !is_so().await {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    let seen = tokio::time::timeout(PATIENCE, wait).await;
    assert!(seen.is_ok(), "{what}: not seen");
}

async fn calls(town: &Town) {
    let clerks = &town.clerks;
    let officer = town
        .officer("agent@sample.test", Role::CallAgent, "reform-authority")
        .await;
    let queue = QueueName::parse("general").expect("a name");
    clerks
        .sign_in_to_queue(officer.clone(), queue.clone(), "101".to_owned())
        .await
        .expect("an agent signs in");
    let exchange = Exchange::open(Tempo::default()).await;
    let kept = Kept {
        talks_days: 180,
        messages: true,
    };
    let centre = CallCentre::new(clerks.clone(), queue, kept);
    let settings = ExchangeSettings {
        url: exchange.url(),
        user: "chikaya".to_owned(),
        password: "made-up-word".to_owned(),
        app: "chikaya".to_owned(),
        sounds: "chikaya".to_owned(),
    };
    let pace = Pace {
        second: Duration::from_millis(300),
        beat: Duration::from_millis(100),
        lease: Duration::from_millis(600),
        retry: Duration::from_millis(200),
        collect: Duration::from_millis(200),
    };
    let desk = Desk::new(clerks.clone(), Some(Arc::new(centre)));
    let switchboard = Switchboard::new(&settings, desk, "one".to_owned(), pace);
    let (stop, stopped) = watch::channel(false);
    let mut running = JoinSet::new();
    running.spawn(switchboard.expect("the address is one").run(stopped));
    exchange.until("the line is held", Exchange::is_held).await;

    let mut callers: Vec<Caller> = Vec::new();
    for number in 0..OF_EACH * 5 {
        let caller = exchange.call(phone(town, 90_000 + number).as_str());
        caller.will_say(&wav(2));
        caller.hears("fr/choose").await;
        match number % 5 {
            0 => caller.press("331"),
            1 => caller.press("34"),
            2 => caller.press("322"),
            3 => caller.press("31260"),
            _ => {}
        }
        callers.push(caller);
    }
    for caller in callers.iter().step_by(5) {
        caller.hears("fr/back-noted").await;
    }
    for caller in callers.iter().skip(1).step_by(5) {
        exchange
            .until("it is recorded", |_| caller.is_recorded())
            .await;
        caller.press("#");
    }
    until("all wait for an agent", async || {
        let load = clerks.call_load().await;
        load.expect("it is counted").waiting == OF_EACH
    })
    .await;
    exchange.die_and_rise();
    exchange
        .until("the line is held again", Exchange::is_held)
        .await;
    until("nobody waits any more", async || {
        let load = clerks.call_load().await;
        load.expect("it is counted").waiting == 0
    })
    .await;
    until("each message is at the desk", async || {
        left(town, &officer).await == OF_EACH && exchange.recordings().is_empty()
    })
    .await;
    // Whoever rings now is served.
    let caller = exchange.call(phone(town, 99_999).as_str());
    caller.hears("fr/choose").await;
    caller.press("331");
    caller.hears("fr/back-noted").await;
    stop.send_replace(true);
    while running.join_next().await.is_some() {}
    let backs = clerks.call_backs(officer.clone(), None).await;
    let backs = backs.expect("the list is shown").lines;
    let numbers: std::collections::BTreeSet<String> = backs
        .iter()
        .filter_map(|back| back.number.clone())
        .collect();
    assert_eq!(backs.len(), OF_EACH + 1, "each was noted once");
    assert_eq!(numbers.len(), OF_EACH + 1, "each for its own caller");
    assert_eq!(left(town, &officer).await, OF_EACH);
}

/// Messages that callers left.
async fn left(town: &Town, officer: &Officer) -> usize {
    let waiting = town
        .clerks
        .voice_messages(officer.clone(), MessageState::Waiting, None)
        .await;
    waiting.expect("the list is shown").lines.len()
}

async fn messages(town: &Town) {
    for number in 0..MESSAGES {
        let filing = Filing {
            is_sample: false,
            ..town::filing_with([Contact::Phone(phone(town, number))])
        };
        town.clerks.file(filing).await.expect("a case is filed");
    }
    let taken = Arc::new(Mutex::new(BTreeMap::new()));
    let mut network = Network::open("127.0.0.1:0", &taken, BEFORE).await;
    let gateway = Gateway::new(&GatewaySettings {
        url: format!("http://{}/cgi-bin/sendsms", network.address),
        protocol: Protocol::Kannel {
            user: "chikaya".to_owned(),
            password: "made-up-word".to_owned(),
        },
        from: "3737".to_owned(),
        report: None,
        timeout_seconds: 5,
    });
    let letterhead = Letterhead {
        portal: "https://portal.test".to_owned(),
        is_demo: false,
        reply_domain: None,
    };
    let post = Post::mailbox(letterhead).with_gateway(gateway.expect("the address is one"));
    let (_stop, stopped) = watch::channel(false);
    let room = Arc::new(Mailroom::new(
        Line::Sms,
        town.clerks.clone(),
        post,
        "a hand".to_owned(),
        50,
        stopped,
    ));
    let told = || taken.lock().expect("nobody broke off").len();
    until("the gateway is killed", async || {
        Arc::clone(&room).round().await.expect("a round ends");
        told() >= BEFORE
    })
    .await;
    network.ended().await;
    // While it is away nothing leaves, and no try is counted against a message.
    for _ in 0..3 {
        Arc::clone(&room).round().await.expect("a round ends");
    }
    assert!(told() < MESSAGES, "it was killed too late to show anything");
    let address = network.address.to_string();
    let again = Network::open(&address, &taken, usize::MAX).await;
    until("everybody is told", async || {
        Arc::clone(&room).round().await.expect("a round ends");
        // What was on its way when the gateway was killed is tried again a while later.
        town.clock.advance_minutes(1);
        told() == MESSAGES
    })
    .await;
    for _ in 0..3 {
        Arc::clone(&room).round().await.expect("a round ends");
        town.clock.advance_minutes(30);
    }
    let taken = taken.lock().expect("nobody broke off");
    assert_eq!(taken.len(), MESSAGES);
    let twice: Vec<_> = taken.iter().filter(|(_, count)| **count > 1).collect();
    assert!(twice.is_empty(), "told twice: {twice:?}");
    drop(again);
}

/// A gateway that takes what it is given, as Kannel's `sendsms` answers, until it had so many numbers.
struct Network {
    address: SocketAddr,
    serving: JoinSet<()>,
}

type Taken = Arc<Mutex<BTreeMap<String, u32>>>;

impl Network {
    async fn open(address: &str, taken: &Taken, at_most: usize) -> Self {
        let listener = TcpListener::bind(address).await.expect("a free port");
        let address = listener.local_addr().expect("it has an address");
        let mut serving = JoinSet::new();
        let taken = Arc::clone(taken);
        serving.spawn(async move {
            let mut talks = JoinSet::new();
            while taken.lock().expect("nobody broke off").len() < at_most {
                let heard = tokio::time::timeout(Duration::from_millis(50), listener.accept());
                if let Ok(Ok((stream, _))) = heard.await {
                    talks.spawn(talk(stream, Arc::clone(&taken)));
                }
                while talks.try_join_next().is_some() {}
            }
            drop(listener);
            while talks.join_next().await.is_some() {}
        });
        Self { address, serving }
    }

    async fn ended(&mut self) {
        while self.serving.join_next().await.is_some() {}
    }
}

async fn talk(mut stream: tokio::net::TcpStream, taken: Taken) {
    let mut heard = Vec::new();
    let mut piece = [0; 4096];
    while !heard.windows(4).any(|end| end == b"\r\n\r\n") {
        match stream.read(&mut piece).await {
            Ok(0) | Err(_) => return,
            Ok(count) => heard.extend_from_slice(&piece[..count]),
        }
    }
    let heard = String::from_utf8_lossy(&heard);
    let target = heard.split(' ').nth(1).unwrap_or_default();
    let to = url::Url::parse("http://gateway.test")
        .and_then(|base| base.join(target))
        .ok()
        .and_then(|url| {
            let mut pairs = url.query_pairs();
            pairs.find_map(|(key, value)| (key == "to").then(|| value.into_owned()))
        });
    if let Some(to) = to {
        let mut taken = taken.lock().expect("nobody broke off");
        *taken.entry(to).or_insert(0) += 1;
    }
    let answer: &[u8] = b"HTTP/1.1 202 Accepted\r\nContent-Length: 25\r\nConnection: close\r\n\r\n\
                          0: Accepted for delivery\n";
    // Whoever asked may be gone.
    let _ = stream.write_all(answer).await;
}
