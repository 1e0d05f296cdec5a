//! Seats for connections: fewer than the system has descriptors, and no network takes them all.

use std::{
    cmp::Reverse,
    collections::HashMap,
    net::{IpAddr, Ipv6Addr},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, AtomicUsize, Ordering},
    },
    time::Instant,
};

use chikaya_web::IpNet;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};

/// Descriptors kept for everything but connections: database, files that come and go, mail, the library’s own.
const KEPT_BACK: u64 = 256;

/// Most connections, however many descriptors there are: each costs memory too.
const AT_MOST: u64 = 4_096;

/// Descriptors asked of the system, where it gives more than it gave at first.
const DESCRIPTORS: u64 = AT_MOST + KEPT_BACK;

/// How many networks it takes at least to fill all seats.
const NETWORKS_TO_FILL: usize = 4;

/// The seats. Whoever finds all taken gets that of a connection that waits for nothing but its sender.
pub(crate) struct Seats {
    free: Arc<Semaphore>,
    per_network: usize,
    /// Whose connections carry those of many: they have seats as they need.
    proxies: Vec<IpNet>,
    taken: Mutex<Taken>,
    begun: Instant,
}

#[derive(Default)]
struct Taken {
    next: u64,
    seats: HashMap<u64, Arc<Seat>>,
    networks: HashMap<IpAddr, usize>,
}

/// One connection's seat.
pub(crate) struct Seat {
    number: u64,
    network: IpAddr,
    /// Answers under way.
    busy: AtomicUsize,
    /// Since when nothing is asked of the house, in milliseconds since it opened.
    idle_since: AtomicU64,
    begun: Instant,
    /// Whether somebody else needs the seat.
    pub(crate) given_up: Notify,
}

/// A seat that is taken; dropping it frees it.
pub(crate) struct Sitting {
    pub(crate) seat: Arc<Seat>,
    seats: Arc<Seats>,
    _place: OwnedSemaphorePermit,
}

/// An answer under way, from the last byte of the question's head to the last of the answer.
pub(crate) struct Answering(Arc<Seat>);

impl Seats {
    /// Seats for a program that may have as many files open as the system says, which is asked for more first.
    pub(crate) fn as_the_system_allows(proxies: Vec<IpNet>) -> Arc<Self> {
        let now = getrlimit(Resource::Nofile);
        let wanted = now
            .maximum
            .map_or(DESCRIPTORS, |most| most.min(DESCRIPTORS));
        if now.current.is_some_and(|current| current < wanted) {
            // Where it is refused, there are as many as before.
            let _ = setrlimit(
                Resource::Nofile,
                Rlimit {
                    current: Some(wanted),
                    maximum: now.maximum,
                },
            );
        }
        let descriptors = getrlimit(Resource::Nofile).current.unwrap_or(DESCRIPTORS);
        let seats = descriptors
            .saturating_sub(KEPT_BACK)
            .max(descriptors / 2)
            .clamp(1, AT_MOST);
        Self::new(usize::try_from(seats).unwrap_or(usize::MAX), proxies)
    }

    /// So many seats.
    pub(crate) fn new(seats: usize, proxies: Vec<IpNet>) -> Arc<Self> {
        Arc::new(Self {
            free: Arc::new(Semaphore::new(seats)),
            per_network: (seats / NETWORKS_TO_FILL).max(1),
            proxies,
            taken: Mutex::default(),
            begun: Instant::now(),
        })
    }

    /// Waits until a seat is free for whoever comes next. When none is, the one that waits longest for its sender is
    /// asked back.
    pub(crate) async fn place(&self) -> OwnedSemaphorePermit {
        if let Ok(place) = Arc::clone(&self.free).try_acquire_owned() {
            return place;
        }
        loop {
            self.ask_back(None);
            let waiting = Arc::clone(&self.free).acquire_owned();
            // When every connection was being answered, one may wait for its sender soon.
            match tokio::time::timeout(std::time::Duration::from_millis(100), waiting).await {
                Ok(Ok(place)) => return place,
                Ok(Err(_)) => std::future::pending().await,
                Err(_) => {}
            }
        }
    }

    /// Whether this address is a proxy that is believed.
    pub(crate) fn is_proxy(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.proxies.iter().any(|proxy| proxy.contains(&address))
    }

    /// Takes a place for an address. A network that has as many as it may have gives up one that waits for its sender,
    /// or gets none.
    pub(crate) fn sit(
        self: &Arc<Self>,
        address: IpAddr,
        place: OwnedSemaphorePermit,
    ) -> Option<Sitting> {
        let network = network(address);
        let has_enough = {
            let taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
            taken.networks.get(&network).copied().unwrap_or(0) >= self.per_network
        };
        if has_enough && !self.is_proxy(address) && !self.ask_back(Some(network)) {
            return None;
        }
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let number = taken.next;
        taken.next += 1;
        let seat = Arc::new(Seat {
            number,
            network,
            busy: AtomicUsize::new(0),
            idle_since: AtomicU64::new(milliseconds(self.begun)),
            begun: self.begun,
            given_up: Notify::new(),
        });
        taken.seats.insert(number, Arc::clone(&seat));
        *taken.networks.entry(network).or_default() += 1;
        Some(Sitting {
            seat,
            seats: Arc::clone(self),
            _place: place,
        })
    }

    /// Asks back the seat that has waited longest for its sender: of a network, or of the network that has most of
    /// them. Answers whether there was one.
    fn ask_back(&self, of: Option<IpAddr>) -> bool {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let found = taken
            .seats
            .values()
            .filter(|seat| of.is_none_or(|network| seat.network == network))
            .filter(|seat| !seat.is_busy())
            .max_by_key(|seat| {
                let many = taken.networks.get(&seat.network).copied().unwrap_or(0);
                let since = seat.idle_since.load(Ordering::Acquire);
                (many, Reverse((since, seat.number)))
            })
            .map(|seat| seat.number);
        let Some(seat) = found.and_then(|number| taken.seats.remove(&number)) else {
            return false;
        };
        taken.leave(seat.network);
        seat.given_up.notify_one();
        true
    }
}

impl Taken {
    fn leave(&mut self, network: IpAddr) {
        if let Some(count) = self.networks.get_mut(&network) {
            *count -= 1;
            if *count == 0 {
                self.networks.remove(&network);
            }
        }
    }
}

impl Seat {
    /// Notes that an answer begins.
    pub(crate) fn answer(self: &Arc<Self>) -> Answering {
        self.busy.fetch_add(1, Ordering::AcqRel);
        Answering(Arc::clone(self))
    }

    /// Whether an answer is under way.
    pub(crate) fn is_busy(&self) -> bool {
        self.busy.load(Ordering::Acquire) > 0
    }
}

impl Drop for Answering {
    fn drop(&mut self) {
        let seat = &self.0;
        seat.idle_since
            .store(milliseconds(seat.begun), Ordering::Release);
        seat.busy.fetch_sub(1, Ordering::AcqRel);
    }
}

impl Drop for Sitting {
    fn drop(&mut self) {
        let mut taken = self
            .seats
            .taken
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        // One that was asked back is counted no more.
        if taken.seats.remove(&self.seat.number).is_some() {
            taken.leave(self.seat.network);
        }
    }
}

fn milliseconds(since: Instant) -> u64 {
    u64::try_from(since.elapsed().as_millis()).unwrap_or(u64::MAX)
}

/// Whoever has an address of IPv6 has at least 65,536 networks of them: they are taken together.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => IpAddr::V4(address),
        IpAddr::V6(address) => {
            let mut octets = address.octets();
            octets[6..].fill(0);
            IpAddr::V6(Ipv6Addr::from(octets))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    async fn sit(seats: &Arc<Seats>, from: &str) -> Option<Sitting> {
        let place = seats.place().await;
        seats.sit(address(from), place)
    }

    #[tokio::test]
    async fn a_network_takes_a_quarter_of_the_seats_and_gives_up_its_own_first() {
        let seats = Seats::new(8, vec!["10.0.0.0/8".parse().unwrap()]);
        let first = sit(&seats, "2001:db8:1:2::1").await.unwrap();
        let second = sit(&seats, "2001:db8:1:3::1").await.unwrap();
        // Both wait for their sender; the one that waits longest goes.
        let third = sit(&seats, "2001:db8:1:4::1").await.unwrap();
        first.seat.given_up.notified().await;
        let busy = [second.seat.answer(), third.seat.answer()];
        assert!(
            sit(&seats, "2001:db8:1:5::1").await.is_none(),
            "all are answered"
        );
        assert!(sit(&seats, "2001:db8:2::1").await.is_some());
        drop(busy);
        let proxied = [
            sit(&seats, "10.1.1.1").await,
            sit(&seats, "10.1.1.1").await,
            sit(&seats, "10.1.1.1").await,
        ];
        assert!(proxied.iter().all(Option::is_some), "a proxy carries many");
    }

    #[tokio::test]
    async fn whoever_comes_to_a_full_house_gets_the_seat_of_the_network_that_has_most() {
        let seats = Seats::new(8, Vec::new());
        let mut sitting = Vec::new();
        for from in ["192.0.2.1", "192.0.2.2", "192.0.2.2", "192.0.2.3"] {
            sitting.push(sit(&seats, from).await.unwrap());
        }
        for from in ["192.0.2.4", "192.0.2.5", "192.0.2.6", "192.0.2.7"] {
            sitting.push(sit(&seats, from).await.unwrap());
        }
        let asked = {
            let mut comes = Box::pin(sit(&seats, "192.0.2.9"));
            let is_waiting = std::future::poll_fn(|context| {
                std::task::Poll::Ready(comes.as_mut().poll(context).is_pending())
            });
            assert!(is_waiting.await);
            // The connection that is asked back ends.
            let gone = sitting.remove(1);
            gone.seat.given_up.notified().await;
            drop(gone);
            comes.await
        };
        assert!(asked.is_some());
    }

    #[tokio::test]
    async fn a_seat_is_free_again_when_its_connection_ends() {
        let seats = Seats::new(4, Vec::new());
        for _ in 0..100 {
            assert!(sit(&seats, "192.0.2.1").await.is_some());
        }
    }
}
