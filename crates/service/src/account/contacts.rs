//! The contacts of an account: each is proven by a code, opens the account, and brings its cases into one list.

use chikaya_domain::person::Contact;
use chikaya_store::{
    Tx,
    account::{self as accounts, StoredAccount},
    person::{self as people, StoredContact},
};

use super::holder::{session, stored_contact};
use crate::{
    Circumstances, Clerks, Trouble,
    message::contact::{self, ContactCode, Proof, Purpose},
    token::Token,
};

impl Clerks {
    /// Adds a contact to an account with the code that was sent there, as one that opens an account is. Was there an account of
    /// that contact, both become one: its contacts and the cases of these are in this one, and it is gone, with what its holder
    /// wanted new filings to say.
    pub async fn join_contact(
        &self,
        token: Token,
        contact: Contact,
        code: ContactCode,
    ) -> Result<Proof, Trouble> {
        self.write(move |tx, circumstances| {
            let stored = session(tx, circumstances, &token)?.ok_or(Trouble::NotFound)?;
            let proof = contact::check(tx, circumstances, Purpose::Account, &contact, &code)?;
            if proof == Proof::Right {
                join(tx, circumstances, &stored, &contact)?;
            }
            Ok(proof)
        })
        .await
    }

    /// Takes a contact from an account: it opens it no more, and its cases are in the list only where another contact brings
    /// them. The last one stays ([`Trouble::NotAcceptable`]): without it nobody could come in.
    pub async fn part_contact(&self, token: Token, contact: Contact) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| {
            let stored = session(tx, circumstances, &token)?.ok_or(Trouble::NotFound)?;
            let kept = people::contacts(tx, stored.person)?;
            let proven: Vec<&StoredContact> = kept
                .iter()
                .filter(|kept| kept.verified_at.is_some())
                .collect();
            let known = proven
                .iter()
                .find(|kept| is_one(kept, &contact))
                .ok_or(Trouble::NotFound)?;
            if proven.len() == 1 {
                return Err(Trouble::NotAcceptable("error-account-last"));
            }
            Ok(people::delete_contact(tx, known.id)?)
        })
        .await
    }
}

fn is_one(kept: &StoredContact, contact: &Contact) -> bool {
    kept.kind == contact.kind_word() && kept.value.to_lowercase() == contact.value().to_lowercase()
}

fn join(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    stored: &StoredAccount,
    contact: &Contact,
) -> Result<(), Trouble> {
    let mut joining = vec![stored_contact(circumstances, contact)];
    let other = accounts::find_by_contact(tx, contact.value(), contact.kind_word())?;
    if let Some(other) = other.filter(|other| other.id != stored.id) {
        let contacts = people::contacts(tx, other.person)?;
        let proven = contacts
            .into_iter()
            .filter(|kept| kept.verified_at.is_some() && !is_one(kept, contact));
        joining.extend(proven);
        accounts::end_sessions(tx, other.id, i64::MAX)?;
        accounts::delete(tx, other.id)?;
        people::delete(tx, other.person)?;
    }
    let own = people::contacts(tx, stored.person)?;
    for new in joining {
        let known = own.iter().find(|kept| {
            kept.kind == new.kind && kept.value.to_lowercase() == new.value.to_lowercase()
        });
        match known {
            Some(known) if known.verified_at.is_some() => {}
            // A number they wrote down before.
            Some(known) => {
                let id = chikaya_domain::id::ContactId::new(known.id);
                people::verify(tx, id, circumstances.at())?;
            }
            None => {
                let kept = StoredContact {
                    id: circumstances.uuid(),
                    preferred: false,
                    verified_at: Some(circumstances.at()),
                    ..new
                };
                people::insert_contact(tx, stored.person, &kept, circumstances.at(), None)?;
            }
        }
    }
    Ok(())
}
