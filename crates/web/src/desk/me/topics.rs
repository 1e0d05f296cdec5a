//! The topics that concern someone at work, as their own page asks about them.

use chikaya_service::staff::{Officer, notifications::Choice as How};

use crate::{admin::Choice, error::Problem, settings::State, visit::Visit};

/// A topic with its choices. Its field has the topic's word as its name.
pub(super) struct TopicLine {
    pub(super) field: &'static str,
    pub(super) name: String,
    pub(super) options: Vec<Choice>,
}

/// The topics that concern someone, each with what holds today.
pub(super) async fn lines(
    state: &State,
    visit: &Visit,
    officer: Officer,
) -> Result<Vec<TopicLine>, Problem> {
    let chosen = state
        .clerks
        .notifications(officer)
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    let voice = visit.voice;
    let options = |chosen: How| {
        How::ALL
            .into_iter()
            .map(|how| Choice {
                value: how.as_str().to_owned(),
                name: voice
                    .say(&format!("notice-choice-{}", how.as_str()))
                    .into_owned(),
                is_on: how == chosen,
            })
            .collect()
    };
    Ok(chosen
        .into_iter()
        .map(|(topic, how)| TopicLine {
            field: topic.as_str(),
            name: voice
                .say(&format!("notice-topic-{}", topic.as_str()))
                .into_owned(),
            options: options(how),
        })
        .collect())
}
