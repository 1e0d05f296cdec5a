//! Who holds an account: signing in by a code, what is known of them, and ending it.

use std::fmt;

use chikaya_domain::{
    Language,
    id::{AccountId, PersonId},
    person::{Category, Contact, PersonName, Preference, TellBy},
    sms::QuietHours,
};
use chikaya_store::{
    StoreError, Tx,
    account::{self as accounts, StoredAccount},
    person::{self as people, StoredContact, StoredPerson},
};

use crate::{
    Circumstances, Clerks, Trouble,
    draft::filing::TypedFiling,
    message::contact::{self, CodeStanding, ContactCode, Proof, Purpose, Sending},
    preference,
    token::Token,
};

/// How long a session lasts, in hours.
pub const ACCOUNT_HOURS: i64 = 12;

/// Who is signed in, with what they want new filings to say. `Debug` shows nothing personal.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    id: AccountId,
    person: PersonId,
    /// The language they want to read and to be answered in.
    pub language: Language,
    /// The contact they proved first, by which they sign in.
    pub contact: Contact,
    /// All contacts they proved: each opens the account, and the cases of all are in its list.
    pub proven: Vec<Contact>,
    /// Name, if they gave it.
    pub name: String,
    /// Telephone number, if they gave it.
    pub phone: String,
    /// Postal address, if they gave it.
    pub address: String,
    /// By which channel they want to be told.
    pub by: TellBy,
    /// When no news are to reach them.
    pub quiet: Option<QuietHours>,
}

impl fmt::Debug for Account {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Account({})", self.id)
    }
}

impl Account {
    /// Whether mails reach them: they proved an address.
    pub fn has_address(&self) -> bool {
        let is_address = |contact: &Contact| matches!(contact, Contact::Email(_));
        self.proven.iter().any(is_address)
    }

    /// Writes into a new draft what is known of its filer; their contact counts as proven.
    pub fn begin(&self, content: &mut TypedFiling) {
        content.language = self.language;
        content.category = Some(Category::Person);
        content.name.clone_from(&self.name);
        content.phone.clone_from(&self.phone);
        let proven = match self.contact {
            Contact::Phone(_) => &mut content.phone,
            Contact::Email(_) | Contact::Letter(_) => &mut content.email,
        };
        self.contact.value().clone_into(proven);
        content.address.clone_from(&self.address);
        // A filing asks for the kind of contact; which of the two goes to a telephone the preference says.
        let wanted = self.by.contact_kind().unwrap_or(self.by.as_str());
        wanted.clone_into(&mut content.preferred);
        content.verified = Some(self.contact.value().to_owned());
    }
}

/// What someone wants new filings to say, and how they want to be told of all their cases.
#[derive(Clone, Debug)]
pub struct Wishes {
    /// How they want to be told.
    pub preference: Preference,
    /// Name; `None` to be asked each time.
    pub name: Option<PersonName>,
    /// Further contacts, by telephone and letter.
    pub contacts: Vec<Contact>,
}

impl Clerks {
    /// Sends a code that opens an account, to any address within the limits: nobody learns which addresses are known.
    pub async fn send_account_code(
        &self,
        contact: Contact,
        language: Language,
    ) -> Result<Sending, Trouble> {
        self.write(move |tx, circumstances| {
            contact::send(tx, circumstances, Purpose::Account, &contact, language)
        })
        .await
    }

    /// How the code stands that opens an account.
    pub async fn account_code_standing(&self, contact: Contact) -> Result<CodeStanding, Trouble> {
        self.read(move |tx, circumstances| {
            contact::standing(tx, circumstances, Purpose::Account, &contact)
        })
        .await
    }

    /// Opens the account of a contact with the code that was sent there, and begins a session. Whoever comes for the
    /// first time gets an account in `language`.
    pub async fn open_account(
        &self,
        contact: Contact,
        code: ContactCode,
        language: Language,
    ) -> Result<Result<Token, Proof>, Trouble> {
        let token = Token::draw(self.identifiers());
        let digest = token.digest();
        let proof = self
            .write(move |tx, circumstances| {
                let purpose = Purpose::Account;
                let proof = contact::check(tx, circumstances, purpose, &contact, &code)?;
                if proof == Proof::Right {
                    let account = find_or_begin(tx, circumstances, &contact, language)?;
                    let now = circumstances.at();
                    accounts::end_sessions(tx, account, now)?;
                    let end = now + ACCOUNT_HOURS * 3_600_000_000;
                    accounts::insert_session(tx, &digest, account, now, end)?;
                }
                Ok(proof)
            })
            .await?;
        Ok(if proof == Proof::Right {
            Ok(token)
        } else {
            Err(proof)
        })
    }

    /// Who is signed in with this token; nobody when the session has ended.
    pub async fn account(&self, token: Token) -> Result<Option<Account>, Trouble> {
        self.read(
            move |tx, circumstances| match session(tx, circumstances, &token)? {
                Some(stored) => read(tx, circumstances, &stored).map(Some),
                None => Ok(None),
            },
        )
        .await
    }

    /// Keeps what someone wants new filings to say, and how they want to be told of all their cases. What filings that were sent
    /// say of names and contacts they keep.
    pub async fn change_account(&self, token: Token, wishes: Wishes) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| {
            let stored = session(tx, circumstances, &token)?.ok_or(Trouble::NotFound)?;
            change(tx, circumstances, &stored, &wishes)
        })
        .await
    }

    /// Ends a session, or every session of its account.
    pub async fn leave_account(&self, token: Token, everywhere: bool) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| {
            if everywhere && let Some(stored) = session(tx, circumstances, &token)? {
                accounts::end_sessions(tx, stored.id, i64::MAX)?;
            }
            Ok(accounts::end_session(tx, &token.digest())?)
        })
        .await
    }

    /// Deletes an account with its sessions, name and contacts. The cases stay, with what was given for each.
    pub async fn delete_account(&self, token: Token) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| {
            let stored = session(tx, circumstances, &token)?.ok_or(Trouble::NotFound)?;
            accounts::end_sessions(tx, stored.id, i64::MAX)?;
            accounts::delete(tx, stored.id)?;
            Ok(people::delete(tx, stored.person)?)
        })
        .await
    }
}

/// The account behind a session that has not ended.
pub(super) fn session(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    token: &Token,
) -> Result<Option<StoredAccount>, Trouble> {
    Ok(accounts::find_by_session(
        tx,
        &token.digest(),
        circumstances.at(),
    )?)
}

/// Whoever is signed in; [`Trouble::NotFound`] where nobody is.
pub(crate) fn holder_of(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    token: &Token,
) -> Result<PersonId, Trouble> {
    let stored = session(tx, circumstances, token)?.ok_or(Trouble::NotFound)?;
    Ok(stored.person)
}

fn find_or_begin(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    contact: &Contact,
    language: Language,
) -> Result<AccountId, Trouble> {
    if let Some(stored) = accounts::find_by_contact(tx, contact.value(), contact.kind_word())? {
        return Ok(stored.id);
    }
    let person = PersonId::new(circumstances.uuid());
    let nobody_yet = StoredPerson {
        id: person,
        category: Category::Person.as_str().to_owned(),
        name: None,
        identity_kind: None,
        identity_number: None,
        sex: None,
        on_behalf_of: None,
        representative: None,
        quality: None,
    };
    people::insert(tx, &nobody_yet, circumstances.at(), None)?;
    let proven = StoredContact {
        preferred: true,
        verified_at: Some(circumstances.at()),
        ..stored_contact(circumstances, contact)
    };
    people::insert_contact(tx, person, &proven, circumstances.at(), None)?;
    let stored = StoredAccount {
        id: AccountId::new(circumstances.uuid()),
        person,
        language: language.code().to_owned(),
    };
    accounts::insert(tx, &stored, circumstances.at())?;
    Ok(stored.id)
}

fn change(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    stored: &StoredAccount,
    wishes: &Wishes,
) -> Result<(), Trouble> {
    let wanted = &wishes.preference;
    accounts::set_language(tx, stored.id, wanted.language.code())?;
    let name = wishes.name.as_ref().map(PersonName::as_str);
    people::set_name(tx, stored.person, name)?;
    people::delete_unproven_contacts(tx, stored.person)?;
    let proven = people::contacts(tx, stored.person)?;
    for contact in &wishes.contacts {
        let is_proven = proven
            .iter()
            .any(|kept| kept.kind == contact.kind_word() && kept.value == contact.value());
        if !is_proven {
            let kept = stored_contact(circumstances, contact);
            people::insert_contact(tx, stored.person, &kept, circumstances.at(), None)?;
        }
    }
    if let Some(kind) = wanted.by.contact_kind() {
        people::prefer_contact(tx, stored.person, kind)?;
    }
    preference::keep(tx, circumstances, stored.person, wanted, None)
}

/// A contact that is neither proven nor preferred.
pub(super) fn stored_contact(
    circumstances: &Circumstances<'_>,
    contact: &Contact,
) -> StoredContact {
    StoredContact {
        id: circumstances.uuid(),
        kind: contact.kind_word().to_owned(),
        value: contact.value().to_owned(),
        preferred: false,
        verified_at: None,
        failing_since: None,
    }
}

fn read(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    stored: &StoredAccount,
) -> Result<Account, Trouble> {
    let person = people::find(tx, stored.person)?
        .ok_or_else(|| StoreError::unreadable("account.person", stored.id))?;
    let contacts = people::contacts(tx, stored.person)?;
    let mut verified: Vec<&StoredContact> = contacts
        .iter()
        .filter(|kept| kept.verified_at.is_some())
        .collect();
    verified.sort_by_key(|kept| (kept.verified_at, kept.id));
    let all: Vec<Contact> = verified
        .into_iter()
        .filter_map(|kept| contact::read(circumstances.country, kept))
        .collect();
    let proven = all
        .first()
        .cloned()
        .ok_or_else(|| StoreError::unreadable("contact.value", stored.person))?;
    let said = preference::known(tx, stored.person, &contacts)?.said;
    let value = |kind: &str| {
        contacts
            .iter()
            .find(|kept| kept.kind == kind)
            .map(|kept| kept.value.clone())
            .unwrap_or_default()
    };
    Ok(Account {
        id: stored.id,
        person: stored.person,
        language: Language::from_code(&stored.language)
            .ok_or_else(|| StoreError::unreadable("account.language", stored.id))?,
        name: person.name.unwrap_or_default(),
        phone: value("phone"),
        address: value("letter"),
        by: said.map_or(
            match proven {
                Contact::Phone(_) => TellBy::Sms,
                Contact::Email(_) | Contact::Letter(_) => TellBy::Email,
            },
            |said| said.by,
        ),
        quiet: said.and_then(|said| said.quiet),
        contact: proven,
        proven: all,
    })
}
