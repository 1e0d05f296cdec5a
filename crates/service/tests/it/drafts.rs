//! Drafts: each of a kind, opened by its own link as what it is and as nothing else.

use bytes::Bytes;
use chikaya_domain::{Language, case::Kind};
use chikaya_service::{
    Country, Trouble,
    attachment::{Destination, FileRefusal},
    draft::{Changed, DraftState, Written, filing::TypedFiling},
    token::Token,
};
use chikaya_testkit::Town;
use futures_util::stream;
use serde::{Deserialize, Serialize};

crate::in_both_towns! {
    a_link_to_a_draft_of_one_kind_opens_none_of_another => super::a_link_to_a_draft_of_one_kind_opens_none_of_another;
}

/// Something else than a filing that is written in one step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Letter {
    text: String,
}

impl Written for Letter {
    const KIND: &'static str = "sample-letter";

    type Step = ();

    fn parts(&self, (): ()) -> Vec<String> {
        vec![self.text.clone()]
    }

    fn derive_anew(&mut self, _: &Self, _: &Country) {}
}

async fn attach(town: &Town, destination: Destination) -> Result<(), FileRefusal> {
    let bytes = stream::iter([Ok::<_, std::io::Error>(Bytes::from_static(b"%PDF-1.7\n"))]);
    town.clerks.attach(destination, "a.pdf", bytes).await
}

async fn a_link_to_a_draft_of_one_kind_opens_none_of_another(town: &Town) {
    let clerks = &town.clerks;
    let letter = Letter {
        text: "Sample.".to_owned(),
    };
    let token = clerks.open_draft(letter.clone()).await.unwrap();
    attach(town, Destination::draft::<Letter>(token.clone()))
        .await
        .unwrap();
    let mark = letter.mark(());
    let kept = clerks
        .change_step(token.clone(), (), Some(mark), |letter: &mut Letter| {
            letter.text.push_str(" More.");
        })
        .await
        .unwrap();
    assert!(matches!(kept, Changed::Kept(letter) if letter.text == "Sample. More."));

    let as_filing = clerks.draft::<TypedFiling>(token.clone()).await;
    assert!(matches!(as_filing, Err(Trouble::NotFound)));
    let changed = clerks
        .change_draft(token.clone(), |filing: &mut TypedFiling| {
            filing.text.clear();
        })
        .await;
    assert!(matches!(changed, Err(Trouble::NotFound)));
    let attached = attach(town, Destination::draft::<TypedFiling>(token.clone())).await;
    assert!(matches!(
        attached,
        Err(FileRefusal::Trouble(Trouble::NotFound))
    ));
    must_be_whole(town, token).await;

    let filing = TypedFiling::new(Kind::Complaint, Language::French);
    let token = clerks.open_draft(filing).await.unwrap();
    let as_letter = clerks.draft::<Letter>(token).await;
    assert!(matches!(as_letter, Err(Trouble::NotFound)));
}

/// The letter is as it was, with its one file, which cannot be taken out by whoever takes it for something else.
async fn must_be_whole(town: &Town, token: Token) {
    let found = town.clerks.draft::<Letter>(token.clone()).await.unwrap();
    let DraftState::Open(draft) = found else {
        panic!("it was never sent");
    };
    assert_eq!(draft.content.text, "Sample. More.");
    let file = draft.files[0].id;
    assert_eq!(draft.files.len(), 1);
    let removed = town
        .clerks
        .remove_from_draft::<TypedFiling>(token.clone(), file)
        .await;
    assert!(matches!(removed, Err(Trouble::NotFound)));
    town.clerks
        .remove_from_draft::<Letter>(token, file)
        .await
        .unwrap();
    assert_eq!(town.stored_files().len(), 0);
}
