//! The pages, and what a person does there to see them in every state.

use std::path::PathBuf;

use chikaya_domain::Language;

use super::{
    account, administration, calls, reports,
    reports::AUTHORITY,
    town::{HEAD, NEWCOMER, Scene},
};

/// A page in one state.
pub(super) struct Stop {
    pub(super) name: String,
    pub(super) path: String,
    /// Who is signed in, if it matters.
    pub(super) by: Option<By>,
    /// What is done there, in order, before the page is looked at.
    pub(super) then: Vec<Deed>,
    /// What must be there, so that the right page was judged.
    pub(super) shows: &'static str,
}

/// Someone signed in.
#[derive(Clone)]
pub(super) enum By {
    /// At the desk, by address and password.
    Staff(&'static str),
    /// At the account, with the word of a session.
    Filer(String),
}

/// One thing done on a page.
pub(super) enum Deed {
    /// Types into a field.
    Type(&'static str, &'static str),
    /// Opens something folded.
    Unfold(&'static str),
    /// Chooses a file.
    Attach(PathBuf),
    /// Runs a script, as one of the page's own would.
    Run(&'static str),
    /// Presses a button that leads to another page.
    Press(&'static str),
}

use Deed::{Attach, Press, Run, Type, Unfold};

/// The button that goes on.
pub(super) const ON: &str = "main button.big";

/// The button of a page with one form.
const SEND: &str = "main form[method='post'] button";

/// The place that coordinates lead to.
const FOUND: &str = "input[name='territory']:checked";

/// Where faults are summed up.
pub(super) const ERRORS: &str = "#errors";

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
    account::pages(&mut walk, scene);
    administration::pages(&mut walk, scene);
    reports::pages(&mut walk, scene);
    calls::pages(&mut walk, scene);
    if language == Language::English {
        // For those who run an instance, in English alone.
        walk.outside("/mailbox", "main");
        walk.outside(&format!("/mailbox/{}", uuid::Uuid::from_u128(37)), "main");
    }
    walk.stops
}

/// The stops of one language, as they are listed.
pub(super) struct Walk {
    language: Language,
    stops: Vec<Stop>,
}

impl Walk {
    fn outside(&mut self, path: &str, shows: &'static str) {
        self.stops.push(Stop {
            name: path.to_owned(),
            path: path.to_owned(),
            by: None,
            then: Vec::new(),
            shows,
        });
    }

    pub(super) fn see(&mut self, rest: &str) {
        let path = format!("/{}{rest}", self.language);
        self.outside(&path, "main h1");
    }

    /// The same page with what is wrong on it.
    pub(super) fn see_wrong(&mut self, rest: &str, then: impl Into<Vec<Deed>>) {
        self.see_after(rest, "wrong", then, ERRORS);
    }

    /// The same page after something was done there.
    pub(super) fn see_after(
        &mut self,
        rest: &str,
        state: &str,
        then: impl Into<Vec<Deed>>,
        shows: &'static str,
    ) {
        self.stops.push(Stop {
            name: format!("{rest} ({state})"),
            path: format!("/{}{rest}", self.language),
            by: None,
            then: then.into(),
            shows,
        });
    }

    /// The stops that are listed meanwhile are seen by someone signed in.
    pub(super) fn by(&mut self, who: &By, list: impl FnOnce(&mut Self)) {
        let first = self.stops.len();
        list(self);
        for stop in &mut self.stops[first..] {
            stop.by = Some(who.clone());
        }
    }

    fn public_pages(&mut self) {
        for rest in [
            "/",
            "/danger",
            "/wrongdoing",
            "/say",
            "/about/accessibility",
            "/about/personal-data",
            "/about/time-limits",
            "/about/mediator",
            "/about/source",
            "/statistics",
            "/statistics/territory/region-09",
            "/statistics/territory/region-09?with=region-06",
            "/statistics/body/onee?seek=tiznit",
            "/statistics/ranks",
            "/open-data",
            "/nowhere",
            "/track",
            "/track/lost",
            "/continue",
            "/end",
        ] {
            self.see(rest);
        }
        self.see_wrong("/track", [Press(ON)]);
        self.see_wrong("/track/lost", [Press(SEND)]);
        self.see_wrong("/continue", [Press(ON)]);
        let sent = [Type("#email", "fatima@example.org"), Press(SEND)];
        self.see_after("/track/lost", "sent", sent, "main h1");
    }

    fn filing(&mut self, scene: &Scene) {
        let empty = |step: &str| format!("/file/{}/{step}", scene.empty);
        self.see("/file");
        self.see("/file?kind=proposal");
        self.see_wrong("/file", [Press(ON)]);
        for step in [
            "what", "where", "about", "who", "files", "you", "check", "later",
        ] {
            self.see(&format!("/file/{}/{step}", scene.full));
        }
        for step in ["voice", "photo", "where", "where?in=region-09", "phone"] {
            self.see(&format!("/say/{}/{step}", scene.empty));
        }
        self.see(&format!("/say/{}/voice?mend=yes", scene.empty));
        for step in ["concerned", "you", "you?named=yes", "check"] {
            self.see(&format!("/file/{}/{step}", scene.report));
        }
        self.see(&format!("/file/{}/receipt", scene.sent));
        self.see_wrong(&empty("what"), [Press(ON)]);
        self.see_wrong(&empty("where"), [Press(ON)]);
        let sought = [
            Type("#sought", "tiznit"),
            Press("button.plain[name='look-up']"),
        ];
        self.see_after(&empty("where"), "looked up", sought, "#found input");
        let typed = [
            Type("#coordinates", "29.6974, -9.7316"),
            Press("button[name='locate']"),
        ];
        // A draft of their own: browsers of several languages type at once.
        let pointed = format!("/file/{}/where", scene.pointed);
        self.see_after(&pointed, "by coordinates", typed, FOUND);
        let nowhere = [Type("#coordinates", "36.7538, 3.0588"), Press(ON)];
        self.see_after(&pointed, "abroad", nowhere, ERRORS);
        self.see_wrong(&empty("about"), [Press(ON)]);
        let listed = [
            Run("document.querySelector('#listed').value = 'building-permit'"),
            Press(ON),
        ];
        let asking = format!("/file/{}/about", scene.pointed);
        self.see_after(&asking, "questions", listed, "#details");
        self.see_wrong(&empty("who"), [Press(ON)]);
        let sought = [
            Type("#sought", "onee"),
            Press("button.plain[name='look-up']"),
        ];
        self.see_after(&empty("who"), "looked up", sought, "input[value='onee']");
        let impostor = [Attach(scene.impostor.clone()), Press("main button.plain")];
        self.see_wrong(&empty("files"), impostor);
        let wrong = [
            Type("#email", "x"),
            Type("#phone", "06"),
            Type("#identity-number", "?"),
            Press(ON),
        ];
        self.see_wrong(&empty("you"), wrong);
        let verify = format!("/file/{}/verify", scene.full);
        self.see(&verify);
        let send = || Press("main form:last-of-type button");
        self.see_after(&verify, "code", [send()], "#code");
        self.see_wrong(&verify, [send(), Type("#code", "1234"), Press(ON)]);
        self.see_wrong(&format!("/file/{}/check", scene.full), [Press(ON)]);
    }

    fn following(&mut self, scene: &Scene) {
        for (stage, reference, word) in &scene.cases {
            self.see_after(
                &format!("/track/{reference}/open/{word}"),
                stage,
                [],
                "main h1",
            );
        }
        if let Some((stage, reference, _)) = scene.cases.iter().find(|case| case.0 == "waiting") {
            self.see_after(
                &format!("/track/{reference}"),
                &format!("{stage}, wrong"),
                [Press("button[name='act'][value='reply']")],
                ERRORS,
            );
            self.see(&format!("/track/{reference}/news"));
        }
    }

    fn signing_in(&mut self, scene: &Scene) {
        self.see("/desk/sign-in");
        let wrong = [
            Type("#email", "nobody@sample.test"),
            Type("#password", "wrong"),
            Press(ON),
        ];
        self.see_wrong("/desk/sign-in", wrong);
        self.see("/desk/second-factor");
        let invitation = format!("/desk/invitation/{}", scene.invitation);
        self.see(&invitation);
        let wrong = [
            Type("#password", "short"),
            Type("#again", "other"),
            Press(ON),
        ];
        self.see_wrong(&invitation, wrong);
        self.by(&By::Staff(NEWCOMER), |walk| {
            walk.see("/desk/second-factor/set-up");
            let wrong = || [Type("#code", "000000"), Press(ON)];
            walk.see_wrong("/desk/second-factor/set-up", wrong());
            walk.see_wrong("/desk/second-factor", wrong());
        });
    }

    fn desk(&mut self, scene: &Scene) {
        self.by(&By::Staff(HEAD), |walk| {
            walk.see("/desk");
            walk.see("/desk?view=late");
            walk.see("/desk?view=closed");
            walk.see("/desk?q=lampadaire");
            // The page that says: no such case.
            walk.see("/desk/case/CK-26-0000");
            let keys = [Run(
                "document.querySelector('dialog[data-keys]').showModal()",
            )];
            walk.see_after("/desk", "keys", keys, "dialog[open]");
            let register = "/desk/register";
            walk.see_after(register, "this year", [], "main .table th[scope=row]");
            let answered = format!("{register}?state=answered&kind=complaint");
            walk.see_after(&answered, "filtered", [], "details.why[open] #state");
            let long_ago = format!("{register}?from=2019-01-01&until=2019-12-31");
            walk.see_after(&long_ago, "empty", [], ".empty");
            walk.see_after(&format!("{register}?from=demain"), "wrong", [], ERRORS);
            walk.see_after("/desk/dashboard", "figures", [], "#loads");
            walk.see("/desk/dashboard/answers");
            walk.see("/desk?view=figure&age=0-15&begun=no");
            for (stage, reference, _) in &scene.cases {
                let case = format!("/desk/case/{reference}");
                walk.see_after(&case, stage, [], "main h1");
                if *stage != "in progress" {
                    continue;
                }
                walk.see_after(
                    &format!("{case}?act=classify"),
                    "subject",
                    [],
                    "#classify-subject",
                );
                let note = [Unfold("#act-note summary"), Press("#act-note button")];
                walk.see_wrong(&case, note);
                let preference = format!("{case}/preference");
                walk.see(&preference);
                walk.see_wrong(&preference, [Press("main form .button.big")]);
                let answer = format!("{case}/answer");
                walk.see(&answer);
                walk.see_wrong(&answer, [Press("button[form='answer']:not([name])")]);
            }
            walk.see("/desk/new?channel=letter");
            let words = Type(
                "#text",
                "Les lampadaires sont éteints depuis trois semaines.",
            );
            let sought = Type("#sought", "Tiznit");
            let look = Press("button[name=act][value=look]:not([hidden])");
            walk.see_after("/desk/new", "suggested", [words, sought, look], "#files");
            walk.see_wrong("/desk/new", [Press("button[name=act][value=check]")]);
            walk.see("/desk/filed");
            walk.see("/desk/postal");
            walk.see_wrong("/desk/postal", [Press("main form[method=post] button")]);
            // The page that says: not for you.
            walk.see("/admin");
        });
        self.by(&By::Staff(AUTHORITY), |walk| {
            walk.see_after("/desk/dashboard/bodies", "all", [], "tfoot");
            walk.see("/desk/dashboard/bodies?kind=ministry&by=share");
        });
    }
}
