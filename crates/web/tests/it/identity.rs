//! Who sees who filed.

use chikaya_domain::access::Role;
use chikaya_testkit::{Town, town};

use crate::{
    cases::{EMAIL, NAME, ONEE, act, colleague, consulted, file},
    visitor::{Visitor, counters},
};

chikaya_testkit::in_both_towns! {
    who_filed_is_shown_to_those_alone_who_need_it => super::who_filed_is_shown_to_those_alone_who_need_it;
}

/// Role, organisation, and whether they see the name.
const ROWS: &[(Role, &str, bool)] = &[
    (Role::Officer, town::TIZNIT, true),
    (Role::UnitHead, town::TIZNIT, true),
    (Role::AdministrationHead, town::TIZNIT, true),
    (Role::Registry, town::TIZNIT, true),
    (Role::Auditor, town::TIZNIT, false),
    (Role::Officer, ONEE, false),
    (Role::UnitHead, ONEE, false),
    (Role::AdministrationHead, ONEE, false),
    (Role::ReformAuthority, "reform-authority", false),
    (Role::Auditor, "reform-authority", false),
];

async fn who_filed_is_shown_to_those_alone_who_need_it(town: &Town) {
    let counters = counters(town);
    let own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let (reference, _) = file(&mut Visitor::new(&counters).await).await;
    for what in consulted() {
        act(town, &own.officer, &reference, what).await;
    }
    for (role, organisation, sees) in ROWS {
        let mut someone = colleague(town, &counters, *role, organisation).await;
        let page = someone
            .browser
            .get(&format!("/fr/desk/case/{reference}"))
            .await;
        assert_eq!(page.code(), 200, "{role} of {organisation}");
        let text = page.text();
        assert_eq!(text.contains(NAME), *sees, "{role} of {organisation}: name");
        assert_eq!(
            text.contains(EMAIL),
            *sees,
            "{role} of {organisation}: address"
        );
    }
}
