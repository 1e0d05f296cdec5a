//! Filing once, whatever is repeated, and following with what the receipt says.

use chikaya_domain::{
    id::{OrganisationCode, TerritoryCode},
    reference::AccessCode,
};
use chikaya_service::{Trouble, case::follow::FilerAct, token};
use chikaya_testkit::{Town, town};
use jiff::civil::date;

crate::in_both_towns! {
    a_filing_goes_to_the_competent_body_and_gets_a_due_date => super::a_filing_goes_to_the_competent_body_and_gets_a_due_date;
    what_depends_on_a_smaller_place_is_routed_by_the_reform_authority => super::what_depends_on_a_smaller_place_is_routed_by_the_reform_authority;
    the_same_key_sent_many_times_is_one_case => super::the_same_key_sent_many_times_is_one_case;
    only_reference_and_code_together_open_a_case => super::only_reference_and_code_together_open_a_case;
    a_link_opens_for_its_time_and_until_the_filer_ends_it => super::a_link_opens_for_its_time_and_until_the_filer_ends_it;
    a_body_that_receives_nothing_cannot_be_chosen => super::a_body_that_receives_nothing_cannot_be_chosen;
    an_act_on_an_old_version_changes_nothing => super::an_act_on_an_old_version_changes_nothing;
    a_broken_chain_is_noticed => super::a_broken_chain_is_noticed;
    a_reference_that_is_taken_is_drawn_again => super::a_reference_that_is_taken_is_drawn_again;
}

async fn a_filing_goes_to_the_competent_body_and_gets_a_due_date(town: &Town) {
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    assert_eq!(receipt.organisation.as_str(), town::TIZNIT);
    assert_eq!(receipt.answer_due.date, date(2026, 5, 11));
    assert_eq!(receipt.transfer_due.date, date(2026, 3, 27));
    assert!(receipt.title.starts_with("ثلاث أسابيع"));
    assert_eq!(town.clerks.check_chain(receipt.case).await.unwrap(), 1);
}

async fn what_depends_on_a_smaller_place_is_routed_by_the_reform_authority(town: &Town) {
    // The region's company lights no street: it answers where homes are dark too, which nobody said.
    let mut filing = town::filing();
    filing.territory = Some(TerritoryCode::parse("province-09-581").unwrap());
    let receipt = town.clerks.file(filing).await.unwrap();
    assert_eq!(receipt.organisation, town.clerks.country().reform_authority);
}

async fn the_same_key_sent_many_times_is_one_case(town: &Town) {
    let mut filing = town::filing();
    filing.key = Some("draft-1".to_owned());
    let mut sending = tokio::task::JoinSet::new();
    for _ in 0..16 {
        let (clerks, filing) = (town.clerks.clone(), filing.clone());
        sending.spawn(async move { clerks.file(filing).await.map(|receipt| receipt.reference) });
    }
    let mut references: Vec<_> = Vec::new();
    while let Some(sent) = sending.join_next().await {
        references.push(sent.unwrap().unwrap());
    }
    references.dedup();
    assert_eq!(references.len(), 1);
    let mails = town.word_mail("https://portal.test").await;
    assert_eq!(mails.len(), 1);
}

async fn only_reference_and_code_together_open_a_case(town: &Town) {
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    let open = |reference, code| town.clerks.open_with_code(reference, code);
    let pass = open(receipt.reference.clone(), receipt.access_code.clone())
        .await
        .unwrap();
    assert_eq!(
        town.clerks.follow(pass).await.unwrap().case.id,
        receipt.case
    );
    let wrong = AccessCode::from_bytes([1; 32]);
    assert!(matches!(
        open(receipt.reference.clone(), wrong.clone()).await,
        Err(Trouble::NotFound)
    ));
    let prefix = chikaya_domain::reference::ReferencePrefix::parse("CK").unwrap();
    let unknown = chikaya_domain::reference::Reference::draw(&prefix, 2026, 1);
    assert!(matches!(open(unknown, wrong).await, Err(Trouble::NotFound)));
    let word = token::link_word(receipt.case, town.clerks.now(), town.clerks.key());
    town.clerks
        .open_with_link(receipt.reference.clone(), word)
        .await
        .unwrap();
    let forged = town
        .clerks
        .open_with_link(receipt.reference, "a".repeat(32))
        .await;
    assert!(matches!(forged, Err(Trouble::NotFound)));
}

async fn a_link_opens_for_its_time_and_until_the_filer_ends_it(town: &Town) {
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    let open = |word: &str| {
        town.clerks
            .open_with_link(receipt.reference.clone(), word.to_owned())
    };
    let fresh = || token::link_word(receipt.case, town.clerks.now(), town.clerks.key());
    let first = fresh();
    town.clock.advance_days(60);
    let second = fresh();
    let pass = open(&first).await.unwrap();
    town.clock.advance_days(31);
    assert!(matches!(open(&first).await, Err(Trouble::Expired)));
    open(&second).await.unwrap();
    town.clerks.end_links(pass).await.unwrap();
    assert!(matches!(open(&second).await, Err(Trouble::Expired)));
    town.clock.advance_minutes(1);
    open(&fresh()).await.unwrap();
    town.word_mail("https://portal.test").await;
}

async fn a_body_that_receives_nothing_cannot_be_chosen(town: &Town) {
    let mut filing = town::filing();
    filing.organisation = Some(OrganisationCode::parse("no-such-body").unwrap());
    assert!(matches!(
        town.clerks.file(filing).await,
        Err(Trouble::NotAcceptable("error-organisation-unknown"))
    ));
}

async fn an_act_on_an_old_version_changes_nothing(town: &Town) {
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    let pass = town
        .clerks
        .open_with_code(receipt.reference, receipt.access_code)
        .await
        .unwrap();
    let act = |text: &str| FilerAct::AddMessage(text.to_owned());
    town.clerks
        .act_as_filer(pass.clone(), 1, act("first"))
        .await
        .unwrap();
    let second = town
        .clerks
        .act_as_filer(pass.clone(), 1, act("second"))
        .await;
    assert!(matches!(second, Err(Trouble::Stale)));
    let page = town.clerks.follow(pass).await.unwrap();
    assert_eq!(page.case.version, 2);
}

async fn a_broken_chain_is_noticed(town: &Town) {
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    let pass = town
        .clerks
        .open_with_code(receipt.reference, receipt.access_code)
        .await
        .unwrap();
    town.clerks
        .act_as_filer(pass, 1, FilerAct::AddMessage("more".to_owned()))
        .await
        .unwrap();
    assert_eq!(town.clerks.check_chain(receipt.case).await.unwrap(), 2);
    // What follows from these events is done before they are changed: nothing could be told of them afterwards.
    town.tell_staff().await;
    town.take_mail("http://portal.test").await;
    town.by_hand("UPDATE event SET payload = REPLACE(payload, 'message-added', 'message-gone')")
        .await;
    assert!(town.clerks.check_chain(receipt.case).await.is_err());
}

async fn a_reference_that_is_taken_is_drawn_again(town: &Town) {
    // Two nodes of one seed draw alike; their identifiers differ by the minute between them.
    let (first, second) = (town.second_node().await, town.second_node().await);
    let taken = first.file(town::filing()).await.unwrap();
    town.clock.advance_minutes(1);
    let other = second.file(town::filing()).await.unwrap();
    assert_ne!(taken.reference, other.reference);
    assert_eq!(town.references().await.len(), 2);
    assert_eq!(second.check_chain(other.case).await.unwrap(), 1);
}
