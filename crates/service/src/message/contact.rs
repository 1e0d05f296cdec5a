//! Proving contacts: a code sent to an address, and the list of one's cases for whoever lost their receipt.

use chikaya_domain::{
    Language,
    case::{Actor, Command},
    id::{ContactId, DraftId},
    person::{Contact, Email, Phone},
};
use chikaya_store::{
    Tx,
    case::state::{self, StoredCase},
    message::code::{self, StoredCode},
    person::{self as people, StoredContact},
};
use subtle::ConstantTimeEq;

pub use super::code::ContactCode;
use super::{
    address::read_contact,
    order::{self, CodeOrder, Order},
};
use crate::{
    Circumstances, Clerks, Country, Trouble,
    case::record,
    draft::{filing, for_someone},
    seam::Key,
    sms::number,
    staff::Officer,
    token::{CasePass, Token},
};

/// How long a code is good, in minutes.
pub const CODE_MINUTES: i64 = 30;

/// Wrong tries after which a code is dead.
pub const CODE_TRIES: i64 = 5;

/// Shortest time between two codes to one contact, in seconds.
pub const CODE_PAUSE_SECONDS: i64 = 60;

/// Codes sent to one contact within 24 hours. With the tries of each it bounds what guessing can find, and how many
/// messages strangers can have sent to someone.
pub const CODES_A_DAY: i64 = 10;

/// What a code is good for. A code for one purpose serves no other, so that nobody can be talked into giving away
/// their account with the code of a filing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// It proves a contact.
    Contact,
    /// It opens an account.
    Account,
}

impl Purpose {
    /// The label of its digests.
    const fn label(self) -> &'static str {
        match self {
            Self::Contact => "contact",
            Self::Account => "account contact",
        }
    }
}

/// What became of the wish for a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sending {
    /// It is on its way.
    Sent,
    /// One was sent less than [`CODE_PAUSE_SECONDS`] ago; no other was.
    TooSoon {
        /// After how many seconds another can be.
        seconds: i64,
    },
    /// [`CODES_A_DAY`] were sent within 24 hours; no other was.
    TooMany,
}

/// How a code stands that was sent and not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeStanding {
    /// None was sent, or it was used.
    None,
    /// It waits to be shown.
    Waits,
    /// Its time is over.
    RanOut,
    /// Too many wrong codes were shown in its place.
    Dead,
}

impl CodeStanding {
    /// The key of the sentence that tells a person why none can be shown that was sent.
    pub const fn fault(self) -> Option<&'static str> {
        match self {
            Self::None | Self::Waits => None,
            Self::RanOut => Proof::Expired.fault(),
            Self::Dead => Proof::TooManyTries.fault(),
        }
    }
}

/// What became of a code that was shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// The contact is proven. The code is used up.
    Right,
    /// Another code was sent.
    Wrong,
    /// No code waits: it ran out, or it was used.
    Expired,
    /// Too many wrong codes were shown; the one that was sent is dead.
    TooManyTries,
}

impl Proof {
    /// The key of the sentence that tells a person why the contact is not proven; `None` when it is.
    pub const fn fault(self) -> Option<&'static str> {
        match self {
            Self::Right => None,
            Self::Wrong => Some("error-contact-code-wrong"),
            Self::Expired => Some("error-contact-code-expired"),
            Self::TooManyTries => Some("error-contact-code-tries"),
        }
    }
}

impl Clerks {
    /// Sends a code to a contact, within the limits.
    pub async fn send_contact_code(
        &self,
        contact: Contact,
        language: Language,
    ) -> Result<Sending, Trouble> {
        self.write(move |tx, circumstances| {
            send(tx, circumstances, Purpose::Contact, &contact, language)
        })
        .await
    }

    /// How the code stands that was sent to a contact.
    pub async fn contact_code_standing(&self, contact: Contact) -> Result<CodeStanding, Trouble> {
        self.read(move |tx, circumstances| standing(tx, circumstances, Purpose::Contact, &contact))
            .await
    }

    /// Checks a code that someone read in their messages. Each try counts; a code works once.
    pub async fn check_contact_code(
        &self,
        contact: Contact,
        code: ContactCode,
    ) -> Result<Proof, Trouble> {
        self.write(move |tx, circumstances| {
            check(tx, circumstances, Purpose::Contact, &contact, &code)
        })
        .await
    }

    /// Checks a code, and notes in a draft that the contact is proven: the filing that comes of it says so.
    pub async fn prove_contact_of_draft(
        &self,
        token: Token,
        contact: Contact,
        code: ContactCode,
    ) -> Result<Proof, Trouble> {
        self.write(move |tx, circumstances| {
            let proof = check(tx, circumstances, Purpose::Contact, &contact, &code)?;
            if proof == Proof::Right {
                filing::note_proven(tx, circumstances, &token, &contact)?;
            }
            Ok(proof)
        })
        .await
    }

    /// Checks a code that somebody read out to whoever takes their filing down, and notes in the draft that the contact is
    /// proven.
    pub async fn prove_contact_for_someone(
        &self,
        officer: Officer,
        token: Token,
        contact: Contact,
        code: ContactCode,
    ) -> Result<Proof, Trouble> {
        self.draft_for_someone(officer, token.clone()).await?;
        self.write(move |tx, circumstances| {
            let proof = check(tx, circumstances, Purpose::Contact, &contact, &code)?;
            if proof == Proof::Right {
                for_someone::note_proven(tx, circumstances, &token, &contact)?;
            }
            Ok(proof)
        })
        .await
    }

    /// Checks a code, and notes that a contact of the case's filer is proven.
    pub async fn prove_contact_of_filer(
        &self,
        pass: CasePass,
        contact: Contact,
        code: ContactCode,
    ) -> Result<Proof, Trouble> {
        self.write(move |tx, circumstances| {
            let stored = state::find(tx, pass.case)?.ok_or(Trouble::NotFound)?;
            let person = stored.case.person.ok_or(Trouble::NotFound)?;
            let kept = people::contacts(tx, person)?;
            if !unproven_among(circumstances, &kept).contains(&contact) {
                return Err(Trouble::NotFound);
            }
            let proof = check(tx, circumstances, Purpose::Contact, &contact, &code)?;
            if proof == Proof::Right {
                prove(tx, circumstances, stored, &kept, &contact)?;
            }
            Ok(proof)
        })
        .await
    }

    /// Sends the list of one's cases to a contact, if it was proven in any. Says nothing either way.
    pub async fn send_lost_receipt(
        &self,
        contact: Contact,
        language: Language,
    ) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| {
            order::push(
                tx,
                circumstances,
                &Order::LostReceipt {
                    to: contact.clone(),
                    language,
                },
            )
        })
        .await
    }
}

/// Marks the contact of a case's filer as proven, and records that it was.
fn prove(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    mut stored: StoredCase,
    kept: &[StoredContact],
    contact: &Contact,
) -> Result<(), Trouble> {
    let proven = kept.iter().filter(|kept| {
        read_contact(&kept.kind, &kept.value).is_some_and(|kept| kept.value() == contact.value())
            && kept.verified_at.is_none()
    });
    for kept in proven {
        let contact = ContactId::new(kept.id);
        people::verify(tx, contact, circumstances.at())?;
        let command = Command::ProveContact { contact };
        record::carry_out(tx, circumstances, &mut stored, &command, &Actor::Filer, &[])?;
    }
    Ok(())
}

/// The contacts by which a filer could prove who they are: those to which a code can be sent, e-mail addresses first, then
/// numbers that short messages reach, and last what does not arrive any more. None when a contact is proven already, but for
/// those of which that is over: what is sent there comes back, and whoever proves them again is reached there again.
pub(crate) fn unproven_among(
    circumstances: &Circumstances<'_>,
    kept: &[StoredContact],
) -> Vec<Contact> {
    let can_be_sent_to = |contact: &Contact| match contact {
        Contact::Email(_) => true,
        Contact::Phone(phone) => number::is_texted(circumstances, phone),
        Contact::Letter(_) => false,
    };
    let has_proven = kept.iter().any(|contact| contact.verified_at.is_some());
    let mut unproven = Vec::new();
    for is_failing in [false, true] {
        for kind in ["email", "phone"] {
            let of_kind = kept.iter().filter(|contact| {
                contact.kind == kind
                    && contact.failing_since.is_some() == is_failing
                    && (!has_proven || is_failing)
            });
            unproven.extend(
                of_kind
                    .filter_map(|contact| read(circumstances.country, contact))
                    .filter(&can_be_sent_to),
            );
        }
    }
    unproven
}

/// An e-mail address or a telephone number, as kept.
pub(crate) fn read(country: &Country, kept: &StoredContact) -> Option<Contact> {
    match kept.kind.as_str() {
        "email" => Email::parse(&kept.value).ok().map(Contact::Email),
        "phone" => Phone::parse(&kept.value, country.numbering)
            .ok()
            .map(Contact::Phone),
        _ => None,
    }
}

/// An e-mail address or a telephone number with most of it hidden; none of another kind.
pub(crate) fn masked(country: &Country, kept: &StoredContact) -> Option<String> {
    match read(country, kept)? {
        Contact::Email(email) => Some(email.masked()),
        Contact::Phone(phone) => Some(phone.masked()),
        Contact::Letter(_) => None,
    }
}

/// Sends a code within the limits.
pub(crate) fn send(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    purpose: Purpose,
    contact: &Contact,
    language: Language,
) -> Result<Sending, Trouble> {
    let hash = contact_digest(purpose.label(), contact, circumstances.key);
    let sending = may_send(tx, circumstances, &hash)?;
    if sending != Sending::Sent {
        return Ok(sending);
    }
    let drawn = ContactCode::draw(circumstances.identifiers);
    let until = circumstances.at() + CODE_MINUTES * 60_000_000;
    code::insert(
        tx,
        &hash,
        &StoredCode {
            id: circumstances.uuid(),
            code_hash: code_digest(contact, &drawn, circumstances.key).to_vec(),
            attempts: 0,
            created_at: circumstances.at(),
            expires_at: until,
        },
    )?;
    let order = CodeOrder {
        to: contact.clone(),
        code: drawn,
        until: Some(until),
        language,
    };
    let order = match purpose {
        Purpose::Contact => Order::ContactCode(order),
        Purpose::Account => Order::AccountCode(order),
    };
    order::push(tx, circumstances, &order)?;
    Ok(Sending::Sent)
}

/// Whether another code may be sent now under a digest.
fn may_send(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    hash: &[u8],
) -> Result<Sending, Trouble> {
    if let Some(last) = code::newest(tx, hash)? {
        let pause = last.created_at + CODE_PAUSE_SECONDS * 1_000_000 - circumstances.at();
        if pause > 0 {
            let seconds = pause.div_euclid(1_000_000) + 1;
            return Ok(Sending::TooSoon {
                seconds: seconds.min(CODE_PAUSE_SECONDS),
            });
        }
    }
    let since = circumstances.at_in_days(-1);
    let is_over = code::count_lately(tx, hash, since, CODES_A_DAY)? >= CODES_A_DAY;
    Ok(if is_over {
        Sending::TooMany
    } else {
        Sending::Sent
    })
}

/// Counts that the code of a draft is sent to somebody, if it may be: neither has anybody more of them sent than codes
/// that prove a contact, nor has a draft. It is counted where those are, as one that proves nothing.
pub(crate) fn may_send_code_of_draft(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    draft: DraftId,
    contact: &Contact,
) -> Result<Sending, Trouble> {
    let of_contact = contact_digest("draft contact", contact, circumstances.key);
    let id = draft.as_uuid();
    let of_draft = circumstances.key.digest("code of draft", &[id.as_bytes()]);
    for hash in [&of_contact, &of_draft] {
        let sending = may_send(tx, circumstances, hash)?;
        if sending != Sending::Sent {
            return Ok(sending);
        }
    }
    for hash in [&of_contact, &of_draft] {
        let counted = StoredCode {
            id: circumstances.uuid(),
            code_hash: Vec::new(),
            attempts: 0,
            created_at: circumstances.at(),
            expires_at: circumstances.at(),
        };
        code::insert(tx, hash, &counted)?;
    }
    Ok(Sending::Sent)
}

/// Counts that the list of their cases is sent to somebody by a short message, if it may be: as often as a code.
pub(crate) fn may_send_list(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    contact: &Contact,
) -> Result<Sending, Trouble> {
    let hash = contact_digest("list", contact, circumstances.key);
    let sending = may_send(tx, circumstances, &hash)?;
    if sending == Sending::Sent {
        let counted = StoredCode {
            id: circumstances.uuid(),
            code_hash: Vec::new(),
            attempts: 0,
            created_at: circumstances.at(),
            expires_at: circumstances.at(),
        };
        code::insert(tx, &hash, &counted)?;
    }
    Ok(sending)
}

/// How the newest code stands that was not used.
pub(crate) fn standing(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    purpose: Purpose,
    contact: &Contact,
) -> Result<CodeStanding, Trouble> {
    let hash = contact_digest(purpose.label(), contact, circumstances.key);
    Ok(match code::newest(tx, &hash)? {
        None => CodeStanding::None,
        Some(kept) if kept.expires_at < circumstances.at() => CodeStanding::RanOut,
        Some(kept) if kept.attempts >= CODE_TRIES => CodeStanding::Dead,
        Some(_) => CodeStanding::Waits,
    })
}

/// Checks a code; each try counts.
pub(crate) fn check(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    purpose: Purpose,
    contact: &Contact,
    offered: &ContactCode,
) -> Result<Proof, Trouble> {
    let hash = contact_digest(purpose.label(), contact, circumstances.key);
    let Some(kept) = code::newest(tx, &hash)? else {
        return Ok(Proof::Expired);
    };
    if kept.expires_at < circumstances.at() {
        return Ok(Proof::Expired);
    }
    if !code::attempt(tx, kept.id, CODE_TRIES)? {
        return Ok(Proof::TooManyTries);
    }
    let offered = code_digest(contact, offered, circumstances.key);
    if !bool::from(offered.as_slice().ct_eq(&kept.code_hash)) {
        // The last try that was left ends the code.
        return Ok(if kept.attempts + 1 >= CODE_TRIES {
            Proof::TooManyTries
        } else {
            Proof::Wrong
        });
    }
    if !code::use_up(tx, kept.id, circumstances.at())? {
        return Ok(Proof::Expired);
    }
    // It was read there: what is sent arrives again.
    people::note_arriving(tx, contact.value(), contact.kind_word())?;
    if let Contact::Phone(phone) = contact {
        number::arrives(tx, circumstances, phone)?;
    }
    Ok(Proof::Right)
}

/// The digest under which codes to a contact are counted; `label` says what they are good for.
fn contact_digest(label: &str, contact: &Contact, key: &Key) -> [u8; 32] {
    key.digest(
        label,
        &[contact.kind_word().as_bytes(), contact.folded().as_bytes()],
    )
}

fn code_digest(contact: &Contact, code: &ContactCode, key: &Key) -> [u8; 32] {
    key.digest(
        "contact code",
        &[contact.folded().as_bytes(), code.digits().as_bytes()],
    )
}
