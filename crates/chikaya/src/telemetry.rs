//! Telemetry: structured logs to standard error, metrics on their own listener.

use std::io::IsTerminal as _;

use anyhow::{Context as _, anyhow};
use axum::{Router, routing::get};
use chikaya_service::follower::FollowerProgress;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

use crate::settings::{LogFormat, LogSection};

/// Begins to log.
pub(crate) fn begin(settings: &LogSection) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(&settings.filter)
        .with_context(|| format!("log.filter: {:?} cannot be read", settings.filter))?
        // What a library finds in files that people send is for those people: they are told, and the log is not.
        .add_directive("lopdf=off".parse()?);
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr);
    match settings.format {
        LogFormat::Text => builder.with_target(false).try_init(),
        LogFormat::Json => builder.json().flatten_event(true).try_init(),
    }
    .map_err(|error| anyhow!("logs cannot be written: {error}"))
}

/// Begins to count.
pub(crate) fn count() -> anyhow::Result<PrometheusHandle> {
    PrometheusBuilder::new()
        .install_recorder()
        .context("metrics cannot be counted")
}

/// Tells the metrics how far each follower is, and how many events it has still to fold.
pub(crate) fn tell_followers(followers: &[FollowerProgress]) {
    for follower in followers {
        let gauge = |name, value: i64| {
            // Far below 2^53, up to which every whole number is exact.
            #[expect(clippy::cast_precision_loss, reason = "numbers of events")]
            metrics::gauge!(name, "follower" => follower.name).set(value as f64);
        };
        gauge("chikaya_follower_position", follower.position);
        gauge("chikaya_follower_lag_events", follower.lag());
        let to_renew = follower
            .renewal
            .map_or(0, |renewal| renewal.until - renewal.position);
        gauge("chikaya_follower_renewal_events", to_renew);
    }
}

/// Tells the number of the newest seal of the record.
pub(crate) fn tell_seal(number: i64) {
    // Far below 2^53, up to which every whole number is exact.
    #[expect(clippy::cast_precision_loss, reason = "a number of seals")]
    metrics::gauge!("chikaya_record_seal").set(number as f64);
}

/// Serves `/metrics` on a listener of its own, which is not for the public.
pub(crate) async fn serve_metrics(
    listener: TcpListener,
    handle: PrometheusHandle,
    stopped: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let router = Router::new().route(
        "/metrics",
        get(move || {
            let handle = handle.clone();
            async move {
                handle.run_upkeep();
                (
                    [("content-type", "text/plain; version=0.0.4; charset=utf-8")],
                    handle.render(),
                )
            }
        }),
    );
    axum::serve(listener, router)
        .with_graceful_shutdown(stopped)
        .await
}
