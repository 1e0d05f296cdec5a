//! The door to which a mail server brings mails (LMTP, RFC 2033): so many seats, and an end to every visit.

use std::{io, net::SocketAddr, sync::Arc, time::Duration};

use chikaya_service::Clerks;
use tokio::{
    io::AsyncReadExt as _,
    net::{TcpListener, TcpStream},
    sync::{Semaphore, watch},
    task::JoinSet,
    time::{sleep, timeout},
};

use super::session::{self, House};

/// Conversations at once. A mail server has a few.
const SEATS: usize = 16;

/// Mails taken down at once: each lies in memory until it is kept.
const DESKS: usize = 3;

/// Longest conversation.
const VISIT: Duration = Duration::from_mins(30);

/// How long after the word to stop a mail under way may go on.
const LAST_WORD: Duration = Duration::from_secs(3);

/// Pause after the system refused a connection, as it does when descriptors are all taken.
const BREATH: Duration = Duration::from_millis(200);

/// A door for mail.
#[derive(Debug)]
pub struct Lmtp {
    listener: TcpListener,
    domain: String,
}

impl Lmtp {
    /// Opens the door at an address, for mails to addresses of a domain.
    pub async fn open(address: SocketAddr, domain: &str) -> io::Result<Self> {
        Ok(Self {
            listener: TcpListener::bind(address).await?,
            domain: domain.to_owned(),
        })
    }

    /// Where it is.
    pub fn address(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Takes mails until `stopped` says so. What is under way then is finished if that takes no longer than a moment; a mail
    /// that was not acknowledged is brought again.
    pub async fn serve(self, clerks: Clerks, mut stopped: watch::Receiver<bool>) {
        let house = Arc::new(House {
            clerks,
            domain: self.domain,
            desks: Semaphore::new(DESKS),
        });
        let seats = Arc::new(Semaphore::new(SEATS));
        let mut visits = JoinSet::new();
        while !*stopped.borrow() {
            // A server that finds no seat waits in the system's queue, and its mails with it.
            let seat = tokio::select! {
                seat = Arc::clone(&seats).acquire_owned() => seat,
                _ = stopped.changed() => break,
            };
            let Ok(seat) = seat else { break };
            let arrived = tokio::select! {
                arrived = self.listener.accept() => arrived,
                _ = stopped.changed() => break,
            };
            let Ok((stream, _)) = arrived else {
                sleep(BREATH).await;
                continue;
            };
            let (house, stopped) = (Arc::clone(&house), stopped.clone());
            visits.spawn(async move {
                let _seat = seat;
                // It broke off or took too long: what it did not hear acknowledged it brings again.
                let _ = timeout(VISIT, session::receive(stream, &house, stopped)).await;
            });
            while visits.try_join_next().is_some() {}
        }
        let ended = async { while visits.join_next().await.is_some() {} };
        // Whatever goes on longer is broken off with the set.
        let _ = timeout(LAST_WORD, ended).await;
    }
}

/// Whether somebody takes mails at an address, for `doctor`: whether they are greeted there within a time.
pub async fn greeting(address: SocketAddr, longest: Duration) -> io::Result<()> {
    let look = async {
        let mut stream = TcpStream::connect(address).await?;
        let mut code = [0; 4];
        stream.read_exact(&mut code).await?;
        if &code == b"220 " || &code == b"220-" {
            Ok(())
        } else {
            Err(io::Error::other("it greets in another way"))
        }
    };
    timeout(longest, look)
        .await
        .unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()))
}
