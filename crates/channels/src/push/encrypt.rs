//! Encryption for a browser: `aes128gcm` (RFC 8188) with keys that a push service does not know (RFC 8291), in one record.

use hmac::{Hmac, KeyInit as _, Mac as _};
use p256::{PublicKey, SecretKey, ecdh::diffie_hellman};
use ring::aead::{AES_128_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use sha2::Sha256;
use thiserror::Error;

/// Longest words of a message, in bytes. Push services need take no body longer than 4,096 bytes; some take less.
pub(super) const LONGEST: usize = 2_900;

/// The record size that the head names: more than any message has, so there is one record (RFC 8188, section 2.1).
const RECORD: u32 = 4_096;

/// What ends the last record.
const LAST: u8 = 2;

/// A message that cannot be encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NoMessage {
    /// There is nothing in it, or more than a push service need take.
    #[error("the message is empty or too long")]
    Length,
    /// One of the keys is none.
    #[error("a key is no key")]
    Key,
}

/// Encrypts words for a browser: with its public key and its secret, with the secret of a pair that is used for this message
/// alone, and with salt that is too. The answer is the whole body of a request.
pub fn encrypt(
    words: &[u8],
    (browser, auth_secret): (&[u8], &[u8; 16]),
    (ephemeral, salt): (&[u8; 32], &[u8; 16]),
) -> Result<Vec<u8>, NoMessage> {
    if words.is_empty() || words.len() > LONGEST {
        return Err(NoMessage::Length);
    }
    let secret = SecretKey::from_slice(ephemeral).map_err(|_| NoMessage::Key)?;
    let theirs = PublicKey::from_sec1_bytes(browser).map_err(|_| NoMessage::Key)?;
    let ours = secret.public_key().to_sec1_bytes();
    let shared = diffie_hellman(secret.to_nonzero_scalar(), theirs.as_affine());
    // RFC 8291, section 3.4.
    let info = [b"WebPush: info\0".as_slice(), browser, &ours].concat();
    let key = derive(auth_secret, shared.raw_secret_bytes().as_slice(), &info);
    let content_key = derive(salt, &key, b"Content-Encoding: aes128gcm\0");
    let nonce = derive(salt, &key, b"Content-Encoding: nonce\0");
    let mut body = Vec::with_capacity(86 + words.len() + 17);
    body.extend_from_slice(salt);
    body.extend_from_slice(&RECORD.to_be_bytes());
    body.push(65);
    body.extend_from_slice(&ours);
    let mut record = words.to_vec();
    record.push(LAST);
    let key = UnboundKey::new(&AES_128_GCM, &content_key[..16]).map_err(|_| NoMessage::Key)?;
    let nonce = Nonce::try_assume_unique_for_key(&nonce[..12]).map_err(|_| NoMessage::Key)?;
    LessSafeKey::new(key)
        .seal_in_place_append_tag(nonce, Aad::empty(), &mut record)
        .map_err(|_| NoMessage::Length)?;
    body.append(&mut record);
    Ok(body)
}

/// HKDF with SHA-256 (RFC 5869) of one block: what is needed is never longer.
pub(super) fn derive(salt: &[u8], secret: &[u8], info: &[u8]) -> [u8; 32] {
    let extracted = mac(salt, &[secret]);
    mac(&extracted, &[info, &[1]])
}

fn mac(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}
