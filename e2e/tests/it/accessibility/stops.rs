//! The pages, and what a person does there to see them in every state.

use std::path::PathBuf;

use chikaya_domain::Language;

use super::town::{ADMINISTRATOR, HEAD, NEWCOMER, Scene};

/// A page in one state.
pub(super) struct Stop {
    pub(super) name: String,
    pub(super) path: String,
    /// Who is signed in, if it matters.
    pub(super) by: Option<&'static str>,
    pub(super) then: Then,
    /// What must be there, so that the right page was judged.
    pub(super) shows: &'static str,
}

/// What is done on a page before it is looked at.
pub(super) enum Then {
    Nothing,
    /// A button.
    Press(&'static str),
    /// Fields, then a button.
    Fill(&'static [(&'static str, &'static str)], &'static str),
    /// A file, then a button.
    Attach(PathBuf, &'static str),
    /// Something folded, then the button in it.
    Unfold(&'static str, &'static str),
    /// A script, as one of the page's own would.
    Run(&'static str),
}

/// The button that goes on.
const ON: &str = "main button.big";

/// The button of a page with one form.
const SEND: &str = "main form[method='post'] button";

/// The place that coordinates lead to.
const FOUND: &str = "input[name='territory']:checked";

/// Where faults are summed up.
const ERRORS: &str = "#errors";

/// All stops in a language.
pub(super) fn stops(scene: &Scene, language: Language) -> Vec<Stop> {
    let mut walk = Walk {
        language,
        stops: Vec::new(),
    };
    walk.public_pages();
    walk.filing(scene);
    walk.following(scene);
    walk.signing_in(scene);
    walk.desk(scene);
    if language == Language::English {
        // For those who run an instance, in English alone.
        walk.outside("/mailbox", "main");
        walk.outside(&format!("/mailbox/{}", uuid::Uuid::from_u128(37)), "main");
    }
    walk.stops
}

struct Walk {
    language: Language,
    stops: Vec<Stop>,
}

impl Walk {
    fn outside(&mut self, path: &str, shows: &'static str) {
        self.stops.push(Stop {
            name: path.to_owned(),
            path: path.to_owned(),
            by: None,
            then: Then::Nothing,
            shows,
        });
    }

    fn see(&mut self, rest: &str) {
        let path = format!("/{}{rest}", self.language);
        self.outside(&path, "main h1");
    }

    /// The same page with what is wrong on it.
    fn see_wrong(&mut self, rest: &str, then: Then) {
        self.see_after(rest, "wrong", then, ERRORS);
    }

    fn see_after(&mut self, rest: &str, state: &str, then: Then, shows: &'static str) {
        self.stops.push(Stop {
            name: format!("{rest} ({state})"),
            path: format!("/{}{rest}", self.language),
            by: None,
            then,
            shows,
        });
    }

    /// The stops from `first` on are seen by someone signed in.
    fn by(&mut self, first: usize, email: &'static str) {
        for stop in &mut self.stops[first..] {
            stop.by = Some(email);
        }
    }

    fn public_pages(&mut self) {
        for rest in [
            "/",
            "/about/accessibility",
            "/about/personal-data",
            "/about/time-limits",
            "/about/mediator",
            "/about/source",
            "/nowhere",
            "/track",
            "/track/lost",
        ] {
            self.see(rest);
        }
        self.see_wrong("/track", Then::Press(ON));
        self.see_wrong("/track/lost", Then::Press(SEND));
        let sent = Then::Fill(&[("#email", "fatima@example.org")], SEND);
        self.see_after("/track/lost", "sent", sent, "main h1");
    }

    fn filing(&mut self, scene: &Scene) {
        let empty = |step: &str| format!("/file/{}/{step}", scene.empty);
        self.see("/file");
        self.see("/file?kind=proposal");
        self.see_wrong("/file", Then::Press(ON));
        for step in ["what", "where", "who", "files", "you", "check"] {
            self.see(&format!("/file/{}/{step}", scene.full));
        }
        self.see(&format!("/file/{}/receipt", scene.sent));
        self.see_wrong(&empty("what"), Then::Press(ON));
        self.see_wrong(&empty("where"), Then::Press(ON));
        let sought = Then::Fill(&[("#sought", "tiznit")], "button[name='look-up']");
        self.see_after(
            &empty("where"),
            "looked up",
            sought,
            "input[name='territory']",
        );
        let typed = Then::Fill(
            &[("#coordinates", "29.6974, -9.7316")],
            "button[name='locate']",
        );
        // A draft of their own: browsers of several languages type at once.
        let pointed = format!("/file/{}/where", scene.pointed);
        self.see_after(&pointed, "by coordinates", typed, FOUND);
        let nowhere = Then::Fill(&[("#coordinates", "36.7538, 3.0588")], ON);
        self.see_after(&pointed, "abroad", nowhere, ERRORS);
        self.see_wrong(&empty("who"), Then::Press(ON));
        let sought = Then::Fill(&[("#sought", "onee")], "button[name='look-up']");
        self.see_after(&empty("who"), "looked up", sought, "input[value='onee']");
        let impostor = Then::Attach(scene.impostor.clone(), "main button.plain");
        self.see_wrong(&empty("files"), impostor);
        let wrong = Then::Fill(
            &[("#email", "x"), ("#phone", "06"), ("#identity-number", "?")],
            ON,
        );
        self.see_wrong(&empty("you"), wrong);
        self.see_wrong(&format!("/file/{}/check", scene.full), Then::Press(ON));
    }

    fn following(&mut self, scene: &Scene) {
        for (stage, reference, word) in &scene.cases {
            self.see_after(
                &format!("/track/{reference}/open/{word}"),
                stage,
                Then::Nothing,
                "main h1",
            );
        }
        if let Some((stage, reference, _)) = scene.cases.iter().find(|case| case.0 == "waiting") {
            self.see_after(
                &format!("/track/{reference}"),
                &format!("{stage}, wrong"),
                Then::Press("form[action$='/reply'] button"),
                ERRORS,
            );
        }
    }

    fn signing_in(&mut self, scene: &Scene) {
        self.see("/desk/sign-in");
        let wrong = Then::Fill(
            &[("#email", "nobody@sample.test"), ("#password", "wrong")],
            ON,
        );
        self.see_wrong("/desk/sign-in", wrong);
        self.see("/desk/second-factor");
        let invitation = format!("/desk/invitation/{}", scene.invitation);
        self.see(&invitation);
        let wrong = Then::Fill(&[("#password", "short"), ("#again", "other")], ON);
        self.see_wrong(&invitation, wrong);
        let first = self.stops.len();
        self.see("/desk/second-factor/set-up");
        let wrong = Then::Fill(&[("#code", "000000")], ON);
        self.see_wrong("/desk/second-factor/set-up", wrong);
        let wrong = Then::Fill(&[("#code", "000000")], ON);
        self.see_wrong("/desk/second-factor", wrong);
        self.by(first, NEWCOMER);
        let first = self.stops.len();
        // The page that says: not for you.
        self.see("/desk");
        self.by(first, ADMINISTRATOR);
    }

    fn desk(&mut self, scene: &Scene) {
        let first = self.stops.len();
        self.see("/desk");
        self.see("/desk?view=late");
        self.see("/desk?view=closed");
        self.see("/desk?q=lampadaire");
        let keys = Then::Run("document.querySelector('dialog[data-keys]').showModal()");
        self.see_after("/desk", "keys", keys, "dialog[open]");
        for (stage, reference, _) in &scene.cases {
            let case = format!("/desk/case/{reference}");
            self.see_after(&case, stage, Then::Nothing, "main h1");
            if *stage != "in progress" {
                continue;
            }
            self.see_wrong(&case, Then::Unfold("#act-note summary", "#act-note button"));
            let answer = format!("{case}/answer");
            self.see(&answer);
            self.see_wrong(&answer, Then::Press("form.case-body button"));
        }
        self.by(first, HEAD);
    }
}
