//! The door: the address of the portal, taken before anything else is done, and who is let in through it.

mod line;
mod seats;
mod serve;

pub(crate) use self::{seats::Seats, serve::serve};

use std::{io, net::SocketAddr};

use anyhow::Context as _;
use tokio::net::{TcpListener, TcpSocket};

/// Connections that may wait until they are let in.
const WAITING: u32 = 1_024;

/// The address of the portal. An address that is in use is said before the database is touched, and nobody is let in before
/// everything is ready.
pub(crate) struct Door {
    socket: TcpSocket,
    address: SocketAddr,
}

impl Door {
    /// Takes the address.
    pub(crate) fn take(address: SocketAddr) -> anyhow::Result<Self> {
        let take = || -> io::Result<TcpSocket> {
            let socket = if address.is_ipv4() {
                TcpSocket::new_v4()?
            } else {
                TcpSocket::new_v6()?
            };
            // Connections of an earlier run that linger do not keep the address.
            socket.set_reuseaddr(true)?;
            socket.bind(address)?;
            Ok(socket)
        };
        let socket = take().with_context(|| not_had(address))?;
        Ok(Self { socket, address })
    }

    /// Lets people in; to be called on the runtime that serves them.
    pub(crate) fn open(self) -> anyhow::Result<TcpListener> {
        self.socket
            .listen(WAITING)
            .with_context(|| not_had(self.address))
    }
}

fn not_had(address: SocketAddr) -> String {
    format!("listen: {address} cannot be listened on")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_in_use_is_said_before_anything_is_opened() {
        let other = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let address = other.local_addr().unwrap();
        let refused = Door::take(address).err().unwrap();
        assert!(
            format!("{refused:#}").contains(&address.to_string()),
            "{refused:#}"
        );
    }

    #[tokio::test]
    async fn nobody_is_let_in_before_the_door_is_opened() {
        let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let address = free.local_addr().unwrap();
        drop(free);
        let door = Door::take(address).unwrap();
        assert!(std::net::TcpStream::connect(address).is_err());
        let opened = door.open().unwrap();
        assert!(std::net::TcpStream::connect(address).is_ok());
        drop(opened);
    }
}
