//! Calls: every order of an exchange's words leads to one stage, and calls back end.

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::*;
use crate::id::StaffId;

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_773_000_000 + second).expect("an instant")
}

fn someone(number: u128) -> StaffId {
    StaffId::new(Uuid::from_u128(number))
}

/// What an exchange tells of a call, each with when it happened.
fn told() -> Vec<(Happened, Timestamp)> {
    vec![
        (Happened::Queued, at(5)),
        (Happened::Answered(Some(someone(1))), at(20)),
        (Happened::HungUp, at(80)),
    ]
}

fn orders(words: &[(Happened, Timestamp)]) -> Vec<Vec<(Happened, Timestamp)>> {
    if words.len() <= 1 {
        return vec![words.to_vec()];
    }
    let mut all = Vec::new();
    for first in 0..words.len() {
        let mut rest = words.to_vec();
        let word = rest.remove(first);
        for mut order in orders(&rest) {
            order.insert(0, word);
            all.push(order);
        }
    }
    all
}

#[test]
fn every_order_of_an_exchanges_words_leads_to_one_call() {
    for words in [told(), told()[..2].to_vec(), vec![told()[0], told()[2]]] {
        let mut ends = Vec::new();
        for order in orders(&words) {
            let mut call = Call::coming(at(0));
            for (happened, when) in order {
                // Each word comes twice.
                for _ in 0..2 {
                    call = call.after(happened, when).expect("a word of an exchange");
                }
            }
            ends.push(call);
        }
        assert!(ends.windows(2).all(|two| two[0] == two[1]), "{ends:?}");
    }
}

#[test]
fn whoever_waits_and_hangs_up_has_abandoned_and_whoever_asked_for_nobody_was_served() {
    let came = Call::coming(at(0));
    let served = came.after(Happened::HungUp, at(9)).expect("may hang up");
    assert_eq!(served.stage, CallStage::Served);
    let waiting = came.after(Happened::Queued, at(2)).expect("may wait");
    let gone = waiting.after(Happened::HungUp, at(9)).expect("may hang up");
    assert_eq!(gone.stage, CallStage::Abandoned);
    assert_eq!(gone.waited(at(99)), Some(SignedDuration::from_secs(7)));
}

#[test]
fn a_call_ends_when_it_is_written_down_what_it_led_to() {
    let mut call = Call::coming(at(0));
    for (happened, when) in told() {
        call = call.after(happened, when).expect("a word of an exchange");
    }
    assert_eq!(call.stage, CallStage::WrapUp);
    assert_eq!(
        call.after(Happened::Finished, at(90)),
        Err(CallRefusal::NoDisposition)
    );
    call.disposition = Some(Disposition::Followed);
    let ended = call.after(Happened::Finished, at(90)).expect("finished");
    assert_eq!(
        (ended.stage, ended.ended_at),
        (CallStage::Ended, Some(at(90)))
    );
}

#[test]
fn one_takes_a_call_and_another_takes_it_when_it_was_handed_over() {
    let (one, other) = (someone(1), someone(2));
    let talking = Call::coming(at(0))
        .after(Happened::Answered(Some(one)), at(3))
        .expect("may be answered");
    assert_eq!(
        talking.after(Happened::Answered(Some(other)), at(4)),
        Err(CallRefusal::Taken)
    );
    let handed = talking.after(Happened::HandedOver, at(30)).expect("handed");
    let again = handed
        .after(Happened::Answered(Some(one)), at(3))
        .expect("an old word");
    assert_eq!(again, handed, "the first answer told once more");
    let taken = handed
        .after(Happened::Answered(Some(other)), at(40))
        .expect("taken");
    assert_eq!(
        (taken.stage, taken.agent),
        (CallStage::Talking, Some(other))
    );
    assert_eq!(taken.answered_at, Some(at(3)));
}

#[test]
fn a_call_that_nobody_of_the_centre_answered_is_finished_by_nobody() {
    let call = Call::coming(at(0))
        .after(Happened::Answered(None), at(3))
        .and_then(|call| call.after(Happened::HungUp, at(9)))
        .expect("words of an exchange");
    assert_eq!(call.stage, CallStage::Ended);
}

#[test]
fn the_service_level_counts_whoever_asked_for_somebody() {
    let wait = |seconds: i64, answered: bool| {
        let call = Call::coming(at(0))
            .after(Happened::Queued, at(0))
            .expect("may wait");
        let happened = if answered {
            Happened::Answered(Some(someone(1)))
        } else {
            Happened::HungUp
        };
        call.after(happened, at(seconds)).expect("may happen")
    };
    let waits = Call::coming(at(50))
        .after(Happened::Queued, at(50))
        .expect("may wait");
    let served = Call::coming(at(0))
        .after(Happened::HungUp, at(5))
        .expect("may hang up");
    let calls = [
        wait(20, true),
        wait(21, true),
        wait(30, false),
        waits,
        served,
    ];
    let told = figures(&calls, SignedDuration::from_secs(20), at(60));
    assert_eq!((told.came, told.asked, told.answered), (5, 4, 2));
    assert_eq!((told.abandoned, told.in_time, told.waiting), (1, 1, 1));
    assert_eq!(told.longest_wait, Some(SignedDuration::from_secs(10)));
    assert_eq!(told.service_level(), Some(33));
    assert_eq!(told.agents[&someone(1)].answered, 2);
    assert_eq!(CallFigures::default().service_level(), None);
}

#[test]
fn a_call_back_is_tried_within_its_window_and_ends() {
    let (from, until) = (at(0), at(3_600));
    let back = CallBack::promise(from, until, at(-60)).expect("promised");
    assert_eq!(back.next, Some(from));
    let busy = back.after(Attempted::Busy, at(60)).expect("tried");
    assert_eq!(busy.next, Some(at(60 + 900)));
    let silent = busy.after(Attempted::NoAnswer, at(1_000)).expect("tried");
    assert_eq!(
        silent.next,
        Some(at(86_400)),
        "the day after, when it begins"
    );
    let mut tried = silent;
    while let Some(next) = tried.next {
        assert!(next >= tried.from && next <= tried.until);
        tried = tried.after(Attempted::NoAnswer, next).expect("tried");
    }
    assert_eq!(
        (tried.attempts, tried.standing),
        (ATTEMPTS_AT_MOST, BackStanding::GivenUp)
    );
    assert_eq!(tried.after(Attempted::Busy, at(9)), Err(BackRefusal::Over));
    let reached = back.after(Attempted::Reached, at(1)).expect("tried");
    assert_eq!(
        (reached.standing, reached.next),
        (BackStanding::Reached, None)
    );
}

#[test]
fn a_window_lies_ahead_and_not_too_far() {
    let now = at(0);
    assert_eq!(
        CallBack::promise(at(-90), at(-30), now),
        Err(BackRefusal::Window)
    );
    assert_eq!(
        CallBack::promise(at(90), at(30), now),
        Err(BackRefusal::Window)
    );
    let far = 31 * 86_400;
    assert_eq!(
        CallBack::promise(at(far), at(far + 60), now),
        Err(BackRefusal::TooFar)
    );
    let begun = CallBack::promise(at(-60), at(60), now).expect("it has begun");
    assert_eq!(begun.next, Some(now));
}
