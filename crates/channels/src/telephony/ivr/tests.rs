//! What callers meet, step by step.

use chikaya_domain::{
    Language,
    case::Stage,
    reference::{Keypad, Reference, ReferencePrefix},
};
use jiff::civil::date;
use proptest::prelude::*;

use super::{Answer, Command, Input, Ivr, Key, Offers, Question, Told};

const EVERYTHING: Offers = Offers {
    agents: true,
    call_back: true,
    voice: true,
    recording: true,
};

fn reference() -> Reference {
    Reference::draw(&ReferencePrefix::parse("CK").unwrap(), 2026, 0x1234_5678)
}

/// A call on which somebody chose French.
fn in_french(offers: Offers) -> Ivr {
    let (mut ivr, _) = Ivr::begin(offers, Some("0612345678".to_owned()));
    press(&mut ivr, "3");
    ivr
}

/// Presses keys; answers what was to be done after the last.
fn press(ivr: &mut Ivr, keys: &str) -> Vec<Command> {
    let mut commands = Vec::new();
    for key in keys.chars() {
        let key = Key::read(&key.to_string()).unwrap();
        commands = ivr.take(Input::Key(key));
    }
    commands
}

/// The names of what is said.
fn said(commands: &[Command]) -> Vec<String> {
    commands
        .iter()
        .filter_map(|command| match command {
            Command::Say { sounds, .. } => Some(sounds),
            _ => None,
        })
        .flatten()
        .map(|(language, sound)| format!("{}/{}", language.code(), sound.file()))
        .collect()
}

fn asked(commands: &[Command]) -> Option<&Question> {
    commands.iter().find_map(|command| match command {
        Command::Ask(question) => Some(question),
        _ => None,
    })
}

fn told(stage: Stage) -> Told {
    Told {
        stage,
        due: Some(date(2026, 5, 11)),
        is_late: false,
    }
}

#[test]
fn each_language_is_offered_in_itself_and_the_choice_holds() {
    let (mut ivr, commands) = Ivr::begin(EVERYTHING, None);
    assert_eq!(
        said(&commands),
        [
            "ar/welcome",
            "ar/choose",
            "zgh/choose",
            "fr/welcome",
            "fr/choose"
        ]
    );
    let menu = press(&mut ivr, "2");
    assert!(said(&menu).iter().all(|file| file.starts_with("zgh/")));
    assert_eq!(ivr.language(), Language::Tamazight);
}

#[test]
fn the_menu_offers_only_what_can_be_done_now() {
    let (mut ivr, _) = Ivr::begin(Offers::default(), None);
    let menu = press(&mut ivr, "3");
    assert_eq!(said(&menu), ["fr/closed", "fr/menu-follow", "fr/menu-end"]);
    // What is not offered leads nowhere.
    for key in ["2", "3"] {
        assert_eq!(said(&press(&mut ivr, key))[0], "fr/wrong-key");
    }
}

#[test]
fn status_and_due_date_are_said_after_reference_and_code() {
    let mut ivr = in_french(EVERYTHING);
    assert_eq!(said(&press(&mut ivr, "1")), ["fr/reference"]);
    let keypad = Keypad::of(&reference()).digits().to_owned();
    assert_eq!(said(&press(&mut ivr, &keypad)), ["fr/code"]);
    let commands = press(&mut ivr, "48271936");
    let Some(Question::Status {
        keypad: pressed,
        code,
    }) = asked(&commands)
    else {
        panic!("the clerks are asked: {commands:?}");
    };
    assert_eq!(
        (pressed.as_str(), code.digits().as_str()),
        (keypad.as_str(), "48271936")
    );
    let commands = ivr.take(Input::Answer(Answer::Status(told(Stage::InProgress))));
    assert_eq!(
        said(&commands),
        [
            "fr/your-case",
            "fr/state-in-progress",
            "fr/due",
            "fr/weekday-1",
            "fr/day-11",
            "fr/month-5",
            "fr/year-2026",
            "fr/after-status"
        ]
    );
    // Heard again, then the menu, then the end.
    assert_eq!(said(&press(&mut ivr, "0"))[1], "fr/state-in-progress");
    assert_eq!(said(&press(&mut ivr, "*"))[0], "fr/menu-follow");
    assert_eq!(said(&press(&mut ivr, "#")), ["fr/goodbye"]);
    assert_eq!(ivr.take(Input::Said), [Command::HangUp, Command::Over]);
    assert!(ivr.is_over());
}

#[test]
fn a_slip_in_the_reference_is_told_before_the_code_is_asked_for() {
    let mut ivr = in_french(EVERYTHING);
    press(&mut ivr, "1");
    let keypad = Keypad::of(&reference()).digits().to_owned();
    let slipped = format!(
        "{}{}",
        &keypad[..13],
        (keypad.as_bytes()[13] - b'0' + 1) % 10
    );
    assert_eq!(said(&press(&mut ivr, &slipped)), ["fr/reference-wrong"]);
    assert_eq!(said(&press(&mut ivr, &format!("12*{keypad}"))), ["fr/code"]);
}

#[test]
fn after_three_wrong_tries_the_menu_is_told_and_no_more_is_looked_at() {
    let mut ivr = in_french(EVERYTHING);
    press(&mut ivr, "1");
    let keypad = Keypad::of(&reference()).digits().to_owned();
    for tried in 1..=3 {
        press(&mut ivr, &keypad);
        assert!(asked(&press(&mut ivr, "00000000")).is_some());
        let commands = ivr.take(Input::Answer(Answer::NotFound));
        let again = ["fr/not-found", "fr/reference"];
        assert_eq!(said(&commands), again[..if tried < 3 { 2 } else { 1 }]);
    }
    assert_eq!(said(&ivr.take(Input::Said))[0], "fr/menu-follow");
}

#[test]
fn too_many_wrong_codes_from_wherever_are_said() {
    let mut ivr = in_french(EVERYTHING);
    press(&mut ivr, "1");
    press(&mut ivr, Keypad::of(&reference()).digits());
    press(&mut ivr, "00000000");
    assert_eq!(said(&ivr.take(Input::Answer(Answer::Wait))), ["fr/wait"]);
}

#[test]
fn silence_and_wrong_keys_are_borne_for_a_while() {
    let mut ivr = in_french(EVERYTHING);
    let commands = ivr.take(Input::Silence);
    assert_eq!(said(&commands)[..2], ["fr/silence", "fr/menu-follow"]);
    assert_eq!(
        said(&press(&mut ivr, "9"))[..2],
        ["fr/wrong-key", "fr/menu-follow"]
    );
    assert_eq!(said(&ivr.take(Input::Silence)), ["fr/goodbye"]);
}

#[test]
fn a_call_back_goes_to_the_number_of_the_call_or_another() {
    let mut ivr = in_french(EVERYTHING);
    let commands = press(&mut ivr, "3");
    assert_eq!(
        said(&commands)[..3],
        ["fr/number-is", "fr/number-0", "fr/number-6"]
    );
    press(&mut ivr, "2");
    let commands = press(&mut ivr, "0687654321");
    assert_eq!(said(&commands)[0], "fr/number-is");
    let commands = press(&mut ivr, "1");
    assert_eq!(
        asked(&commands),
        Some(&Question::CallBack {
            digits: "0687654321".to_owned(),
            language: Language::French
        })
    );
    let commands = ivr.take(Input::Answer(Answer::Noted));
    assert_eq!(said(&commands), ["fr/back-noted"]);
}

#[test]
fn a_voice_is_recorded_and_filed_and_its_reference_said_twice() {
    let mut ivr = in_french(EVERYTHING);
    assert_eq!(said(&press(&mut ivr, "4")), ["fr/voice-how"]);
    assert_eq!(ivr.take(Input::Said), [Command::Record(300)]);
    let commands = ivr.take(Input::Recorded);
    let language = Language::French;
    assert_eq!(asked(&commands), Some(&Question::FileVoice { language }));
    let commands = ivr.take(Input::Answer(Answer::Filed(Some(reference()))));
    let said = said(&commands);
    assert_eq!(said.len(), 1 + 2 * (1 + 14));
    assert_eq!(said[1], "fr/your-reference");
}

#[test]
fn whoever_hangs_up_instead_of_ending_the_recording_has_filed() {
    let mut ivr = in_french(EVERYTHING);
    press(&mut ivr, "4");
    ivr.take(Input::Said);
    assert!(asked(&ivr.take(Input::HungUp)).is_some());
    assert!(!ivr.is_over());
    ivr.take(Input::Answer(Answer::Filed(None)));
    assert!(ivr.is_over());
}

#[test]
fn an_agent_is_waited_for_with_the_place_said() {
    let mut ivr = in_french(EVERYTHING);
    assert_eq!(said(&press(&mut ivr, "2")), ["fr/consent"]);
    let commands = press(&mut ivr, "1");
    let join = Question::Join {
        language: Language::French,
        may_record: Some(true),
    };
    assert_eq!(asked(&commands), Some(&join));
    let commands = ivr.take(Input::Answer(Answer::InLine(21)));
    assert_eq!(
        said(&commands),
        ["fr/queue-place", "fr/number-21", "fr/queue"]
    );
    let commands = ivr.take(Input::Place(2));
    assert_eq!(said(&commands)[1], "fr/number-2");
    let commands = ivr.take(Input::AgentAt("PJSIP/101".to_owned()));
    assert_eq!(commands, [Command::Ring("PJSIP/101".to_owned())]);
    // The first does not pick up, the second does.
    let commands = ivr.take(Input::AgentGone);
    assert_eq!(asked(&commands), Some(&Question::AgentMissed));
    ivr.take(Input::AgentAt("PJSIP/102".to_owned()));
    let commands = ivr.take(Input::AgentUp);
    assert_eq!(commands, [Command::Connect { record: true }]);
    let commands = ivr.take(Input::AgentGone);
    assert_eq!(asked(&commands), Some(&Question::TalkEnded));
    assert_eq!(said(&commands), ["fr/agent-left", "fr/goodbye"]);
}

#[test]
fn silence_is_no_consent() {
    let mut ivr = in_french(EVERYTHING);
    press(&mut ivr, "2");
    let commands = ivr.take(Input::Silence);
    let join = Question::Join {
        language: Language::French,
        may_record: Some(false),
    };
    assert_eq!(asked(&commands), Some(&join));
}

#[test]
fn what_the_agent_writes_down_of_consent_holds_from_then_on() {
    let mut ivr = in_french(EVERYTHING);
    press(&mut ivr, "22");
    ivr.take(Input::Answer(Answer::InLine(1)));
    // Before they talk nothing is to be recorded yet, and it is remembered.
    assert_eq!(ivr.take(Input::MayRecord(true)), []);
    ivr.take(Input::AgentAt("PJSIP/101".to_owned()));
    let commands = ivr.take(Input::AgentUp);
    assert_eq!(commands, [Command::Connect { record: true }]);
    assert_eq!(ivr.take(Input::MayRecord(true)), [], "told twice");
    let commands = ivr.take(Input::MayRecord(false));
    assert_eq!(commands, [Command::ForgetTalk]);
    let commands = ivr.take(Input::MayRecord(true));
    assert_eq!(commands, [Command::RecordTalk]);
}

#[test]
fn whoever_tires_of_waiting_is_called_back() {
    let mut ivr = in_french(EVERYTHING);
    press(&mut ivr, "22");
    ivr.take(Input::Answer(Answer::InLine(9)));
    let commands = press(&mut ivr, "3");
    assert_eq!(asked(&commands), Some(&Question::Leave));
    assert_eq!(said(&commands)[0], "fr/number-is");
    // That the queue was left is told later, and changes nothing.
    assert_eq!(ivr.take(Input::Answer(Answer::Done)), []);
    assert!(asked(&press(&mut ivr, "1")).is_some());
}

#[test]
fn after_a_broken_line_the_step_begins_again() {
    let mut ivr = in_french(EVERYTHING);
    press(&mut ivr, "1");
    press(&mut ivr, "260");
    let commands = ivr.take(Input::Resumed);
    assert_eq!(said(&commands), ["fr/reference"]);
    let keypad = Keypad::of(&reference()).digits().to_owned();
    assert_eq!(said(&press(&mut ivr, &keypad)), ["fr/code"]);
}

fn input() -> impl Strategy<Value = Input> {
    prop_oneof![
        6 => (0_u8..10).prop_map(|digit| Input::Key(Key::Digit(digit))),
        1 => Just(Input::Key(Key::Star)),
        1 => Just(Input::Key(Key::Hash)),
        2 => Just(Input::Said),
        1 => Just(Input::Silence),
        1 => Just(Input::Recorded),
        1 => Just(Input::NotRecorded),
        1 => Just(Input::Resumed),
        1 => Just(Input::Place(3)),
        1 => Just(Input::AgentAt("PJSIP/1".to_owned())),
        1 => Just(Input::AgentUp),
        1 => Just(Input::AgentGone),
        1 => Just(Input::QueueClosed),
        2 => prop_oneof![
            Just(Answer::Status(told(Stage::Filed))),
            Just(Answer::NoReference),
            Just(Answer::NotFound),
            Just(Answer::Wait),
            Just(Answer::NoNumber),
            Just(Answer::Noted),
            Just(Answer::Filed(None)),
            Just(Answer::NothingHeard),
            Just(Answer::InLine(4)),
            Just(Answer::NobodyFree),
            Just(Answer::Done),
            Just(Answer::Trouble),
        ]
        .prop_map(Input::Answer),
    ]
}

proptest! {
    /// Whatever happens in whatever order, hanging up ends the call, and what was recorded before is filed.
    #[test]
    fn hanging_up_ends_every_call(
        inputs in proptest::collection::vec(input(), 0..60),
        agents: bool,
        call_back: bool,
        voice: bool,
        recording: bool,
    ) {
        let offers = Offers { agents, call_back, voice, recording };
        let (mut ivr, _) = Ivr::begin(offers, None);
        for input in inputs {
            ivr.take(input);
        }
        let last = ivr.take(Input::HungUp);
        if !ivr.is_over() {
            // Something is asked still, and its answer is the end.
            let _ = last;
            ivr.take(Input::Answer(Answer::Done));
        }
        prop_assert!(ivr.is_over());
        for input in [Input::Said, Input::Silence, Input::HungUp, Input::Resumed] {
            prop_assert_eq!(ivr.take(input), []);
        }
    }

    /// Nobody is left in silence: a call that is not over says something, listens, records, or waits for an answer.
    #[test]
    fn silence_ends_in_a_farewell(inputs in proptest::collection::vec(input(), 0..40)) {
        let (mut ivr, _) = Ivr::begin(EVERYTHING, None);
        for input in inputs {
            ivr.take(input);
        }
        // An answer that is waited for comes, an agent leaves, a recording ends; then nothing is pressed.
        for input in [
            Input::Answer(Answer::Trouble),
            Input::AgentGone,
            Input::QueueClosed,
            Input::Recorded,
            Input::Answer(Answer::Trouble),
        ] {
            ivr.take(input);
        }
        for _ in 0..20 {
            ivr.take(Input::Silence);
            // What began to be recorded ends by itself.
            ivr.take(Input::Recorded);
            ivr.take(Input::Answer(Answer::Trouble));
        }
        prop_assert!(ivr.is_over());
    }
}
