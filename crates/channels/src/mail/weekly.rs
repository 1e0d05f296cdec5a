//! The mail with the figures of a week.

use chikaya_domain::organisation::Organisations;
use chikaya_i18n::{Argument, Speaker};
use chikaya_service::dashboard::weekly::WeeklyFigures;

use super::parts::{Letterhead, Paragraph};

/// The figures of the week of a body, with a way to each of them that the desk lists. It says nothing of any case.
pub(super) fn weekly_mail(
    voice: Speaker<'_>,
    figures: &WeeklyFigures,
    organisations: &Organisations,
    letterhead: &Letterhead,
) -> (String, Vec<Paragraph>) {
    let body = organisations.name_of(&figures.body, voice.language());
    let desk = format!("{}/{}/desk", letterhead.portal, voice.code());
    let words = |key: &str, arguments: &[(&str, Argument<'_>)]| {
        Paragraph::Words(voice.say_with(key, arguments))
    };
    let number = Argument::Number;
    let link = |key: &str, cases: i64, address: &str| Paragraph::Link {
        label: voice.say_with(key, &[("cases", number(cases))]),
        address: format!("{desk}{address}"),
    };
    let monday = voice.day_month_year(figures.week.monday);
    let mut paragraphs = vec![
        words(
            "mail-weekly-lead",
            &[
                ("body", Argument::Text(body)),
                ("day", Argument::Date(figures.today)),
            ],
        ),
        words(
            "mail-weekly-week",
            &[
                ("monday", Argument::Text(&monday)),
                ("came", number(figures.week.came + figures.week.reopened)),
                ("answered", number(figures.week.answered)),
            ],
        ),
        link("mail-weekly-open", figures.now.open, "?view=open"),
        link("mail-weekly-overdue", figures.now.overdue, "?view=late"),
        words(
            "mail-weekly-ahead",
            &[
                ("due", number(figures.ahead)),
                ("idle", number(figures.not_begun)),
            ],
        ),
    ];
    if let Some((open, late)) = figures.own {
        paragraphs.push(Paragraph::Link {
            label: voice.say_with(
                "mail-weekly-own",
                &[("open", number(open)), ("late", number(late))],
            ),
            address: format!("{desk}?view=mine"),
        });
    }
    paragraphs.push(Paragraph::Link {
        label: voice.say("mail-weekly-action").into_owned(),
        address: format!("{desk}/dashboard"),
    });
    if figures.sees_all {
        paragraphs.push(Paragraph::Link {
            label: voice.say("mail-weekly-bodies").into_owned(),
            address: format!("{desk}/dashboard/bodies"),
        });
    }
    let subject = voice.say_with(
        "mail-weekly-subject",
        &[("date", Argument::Date(figures.today))],
    );
    (subject, paragraphs)
}
