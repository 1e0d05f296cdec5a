//! A wire between browser and portal that can be cut.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    sync::watch,
};

/// What a wire counts.
struct Counts {
    /// Bytes of the browser.
    carried: AtomicU64,
    /// Bytes of the browser that one connection carries before it breaks.
    most: AtomicU64,
    /// Connections that broke by that.
    broken: AtomicU64,
}

impl Default for Counts {
    fn default() -> Self {
        Self {
            carried: AtomicU64::new(0),
            most: AtomicU64::new(u64::MAX),
            broken: AtomicU64::new(0),
        }
    }
}

/// A wire between browser and portal that can be cut. The browser’s own emulation cuts off pages and not their workers.
pub(super) struct Wire {
    pub(super) address: SocketAddr,
    carries: Arc<AtomicBool>,
    counts: Arc<Counts>,
    cut: watch::Sender<SocketAddr>,
}

impl Wire {
    #[expect(
        clippy::disallowed_methods,
        reason = "the wire ends with the test's runtime"
    )]
    pub(super) async fn to(portal: SocketAddr) -> anyhow::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let carries = Arc::new(AtomicBool::new(true));
        let (cut, told) = watch::channel(portal);
        let counts = Arc::new(Counts::default());
        let (open, counted) = (Arc::clone(&carries), Arc::clone(&counts));
        tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                if open.load(Ordering::SeqCst) {
                    tokio::spawn(carry(near, told.clone(), Arc::clone(&counted)));
                }
            }
        });
        Ok(Self {
            address,
            carries,
            counts,
            cut,
        })
    }

    /// Lets each connection carry so many bytes of the browser’s, and break then: as a line does that comes and goes.
    pub(super) fn carry_at_most(&self, bytes: u64) {
        self.counts.most.store(bytes, Ordering::SeqCst);
    }

    /// Connections that broke because they carried as much as they may.
    pub(super) fn broken(&self) -> u64 {
        self.counts.broken.load(Ordering::SeqCst)
    }

    /// Bytes that came from the browser until now.
    pub(super) fn carried(&self) -> u64 {
        self.counts.carried.load(Ordering::SeqCst)
    }

    /// Cuts every connection, and takes none.
    pub(super) fn cut(&self) {
        self.carries.store(false, Ordering::SeqCst);
        self.cut.send_modify(|_| {});
    }

    pub(super) fn mend(&self) {
        self.carries.store(true, Ordering::SeqCst);
    }

    /// Leads to another portal from now on.
    pub(super) fn lead_to(&self, portal: SocketAddr) {
        self.cut.send_replace(portal);
    }

    pub(super) fn page(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }
}

/// Carries bytes both ways until the wire breaks, and counts those of the browser.
async fn carry(near: TcpStream, mut told: watch::Receiver<SocketAddr>, counts: Arc<Counts>) {
    let portal = *told.borrow_and_update();
    let Ok(far) = TcpStream::connect(portal).await else {
        return;
    };
    let (mut from_browser, mut to_browser) = near.into_split();
    let (mut from_portal, mut to_portal) = far.into_split();
    let out = async {
        let mut piece = vec![0; 16 * 1024];
        let mut own = 0;
        while let Ok(length) = from_browser.read(&mut piece).await
            && length > 0
        {
            own += length as u64;
            counts.carried.fetch_add(length as u64, Ordering::SeqCst);
            if own > counts.most.load(Ordering::SeqCst) {
                counts.broken.fetch_add(1, Ordering::SeqCst);
                break;
            }
            if to_portal.write_all(&piece[..length]).await.is_err() {
                break;
            }
        }
    };
    tokio::select! {
        () = out => {}
        _ = tokio::io::copy(&mut from_portal, &mut to_browser) => {}
        _ = told.changed() => {}
    }
}
