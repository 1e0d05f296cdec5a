//! Limits: strangers who guess are counted by their network; whoever holds something of their own, by that alone.

use std::{
    collections::HashMap,
    hash::{BuildHasher as _, RandomState},
    net::{IpAddr, Ipv6Addr},
    num::NonZeroU32,
    sync::{Arc, Mutex, PoisonError},
    time::Instant,
};

use governor::{DefaultKeyedRateLimiter, Quota};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// How many times the number of wrong guesses a network may ask at all, or begin things that are kept.
const TIMES_A_NETWORK: u32 = 10;

/// How many times that number of wrong guesses a site of IPv6 may make in all its networks.
const TIMES_A_SITE: u32 = 8;

/// How many times that number one person may send forms of their own.
const TIMES_A_PERSON: u32 = 5;

/// Networks and persons remembered before those at rest are forgotten.
const REMEMBERED: usize = 50_000;

/// How many times that number of drafts a network may begin in an hour.
const TIMES_DRAFTS: u64 = 30;

/// How many times that number of bytes a network may send in files in an hour: 60 MB.
const TIMES_BYTES: u64 = 60_000_000;

/// So many networks together may begin and send as much in an hour as each of them may.
const NETWORKS: u64 = 50;

/// Forms with files that one network may be sending at once; more of them wait.
const UPLOADS_OF_A_NETWORK: usize = 16;

/// Sheets that one network may have in the line before the press at once; more of them wait before it.
const SHEETS_OF_A_NETWORK: usize = 16;

/// The limits. All are per minute.
#[derive(Debug)]
pub(crate) struct Limits {
    /// Guesses that were wrong, by network.
    wrong: Wrong<IpAddr>,
    /// The same by site: whoever has one of IPv6 has 65,536 networks.
    wrong_of_sites: Wrong<Ipv6Addr>,
    /// Wrong codes of one case, by network and reference.
    wrong_codes: Wrong<(IpAddr, u64)>,
    /// Guesses right or wrong, and things begun, by network.
    networks: DefaultKeyedRateLimiter<IpAddr>,
    /// Words kept for those who come back, by network.
    kept: DefaultKeyedRateLimiter<IpAddr>,
    /// Forms of one's own, by what makes them one's own: a session, a draft, a case opened in this browser.
    persons: DefaultKeyedRateLimiter<u64>,
    /// Drafts begun, by network and in all.
    drafts: Hourly,
    /// Bytes of files, by network and in all.
    bytes: Hourly,
    /// Places for forms with files under way, by network.
    uploads: Places,
    /// Places in the line before the press, by network.
    sheets: Places,
    hasher: RandomState,
}

/// By what a form is limited.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Counted {
    /// It could be a guess.
    Guess,
    /// It begins something, as anybody may.
    Beginning,
    /// It belongs to something that its sender holds already.
    Own(String),
}

impl Limits {
    /// Allows a network so many wrong guesses per minute, and everything else in proportion.
    pub(crate) fn new(per_minute: u32) -> Self {
        let times = |times: u32| {
            let allowed = per_minute.saturating_mul(times);
            Quota::per_minute(NonZeroU32::new(allowed).unwrap_or(NonZeroU32::MIN))
        };
        Self {
            wrong: Wrong::new(per_minute.max(1)),
            wrong_of_sites: Wrong::new(per_minute.max(1).saturating_mul(TIMES_A_SITE)),
            wrong_codes: Wrong::new(per_minute.max(1)),
            networks: DefaultKeyedRateLimiter::keyed(times(TIMES_A_NETWORK)),
            kept: DefaultKeyedRateLimiter::keyed(times(1)),
            persons: DefaultKeyedRateLimiter::keyed(times(TIMES_A_PERSON)),
            drafts: Hourly::new(u64::from(per_minute).saturating_mul(TIMES_DRAFTS)),
            bytes: Hourly::new(u64::from(per_minute).saturating_mul(TIMES_BYTES)),
            uploads: Places::new(UPLOADS_OF_A_NETWORK),
            sheets: Places::new(SHEETS_OF_A_NETWORK),
            hasher: RandomState::new(),
        }
    }

    /// Counts something that a network begins; answers whether it may.
    pub(crate) fn may_begin(&self, client: IpAddr) -> bool {
        allows(&self.networks, &network(client))
    }

    /// Counts a draft that begins; answers whether it may.
    pub(crate) fn may_draft(&self, client: IpAddr, now: Instant) -> bool {
        let may = self.drafts.has_room(network(client), now);
        if may {
            self.drafts.count(network(client), 1, now);
        }
        may
    }

    /// Whether a network may send files in this hour.
    pub(crate) fn may_send(&self, client: IpAddr, now: Instant) -> bool {
        self.bytes.has_room(network(client), now)
    }

    /// Counts bytes of files that came.
    pub(crate) fn sent(&self, client: IpAddr, bytes: u64, now: Instant) {
        self.bytes.count(network(client), bytes, now);
    }

    /// Counts words to be kept for somebody unknown; answers whether they may be.
    pub(crate) fn may_keep(&self, client: IpAddr) -> bool {
        allows(&self.kept, &network(client))
    }

    /// Waits for a place to send files from a network; it is free again when what is answered is dropped.
    pub(crate) async fn upload(&self, client: IpAddr) -> Option<OwnedSemaphorePermit> {
        self.uploads.take(client).await
    }

    /// Waits for a place in the line before the press; it is free again when what is answered is dropped.
    pub(crate) async fn sheet(&self, client: IpAddr) -> Option<OwnedSemaphorePermit> {
        self.sheets.take(client).await
    }

    /// Counts a guess that was wrong.
    pub(crate) fn guessed_wrong(&self, client: IpAddr, now: Instant) {
        self.wrong.count(network(client), now);
        if let Some(site) = site(client) {
            self.wrong_of_sites.count(site, now);
        }
    }

    /// Whether a network has guessed wrong too often at one reference, right though it may guess now: else whoever tries
    /// all codes of a case would find it. What neighbours guess at other references does not count.
    pub(crate) fn tries_codes(&self, client: IpAddr, reference: &str, now: Instant) -> bool {
        let key = (network(client), self.hasher.hash_one(reference));
        !self.wrong_codes.has_room(&key, now)
    }

    /// Counts a wrong code of a reference.
    pub(crate) fn tried_code(&self, client: IpAddr, reference: &str, now: Instant) {
        let key = (network(client), self.hasher.hash_one(reference));
        self.wrong_codes.count(key, now);
    }

    /// Whether a form may be sent now.
    pub(crate) fn admits(&self, counted: &Counted, client: IpAddr, now: Instant) -> bool {
        match counted {
            Counted::Guess => {
                let site_has_room =
                    site(client).is_none_or(|site| self.wrong_of_sites.has_room(&site, now));
                self.wrong.has_room(&network(client), now)
                    && site_has_room
                    && self.may_begin(client)
            }
            Counted::Beginning => self.may_begin(client),
            Counted::Own(what) => allows(&self.persons, &self.hasher.hash_one(what)),
        }
    }
}

/// Places for what goes on at one time, as many for each network.
#[derive(Debug)]
struct Places {
    each: usize,
    taken: Mutex<HashMap<IpAddr, Arc<Semaphore>>>,
}

impl Places {
    fn new(each: usize) -> Self {
        Self {
            each,
            taken: Mutex::default(),
        }
    }

    /// Waits for a place of a client's network.
    async fn take(&self, client: IpAddr) -> Option<OwnedSemaphorePermit> {
        let places = {
            let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
            // Whoever has a place or waits for one holds them too.
            taken.retain(|_, places| Arc::strong_count(places) > 1);
            let places = taken
                .entry(network(client))
                .or_insert_with(|| Arc::new(Semaphore::new(self.each)));
            Arc::clone(places)
        };
        places.acquire_owned().await.ok()
    }
}

/// How much may come in an hour: from each network, and from all together, so that no number of networks fills the disk
/// within a night.
#[derive(Debug)]
struct Hourly {
    of_a_network: u64,
    of_all: u64,
    begun: Instant,
    seen: Mutex<Seen>,
}

/// What came in one hour.
#[derive(Debug, Default)]
struct Seen {
    hour: u64,
    networks: HashMap<IpAddr, u64>,
    all: u64,
}

impl Hourly {
    fn new(of_a_network: u64) -> Self {
        Self {
            of_a_network,
            of_all: of_a_network.saturating_mul(NETWORKS),
            begun: Instant::now(),
            seen: Mutex::default(),
        }
    }

    /// What came in the hour of an instant.
    fn seen(&self, now: Instant) -> std::sync::MutexGuard<'_, Seen> {
        let hour = now.saturating_duration_since(self.begun).as_secs() / 3_600;
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.hour != hour {
            *seen = Seen {
                hour,
                ..Seen::default()
            };
        }
        seen
    }

    /// Whether a network may send anything more in this hour.
    fn has_room(&self, network: IpAddr, now: Instant) -> bool {
        let seen = self.seen(now);
        let sent = seen.networks.get(&network).copied().unwrap_or(0);
        sent < self.of_a_network && seen.all < self.of_all
    }

    /// Counts what a network sent.
    fn count(&self, network: IpAddr, amount: u64, now: Instant) {
        let mut seen = self.seen(now);
        seen.all = seen.all.saturating_add(amount);
        let sent = seen.networks.entry(network).or_default();
        *sent = sent.saturating_add(amount);
    }
}

/// Counts one more under a key; answers whether it is within the limit.
fn allows<K: std::hash::Hash + Eq + Clone>(limiter: &DefaultKeyedRateLimiter<K>, key: &K) -> bool {
    if limiter.len() > REMEMBERED {
        limiter.retain_recent();
    }
    limiter.check_key(key).is_ok()
}

/// The network of an address: itself, or the first half of an address of IPv6.
pub(crate) fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => IpAddr::V4(address),
        IpAddr::V6(address) => {
            let mut octets = address.octets();
            octets[8..].fill(0);
            IpAddr::V6(Ipv6Addr::from(octets))
        }
    }
}

/// The site of an address of IPv6: its first 48 bits.
fn site(address: IpAddr) -> Option<Ipv6Addr> {
    match address.to_canonical() {
        IpAddr::V4(_) => None,
        IpAddr::V6(address) => {
            let mut octets = address.octets();
            octets[6..].fill(0);
            Some(Ipv6Addr::from(octets))
        }
    }
}

/// Wrong guesses by who makes them, minute by minute. They are known only after the guess, so that the limiter for everything
/// else, which counts before, cannot count them.
#[derive(Debug)]
struct Wrong<K> {
    per_minute: u32,
    begun: Instant,
    /// The minute since `begun`, and how many in it.
    seen: Mutex<HashMap<K, (u64, u32)>>,
}

impl<K: std::hash::Hash + Eq> Wrong<K> {
    fn new(per_minute: u32) -> Self {
        Self {
            per_minute,
            begun: Instant::now(),
            seen: Mutex::default(),
        }
    }

    fn minute(&self, now: Instant) -> u64 {
        now.saturating_duration_since(self.begun).as_secs() / 60
    }

    /// Whether one may guess once more in this minute.
    fn has_room(&self, who: &K, now: Instant) -> bool {
        let this = self.minute(now);
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.get(who)
            .is_none_or(|(minute, count)| *minute != this || *count < self.per_minute)
    }

    /// Counts a wrong guess.
    fn count(&self, who: K, now: Instant) {
        let this = self.minute(now);
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.len() > REMEMBERED {
            seen.retain(|_, (minute, _)| *minute == this);
        }
        let counted = seen.entry(who).or_insert((this, 0));
        *counted = if counted.0 == this {
            (this, counted.1.saturating_add(1))
        } else {
            (this, 1)
        };
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn wrong_guesses_of_one_network_are_limited_and_others_are_not() {
        let limits = Limits::new(3);
        let now = Instant::now();
        let guesses = |from: &str| limits.admits(&Counted::Guess, address(from), now);
        for from in ["2001:db8:1:2::1", "2001:db8:1:2::ffff", "2001:db8:1:2::1"] {
            assert!(guesses(from));
            limits.guessed_wrong(address(from), now);
        }
        assert!(!guesses("2001:db8:1:2::ffff"));
        assert!(guesses("192.0.2.1"));
        let later = now + Duration::from_mins(1);
        assert!(limits.admits(&Counted::Guess, address("2001:db8:1:2::1"), later));
    }

    #[test]
    fn whoever_has_many_networks_of_one_site_guesses_no_more_than_eight_of_them() {
        let limits = Limits::new(3);
        let now = Instant::now();
        let from = |network: u16| address(&format!("2001:db8:1:{network:x}::1"));
        let wrong = (0..100)
            .filter(|network| {
                let is_admitted = limits.admits(&Counted::Guess, from(*network), now);
                if is_admitted {
                    limits.guessed_wrong(from(*network), now);
                }
                is_admitted
            })
            .count();
        assert_eq!(wrong, 24);
        assert!(limits.admits(&Counted::Guess, address("2001:db8:2:1::1"), now));
    }

    #[test]
    fn drafts_and_bytes_of_an_hour_are_bounded_for_each_network_and_for_all() {
        let limits = Limits::new(1);
        let now = Instant::now();
        let here = address("192.0.2.1");
        let begun = (0..100).filter(|_| limits.may_draft(here, now)).count();
        assert_eq!(begun, 30);
        assert!(limits.may_draft(address("192.0.2.2"), now));
        assert!(limits.may_draft(here, now + Duration::from_hours(1)));
        let send = |from: IpAddr| {
            let may = limits.may_send(from, now);
            if may {
                limits.sent(from, 25_000_000, now);
            }
            may
        };
        assert_eq!((0..9).filter(|_| send(here)).count(), 3);
        let networks = (0..200_u8).map(|host| IpAddr::from([198, 51, 100, host]));
        let in_all = networks
            .flat_map(|from| [from; 3])
            .filter(|from| send(*from));
        assert_eq!(in_all.count(), 117, "all together have filled the hour");
    }

    #[test]
    fn right_guesses_of_many_neighbours_are_not_wrong_ones() {
        let limits = Limits::new(3);
        let now = Instant::now();
        let admitted = (0..30)
            .filter(|_| limits.admits(&Counted::Guess, address("192.0.2.1"), now))
            .count();
        assert_eq!(admitted, 30);
    }

    #[test]
    fn what_is_ones_own_is_not_refused_for_what_neighbours_do() {
        let limits = Limits::new(3);
        let now = Instant::now();
        let here = address("192.0.2.1");
        while limits.admits(&Counted::Beginning, here, now) {}
        for person in ["one", "other"] {
            let own = Counted::Own(person.to_owned());
            let sent = (0..100).filter(|_| limits.admits(&own, here, now)).count();
            assert!((15..100).contains(&sent), "{person} sent {sent}");
        }
    }
}
