//! What events bind: each thing an event speaks of is kept with a fresh salt, and its salted digest stands in the event.

use chikaya_domain::{case::Event, id::PersonId, owner::Owner};
use chikaya_ledger::{
    EventHash,
    binding::{Item, Kind, SALT, Salt},
    chain,
};
use chikaya_store::{
    Tx,
    attachment::{self, Attachment},
    document::{self, Document},
    person::{self, StoredContact, StoredPerson},
    record::sweep::{self, Salted},
};
use uuid::Uuid;

use crate::{Circumstances, Trouble, seam::Key};

/// The hash that binds an event, and what it binds itself, to those before it.
pub(crate) fn link(
    before: &EventHash,
    event: &Event,
    payload: &str,
    bound: Option<&[u8]>,
) -> EventHash {
    chain::next(
        before,
        &chain::Entry {
            case: *event.case.as_uuid().as_bytes(),
            sequence: event.sequence,
            instant_micros: event.at.as_microsecond(),
            kind: event.fact.name(),
            payload: payload.as_bytes(),
            bound,
        },
    )
}

/// That an event with this hash was written by the portal: whoever has the database alone cannot say so.
pub(crate) fn mark(key: &Key, chain: &EventHash) -> [u8; 16] {
    let digest = key.digest("event 1", &[chain.as_bytes()]);
    let mut mark = [0; 16];
    mark.copy_from_slice(&digest[..16]);
    mark
}

/// A fresh salt.
pub(crate) fn salt(circumstances: &Circumstances<'_>) -> Salt {
    circumstances.identifiers.bytes::<SALT>()
}

/// A salt as kept; none when it was erased, or is none.
pub(super) fn kept_salt(bytes: Option<&[u8]>) -> Option<Salt> {
    bytes?.try_into().ok()
}

/// A text as it is bound.
#[derive(Clone, Copy)]
pub(crate) struct Text<'a> {
    pub(crate) id: Uuid,
    pub(crate) title: Option<&'a str>,
    pub(crate) body: &'a str,
    pub(crate) language: Option<&'a str>,
    pub(crate) created_at: i64,
}

impl Text<'_> {
    pub(crate) fn item(&self, salt: &Salt) -> Item {
        Item::of(
            Kind::Text,
            salt,
            self.id.into_bytes(),
            &[
                self.title.map(str::as_bytes),
                Some(self.body.as_bytes()),
                self.language.map(str::as_bytes),
                Some(&self.created_at.to_be_bytes()),
            ],
        )
    }
}

/// A file as it is bound: whose it is says the event, whose case is the owner.
#[derive(Clone, Copy)]
pub(crate) struct File<'a> {
    pub(crate) id: Uuid,
    pub(crate) name: &'a str,
    pub(crate) media_type: &'a str,
    pub(crate) bytes: i64,
    pub(crate) sha256: &'a [u8],
    pub(crate) preview: bool,
    pub(crate) audience: &'a str,
    pub(crate) created_at: i64,
}

impl File<'_> {
    pub(crate) fn item(&self, salt: &Salt) -> Item {
        Item::of(
            Kind::File,
            salt,
            self.id.into_bytes(),
            &[
                Some(self.name.as_bytes()),
                Some(self.media_type.as_bytes()),
                Some(&self.bytes.to_be_bytes()),
                Some(self.sha256),
                Some(&[u8::from(self.preview)]),
                Some(self.audience.as_bytes()),
                Some(&self.created_at.to_be_bytes()),
            ],
        )
    }
}

/// Whoever filed, as they are bound.
#[derive(Clone, Copy)]
pub(crate) struct Filer<'a> {
    pub(crate) id: Uuid,
    /// Category, name, kind and number of the identity document, sex, and for whom they filed.
    pub(crate) fields: [Option<&'a str>; 6],
    /// Who speaks for a body, and as what.
    pub(crate) body: [Option<&'a str>; 2],
    pub(crate) created_at: i64,
}

impl Filer<'_> {
    pub(crate) fn item(&self, salt: &Salt) -> Item {
        let created_at = self.created_at.to_be_bytes();
        let mut fields: Vec<Option<&[u8]>> = self
            .fields
            .iter()
            .map(|field| field.map(str::as_bytes))
            .collect();
        fields.push(Some(&created_at));
        // Where nobody was named, as where nobody could be: what was bound before stays as it was.
        if self.body.iter().any(Option::is_some) {
            fields.extend(self.body.iter().map(|field| field.map(str::as_bytes)));
        }
        Item::of(Kind::Person, salt, self.id.into_bytes(), &fields)
    }
}

/// A contact as it is bound, with when it was proven.
#[derive(Clone, Copy)]
pub(crate) struct Contact<'a> {
    pub(crate) id: Uuid,
    pub(crate) person: Uuid,
    pub(crate) kind: &'a str,
    pub(crate) value: &'a str,
    pub(crate) preferred: bool,
    pub(crate) verified_at: Option<i64>,
    pub(crate) created_at: i64,
}

impl<'a> Contact<'a> {
    fn of(contact: &'a StoredContact, person: PersonId, created_at: i64) -> Self {
        Self {
            id: contact.id,
            person: person.as_uuid(),
            kind: &contact.kind,
            value: &contact.value,
            preferred: contact.preferred,
            verified_at: contact.verified_at,
            created_at,
        }
    }

    pub(crate) fn item(&self, salt: &Salt) -> Item {
        let verified_at = self.verified_at.map(i64::to_be_bytes);
        Item::of(
            Kind::Contact,
            salt,
            self.id.into_bytes(),
            &[
                Some(self.person.as_bytes()),
                Some(self.kind.as_bytes()),
                Some(self.value.as_bytes()),
                Some(&[u8::from(self.preferred)]),
                verified_at.as_ref().map(<[u8; 8]>::as_slice),
                Some(&self.created_at.to_be_bytes()),
            ],
        )
    }
}

/// What stands beside the state of a case from its beginning, as it is bound.
#[derive(Clone, Copy)]
pub(crate) struct Beside<'a> {
    pub(crate) case: Uuid,
    pub(crate) reference: &'a str,
    pub(crate) access_hash: &'a [u8],
    pub(crate) filing_key: Option<&'a str>,
    pub(crate) place: Option<&'a str>,
    /// Millionths of a degree: latitude and longitude.
    pub(crate) point: (Option<i64>, Option<i64>),
    pub(crate) is_sample: bool,
}

impl Beside<'_> {
    pub(crate) fn item(&self, salt: &Salt) -> Item {
        let (latitude, longitude) = (
            self.point.0.map(i64::to_be_bytes),
            self.point.1.map(i64::to_be_bytes),
        );
        Item::of(
            Kind::Beginning,
            salt,
            self.case.into_bytes(),
            &[
                Some(self.reference.as_bytes()),
                Some(self.access_hash),
                self.filing_key.map(str::as_bytes),
                self.place.map(str::as_bytes),
                latitude.as_ref().map(<[u8; 8]>::as_slice),
                longitude.as_ref().map(<[u8; 8]>::as_slice),
                Some(&[u8::from(self.is_sample)]),
            ],
        )
    }
}

/// Keeps a text of an owner; answers what an event binds of it.
pub(crate) fn keep_text(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    owner: Owner,
    document: &Document,
    at: i64,
) -> Result<Item, Trouble> {
    let salt = salt(circumstances);
    document::insert(tx, owner, document, at, &salt)?;
    let text = Text {
        id: document.id.as_uuid(),
        title: document.title.as_deref(),
        body: &document.body,
        language: document.language.as_deref(),
        created_at: at,
    };
    Ok(text.item(&salt))
}

/// Keeps the description of a file. Which event binds it is known later: see [`item_of_kept_file`].
pub(crate) fn keep_file(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    file: &Attachment,
) -> Result<(), Trouble> {
    attachment::insert(tx, file, circumstances.at(), &salt(circumstances))?;
    Ok(())
}

/// Keeps whoever filed; answers what the first event binds of them.
pub(crate) fn keep_person(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    person: &StoredPerson,
) -> Result<Item, Trouble> {
    let (salt, at) = (salt(circumstances), circumstances.at());
    person::insert(tx, person, at, Some(&salt))?;
    let filer = Filer {
        id: person.id.as_uuid(),
        fields: [
            Some(&person.category),
            person.name.as_deref(),
            person.identity_kind.as_deref(),
            person.identity_number.as_deref(),
            person.sex.as_deref(),
            person.on_behalf_of.as_deref(),
        ],
        body: [person.representative.as_deref(), person.quality.as_deref()],
        created_at: at,
    };
    Ok(filer.item(&salt))
}

/// Keeps a contact of whoever filed; answers what the first event binds of it.
pub(crate) fn keep_contact(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    person: PersonId,
    contact: &StoredContact,
) -> Result<Item, Trouble> {
    let (salt, at) = (salt(circumstances), circumstances.at());
    person::insert_contact(tx, person, contact, at, Some(&salt))?;
    Ok(Contact::of(contact, person, at).item(&salt))
}

/// The salt of something that is kept already; one of before gets its salt now.
pub(super) fn salt_of(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    kept: Option<&[u8]>,
    (what, id): (Salted, Uuid),
) -> Result<Salt, Trouble> {
    if let Some(salt) = kept_salt(kept) {
        return Ok(salt);
    }
    let fresh = salt(circumstances);
    sweep::set_salt(tx, what, id, &fresh)?;
    Ok(fresh)
}

/// What an event binds of a file that is kept already; one of before gets its salt now.
pub(crate) fn item_of_kept_file(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    kept: &attachment::Bound,
) -> Result<Item, Trouble> {
    let salt = salt_of(
        tx,
        circumstances,
        kept.salt.as_deref(),
        (Salted::File, kept.file.id.as_uuid()),
    )?;
    let file = &kept.file;
    let bound = File {
        id: file.id.as_uuid(),
        name: &file.name,
        media_type: &file.media_type,
        bytes: file.bytes,
        sha256: &file.sha256,
        preview: file.preview,
        audience: file.audience.as_str(),
        created_at: kept.created_at,
    };
    Ok(bound.item(&salt))
}

/// What an event binds of a contact that is kept already; one of before gets its salt now.
pub(crate) fn item_of_kept_contact(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    kept: &person::BoundContact,
) -> Result<Item, Trouble> {
    let salt = salt_of(
        tx,
        circumstances,
        kept.salt.as_deref(),
        (Salted::Contact, kept.contact.id),
    )?;
    Ok(Contact::of(&kept.contact, kept.person, kept.created_at).item(&salt))
}
