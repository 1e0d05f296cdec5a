//! The proofs that this browser opened cases: one cookie, the newest first, so that a person can follow several.

use axum::http::HeaderMap;
use chikaya_service::{seam::Key, token::CasePass};
use jiff::Timestamp;

use crate::{settings::State, visit::cookie};

/// The cookie that carries the proofs.
pub(crate) const COOKIE: &str = "ck_case";

/// Cases that one browser keeps open. Eight proofs make a cookie of about 600 bytes, sent with every request.
const AT_MOST: usize = 8;

/// Between proofs; no sealed proof contains it, and cookies may.
const SEPARATOR: char = '~';

/// The proofs of a request that still hold, newest first.
pub(crate) fn held(state: &State, headers: &HeaderMap) -> Vec<CasePass> {
    let text = cookie(state, headers, COOKIE).unwrap_or_default();
    open(text, &state.key, state.clerks.now())
}

/// Name and value of the cookie that keeps a new proof before those already held.
pub(crate) fn keep(state: &State, headers: &HeaderMap, pass: CasePass) -> (&'static str, String) {
    (COOKIE, seal(pass, held(state, headers), &state.key))
}

fn open(text: &str, key: &Key, now: Timestamp) -> Vec<CasePass> {
    text.split(SEPARATOR)
        .take(AT_MOST)
        .filter_map(|sealed| CasePass::open(sealed, key, now))
        .collect()
}

fn seal(pass: CasePass, mut held: Vec<CasePass>, key: &Key) -> String {
    held.retain(|other| other.case != pass.case);
    held.insert(0, pass);
    held.truncate(AT_MOST);
    let sealed: Vec<String> = held.iter().map(|pass| pass.seal(key)).collect();
    sealed.join(&SEPARATOR.to_string())
}

#[cfg(test)]
mod tests {
    use chikaya_domain::id::CaseId;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn several_cases_stay_open_side_by_side() {
        let key = Key::new([1; 32]);
        let now = Timestamp::UNIX_EPOCH;
        let pass = |number| CasePass::issue(CaseId::new(Uuid::from_u128(number)), now);
        let mut text = String::new();
        for number in 0..10 {
            text = seal(pass(number), open(&text, &key, now), &key);
        }
        let cases = |text: &str| -> Vec<u128> {
            let held = open(text, &key, now);
            held.iter()
                .map(|pass| pass.case.as_uuid().as_u128())
                .collect()
        };
        assert_eq!(cases(&text), [9, 8, 7, 6, 5, 4, 3, 2]);
        text = seal(pass(5), open(&text, &key, now), &key);
        assert_eq!(
            cases(&text),
            [5, 9, 8, 7, 6, 4, 3, 2],
            "the newest comes first, once"
        );
        assert!(cases(&text.replace('.', ",")).is_empty());
        assert!(open(&text, &Key::new([2; 32]), now).is_empty());
        assert_eq!(open(&format!("forged~{text}"), &key, now).len(), 7);
    }
}
