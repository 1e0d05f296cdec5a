//! What a line of the audit trail binds beside its words: that the portal wrote it, and what the deed left.

use chikaya_store::{
    StoreError, Tx,
    message::audit::Line,
    record::object::{self, Object},
};

use crate::seam::Key;

/// Bytes of a keyed digest.
const DIGEST: usize = 32;

/// The state of a line: a keyed digest of what the deed left, where it was done to something that the trail answers for,
/// and a keyed digest of the line with it.
pub(crate) fn state_of_line(
    tx: &mut Tx<'_>,
    key: &Key,
    line: &Line,
) -> Result<Vec<u8>, StoreError> {
    let left = match Object::of(&line.action, &line.object) {
        None => Vec::new(),
        Some(object) => match digest_of(tx, key, &object)? {
            None => Vec::new(),
            Some(digest) => digest.to_vec(),
        },
    };
    let mark = mark_of(key, line, &left);
    Ok([left, mark.to_vec()].concat())
}

/// What the deed of a line left, if the portal wrote the line: the digest, or nothing when there was nothing. `None` when
/// somebody else wrote it.
pub(super) fn left_by<'l>(key: &Key, line: &'l Line) -> Option<&'l [u8]> {
    let state = line.state.as_deref()?;
    let (left, mark) = state.split_at_checked(state.len().checked_sub(DIGEST)?)?;
    (mark_of(key, line, left).as_slice() == mark).then_some(left)
}

/// A keyed digest of an object as it is; none when it is not there.
pub(super) fn digest_of(
    tx: &mut Tx<'_>,
    key: &Key,
    object: &Object,
) -> Result<Option<[u8; DIGEST]>, StoreError> {
    let Some(columns) = object::read(tx, object)? else {
        return Ok(None);
    };
    // A missing column and an empty one are told apart.
    let parts: Vec<Vec<u8>> = columns
        .into_iter()
        .map(|column| match column {
            None => Vec::new(),
            Some(text) => [b"=", text.as_bytes()].concat(),
        })
        .collect();
    let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
    Ok(Some(key.digest("audited object 1", &parts)))
}

fn mark_of(key: &Key, line: &Line, left: &[u8]) -> [u8; DIGEST] {
    let staff = line.staff.map(|staff| staff.as_uuid().into_bytes());
    let text = |text: &Option<String>| match text {
        None => Vec::new(),
        Some(text) => [b"=", text.as_bytes()].concat(),
    };
    key.digest(
        "audit line 1",
        &[
            line.id.as_bytes(),
            &line.at.to_be_bytes(),
            staff.as_ref().map(<[u8; 16]>::as_slice).unwrap_or_default(),
            line.action.as_bytes(),
            line.object.as_bytes(),
            &text(&line.organisation),
            &text(&line.detail),
            left,
        ],
    )
}
