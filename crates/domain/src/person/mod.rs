//! People and bodies that file, and how to reach them; nothing here shows itself in a log.

mod contact;
mod filer;
mod identity;
mod signs;

#[cfg(test)]
mod tests;

pub use self::{
    contact::{Contact, Contacts, Email, EmailError, Phone, PhoneError, PostalAddress},
    filer::{Category, NameError, Person, PersonName, Sex},
    identity::{Identity, IdentityError, IdentityKind, western},
};
pub(crate) use signs::is_direction_mark;
