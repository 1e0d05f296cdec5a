//! What stays of calls and what does not, what is counted, and who may take them.

use chikaya_domain::{
    access::Role,
    call::{CallDirection, Exchange, ReadyState},
};
use chikaya_service::{
    Trouble,
    call::{AgentStanding, Answerer, CallQuestion, Promise},
};
use chikaya_testkit::{Town, town};
use jiff::SignedDuration;

use super::{AUTHORITY, NUMBER, agent, coming, external, general, phone, ready, supervisor};

crate::in_both_towns! {
    the_wall_counts_what_happened_and_shows_who_does_what => super::the_wall_counts_what_happened_and_shows_who_does_what;
    whoever_called_is_forgotten => super::whoever_called_is_forgotten;
    what_another_node_noted_rings_here => super::what_another_node_noted_rings_here;
    only_the_call_centre_takes_calls => super::only_the_call_centre_takes_calls;
}

async fn the_wall_counts_what_happened_and_shows_who_does_what(town: &Town) {
    let clerks = &town.clerks;
    let (one, two) = (agent(town, "one").await, agent(town, "two").await);
    let lead = supervisor(town).await;
    ready(town, &one, "201").await;
    ready(town, &two, "202").await;
    clerks.pause_calls(two, ReadyState::Pause).await.unwrap();
    let begun = clerks.now();
    town.clock.advance_minutes(10);
    let after = |seconds: i64| begun + SignedDuration::from_secs(seconds);
    for (id, answered) in [("1", Some(20)), ("2", Some(21)), ("3", None)] {
        clerks.call_came(coming(town, id, begun)).await.unwrap();
        if let Some(seconds) = answered {
            let by = Answerer::Extension("201".to_owned());
            clerks
                .call_answered(external(id), by, after(seconds))
                .await
                .unwrap();
        }
        clerks.call_ended(external(id), after(60)).await.unwrap();
    }
    clerks
        .call_came(coming(town, "4", clerks.now()))
        .await
        .unwrap();
    town.clock.advance_minutes(1);
    let aim = SignedDuration::from_secs(20);
    let wall = clerks.call_wall(lead.clone(), None, aim).await.unwrap();
    let told = &wall.figures;
    assert_eq!((told.came, told.answered, told.abandoned), (4, 2, 1));
    assert_eq!((told.waiting, told.in_time), (1, 1));
    assert_eq!(told.longest_wait, Some(SignedDuration::from_secs(60)));
    assert_eq!(told.service_level(), Some(25), "one of four");
    let standings: Vec<AgentStanding> = wall.agents.iter().map(|it| it.standing).collect();
    assert_eq!(standings, [AgentStanding::WrapUp, AgentStanding::Pause]);
    assert_eq!(wall.agents[0].figures.answered, 2);
    let yesterday = wall.day.yesterday().unwrap();
    let empty = clerks.call_wall(lead, Some(yesterday), aim).await.unwrap();
    assert_eq!(empty.figures.came, 0);
    let refused = clerks.call_wall(one, None, aim).await;
    assert!(matches!(refused, Err(Trouble::Forbidden)));
}

async fn whoever_called_is_forgotten(town: &Town) {
    let clerks = &town.clerks;
    let lead = supervisor(town).await;
    let one = agent(town, "one").await;
    clerks
        .call_came(coming(town, "1", clerks.now()))
        .await
        .unwrap();
    let call = clerks
        .begin_call_by_hand(one.clone(), Some(phone(town, NUMBER)), CallDirection::In)
        .await
        .unwrap();
    let promise = Promise {
        number: None,
        from: clerks.now(),
        until: clerks.now() + SignedDuration::from_hours(1),
        about: "Éclairage".to_owned(),
    };
    clerks
        .promise_call_back(one.clone(), call, promise)
        .await
        .unwrap();
    let exchange = Exchange::parse("pbx").unwrap();
    assert!(
        clerks
            .cti_heard(exchange.clone(), "m1".to_owned())
            .await
            .unwrap()
    );
    assert!(
        !clerks
            .cti_heard(exchange.clone(), "m1".to_owned())
            .await
            .unwrap()
    );
    town.clock.advance_days(90);
    assert_eq!(
        clerks.forget_callers(90).await.unwrap(),
        1,
        "only what was heard"
    );
    town.clock.advance_days(1);
    assert_eq!(clerks.forget_callers(90).await.unwrap(), 3);
    assert_eq!(clerks.forget_callers(90).await.unwrap(), 0);
    let lead = town
        .officer("again@sample.test", lead.role, AUTHORITY)
        .await;
    let page = clerks
        .call_history(lead.clone(), CallQuestion::default())
        .await
        .unwrap();
    assert_eq!(page.lines.len(), 2, "that there were calls stays");
    assert!(page.lines.iter().all(|line| line.number.is_none()));
    let backs = clerks.call_backs(lead, None).await.unwrap().lines;
    assert!(backs[0].number.is_none() && backs[0].about.is_empty());
    let late = clerks.note_call(one, call, "Trop tard.".to_owned()).await;
    assert!(matches!(late, Err(Trouble::Expired)));
}

async fn what_another_node_noted_rings_here(town: &Town) {
    let clerks = &town.clerks;
    let other = town.second_node().await;
    let mut live = clerks.watch_calls();
    let longest = std::time::Duration::from_secs(20);
    clerks
        .call_came(coming(town, "1", clerks.now()))
        .await
        .unwrap();
    assert!(
        live.changed(longest).await,
        "what this node notes rings at once"
    );
    // What the first look finds is new to this node, once.
    let begun = std::time::Instant::now();
    while live.changed(std::time::Duration::from_millis(600)).await {}
    assert!(begun.elapsed() < longest);
    other
        .call_came(coming(town, "2", clerks.now()))
        .await
        .unwrap();
    let begun = std::time::Instant::now();
    assert!(live.changed(longest).await, "and what another one notes");
    assert!(begun.elapsed() < std::time::Duration::from_secs(2));
}

async fn only_the_call_centre_takes_calls(town: &Town) {
    let clerks = &town.clerks;
    for role in Role::ALL.iter().copied() {
        let someone = town
            .officer(&format!("{role}@sample.test"), role, town::TIZNIT)
            .await;
        let takes = matches!(role, Role::CallAgent | Role::CallSupervisor);
        assert_eq!(
            clerks.call_desk(someone.clone()).await.is_ok(),
            takes,
            "{role}"
        );
        let begun = clerks
            .begin_call_by_hand(someone.clone(), None, CallDirection::In)
            .await;
        assert_eq!(begun.is_ok(), takes, "{role}");
        let backs = clerks.call_backs(someone.clone(), None).await;
        assert_eq!(backs.is_ok(), takes, "{role}");
        let signed_in = clerks
            .sign_in_to_queue(someone, general(), String::new())
            .await;
        assert_eq!(signed_in.is_ok(), takes, "{role}");
    }
}
