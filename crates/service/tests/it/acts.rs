//! What members of staff do to cases in several tests, each act on the version that they see.

use chikaya_domain::reference::Reference;
use chikaya_service::{Trouble, case::act::StaffAct, staff::Officer};
use chikaya_testkit::Town;

/// Does something to a case, which must succeed.
pub(crate) async fn act(town: &Town, officer: &Officer, reference: &Reference, act: StaffAct) {
    try_to(town, officer, reference, act).await.unwrap();
}

/// Does something to a case as the officer sees it now.
pub(crate) async fn try_to(
    town: &Town,
    officer: &Officer,
    reference: &Reference,
    act: StaffAct,
) -> Result<(), Trouble> {
    let page = town
        .clerks
        .desk_page(officer.clone(), reference.clone())
        .await
        .unwrap();
    let version = page.page.case.version;
    town.clerks
        .act(officer.clone(), reference.clone(), version, act)
        .await
}
