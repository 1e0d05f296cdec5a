//! Who sees who filed.

use chikaya_domain::access::Role;
use chikaya_testkit::{Town, town};

use crate::{
    cases::{EMAIL, NAME, ONEE, act, colleague, consulted, file},
    desk::added,
    visitor::{Visitor, counters},
};

chikaya_testkit::in_both_towns! {
    who_filed_is_shown_to_those_alone_who_need_it => super::who_filed_is_shown_to_those_alone_who_need_it;
}

/// The address as it is shown before it is asked for.
const MASKED: &str = "f•••@example.org";

/// Role, organisation, and whether they see who filed.
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
        let name = format!("{role} of {organisation}");
        assert_eq!(text.contains(NAME), *sees, "{name}: name");
        assert_eq!(
            text.contains(MASKED),
            *sees,
            "{name}: that there is an address"
        );
        assert!(!text.contains(EMAIL), "{name}: the address, not asked for");

        let before = town.audit().await;
        let contacts = format!("/fr/desk/case/{reference}/contacts");
        assert_eq!(text.contains(&contacts), *sees, "{name}: offered");
        let shown = someone.browser.post(&contacts, &[]).await;
        let trail = added(&before, town.audit().await);
        if *sees {
            assert_eq!(shown.code(), 200, "{name}");
            assert!(shown.text().contains(EMAIL), "{name}: the address");
            assert!(!shown.text().contains(MASKED), "{name}: hidden still");
            assert_eq!(trail, ["contacts.show"], "{name}");
        } else {
            assert_eq!(shown.code(), 403, "{name}");
            assert!(!shown.text().contains(EMAIL), "{name}: the address");
            assert!(trail.is_empty(), "{name} leaves {trail:?}");
        }
    }
}
