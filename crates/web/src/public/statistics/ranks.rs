//! `/{language}/statistics/ranks`: bodies of one kind by the share answered in time, with the ranks that are possible when
//! chance varies. Kinds are not mixed, and who has few answers due is not ranked: nobody can be compared otherwise.

use askama::Template;
use axum::extract::State as Shared;
use chikaya_domain::{
    id::OrganisationCode,
    organisation::OrganisationKind,
    statistics::{Proportion, RANKED_FROM, ranks},
};
use chikaya_i18n::Argument;
use chikaya_service::statistics::{Compared, Scope};

use super::{
    address::{Asked, place},
    chart,
    paged::{SHOWN, Turned},
    say::{between, interval, percent},
    table::Spark,
    words::{Choice, Stated, periods},
};
use crate::{error::Problem, frame::Frame, settings::State, visit::Visit, words::Page};

#[derive(Template)]
#[template(path = "public/statistics/ranks.html")]
struct RanksPage {
    frame: Frame,
    stated: Stated,
    text: String,
    action: String,
    periods: Vec<Choice>,
    kinds: Vec<(&'static str, String, bool)>,
    none: String,
    all: String,
    lines: Vec<Line>,
    turned: Turned,
    around: String,
}

/// Where the list stands on the page.
const LIST: &str = "ranks";

/// A body with its possible ranks.
struct Line {
    name: String,
    address: String,
    ranks: String,
    in_time: String,
    interval: String,
    of: String,
    spark: Spark,
}

/// `GET`.
pub(crate) async fn get(Shared(state): Shared<State>, visit: Visit) -> Result<Page, Problem> {
    let voice = visit.voice;
    let country = state.clerks.country();
    let asked = Asked::of(&state, &visit).await?;
    let months = asked.months();
    let kind = visit
        .parameter("kind")
        .and_then(|word| OrganisationKind::from_word(&word))
        .unwrap_or(OrganisationKind::Ministry);
    let table = asked.table(&state, &visit, Compared::Bodies).await?;
    let mut found: Vec<(OrganisationCode, Proportion)> = table
        .rows
        .iter()
        .filter_map(|row| {
            let code = OrganisationCode::parse(&row.code).ok()?;
            let body = country.organisations.find(&code)?;
            let of = row.figures.as_ref()?.in_time()?;
            (body.kind == kind && of.of >= RANKED_FROM).then_some((code, of))
        })
        .collect();
    // Shares are compared as fractions, so that none is rounded.
    found.sort_by(|(left_code, left), (right_code, right)| {
        let (left, right) = (left.part * right.of, right.part * left.of);
        right.cmp(&left).then_with(|| left_code.cmp(right_code))
    });
    let proportions: Vec<Proportion> = found.iter().map(|(_, of)| *of).collect();
    let first = format!("/statistics/ranks{}&kind={kind}", asked.question());
    let turned = Turned::of(&visit, found.len(), &visit.path(&first), LIST);
    let lines = found
        .iter()
        .zip(ranks(&proportions))
        .skip(turned.skip)
        .take(SHOWN)
        .filter_map(|((code, of), ranks)| {
            let share = of.share()?;
            let rank = |rank: usize| voice.number(i64::try_from(rank).unwrap_or(i64::MAX));
            let scope = Scope::Body(code.clone());
            Some(Line {
                name: country
                    .organisations
                    .name_of(code, visit.language())
                    .to_owned(),
                address: visit.path(&format!("{}{}", place(&scope), asked.question())),
                ranks: if ranks.first == ranks.last {
                    rank(ranks.first)
                } else {
                    between(voice, &rank(ranks.first), &rank(ranks.last))
                },
                in_time: percent(voice, share.value),
                interval: interval(voice, share),
                of: voice.number(of.of),
                spark: Spark {
                    low: chart::percent(share.low),
                    middle: chart::percent(share.value),
                    high: chart::percent(share.high),
                },
            })
        })
        .collect();
    let page = RanksPage {
        stated: Stated::of(
            &country,
            &visit,
            &asked,
            "/statistics/ranks",
            &format!("&kind={kind}"),
        ),
        text: voice.say_with(
            "statistics-ranks-text",
            &[("least", Argument::Text(&voice.number(RANKED_FROM)))],
        ),
        action: visit.path("/statistics/ranks"),
        periods: periods(months, asked.last_month()),
        kinds: OrganisationKind::ALL
            .iter()
            .map(|other| {
                let name = voice
                    .say(&format!("organisation-kind-{other}"))
                    .into_owned();
                (other.as_str(), name, *other == kind)
            })
            .collect(),
        none: percent(voice, 0.0),
        all: percent(voice, 1.0),
        lines,
        turned,
        around: visit.path(&format!("/statistics{}", asked.question())),
        frame: Frame::of(&state, &visit),
    };
    Page::of(&visit, &page)
}
