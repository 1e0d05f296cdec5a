//! Requests, answered as Asterisk answers them.

use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::{Method, Request, Response, StatusCode, body::Incoming};
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};

use crate::{
    house::{APP, Exchange, Leg, playback_finished, recording_finished},
    traffic,
    wave::wav,
};

type Answer = Response<Full<Bytes>>;

/// Answers a request.
pub(crate) async fn answer(exchange: &Exchange, request: Request<Incoming>) -> Answer {
    let method = request.method().clone();
    let path = request.uri().path().to_owned();
    let query = request.uri().query().unwrap_or_default().to_owned();
    let body = request.into_body().collect().await;
    let body: Value = body
        .ok()
        .and_then(|body| serde_json::from_slice(&body.to_bytes()).ok())
        .unwrap_or(Value::Null);
    let path = path.strip_prefix("/ari/").unwrap_or(&path).to_owned();
    exchange.house().requests.push(format!("{method} {path}"));
    let parts: Vec<&str> = path.split('/').collect();
    if let ["channels", call, ..] = parts[..] {
        note_reaction(exchange, call);
    }
    let answer = route(exchange, &method, &parts, &query, &body);
    exchange.told();
    answer
}

/// How long the house took from the last event of a call to this command about it.
fn note_reaction(exchange: &Exchange, call: &str) {
    if let Some(leg) = exchange.house().legs.get_mut(call)
        && let Some(told) = leg.told_at.take()
    {
        leg.reactions.push(Instant::now() - told);
    }
}

fn route(
    exchange: &Exchange,
    method: &Method,
    parts: &[&str],
    query: &str,
    body: &Value,
) -> Answer {
    match (method.as_str(), parts) {
        ("GET", ["asterisk", "info"]) => said(
            StatusCode::OK,
            &json!({ "system": { "version": "22.10.1", "entity_id": "" } }),
        ),
        ("GET", ["asterisk", "variable"]) => variable(exchange, query),
        ("POST", ["asterisk", "variable"]) => {
            let (name, value) = (parameter(query, "variable"), parameter(query, "value"));
            exchange.house().variables.insert(name, value);
            empty()
        }
        ("GET", ["applications", APP]) => application(exchange),
        ("GET", ["channels"]) => {
            let house = exchange.house();
            let legs = house.legs.iter();
            let all: Vec<Value> = legs
                .map(|(id, leg)| traffic::channel(id, &leg.number))
                .collect();
            said(StatusCode::OK, &json!(all))
        }
        ("POST", ["channels"]) => ring(exchange, body),
        ("POST", ["channels", call, "answer"]) => on_leg(exchange, call, |leg| leg.is_up = true),
        ("DELETE", ["channels", call]) => {
            if !exchange.house().legs.contains_key(*call) {
                return gone();
            }
            exchange.end(call);
            empty()
        }
        ("POST", ["channels", call, "play", playback]) => play(exchange, call, playback, body),
        ("DELETE", ["playbacks", playback]) => stop(exchange, playback),
        ("POST", ["channels", call, "record"]) => record(exchange, call, body),
        ("GET", ["recordings", "stored"]) => {
            let all: Vec<Value> = exchange
                .recordings()
                .iter()
                .map(|name| json!({ "name": name, "format": "wav" }))
                .collect();
            said(StatusCode::OK, &json!(all))
        }
        ("GET", ["recordings", "stored", name, "file"]) => {
            if exchange.house().keeps_recordings {
                return said(
                    StatusCode::INTERNAL_SERVER_ERROR,
                    &json!({ "message": "Internal Server Error" }),
                );
            }
            let wav = exchange.house().recordings.get(*name).cloned();
            wav.map_or_else(gone, |wav| Response::new(Full::new(Bytes::from(wav))))
        }
        ("DELETE", ["recordings", "live", name]) => {
            let was_live = exchange
                .house()
                .bridges
                .values_mut()
                .find_map(|recorded| recorded.take_if(|recorded| recorded == name))
                .is_some();
            if was_live { empty() } else { gone() }
        }
        ("DELETE", ["recordings", "stored", name]) => {
            let was_there = exchange.house().recordings.remove(*name).is_some();
            if was_there { empty() } else { gone() }
        }
        ("POST", ["bridges"]) => {
            let mut house = exchange.house();
            house.calls += 1;
            let id = format!("bridge-{}", house.calls);
            house.bridges.insert(id.clone(), None);
            said(StatusCode::OK, &json!({ "id": id, "channels": [] }))
        }
        ("POST", ["bridges", bridge, "addChannel"]) => {
            let call = parameter(query, "channel");
            let bridge = (*bridge).to_owned();
            if !exchange.house().legs.contains_key(&call) {
                let what = json!({ "message": "Channel not found" });
                return said(StatusCode::BAD_REQUEST, &what);
            }
            on_leg(exchange, &call, |leg| leg.bridge = Some(bridge))
        }
        ("POST", ["bridges", bridge, "record"]) => {
            let name = body["name"].as_str().map(str::to_owned);
            exchange.house().bridges.insert((*bridge).to_owned(), name);
            said(StatusCode::CREATED, &json!({ "state": "queued" }))
        }
        ("DELETE", ["bridges", bridge]) => close(exchange, bridge),
        _ => gone(),
    }
}

fn variable(exchange: &Exchange, query: &str) -> Answer {
    let found = exchange
        .house()
        .variables
        .get(&parameter(query, "variable"))
        .cloned();
    found.map_or_else(gone, |value| {
        said(StatusCode::OK, &json!({ "value": value }))
    })
}

/// An application without a socket is there as long as calls are in it.
fn application(exchange: &Exchange) -> Answer {
    let house = exchange.house();
    if house.socket.is_none() && house.legs.is_empty() {
        return gone();
    }
    let calls: Vec<&String> = house.legs.keys().collect();
    said(
        StatusCode::OK,
        &json!({ "name": APP, "channel_ids": calls }),
    )
}

fn play(exchange: &Exchange, call: &str, playback: &str, body: &Value) -> Answer {
    let files: Vec<String> = body["media"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|media| media.as_str()?.strip_prefix("sound:").map(str::to_owned))
        .collect();
    let lasts = exchange.inner.tempo.file * u32::try_from(files.len()).unwrap_or(u32::MAX);
    {
        let mut house = exchange.house();
        let Some(leg) = house.legs.get_mut(call) else {
            return gone();
        };
        leg.played.extend(files);
        leg.playing = Some(playback.to_owned());
        leg.spoken_to.notify_waiters();
    }
    let (ending, id, of) = (exchange.clone(), playback.to_owned(), call.to_owned());
    let weak = std::sync::Arc::downgrade(&ending.inner);
    exchange.work(async move {
        sleep(lasts).await;
        let Some(inner) = weak.upgrade() else {
            return;
        };
        let exchange = Exchange { inner };
        let has_ended = {
            let mut house = exchange.house();
            let leg = house.legs.get_mut(&of);
            leg.is_some_and(|leg| leg.playing.take_if(|playing| *playing == id).is_some())
        };
        if has_ended {
            exchange.send(playback_finished(&id, &of, "done"));
        }
    });
    said(
        StatusCode::CREATED,
        &json!({ "id": playback, "target_uri": format!("channel:{call}"), "state": "queued" }),
    )
}

fn stop(exchange: &Exchange, playback: &str) -> Answer {
    let found = {
        let mut house = exchange.house();
        house.legs.iter_mut().find_map(|(call, leg)| {
            leg.playing
                .take_if(|playing| playing == playback)
                .map(|_| call.clone())
        })
    };
    match found {
        Some(call) => {
            exchange.send(playback_finished(playback, &call, "done"));
            empty()
        }
        None => gone(),
    }
}

fn record(exchange: &Exchange, call: &str, body: &Value) -> Answer {
    let name = body["name"].as_str().unwrap_or_default().to_owned();
    if exchange.house().recordings.contains_key(&name) {
        return said(
            StatusCode::CONFLICT,
            &json!({ "message": "already exists" }),
        );
    }
    {
        let mut house = exchange.house();
        let Some(leg) = house.legs.get_mut(call) else {
            return gone();
        };
        leg.recording = Some(name);
    }
    said(StatusCode::CREATED, &json!({ "state": "queued" }))
}

/// Rings somebody, who picks up unless they are called `nobody`.
fn ring(exchange: &Exchange, body: &Value) -> Answer {
    let id = body["channelId"].as_str().unwrap_or_default().to_owned();
    let endpoint = body["endpoint"].as_str().unwrap_or_default();
    let picks_up = !endpoint.contains("nobody");
    let args: Vec<String> = body["appArgs"]
        .as_str()
        .unwrap_or_default()
        .split(',')
        .map(str::to_owned)
        .collect();
    let own = id.clone();
    let weak = std::sync::Arc::downgrade(&exchange.inner);
    let ring = exchange.inner.tempo.ring;
    exchange.work(async move {
        sleep(ring).await;
        let Some(inner) = weak.upgrade() else {
            return;
        };
        let exchange = Exchange { inner };
        if picks_up {
            exchange.house().legs.insert(own.clone(), Leg::default());
            let mut event = traffic::of_channel("StasisStart agent", &own, "3737");
            event["args"] = json!(args);
            exchange.send(event);
        } else {
            let mut event = traffic::of_channel("StasisEnd", &own, "3737");
            event["type"] = json!("ChannelDestroyed");
            exchange.send(event);
        }
    });
    said(StatusCode::OK, &json!({ "id": id, "state": "Down" }))
}

fn close(exchange: &Exchange, bridge: &str) -> Answer {
    let closed = exchange.house().bridges.remove(bridge);
    let Some(recorded) = closed else {
        return gone();
    };
    for leg in exchange.house().legs.values_mut() {
        leg.bridge.take_if(|within| within == bridge);
    }
    if let Some(name) = recorded {
        exchange.house().recordings.insert(name.clone(), wav(1));
        exchange.send(recording_finished(&name, &format!("bridge:{bridge}")));
    }
    empty()
}

fn on_leg(exchange: &Exchange, call: &str, change: impl FnOnce(&mut Leg)) -> Answer {
    match exchange.house().legs.get_mut(call) {
        Some(leg) => {
            change(leg);
            empty()
        }
        None => gone(),
    }
}

fn said(status: StatusCode, what: &Value) -> Answer {
    let mut answer = Response::new(Full::new(Bytes::from(what.to_string())));
    *answer.status_mut() = status;
    answer
}

fn empty() -> Answer {
    let mut answer = Response::new(Full::new(Bytes::new()));
    *answer.status_mut() = StatusCode::NO_CONTENT;
    answer
}

/// What is asked about is not there.
pub(crate) fn gone() -> Answer {
    said(
        StatusCode::NOT_FOUND,
        &json!({ "message": "Channel not found" }),
    )
}

/// A parameter of a query, with escaped signs.
fn parameter(query: &str, name: &str) -> String {
    let value = query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .find(|(key, _)| *key == name)
        .map_or("", |(_, value)| value);
    let mut bytes = Vec::new();
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        let escaped = (byte == b'%')
            .then(|| [rest.next(), rest.next()])
            .and_then(|pair| Some([pair[0]?, pair[1]?]))
            .and_then(|pair| u8::from_str_radix(std::str::from_utf8(&pair).ok()?, 16).ok());
        bytes.push(escaped.unwrap_or(byte));
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
