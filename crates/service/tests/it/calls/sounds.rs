//! Sounds as telephones and browsers record them: heard at the desk, and what is said in them is written down and found.

use bytes::Bytes;
use chikaya_domain::{
    Language,
    access::Role,
    case::{Fact, Kind},
    owner::Audience,
};
use chikaya_service::{
    Trouble,
    attachment::Destination,
    case::{
        act::StaffAct,
        queue::{Order, View},
    },
    draft::filing::{FilingFate, TypedFiling},
    staff::Officer,
};
use chikaya_testkit::{Town, town};
use futures_util::stream;

use super::voice::wav;
use crate::acts::act;

crate::in_both_towns! {
    sounds_of_telephones_and_browsers_are_heard_and_films_are_not => super::sounds_of_telephones_and_browsers_are_heard_and_films_are_not;
    what_is_said_in_a_file_is_written_down_and_found => super::what_is_said_in_a_file_is_written_down_and_found;
    what_was_filed_by_voice_waits_to_be_written_down => super::what_was_filed_by_voice_waits_to_be_written_down;
}

/// What `tests/data/sounds/README.md` tells of, and whether it is heard.
const SOUNDS: [(&str, &[u8], bool); 7] = [
    (
        "voice.webm",
        include_bytes!("../../data/sounds/voice.webm"),
        true,
    ),
    (
        "voice.ogg",
        include_bytes!("../../data/sounds/voice.ogg"),
        true,
    ),
    (
        "voice.m4a",
        include_bytes!("../../data/sounds/voice.m4a"),
        true,
    ),
    (
        "pieces.mp4",
        include_bytes!("../../data/sounds/pieces.mp4"),
        true,
    ),
    (
        "voice.3gp",
        include_bytes!("../../data/sounds/voice.3gp"),
        true,
    ),
    (
        "voice.aac",
        include_bytes!("../../data/sounds/voice.aac"),
        true,
    ),
    (
        "film.webm",
        include_bytes!("../../data/sounds/film.webm"),
        false,
    ),
];

async fn sounds_of_telephones_and_browsers_are_heard_and_films_are_not(town: &Town) {
    let clerks = &town.clerks;
    let receipt = clerks.file(town::filing()).await.unwrap();
    let pass = clerks
        .open_with_code(receipt.reference, receipt.access_code)
        .await
        .unwrap();
    for (name, file, is_heard) in SOUNDS {
        town.clock.advance_minutes(1);
        let bytes = stream::iter([Ok::<Bytes, std::convert::Infallible>(Bytes::from_static(
            file,
        ))]);
        let destination = Destination::Filer(pass.clone());
        clerks
            .attach(destination, name, bytes)
            .await
            .unwrap_or_else(|refusal| panic!("{name}: {refusal}"));
        let shown = clerks.follow(pass.clone()).await.unwrap();
        let last = shown.files.last().unwrap();
        assert_eq!(last.is_heard(), is_heard, "{name}: {}", last.media_type);
    }
    town.word_mail("https://portal.test").await;
}

/// Who waits to have something written down, and how many the queue says.
async fn unwritten(town: &Town, officer: &Officer) -> (Vec<String>, i64) {
    while town.clerks.place_events().await.unwrap().placed > 0 {}
    let view = View::ToTranscribe;
    let page = town
        .clerks
        .queue(officer.clone(), view, None, Order::DueFirst, None)
        .await
        .unwrap();
    let counts = town.clerks.queue_counts(officer.clone()).await.unwrap();
    let count = counts.iter().find(|count| count.view == view).unwrap();
    let waiting = page.lines.into_iter().map(|line| line.reference).collect();
    (waiting, count.cases)
}

async fn what_was_filed_by_voice_waits_to_be_written_down(town: &Town) {
    let clerks = &town.clerks;
    let own = town
        .officer("own@sample.test", Role::Officer, town::TIZNIT)
        .await;
    clerks.file(town::filing()).await.unwrap();
    assert_eq!(unwritten(town, &own).await, (Vec::new(), 0));
    let content = TypedFiling {
        text: town::filing().text,
        subject: town::filing().subject,
        territory: town::filing().territory,
        organisation: town::filing().organisation,
        is_anonymous: true,
        ..TypedFiling::new(Kind::Complaint, Language::French)
    };
    let token = clerks.open_draft(content).await.unwrap();
    let place = Destination::draft::<TypedFiling>(token.clone());
    let bytes = stream::iter([Ok::<Bytes, std::convert::Infallible>(wav(1))]);
    clerks.attach(place, "said.wav", bytes).await.unwrap();
    let fate = clerks
        .file_draft(token, 1, [0; 32], Language::French)
        .await
        .unwrap();
    let FilingFate::Filed(receipt) = fate else {
        panic!("{fate:?}");
    };
    let waits = (vec![receipt.reference.to_string()], 1);
    assert_eq!(unwritten(town, &own).await, waits);
    let page = clerks
        .desk_page(own.clone(), receipt.reference.clone())
        .await
        .unwrap()
        .page;
    let write = StaffAct::Transcribe {
        attachment: page.files[0].id,
        words: "Le lampadaire est éteint.".to_owned(),
    };
    act(town, &own, &receipt.reference, write).await;
    assert_eq!(unwritten(town, &own).await, (Vec::new(), 0));
}

async fn what_is_said_in_a_file_is_written_down_and_found(town: &Town) {
    let clerks = &town.clerks;
    let receipt = clerks.file(town::filing()).await.unwrap();
    let own = town
        .officer("own@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let pass = clerks
        .open_with_code(receipt.reference.clone(), receipt.access_code)
        .await
        .unwrap();
    let add = async |name: &str, bytes: Bytes| {
        let bytes = stream::iter([Ok::<Bytes, std::convert::Infallible>(bytes)]);
        let destination = Destination::Filer(pass.clone());
        clerks.attach(destination, name, bytes).await.unwrap();
    };
    add("note.wav", wav(1)).await;
    add("x.pdf", Bytes::from_static(b"%PDF-1.7\n")).await;
    let page = clerks
        .desk_page(own.clone(), receipt.reference.clone())
        .await
        .unwrap()
        .page;
    let sound = page.files.iter().find(|file| file.is_heard()).unwrap().id;
    let paper = page.files.iter().find(|file| !file.is_heard()).unwrap().id;
    assert_eq!(page.files[0].audience, Audience::Filer);
    for words in ["La sirène", "La sirène de l’usine hurle la nuit."] {
        let write = StaffAct::Transcribe {
            attachment: sound,
            words: words.to_owned(),
        };
        act(town, &own, &receipt.reference, write).await;
    }
    let wrong = StaffAct::Transcribe {
        attachment: paper,
        words: "Rien".to_owned(),
    };
    let version = page.case.version + 2;
    let refused = clerks
        .act(own.clone(), receipt.reference.clone(), version, wrong)
        .await;
    assert!(matches!(refused, Err(Trouble::NotFound)), "{refused:?}");
    let desk = clerks
        .desk_page(own.clone(), receipt.reference.clone())
        .await
        .unwrap();
    let written: Vec<&str> = desk
        .page
        .timeline
        .iter()
        .filter(|entry| matches!(entry.fact, Fact::Transcribed { attachment, .. } if attachment == sound))
        .map(|entry| entry.text.as_ref().unwrap().body.as_str())
        .collect();
    assert_eq!(written.len(), 2, "each version stays");
    assert_eq!(written[1], "La sirène de l’usine hurle la nuit.");
    let shown = clerks.follow(pass.clone()).await.unwrap();
    assert!(
        !shown
            .timeline
            .iter()
            .any(|entry| matches!(entry.fact, Fact::Transcribed { .. })),
        "the filer does not see it"
    );
    while clerks.place_events().await.unwrap().folded > 0 {}
    let found = clerks.search(own, "sirène".to_owned(), None).await.unwrap();
    assert_eq!(found.lines.len(), 1);
    town.word_mail("https://portal.test").await;
}
