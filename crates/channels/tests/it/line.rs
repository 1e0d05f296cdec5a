//! A switchboard between the clerks of a town and an exchange.

use std::{sync::Arc, time::Duration};

use chikaya_channels::telephony::{Calls, Desk, ExchangeSettings, Switchboard, Tempo};
use chikaya_exchange::Exchange;
use tokio::{sync::watch, task::JoinSet};

use crate::{agents::Agents, town::Town};

/// A running switchboard.
pub(crate) struct Line {
    stop: watch::Sender<bool>,
    running: JoinSet<()>,
}

/// Fast enough for tests, and slow enough for a busy machine.
pub(crate) const TEMPO: Tempo = Tempo {
    second: Duration::from_millis(300),
    beat: Duration::from_millis(100),
    lease: Duration::from_millis(600),
    retry: Duration::from_millis(200),
    collect: Duration::from_millis(200),
};

pub(crate) fn settings(exchange: &Exchange) -> ExchangeSettings {
    ExchangeSettings {
        url: exchange.url(),
        user: "chikaya".to_owned(),
        password: "made-up-word".to_owned(),
        app: "chikaya".to_owned(),
        sounds: "chikaya".to_owned(),
    }
}

impl Line {
    /// Begins one under a name, without waiting for it to hold the line.
    pub(crate) fn begin(
        town: &Town,
        exchange: &Exchange,
        agents: Option<&Agents>,
        name: &str,
        tempo: Tempo,
    ) -> Self {
        let calls = agents.map(|agents| {
            let calls: Arc<dyn Calls> = Arc::new(agents.clone());
            calls
        });
        Self::beginning(town, exchange, calls, name, tempo)
    }

    fn beginning(
        town: &Town,
        exchange: &Exchange,
        calls: Option<Arc<dyn Calls>>,
        name: &str,
        tempo: Tempo,
    ) -> Self {
        let desk = Desk::new(town.clerks.clone(), calls);
        let switchboard =
            Switchboard::new(&settings(exchange), desk, name.to_owned(), tempo).unwrap();
        let (stop, stopped) = watch::channel(false);
        let mut running = JoinSet::new();
        running.spawn(switchboard.run(stopped));
        Self { stop, running }
    }

    /// Begins one that holds the line.
    pub(crate) async fn open(town: &Town, exchange: &Exchange, agents: Option<&Agents>) -> Self {
        let line = Self::begin(town, exchange, agents, "one", TEMPO);
        exchange.until("the line is held", Exchange::is_held).await;
        line
    }

    /// Begins one that holds the line, before a desk.
    pub(crate) async fn open_with(town: &Town, exchange: &Exchange, calls: Arc<dyn Calls>) -> Self {
        let line = Self::beginning(town, exchange, Some(calls), "one", TEMPO);
        exchange.until("the line is held", Exchange::is_held).await;
        line
    }

    /// Ends it as a portal that is stopped.
    pub(crate) async fn stop(mut self) {
        self.stop.send_replace(true);
        while self.running.join_next().await.is_some() {}
    }

    /// Ends it as a process that is killed.
    pub(crate) async fn kill(mut self) {
        self.running.shutdown().await;
    }
}
