//! The second factor: time-based one-time codes (RFC 6238) and recovery codes.

use chikaya_domain::id::StaffId;
use chikaya_store::{Tx, staff as people};
use data_encoding::{BASE32_NOPAD, HEXLOWER};
use totp_rs::{Algorithm, Builder};

use super::Officer;
use crate::{
    Circumstances, Clerks, Trouble,
    audit::{self, Deed},
    seam::Key,
    token::Token,
};

/// How many recovery codes are given.
pub const RECOVERY_CODES: usize = 10;

/// Seconds of one time step.
const STEP_SECONDS: u64 = 30;

/// What someone needs to set up their second factor.
#[derive(Clone)]
pub struct Enrolment {
    /// The secret in base 32, to type by hand.
    pub secret: String,
    /// The `otpauth` address behind the QR code.
    pub address: String,
}

impl Clerks {
    /// A fresh secret for someone to set up. Nothing is kept before they show a right code.
    pub fn propose_second_factor(&self, email: &str) -> Enrolment {
        let secret = BASE32_NOPAD.encode(&self.identifiers().bytes::<20>());
        let address = enrolment_address(email, &secret);
        Enrolment { secret, address }
    }

    /// Keeps the secret once a right code was shown; answers the recovery codes, which are shown once.
    /// `None` when the code is wrong, or when a second factor is set up already: a password alone replaces none.
    pub async fn enrol_second_factor(
        &self,
        session: Token,
        officer: Officer,
        secret: String,
        code: String,
    ) -> Result<Option<Vec<String>>, Trouble> {
        self.write(move |tx, circumstances| {
            if people::find(tx, officer.id)?.is_none_or(|stored| stored.totp_secret.is_some()) {
                return Ok(None);
            }
            if !keep(tx, circumstances, officer.id, &secret, &code)? {
                return Ok(None);
            }
            people::promote_session(tx, &session.digest())?;
            let deed = Deed {
                action: "factor.enrol",
                object: &officer.id.to_string(),
                organisation: Some(officer.organisation.as_str()),
                detail: None,
            };
            audit::note(tx, circumstances, &officer, deed)?;
            Ok(Some(fresh_recovery_codes(tx, circumstances, &officer)?))
        })
        .await
    }
}

/// Keeps the secret of a second factor if `code` is a right one of it; answers whether it was.
pub(super) fn keep(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    staff: StaffId,
    secret: &str,
    code: &str,
) -> Result<bool, Trouble> {
    let Ok(bytes) = BASE32_NOPAD.decode(secret.trim().to_uppercase().as_bytes()) else {
        return Ok(false);
    };
    let Some(step) = matching_step(&bytes, code, circumstances) else {
        return Ok(false);
    };
    people::set_totp(tx, staff, Some(&bytes))?;
    people::use_totp_step(tx, staff, step)?;
    Ok(true)
}

/// The address behind the QR code by which an authenticator takes a secret (Key Uri Format).
pub fn enrolment_address(email: &str, secret: &str) -> String {
    format!(
        "otpauth://totp/Chikaya:{email}?secret={secret}&issuer=Chikaya&algorithm=SHA1&digits=6&period={STEP_SECONDS}"
    )
}

/// Whether `code` is a right one-time code or an unused recovery code of this person; uses it up.
pub(super) fn check(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    stored: &people::StoredStaff,
    code: &str,
) -> Result<bool, Trouble> {
    let Some(secret) = &stored.totp_secret else {
        return Ok(false);
    };
    if let Some(step) = matching_step(secret, code, circumstances) {
        return Ok(people::use_totp_step(tx, stored.id, step)?);
    }
    let hash = recovery_digest(code, circumstances.key);
    Ok(people::use_recovery_code(
        tx,
        stored.id,
        &hash,
        circumstances.at(),
    )?)
}

/// The time step to which a code belongs: this one, or the one before or after, for clocks that differ.
fn matching_step(secret: &[u8], code: &str, circumstances: &Circumstances<'_>) -> Option<i64> {
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    if digits.len() != 6 {
        return None;
    }
    let totp = Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(6)
        .with_skew(0)
        .with_step_duration(STEP_SECONDS)
        .with_secret(secret.to_vec())
        .build()
        .ok()?;
    let now = u64::try_from(circumstances.now.as_second()).ok()?;
    [0_i64, -1, 1].into_iter().find_map(|shift| {
        let at = now.checked_add_signed(shift * i64::try_from(STEP_SECONDS).ok()?)?;
        let right = totp.check(&digits, at).is_some();
        right
            .then(|| i64::try_from(at / STEP_SECONDS).ok())
            .flatten()
    })
}

pub(super) fn fresh_recovery_codes(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
) -> Result<Vec<String>, Trouble> {
    let codes: Vec<String> = (0..RECOVERY_CODES)
        .map(|_| {
            let word = HEXLOWER.encode(&circumstances.identifiers.bytes::<5>());
            format!("{}-{}", &word[..5], &word[5..])
        })
        .collect();
    let hashes: Vec<[u8; 32]> = codes
        .iter()
        .map(|code| recovery_digest(code, circumstances.key))
        .collect();
    people::set_recovery_codes(tx, officer.id, &hashes)?;
    Ok(codes)
}

fn recovery_digest(code: &str, key: &Key) -> [u8; 32] {
    let plain: String = code
        .to_lowercase()
        .chars()
        .filter(char::is_ascii_hexdigit)
        .collect();
    key.digest("recovery code", &[plain.as_bytes()])
}
