//! What callers can do.

use chikaya_channels::telephony::ivr::Input;
use chikaya_domain::{Language, reference::Keypad};
use chikaya_exchange::{Exchange, Tempo};

use crate::{
    agents::{Agents, reference},
    line::Line,
    town::{Town, filing, in_both_towns},
};

in_both_towns! {
    status_and_due_date_are_heard_by_tones => super::status_by_tones;
    what_no_case_has_is_answered_alike_and_counted => super::wrong_codes;
    a_call_back_is_noted => super::call_back;
    a_voice_is_recorded_filed_and_forgotten_by_the_exchange => super::voice;
    an_agent_is_rung_and_the_talk_is_kept => super::agent;
    without_agents_the_menu_offers_the_case_alone => super::no_agents;
}

/// The digits that a filer presses: reference and code.
async fn filed(town: &Town) -> (String, String) {
    let receipt = town.clerks.file(filing()).await.unwrap();
    let keypad = Keypad::of(&receipt.reference);
    (keypad.digits().to_owned(), receipt.access_code.digits())
}

async fn status_by_tones(town: &Town) {
    let (keypad, code) = filed(town).await;
    let exchange = Exchange::open(Tempo::default()).await;
    let line = Line::open(town, &exchange, None).await;
    let caller = exchange.call("+212612345678");
    caller.hears("chikaya/fr/choose").await;
    caller.press("3");
    caller.hears("fr/menu-follow").await;
    caller.press("1");
    caller.hears("fr/reference").await;
    caller.press(&keypad);
    caller.hears("fr/code").await;
    caller.press(&code);
    caller.hears("fr/after-status").await;
    let heard = caller.heard();
    let from = heard
        .iter()
        .position(|file| file.ends_with("fr/your-case"))
        .unwrap();
    // Filed on 12 March 2026, it is due on 11 May, as its page says.
    assert_eq!(
        heard[from + 1..],
        [
            "state-filed",
            "due",
            "weekday-1",
            "day-11",
            "month-5",
            "year-2026",
            "after-status"
        ]
        .map(|file| format!("chikaya/fr/{file}"))
    );
    caller.press("#");
    caller.hears("fr/goodbye").await;
    exchange
        .until("the call is over", |exchange| exchange.live() == 0)
        .await;
    line.stop().await;
}

async fn wrong_codes(town: &Town) {
    let (keypad, code) = filed(town).await;
    let exchange = Exchange::open(Tempo::default()).await;
    let line = Line::open(town, &exchange, None).await;
    let wrong = if code == "00000000" {
        "11111111"
    } else {
        "00000000"
    };
    // Each call allows three tries; the clerks count over all of them, and then look at none, not even the right one.
    for _ in 0..2 {
        let caller = exchange.call("+212612345678");
        caller.hears("fr/choose").await;
        caller.press("31");
        let mut from = 0;
        for _ in 0..3 {
            caller.hears_after(from, "fr/reference").await;
            from = caller.heard().len();
            caller.press(&format!("{keypad}{wrong}"));
            caller.hears_after(from, "fr/code").await;
        }
        caller.hears_after(from, "fr/menu-end").await;
        caller.hang_up();
    }
    let caller = exchange.call("+212612345678");
    caller.hears("fr/choose").await;
    caller.press(&format!("31{keypad}{code}"));
    caller.hears("fr/wait").await;
    assert!(
        !caller
            .heard()
            .iter()
            .any(|file| file.ends_with("your-case"))
    );
    line.stop().await;
}

async fn call_back(town: &Town) {
    let exchange = Exchange::open(Tempo::default()).await;
    let agents = Agents::default();
    let line = Line::open(town, &exchange, Some(&agents)).await;
    let caller = exchange.call("+212612345678");
    caller.hears("fr/choose").await;
    caller.press("13");
    caller.hears("ar/number-right").await;
    caller.press("1");
    caller.hears("ar/back-noted").await;
    let noted = agents.noted().call_backs.clone();
    assert_eq!(noted, [("+212612345678".to_owned(), Language::Arabic)]);
    // A number that is none is told.
    caller.hears_after(8, "ar/menu-back").await;
    let from = caller.heard().len();
    caller.press("320000000000");
    caller.hears_after(from, "ar/number-right").await;
    caller.press("1");
    caller.hears_after(from, "ar/number-wrong").await;
    caller.hang_up();
    line.stop().await;
}

async fn voice(town: &Town) {
    let exchange = Exchange::open(Tempo::default()).await;
    let agents = Agents::default();
    let line = Line::open(town, &exchange, Some(&agents)).await;
    let caller = exchange.call("");
    caller.will_say(&vec![7; 44 + 32_000]);
    caller.hears("fr/choose").await;
    caller.press("34");
    caller.hears("fr/voice-how").await;
    exchange
        .until("it is recorded", |_| caller.is_recorded())
        .await;
    caller.press("#");
    caller.hears("fr/your-reference").await;
    let digits = Keypad::of(&reference()).digits().to_owned();
    let heard = caller.heard();
    let from = heard
        .iter()
        .position(|file| file.ends_with("your-reference"))
        .unwrap();
    let said: String = heard[from + 1..=from + 14]
        .iter()
        .filter_map(|file| file.strip_prefix("chikaya/fr/number-"))
        .collect();
    assert_eq!(said, digits);
    let voices = agents.noted().voices.clone();
    assert_eq!(
        voices,
        [(format!("chikaya-voice-fr-{}", caller.id()), 44 + 32_000)]
    );
    exchange
        .until("the exchange forgot it", |exchange| {
            exchange.recordings().is_empty()
        })
        .await;
    // Whoever says nothing has filed nothing.
    let silent = exchange.call("");
    silent.will_say(&[0; 44]);
    silent.hears("fr/choose").await;
    silent.press("34");
    exchange
        .until("it is recorded", |_| silent.is_recorded())
        .await;
    silent.press("#");
    silent.hears("fr/voice-empty").await;
    assert_eq!(agents.noted().voices.len(), 1);
    line.stop().await;
}

async fn agent(town: &Town) {
    let exchange = Exchange::open(Tempo::default()).await;
    let agents = Agents::default();
    let line = Line::open(town, &exchange, Some(&agents)).await;
    let caller = exchange.call("+212612345678");
    caller.hears("fr/choose").await;
    caller.press("32");
    caller.hears("fr/consent").await;
    caller.press("1");
    caller.hears("fr/queue-place").await;
    assert_eq!(agents.noted().waiting[0].may_record, Some(true));
    // The first agent does not pick up, and the call waits on.
    agents.tell_first(Input::AgentAt("PJSIP/nobody".to_owned()));
    exchange
        .until("it is given back", |_| agents.noted().missed.len() == 1)
        .await;
    agents.tell_first(Input::AgentAt("PJSIP/101".to_owned()));
    exchange.until("they talk", |_| caller.is_bridged()).await;
    caller.hang_up();
    exchange
        .until("both have left", |exchange| exchange.live() == 0)
        .await;
    exchange
        .until("the talk is kept", |_| agents.noted().talks.len() == 1)
        .await;
    let talks = agents.noted().talks.clone();
    assert_eq!(talks, [(caller.id().to_owned(), 44 + 16_000)]);
    exchange
        .until("no room is left", |exchange| exchange.bridges() == 0)
        .await;
    exchange
        .until("the exchange forgot it", |exchange| {
            exchange.recordings().is_empty()
        })
        .await;
    line.stop().await;
}

async fn no_agents(town: &Town) {
    let exchange = Exchange::open(Tempo::default()).await;
    let line = Line::open(town, &exchange, None).await;
    let caller = exchange.call("+212612345678");
    caller.hears("fr/choose").await;
    caller.press("3");
    caller.hears("fr/menu-end").await;
    let heard = caller.heard();
    let menu: Vec<&str> = heard[5..].iter().map(String::as_str).collect();
    assert_eq!(
        menu,
        [
            "chikaya/fr/closed",
            "chikaya/fr/menu-follow",
            "chikaya/fr/menu-end"
        ]
    );
    line.stop().await;
}
