//! What is recorded on the telephone: kept once and only while its caller agrees, heard by few and on the trail; and messages
//! that become cases of the day on which they were left.

use bytes::Bytes;
use chikaya_domain::{
    Language,
    access::Role,
    call::{CallDirection, Consent, MessageState, RecordingKind, SetAside},
    case::{Channel, Fact},
    id::{AttachmentId, CallId},
};
use chikaya_service::{
    Trouble,
    attachment::Sound,
    call::{Answerer, HandAct, Keeping, Recorded},
    case::file::Receipt,
    draft::{
        DraftState,
        for_someone::{TakenFate, TypedForSomeone},
    },
    staff::Officer,
    token::Token,
};
use chikaya_testkit::{Town, town};
use futures_util::StreamExt as _;
use jiff::Timestamp;

use super::{AUTHORITY, NUMBER, agent, coming, external, phone, ready, supervisor};

crate::in_both_towns! {
    a_case_filed_in_a_call_is_joined_to_it_once => super::a_case_filed_in_a_call_is_joined_to_it_once;
    a_talk_is_kept_once_and_heard_by_few_and_on_the_trail => super::a_talk_is_kept_once_and_heard_by_few_and_on_the_trail;
    whoever_does_not_agree_any_more_is_not_kept => super::whoever_does_not_agree_any_more_is_not_kept;
    a_message_becomes_a_case_of_the_day_on_which_it_was_left => super::a_message_becomes_a_case_of_the_day_on_which_it_was_left;
    a_message_set_aside_comes_back_until_it_is_erased => super::a_message_set_aside_comes_back_until_it_is_erased;
}

/// A sound as an exchange records it: so many seconds of 8 kHz and 16 bits.
pub(super) fn wav(seconds: u32) -> Bytes {
    let length = 16_000 * seconds;
    let mut sound = Vec::new();
    sound.extend_from_slice(b"RIFF");
    sound.extend_from_slice(&(36 + length).to_le_bytes());
    sound.extend_from_slice(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    for rate in [8_000_u32, 16_000] {
        sound.extend_from_slice(&rate.to_le_bytes());
    }
    sound.extend_from_slice(b"\x02\0\x10\0data");
    sound.extend_from_slice(&length.to_le_bytes());
    sound.extend((0..length).map(|place| u8::try_from(place % 251).unwrap()));
    sound.into()
}

fn recorded(source: &str, seconds: u32) -> Recorded {
    Recorded {
        source: source.to_owned(),
        wav: wav(seconds),
    }
}

async fn bytes_of(sound: &Sound) -> Vec<u8> {
    let mut whole = Vec::new();
    let mut pieces = sound.part(0..sound.bytes()).await.unwrap();
    while let Some(piece) = pieces.next().await {
        whole.extend_from_slice(&piece.unwrap());
    }
    whole
}

/// A call that an agent has answered.
async fn answered(town: &Town, id: &str, officer: &Officer, extension: &str) -> CallId {
    ready(town, officer, extension).await;
    let clerks = &town.clerks;
    let call = clerks
        .call_came(coming(town, id, clerks.now()))
        .await
        .unwrap();
    let by = Answerer::Extension(extension.to_owned());
    let told = clerks.call_answered(external(id), by, clerks.now()).await;
    assert_eq!(told.unwrap(), call);
    call
}

/// How often a deed stands on the trail.
async fn deeds(town: &Town, action: &str) -> usize {
    let trail = town.audit().await;
    trail.iter().filter(|deed| *deed == action).count()
}

async fn begun(town: &Town, officer: &Officer, call: Option<CallId>) -> Token {
    let mut typed = TypedForSomeone::new(officer.id, Language::Arabic);
    typed.channel = Some(Channel::Phone);
    typed.consent = Some(chikaya_domain::case::Consent::Spoken);
    typed.call = call;
    fill(&mut typed);
    let page = town.clerks.identifiers().bytes();
    let begun = town
        .clerks
        .begin_for_someone(officer.clone(), &page, typed)
        .await;
    begun.unwrap()
}

fn fill(typed: &mut TypedForSomeone) {
    let filing = town::filing();
    if typed.filing.text.is_empty() {
        typed.filing.text = filing.text;
    }
    typed.filing.subject = filing.subject;
    typed.filing.territory = filing.territory;
    "فاطمة مثال".clone_into(&mut typed.filing.name);
}

async fn file(town: &Town, officer: &Officer, token: &Token, version: i64) -> Receipt {
    let fate = town
        .clerks
        .file_for_someone(officer.clone(), token.clone(), version)
        .await
        .unwrap();
    match fate {
        TakenFate::Filed(receipt) => *receipt,
        TakenFate::Faulty(faults) => panic!("{faults:?}"),
    }
}

async fn a_case_filed_in_a_call_is_joined_to_it_once(town: &Town) {
    let clerks = &town.clerks;
    let (one, two) = (agent(town, "one").await, agent(town, "two").await);
    let call = clerks
        .begin_call_by_hand(one.clone(), Some(phone(town, NUMBER)), CallDirection::In)
        .await
        .unwrap();
    let token = begun(town, &one, Some(call)).await;
    let receipt = file(town, &one, &token, 1).await;
    let again = file(town, &one, &token, 1).await;
    assert_eq!(again.reference, receipt.reference);
    let sheet = clerks.call_sheet(one.clone(), call).await.unwrap();
    assert_eq!(sheet.filed, std::slice::from_ref(&receipt.reference));
    assert!(sheet.opened.is_empty(), "nobody has proven anything");
    let hand = clerks.call_desk(one.clone()).await.unwrap().in_hand;
    assert!(hand.unwrap().cases.is_empty(), "nothing of it shows");
    let opened = clerks.open_case_in_call(
        one.clone(),
        call,
        receipt.reference.clone(),
        receipt.access_code,
    );
    opened.await.unwrap();
    let sheet = clerks.call_sheet(one, call).await.unwrap();
    assert_eq!(sheet.opened, std::slice::from_ref(&receipt.reference));

    // At the desk the case says by which call it came; whoever sees no calls is led to none.
    let own = town
        .officer("own@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let desk = clerks.desk_page(own, receipt.reference).await.unwrap();
    assert_eq!(desk.calls.len(), 1);
    assert!(desk.calls[0].is_filing && !desk.calls[0].may_open);
    let auditor = town
        .officer("reads@sample.test", Role::Auditor, AUTHORITY)
        .await;
    let desk = clerks
        .desk_page(auditor, desk.page.case.reference)
        .await
        .unwrap();
    assert!(desk.calls.is_empty(), "who called is not theirs to know");

    // Another agent neither sees the call nor can name it.
    let hidden = clerks.call_sheet(two.clone(), call).await;
    assert!(matches!(hidden, Err(Trouble::NotFound)));
    let token = begun(town, &two, Some(call)).await;
    file(town, &two, &token, 1).await;
    let lead = supervisor(town).await;
    let sheet = clerks.call_sheet(lead, call).await.unwrap();
    assert_eq!(sheet.filed.len(), 1);
    town.word_mail("https://portal.test").await;
}

async fn a_talk_is_kept_once_and_heard_by_few_and_on_the_trail(town: &Town) {
    let clerks = &town.clerks;
    let (one, two) = (agent(town, "one").await, agent(town, "two").await);
    let call = answered(town, "7", &one, "201").await;
    let names = || vec![external("7"), external("7/2")];
    clerks
        .call_consented(external("7"), Consent::Given)
        .await
        .unwrap();
    let token = begun(town, &one, Some(call)).await;
    let receipt = file(town, &one, &token, 1).await;
    let kept = clerks.keep_talk(names(), recorded("talk-7", 2), 180).await;
    let Ok(Keeping::Kept(sound)) = kept else {
        panic!("{kept:?}");
    };
    let again = clerks.keep_talk(names(), recorded("talk-7", 2), 180).await;
    assert_eq!(again.unwrap(), Keeping::Kept(sound));

    let sheet = clerks.call_sheet(one.clone(), call).await.unwrap();
    assert_eq!(sheet.recordings.len(), 1);
    assert_eq!(sheet.recordings[0].seconds, 2);
    assert_eq!(sheet.recordings[0].kind, RecordingKind::Talk);
    assert_eq!(sheet.consents.len(), 1);
    assert!(sheet.consents[0].by.is_none(), "they pressed a key");
    let heard = clerks
        .sound_of_call(one.clone(), call, sound)
        .await
        .unwrap();
    assert_eq!(bytes_of(&heard).await, wav(2));
    let hidden = clerks.sound_of_call(two, call, sound).await;
    assert!(matches!(hidden, Err(Trouble::NotFound)));
    assert_eq!(deeds(town, "sound.hear").await, 1);

    // It belongs to the case as well, for those who may know who filed; the filer learns nothing of it.
    let own = town
        .officer("own@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let reference = receipt.reference.clone();
    let heard = clerks.sound_of_case(own.clone(), reference.clone(), sound);
    assert_eq!(heard.await.unwrap().bytes(), 44 + 32_000);
    assert_eq!(deeds(town, "sound.hear").await, 2);
    let stranger = town
        .officer("stranger@sample.test", Role::Officer, "health")
        .await;
    let hidden = clerks.sound_of_case(stranger, reference.clone(), sound);
    assert!(matches!(hidden.await, Err(Trouble::NotFound)));
    let auditor = town
        .officer("reads@sample.test", Role::Auditor, AUTHORITY)
        .await;
    let hidden = clerks.sound_of_case(auditor, reference.clone(), sound);
    assert!(matches!(hidden.await, Err(Trouble::Forbidden)));
    let other = clerks.file(town::filing()).await.unwrap();
    let elsewhere = clerks.sound_of_case(own.clone(), other.reference, sound);
    assert!(matches!(elsewhere.await, Err(Trouble::NotFound)));
    let pass = clerks.open_with_code(reference.clone(), receipt.access_code);
    let shown = clerks.follow(pass.await.unwrap()).await.unwrap();
    assert!(shown.files.is_empty());

    // After its time it is erased, and nothing brings it back.
    town.clock.advance_days(180);
    assert_eq!(clerks.erase_recordings().await.unwrap(), 0);
    town.clock.advance_days(1);
    assert_eq!(clerks.erase_recordings().await.unwrap(), 1);
    assert_eq!(clerks.erase_recordings().await.unwrap(), 0);
    assert_eq!(deeds(town, "sound.erase").await, 1);
    let own = town
        .officer("own2@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let gone = clerks.sound_of_case(own.clone(), reference.clone(), sound);
    assert!(matches!(gone.await, Err(Trouble::NotFound)));
    let desk = clerks.desk_page(own, reference).await.unwrap();
    assert!(desk.calls[0].recordings[0].erased_at.is_some());
    let late = clerks.keep_talk(names(), recorded("talk-7", 2), 180).await;
    assert_eq!(late.unwrap(), Keeping::Kept(sound), "it is known");
    assert_eq!(clerks.erase_recordings().await.unwrap(), 0);
    town.word_mail("https://portal.test").await;
}

async fn whoever_does_not_agree_any_more_is_not_kept(town: &Town) {
    let clerks = &town.clerks;
    let one = agent(town, "one").await;
    let call = answered(town, "7", &one, "201").await;
    let keep = |source: &'static str| {
        let clerks = clerks.clone();
        async move {
            clerks
                .keep_talk(vec![external("7")], recorded(source, 1), 180)
                .await
                .unwrap()
        }
    };
    assert_eq!(keep("before").await, Keeping::NotKept, "nobody asked");
    let say = |said| {
        let done = clerks.do_with_call(one.clone(), call, HandAct::Consent(said));
        async move { done.await.unwrap() }
    };
    say(Consent::Given).await;
    // An exchange that tells the key once more undoes nothing that was written down later.
    clerks
        .call_consented(external("7"), Consent::Refused)
        .await
        .unwrap();
    let Keeping::Kept(sound) = keep("one").await else {
        panic!("the caller agreed");
    };
    say(Consent::Refused).await;
    let gone = clerks.sound_of_call(one.clone(), call, sound).await;
    assert!(matches!(gone, Err(Trouble::NotFound)));
    assert_eq!(keep("two").await, Keeping::NotKept);
    let sheet = clerks.call_sheet(one, call).await.unwrap();
    assert_eq!(sheet.recordings.len(), 1);
    assert!(sheet.recordings[0].erased_at.is_some());
    let said: Vec<Consent> = sheet.consents.iter().map(|line| line.consent).collect();
    assert_eq!(said, [Consent::Given, Consent::Refused]);
    assert!(sheet.consents.iter().all(|line| line.by.is_some()));
    assert_eq!(deeds(town, "sound.erase").await, 1);
}

/// A message that was left and fetched.
async fn left(town: &Town, id: &str) -> AttachmentId {
    let clerks = &town.clerks;
    let caller = Some(phone(town, NUMBER));
    let kept = clerks
        .keep_message(external(id), Language::French, caller, recorded(id, 3))
        .await;
    match kept.unwrap() {
        Keeping::Kept(sound) => sound,
        Keeping::NotKept => panic!("it was not kept"),
    }
}

/// A message whose caller spoke two days before the exchange gave it out, and when they began to.
async fn spoken_two_days_ago(town: &Town, one: &Officer) -> (AttachmentId, Timestamp) {
    let clerks = &town.clerks;
    // They speak on one day; the exchange is away, and the sound is fetched two days later.
    let began = clerks.now();
    let caller = Some(phone(town, NUMBER));
    clerks
        .message_begins(external("9/voice"), Language::French, caller)
        .await
        .unwrap();
    town.clock.advance_days(2);
    let kept = clerks
        .keep_message(
            external("9/voice"),
            Language::French,
            None,
            recorded("voice-9", 3),
        )
        .await
        .unwrap();
    let again = clerks
        .keep_message(
            external("9/voice"),
            Language::French,
            None,
            recorded("voice-9", 3),
        )
        .await
        .unwrap();
    assert_eq!(again, kept);
    let page = clerks
        .voice_messages(one.clone(), MessageState::Waiting, None)
        .await
        .unwrap();
    assert_eq!(page.lines.len(), 1);
    let line = &page.lines[0];
    assert_eq!(line.left_at, began);
    assert!(line.number.as_ref().unwrap().contains('•'));
    let id = line.id;
    let found = clerks.voice_message(one.clone(), id).await.unwrap();
    assert_eq!(found.number.as_deref(), Some(NUMBER));
    assert_eq!(found.version, 0);
    (id, began)
}

async fn a_message_becomes_a_case_of_the_day_on_which_it_was_left(town: &Town) {
    let clerks = &town.clerks;
    let (one, two) = (agent(town, "one").await, agent(town, "two").await);
    let (id, began) = spoken_two_days_ago(town, &one).await;
    let spoken_on = clerks.country().calendar.date_of(began);

    let said = "Les lampadaires de la rue de l’École sont éteints.";
    clerks
        .write_down_message(one.clone(), id, 0, "Les lampadaires".to_owned())
        .await
        .unwrap();
    let late = clerks.write_down_message(two.clone(), id, 0, "Autre".to_owned());
    assert!(matches!(late.await, Err(Trouble::Stale)));
    clerks
        .write_down_message(one.clone(), id, 1, said.to_owned())
        .await
        .unwrap();
    let found = clerks.voice_message(two.clone(), id).await.unwrap();
    assert_eq!(found.words.len(), 2);
    assert_eq!(found.words[0].words, said);

    let token = clerks
        .begin_filing_of_message(one.clone(), id)
        .await
        .unwrap();
    let twice = clerks
        .begin_filing_of_message(one.clone(), id)
        .await
        .unwrap();
    assert_eq!(token.as_str(), twice.as_str());
    let DraftState::Open(draft) = clerks
        .draft_for_someone(one.clone(), token.clone())
        .await
        .unwrap()
    else {
        panic!("it is not filed");
    };
    assert_eq!(draft.content.filing.text, said);
    assert_eq!(draft.content.filing.phone, NUMBER);
    assert_eq!(draft.content.channel, Some(Channel::Phone));
    clerks
        .change_for_someone(one.clone(), token.clone(), None, fill)
        .await
        .unwrap();
    let receipt = file(town, &one, &token, draft.version + 1).await;
    let filed_at = clerks.now();

    let own = town
        .officer("own@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let desk = clerks
        .desk_page(own.clone(), receipt.reference.clone())
        .await
        .unwrap();
    assert_eq!(desk.page.clock_started, spoken_on, "deposited when spoken");
    assert_eq!(desk.page.case.filed_at, filed_at, "and filed when filed");
    let Fact::Filed(filed) = &desk.page.timeline[0].fact else {
        panic!("a case begins with its filing");
    };
    let message = filed.taken_down.as_ref().unwrap().message.unwrap();
    assert_eq!((message.at, message.on), (began, spoken_on));
    assert_eq!(desk.page.files.len(), 1);
    assert_eq!(desk.calls.len(), 1);
    assert!(desk.calls[0].recordings.is_empty(), "it is the case's file");
    let heard = clerks.sound_of_case(own, receipt.reference.clone(), id);
    assert_eq!(bytes_of(&heard.await.unwrap()).await, wav(3));
    let pass = clerks
        .open_with_code(receipt.reference.clone(), receipt.access_code)
        .await
        .unwrap();
    let shown = clerks.follow(pass).await.unwrap();
    assert_eq!(shown.files.len(), 1, "their own voice is theirs");

    // It is filed for everybody, and never erased by time.
    let found = clerks.voice_message(two.clone(), id).await.unwrap();
    assert_eq!(found.line.state, MessageState::Filed);
    assert_eq!(found.line.reference, Some(receipt.reference));
    assert!(!found.is_heard && found.words.iter().all(|one| one.words.is_empty()));
    let again = clerks.begin_filing_of_message(two.clone(), id).await;
    assert!(matches!(
        again,
        Err(Trouble::NotAcceptable("error-voice-settled"))
    ));
    town.clock.advance_days(400);
    assert_eq!(clerks.erase_recordings().await.unwrap(), 0);
    town.word_mail("https://portal.test").await;
}

async fn a_message_set_aside_comes_back_until_it_is_erased(town: &Town) {
    let clerks = &town.clerks;
    let one = agent(town, "one").await;
    let id = left(town, "5/voice").await;
    // What one agent began to file another sets aside: it is not filed then.
    let token = clerks
        .begin_filing_of_message(one.clone(), id)
        .await
        .unwrap();
    let two = agent(town, "two").await;
    clerks
        .set_message_aside(two.clone(), id, SetAside::Nuisance)
        .await
        .unwrap();
    clerks
        .change_for_someone(one.clone(), token.clone(), None, fill)
        .await
        .unwrap();
    let refused = clerks.file_for_someone(one.clone(), token.clone(), 2).await;
    assert!(matches!(
        refused,
        Err(Trouble::NotAcceptable("error-voice-settled"))
    ));
    let aside = clerks
        .voice_messages(one.clone(), MessageState::SetAside, None)
        .await
        .unwrap();
    assert_eq!(aside.lines[0].reason, Some(SetAside::Nuisance));
    clerks.put_message_back(one.clone(), id).await.unwrap();
    town.clock.advance_days(40);
    assert_eq!(clerks.erase_recordings().await.unwrap(), 0, "it waits");
    let one = agent(town, "three").await;
    clerks
        .set_message_aside(one.clone(), id, SetAside::Empty)
        .await
        .unwrap();
    town.clock.advance_days(31);
    assert_eq!(clerks.erase_recordings().await.unwrap(), 1);
    let one = agent(town, "four").await;
    let back = clerks.put_message_back(one.clone(), id).await;
    assert!(matches!(back, Err(Trouble::NotAcceptable(_))));
    let found = clerks.voice_message(one.clone(), id).await.unwrap();
    assert!(found.line.erased_at.is_some() && !found.is_heard);
    let officer = town
        .officer("own@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let refused = clerks
        .voice_messages(officer, MessageState::Waiting, None)
        .await;
    assert!(matches!(refused, Err(Trouble::Forbidden)));
}
