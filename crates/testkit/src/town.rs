//! A town: the clerks on a database of their own, with a clock that stands still, officers, and filings.

use std::{
    net::SocketAddr,
    path::PathBuf,
    sync::{Arc, atomic::AtomicBool},
};

use chikaya_channels::{
    Post,
    mail::{Letterhead, Mail, Security, Smtp, SmtpSettings, compose, inward::Lmtp},
    sms::{self, Text},
};
use chikaya_domain::{
    Language,
    access::Role,
    answer::Outcome,
    call::QueueName,
    case::{Actor, Channel, Kind, Track},
    id::{OrganisationCode, SubjectCode, TerritoryCode},
    person::{Category, Contact, Contacts, Email, Person, PersonName},
    reference::ReferencePrefix,
};
use chikaya_service::{
    Clerks, ClerksSettings,
    case::{
        answer::TypedAnswer,
        file::{Filer, Filing, KnownFiler},
    },
    mail_in::{MailFate, MailRules},
    message::outbox::{Fate, Ticket},
    push::Reach,
    record::check::CheckScope,
    seam::{Clock, FrozenClock, Identifiers, Key, Scanner},
    sms::SmsTerms,
    staff::{NewStaff, Officer, Password, SignIn},
};
use chikaya_store::Blobs;
use chikaya_testbed::{Engine, TestDatabase};
pub use chikaya_testbed::{TIZNIT, instant};
use chikaya_web::{Composed, Composer, Printer};
use tempfile::TempDir;
use tokio::{net::TcpListener, sync::watch};
use uuid::Uuid;

use crate::post_office::PostOffice;

/// The password of every officer of a town.
pub const PASSWORD: &str = "a phrase for tests";

/// The secret with which an exchange signs in every town.
pub const CTI_SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

/// The domain of the addresses to which filers of a town reply.
pub const MAIL_DOMAIN: &str = "reply.portal.test";

/// The name under which the border server of a town writes down what it found.
pub const BORDER: &str = "mx.portal.test";

/// The house key of every town.
pub const KEY: [u8; 32] = [37; 32];

/// A town. When it ends, jobs that are left are run; one that fails, or that nobody runs, fails the test.
pub struct Town {
    /// The clerks.
    pub clerks: Clerks,
    /// The clock, which only the test moves.
    pub clock: Arc<FrozenClock>,
    /// The database, for tests that look into it.
    pub database: TestDatabase,
    blobs: TempDir,
    printer: Option<Printer>,
    pub(crate) expects_undelivered: AtomicBool,
    pub(crate) was_tampered_with: AtomicBool,
}

impl Town {
    /// A town at 12 March 2026, 21:14 in the country's own time.
    pub fn on(engine: Engine) -> Self {
        Self::on_terms(engine, None)
    }

    /// The same town with a gateway for short messages, on terms.
    pub fn with_gateway(engine: Engine, terms: SmsTerms) -> Self {
        Self::on_terms(engine, Some(terms))
    }

    fn on_terms(engine: Engine, sms: Option<SmsTerms>) -> Self {
        let database = TestDatabase::on(engine);
        let blobs = TempDir::new().expect("a temporary folder can be made");
        let clock = Arc::new(FrozenClock::at(instant("2026-03-12T20:14:00Z")));
        let seam: Arc<dyn Clock> = clock.clone();
        let clerks = Clerks::new(ClerksSettings {
            archive: database.archive().clone(),
            blobs: Blobs::open(&format!("file://{}", blobs.path().display()))
                .expect("a folder can hold files"),
            clock: seam,
            identifiers: Identifiers::seeded(3737),
            key: Key::new(KEY),
            reference_prefix: ReferencePrefix::parse("CK").expect("two capitals are a prefix"),
            is_demo: false,
            heic_converter: Some(PathBuf::from("heif-convert")),
            scanner: None,
            sms,
        })
        .expect("the country can be read");
        Self {
            clerks,
            clock,
            database,
            blobs,
            printer: None,
            expects_undelivered: AtomicBool::new(false),
            was_tampered_with: AtomicBool::new(false),
        }
    }

    /// The same town with a press for receipts.
    #[must_use]
    pub fn with_printer(mut self, printer: Printer) -> Self {
        self.printer = Some(printer);
        self
    }

    /// Another node on the same database, which knows the country as it is now.
    pub async fn second_node(&self) -> Clerks {
        self.node(None, KEY).await
    }

    /// A node on the same database with another house key.
    pub async fn node_under(&self, key: [u8; 32]) -> Clerks {
        self.node(None, key).await
    }

    /// Another node, where something looks at files for malware.
    pub async fn node_with(&self, scanner: Scanner) -> Clerks {
        self.node(Some(scanner), KEY).await
    }

    async fn node(&self, scanner: Option<Scanner>, key: [u8; 32]) -> Clerks {
        let settings = ClerksSettings {
            archive: self.database.archive().clone(),
            blobs: Blobs::open(&format!("file://{}", self.blobs.path().display()))
                .expect("a folder can hold files"),
            clock: self.clock.clone(),
            identifiers: Identifiers::seeded(73),
            key: Key::new(key),
            reference_prefix: ReferencePrefix::parse("CK").expect("two capitals are a prefix"),
            heic_converter: Some(PathBuf::from("heif-convert")),
            scanner,
            sms: self.clerks.sms().copied(),
            is_demo: false,
        };
        tokio::task::spawn_blocking(move || Clerks::new(settings))
            .await
            .expect("beginning does not break off")
            .expect("the country can be read")
    }

    /// The folder in which files lie.
    pub fn blobs(&self) -> &std::path::Path {
        self.blobs.path()
    }

    /// An officer with a role in an organisation, without a second factor.
    pub fn hire(&self, email: &str, role: Role, organisation: &str) {
        hire(&self.clerks, email, role, organisation);
    }

    /// An officer at work: hired, and signed in.
    pub async fn officer(&self, email: &str, role: Role, organisation: &str) -> Officer {
        let clerks = self.clerks.clone();
        let (name, body) = (email.to_owned(), organisation.to_owned());
        tokio::task::spawn_blocking(move || hire(&clerks, &name, role, &body))
            .await
            .expect("hiring does not break off");
        let signed_in = self
            .clerks
            .sign_in(email.to_owned(), Password::typed(PASSWORD))
            .await
            .expect("the archive answers");
        let Some(SignIn::Done(token)) = signed_in else {
            panic!("a sample account signs in with its password alone");
        };
        self.clerks
            .officer(token)
            .await
            .expect("the archive answers")
            .expect("a session was begun")
    }

    /// Delivers everything that waits as a worker does that was given a post office for a mail server.
    pub async fn deliver_mail(&self, office: &PostOffice, portal: &str) {
        let letterhead = Letterhead {
            portal: portal.to_owned(),
            is_demo: true,
            reply_domain: Some(MAIL_DOMAIN.to_owned()),
        };
        let post = Post::smtp(smtp(office), letterhead);
        let country = self.clerks.country();
        let claimed = self.clerks.claim_messages("town".to_owned(), 100).await;
        for (ticket, message) in claimed.expect("the archive answers") {
            let now = self.clerks.now();
            let delivery = post.deliver(&message, &country.organisations, now).await;
            self.clerks
                .settle_messages(vec![(ticket, delivery.fate)])
                .await
                .expect("the archive answers");
        }
    }

    /// Sends everything that waits to a post office; answers how many mails went.
    pub async fn send_mail(&self, office: &PostOffice, portal: &str) -> usize {
        let smtp = smtp(office);
        let mut sent = 0;
        for (ticket, mail) in self.worded(portal).await {
            smtp.send(&mail).await.expect("the post office takes mails");
            self.note_sent(ticket).await;
            sent += 1;
        }
        sent
    }

    /// Words everything that waits and notes it as sent: what is taken does not come again.
    pub async fn take_mail(&self, portal: &str) -> Vec<Mail> {
        let mut mails = Vec::new();
        for (ticket, mail) in self.worded(portal).await {
            self.note_sent(ticket).await;
            mails.push(mail);
        }
        mails
    }

    /// Words every short message that waits and may leave, and notes it as taken by the gateway.
    pub async fn take_texts(&self, portal: &str) -> Vec<Text> {
        let letterhead = Letterhead {
            portal: portal.to_owned(),
            is_demo: false,
            reply_domain: None,
        };
        let claimed = self.clerks.claim_short_messages("town".to_owned(), 100);
        let mut texts = Vec::new();
        for (ticket, message) in claimed.await.expect("the archive answers") {
            let text = sms::compose(&message, &letterhead).expect("a short message is worded");
            self.clerks
                .settle_messages(vec![(ticket, Fate::Texted(text.segments))])
                .await
                .expect("the archive answers");
            texts.push(text);
        }
        texts
    }

    /// Claims and words everything that waits, without sending it.
    pub async fn word_mail(&self, portal: &str) -> Vec<Mail> {
        let worded = self.worded(portal).await;
        worded.into_iter().map(|(_, mail)| mail).collect()
    }

    /// Checks the record; answers the number of cases and of events, none of which may be broken.
    pub async fn checked(&self) -> (u64, u64) {
        let checked = self
            .clerks
            .check_record(CheckScope::default(), |_| {})
            .await
            .expect("the archive answers");
        assert_eq!(checked.breaks, 0, "the record is broken");
        (checked.cases, checked.events)
    }

    /// Gives events their positions and tells members of staff what waits for them, as workers do.
    pub async fn tell_staff(&self) {
        while self
            .clerks
            .place_events()
            .await
            .expect("the archive answers")
            .placed
            > 0
        {}
        while self.clerks.tell_staff().await.expect("the archive answers") > 0 {}
    }

    /// Gives the oldest message that waits up for good, as a mail server says; answers its identifier.
    pub async fn give_up_message(&self, why: &str) -> Uuid {
        let mut claimed = self
            .clerks
            .claim_messages("town".to_owned(), 1)
            .await
            .expect("the archive answers");
        let (ticket, message) = claimed.pop().expect("a message waits");
        self.expect_undelivered();
        self.clerks
            .settle_messages(vec![(ticket, Fate::Refused(why.to_owned()))])
            .await
            .expect("the archive answers");
        message.id
    }

    async fn note_sent(&self, ticket: Ticket) {
        self.clerks
            .settle_messages(vec![(ticket, Fate::Sent)])
            .await
            .expect("the archive answers");
    }

    async fn worded(&self, portal: &str) -> Vec<(Ticket, Mail)> {
        let letterhead = Letterhead {
            portal: portal.to_owned(),
            is_demo: false,
            reply_domain: Some(MAIL_DOMAIN.to_owned()),
        };
        let country = self.clerks.country();
        self.clerks
            .claim_messages("town".to_owned(), 100)
            .await
            .expect("the archive answers")
            .into_iter()
            .map(|(ticket, message)| {
                let mail = compose(&message, &country.organisations, &letterhead)
                    .expect("a mail is worded");
                (ticket, mail)
            })
            .collect()
    }

    /// By what mails are judged that come to a town.
    pub fn mail_rules() -> MailRules {
        MailRules {
            domain: MAIL_DOMAIN.to_owned(),
            border: Some(BORDER.to_owned()),
            own_domains: vec![MAIL_DOMAIN.to_owned(), "portal.test".to_owned()],
        }
    }

    /// Opens the door for mails on a free port, until the runtime of the test ends; answers its address, and what closes it.
    pub async fn open_mail_door(&self) -> (SocketAddr, watch::Sender<bool>) {
        let door = Lmtp::open(SocketAddr::from(([127, 0, 0, 1], 0)), MAIL_DOMAIN)
            .await
            .expect("there is a free port");
        let address = door.address().expect("it has an address");
        let (stop, stopped) = watch::channel(false);
        #[expect(
            clippy::disallowed_methods,
            reason = "the door is closed with the test's runtime"
        )]
        tokio::spawn(door.serve(self.clerks.clone(), stopped));
        (address, stop)
    }

    /// Reads all mails that wait to be read, as a worker does; answers what became of them.
    pub async fn read_mails(&self) -> Vec<MailFate> {
        let mut fates = Vec::new();
        loop {
            let round = self.clerks.read_mails(&Self::mail_rules(), 50).await;
            let round = round.expect("the archive answers");
            if round.is_empty() {
                return fates;
            }
            fates.extend(round);
        }
    }

    /// Opens the counters on a free port; answers their address.
    pub async fn open_counters(&self) -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0")
            .await
            .expect("there is a free port");
        let address = listener.local_addr().expect("it has an address");
        let mut state = chikaya_web::State::new(
            self.clerks.clone(),
            web_settings(&format!("http://{address}")),
        )
        .with_composer(composer(&format!("http://{address}")))
        .with_sealer(chikaya_documents::seal::Seal::kept_html);
        if let Some(printer) = &self.printer {
            state = state.with_printer(printer.clone());
        }
        let service =
            chikaya_web::router(state).into_make_service_with_connect_info::<SocketAddr>();
        #[expect(
            clippy::disallowed_methods,
            reason = "the counters end with the test's runtime"
        )]
        tokio::spawn(async move { axum::serve(listener, service).await });
        address
    }
}

/// Words messages as the channels do, for whoever changes their words.
pub fn composer(portal: &str) -> Composer {
    let letterhead = Letterhead {
        portal: portal.to_owned(),
        is_demo: false,
        reply_domain: None,
    };
    Arc::new(move |message, organisations| {
        let preview = chikaya_channels::preview(message, organisations, &letterhead)?;
        Some(Composed {
            subject: preview.subject,
            text: preview.text,
            segments: preview.segments,
        })
    })
}

/// The way to a post office.
fn smtp(office: &PostOffice) -> Smtp {
    Smtp::new(&SmtpSettings {
        host: "127.0.0.1".to_owned(),
        port: office.port(),
        security: Security::None,
        credentials: None,
        from: "Chikaya <no-reply@portal.test>".to_owned(),
        timeout_seconds: 20,
    })
    .expect("the settings can be used")
}

/// A sample name from an address: K. Exemple from `k.exemple@…`.
fn name_in(email: &str) -> String {
    let (local, _) = email.split_once('@').unwrap_or((email, ""));
    let words: Vec<String> = local
        .split('.')
        .map(|word| {
            let (first, rest) = word.split_at(word.len().min(1));
            let dot = if rest.is_empty() { "." } else { "" };
            format!("{}{rest}{dot}", first.to_uppercase())
        })
        .collect();
    words.join(" ")
}

fn hire(clerks: &Clerks, email: &str, role: Role, organisation: &str) {
    let password = Password::choose(PASSWORD, email).expect("a phrase is a password");
    let new = NewStaff {
        email: email.to_owned(),
        name: name_in(email),
        role,
        organisation: organisation_code(organisation),
        unit: None,
        language: Language::French,
    };
    clerks
        .create_sample_staff(new, &password)
        .expect("an account can be made");
}

/// Settings of the counters of a town.
pub fn web_settings(portal: &str) -> chikaya_web::Settings {
    chikaya_web::Settings {
        public_url: portal.to_owned(),
        trusted_proxies: Vec::new(),
        key: KEY,
        demo: false,
        security_contact: None,
        source_url: None,
        data_licence: None,
        data_publisher: None,
        android: None,
        requests_per_minute: 10_000,
        mailbox: true,
        calls: chikaya_web::CallSettings {
            queues: vec![QueueName::parse("general").expect("small letters are a name")],
            answer_within_seconds: 20,
            cti: Some(chikaya_web::HookSecret::parse(CTI_SECRET).expect("a secret")),
        },
        sms: None,
        push: Some(Reach::Anywhere),
    }
}

/// The terms on which short messages leave in a town with a gateway: quiet from 21:00 to 08:00, ten news to a number in a day,
/// 0.045 dirhams a part. A town begins in quiet hours.
pub fn sms_terms() -> SmsTerms {
    SmsTerms {
        quiet: Some("21:00-08:00".parse().expect("hours of the day")),
        a_day: 10,
        price: Some(45),
    }
}

/// An organisation's code from its text.
pub fn organisation_code(text: &str) -> OrganisationCode {
    OrganisationCode::parse(text).expect("a code")
}

/// A complaint in Arabic about street lamps in Tiznit, by a person with an e-mail address.
pub fn filing() -> Filing {
    let email = Contact::Email(Email::parse("fatima@example.org").expect("an address"));
    Filing {
        key: None,
        kind: Kind::Complaint,
        track: Track::Ordinary,
        channel: Channel::Web,
        language: Language::Arabic,
        category: Category::Person,
        subject: Some(SubjectCode::parse("public-lighting").expect("a code")),
        territory: Some(TerritoryCode::parse(TIZNIT).expect("a code")),
        coordinates: None,
        place: Some("زنقة المدرسة".to_owned()),
        organisation: None,
        title: None,
        text: "ثلاث أسابيع هادي والمصابيح مطفأة في زنقة المدرسة بحي النخيل.".to_owned(),
        details: Vec::new(),
        filer: Filer::Known(Box::new(KnownFiler {
            person: Person {
                name: Some(PersonName::parse("فاطمة مثال").expect("a name")),
                identity: None,
                sex: None,
                on_behalf_of: None,
                representative: None,
            },
            contacts: Contacts::new([email.clone()]),
            verified: Some(email),
        })),
        actor: Actor::Filer,
        taken_down: None,
        is_sample: true,
    }
}

/// The same complaint by someone with these contacts, none of them proven; the first is the one wanted.
pub fn filing_with(contacts: impl IntoIterator<Item = Contact>) -> Filing {
    let mut filing = filing();
    if let Filer::Known(known) = &mut filing.filer {
        known.contacts = Contacts::new(contacts);
        known.verified = None;
    }
    filing
}

/// An answer with this outcome that the gate lets pass.
pub fn answer(outcome: Outcome) -> TypedAnswer {
    TypedAnswer {
        body: "Tribunal de commerce d’Agadir".to_owned(),
        outcome: Some(outcome),
        reasons: "Le câble de la rue de l’École sera réparé le mercredi 22 avril par nos agents."
            .to_owned(),
        ground: "loi 12-90, article 40".to_owned(),
        recourse: String::new(),
    }
}
