//! What the counters are given: the clerks, and the settings of this room.

use std::{
    net::IpAddr,
    ops::Deref,
    sync::{Arc, OnceLock},
};

use axum::extract::FromRef;
use chikaya_domain::{call::QueueName, reference::Reference};
use chikaya_i18n::Voice;
use chikaya_service::{Clerks, push, seam::Key, webhook::WebhookSecret};
use ipnet::IpNet;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};

use crate::{
    android_package::AndroidPackage,
    composed::Composer,
    drawn::Drawn,
    hooks::signature::HookSecret,
    limit::Limits,
    press::{PressRoom, Printer},
    public::app::shell::Shell,
};

/// Settings of the counters.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where the portal is reached from outside, without a slash at the end.
    pub public_url: String,
    /// Proxies whose word about the client is believed.
    pub trusted_proxies: Vec<IpNet>,
    /// The house key.
    pub key: [u8; 32],
    /// Whether all data are samples.
    pub demo: bool,
    /// Contact written to `security.txt`; none: no such file.
    pub security_contact: Option<String>,
    /// Where everybody can read the source code; none: the page says that it is not told.
    pub source_url: Option<String>,
    /// Under which licence open data are given out, by its address or its name; none: the page says that none is laid down.
    pub data_licence: Option<String>,
    /// Who gives them out, to be named as their source; none: the portal by its name.
    pub data_publisher: Option<String>,
    /// The Android package that is offered; none: there is none.
    pub android: Option<AndroidPackage>,
    /// Wrong guesses allowed per minute and client network; what else is limited is a multiple of it.
    pub requests_per_minute: u32,
    /// Whether there is a mailbox page.
    pub mailbox: bool,
    /// The call centre.
    pub calls: CallSettings,
    /// The gateway for short messages; none: nothing is taken from one.
    pub sms: Option<SmsHook>,
    /// How far messages to browsers go; none: browsers are not told.
    pub push: Option<push::Reach>,
}

/// Settings of the call centre.
#[derive(Clone, Debug)]
pub struct CallSettings {
    /// The queues in which callers wait; calls of an exchange that names none wait in the first.
    pub queues: Vec<QueueName>,
    /// Within how many seconds a call is answered in time.
    pub answer_within_seconds: u32,
    /// By whom an exchange is believed that tells of calls; none: nobody is.
    pub cti: Option<HookSecret>,
}

/// How a gateway for short messages is known when it calls.
#[derive(Clone, Debug)]
pub struct SmsHook {
    /// Its name in the address that it calls.
    pub name: &'static str,
    /// What it shows.
    pub proof: SmsProof,
    /// From where it calls.
    pub allowed: Vec<IpNet>,
}

/// What a gateway shows. `Debug` hides it.
#[derive(Clone)]
pub enum SmsProof {
    /// A word for messages that came; for reports the word that went out with the message.
    Token(String),
    /// Nothing is taken that came; for reports the word that went out with the message.
    ReportsAlone,
    /// A signature.
    Signature(WebhookSecret),
}

impl std::fmt::Debug for SmsProof {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("SmsProof(hidden)")
    }
}

/// What every handler can reach. One pointer: it is cloned for each layer that a request passes.
#[derive(Clone)]
pub struct State(Arc<Reach>);

/// What the state holds.
#[derive(Clone)]
pub struct Reach {
    pub(crate) clerks: Clerks,
    pub(crate) settings: Arc<Settings>,
    pub(crate) key: Key,
    pub(crate) limits: Arc<Limits>,
    pub(crate) press: Option<PressRoom>,
    pub(crate) drawn: Drawn,
    pub(crate) composer: Option<Composer>,
    /// The pages of the application, once somebody has asked for them.
    pub(crate) shell: Arc<OnceLock<Option<Shell>>>,
    sealer: Option<Sealer>,
    /// Seats of those who watch calls.
    live: Arc<Semaphore>,
    /// Says when the portal is told to stop.
    ending: Option<watch::Receiver<bool>>,
}

/// Those who may watch calls at one time, on one node: each holds a connection.
const LIVE_SEATS: usize = 1_024;

/// Draws the seal of a case, from its reference and what the drawing says to those who do not see it, as SVG whose
/// colours are classes.
pub type Sealer = fn(reference: &str, label: Option<&str>) -> String;

impl Deref for State {
    type Target = Reach;

    fn deref(&self) -> &Reach {
        &self.0
    }
}

impl State {
    /// What every page says of this instance before anything else, by its key.
    pub(crate) fn banner(&self) -> Option<&'static str> {
        if self.settings.demo {
            Some("sample-banner")
        } else if self.settings.mailbox {
            Some("mailbox-banner")
        } else {
            None
        }
    }

    /// Puts the state together.
    pub fn new(clerks: Clerks, settings: Settings) -> Self {
        Self(Arc::new(Reach {
            key: Key::new(settings.key),
            limits: Arc::new(Limits::new(settings.requests_per_minute)),
            clerks,
            settings: Arc::new(settings),
            press: None,
            drawn: Drawn::default(),
            composer: None,
            shell: Arc::default(),
            sealer: None,
            live: Arc::new(Semaphore::new(LIVE_SEATS)),
            ending: None,
        }))
    }

    /// With the word by which the portal is told to stop: answers without an end end then.
    #[must_use]
    pub fn ending_with(mut self, told: watch::Receiver<bool>) -> Self {
        Arc::make_mut(&mut self.0).ending = Some(told);
        self
    }

    /// A seat among those who watch calls; none when all are taken.
    pub(crate) fn live_seat(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.live).try_acquire_owned().ok()
    }

    /// Waits until the portal is told to stop.
    pub(crate) fn ending(&self) -> impl Future<Output = ()> + Send + use<> {
        let told = self.ending.clone();
        async move {
            match told {
                // Whoever could say it is gone only when everything has stopped.
                Some(mut told) => drop(told.wait_for(|told| *told).await),
                None => std::future::pending().await,
            }
        }
    }

    /// With a press that prints receipts.
    #[must_use]
    pub fn with_printer(mut self, printer: Printer) -> Self {
        Arc::make_mut(&mut self.0).press = Some(PressRoom::new(printer));
        self
    }

    /// With a hand that words messages, to show what filers would read.
    #[must_use]
    pub fn with_composer(mut self, composer: Composer) -> Self {
        Arc::make_mut(&mut self.0).composer = Some(composer);
        self
    }

    /// With a hand that draws the seals of cases.
    #[must_use]
    pub fn with_sealer(mut self, sealer: Sealer) -> Self {
        Arc::make_mut(&mut self.0).sealer = Some(sealer);
        self
    }

    /// The seal of a case, named in the words of a voice.
    pub(crate) fn seal(&self, voice: Voice, reference: &Reference) -> Option<String> {
        let label = voice.say("receipt-seal");
        self.sealer
            .map(|draw| draw(&reference.to_string(), Some(label.as_ref())))
    }

    /// Whether people reach the portal over HTTPS.
    pub(crate) fn is_secure(&self) -> bool {
        self.settings.public_url.starts_with("https://")
    }

    /// The name under which browsers keep a cookie. Over HTTPS no other host of the domain can set one that
    /// begins with `__Host-` (RFC 6265bis, section 4.1.3.2).
    pub(crate) fn cookie_name(&self, name: &str) -> String {
        if self.is_secure() {
            format!("__Host-{name}")
        } else {
            name.to_owned()
        }
    }

    /// Whether the word of this peer about the client is believed.
    pub(crate) fn trusts(&self, peer: IpAddr) -> bool {
        self.settings
            .trusted_proxies
            .iter()
            .any(|network| network.contains(&peer))
    }
}

impl FromRef<State> for Clerks {
    fn from_ref(state: &State) -> Self {
        state.clerks.clone()
    }
}
