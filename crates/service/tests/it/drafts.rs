//! Drafts: each of a kind, opened by its own link as what it is and as nothing else.

use std::collections::BTreeSet;

use bytes::Bytes;
use chikaya_domain::{Language, case::Kind};
use chikaya_service::{
    Country, Trouble,
    attachment::{Destination, FileRefusal},
    case::file::PLACE_LIMIT,
    draft::{
        Changed, DraftState, Written,
        filing::{Fault, FilingFate, PointFault, Step, TextFault, TypedFiling},
    },
    token::{CasePass, Token},
};
use chikaya_testkit::{Town, town};
use futures_util::stream;
use serde::{Deserialize, Serialize};

crate::in_both_towns! {
    a_link_to_a_draft_of_one_kind_opens_none_of_another => super::a_link_to_a_draft_of_one_kind_opens_none_of_another;
    what_does_not_parse_becomes_no_filing_whoever_sends_it => super::what_does_not_parse_becomes_no_filing_whoever_sends_it;
    what_is_filed_is_what_stands_in_the_draft_and_was_seen => super::what_is_filed_is_what_stands_in_the_draft_and_was_seen;
    a_draft_sent_many_times_at_once_is_one_case => super::a_draft_sent_many_times_at_once_is_one_case;
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
    let received = town.clerks.attach(destination, "a.pdf", bytes).await;
    received.map(|_| ())
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

/// A filing of which nothing is missing.
fn whole() -> TypedFiling {
    let filing = town::filing();
    TypedFiling {
        text: filing.text,
        subject: filing.subject,
        territory: filing.territory,
        place: "زنقة المدرسة".to_owned(),
        name: "فاطمة مثال".to_owned(),
        email: "fatima@example.org".to_owned(),
        preferred: "email".to_owned(),
        verified: Some("fatima@example.org".to_owned()),
        ..TypedFiling::new(Kind::Complaint, Language::Arabic)
    }
}

async fn what_does_not_parse_becomes_no_filing_whoever_sends_it(town: &Town) {
    let typed = TypedFiling {
        text: "x".to_owned(),
        coordinates: "48.8566, 2.3522".to_owned(),
        place: "x".repeat(PLACE_LIMIT + 3),
        name: String::new(),
        phone: "0212".to_owned(),
        preferred: "letter".to_owned(),
        ..whole()
    };
    let token = town.clerks.open_draft(typed.clone()).await.unwrap();
    let fate = town
        .clerks
        .file_draft(token.clone(), 1, [1; 32], Language::French)
        .await;
    let Ok(FilingFate::Faulty(faults)) = fate else {
        panic!("it was filed");
    };
    let told: Vec<(Step, &str)> = faults
        .iter()
        .map(|fault| (fault.step(), fault.field()))
        .collect();
    assert_eq!(
        told,
        [
            (Step::What, "text"),
            (Step::Where, "coordinates"),
            (Step::Where, "place"),
            (Step::You, "name"),
            (Step::You, "phone"),
            (Step::You, "address"),
        ]
    );
    assert_eq!(faults[0], Fault::Text(TextFault::SaysNothing));
    assert_eq!(faults[1], Fault::Point(PointFault::Outside));
    assert_eq!(faults[2], Fault::Place { over: 3 });
    assert_eq!(faults, typed.faults(&town.clerks.country()));
    let found = town.clerks.draft::<TypedFiling>(token.clone()).await;
    assert!(
        matches!(found, Ok(DraftState::Open(draft)) if draft.content == typed && draft.version == 1)
    );
    let mended = whole();
    town.clerks
        .change_draft(token.clone(), move |typed| *typed = mended.clone())
        .await
        .unwrap();
    let fate = town
        .clerks
        .file_draft(token, 2, [1; 32], Language::French)
        .await
        .unwrap();
    assert!(matches!(fate, FilingFate::Filed(_)));
}

async fn what_is_filed_is_what_stands_in_the_draft_and_was_seen(town: &Town) {
    let clerks = &town.clerks;
    let token = clerks.open_draft(whole()).await.unwrap();
    clerks
        .change_draft(token.clone(), |typed: &mut TypedFiling| {
            "حي النخيل".clone_into(&mut typed.place);
        })
        .await
        .unwrap();
    let unseen = clerks
        .file_draft(token.clone(), 1, [1; 32], Language::French)
        .await;
    assert!(matches!(unseen, Err(Trouble::Stale)));
    let fate = clerks
        .file_draft(token, 2, [1; 32], Language::French)
        .await
        .unwrap();
    let FilingFate::Filed(receipt) = fate else {
        panic!("nothing is wrong with it");
    };
    let reference = receipt.reference.to_string();
    assert_eq!(receipt.organisation.as_str(), town::TIZNIT);
    assert_eq!(town.kept("place", &reference).await, "حي النخيل");
    assert_eq!(town.kept("text", &reference).await, whole().text);
    assert_eq!(town.kept("name", &reference).await, "فاطمة مثال");
    assert_eq!(town.kept("email", &reference).await, "fatima@example.org");
}

async fn a_draft_sent_many_times_at_once_is_one_case(town: &Town) {
    let token = town.clerks.open_draft(whole()).await.unwrap();
    attach(town, Destination::draft::<TypedFiling>(token.clone()))
        .await
        .unwrap();
    let mut sending = tokio::task::JoinSet::new();
    for _ in 0..8 {
        let (clerks, token) = (town.clerks.clone(), token.clone());
        sending.spawn(async move { clerks.file_draft(token, 1, [1; 32], Language::French).await });
    }
    let mut cases = BTreeSet::new();
    while let Some(sent) = sending.join_next().await {
        let Ok(FilingFate::Filed(receipt)) = sent.unwrap() else {
            panic!("a repetition is answered as what it repeats");
        };
        cases.insert(receipt.case);
    }
    assert_eq!(cases.len(), 1);
    let case = cases.pop_first().unwrap();
    let pass = CasePass::issue(case, town.clerks.now());
    let page = town.clerks.follow(pass).await.unwrap();
    assert_eq!(page.files.len(), 1, "the file went with it");
}
