//! The mailroom: claims messages, sends several at once, and notes what became of many in one go; when the mail server as a whole fails, it waits for the server and not each message for itself.

use std::{
    collections::VecDeque,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use chikaya_channels::{Delivery, NO_SERVER, Post};
use chikaya_service::{
    Clerks, Trouble,
    message::outbox::{Fate, LEASE_SECONDS, Message, Ticket},
};
use tokio::{
    sync::{mpsc, watch},
    task::JoinSet,
    time::{Instant, sleep},
};
use tracing::{Instrument as _, error, info, info_span, warn};

use super::{
    line::Line,
    supervise::{Next, stopped_for},
};

/// Outcomes noted in one transaction at most.
const TOGETHER: usize = 64;

/// No message is begun later than this after it was claimed: it could outlast the claim, and another worker would send
/// it too.
const LAST_START: Duration = Duration::from_secs(LEASE_SECONDS as u64 / 2 - 5);

/// How long after the word to stop a message under way may go on.
const LAST_WORD: Duration = Duration::from_secs(1);

/// Longest pause between two looks at a server that does not do its part.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// Tries to note what became of messages, with a moment between them.
const TRIES_TO_NOTE: u32 = 10;

/// Where messages leave.
pub(super) struct Mailroom {
    line: Line,
    clerks: Clerks,
    post: Post,
    worker: String,
    batch: i64,
    stopped: watch::Receiver<bool>,
    flow: Mutex<Flow>,
}

/// Whether messages leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Flow {
    /// Nothing is known yet.
    Unknown,
    /// They do.
    Open,
    /// The server does not do its part. How often it was looked at since.
    Stopped(u32),
    /// It is looked at again, and when it answers one message shows whether it takes any. How often it was looked at in
    /// vain since it stopped.
    Trying(u32),
}

/// What became of a claimed message.
type Settled = (Ticket, Delivery);

impl Mailroom {
    pub(super) const fn new(
        line: Line,
        clerks: Clerks,
        post: Post,
        worker: String,
        batch: i64,
        stopped: watch::Receiver<bool>,
    ) -> Self {
        Self {
            line,
            clerks,
            post,
            worker,
            batch,
            stopped,
            flow: Mutex::new(Flow::Unknown),
        }
    }

    /// One round: looks at a server that had failed, then sends what waits.
    pub(super) async fn round(self: Arc<Self>) -> Result<Next, Trouble> {
        if self.line.is_closed(&self.post) {
            // Said at the start, and by `doctor`.
            if self.flow() == Flow::Unknown {
                self.set_flow(Flow::Stopped(0));
                self.line.measure(false);
                self.line
                    .note_stoppage(&self.clerks, Some(NO_SERVER.to_owned()))
                    .await?;
            }
            return Ok(Next::After(LONGEST_PAUSE));
        }
        // An earlier run may have left word that messages cannot leave: the server is looked at before any is tried.
        if self.flow() == Flow::Unknown && self.line.is_stopped(&self.clerks).await? {
            self.set_flow(Flow::Stopped(0));
        }
        if let Flow::Stopped(looks) = self.flow()
            && self.line.has_server(&self.post)
        {
            self.set_flow(Flow::Trying(looks));
            let answer = tokio::select! {
                answer = self.line.test(&self.post) => answer,
                () = stopped_for(self.stopped.clone(), Duration::ZERO) => return Ok(Next::AtOnce),
            };
            if let Err(error) = answer {
                self.stop(&error.to_string()).await?;
                return Ok(Next::After(pause_after(looks)));
            }
        }
        let limit = match self.flow() {
            Flow::Trying(_) | Flow::Stopped(_) => 1,
            Flow::Unknown | Flow::Open => self.batch,
        };
        let claimed = Instant::now();
        let messages = self
            .line
            .claim(&self.clerks, self.worker.clone(), limit)
            .await?;
        if messages.is_empty() {
            if matches!(self.flow(), Flow::Trying(_)) {
                // The server answers and there is nothing by which to try it further.
                self.open().await?;
            }
            return Ok(Next::AfterPause);
        }
        self.send(messages, claimed).await?;
        Ok(match self.flow() {
            Flow::Stopped(looks) => Next::After(pause_after(looks)),
            Flow::Unknown | Flow::Open | Flow::Trying(_) => Next::AtOnce,
        })
    }

    /// Sends messages, several at once, and notes what became of them as they go.
    async fn send(
        self: &Arc<Self>,
        messages: Vec<(Ticket, Message)>,
        claimed: Instant,
    ) -> Result<(), Trouble> {
        let lanes = self.line.lanes(&self.post).clamp(1, messages.len());
        let waiting = Arc::new(Mutex::new(VecDeque::from(messages)));
        let halt = Arc::new(AtomicBool::new(false));
        let (settle, mut settled) = mpsc::unbounded_channel();
        let mut sending = JoinSet::new();
        for _ in 0..lanes {
            let lane = Lane {
                room: Arc::clone(self),
                waiting: Arc::clone(&waiting),
                halt: Arc::clone(&halt),
                settle: settle.clone(),
                last_start: claimed + LAST_START,
            };
            sending.spawn(lane.run());
        }
        drop(settle);
        let mut delivered: Vec<Settled> = Vec::new();
        while settled.recv_many(&mut delivered, TOGETHER).await > 0 {
            let mut fates = Vec::with_capacity(delivered.len());
            // Here and not in the lanes: what several find out at one time is said once, and in the order in which it
            // is noted.
            for (ticket, delivery) in delivered.drain(..) {
                if let Err(error) = self.learn(&delivery).await {
                    error!(%error, "the state of the mail server cannot be noted");
                }
                fates.push((ticket, delivery.fate));
            }
            self.note(fates).await;
        }
        let left: Vec<(Ticket, Fate)> = lock(&waiting)
            .drain(..)
            .map(|(ticket, _)| (ticket, Fate::NotTried))
            .collect();
        self.note(left).await;
        Ok(())
    }

    /// Notes what became of messages. When that cannot be done for long, their claims run out and they are sent again:
    /// so it is tried hard.
    async fn note(&self, fates: Vec<(Ticket, Fate)>) {
        for (_, fate) in &fates {
            let outcome = match fate {
                Fate::Sent | Fate::Texted(_) | Fate::Kept(_) => "sent",
                Fate::Refused(_) => "refused",
                Fate::Failed(_) => "failed",
                Fate::NotTried | Fate::NotBefore(_) | Fate::Other(_) => continue,
            };
            self.line.count(outcome);
        }
        for _ in 0..TRIES_TO_NOTE {
            match self.clerks.settle_messages(fates.clone()).await {
                Ok(0) => return,
                Ok(lost) => {
                    warn!(
                        lost,
                        "claims of messages had run out before it could be noted what became of them"
                    );
                    return;
                }
                Err(error) if !error.is_passing() => {
                    error!(%error, "it cannot be noted what became of messages");
                    break;
                }
                Err(_) => sleep(Duration::from_millis(100)).await,
            }
        }
        // One of them may be at fault: the others are noted all the same.
        for fate in fates {
            if let Err(error) = self.clerks.settle_messages(vec![fate]).await {
                error!(%error, "it cannot be noted what became of a message");
            }
        }
    }

    /// What a delivery tells of the server.
    async fn learn(&self, delivery: &Delivery) -> Result<(), Trouble> {
        match &delivery.stoppage {
            Some(why) => self.stop(why).await,
            // What is kept in the house says nothing of a server.
            None if matches!(delivery.fate, Fate::Kept(_)) && self.line.has_server(&self.post) => {
                Ok(())
            }
            None if delivery.fate.is_delivery() => self.open().await,
            None => Ok(()),
        }
    }

    /// The server does not do its part: said once, and shown to administrators.
    async fn stop(&self, why: &str) -> Result<(), Trouble> {
        let looks = match self.flow() {
            // Others that were under way at the same time find the same.
            Flow::Stopped(_) => return Ok(()),
            Flow::Trying(looks) => looks + 1,
            Flow::Unknown | Flow::Open => {
                warn!(why, line = ?self.line, "messages wait: the server does not do its part");
                0
            }
        };
        self.set_flow(Flow::Stopped(looks));
        self.line.measure(false);
        self.line
            .note_stoppage(&self.clerks, Some(why.to_owned()))
            .await
    }

    /// Messages leave.
    async fn open(&self) -> Result<(), Trouble> {
        match self.flow() {
            Flow::Open => return Ok(()),
            Flow::Unknown => {}
            Flow::Stopped(_) | Flow::Trying(_) => info!(line = ?self.line, "messages leave again"),
        }
        self.set_flow(Flow::Open);
        self.line.measure(true);
        self.line.note_stoppage(&self.clerks, None).await
    }

    fn flow(&self) -> Flow {
        *lock(&self.flow)
    }

    fn set_flow(&self, flow: Flow) {
        *lock(&self.flow) = flow;
    }
}

/// One of several that take messages from the same pile.
struct Lane {
    room: Arc<Mailroom>,
    waiting: Arc<Mutex<VecDeque<(Ticket, Message)>>>,
    halt: Arc<AtomicBool>,
    settle: mpsc::UnboundedSender<Settled>,
    last_start: Instant,
}

impl Lane {
    async fn run(self) {
        while !self.halt.load(Ordering::Relaxed)
            && !*self.room.stopped.borrow()
            && Instant::now() < self.last_start
        {
            let Some((ticket, message)) = lock(&self.waiting).pop_front() else {
                return;
            };
            let delivery = self.deliver(message).await;
            if delivery.stoppage.is_some() {
                self.halt.store(true, Ordering::Relaxed);
            }
            // The other end lives as long as any lane.
            let _ = self.settle.send((ticket, delivery));
        }
    }

    /// Delivers one message in a task of its own, so that one that breaks the program breaks nothing else.
    async fn deliver(&self, message: Message) -> Delivery {
        let (post, clerks) = (self.room.post.clone(), self.room.clerks.clone());
        let span = info_span!("message", job.id = %message.id);
        let mut task = JoinSet::new();
        task.spawn(
            async move {
                let country = clerks.country();
                post.deliver(&message, &country.organisations, clerks.now())
                    .await
            }
            .instrument(span),
        );
        tokio::select! {
            delivered = task.join_next() => match delivered {
                Some(Ok(delivery)) => delivery,
                Some(Err(broken)) => Fate::Failed(broken.to_string()).into(),
                None => Fate::NotTried.into(),
            },
            () = stopped_for(self.room.stopped.clone(), LAST_WORD) => Fate::NotTried.into(),
        }
    }
}

/// Tells the metrics how many messages wait, and how long the first of them does. Apart from the rounds: these stand
/// still while a server that says nothing is waited for.
pub(super) async fn measure(clerks: Clerks) -> Result<Next, Trouble> {
    let waiting = clerks.messages_that_wait().await?;
    #[expect(clippy::cast_precision_loss, reason = "counted up to a thousand")]
    metrics::gauge!("chikaya_messages_waiting").set(waiting.count as f64);
    let age = waiting.since.map_or(0, |since| {
        (clerks.now().as_second() - since.as_second()).max(0)
    });
    #[expect(
        clippy::cast_precision_loss,
        reason = "seconds of years are few enough"
    )]
    metrics::gauge!("chikaya_messages_waiting_seconds").set(age as f64);
    Ok(Next::AfterPause)
}

/// How long to rest after the server was looked at in vain so often: twice as long each time.
fn pause_after(looks: u32) -> Duration {
    Duration::from_secs(1 << looks.min(5)).min(LONGEST_PAUSE)
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
