//! Serves connections: a time for the head of each request, a seat for each connection, an end.

use std::{
    convert::Infallible,
    io,
    net::SocketAddr,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    response::{IntoResponse as _, Response},
};
use http::{Request, StatusCode, Version, header};
use http_body::{Frame, SizeHint};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::watch,
    task::JoinSet,
    time::sleep,
};
use tower::ServiceExt as _;
use tracing::{debug, warn};

use super::{
    line::Line,
    seats::{Answering, Seats, Sitting},
};

/// Longest time from the end of one answer, or from the connection, to the last byte of the next request's head.
const HEAD: Duration = Duration::from_secs(20);

/// The same for a proxy, which keeps its connections for the next visitor: longer than proxies keep them, so that it is
/// they who end them (nginx: 60 seconds).
const HEAD_OF_A_PROXY: Duration = Duration::from_secs(75);

/// Most bytes of a request that are held at once, and so of its head.
const BUFFER: usize = 64 * 1024;

/// Pause after the system could not hand a connection over.
const PAUSE: Duration = Duration::from_millis(200);

/// What is said to a network that has as many connections as it may have.
const TOO_MANY: &[u8] = b"HTTP/1.1 429 Too Many Requests\r\nRetry-After: 10\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

/// Serves whoever comes until it is told to stop, then until the last answer is given. HTTP/1.1 alone is spoken here: it
/// is what proxies speak inwards, and what browsers speak where there is none.
pub(crate) async fn serve(
    listener: TcpListener,
    router: Router,
    seats: Arc<Seats>,
    stopped: watch::Receiver<bool>,
) {
    let mut connections = JoinSet::new();
    let mut told = stopped.clone();
    loop {
        let accepted = async {
            let place = seats.place().await;
            (listener.accept().await, place)
        };
        let (accepted, place) = tokio::select! {
            accepted = accepted => accepted,
            // Whoever could say the word is gone only when everything has stopped.
            _ = told.wait_for(|stopped| *stopped) => break,
        };
        while connections.try_join_next().is_some() {}
        let (stream, address) = match accepted {
            Ok(accepted) => accepted,
            Err(error) if is_of_the_other_side(&error) => continue,
            Err(error) => {
                warn!(%error, "a connection cannot be taken");
                sleep(PAUSE).await;
                continue;
            }
        };
        let Some(sitting) = seats.sit(address.ip(), place) else {
            // Whether it can still be said does not matter.
            let _ = stream.try_write(TOO_MANY);
            continue;
        };
        let patience = if seats.is_proxy(address.ip()) {
            HEAD_OF_A_PROXY
        } else {
            HEAD
        };
        connections.spawn(connection(
            stream,
            address,
            router.clone(),
            sitting,
            patience,
            stopped.clone(),
        ));
    }
    drop(listener);
    while connections.join_next().await.is_some() {}
}

/// Serves one connection to its end.
async fn connection(
    stream: TcpStream,
    address: SocketAddr,
    router: Router,
    sitting: Sitting,
    patience: Duration,
    mut stopped: watch::Receiver<bool>,
) {
    let seat = Arc::clone(&sitting.seat);
    let answers = service_fn(|request: Request<Incoming>| {
        let answering = seat.answer();
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(address));
        // RFC 9112, 3.2: one Host, and nobody guesses which was meant.
        let is_addressed = request.version() < Version::HTTP_11
            || request.headers().get_all(header::HOST).iter().count() == 1;
        let answer = is_addressed.then(|| router.clone().oneshot(request));
        async move {
            let response = match answer {
                Some(answer) => {
                    let Ok(response) = answer.await;
                    response
                }
                None => StatusCode::BAD_REQUEST.into_response(),
            };
            Ok::<Response, Infallible>(response.map(|body| {
                Body::new(Answer {
                    body,
                    _answering: answering,
                })
            }))
        }
    });
    let serving = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(patience)
        .max_buf_size(BUFFER)
        .serve_connection(TokioIo::new(Line::new(stream)), answers);
    let mut serving = std::pin::pin!(serving);
    let mut is_told = false;
    loop {
        tokio::select! {
            ended = serving.as_mut() => {
                if let Err(error) = ended {
                    debug!(%error, "a connection broke off");
                }
                return;
            }
            () = sitting.seat.given_up.notified() => {
                if !sitting.seat.is_busy() {
                    return;
                }
                // A request came just before: it is answered still, and is the last.
                serving.as_mut().graceful_shutdown();
            }
            _ = stopped.wait_for(|stopped| *stopped), if !is_told => {
                is_told = true;
                serving.as_mut().graceful_shutdown();
            }
        }
    }
}

/// Whether a connection was broken off by whoever opened it.
fn is_of_the_other_side(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ConnectionRefused
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::ConnectionReset
    )
}

/// The body of an answer, which keeps its connection's seat until the last byte.
struct Answer {
    body: Body,
    _answering: Answering,
}

impl http_body::Body for Answer {
    type Data = bytes::Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
