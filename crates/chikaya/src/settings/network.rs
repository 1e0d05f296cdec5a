//! Networks as settings name them.

use std::net::IpAddr;

use anyhow::anyhow;
use chikaya_web::IpNet;

/// A network, or an address, which is a network of one; `setting` is where it was written.
pub(super) fn network(setting: &str, proxy: &str) -> anyhow::Result<IpNet> {
    proxy
        .parse()
        .or_else(|_| proxy.parse::<IpAddr>().map(IpNet::from))
        .map_err(|_| {
            anyhow!(
                "{setting}: {proxy:?} is neither an address (127.0.0.1) nor a network (10.0.0.0/8)"
            )
        })
}
