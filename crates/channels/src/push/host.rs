//! Where a name leads: an address that a browser named is called only where everybody could call it, so that nobody has the
//! portal call a machine of its own network.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

/// The addresses of a name that are public.
pub(super) async fn public(name: &str, port: u16) -> std::io::Result<Vec<SocketAddr>> {
    let found = tokio::net::lookup_host((name, port)).await?;
    Ok(found.filter(|address| is_public(address.ip())).collect())
}

/// Whether an address is one of the public network: none of the registries of special addresses (RFC 6890) names it.
pub(super) fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [first, second, third, _] = address.octets();
    !(first == 0
        || address.is_loopback()
        || address.is_private()
        || address.is_link_local()
        || address.is_documentation()
        // For carriers' own networks.
        || (first == 100 && (64..128).contains(&second))
        // For protocols, and what was the way from 6to4.
        || (first, second, third) == (192, 0, 0)
        || (first, second, third) == (192, 88, 99)
        // For measurements.
        || (first == 198 && (second == 18 || second == 19))
        // Multicast, what is reserved, and broadcast.
        || first >= 224)
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    // Ways into IPv4 lead where the address in them does.
    if let Some(inner) = address.to_ipv4_mapped() {
        return is_public_v4(inner);
    }
    let parts = address.segments();
    let [first, second, ..] = parts;
    if first == 0x64 && second == 0xff9b {
        let [.., high, low] = parts;
        let bits = u32::from(high) << 16 | u32::from(low);
        return parts[2] == 0 && is_public_v4(Ipv4Addr::from_bits(bits));
    }
    // Of what is given out at all, without protocols, tunnels and documentation.
    (first & 0xe000) == 0x2000
        && first != 0x2002
        && !(first == 0x2001 && second < 0x200)
        && !(first == 0x2001 && second == 0xdb8)
        && !(first == 0x3fff && second < 0x1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_address_of_an_own_network_is_public() {
        for own in [
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "127.0.0.1",
            "169.254.169.254",
            "172.16.0.1",
            "192.0.0.8",
            "192.168.1.1",
            "198.18.0.1",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:10.0.0.1",
            "::ffff:127.0.0.1",
            "fe80::1",
            "fc00::1",
            "fd12::1",
            "ff02::1",
            "64:ff9b::7f00:1",
            "64:ff9b:1::1",
            "2001::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "3fff::1",
        ] {
            assert!(!is_public(own.parse().unwrap()), "{own}");
        }
        for public in [
            "8.8.8.8",
            "100.63.0.1",
            "172.32.0.1",
            "2a00:1450::1",
            "2606:4700::1",
            "64:ff9b::808:808",
        ] {
            assert!(is_public(public.parse().unwrap()), "{public}");
        }
    }
}
