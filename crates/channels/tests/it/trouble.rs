//! What goes wrong: hang-ups, an exchange that dies, lines that break, two portals that want one line.

use std::time::Duration;

use chikaya_channels::telephony::Tempo as Pace;
use chikaya_domain::reference::Keypad;
use chikaya_exchange::{Exchange, Tempo};

use crate::{
    agents::Agents,
    line::{Line, TEMPO},
    town::{Town, filing, in_both_towns},
};

in_both_towns! {
    callers_may_hang_up_in_the_middle_of_everything => super::hang_ups;
    calls_go_on_when_the_line_broke => super::broken_line;
    an_exchange_that_died_during_fifty_calls_is_served_again => super::dead_exchange;
    a_voice_that_was_recorded_is_filed_once_by_whoever_comes_next => super::left_voice;
    one_portal_serves_and_another_takes_its_place => super::two_portals;
    what_is_never_said_to_be_played_holds_up_nobody => super::endless_playback;
    an_exchange_that_is_away_is_found_when_it_comes => super::away;
}

async fn hang_ups(town: &Town) {
    let receipt = town.clerks.file(filing()).await.unwrap();
    let keypad = Keypad::of(&receipt.reference).digits().to_owned();
    let code = receipt.access_code.digits();
    let exchange = Exchange::open(Tempo::default()).await;
    let agents = Agents::default();
    let line = Line::open(town, &exchange, Some(&agents)).await;
    let scripts = [
        format!("31{keypad}{code}0*#"),
        "331".to_owned(),
        "320687654321".to_owned(),
        "321".to_owned(),
        "34#".to_owned(),
    ];
    let mut calls = 0;
    for script in scripts {
        for length in 0..=script.len() {
            let caller = exchange.call("+212612345678");
            caller.will_say(&[7; 44 + 32_000]);
            caller.press(&script[..length]);
            caller.hang_up();
            calls += 1;
        }
    }
    exchange
        .until("everybody has left", |exchange| exchange.live() == 0)
        .await;
    // Whoever calls now is served as if nothing had been.
    let caller = exchange.call("+212612345678");
    caller.hears("fr/choose").await;
    caller.press(&format!("31{keypad}{code}"));
    caller.hears("fr/after-status").await;
    assert!(calls > 50);
    line.stop().await;
}

async fn broken_line(town: &Town) {
    let receipt = town.clerks.file(filing()).await.unwrap();
    let keypad = Keypad::of(&receipt.reference).digits().to_owned();
    let exchange = Exchange::open(Tempo::default()).await;
    let line = Line::open(town, &exchange, None).await;
    let caller = exchange.call("+212612345678");
    caller.hears("fr/choose").await;
    caller.press("31");
    caller.hears("fr/reference").await;
    caller.press(&keypad[..5]);
    let before = caller.heard().len();
    exchange.cut();
    // While nobody listens a key is lost, and another caller comes.
    caller.press("7");
    let other = exchange.call("+212600000002");
    exchange
        .until("the line is held again", Exchange::is_held)
        .await;
    // The step begins again, from its first digit.
    caller.hears_after(before, "fr/reference").await;
    caller.press(&keypad);
    caller.hears_after(before, "fr/code").await;
    caller.press(&receipt.access_code.digits());
    caller.hears("fr/after-status").await;
    other.hears("fr/choose").await;
    line.stop().await;
}

async fn dead_exchange(town: &Town) {
    let exchange = Exchange::open(Tempo::default()).await;
    let agents = Agents::default();
    let line = Line::open(town, &exchange, Some(&agents)).await;
    let mut callers = Vec::new();
    for number in 0..50 {
        let caller = exchange.call("+212612345678");
        caller.will_say(&[7; 44 + 32_000]);
        caller.hears("fr/choose").await;
        match number % 5 {
            0 => caller.press("31260"),
            1 => caller.press("32"),
            2 => caller.press("33"),
            3 => caller.press("34"),
            _ => {}
        }
        callers.push(caller);
    }
    let recorded = exchange.recordings().len();
    assert_eq!(recorded, 0);
    exchange.die_and_rise();
    exchange
        .until("the line is held again", Exchange::is_held)
        .await;
    assert_eq!(exchange.live(), 0);
    let caller = exchange.call("+212612345678");
    caller.hears("fr/choose").await;
    caller.press("331");
    caller.hears("fr/back-noted").await;
    assert_eq!(agents.noted().call_backs.len(), 1);
    line.stop().await;
}

async fn left_voice(town: &Town) {
    let exchange = Exchange::open(Tempo::default()).await;
    let agents = Agents::default();
    agents.noted().is_in_trouble = true;
    let line = Line::open(town, &exchange, Some(&agents)).await;
    let caller = exchange.call("+212612345678");
    caller.will_say(&[7; 44 + 32_000]);
    caller.hears("fr/choose").await;
    caller.press("34");
    exchange
        .until("it is recorded", |_| caller.is_recorded())
        .await;
    caller.hang_up();
    exchange
        .until("it is fetched", |exchange| {
            exchange.requests("GET recordings/stored/chikaya-voice") > 0
        })
        .await;
    line.kill().await;
    assert_eq!(exchange.recordings().len(), 1);
    agents.noted().is_in_trouble = false;
    exchange.keep_recording("somebody-elses", vec![1; 40_000]);
    let line = Line::begin(town, &exchange, Some(&agents), "two", TEMPO);
    exchange
        .until("it is filed", |_| agents.noted().voices.len() == 1)
        .await;
    exchange
        .until("it is forgotten", |exchange| {
            exchange.recordings() == ["somebody-elses"]
        })
        .await;
    exchange.cut();
    exchange
        .until("the line is held again", Exchange::is_held)
        .await;
    let after = exchange.call("");
    after.hears("fr/choose").await;
    assert_eq!(agents.noted().voices.len(), 1);
    line.stop().await;
}

async fn two_portals(town: &Town) {
    let exchange = Exchange::open(Tempo::default()).await;
    let first = Line::open(town, &exchange, None).await;
    let second = Line::begin(town, &exchange, None, "two", TEMPO);
    let caller = exchange.call("+212612345678");
    caller.hears("fr/choose").await;
    // Twice as long as a lease: the second one waits as long as the first is there.
    tokio::time::sleep(TEMPO.lease * 2).await;
    caller.press("3");
    caller.hears("fr/menu-follow").await;
    assert_eq!(exchange.requests("POST channels/"), {
        // Answered, and spoken to twice (and silenced in between): by one of them.
        let answered = exchange.requests(&format!("POST channels/{}/answer", caller.id()));
        let played = exchange.requests(&format!("POST channels/{}/play", caller.id()));
        assert_eq!(answered, 1);
        answered + played
    });
    first.kill().await;
    // The call is still there, and the second one takes it up from its beginning.
    let before = caller.heard().len();
    caller.hears_after(before, "fr/choose").await;
    assert_eq!(
        exchange.requests(&format!("POST channels/{}/answer", caller.id())),
        2
    );
    second.stop().await;
}

async fn endless_playback(town: &Town) {
    let exchange = Exchange::open(Tempo {
        file: Duration::from_secs(3_600),
        ..Tempo::default()
    })
    .await;
    let pace = Pace {
        second: Duration::from_millis(1),
        ..TEMPO
    };
    let line = Line::begin(town, &exchange, None, "one", pace);
    let caller = exchange.call("+212612345678");
    // Nothing is ever said to have been played; silence is told, and at last the call is ended.
    caller.hears("ar/silence").await;
    caller.hears("ar/goodbye").await;
    exchange
        .until("the call is ended", |exchange| exchange.live() == 0)
        .await;
    line.stop().await;
}

async fn away(town: &Town) {
    let exchange = Exchange::open(Tempo::default()).await;
    exchange.set_away(true);
    let line = Line::begin(town, &exchange, None, "one", TEMPO);
    let caller = exchange.call("+212612345678");
    tokio::time::sleep(TEMPO.retry * 2).await;
    assert!(caller.heard().is_empty());
    exchange.set_away(false);
    // The call came before anybody held the line.
    caller.hears("fr/choose").await;
    line.stop().await;
}
