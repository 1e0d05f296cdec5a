//! How colleagues are called where several may bear one name: by it alone, or with the address beside it.

use std::collections::BTreeMap;

use chikaya_domain::id::StaffId;
use chikaya_language::fold;
use chikaya_store::staff::{StoredStaff, named::Named};

/// Someone a case can be given to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// Account.
    pub id: StaffId,
    /// Name, with the address beside it where another of the list bears the same.
    pub name: String,
}

impl Colleague {
    /// The members of a list, each told apart from the others.
    pub(crate) fn list(members: Vec<StoredStaff>) -> Vec<Self> {
        let mut bearers: BTreeMap<String, usize> = BTreeMap::new();
        for member in &members {
            *bearers.entry(member.name.clone()).or_default() += 1;
        }
        let mut colleagues: Vec<Self> = members
            .into_iter()
            .map(|member| Self {
                id: member.id,
                name: if bearers.get(&member.name).is_some_and(|count| *count > 1) {
                    with_address(&member.name, &member.email)
                } else {
                    member.name
                },
            })
            .collect();
        // Not by the database, which orders letters by the locale it was made with, or by their codes.
        colleagues.sort_by_cached_key(|colleague| (place_in_order(&colleague.name), colleague.id));
        colleagues
    }
}

/// By what names stand in order: not by the codes of their letters, which put É behind Z.
pub fn place_in_order(name: &str) -> String {
    fold(name)
}

/// What someone is called among all who have an account.
pub(crate) fn called(named: &Named) -> String {
    if named.is_shared {
        with_address(&named.name, &named.email)
    } else {
        named.name.clone()
    }
}

/// The address stands between isolates (Unicode TR 9), so that it stays whole beside a name written from right to left.
pub(crate) fn with_address(name: &str, email: &str) -> String {
    format!("{name} (\u{2066}{email}\u{2069})")
}
