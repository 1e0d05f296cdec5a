//! Limits on how often one network may send forms and look things up.

use std::{
    net::{IpAddr, Ipv6Addr},
    num::NonZeroU32,
};

use governor::{DefaultKeyedRateLimiter, Quota};

/// A limiter that counts by client network: an address of IPv4, 64 bits of IPv6.
#[derive(Debug)]
pub(crate) struct Limiter {
    inner: DefaultKeyedRateLimiter<IpAddr>,
}

/// Networks remembered before those at rest are forgotten.
const REMEMBERED: usize = 50_000;

impl Limiter {
    /// Allows so many requests per minute, all at once if they come so.
    pub(crate) fn new(per_minute: u32) -> Self {
        let per_minute = NonZeroU32::new(per_minute).unwrap_or(NonZeroU32::MIN);
        Self {
            inner: DefaultKeyedRateLimiter::keyed(Quota::per_minute(per_minute)),
        }
    }

    /// Counts a request; answers whether it is within the limit.
    pub(crate) fn allows(&self, client: IpAddr) -> bool {
        if self.inner.len() > REMEMBERED {
            self.inner.retain_recent();
        }
        self.inner.check_key(&network(client)).is_ok()
    }
}

fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => IpAddr::V4(address),
        IpAddr::V6(address) => {
            let mut octets = address.octets();
            octets[8..].fill(0);
            IpAddr::V6(Ipv6Addr::from(octets))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_network_is_limited_and_others_are_not() {
        let limiter = Limiter::new(3);
        let one: IpAddr = "2001:db8:1:2::1".parse().unwrap();
        let neighbour: IpAddr = "2001:db8:1:2::ffff".parse().unwrap();
        let other: IpAddr = "192.0.2.1".parse().unwrap();
        assert!(limiter.allows(one) && limiter.allows(neighbour) && limiter.allows(one));
        assert!(!limiter.allows(neighbour));
        assert!(limiter.allows(other));
    }
}
