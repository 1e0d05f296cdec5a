//! Drawings of figures as SVG, made of a few shapes of our own: they take letters, colours, dark, print and writing from
//! right to left from the page, weigh a kilobyte or two, and say in words and a table what they show.

use std::fmt::Write as _;

use chikaya_domain::statistics::{Curve, Share};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::statistics::{Published, PublishedFlow, Times};

use super::say::{interval, percent as say_percent, told_or_few, year};

/// Days that are drawn of a curve.
const DAYS: u32 = 120;

/// Days of which the share is told in the table.
const TOLD: [u32; 6] = [15, 30, 45, 60, 90, 120];

/// Where a drawing lies in its box.
#[derive(Clone, Copy)]
struct Plot {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Plot {
    /// The place of a share of the width.
    fn across(self, share: f64) -> f64 {
        self.left + (self.right - self.left) * share
    }

    /// The place of a share of the height, from below.
    fn up(self, share: f64) -> f64 {
        self.bottom - (self.bottom - self.top) * share
    }
}

/// A line or a word at a place.
pub(crate) struct Tick {
    pub(crate) at: String,
    pub(crate) text: String,
}

/// One drawing of curves, in one of two sizes.
pub(super) struct CurveDrawing {
    pub(super) class: &'static str,
    pub(super) size: &'static str,
    pub(super) left: String,
    pub(super) right: String,
    pub(super) beside: String,
    pub(super) top: String,
    pub(super) bottom: String,
    pub(super) below: String,
    pub(super) due: String,
    pub(super) shares: Vec<Tick>,
    pub(super) days: Vec<Tick>,
    pub(super) now: Drawn,
    pub(super) before: Option<Drawn>,
}

/// A curve with its band.
pub(super) struct Drawn {
    pub(super) line: String,
    pub(super) band: String,
    /// Where the day for the answer meets it.
    pub(super) at_due: String,
    pub(super) share: String,
    pub(super) end: String,
    pub(super) name: String,
    pub(super) cases: String,
}

/// The share that is answered until a day, with the year before.
pub(super) struct CurveLine {
    pub(super) day: String,
    pub(super) share: String,
    pub(super) interval: String,
    pub(super) before: String,
}

/// How long it takes until cases are answered.
pub(super) struct Curves {
    pub(super) title: String,
    pub(super) described: String,
    pub(super) drawings: Vec<CurveDrawing>,
    pub(super) lines: Vec<CurveLine>,
    pub(super) has_before: bool,
    pub(super) due_label: String,
}

impl Curves {
    /// Of figures and those of the year before; nothing where few cases came.
    pub(super) fn of(
        voice: Voice,
        figures: &Published,
        before: &Published,
        due: u32,
    ) -> Option<Self> {
        let times = figures.times()?;
        let at_due = times.curve.answered_by(due).value;
        let days = i64::from(due);
        let title = voice.say_with(
            "statistics-curve-title",
            &[
                ("share", Argument::Text(&say_percent(voice, at_due))),
                ("days", Argument::Number(days)),
            ],
        );
        let mut described = voice.say_with(
            "statistics-curve-text",
            &[(
                "waiting",
                Argument::Text(&told_or_few(voice, times.waiting)),
            )],
        );
        if before.times().is_some() {
            described.push(' ');
            described.push_str(&voice.say("statistics-curve-before"));
        }
        let sizes = [
            ("wide", "0 0 720 360", 44.0, 570.0, 316.0),
            ("narrow", "0 0 360 300", 44.0, 346.0, 256.0),
        ];
        let drawings = sizes
            .into_iter()
            .map(|(class, size, left, right, bottom)| {
                let plot = Plot {
                    left,
                    right,
                    top: 16.0,
                    bottom,
                };
                drawing(voice, class, size, plot, figures, before, due)
            })
            .collect();
        let earlier = before.times().map(|times| times.curve);
        let lines = TOLD
            .iter()
            .map(|day| {
                let share = times.curve.answered_by(*day);
                let earlier = earlier.map(|curve| curve.answered_by(*day));
                CurveLine {
                    day: voice.say_with(
                        "statistics-days",
                        &[("days", Argument::Number(i64::from(*day)))],
                    ),
                    share: say_percent(voice, share.value),
                    interval: interval(voice, share),
                    before: earlier
                        .map_or_else(String::new, |share| say_percent(voice, share.value)),
                }
            })
            .collect();
        Some(Self {
            title,
            described,
            drawings,
            lines,
            has_before: earlier.is_some(),
            due_label: voice.say_with("statistics-due", &[("days", Argument::Number(days))]),
        })
    }
}

fn drawing(
    voice: Voice,
    class: &'static str,
    size: &'static str,
    plot: Plot,
    figures: &Published,
    before: &Published,
    due: u32,
) -> CurveDrawing {
    let day = |day: u32| plot.across(f64::from(day) / f64::from(DAYS));
    let step = if class == "wide" { 15 } else { 30 };
    let drawn = |of: &Published| -> Option<Drawn> {
        let Times { cases, curve, .. } = of.times()?;
        let end = curve.answered_by(DAYS).value;
        let at_due = curve.answered_by(due).value;
        Some(Drawn {
            line: line(plot, curve),
            band: band(plot, curve),
            at_due: place(plot.up(at_due)),
            share: say_percent(voice, at_due),
            end: place(plot.up(end)),
            name: year(of.months),
            cases: cases.map_or_else(String::new, |cases| {
                voice.say_with("statistics-cases", &[("cases", Argument::Number(cases))])
            }),
        })
    };
    CurveDrawing {
        class,
        size,
        left: place(plot.left),
        right: place(plot.right),
        beside: place(plot.left - 8.0),
        top: place(plot.top),
        bottom: place(plot.bottom),
        below: place(plot.bottom + 18.0),
        due: place(day(due.min(DAYS))),
        shares: [0.0, 0.25, 0.5, 0.75, 1.0]
            .into_iter()
            .map(|share| Tick {
                at: place(plot.up(share)),
                text: say_percent(voice, share),
            })
            .collect(),
        days: (0..=DAYS / step)
            .map(|number| Tick {
                at: place(day(number * step)),
                text: voice.number(i64::from(number * step)),
            })
            .collect(),
        now: drawn(figures).unwrap_or(Drawn {
            line: String::new(),
            band: String::new(),
            at_due: String::new(),
            share: String::new(),
            end: String::new(),
            name: String::new(),
            cases: String::new(),
        }),
        before: drawn(before),
    }
}

/// Days from which a step of a curve goes up, with the share then; day 0 first, the last day last.
fn corners(curve: &Curve) -> Vec<(u32, Share)> {
    let mut corners: Vec<(u32, Share)> = Vec::new();
    for day in 0..=DAYS {
        let share = curve.answered_by(day);
        let is_new = corners.last().is_none_or(|(_, last)| *last != share);
        if is_new || day == DAYS {
            corners.push((day, share));
        }
    }
    corners
}

/// A curve of steps as a path.
fn line(plot: Plot, curve: &Curve) -> String {
    steps(plot, &corners(curve), |share| share.value, false)
}

/// The band between the bounds as a closed path.
fn band(plot: Plot, curve: &Curve) -> String {
    let corners = corners(curve);
    let mut path = steps(plot, &corners, |share| share.high, false);
    path.push_str(&steps(plot, &corners, |share| share.low, true));
    path.push('z');
    path
}

/// A path along the corners, there or, in the same steps, back.
fn steps(plot: Plot, corners: &[(u32, Share)], value: fn(&Share) -> f64, is_back: bool) -> String {
    let across = |day: u32| place(plot.across(f64::from(day) / f64::from(DAYS)));
    let up = |share: &Share| place(plot.up(value(share)));
    let mut path = String::new();
    if is_back {
        // Each step is left at the day on which it began, at the height of the one before it.
        for (day, share) in corners.iter().rev() {
            let _ = write!(path, "V{}H{}", up(share), across(*day));
        }
    } else {
        for (place, (day, share)) in corners.iter().enumerate() {
            let _ = if place == 0 {
                write!(path, "M{} {}", across(*day), up(share))
            } else {
                write!(path, "H{}V{}", across(*day), up(share))
            };
        }
    }
    path
}

/// A bar of a month.
pub(crate) struct Bar {
    pub(crate) left: String,
    pub(crate) top: String,
    pub(crate) width: String,
    pub(crate) height: String,
}

/// One drawing of months, in one of two sizes.
pub(crate) struct FlowDrawing {
    pub(crate) class: &'static str,
    pub(crate) size: String,
    pub(crate) left: String,
    pub(crate) right: String,
    pub(crate) beside: String,
    pub(crate) counts: Vec<Tick>,
    pub(crate) stocks: Vec<Tick>,
    pub(crate) months: Vec<Tick>,
    pub(crate) below: String,
    pub(crate) received: String,
    pub(crate) answered: String,
    pub(crate) bars: Vec<Bar>,
}

/// A month in words.
pub(super) struct FlowLine {
    pub(super) month: String,
    pub(super) received: String,
    pub(super) answered: String,
    pub(super) open: String,
}

/// What came, was answered and was open, month by month.
pub(super) struct Flows {
    pub(super) drawings: Vec<FlowDrawing>,
    pub(super) lines: Vec<FlowLine>,
}

impl Flows {
    /// Of figures; nothing where nothing came.
    pub(super) fn of(voice: Voice, figures: &Published) -> Option<Self> {
        let flows = &figures.flows;
        let is_told = |flow: &PublishedFlow| {
            [flow.received, flow.answered, flow.open]
                .iter()
                .any(|cases| cases.is_none_or(|cases| cases > 0))
        };
        if !flows.iter().any(is_told) {
            return None;
        }
        let points: Vec<FlowPoint> = flows
            .iter()
            .map(|flow| FlowPoint {
                name: month_short(flow),
                received: flow.received,
                answered: flow.answered,
                open: flow.open,
            })
            .collect();
        let drawings = flow_drawings(voice, &points);
        let lines = flows
            .iter()
            .map(|flow| FlowLine {
                month: voice.month_year(flow.month.first_day()),
                received: told_or_few(voice, flow.received),
                answered: told_or_few(voice, flow.answered),
                open: told_or_few(voice, flow.open),
            })
            .collect();
        Some(Self { drawings, lines })
    }
}

/// A month or week of a drawing: what it is called below its bar, and its figures; none where they are not told.
pub(crate) struct FlowPoint {
    pub(crate) name: String,
    pub(crate) received: Option<i64>,
    pub(crate) answered: Option<i64>,
    pub(crate) open: Option<i64>,
}

/// What came, was answered and was open, in both sizes.
pub(crate) fn flow_drawings(voice: Voice, points: &[FlowPoint]) -> Vec<FlowDrawing> {
    vec![
        flow_drawing(voice, "wide", 720.0, 700.0, points),
        flow_drawing(voice, "narrow", 360.0, 346.0, points),
    ]
}

fn flow_drawing(
    voice: Voice,
    class: &'static str,
    width: f64,
    right: f64,
    flows: &[FlowPoint],
) -> FlowDrawing {
    let upper = Plot {
        left: 60.0,
        right,
        top: 16.0,
        bottom: 140.0,
    };
    let lower = Plot {
        top: 176.0,
        bottom: 276.0,
        ..upper
    };
    let cases = |flow: &FlowPoint| [flow.received, flow.answered];
    let most = round_up(flows.iter().flat_map(cases).flatten().max().unwrap_or(0));
    let stock = round_up(flows.iter().filter_map(|flow| flow.open).max().unwrap_or(0));
    let count = real(flows.len());
    let middle = |number: usize| upper.across((real(number) + 0.5) / count);
    let ticks = |plot: Plot, most: i64| -> Vec<Tick> {
        [0, 1, 2]
            .into_iter()
            .map(|half| Tick {
                at: place(plot.up(f64::from(half) / 2.0)),
                text: voice.number(most * i64::from(half) / 2),
            })
            .collect()
    };
    let every = flows.len().div_ceil(if class == "wide" { 12 } else { 4 });
    let months = flows
        .iter()
        .enumerate()
        .filter(|(number, _)| number % every.max(1) == 0)
        .map(|(number, flow)| Tick {
            at: place(middle(number)),
            text: flow.name.clone(),
        })
        .collect();
    let series = |value: fn(&FlowPoint) -> Option<i64>| {
        let mut path = String::new();
        let mut goes_on = false;
        for (number, flow) in flows.iter().enumerate() {
            let Some(cases) = value(flow) else {
                goes_on = false;
                continue;
            };
            let command = if goes_on { 'L' } else { 'M' };
            let height = place(upper.up(ratio(cases, most)));
            let _ = write!(path, "{command}{} {height}", place(middle(number)));
            goes_on = true;
        }
        path
    };
    let wide = (lower.right - lower.left) / count * 0.7;
    let bars = flows
        .iter()
        .enumerate()
        .filter_map(|(number, flow)| {
            let share = ratio(flow.open?, stock);
            Some(Bar {
                left: place(middle(number) - wide / 2.0),
                top: place(lower.up(share)),
                width: place(wide),
                height: place(lower.bottom - lower.up(share)),
            })
        })
        .collect();
    FlowDrawing {
        class,
        size: format!("0 0 {width} 304"),
        left: place(upper.left),
        right: place(upper.right),
        beside: place(upper.left - 8.0),
        counts: ticks(upper, most),
        stocks: ticks(lower, stock),
        months,
        below: place(lower.bottom + 18.0),
        received: series(|flow| flow.received),
        answered: series(|flow| flow.answered),
        bars,
    }
}

/// A month in figures: `04.26` is read alike in all languages, and fits under a bar.
fn month_short(flow: &PublishedFlow) -> String {
    let day = flow.month.first_day();
    format!("{:02}.{:02}", day.month(), day.year() % 100)
}

/// A number with few figures that is not below another: 1, 2, 4, 6, 8 or 10 times a power of ten, so that half of it is whole.
fn round_up(most: i64) -> i64 {
    let mut unit = 1;
    while unit * 10 < most {
        unit *= 10;
    }
    [2, 4, 6, 8, 10]
        .into_iter()
        .map(|times| times * unit)
        .find(|round| *round >= most)
        .unwrap_or(most)
}

fn ratio(part: i64, of: i64) -> f64 {
    if of <= 0 {
        return 0.0;
    }
    #[expect(
        clippy::cast_precision_loss,
        reason = "a drawing needs three figures of a count"
    )]
    let ratio = part as f64 / of as f64;
    ratio.clamp(0.0, 1.0)
}

fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// A place in a drawing, to a tenth.
fn place(value: f64) -> String {
    format!("{value:.1}")
}

/// A share from 0 to 1 as a length in CSS and SVG.
pub(super) fn percent(share: f64) -> String {
    format!("{:.1}%", share * 100.0)
}

#[cfg(test)]
mod tests {
    use chikaya_domain::statistics::Waits;

    use super::*;

    #[test]
    fn a_scale_ends_at_a_round_number_whose_half_is_whole() {
        for (most, round) in [
            (0, 2),
            (1, 2),
            (3, 4),
            (9, 10),
            (10, 10),
            (11, 20),
            (163, 200),
            (15_380, 20_000),
        ] {
            assert_eq!(round_up(most), round, "{most}");
        }
    }

    #[test]
    fn a_curve_is_drawn_in_steps() {
        let mut waits = Waits::default();
        waits.answered(30, 1);
        waits.answered(60, 1);
        let plot = Plot {
            left: 0.0,
            right: 120.0,
            top: 0.0,
            bottom: 100.0,
        };
        assert_eq!(
            line(plot, &waits.curve()),
            "M0.0 100.0H30.0V50.0H60.0V0.0H120.0V0.0"
        );
        assert!(band(plot, &waits.curve()).ends_with("H0.0z"));
    }
}
