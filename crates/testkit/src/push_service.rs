//! A push service for tests: takes messages as RFC 8030 has it, judges in whose name they come (RFC 8292), and reads them as
//! only the browser can (RFC 8291).

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::{
    Router,
    body::Bytes,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse as _, Response},
    routing::post,
};
use data_encoding::BASE64URL_NOPAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use p256::{
    PublicKey, SecretKey,
    ecdh::diffie_hellman,
    ecdsa::{Signature, VerifyingKey, signature::Verifier as _},
};
use ring::aead::{AES_128_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use serde_json::Value;
use sha2::Sha256;
use tokio::net::TcpListener;

/// A browser at this service: where messages to it are taken, and with what it reads them.
#[derive(Clone)]
pub struct SeenBrowser {
    /// The address at its push service.
    pub endpoint: String,
    /// Its public key: 65 bytes.
    pub public_key: Vec<u8>,
    /// Its secret beside.
    pub auth_secret: [u8; 16],
    secret: SecretKey,
}

/// A message as it came.
#[derive(Clone, Debug)]
pub struct Pushed {
    /// To which browser, as the end of its address names it.
    pub browser: String,
    /// The heads of the request.
    pub headers: HeaderMap,
    /// The claims of the token, whose signature was right for the key beside it.
    pub claims: Value,
    /// The key beside it.
    pub key: Vec<u8>,
    body: Bytes,
}

/// What a service answers next, and what came.
#[derive(Default)]
struct Seen {
    answers: Vec<(u16, Option<u64>)>,
    came: Vec<Pushed>,
}

/// A push service. It ends with the test's runtime.
#[derive(Clone)]
pub struct PushService {
    address: String,
    seen: Arc<Mutex<Seen>>,
}

impl PushService {
    /// Opens a service on a free port.
    ///
    /// # Panics
    /// When there is none.
    pub async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0")
            .await
            .expect("there is a free port");
        let address = listener.local_addr().expect("it has an address");
        let service = Self {
            address: format!("http://{address}"),
            seen: Arc::default(),
        };
        let routes = Router::new()
            .route("/push/{browser}", post(take))
            .with_state(service.clone());
        #[expect(
            clippy::disallowed_methods,
            reason = "the service ends with the test's runtime"
        )]
        tokio::spawn(async move { axum::serve(listener, routes).await });
        service
    }

    /// A browser at this service; of one number there is one.
    ///
    /// # Panics
    /// For the number 0.
    pub fn browser(&self, number: u8) -> SeenBrowser {
        let secret = SecretKey::from_slice(&[number; 32]).expect("a number below the order");
        SeenBrowser {
            endpoint: format!("{}/push/{number}", self.address),
            public_key: secret.public_key().to_sec1_bytes().to_vec(),
            auth_secret: [number; 16],
            secret,
        }
    }

    /// Answers the next message so, with a number of seconds to wait; the ones after it are taken again.
    pub fn answer_next(&self, status: u16, retry_after: Option<u64>) {
        self.lock().answers.push((status, retry_after));
    }

    /// What came since this was asked last.
    pub fn take(&self) -> Vec<Pushed> {
        std::mem::take(&mut self.lock().came)
    }

    fn lock(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Takes a message. One that comes in no name, or for another service, is answered as services answer it.
async fn take(
    State(service): State<PushService>,
    Path(browser): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let Some((claims, key)) = judged(&headers) else {
        return StatusCode::UNAUTHORIZED.into_response();
    };
    let is_mine = claims["aud"] == service.address.as_str();
    let is_lasting = headers.contains_key("ttl");
    if !is_mine || !is_lasting || headers["content-encoding"] != "aes128gcm" {
        return StatusCode::BAD_REQUEST.into_response();
    }
    let mut seen = service.lock();
    seen.came.push(Pushed {
        browser,
        headers,
        claims,
        key,
        body,
    });
    let Some((status, wait)) = seen.answers.pop() else {
        return StatusCode::CREATED.into_response();
    };
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    match wait {
        Some(wait) => (status, [("retry-after", wait.to_string())]).into_response(),
        None => status.into_response(),
    }
}

/// The claims of the token and the key that signed it; nothing where it is not genuine.
fn judged(headers: &HeaderMap) -> Option<(Value, Vec<u8>)> {
    let head = headers.get("authorization")?.to_str().ok()?;
    let (token, key) = head.strip_prefix("vapid t=")?.split_once(", k=")?;
    let key = BASE64URL_NOPAD.decode(key.as_bytes()).ok()?;
    let (signed, signature) = token.rsplit_once('.')?;
    let signature = BASE64URL_NOPAD.decode(signature.as_bytes()).ok()?;
    let signature = Signature::from_slice(&signature).ok()?;
    VerifyingKey::from_sec1_bytes(&key)
        .ok()?
        .verify(signed.as_bytes(), &signature)
        .ok()?;
    let claims = BASE64URL_NOPAD
        .decode(signed.split_once('.')?.1.as_bytes())
        .ok()?;
    Some((serde_json::from_slice(&claims).ok()?, key))
}

impl SeenBrowser {
    /// What a message says, as the browser reads it.
    ///
    /// # Panics
    /// When it is not for this browser, or not encrypted as RFC 8291 has it.
    pub fn read(&self, message: &Pushed) -> Value {
        let words = self.decrypt(&message.body);
        serde_json::from_slice(&words).expect("a message says something in JSON")
    }

    fn decrypt(&self, body: &[u8]) -> Vec<u8> {
        let (salt, rest) = body.split_at(16);
        let (size, rest) = rest.split_at(4);
        let size = u32::from_be_bytes(size.try_into().expect("four bytes"));
        let (length, rest) = rest.split_first().expect("the length of a key");
        let (theirs, record) = rest.split_at(usize::from(*length));
        assert!(record.len() <= size as usize, "one record");
        let sender = PublicKey::from_sec1_bytes(theirs).expect("the key of the sender");
        let shared = diffie_hellman(self.secret.to_nonzero_scalar(), sender.as_affine());
        let mut info = b"WebPush: info\0".to_vec();
        info.extend(&self.public_key);
        info.extend(theirs);
        let secret = hkdf(
            &self.auth_secret,
            shared.raw_secret_bytes().as_slice(),
            &info,
        );
        let key = hkdf(salt, &secret, b"Content-Encoding: aes128gcm\0");
        let nonce = hkdf(salt, &secret, b"Content-Encoding: nonce\0");
        let key = UnboundKey::new(&AES_128_GCM, &key[..16]).expect("16 bytes are a key");
        let nonce = Nonce::try_assume_unique_for_key(&nonce[..12]).expect("12 bytes are a nonce");
        let mut record = record.to_vec();
        let opened = LessSafeKey::new(key)
            .open_in_place(nonce, Aad::empty(), &mut record)
            .expect("it is for this browser and whole");
        let end = opened
            .iter()
            .rposition(|byte| *byte != 0)
            .expect("something ends it");
        assert_eq!(opened[end], 2, "the last record");
        opened[..end].to_vec()
    }
}

fn hkdf(salt: &[u8], secret: &[u8], info: &[u8]) -> [u8; 32] {
    let mac = |key: &[u8], text: &[u8]| -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("any key");
        mac.update(text);
        mac.finalize().into_bytes().into()
    };
    let extracted = mac(salt, secret);
    let mut text = info.to_vec();
    text.push(1);
    mac(&extracted, &text)
}
