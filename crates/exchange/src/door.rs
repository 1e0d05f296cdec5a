//! Connections: a WebSocket for events, HTTP for requests.

use std::{
    convert::Infallible,
    sync::{Arc, Mutex, Weak},
    time::Duration,
};

use futures_util::{SinkExt as _, StreamExt as _};
use hyper::{server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{mpsc, watch},
};
use tokio_tungstenite::{accept_async, tungstenite::Message};

use crate::{
    house::{Exchange, Inner, Tempo},
    rest, traffic,
};

impl Exchange {
    /// Opens an exchange on a free port.
    ///
    /// # Panics
    /// When there is no free port.
    pub async fn open(tempo: Tempo) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0")
            .await
            .expect("there is a free port");
        let address = listener.local_addr().expect("a listener has an address");
        let exchange = Self {
            inner: Arc::new(Inner {
                address,
                tempo,
                house: Mutex::default(),
                changed: watch::Sender::new(0),
                cut: watch::Sender::new(0),
                tasks: Mutex::default(),
            }),
        };
        let served = Arc::downgrade(&exchange.inner);
        exchange.work(serve(listener, served));
        exchange
    }
}

/// Serves connections until the exchange is gone.
async fn serve(listener: TcpListener, served: Weak<Inner>) {
    while let Ok((stream, _)) = listener.accept().await {
        let Some(inner) = served.upgrade() else {
            return;
        };
        let exchange = Exchange { inner };
        if exchange.house().is_away {
            continue;
        }
        let weak = Arc::downgrade(&exchange.inner);
        let mut cut = exchange.inner.cut.subscribe();
        exchange.work(async move {
            tokio::select! {
                () = connection(stream, weak) => {}
                // The sender lives as long as the exchange.
                _ = cut.changed() => {}
            }
        });
    }
}

async fn connection(stream: TcpStream, served: Weak<Inner>) {
    // A request that asks for another delay than none would be late in what is measured.
    let _ = stream.set_nodelay(true);
    let mut beginning = [0; 15];
    loop {
        match stream.peek(&mut beginning).await {
            Ok(0) | Err(_) => return,
            Ok(read) if read == beginning.len() => break,
            Ok(_) => tokio::time::sleep(Duration::from_millis(1)).await,
        }
    }
    if &beginning == b"GET /ari/events" {
        events(stream, &served).await;
        return;
    }
    let service = service_fn(move |request| {
        let served = Weak::clone(&served);
        async move {
            let answer = match served.upgrade() {
                Some(inner) => rest::answer(&Exchange { inner }, request).await,
                None => rest::gone(),
            };
            Ok::<_, Infallible>(answer)
        }
    });
    // A connection that breaks is none.
    let _ = http1::Builder::new()
        .serve_connection(TokioIo::new(stream), service)
        .await;
}

/// Whoever opens this holds the application, and whoever held it before is told and hears nothing more.
async fn events(stream: TcpStream, served: &Weak<Inner>) {
    let Ok(mut socket) = accept_async(stream).await else {
        return;
    };
    let (sender, mut waiting) = mpsc::unbounded_channel();
    let own = {
        let Some(inner) = served.upgrade() else {
            return;
        };
        let exchange = Exchange { inner };
        let own = {
            let mut house = exchange.house();
            house.sockets += 1;
            let own = house.sockets;
            if let Some((_, before)) = house.socket.replace((own, sender)) {
                // It may be gone.
                let _ = before.send(traffic::event("ApplicationReplaced"));
            }
            own
        };
        exchange.told();
        own
    };
    loop {
        tokio::select! {
            event = waiting.recv() => match event {
                Some(event) => {
                    let told = socket.send(Message::Text(event.to_string().into())).await;
                    if told.is_err() {
                        break;
                    }
                }
                // Another socket holds the application: this one stays open and silent.
                None => std::future::pending().await,
            },
            message = socket.next() => match message {
                Some(Ok(Message::Close(_))) | Some(Err(_)) | None => break,
                Some(Ok(_)) => {}
            },
        }
    }
    if let Some(inner) = served.upgrade() {
        let exchange = Exchange { inner };
        let mut house = exchange.house();
        if house
            .socket
            .as_ref()
            .is_some_and(|(number, _)| *number == own)
        {
            house.socket = None;
        }
    }
}
