//! People and bodies that file, and how to reach them; nothing here shows itself in a log.

mod body;
mod contact;
mod email;
mod filer;
mod identity;
mod name;
mod preference;
mod telephone;

#[cfg(test)]
mod tests;

pub use self::{
    body::{QUALITY_LIMIT, Quality, QualityError, Representative},
    contact::{ADDRESS_LIMIT, Contact, Contacts, PostalAddress, PostalError},
    email::{Email, EmailError},
    filer::{Category, Person, Sex},
    identity::{Identity, IdentityError, IdentityKind},
    name::{NAME_LIMIT, NameError, PersonName},
    preference::{Preference, TellBy},
    telephone::{NumberingPlan, Phone, PhoneError},
};
